"""`manage.py import_articles`: what it takes, what it says, what it leaves alone."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_timeline
from timelines.models import Article, Job, Timeline

pytestmark = pytest.mark.django_db

STORY = "The bridge opened on 3 May 2019. It was the first of three over the river."


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline(slug="bridges")


def run(*paths: Path, **options: Any) -> str:
    """What the command printed."""
    out = StringIO()
    call_command("import_articles", *map(str, paths), timeline="bridges", stdout=out, **options)
    return out.getvalue()


def jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
    return path


def test_a_file_becomes_an_article_with_a_job(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(STORY)
    assert run(tmp_path / "bridge.txt").startswith("added ")
    article = timeline.articles.get()
    assert article.text == STORY
    assert article.job.status == Job.Status.QUEUED


def test_the_second_time_it_is_already_there(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(STORY)
    run(tmp_path / "bridge.txt")
    assert run(tmp_path / "bridge.txt").startswith("already there ")
    assert Article.objects.count() == 1


def test_a_folder_gives_its_readable_files_and_no_others(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "below" / "b.md").write_text("# Another bridge\n\nIt fell in 1998, in a storm that took three.")
    (tmp_path / "notes.bin").write_bytes(b"\x00\x01")
    assert [line.split()[0] for line in run(tmp_path).splitlines()] == ["added", "added"]
    assert timeline.articles.count() == 2


def test_json_lines_bring_their_details(timeline: Timeline, tmp_path: Path) -> None:
    row = {
        "title": "A bridge opens", "text": STORY, "published": "2019-05-04", "url": "https://example.org/bridge",
        "publisher": "The River",
    }  # fmt: skip
    run(jsonl(tmp_path / "articles.jsonl", row))
    article = timeline.articles.get()
    assert (article.title, str(article.published), article.url) == (
        "A bridge opens",
        "2019-05-04",
        "https://example.org/bridge",
    )
    assert str(article.publisher) == "The River"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{not json", "not JSON"),
        ({"title": "No words"}, "no “text”"),
        ({"text": STORY, "published": "yesterday"}, "not a day"),
        ({"text": STORY, "url": "javascript:alert(1)"}, "not a web address"),
        ({"text": STORY, "title": 7}, "must be text"),
        ({"text": "  "}, "no text"),
    ],
)
def test_a_bad_line_is_refused_and_the_others_go_on(
    timeline: Timeline, tmp_path: Path, row: object, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = StringIO()
    path = jsonl(tmp_path / "articles.jsonl", row, {"text": STORY})
    with pytest.raises(CommandError, match="1 refused"):
        call_command("import_articles", str(path), timeline="bridges", stdout=out)
    first, second = out.getvalue().splitlines()
    assert first.startswith("refused ")
    assert reason in first
    assert f"{path}:1" in first
    assert second.startswith("added ")
    assert timeline.articles.count() == 1


def test_an_unknown_timeline_or_path_imports_nothing(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(STORY)
    with pytest.raises(CommandError, match="no timeline with the address “nowhere”"):
        call_command("import_articles", str(tmp_path / "bridge.txt"), timeline="nowhere")
    with pytest.raises(CommandError, match=r"Not found: .*gone\.txt"):
        run(tmp_path / "bridge.txt", tmp_path / "gone.txt")
    assert not Article.objects.exists()


def test_waiting_ends_with_what_was_not_read(timeline: Timeline, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(STORY)
    run(tmp_path / "bridge.txt")
    with pytest.raises(CommandError, match="1 articles still wait"):
        run(tmp_path / "bridge.txt", wait=True, timeout=0.3)
    Job.objects.update(status=Job.Status.FAILED, reason="It took too long.")
    with pytest.raises(CommandError, match="0 refused, 1 not read"):
        run(tmp_path / "bridge.txt", wait=True)
    Job.objects.update(status=Job.Status.DONE, reason="")
    assert "already there" in run(tmp_path / "bridge.txt", wait=True)
