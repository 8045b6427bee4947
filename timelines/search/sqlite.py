"""Full text on SQLite: an FTS5 table beside the rows, kept up to date by triggers (https://sqlite.org/fts5.html)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

CREATE = (
    """CREATE VIRTUAL TABLE timelines_publishedtext_fts
    USING fts5(words, content='timelines_publishedtext', content_rowid='id', prefix='2 3')""",
    """CREATE TRIGGER timelines_publishedtext_added AFTER INSERT ON timelines_publishedtext BEGIN
    INSERT INTO timelines_publishedtext_fts(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER timelines_publishedtext_gone AFTER DELETE ON timelines_publishedtext BEGIN
    INSERT INTO timelines_publishedtext_fts(timelines_publishedtext_fts, rowid, words)
    VALUES ('delete', old.id, old.words); END""",
    """CREATE TRIGGER timelines_publishedtext_changed AFTER UPDATE ON timelines_publishedtext BEGIN
    INSERT INTO timelines_publishedtext_fts(timelines_publishedtext_fts, rowid, words)
    VALUES ('delete', old.id, old.words);
    INSERT INTO timelines_publishedtext_fts(rowid, words) VALUES (new.id, new.words); END""",
)
DROP = (
    "DROP TRIGGER IF EXISTS timelines_publishedtext_added",
    "DROP TRIGGER IF EXISTS timelines_publishedtext_gone",
    "DROP TRIGGER IF EXISTS timelines_publishedtext_changed",
    "DROP TABLE IF EXISTS timelines_publishedtext_fts",
)
MATCH = "SELECT rowid FROM timelines_publishedtext_fts WHERE timelines_publishedtext_fts MATCH %s"
RANK = """SELECT rank FROM timelines_publishedtext_fts
WHERE timelines_publishedtext_fts MATCH %s AND rowid = timelines_publishedtext.id"""


def matching(rows: QuerySet[Any], words: list[str]) -> QuerySet[Any]:
    """The rows with all of the words, by FTS5's bm25. Words are letters and digits alone: none of its signs."""
    query = " ".join(f'"{word}"' for word in words) + "*"
    found = rows.filter(pk__in=RawSQL(MATCH, [query]))  # noqa: S611 - what was typed is a parameter
    ranked: QuerySet[Any] = found.annotate(rank=RawSQL(RANK, [query]))  # noqa: S611
    return ranked.order_by("rank", "-edition__published_at", "place")
