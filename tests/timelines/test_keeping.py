"""Finished pages: made once, given again as they were, and never a moment too long."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import brotli
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from tests.timelines.editions import PUBLISHED_AT, entry, make_edition
from timelines import kept
from timelines.models import Correction, Edition, Timeline, Topic

pytestmark = pytest.mark.django_db

PACKED = {"accept-encoding": "gzip"}
OF_TIMELINE = (
    "", "sources/", "embed/", "editions/", "as-of/2030-01-01/", "feed.xml", "picture.png", "files/timeline.csv",
)  # fmt: skip
OF_ALL = ("/", "/topics/", "/corrections/", "/feed.xml", "/sitemap.xml")


@contextmanager
def asked(times: int) -> Iterator[None]:
    """So many queries, none of which reads an Edition's content unless the page is made."""
    with CaptureQueriesContext(connection) as queries:
        yield
    assert len(queries) == times, [query["sql"] for query in queries]


@pytest.fixture
def edition() -> Edition:
    """One that readers see, about two topics, put right once."""
    found = make_edition(entry(1, "2019", "The council votes"), entry(2, "2020", "The bridge opens"))
    found.topics.set([Topic.objects.create(name=name, slug=name.lower()) for name in ("Rivers", "Traffic")])
    Correction.objects.create(edition=found, text="The bridge is 40 m long.")
    return found


def page(edition: Edition, path: str = "") -> str:
    """The address of a page of the timeline."""
    return f"/t/{edition.slug}/{path}"


@pytest.mark.parametrize("path", OF_TIMELINE)
def test_a_page_is_made_once_and_given_again_as_it_was(client: Client, edition: Edition, path: str) -> None:
    first = client.get(page(edition, path))
    assert first.status_code == 200
    with asked(2):
        again = client.get(page(edition, path))
    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)
    assert first.headers["ETag"].startswith('"')
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert not first.cookies


@pytest.mark.parametrize("path", OF_ALL)
def test_a_list_is_made_once_and_given_again_as_it_was(client: Client, edition: Edition, path: str) -> None:
    first = client.get(path)
    with asked(3):
        again = client.get(path)
    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)


@pytest.mark.parametrize("path", OF_TIMELINE)
def test_who_has_it_is_told_so_before_anything_is_made(client: Client, edition: Edition, path: str) -> None:
    tag = client.get(page(edition, path)).headers["ETag"]
    with asked(2):
        again = client.get(page(edition, path), headers={"if-none-match": tag})
    assert again.status_code == 304
    assert again.headers["ETag"] == tag
    assert again.headers["Cache-Control"] == "public, no-cache"
    assert again.content == b""


def test_the_tag_outlives_what_was_kept(client: Client, edition: Edition) -> None:
    tag = client.get(page(edition)).headers["ETag"]
    kept.memory.clear()
    caches["pages"].clear()
    assert client.get(page(edition), headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_packed_for_who_can_unpack_it(
    client: Client, edition: Edition, coding: str, unpack: Callable[[bytes], bytes]
) -> None:
    plain = client.get(page(edition))
    packed = client.get(page(edition), headers={"accept-encoding": coding})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == coding
    assert unpack(packed.content) == plain.content
    assert int(packed.headers["Content-Length"]) == len(packed.content) < len(plain.content)
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != packed.headers["ETag"]


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"), ("gzip;q=1.0, br;q=0.5", "br"), ("BR", "br"), ("gzip, br;q=0", "gzip"),
        ("br;q=0.0, gzip;q=0.1", "gzip"), ("br; q=0, gzip;q=0", None), ("brotli, xgzip", None), ("identity", None),
    ],
)  # fmt: skip
def test_the_smallest_that_the_asker_can_unpack(
    client: Client, edition: Edition, accepted: str, coding: str | None
) -> None:
    given = client.get(page(edition), headers={"accept-encoding": accepted})
    assert given.headers.get("Content-Encoding") == coding


def test_each_way_of_packing_has_a_tag_of_its_own(client: Client, edition: Edition) -> None:
    ways = ("", "gzip", "br")
    tags = [client.get(page(edition), headers={"accept-encoding": way}).headers["ETag"] for way in ways]
    assert len(set(tags)) == 3
    for way, tag in zip(ways, tags, strict=True):
        assert client.get(page(edition), headers={"accept-encoding": way, "if-none-match": tag}).status_code == 304


def test_head_has_the_same_headers_and_no_body(client: Client, edition: Edition) -> None:
    got, head = client.get(page(edition)), client.head(page(edition))
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(got.content))
    assert head.headers["ETag"] == got.headers["ETag"]


# --- Nothing stale ---------------------------------------------------------------------------------------------


def publish_again(edition: Edition) -> None:
    """Another Edition."""
    make_edition(
        entry(1, "2019", "The council votes twice"), timeline=edition.timeline, published_at=PUBLISHED_AT + timedelta(1)
    )


def withdraw(edition: Edition) -> None:
    """As long as it is not published again."""
    Timeline.objects.filter(pk=edition.timeline_id).update(live_edition=None, state="draft")


def put_right(edition: Edition) -> None:
    """A correction more."""
    Correction.objects.create(edition=edition, text="It is 41 m long.")


def rename_topic(edition: Edition) -> None:
    """Readers see the new name at once."""
    Topic.objects.filter(slug="rivers").update(name="Waterways")


@pytest.mark.parametrize("change", [publish_again, withdraw, put_right, rename_topic])
def test_a_change_is_seen_by_the_next_reader(client: Client, edition: Edition, change: Any) -> None:
    before = client.get(page(edition))
    change(edition)
    after = client.get(page(edition), headers={"if-none-match": before.headers["ETag"]})
    assert after.status_code == (404 if change is withdraw else 200)
    assert after.content != before.content


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (publish_again, "/"), (withdraw, "/"), (withdraw, "/sitemap.xml"), (withdraw, "/feed.xml"),
        (publish_again, "/feed.xml"), (put_right, "/corrections/"), (rename_topic, "/topics/"), (withdraw, "/topics/"),
        (withdraw, "/corrections/"),
    ],
)  # fmt: skip
def test_a_change_is_seen_in_the_lists(client: Client, edition: Edition, change: Any, path: str) -> None:
    make_edition(entry(9, "2001", "Another story"))
    before = client.get(path)
    change(edition)
    assert client.get(path).content != before.content


def test_what_was_refused_is_asked_about_again(client: Client) -> None:
    edition = make_edition(live=False)
    assert client.get(page(edition)).status_code == 404
    Timeline.objects.filter(pk=edition.timeline_id).update(live_edition=edition, state="published")
    assert client.get(page(edition)).status_code == 200


# --- Without asking --------------------------------------------------------------------------------------------


@pytest.fixture
def trusting(settings: Any) -> None:
    """As a newsroom's server does."""
    settings.PAGES_TRUSTED_SECONDS = 2.0


@pytest.mark.usefixtures("trusting")
def test_for_a_moment_nothing_is_asked_at_all(client: Client, edition: Edition) -> None:
    first = client.get(page(edition))
    with asked(0):
        again = client.get(page(edition))
        packed = client.get(page(edition), headers=PACKED)
        known = client.get(page(edition), headers={"if-none-match": first.headers["ETag"]})
    assert again.content == first.content == gzip.decompress(packed.content)
    assert dict(again.headers) == dict(first.headers)
    assert again.headers["X-Frame-Options"] == "DENY"
    assert known.status_code == 304


@pytest.mark.usefixtures("trusting")
def test_the_moment_is_over_soon(client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get(page(edition))
    withdraw(edition)
    assert client.get(page(edition)).status_code == 200
    now = time.monotonic()
    monkeypatch.setattr("timelines.views.keeping.time.monotonic", lambda: now + 2.1)
    assert client.get(page(edition)).status_code == 404


@pytest.mark.usefixtures("trusting")
def test_who_is_signed_in_never_waits_for_it(client: Client, edition: Edition) -> None:
    Client().get(page(edition))
    client.force_login(User.objects.create(username="mo"))
    publish_again(edition)
    mine = client.get(page(edition))
    assert b"votes twice" in mine.content
    assert b"votes twice" in Client().get(page(edition)).content
    assert "Cookie" not in mine.headers["Vary"]


@pytest.mark.usefixtures("trusting")
def test_a_frame_may_hold_the_embedded_page_alone(client: Client, edition: Edition) -> None:
    for _ in range(2):
        assert "X-Frame-Options" not in client.get(page(edition, "embed/")).headers
        assert client.get(page(edition)).headers["X-Frame-Options"] == "DENY"


# --- What is not kept ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("trusting")
def test_what_a_query_asks_for_is_made_anew_and_kept_by_nobody(client: Client, edition: Edition) -> None:
    whole = client.get(page(edition))
    sifted = client.get(page(edition), {"q": "bridge"})
    assert b'id="e-1"' in whole.content
    assert b'id="e-1"' not in sifted.content
    assert client.get(page(edition)).content == whole.content
    tag = sifted.headers["ETag"]
    assert client.get(page(edition), {"q": "bridge"}, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.usefixtures("trusting")
def test_a_query_that_asks_for_nothing_changes_nothing(client: Client, edition: Edition) -> None:
    whole = client.get(page(edition))
    with asked(0):
        shared = client.get(page(edition), {"fbclid": "<script>"})
    assert shared.content == whole.content


def test_each_host_has_pages_of_its_own(client: Client, edition: Edition, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    one = client.get(page(edition), headers={"host": "one.example"})
    two = client.get(page(edition), headers={"host": "two.example"})
    assert b"http://one.example/t/" in one.content
    assert b"one.example" not in two.content
    assert client.get(page(edition), headers={"host": "evil.example"}).status_code == 400


def test_memory_holds_the_last_pages_within_its_bounds() -> None:
    memory = kept.Memory(most=250)
    for name in ("a", "b", "c"):
        memory.put((name,), kept.Made(name, {"": b"x" * 100}, ()), 0.0)
        memory.put((name,), kept.Made(name, {"": b"x" * 100}, ()), 0.0)
        memory.get(("a",))
    assert memory.get(("a",)) is not None
    assert memory.get(("b",)) is None
    assert memory.get(("c",)) is not None


def test_a_cache_out_of_reach_costs_speed_alone(client: Client, edition: Edition) -> None:
    nobody = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    with override_settings(CACHES={**settings.CACHES, "pages": nobody}):
        first = client.get(page(edition))
        kept.memory.clear()
        assert client.get(page(edition)).content == first.content
    assert first.status_code == 200
