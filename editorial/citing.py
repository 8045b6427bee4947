"""Words picked in a source for a new entry: the whole sentence they stand in, and what it offers for the form."""

from __future__ import annotations

from dataclasses import dataclass

from editorial import date_box
from timelines.extraction import Extraction, Reading, extract
from timelines.models import Article, TemporalExpression

SHORT = 90
"""Letters up to which a sentence without a proposal of its own is offered as the headline."""


@dataclass(frozen=True, slots=True)
class Cited:
    """`start` and `end` are code points into the article's text; `date` and `headline` may be empty."""

    start: int
    end: int
    date: str = ""
    headline: str = ""
    status: str = "past"


def around(article: Article, start: int, end: int) -> Cited | None:
    """The sentence (or the sentences, from the first to the last) that the words stand in. None where the article has
    no such words.

    The date is the one named in the words themselves, else the first of the sentence.
    """
    if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip():
        return None
    read = extract(article.text, article.published, article.language)
    own = [sentence for sentence in read.sentences if sentence.start < end and start < sentence.end]
    if not own:
        return Cited(start, end)
    first, last = own[0].start, own[-1].end
    expression = _dated(article, start, end) or _dated(article, first, last)
    if expression is None:
        return Cited(first, last, headline=_short(article.text[first:last]))
    headline, status = _told(read, expression) or (_short(article.text[first:last]), "past")
    return Cited(first, last, _typed(expression), headline, status)


def _dated(article: Article, start: int, end: int) -> TemporalExpression | None:
    """The first dated expression that touches the stretch."""
    touching = article.expressions.filter(start__lt=end, end__gt=start).exclude(edtf="")
    return touching.order_by("start").first()


def _typed(expression: TemporalExpression) -> str:
    """The date as a person would type it."""
    reading = Reading(expression.edtf, expression.earliest, expression.latest, expression.mod or None)  # type: ignore[arg-type]
    return date_box.offer(reading).typed


def _told(read: Extraction, expression: TemporalExpression) -> tuple[str, str] | None:
    """Headline and status that the engine would propose for this very expression."""
    for event in read.events:
        found = read.expressions[event.expression]
        if (found.start, found.end) == (expression.start, expression.end):
            return event.headline, event.status
    return None


def _short(sentence: str) -> str:
    """A short sentence as a headline: on one line, without the stop at its end."""
    words = " ".join(sentence.split())
    return words.rstrip(".") if len(words) <= SHORT else ""
