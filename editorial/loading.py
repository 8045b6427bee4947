"""Entries out of the database with all that their rows show: a few in a single query, a page in three.

The articles' texts stay there: the database cuts the quoted words out of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.db import models
from django.db.models import (
    Aggregate,
    Case,
    CharField,
    Count,
    F,
    Func,
    JSONField,
    OuterRef,
    Prefetch,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, NullIf, Substr

from editorial import source
from timelines.models import Article, Citation, Comment, Entry, Event, Publisher, TemporalExpression
from timelines.models.timelines import EntryQuerySet

HEAVY = ("text", "found")
"""What of an article is left behind."""


def with_sources(entries: EntryQuerySet) -> EntryQuerySet:
    """A page of entries: three queries, each article once."""
    articles = Article.objects.defer(*HEAVY).select_related("publisher")
    citations = Citation.objects.select_related("expression").annotate(words=_words(""), lead=_lead(""))
    prefetched = Prefetch("event__citations", citations.prefetch_related(Prefetch("article", articles)))
    return _with_people(entries).prefetch_related(prefetched)


def one(entries: EntryQuerySet) -> Entry:
    """The single entry among these, in one query. Raises `Entry.DoesNotExist`."""
    found = several(entries.order_by())
    if not found:
        raise Entry.DoesNotExist
    return found[0]


def several(entries: EntryQuerySet) -> list[Entry]:
    """A few entries in one query, in the order asked for: each row of the answer brings one of their citations.

    They share their timeline. What many entries have in common is read once for each; `with_sources` is for pages.
    """
    to = "event__citations"
    found = _with_people(entries).select_related("timeline").annotate(
        _words=_words(f"{to}__"),
        _lead=_lead(f"{to}__"),
        **{name: F(path) for name, path in _COLUMNS.items()},
    )  # fmt: skip
    rows: dict[int, list[Any]] = {}
    for row in found.order_by(*entries.query.order_by, "pk", f"{to}__pk"):
        rows.setdefault(row.pk, []).append(row)
    timelines: dict[int, Any] = {}
    for entry, *more in rows.values():
        entry.timeline = timelines.setdefault(entry.timeline_id, entry.timeline)
        cited = [row for row in (entry, *more) if row._citation_id is not None]
        give(entry.event, [_citation(row, entry.event) for row in cited])
    return [own[0] for own in rows.values()]


def give(event: Event, citations: list[Citation]) -> None:
    """Let the event have these citations, as if they had come with it."""
    event._prefetched_objects_cache = {"citations": _result(citations)}  # type: ignore[attr-defined]


def forget(event: Event) -> None:
    """Let the event's citations be asked for anew."""
    event._prefetched_objects_cache = {}  # type: ignore[attr-defined]


def tell_merged(entries: Sequence[Entry]) -> None:
    """Let those of these entries that came whole say which others of them are merged into them now."""
    own = {entry.pk for entry in entries}
    for entry in entries:
        rows: list[Any] = [row for row in getattr(entry, "merged_rows", None) or () if row[1] not in own]
        for other in entries:
            event = other.event
            if other.merged_into_id == entry.pk and other.decided_at is not None:
                rows.append([other.position, other.pk, event.headline, event.edtf, event.mod, event.status])
        entry.merged_rows = rows  # type: ignore[attr-defined]


def citations(event: Event) -> Iterable[Citation]:
    """The event's citations with article and expression: those loaded, else out of the database."""
    if "citations" in getattr(event, "_prefetched_objects_cache", {}):
        return event.citations.all()
    return event.citations.select_related("expression", "article").defer(*(f"article__{name}" for name in HEAVY))


def is_whole(entry: Entry) -> bool:
    """Whether the entry came with all that its row shows."""
    return hasattr(entry, "open_comments") and "citations" in getattr(entry.event, "_prefetched_objects_cache", {})


def fresh(entry: Entry, citations: list[Citation]) -> Entry:
    """An entry that was made just now, with all that its row shows, for nothing of it is stored by anybody else yet."""
    for citation in citations:
        words = (
            citation.expression.text if citation.expression else citation.article.text[citation.start : citation.end]
        )
        citation.words, citation.lead = words, ""  # type: ignore[attr-defined]
    give(entry.event, citations)
    entry.open_comments = 0  # type: ignore[attr-defined]
    entry.merged_rows = None  # type: ignore[attr-defined]
    return entry


def _with_people(entries: EntryQuerySet) -> EntryQuerySet:
    """With who decided it, whose it is, what it may repeat, what that says, how many comments are open, and what is
    merged into it."""
    comments = Comment.objects.open().filter(entry=OuterRef("pk")).order_by().values("entry")
    counted = comments.annotate(number=Count("pk")).values("number")
    return entries.select_related(
        "event", "decided_by", "assignee", "same_as__event", "same_as__merged_into__event"
    ).annotate(
        open_comments=Coalesce(Subquery(counted), Value(0)),
        merged_rows=_merged(),
        same_said=_said(),
    )


class _Row(Func):
    """Some values as one JSON list."""

    function = "JSONB_BUILD_ARRAY"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """As SQLite calls it."""
        return self.as_sql(compiler, connection, function="JSON_ARRAY", **context)


class _Rows(Aggregate):
    """Such lists of all rows as one."""

    function = "JSONB_AGG"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """As SQLite calls it."""
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


def _merged() -> Subquery:
    """What is merged into it: place, number, headline, EDTF date, mod, status. An entry that nobody decided is what a
    taken-back split has left."""
    rows = Entry.objects.filter(merged_into=OuterRef("pk"), decided_at__isnull=False).order_by().values("merged_into")
    event = [f"event__{name}" for name in ("headline", "edtf", "mod", "status")]
    return Subquery(rows.annotate(rows=_Rows(_Row("position", "pk", *event))).values("rows"))


def _said() -> Subquery:
    """What is said of the entry that it seems to repeat: citation, by whom, in which words."""
    rows = Citation.objects.filter(event=OuterRef("same_as__event")).order_by().values("event")
    who = Coalesce("article__publisher__name", NullIf("article__title", Value("")), "article__file_name")
    return Subquery(rows.annotate(rows=_Rows(_Row("pk", who, _words("")))).values("rows"))


def _words(to: str) -> Case:
    """The words that gave the date; the sentence where none did."""
    sentence = Substr(f"{to}article__text", F(f"{to}start") + 1, F(f"{to}end") - F(f"{to}start"))
    return Case(
        When(**{f"{to}expression": None}, then=sentence), default=F(f"{to}expression__text"), output_field=CharField()
    )


def _lead(to: str) -> Substr:
    """What stands right before those words."""
    begun = Greatest(F(f"{to}expression__start") - source.LEAD, 0)
    return Substr(f"{to}article__text", begun + 1, F(f"{to}expression__start") - begun)


def _names(model: type[models.Model], *, without: tuple[str, ...] = ()) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if field.attname not in without]


_PARTS: dict[str, tuple[type[models.Model], str, list[str]]] = {
    "_citation": (Citation, "event__citations", _names(Citation)),
    "_article": (Article, "event__citations__article", _names(Article, without=HEAVY)),
    "_publisher": (Publisher, "event__citations__article__publisher", _names(Publisher)),
    "_expression": (TemporalExpression, "event__citations__expression", _names(TemporalExpression)),
}
_COLUMNS = {f"{part}_{name}": f"{path}__{name}" for part, (_, path, names) in _PARTS.items() for name in names}


def _citation(row: Any, event: Event) -> Citation:
    """The citation that a row of the answer brings, with its article, publisher and expression."""
    citation, article = _part(row, "_citation"), _part(row, "_article")
    article.publisher = _part(row, "_publisher") if article.publisher_id else None
    citation.article, citation.event = article, event
    citation.expression = _part(row, "_expression") if citation.expression_id else None
    citation.words, citation.lead = row._words, row._lead
    found: Citation = citation
    return found


def _part(row: Entry, part: str) -> Any:
    model, _, names = _PARTS[part]
    return model.from_db(row._state.db, names, [getattr(row, f"{part}_{name}") for name in names])


def _result(citations: list[Citation]) -> models.QuerySet[Citation]:
    """As Django keeps what it has prefetched."""
    found: Any = Citation.objects.all()
    found._result_cache, found._prefetch_done = citations, True
    return cast("models.QuerySet[Citation]", found)
