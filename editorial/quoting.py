"""The words of an article that an event is to rest on, with the expression among them that says its date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, FilteredRelation, Q

from editorial import ordering
from editorial.errors import Refused
from timelines.models import Article, Citation, Event, TemporalExpression, Timeline

COLUMNS = [field.attname for field in TemporalExpression._meta.concrete_fields]


def width(earliest: date | None, latest: date | None) -> timedelta:
    """How many days a date leaves open; for ever where one side is open."""
    if earliest is None or latest is None:
        return timedelta.max
    return latest - earliest + timedelta(days=1)


def words(event: Event, article: Article, start: int, end: int) -> Citation:
    """A citation of `article.text[start:end]` for `event` (not saved), with the expression inside it that says its
    date, else with the most precise one. One query. Raises `Refused` where those words are not there."""
    return _words(event, article, start, end, {})[0]


def words_and_place(timeline: Timeline, event: Event, article: Article, start: int, end: int) -> tuple[Citation, int]:
    """The same, and the free position that `ordering.place` gives the event, asked for in the same query. Both may be
    about an event that is not saved yet."""
    citation, row = _words(event, article, start, end, ordering.slot_questions(timeline, event))
    return citation, ordering.number_between(timeline, row["behind"], row["following"])


def _words(
    event: Event, article: Article, start: int, end: int, also: ordering.Questions
) -> tuple[Citation, Mapping[str, Any]]:
    """The citation, and the answers to what is asked `also`: each row brings them, and one of the expressions."""
    if not 0 <= start < end <= len(article.text):
        raise Refused("Those words are not in the article. Nothing was added; select the sentence again.")
    among = Q(expressions__start__gte=start, expressions__end__lte=end) & ~Q(expressions__edtf="")
    found: Any = Article.objects.filter(pk=article.pk).annotate(inside=FilteredRelation("expressions", condition=among))
    columns = {f"inside_{name}": F(f"inside__{name}") for name in COLUMNS}
    rows: list[dict[str, Any]] = list(found.order_by("inside__start").values(**columns, **also))
    if not rows:
        raise Refused("The article is gone. Nothing was added.")
    expressions = [
        TemporalExpression.from_db(found.db, COLUMNS, [row[f"inside_{name}"] for name in COLUMNS])
        for row in rows
        if row["inside_id"] is not None
    ]
    expression = min(
        expressions,
        key=lambda row: (row.edtf != event.edtf, row.mod != event.mod, width(row.earliest, row.latest)),
        default=None,
    )
    return Citation(event=event, article=article, expression=expression, start=start, end=end), rows[0]
