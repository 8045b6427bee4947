"""Finding words in what is published: the full text of live Editions, behind one seam for both databases.

SQLite answers with FTS5, PostgreSQL with its own text search; both are given words without accents and capitals, so
that they find the same. The last word may be the beginning of one. What is not live any more is not in the index.
"""

from __future__ import annotations

import re
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from timelines.models import Edition, PublishedText
from timelines.search import postgres, sqlite
from timelines.search.words import fold, of_edition

WORDS_MAX = 12
"""Words of a search that count."""

_WORD = re.compile(r"\w+")


@transaction.atomic
def index(edition: Edition) -> None:
    """Put the Edition that is live from now on in the place of what was there of its timeline."""
    remove(edition.timeline_id)
    rows = (
        PublishedText(timeline_id=edition.timeline_id, edition=edition, **row) for row in of_edition(edition.content)
    )
    PublishedText.objects.bulk_create(rows, batch_size=500)


def remove(timeline_id: int) -> None:
    """Take a timeline out: it is published no more."""
    PublishedText.objects.filter(timeline=timeline_id).delete()


def find(words: str) -> QuerySet[PublishedText]:
    """What has all of the words, the best first; nothing where there is no word."""
    found = _WORD.findall(fold(words))[:WORDS_MAX]
    rows = PublishedText.objects.filter(edition__live_of__isnull=False).select_related("edition")
    if not found:
        return rows.none()
    matching: Any = {"sqlite": sqlite.matching, "postgresql": postgres.matching}[connection.vendor]
    ranked: QuerySet[PublishedText] = matching(rows.defer("edition__content", "words"), found)
    return ranked
