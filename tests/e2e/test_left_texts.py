"""What is typed and not saved: what is offered again, what is not, where the offer stands; and undo at full speed."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.looking import assert_accessible, assert_fits
from tests.e2e.people import sign_in
from tests.stack import Stack

_number = itertools.count(1)

MAKE = """
from datetime import date
from django.contrib.auth.models import User
from timelines.models import Entry, Event, Timeline
timeline = Timeline.objects.create(slug="{slug}", title="The canal", owner=User.objects.get(username="journalist"))
for number in range(12):
    day = date(2019, 5, 3 + number)
    event = Event.objects.create(edtf=day.isoformat(), earliest=day, latest=day, headline=f"Lock {{number + 1}} opens")
    Entry.objects.create(timeline=timeline, event=event, state="proposed", position=(number + 1) * 1_000_000)
"""


@pytest.fixture
def desk(page: Page, stack: Stack) -> Page:
    """The desk of twelve proposals, signed in."""
    slug = f"left-{next(_number)}"
    stack.manage("shell", "--no-imports", "-c", MAKE.format(slug=slug))
    sign_in(page, stack, "journalist", f"/desk/t/{slug}/")
    page.wait_for_load_state("load")
    return page


def edit(page: Page) -> Locator:
    """Open the current entry's form; the form."""
    page.keyboard.press("e")
    panel = page.locator(".panel")
    expect(panel.locator("[name=date]")).to_be_focused()
    return panel


def offers(page: Page) -> Locator:
    return page.locator(".draft-offer")


def nothing_is_kept(page: Page) -> None:
    """Neither now nor after loading the page again."""
    expect(page.locator(".panel")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    expect(offers(page)).to_have_count(0)
    with page.expect_response(re.compile(r"/draft/\?")) as asked:
        page.reload()
    assert asked.value.status == 204


def test_a_refused_date_leaves_no_draft_and_no_script_fails_over_it(desk: Page) -> None:
    panel = edit(desk)
    panel.locator("[name=date]").fill("asdf")
    desk.keyboard.press("Control+Enter")
    expect(panel).to_contain_text("“asdf” is not a date")
    desk.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    desk.keyboard.press("h")
    expect(desk.get_by_role("heading", name="History of this entry")).to_be_visible()
    desk.get_by_role("link", name="Close").click()
    nothing_is_kept(desk)


def settle_late(page: Page) -> None:
    """As on a slow computer: what is swapped in settles long after keys can be pressed in it."""
    page.evaluate("htmx.config.defaultSettleDelay = 4_000")


def test_what_is_typed_before_the_form_has_settled_is_kept(desk: Page) -> None:
    settle_late(desk)
    panel = edit(desk)
    panel.locator("[name=description]").fill("Typed at once.")
    expect(panel.locator("[data-note]")).to_contain_text("Draft kept", timeout=3_500)
    desk.keyboard.press("Escape")
    expect(offers(desk)).to_contain_text("You were writing this at")


def test_a_refusal_left_before_it_has_settled_leaves_no_draft(desk: Page) -> None:
    panel = edit(desk)
    panel.locator("[name=date]").fill("asdf")
    settle_late(desk)
    desk.keyboard.press("Control+Enter")
    expect(panel.locator(".field--bad")).to_be_visible()
    desk.keyboard.press("Escape")
    nothing_is_kept(desk)


def test_opening_the_form_again_keeps_what_was_left_there(desk: Page) -> None:
    edit(desk).locator("[name=description]").fill("The first text.")
    desk.keyboard.press("Escape")
    expect(offers(desk)).to_have_count(1)
    panel = edit(desk)
    expect(panel.locator("[name=description]")).to_have_value("")
    expect(offers(desk)).to_have_count(1)
    desk.keyboard.press("Escape")  # looked, and closed again
    expect(panel).to_have_count(0)
    expect(offers(desk)).to_have_count(1)
    edit(desk).locator("[name=description]").fill("Another text.")
    desk.keyboard.press("Control+Enter")
    expect(panel).to_have_count(0)
    desk.reload()
    offers(desk).get_by_role("link", name="Go on").click()
    expect(panel.locator("[name=description]")).to_have_value("The first text.")


def test_what_is_as_it_was_leaves_no_draft(desk: Page) -> None:
    panel = edit(desk)
    headline = panel.locator("[name=headline]")
    headline.fill("Lock 1 closes")
    expect(panel.locator("[data-note]")).to_contain_text("Draft kept")
    headline.fill("Lock 1 opens")
    desk.keyboard.press("Escape")
    nothing_is_kept(desk)


def test_what_is_written_is_offered_and_history_and_merging_open_beside_it(desk: Page) -> None:
    edit(desk).locator("[name=description]").fill("A whole sentence.")
    desk.keyboard.press("Escape")
    expect(offers(desk)).to_contain_text("You were writing this at")
    desk.keyboard.press("h")
    expect(desk.get_by_role("heading", name="History of this entry")).to_be_visible()
    desk.get_by_role("link", name="Close").click()
    expect(offers(desk)).to_have_count(1)
    for box in desk.get_by_role("checkbox", name=re.compile("^Select [34] May")).all():
        box.check()
    desk.keyboard.press("m")
    expect(desk.get_by_role("heading", name="Merge 2 entries into one")).to_be_visible()
    desk.get_by_role("link", name="Cancel").click()
    expect(offers(desk)).to_have_count(1)


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("dense", [True, False])
def test_the_offer_is_a_line_of_its_own_in_the_row(desk: Page, width: int, dense: bool) -> None:
    edit(desk).locator("[name=description]").fill("A whole sentence.")
    desk.keyboard.press("Escape")
    expect(offers(desk)).to_be_visible()
    rows = "dense" if dense else "cards"
    desk.context.add_cookies([{"name": "desk-rows", "value": rows, "url": desk.url}])
    desk.set_viewport_size({"width": width, "height": 900})
    desk.reload()
    expect(offers(desk)).to_be_visible()
    assert_fits(desk)
    assert_accessible(desk)
    offer, row = offers(desk).bounding_box(), desk.locator(".entry:has(.draft-offer)").bounding_box()
    assert offer is not None
    assert row is not None
    assert offer["width"] > 0.8 * row["width"]
    touching = """() => {
      const offer = document.querySelector(".draft-offer"), box = offer.getBoundingClientRect();
      const parts = offer.parentElement.querySelectorAll(".entry__date, .entry__headline, .entry__meta, .btn");
      return [...parts].filter((part) => !offer.contains(part)).filter((part) => {
        const other = part.getBoundingClientRect();
        return other.width && other.top < box.bottom - 1 && box.top < other.bottom - 1;
      }).map((part) => part.className);
    }"""
    assert desk.evaluate(touching) == []


def test_an_offer_does_not_push_the_opened_entry_away_on_a_phone(desk: Page) -> None:
    edit(desk).locator("[name=description]").fill("A whole sentence.")
    desk.keyboard.press("Escape")
    expect(offers(desk)).to_be_visible()
    desk.set_viewport_size({"width": 390, "height": 844})
    last = desk.locator("article.entry").last.get_attribute("data-entry")
    desk.goto(f"{desk.url.split('?')[0].split('#')[0]}?entry={last}#e-{last}")
    expect(offers(desk)).to_have_count(1)
    expect(desk.locator(f"#e-{last}")).to_be_in_viewport(ratio=0.9)


def test_no_press_of_undo_or_redo_is_lost(desk: Page) -> None:
    accepted = desk.locator("#list .entry--accepted")
    for number in range(10):
        desk.keyboard.press("a")
        expect(accepted).to_have_count(number + 1)
    for _ in range(10):
        desk.keyboard.press("u")
        desk.wait_for_timeout(60)
    expect(accepted).to_have_count(0)
    for _ in range(10):
        desk.keyboard.press("Shift+U")
    expect(accepted).to_have_count(10)
    for _ in range(4):
        desk.keyboard.press("u")
    for _ in range(2):
        desk.keyboard.press("Shift+U")
    expect(accepted).to_have_count(8)
    undo = desk.get_by_role("button", name="Undo my last decision")
    for _ in range(3):
        undo.dispatch_event("click")
    expect(accepted).to_have_count(5)
    expect(desk.locator("#said")).to_contain_text("Undone")
