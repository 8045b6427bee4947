"""Which words of an article the entries of a timeline rest on: what is marked in its text."""

from __future__ import annotations

from django.db.models import BooleanField, Q
from django.db.models.expressions import ExpressionWrapper

from editorial import source
from editorial.disagreeing import sources_apart
from timelines.models import Article, Timeline


def cited_in(timeline: Timeline, article: Article) -> list[source.Cited]:
    """Which entries of the timeline rest on which words of the article."""
    cited = timeline.entries.filter(event__citations__article=article)
    entries = cited.annotate(doubtful=doubtful(), apart=sources_apart())
    values = entries.order_by("position").values_list(
        "event__citations__pk", "pk", "state", "doubtful", "event__citations__expression", "event__citations__start",
        "event__citations__end", "apart",
    )  # fmt: skip
    return [source.Cited(*row) for row in values]


def doubtful() -> ExpressionWrapper[Q]:
    """Whether an entry's date has a warning, to be asked for."""
    return ExpressionWrapper(~Q(warnings=[]), output_field=BooleanField())
