"""Which entry of the timeline a newly read statement seems to repeat: the question "same as …?", never the answer.

Asked only across articles: what one article says twice is its own affair. Two queries for one reading, whatever the
number of statements and entries; statements are held against those near in date that share words (`likeness.Known`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Substr

from editorial.likeness import Known, Statement, best
from timelines.extraction import ProposedEvent
from timelines.models import Article, Citation, Entry, TemporalExpression, Timeline

_Row = tuple[int, int, str, str, str, str, date | None, date | None]
"""An entry, its event and state; the event's headline, EDTF date, mod, first and last day."""

_Quote = tuple[int, int, str, int | None, int | None]
"""An event, where its sentence begins, the sentence; where the words of its date begin and end in the article."""

_AT_ONCE = 5_000
"""Sentences fetched with one query: databases limit how many numbers a question may name."""


def find(
    timeline: Timeline, article: Article, proposed: Sequence[tuple[ProposedEvent, TemporalExpression]]
) -> list[int | None]:
    """For each statement of the article the entry it seems to repeat, or None."""
    statements = [_statement(article, event, row) for event, row in proposed]
    events: dict[int, int] = {}
    heads: dict[int, Statement] = {}
    for pk, event, state, headline, edtf, mod, earliest, latest in _candidates(timeline, article, statements):
        events[pk] = event
        heads[pk] = Statement(headline, "", edtf, mod, earliest, latest, preferred=state == Entry.State.ACCEPTED)
    known = Known(heads)
    near = [known.shortlist(statement) for statement in statements]
    sentences = _sentences({events[pk] for pks in near for pk in pks})
    whole = {pk: _with(heads[pk], sentences.get(events[pk], "")) for pks in near for pk in pks}
    return [best(statement, ((pk, whole[pk]) for pk in pks)) for statement, pks in zip(statements, near, strict=True)]


def _statement(article: Article, proposed: ProposedEvent, row: TemporalExpression) -> Statement:
    quote = proposed.quote
    sentence = _without(article.text[quote.start : quote.end], row.start - quote.start, row.end - quote.start)
    return Statement(proposed.headline, sentence, proposed.edtf, row.mod, row.earliest, row.latest)


def _with(head: Statement, sentence: str) -> Statement:
    days = (head.edtf, head.mod, head.earliest, head.latest)
    return Statement(head.headline, sentence, *days, preferred=head.preferred)


def _without(sentence: str, start: int, end: int) -> str:
    """The sentence without the words of its date."""
    return f"{sentence[:start]} {sentence[end:]}" if 0 <= start < end <= len(sentence) else sentence


def _candidates(timeline: Timeline, article: Article, statements: Sequence[Statement]) -> Iterable[_Row]:
    """The placed entries whose dates come near any of the statements. None of them rests on this article, and none is
    itself thought to repeat another: an entry that is repeated is the first of its kind."""
    if not statements:
        return ()
    own = Citation.objects.filter(event=OuterRef("event"), article=article)
    found = timeline.entries.placed().filter(_near(statements), ~Exists(own), same_as=None)
    return found.values_list(
        "pk", "event", "state", "event__headline", "event__edtf", "event__mod", "event__earliest", "event__latest"
    )


def _near(statements: Sequence[Statement]) -> Q:
    """Dates within the span of all the statements."""
    start = min(statement.earliest or date.min for statement in statements)
    end = max(statement.latest or date.max for statement in statements)
    begun = Q(event__earliest=None) | Q(event__earliest__lte=end)
    return begun & (Q(event__latest=None) | Q(event__latest__gte=start))


def _sentences(events: Iterable[int]) -> dict[int, str]:
    """The sentences of each event, without the words of their dates; the articles' texts stay in the database."""
    wanted = sorted(events)
    found: dict[int, str] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        quotes = Substr("article__text", F("start") + 1, F("end") - F("start"))
        rows = Citation.objects.filter(event__in=wanted[at : at + _AT_ONCE]).annotate(sentence=quotes)
        values = rows.values_list("event", "start", "sentence", "expression__start", "expression__end")
        for event, start, quote, first, last in cast("Iterable[_Quote]", values):
            sentence = quote if first is None or last is None else _without(quote, first - start, last - start)
            found[event] = f"{found.get(event, '')} {sentence}"
    return found
