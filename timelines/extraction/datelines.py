"""The day in a dateline ("WASHINGTON, Feb. 7 (Reuters) —"), offered where the publication date is not known."""

from __future__ import annotations

from timelines.extraction.edtf import bounds, is_valid
from timelines.extraction.meanings import Calendar, Candidate
from timelines.extraction.resolving.anchoring import written_years
from timelines.extraction.types import Block, Reading


def offered(blocks: tuple[Block, ...], candidates: list[Candidate]) -> Reading | None:
    """The first day in a dateline (without a year: the latest that the article writes), None where there is none."""
    years = written_years(candidates)
    for block in blocks:
        if block.kind != "dateline":
            continue
        for candidate in candidates:
            meaning = candidate.meaning
            if not block.start <= candidate.start < block.end or not isinstance(meaning, Calendar):
                continue
            year = meaning.year or (years[-1] if years else None)
            edtf = f"{year:04d}-{meaning.month:02d}-{meaning.day:02d}" if year and meaning.month and meaning.day else ""
            if is_valid(edtf):
                note = "the dateline" if meaning.year else "the dateline, with the latest year in the article"
                return Reading(edtf, *bounds(edtf), note=note)
    return None
