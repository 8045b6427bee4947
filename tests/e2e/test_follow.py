"""What is looked at goes together: the source shows the words of the current entry; no load of the page loses it."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import sign_in
from tests.stack import Stack

_number = itertools.count(1)

MAKE = """
from datetime import date
from hashlib import sha256
from django.contrib.auth.models import User
from timelines.models import Article, Citation, Entry, Event, Timeline
timeline = Timeline.objects.create(slug="{slug}", title="The bridge", owner=User.objects.get(username="journalist"))
for number in range(1, 15):
    year = 2000 + number
    text = f"Part {{number}} of {slug}.\\nIn {{year}} the bridge closed once more.\\n"
    told = sha256(text.encode()).hexdigest()
    article = Article.objects.create(
        title=f"Part {{number}}", text=text, media_type="text/plain", text_sha256=told, file_sha256=told
    )
    timeline.articles.add(article)
    event = Event.objects.create(
        edtf=str(year), earliest=date(year, 1, 1), latest=date(year, 12, 31), headline=f"Closed in {{year}}"
    )
    Citation.objects.create(event=event, article=article, start=text.index("In "), end=len(text) - 1)
    Entry.objects.create(timeline=timeline, event=event, state="proposed", position=number * 2**40)
"""
"""Fourteen entries, so that rows are dense, each with an article of its own."""


@pytest.fixture
def slug(stack: Stack) -> str:
    """The timeline."""
    slug = f"follow-{next(_number)}"
    stack.manage("shell", "--no-imports", "-c", MAKE.format(slug=slug))
    return slug


@pytest.fixture
def desk(page: Page, stack: Stack, slug: str) -> Page:
    """Its desk."""
    sign_in(page, stack, "journalist", f"/desk/t/{slug}/")
    return page


def together(page: Page, number: int) -> None:
    """The entry of that article is current, and its words are marked in the source."""
    expect(page.locator(".entry--current .entry__headline")).to_have_text(f"Closed in {2000 + number}")
    expect(page.locator(".source__of")).to_have_text(f"Article {number} of 14")
    expect(page.locator("#source-text .mark[aria-current]")).to_contain_text(f"In {2000 + number} the bridge closed")
    expect(page.locator(".menu__item--article[aria-current]")).to_contain_text(f"Part {number}")
    expect(page.locator("#rail .rail__mark")).to_have_count(1)


def test_the_source_follows_the_current_entry(desk: Page, slug: str) -> None:
    together(desk, 1)
    quote = desk.locator(".entry--current .quote-link")
    expect(quote).to_be_visible()
    expect(quote).to_contain_text("Part 1")

    desk.keyboard.press("j")
    together(desk, 2)
    expect(desk.locator(".entry--current .entry__buttons [data-act=source]")).to_be_visible()
    with desk.expect_request(re.compile(r"/accept/")) as asked:
        desk.keyboard.press("a")
    article = asked.value.url.partition("article=")[2]
    together(desk, 3)
    opened = desk.locator("#source-text").get_attribute("data-article")
    assert int(article) == int(opened or 0) - 1
    expect(desk.locator(".entry:focus .entry__headline")).to_have_text("Closed in 2003")

    fetched: list[str] = []
    desk.on(
        "request", lambda request: fetched.append(request.url) if request.headers.get("hx-target") == "source" else None
    )
    for _ in range(6):
        desk.keyboard.press("j")
    together(desk, 9)
    assert len(fetched) == 1, fetched

    desk.locator(".entry", has_text="Closed in 2011").locator(".entry__headline").click()
    together(desk, 11)
    desk.keyboard.press("s")
    expect(desk.locator("#source-text .mark:focus")).to_contain_text("In 2011")


def test_the_current_entry_outlives_a_load(desk: Page) -> None:
    desk.keyboard.press("d")
    expect(desk.locator(".entry:focus .entry__headline")).to_have_text("Closed in 2001")
    desk.keyboard.press("d")
    desk.keyboard.press("j")
    desk.keyboard.press("j")
    together(desk, 3)
    desk.reload()
    together(desk, 3)
    expect(desk.locator(".entry:focus .entry__headline")).to_have_text("Closed in 2003")


def test_the_keys_come_back_from_the_find_box(desk: Page) -> None:
    desk.keyboard.press("g")
    desk.keyboard.type("not this")
    desk.keyboard.press("Escape")
    expect(desk.locator("#find")).to_have_value("")
    desk.keyboard.press("j")
    together(desk, 2)

    desk.keyboard.press("g")
    desk.keyboard.type("2005 bridge")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("q="))
    expect(desk.locator("body")).to_have_class(re.compile("desk-page--dense"))
    expect(desk.locator(".entry:focus .entry__headline")).to_have_text("Closed in 2005")


def test_an_address_opens_the_article_without_scripts(plain_page: Page, stack: Stack, slug: str) -> None:
    sign_in(plain_page, stack, "journalist", f"/desk/t/{slug}/?show=all")
    link = plain_page.locator(".entry", has_text="Closed in 2004").locator(".entry__headline a")
    link.click()
    together(plain_page, 4)
    expect(plain_page.locator(".keybar__key:visible")).to_have_count(0)
