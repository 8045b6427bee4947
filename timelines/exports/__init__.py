"""A published timeline as a file for other programs: one module per format, found through `FORMATS`.

A format is given a `Published` and answers bytes. Nothing here asks the database. A date keeps its precision in every
format that can hold it; TimelineJS and iCalendar cannot, so there the words say it, and the file carries the EDTF date
beside them for whoever reads it back.
"""

from __future__ import annotations

from timelines.exports import calendar, edtf_json, linked, markdown, table, timelinejs
from timelines.exports.published import Format, Published

FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        edtf_json.FORMAT,
        table.FORMAT,
        timelinejs.JSON,
        timelinejs.CSV,
        calendar.FORMAT,
        linked.FORMAT,
        markdown.FORMAT,
    )
}
"""By the name that stands in the address, in the order in which they are offered."""

__all__ = ["FORMATS", "Format", "Published"]
