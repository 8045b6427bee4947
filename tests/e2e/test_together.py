"""Two people at one timeline, in two browsers at once; and what happens to a text when a session or a browser dies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.looking import assert_accessible, assert_fits
from tests.e2e.people import sign_in, sign_out
from tests.stack import Stack

SEEN_WITHIN = 5_000
"""Milliseconds until the others see a change."""

Join = Callable[..., Page]
_number = itertools.count(1)

MAKE = """
from datetime import date
from django.contrib.auth.models import User
from timelines.models import Entry, Event, Timeline
User.objects.filter(username="moderator").update(first_name="Night", last_name="desk")
timeline = Timeline.objects.create(slug="{slug}", title="The ferry", owner=User.objects.get(username="journalist"))
for number, words in enumerate(["The bridge opens", "The ferry sinks", "The inquiry begins", "The captain speaks"]):
    day = date(2019 + number, 5, 3)
    event = Event.objects.create(edtf=day.isoformat(), earliest=day, latest=day, headline=words)
    state = "accepted" if number % 2 else "proposed"
    Entry.objects.create(timeline=timeline, event=event, state=state, position=(number + 1) * 1_000_000)
"""


@pytest.fixture
def desk(stack: Stack) -> str:
    """The desk of a timeline of four entries, two of them still to be decided."""
    slug = f"together-{next(_number)}"
    stack.manage("shell", "--no-imports", "-c", MAKE.format(slug=slug))
    return f"/desk/t/{slug}/"


@pytest.fixture
def join(browser: Browser, stack: Stack, desk: str) -> Iterator[Join]:
    """Somebody comes to the desk in a browser of their own; no script of any of them may fail."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def come(name: str = "", **options: Any) -> Page:
        context = browser.new_context(
            base_url=stack.url, viewport={"width": 1440, "height": 900}, locale="en-GB", **options
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(f"{name}: {error}"))
        if name:
            sign_in(page, stack, name, desk)
            page.wait_for_load_state("load")
        return page

    yield come
    for context in contexts:
        context.close()
    assert not trouble, "\n".join(trouble)


def row(page: Page, headline: str) -> Locator:
    return page.locator("article.entry").filter(has=page.locator(".entry__headline", has_text=headline))


def edit(page: Page, headline: str) -> Locator:
    """Open the entry's form; the form."""
    row(page, headline).locator(".entry__headline").click(position={"x": 400, "y": 8})
    page.keyboard.press("e")
    panel = page.locator(".panel")
    expect(field(panel, "date")).to_be_focused()
    return panel


def field(panel: Locator, name: str) -> Locator:
    return panel.locator(f"[name={name}]")


def save(panel: Locator) -> None:
    panel.get_by_role("button", name=re.compile("^Save")).click()


def kept(panel: Locator) -> None:
    expect(panel.locator("[data-note]")).to_have_text(re.compile(r"^Draft kept at \d\d:\d\d$"))


def end_sessions(stack: Stack) -> None:
    words = "from django.contrib.sessions.models import Session; Session.objects.all().delete()"
    stack.manage("shell", "--no-imports", "-c", words)


def test_each_sees_the_other_and_what_the_other_changes_while_typing(join: Join) -> None:
    day, night = join("journalist"), join("moderator")
    expect(day.locator("#people")).to_contain_text("You and Night desk are here", timeout=SEEN_WITHIN)
    panel = edit(night, "The ferry sinks")
    text = field(panel, "description")
    text.fill("Half a sentence")
    night.evaluate("document.querySelector('.panel').same = true")
    night.evaluate("document.activeElement.setSelectionRange(4, 4)")
    expect(row(day, "The ferry sinks")).to_contain_text("Night desk is editing this", timeout=2 * SEEN_WITHIN)

    row(day, "The bridge opens").get_by_role("button", name="Accept").first.click()
    expect(row(night, "The bridge opens").locator(".entry__meta")).to_contain_text("Accepted", timeout=SEEN_WITHIN)
    expect(night.locator("#said")).to_have_text("Journalist changed 3 May 2019.")
    expect(night.locator("#tabs")).to_contain_text("Accepted 3")
    other = edit(day, "The captain speaks")
    field(other, "headline").fill("The captain is silent")
    save(other)
    expect(row(night, "The captain is silent")).to_be_visible(timeout=SEEN_WITHIN)

    assert night.evaluate("document.querySelector('.panel').same && document.activeElement.name") == "description"
    night.keyboard.type("lo")
    expect(text).to_have_value("Halflo a sentence")
    assert_accessible(day)
    assert_accessible(night)


def test_the_list_keeps_its_place_and_its_focus(join: Join) -> None:
    day, night = join("journalist"), join("moderator")
    night.set_viewport_size({"width": 1440, "height": 640})
    row(night, "The inquiry begins").locator(".entry__headline").click(position={"x": 400, "y": 8})
    row(night, "The captain speaks").get_by_role("checkbox").check()
    row(night, "The bridge opens").get_by_role("checkbox").check()
    row(night, "The inquiry begins").get_by_role("link", name=re.compile("^Edit")).focus()
    before = row(night, "The inquiry begins").bounding_box()
    row(day, "The bridge opens").get_by_role("button", name="Accept").first.click()
    expect(night.locator("#tabs")).to_contain_text("Accepted 3", timeout=SEEN_WITHIN)
    expect(row(night, "The captain speaks").get_by_role("checkbox")).to_be_checked()
    expect(row(night, "The bridge opens").get_by_role("checkbox")).to_be_checked()
    after = row(night, "The inquiry begins").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2
    assert night.evaluate("document.activeElement.dataset.act") == "edit"
    expect(night.locator(".entry--current")).to_contain_text("The inquiry begins")


def test_two_tabs_of_one_person_are_two(join: Join, desk: str) -> None:
    one = join("journalist")
    two = one.context.new_page()
    two.goto(desk)
    row(two, "The ferry sinks").locator(".entry__headline").click(position={"x": 400, "y": 8})
    expect(one.locator("#people")).to_contain_text("You are here in 2 tabs", timeout=2 * SEEN_WITHIN)
    expect(row(one, "The ferry sinks")).to_contain_text("You, in another tab, are looking at this")
    two.close()
    expect(one.locator("#people")).not_to_contain_text("2 tabs", timeout=SEEN_WITHIN)


def conflict_between(day: Page, night: Page) -> Locator:
    """Night desk types, Day desk saves; Night desk's form after saving as well."""
    panel = edit(night, "The ferry sinks")
    field(panel, "headline").fill("The ferry goes down")
    other = edit(day, "The ferry sinks")
    field(other, "headline").fill("The ferry founders")
    save(other)
    news = panel.locator(".panel__news")
    expect(news).to_contain_text("Journalist saved this entry while you are typing.", timeout=SEEN_WITHIN)
    expect(field(panel, "headline")).to_have_value("The ferry goes down")
    save(panel)
    conflict = night.locator("[data-conflict]")
    expect(conflict).to_contain_text("Journalist saved this entry while you were typing")
    expect(conflict.locator("ins.theirs")).to_have_text("founders")
    expect(conflict.locator("ins.yours")).to_have_text("goes down")
    return conflict


def test_a_stale_save_shows_both_texts_again_and_again_until_they_are_combined(join: Join) -> None:
    day, night = join("journalist"), join("moderator")
    conflict = conflict_between(day, night)
    expect(night.locator("#said")).to_have_text("Not saved: journalist saved first.")
    assert_accessible(night)
    for width in (390, 1440):
        night.set_viewport_size({"width": width, "height": 900})
        assert_fits(night)
    other = edit(day, "The ferry founders")
    field(other, "headline").fill("The ferry capsizes")
    save(other)
    expect(row(day, "The ferry capsizes")).to_be_visible()
    conflict.get_by_role("button", name="Save mine").click()
    expect(conflict.locator("ins.theirs")).to_have_text("capsizes")
    expect(conflict.locator("ins.yours")).to_have_text("goes down")
    conflict.get_by_role("button", name="Combine in the form").click()
    panel = night.locator(".panel:not([data-conflict])")
    expect(field(panel, "headline")).to_have_value("The ferry goes down")
    expect(panel).to_contain_text("capsizes")
    field(panel, "headline").fill("The ferry capsizes and goes down")
    save(panel)
    expect(row(night, "The ferry capsizes and goes down")).to_be_visible()
    expect(row(day, "The ferry capsizes and goes down")).to_be_visible(timeout=SEEN_WITHIN)
    night.wait_for_timeout(1_000)
    assert night.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('dateline-draft'))") == []
    night.reload()
    expect(night.locator(".draft-offer")).to_have_count(0)


def test_keeping_what_the_other_saved(join: Join) -> None:
    day, night = join("journalist"), join("moderator")
    conflict_between(day, night).get_by_role("link", name=re.compile("^Keep")).click()
    expect(row(night, "The ferry founders")).to_be_visible()
    night.wait_for_timeout(500)
    night.reload()
    expect(night.locator(".draft-offer")).to_have_count(0)


def test_the_text_for_an_entry_that_is_removed_becomes_a_new_one(join: Join, stack: Stack) -> None:
    night = join("moderator")
    panel = edit(night, "The inquiry begins")
    field(panel, "headline").fill("The inquiry has begun")
    pk = panel.get_attribute("data-entry")
    stack.manage(
        "shell", "--no-imports", "-c",
        f"from timelines.models import *; entry = Entry.objects.get(pk={pk}); "
        "entry.delete(); Timeline.objects.filter(pk=entry.timeline_id).update(revision=9)",
    )  # fmt: skip
    expect(panel.locator(".panel__news")).to_contain_text("This entry was removed", timeout=SEEN_WITHIN)
    assert_accessible(night)
    save(panel)
    lost = night.locator(".panel")
    expect(lost).to_contain_text("The entry was removed while you were typing")
    expect(field(lost, "headline")).to_have_value("The inquiry has begun")
    lost.get_by_role("button", name=re.compile("^Add")).click()
    expect(row(night, "The inquiry has begun")).to_be_visible()


def test_a_save_that_fails_keeps_form_and_text(join: Join) -> None:
    page = join("journalist")
    panel = edit(page, "The ferry sinks")
    field(panel, "description").fill("A long description")
    page.route("**/edit/**", lambda route: route.abort())
    save(panel)
    expect(page.locator("#trouble")).to_contain_text("The server cannot be reached. Nothing was saved.")
    expect(field(panel, "description")).to_have_value("A long description")
    page.unroute("**/edit/**")
    page.route("**/edit/**", lambda route: route.fulfill(status=500, body="no"))
    save(panel)
    expect(page.locator("#trouble")).to_contain_text("The server could not do that. Nothing was saved.")
    expect(field(panel, "description")).to_have_value("A long description")
    page.unroute("**/edit/**")
    save(panel)
    expect(row(page, "The ferry sinks")).to_contain_text("A long description")


def sign_in_again(page: Page, stack: Stack, name: str) -> None:
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(stack.password)
    page.get_by_role("button", name="Sign in").click()


def test_an_expired_session_loses_no_text(join: Join, stack: Stack) -> None:
    page = join("journalist")
    panel = edit(page, "The ferry sinks")
    field(panel, "description").fill("Kept before. ")
    kept(panel)
    end_sessions(stack)
    field(panel, "description").press("Control+End")
    field(panel, "description").press_sequentially("Typed after.")
    notice = page.locator("#signed-out")
    expect(notice).to_contain_text("You are signed out. Your text is kept.", timeout=2 * SEEN_WITHIN)
    expect(field(panel, "description")).to_have_value("Kept before. Typed after.")
    assert_accessible(page)
    notice.get_by_role("link", name="Sign in again").click()
    sign_in_again(page, stack, "journalist")
    panel = page.locator(".panel")
    expect(field(panel, "description")).to_have_value("Kept before. Typed after.")
    save(panel)
    expect(row(page, "The ferry sinks")).to_contain_text("Typed after.")
    page.reload()
    expect(page.locator(".draft-offer")).to_have_count(0)


def test_saving_without_a_session_leads_to_the_door_and_back_to_the_form(join: Join, stack: Stack) -> None:
    page = join("journalist")
    panel = edit(page, "The ferry sinks")
    end_sessions(stack)
    field(panel, "description").fill("Nobody has seen this yet")
    save(panel)
    expect(page).to_have_url(re.compile("/accounts/login/"))
    sign_in_again(page, stack, "journalist")
    expect(field(page.locator(".panel"), "description")).to_have_value("Nobody has seen this yet")


def test_another_person_at_the_same_computer_sees_nothing_of_it(join: Join, stack: Stack, desk: str) -> None:
    page = join("journalist")
    panel = edit(page, "The ferry sinks")
    end_sessions(stack)
    field(panel, "description").fill("For me alone")
    save(panel)
    expect(page).to_have_url(re.compile("/accounts/login/"))
    sign_in_again(page, stack, "moderator")
    expect(row(page, "The ferry sinks")).to_be_visible()
    page.wait_for_timeout(1_000)
    expect(page.locator(".draft-offer, .panel")).to_have_count(0)
    page.goto("/desk/")
    sign_out(page, stack)
    sign_in(page, stack, "journalist", desk)
    expect(row(page, "The ferry sinks").locator(".draft-offer")).to_contain_text("You were writing this at")


def test_signing_out_clears_the_browser_once_the_server_has_the_text(join: Join, stack: Stack, desk: str) -> None:
    page = join("journalist")
    field(edit(page, "The ferry sinks"), "description").fill("Not sent yet")
    sign_out(page, stack)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('dateline-draft'))") == []
    sign_in(page, stack, "journalist", desk)
    row(page, "The ferry sinks").get_by_role("link", name="Go on").click()
    expect(field(page.locator(".panel"), "description")).to_have_value("Not sent yet")


def test_a_browser_that_dies_loses_no_text(join: Join, desk: str) -> None:
    page = join("journalist")
    panel = edit(page, "The ferry sinks")
    field(panel, "description").fill("The last words before the crash")
    left = page.context.storage_state()  # at once: nothing has been sent to the server
    page.context.close()
    again = join(storage_state=left)
    again.goto(desk)
    offer = row(again, "The ferry sinks").locator(".draft-offer")
    expect(offer).to_contain_text(re.compile(r"You were writing this at \d\d:\d\d\."))
    assert_accessible(again)
    again.keyboard.press("j")
    offer.get_by_role("link", name="Go on").click()
    expect(field(again.locator(".panel"), "description")).to_have_value("The last words before the crash")
    again.locator(".panel [data-cancel]").click()
    expect(offer).to_be_visible()
    offer.get_by_role("button", name="Throw away").click()
    expect(offer).to_have_count(0)
    again.reload()
    again.wait_for_timeout(1_000)
    expect(again.locator(".draft-offer")).to_have_count(0)


def test_comments_go_to_and_fro(join: Join) -> None:
    day, night = join("journalist"), join("moderator")
    row(day, "The ferry sinks").locator(".entry__headline").click(position={"x": 400, "y": 8})
    day.keyboard.press("c")
    expect(day.locator("#talk-text")).to_be_focused()
    day.keyboard.type("Is this the day? @mod")
    expect(day.locator("#talk-names").get_by_role("option")).to_have_text("Night desk @moderator")
    assert_accessible(day)
    day.keyboard.press("Enter")
    day.keyboard.type("please look")
    day.keyboard.press("Control+Enter")
    expect(day.locator(".remark")).to_contain_text("Is this the day? @moderator please look")
    row(night, "The ferry sinks").get_by_role("link", name="1 open comment").click(timeout=SEEN_WITHIN)
    expect(night.locator(".mention")).to_have_text("@moderator")
    field(day.locator(".talk"), "text").fill("And another thing")
    night.locator("#talk-text").fill("It is.")
    night.keyboard.press("Control+Enter")
    expect(day.locator(".remark")).to_have_count(2, timeout=SEEN_WITHIN)
    expect(field(day.locator(".talk"), "text")).to_have_value("And another thing")
    night.locator(".remark").first.get_by_role("button", name="Resolve").click()
    expect(night.locator(".remark--done")).to_contain_text("Resolved by you")
    night.get_by_label("For", exact=True).select_option(label="me")
    expect(row(night, "The ferry sinks")).to_contain_text("for you")
    expect(night.get_by_label("For", exact=True)).to_be_focused()
    expect(row(day, "The ferry sinks")).to_contain_text("for Night desk", timeout=SEEN_WITHIN)
    expect(row(day, "The ferry sinks")).to_contain_text("1 open comment")
    for width in (390, 1440):
        night.set_viewport_size({"width": width, "height": 900})
        assert_fits(night)
        assert_accessible(night)
    night.goto("/desk/")
    expect(night.get_by_label("Waiting for you")).to_contain_text("1 entry is assigned to you")
