"""A timeline kept elsewhere becomes one here: TimelineJS (JSON or its spreadsheet), a plain table, Dateline's own JSON.

Every row becomes an accepted entry, or is listed with the reason why not. Dates keep the precision they come with;
what a row says of its sources is kept in the description, since the articles themselves do not come along.
"""

from __future__ import annotations

from editorial.importing.kinds import SIZE_MAX, parse
from editorial.importing.rows import MOST, Imported, Left, Row
from editorial.importing.saving import save

__all__ = ["MOST", "SIZE_MAX", "Imported", "Left", "Row", "parse", "save"]
