"""The TimelineJS export in the real TimelineJS: every event is a slide there, and nothing goes wrong."""

from __future__ import annotations

import mimetypes

from playwright.sync_api import Browser, Route

from tests.e2e.tools import package
from tests.timelines.editions import day, entry, source
from tests.timelines.exports.sample import sample
from timelines.exports.timelinejs import write_json

SITE = "http://newsroom.example"
ITS_OWN = "https://cdn.knightlab.com/libs/timeline3/latest"
"""Where TimelineJS fetches its fonts' style sheet from; it is answered from the same package."""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>TimelineJS</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/css/timeline.css"></head>
<body><div id="timeline" style="width: 1200px; height: 700px"></div><script src="/js/timeline.js"></script>
<script>
fetch("/export.json").then((got) => got.json()).then((data) => {
  window.timeline = new TL.Timeline("timeline", data, {hash_bookmark: false, ga_measurement_id: null});
});
</script></body></html>"""


def open_export(browser: Browser, data: bytes) -> tuple[list[tuple[str, str]], list[str]]:
    """Date and headline of each slide, in order, and all that went wrong."""
    folder = package("@knight-lab/timelinejs") / "dist"
    trouble: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).removeprefix(ITS_OWN)
        file = folder / path.lstrip("/").partition("?")[0]
        if path == "/":
            route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")
        elif path == "/export.json":
            route.fulfill(body=data, content_type="application/json")
        elif path.startswith("/css/fonts/"):  # fonts from a third party, which no test asks for
            route.fulfill(body="", content_type="text/css")
        elif path.startswith("/") and file.is_file():
            route.fulfill(path=file, content_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        else:
            trouble.append(f"asked for {route.request.url}")
            route.abort()

    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.on("pageerror", lambda error: trouble.append(f"script failed: {error}"))
    page.on("console", lambda line: trouble.append(f"{line.type}: {line.text}") if line.type == "error" else None)
    page.route("**/*", answer)
    page.goto(SITE + "/")
    page.wait_for_selector(".tl-slide .tl-headline, .tl-message-content:not(:empty)", state="attached", timeout=20_000)
    page.wait_for_timeout(500)
    slides = page.evaluate(
        """() => [...document.querySelectorAll(".tl-slide")].map((slide) => [
             slide.querySelector(".tl-headline-date")?.textContent ?? "",
             slide.querySelector(".tl-headline")?.textContent ?? ""])"""
    )
    said = page.evaluate(
        """() => [...document.querySelectorAll(".tl-message-content")].map((box) => box.textContent)"""
    )
    page.close()
    return [(when.strip(), what.strip()) for when, what in slides], [*trouble, *filter(None, said)]


def test_every_event_is_a_slide(browser: Browser) -> None:
    timeline = sample()
    slides, trouble = open_export(browser, write_json(timeline))
    assert trouble == []
    assert slides[0] == ("", "The bridge")
    assert sorted(what for _, what in slides[1:]) == sorted(entry.headline for entry in timeline.entries)
    shown = {what: when.lower() for when, what in slides[1:]}
    assert [shown[entry.headline] for entry in timeline.entries] == [entry.words.lower() for entry in timeline.entries]


def test_a_long_story_is_there_whole(browser: Browser) -> None:
    timeline = sample(*(entry(n, day(30 * n), f"Event {n}", source(f"It was on {n}.")) for n in range(300)))
    slides, trouble = open_export(browser, write_json(timeline))
    assert trouble == []
    assert [what for _, what in slides[1:]] == [entry.headline for entry in timeline.entries]


def test_a_slide_that_is_no_slide_is_noticed(browser: Browser) -> None:
    _, trouble = open_export(browser, b'{"events": [{"start_date": {"year": "soon"}, "text": {"headline": "x"}}]}')
    assert trouble
