"""Why a date that was counted from the publication is what it is, in a sentence: "Published on 16 June 2017, so …"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timelines.extraction import Reading, UnreadableDate, precision, read_date
from timelines.models import Article, Event, TemporalExpression
from timelines.wording import date_words

NOT_GIVEN: dict[str | None, str] = {"month": " The day is not given.", "year": " The month is not given."}


def why(event: Event, expression: TemporalExpression | None, article: Article, words: str) -> str:
    """The sentence; empty where the source names the date itself, or counts it from something else.

    `words` are the expression's with their preposition, as they are quoted.
    """
    if expression is None or article.published is None or expression.edtf != event.edtf:
        return ""
    counted = _counted(expression.text, article.published, article.language)
    if counted is None or (counted.edtf, counted.mod) != (event.edtf, event.mod or None):
        return ""
    day = date_words(article.published.isoformat())
    said = date_words(event.edtf, event.mod or None)
    return f"Published on {day}, so “{words}” is read as {said}.{NOT_GIVEN.get(precision(event.edtf), '')}"


@lru_cache(maxsize=4096)
def _counted(words: str, published: date, language: str) -> Reading | None:
    """What the words mean on that day; None where they mean the same without one."""
    try:
        read_date(words, None, language)
    except UnreadableDate:
        pass
    else:
        return None
    try:
        return read_date(words, published, language)
    except UnreadableDate:
        return None
