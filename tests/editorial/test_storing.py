"""One Article per content, its bytes with it, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from editorial import intake, pipeline
from editorial.intake import Details
from editorial.readers import Refused
from tests.editorial.at_once import together
from tests.factories import make_timeline, make_user
from timelines.models import Article, Job, Publisher, Timeline

pytestmark = pytest.mark.django_db

STORY = "The bridge was opened on 3 May 2019.\nIt is the longest."


def store(data: bytes, timeline: Timeline | None = None, name: str = "a.txt", **details: object) -> intake.Stored:
    said = Details(**details)  # type: ignore[arg-type]
    return intake.store_article(data, name, timeline=timeline or make_timeline(), user=None, details=said)


def kept_files() -> list[Path]:
    folder = Path(default_storage.path(""))
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def test_bytes_are_kept_as_they_came_under_a_name_that_says_nothing() -> None:
    data = b"\xef\xbb\xbfThe bridge\x00 was opened\r\non 3 May 2019."
    article = store(data, name="../../etc/secret plan.txt").article
    assert article.text == "The bridge was opened\non 3 May 2019."
    with article.file.open("rb") as kept:
        assert kept.read() == data
    assert "secret" not in str(article.file.name)
    assert article.file_name == "secret plan.txt"
    assert article.job.status == Job.Status.QUEUED


@pytest.mark.parametrize(
    "again", [STORY.encode(), STORY.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + STORY.encode()]
)
def test_the_same_bytes_or_the_same_text_are_one_article(again: bytes) -> None:
    first, timeline = store(STORY.encode()), make_timeline()
    second = store(again, timeline)
    assert (second.article, second.created, second.attached) == (first.article, False, True)
    assert store(again, timeline).attached is False
    assert len(kept_files()) == 1


def test_the_same_article_for_another_timeline_is_read_for_it() -> None:
    first = store(STORY.encode())
    run = first.article.job.run
    store(STORY.encode())
    first.article.job.refresh_from_db()
    assert first.article.job.run == run + 1


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7 broken", b"PK\x03\x04 broken"])
def test_what_is_refused_leaves_nothing(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        store(data)
    assert "Nothing was stored." in refused.value.reason
    assert not Article.objects.exists()
    assert not Job.objects.exists()
    assert not kept_files()


def test_too_large_is_said_with_the_limit(settings: object) -> None:
    settings.DATELINE_MAX_FILE_BYTES = 1024 * 1024  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="the limit is 1 MB"):
        store(b"a " * 600_000)
    settings.DATELINE_MAX_TEXT_CHARS = 100  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="more than 100 characters"):
        store(b"word " * 50)


def test_bytes_go_with_a_row_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(Article, "save", fail)
    with pytest.raises(RuntimeError):
        store(STORY.encode())
    assert not kept_files()


def test_a_full_disk_is_said_and_leaves_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(default_storage), "_save", full, raising=False)
    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    with pytest.raises(Refused, match="no room"):
        store(STORY.encode())
    assert not Article.objects.exists()


def test_bytes_go_with_a_row_that_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the timeline went away")

    monkeypatch.setattr(intake, "attach", fail)
    with pytest.raises(RuntimeError):
        store(STORY.encode())
    assert not Article.objects.exists()
    assert not kept_files()


def test_half_a_file_is_not_left_on_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(_: object, chunk_size: int | None = None) -> Iterator[bytes]:
        yield b"half of it"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ContentFile, "chunks", fill)
    with pytest.raises(Refused, match="no room"):
        store(STORY.encode())
    assert not Article.objects.exists()
    assert not kept_files()


def test_what_a_person_says_wins_over_what_the_file_says() -> None:
    page = (
        b'<html><head><title>Found</title><meta property="article:published_time" content="2024-03-05T10:00:00Z">'
        b"</head><body><article><h1>Found</h1><p>The river rose two metres on Monday, the highest in many years, "
        b"after a week of rain in the hills above the town and the fields around it.</p></article></body></html>"
    )
    article = store(page, name="page.html", title="Said", publisher="  The   River ").article
    assert (article.title, article.published, str(article.publisher)) == ("Said", date(2024, 3, 5), "The River")
    assert article.found["title"] == "Found"
    assert article.found["published"] == "2024-03-05"


def test_a_publisher_is_one_whatever_the_case() -> None:
    store(STORY.encode(), publisher="The River")
    store(b"Another story of 4 May 2019.", publisher="THE RIVER")
    assert Publisher.objects.count() == 1


def test_so_it_is_with_letters_beyond_ascii() -> None:
    store(STORY.encode(), publisher="Le Héraut")
    article = store(b"Another story of 4 May 2019.", publisher="LE  HÉRAUT").article
    assert str(article.publisher) == "Le Héraut"


def test_details_are_cleaned_and_fit_their_columns() -> None:
    said: dict[str, Any] = {"title": "A\x00 \ud800title\n" + "x" * 600, "byline": "B" * 400, "publisher": "P\x00" * 300}
    article = store(STORY.encode(), **said, url="https://example.org/" + "x" * 2000).article
    article.refresh_from_db()
    assert article.title.startswith("A title xxx")
    assert (len(article.title), len(article.byline), len(str(article.publisher)), article.url) == (500, 300, 200, "")


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"published": date(2025, 3, 7)}, True),
        ({"published": None}, True),
        ({"published": date(2025, 2, 7), "language": "fr"}, True),
        ({"published": date(2025, 2, 7), "title": "Another"}, False),
    ],
)
def test_an_article_is_read_again_only_when_that_can_change_a_date(change: dict[str, object], again: bool) -> None:
    article = store(STORY.encode(), published=date(2025, 2, 7)).article
    assert intake.put_right(article.pk, Details(**change), make_user()) is again  # type: ignore[arg-type]
    article.refresh_from_db()
    assert article.job.run == (2 if again else 1)
    assert article.published == change["published"]


def test_details_saved_as_they_were_are_no_change() -> None:
    timeline = make_timeline()
    article = store(STORY.encode(), timeline, title="Bridges", published=date(2025, 2, 7)).article
    timeline.refresh_from_db()
    same = Details(title="Bridges", publisher="", byline="", url="", published=date(2025, 2, 7), language="en")
    assert intake.put_right(article.pk, same, make_user()) is False
    assert Timeline.objects.get().revision == timeline.revision
    intake.put_right(article.pk, Details(title="Three bridges", published=date(2025, 2, 7)), make_user())
    assert Timeline.objects.get().revision == timeline.revision + 1


def test_putting_details_right_leaves_text_and_what_was_read() -> None:
    article = store(STORY.encode()).article
    Article.objects.filter(pk=article.pk).update(blocks=[{"start": 0, "end": 3, "kind": "title"}])
    intake.put_right(article.pk, Details(title="Bridges", publisher="The River"), make_user())
    stored = Article.objects.get()
    assert (stored.title, str(stored.publisher), stored.text, len(stored.blocks)) == ("Bridges", "The River", STORY, 1)


def test_the_sample_may_be_tried_twice() -> None:
    person = make_user()
    first, second = intake.take_sample(person), intake.take_sample(person)
    assert first.slug != second.slug
    assert Article.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_article_at_the_same_moment_is_one() -> None:
    if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    timelines = [make_timeline() for _ in range(4)]
    errors = together(*[lambda timeline=timeline: store(STORY.encode(), timeline) for timeline in timelines])
    assert not errors
    assert Article.objects.count() == 1
    assert all(timeline.articles.count() == 1 for timeline in timelines)
    assert len(kept_files()) == 1


@pytest.mark.django_db(transaction=True)
def test_a_reading_that_ends_while_its_details_are_put_right_waits_its_turn() -> None:
    person, timelines = make_user(), [make_timeline() for _ in range(3)]
    for number in range(8):
        article = store(f"The bridge was opened on {number + 1} May 2019.".encode(), timelines[0]).article
        for timeline in timelines[1:]:
            intake.attach(article, timeline, None)
        job = Job.objects.get(article=article)
        details = Details(title=f"Story {number}", published=date(2025, 2, number + 1))
        errors = together(
            lambda job=job: pipeline.run(job.pk, job.run),  # type: ignore[misc]
            lambda article=article, details=details: intake.put_right(article.pk, details, person),  # type: ignore[misc]
        )
        assert not errors
        job.refresh_from_db()
        assert (job.status, job.run, job.reason) == ("queued", 4, "")
