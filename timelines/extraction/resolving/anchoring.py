"""Whether a document is news, counted from its publication, or a narrative, counted from date to date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timelines.extraction.meanings import Calendar, Candidate, Shift, Weekday

_FEW = 4


def written_years(candidates: Iterable[Candidate]) -> tuple[int, ...]:
    """The years written in full in the article, each once, in order."""
    years = {c.meaning.year for c in candidates if isinstance(c.meaning, Calendar) and c.meaning.year is not None}
    return tuple(sorted(years))


def is_narrative(candidates: list[Candidate], reference: date | None) -> bool:
    """A narrative tells mostly of years other than its own and hardly ever says "today", "Tuesday" or "last month"."""
    if reference is None:
        return False
    dated = [c.meaning.year for c in candidates if isinstance(c.meaning, Calendar) and c.meaning.year is not None]
    far = sum(1 for year in dated if abs(year - reference.year) > 0)
    news = sum(1 for c in candidates if _of_the_day(c))
    return far >= _FEW and far > 3 * news


def _of_the_day(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    if isinstance(meaning, Shift):
        return meaning.base == "now"
    return isinstance(meaning, Weekday) or (isinstance(meaning, Calendar) and meaning.lean is not None)
