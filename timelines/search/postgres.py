"""Full text on PostgreSQL, in the configuration "simple": words as they are, in any language."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import QuerySet

CONFIG = "simple"
CREATE = (
    """CREATE INDEX timelines_publishedtext_words ON timelines_publishedtext
    USING gin (to_tsvector('simple'::regconfig, COALESCE(words, '')))""",
)
DROP = ("DROP INDEX IF EXISTS timelines_publishedtext_words",)


def matching(rows: QuerySet[Any], words: list[str]) -> QuerySet[Any]:
    """The rows with all of the words, by ts_rank. Words are letters and digits alone: none of tsquery's signs."""
    query = SearchQuery(" & ".join(words) + ":*", config=CONFIG, search_type="raw")
    vector = SearchVector("words", config=CONFIG)
    found = rows.annotate(vector=vector).filter(vector=query)
    ranked: QuerySet[Any] = found.annotate(rank=SearchRank(vector, query))
    return ranked.order_by("-rank", "-edition__published_at", "place")
