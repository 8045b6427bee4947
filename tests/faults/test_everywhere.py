"""What is published changes in every web process within five seconds, although each keeps pages ready."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stack import Stack, free_port, running, wait_for

WITHIN = 5.0
"""Seconds after publishing, by when no reader is shown what was there before."""
EACH = 4
"""Connections to each server, so that each of its processes is asked."""
SLUG = "the-ferry"
MAKE = f"""
from tests.factories import make_entry, make_timeline
timeline = make_timeline(slug={SLUG!r}, title="The ferry")
make_entry(timeline, "2019-05-03", headline="The ferry is ordered")
"""
CHANGE = f"""
from timelines.models import Timeline
timeline = Timeline.objects.get(slug={SLUG!r})
timeline.title = "The new ferry"
timeline.save()
event = timeline.entries.get().event
event.headline = "The new ferry is launched"
event.save()
"""
PUBLISH = f"""
import time
from django.contrib.auth.models import User
from editorial import publishing
from timelines.models import Timeline
moderator = User.objects.get(username="moderator")
timeline = publishing.submit(Timeline.objects.get(slug={SLUG!r}).pk, moderator)
publishing.publish(timeline.pk, moderator, revision=timeline.revision, correction="It is new.")
print(time.time())
"""
PAGES = {
    f"/t/{SLUG}/": "The ferry is ordered", f"/t/{SLUG}/editions/": "The ferry", f"/t/{SLUG}/embed/": "ferry is ordered",
    f"/t/{SLUG}/feed.xml": "The ferry", f"/t/{SLUG}/files/timeline.csv": "The ferry is ordered",
    f"/api/v1/timelines/{SLUG}/events": "The ferry is ordered", "/": "The ferry", "/feed.xml": "The ferry",
    "/corrections/": "The ferry", "/sitemap.xml": SLUG, "/search/?q=ferry": "The ferry is ordered",
}  # fmt: skip
"""Addresses, and what each says once the first Edition is there."""
CHANGED = {
    f"/t/{SLUG}/": "The new ferry is launched", f"/t/{SLUG}/editions/": "The new ferry",
    f"/t/{SLUG}/embed/": "The new ferry is launched", f"/t/{SLUG}/feed.xml": "The new ferry",
    f"/t/{SLUG}/files/timeline.csv": "The new ferry is launched",
    f"/api/v1/timelines/{SLUG}/events": "The new ferry is launched", "/": "The new ferry", "/feed.xml": "The new ferry",
    "/corrections/": "The new ferry", "/search/?q=ferry": "The new ferry is launched",
}  # fmt: skip


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Stack]:
    """A Dateline of this test's own."""
    with running(tmp_path / "var") as stack:
        yield stack


@pytest.fixture
def ports(stack: Stack) -> Iterator[list[int]]:
    """Where its web server of two processes listens, and another web server on the same data."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "editorial.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    with subprocess.Popen(command, env=stack.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as second:
        try:
            wait_for("the second web server", lambda: show(port, "/healthz"), 40)
            yield [stack.port, port]
        finally:
            second.terminate()


def show(port: int, path: str) -> str:
    """The page as a reader gets it; empty where there is none, or nobody listens."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def lacking(ports: list[int], pages: dict[str, str]) -> list[str]:
    """Where somebody was shown a page without its words."""
    asked = [(port, path) for path in pages for port in ports for _ in range(EACH)]
    return [f"{port}{path}" for port, path in asked if pages[path] not in show(port, path)]


def publish(stack: Stack, ports: list[int], pages: dict[str, str]) -> list[str]:
    """Where the old page was shown to who asked more than `WITHIN` after publishing, having asked all the while."""
    published_at = float(stack.manage("shell", "--no-imports", "-c", PUBLISH).split()[-1])
    while time.time() < published_at + WITHIN:
        lacking(ports, pages)
    return lacking(ports, pages)


def test_a_publication_is_seen_in_every_process(stack: Stack, ports: list[int]) -> None:
    stack.manage("shell", "--no-imports", "-c", MAKE)
    assert len(set(lacking(ports, PAGES))) == len(ports) * len(PAGES), "nothing of it is shown before"
    assert publish(stack, ports, PAGES) == []
    stack.manage("shell", "--no-imports", "-c", CHANGE)
    assert set(lacking(ports, CHANGED)) == {f"{port}{path}" for port in ports for path in CHANGED}
    assert publish(stack, ports, CHANGED) == []
