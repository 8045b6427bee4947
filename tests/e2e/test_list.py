"""The list under a person's hands: one row comes back, and the page puts it where it belongs."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import sign_in
from tests.stack import Stack

_number = itertools.count(1)

MAKE = """
from datetime import date
from django.contrib.auth.models import User
from timelines.models import Entry, Event, Timeline
timeline = Timeline.objects.create(slug="{slug}", title="The ferry", owner=User.objects.get(username="journalist"))
for number, (words, year) in enumerate([("Alpha", 2019), ("Beta", 2019), ("Gamma", 2019), ("Delta", 2022)], start=1):
    event = Event.objects.create(
        edtf=str(year), earliest=date(year, 1, 1), latest=date(year, 12, 31), headline=words
    )
    state = "proposed" if words == "Beta" else "accepted"
    Entry.objects.create(timeline=timeline, event=event, state=state, position=number * 2**40)
"""


@pytest.fixture
def desk(page: Page, stack: Stack) -> Page:
    """The desk of a timeline of four entries, three of them of one year."""
    slug = f"list-{next(_number)}"
    stack.manage("shell", "--no-imports", "-c", MAKE.format(slug=slug))
    sign_in(page, stack, "journalist", f"/desk/t/{slug}/")
    return page


def told(page: Page, *headlines: str) -> None:
    """The rows that are not set aside, in this order."""
    expect(page.locator("#list > .entry .entry__headline")).to_have_text(list(headlines))


def choose(page: Page, headline: str) -> None:
    """Make it the current entry, with the focus on it."""
    row = page.locator("#list .entry", has=page.locator(".entry__headline", has_text=headline))
    row.locator(".entry__headline a").focus()
    row.locator(".entry__headline a").press("Enter")
    expect(row).to_be_focused()


def focused(page: Page, headline: str) -> None:
    """The focus is on the entry, wherever it stands now."""
    expect(page.locator(".entry:focus .entry__headline")).to_have_text(headline)


def test_every_action_moves_one_row_and_keeps_the_focus(desk: Page) -> None:
    told(desk, "Alpha", "Beta", "Gamma", "Delta")
    choose(desk, "Alpha")
    desk.keyboard.press("Alt+ArrowDown")
    told(desk, "Beta", "Alpha", "Gamma", "Delta")
    focused(desk, "Alpha")

    choose(desk, "Delta")
    desk.keyboard.press("Alt+ArrowUp")
    expect(desk.locator(".entry__said")).to_contain_text("is before 2022")
    told(desk, "Beta", "Alpha", "Gamma", "Delta")
    focused(desk, "Delta")

    desk.keyboard.press("e")
    desk.get_by_label("Date", exact=True).fill("2015")
    desk.keyboard.press("Control+Enter")
    told(desk, "Delta", "Beta", "Alpha", "Gamma")
    focused(desk, "Delta")
    expect(desk.locator("#list > .year .year__name")).to_have_text(["2015", "2019"])
    expect(desk.locator("#list > .gap")).to_have_count(1)

    choose(desk, "Beta")
    desk.keyboard.press("r")
    told(desk, "Delta", "Alpha", "Gamma")
    expect(desk.locator(".aside .entry__headline")).to_have_text(["Beta"])
    expect(desk.locator(".tab[aria-current]")).to_contain_text("4")
    desk.keyboard.press("u")
    told(desk, "Delta", "Beta", "Alpha", "Gamma")
    focused(desk, "Beta")

    desk.get_by_role("link", name="Oldest first. Show the newest first").click()
    told(desk, "Gamma", "Alpha", "Beta", "Delta")
    choose(desk, "Gamma")
    desk.keyboard.press("Alt+ArrowDown")
    told(desk, "Alpha", "Gamma", "Beta", "Delta")


def test_a_drag_against_the_dates_goes_back_and_says_why(desk: Page) -> None:
    grip = desk.locator(".entry", has_text="Delta").locator(".entry__grip").first
    above = desk.locator(".entry", has_text="Alpha").first.bounding_box()
    start = grip.bounding_box()
    assert above
    assert start
    desk.mouse.move(start["x"] + 8, start["y"] + 8)
    desk.mouse.down()
    desk.mouse.move(start["x"] + 12, start["y"] - 30, steps=5)
    desk.mouse.move(above["x"] + 60, above["y"] + 6, steps=15)
    desk.mouse.up()
    expect(desk.locator(".entry__said")).to_contain_text("Only entries whose dates overlap can change places")
    told(desk, "Alpha", "Beta", "Gamma", "Delta")
