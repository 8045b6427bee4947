"""Select entries, decide them with one press, take it back after a reload, and look at what was done."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.looking import look_over
from tests.e2e.people import sign_in
from tests.stack import Stack

MAKE = """
from django.contrib.auth.models import User
from tests.factories import *
timeline = make_timeline(slug="at-once", title="At once", owner=User.objects.get(username="journalist"))
article = make_article("Council\\n\\nIt met in 2018, in 2019, in 2020 and in 2021.", timeline=timeline)
for year in (2018, 2019, 2020, 2021):
    make_entry(timeline, str(year), article=article, words=str(year), headline=f"It meets in {year}",
        position=year * 1000, state="proposed")
"""


@pytest.fixture(scope="module")
def made(stack: Stack) -> Stack:
    """A timeline of four proposals."""
    stack.manage("shell", "-v0", "--no-imports", "-c", MAKE)
    return stack


def states(page: Page) -> list[str]:
    return [str(words) for words in page.locator("#list .entry .entry__meta .state:first-child").all_inner_texts()]


def press(page: Page, key: str, says: str) -> None:
    page.keyboard.press(key)
    expect(page.locator("#said")).to_have_text(says)


def test_by_keyboard(page: Page, made: Stack) -> None:
    sign_in(page, made, "journalist", "/desk/t/at-once/")
    page.wait_for_load_state("load")
    toolbar = page.locator("#selection")
    expect(toolbar).to_be_hidden()
    press(page, "x", "1 selected.")
    page.keyboard.press("j")
    press(page, "Space", "2 selected.")
    expect(toolbar).to_be_visible()
    look_over(page)
    press(page, "Shift+A", "2 accepted. U to undo.")
    expect(toolbar).to_be_hidden()
    assert states(page) == ["Accepted", "Accepted", "Proposed", "Proposed"]
    expect(page.locator("#list .entry--current")).to_be_focused()
    page.reload()
    page.wait_for_load_state("load")
    press(page, "u", "Undone: accepted 2 entries. Shift+U to redo.")
    assert states(page) == ["Proposed"] * 4
    press(page, "Shift+U", "Done again: accepted 2 entries. U to undo.")
    press(page, "u", "Undone: accepted 2 entries. Shift+U to redo.")
    press(page, "Shift+X", "4 selected.")
    press(page, "Escape", "Nothing selected.")
    press(page, "Shift+R", "Nothing is selected. X selects the current entry.")


def test_a_range_with_the_mouse_and_the_menu_of_the_article(page: Page, made: Stack) -> None:
    sign_in(page, made, "journalist", "/desk/t/at-once/")
    page.wait_for_load_state("load")
    boxes = page.locator("#list .entry__select")
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    expect(page.locator("#selection [data-count]")).to_have_text("3 selected")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#selection")).to_be_hidden()
    page.locator("#source-head summary").click()
    page.get_by_role("button", name="Accept all 4 past events").click()
    expect(page.locator("#said")).to_have_text("4 accepted. U to undo.")
    press(page, "u", "Undone: accepted 4 entries. Shift+U to redo.")


def test_history_and_back_to_an_earlier_version(page: Page, made: Stack) -> None:
    sign_in(page, made, "journalist", "/desk/t/at-once/")
    page.wait_for_load_state("load")
    entry = page.locator("#list .entry").first
    page.keyboard.press("e")
    page.get_by_label("Headline").fill("The council meets in 2018")
    page.keyboard.press("Control+Enter")
    expect(entry.locator(".entry__headline")).to_have_text("The council meets in 2018")
    expect(entry).to_be_focused()
    page.keyboard.press("h")
    panel = page.locator(".panel--history")
    expect(panel.locator("ins.yours").first).to_have_text("The council")
    look_over(page)
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(entry).to_be_focused()
    page.keyboard.press("h")
    panel.get_by_role("button", name="Restore this version").click()
    expect(entry.locator(".entry__headline")).to_have_text("It meets in 2018")
    expect(page.locator("#said")).to_have_text("Restored: 2018. U to undo.")


def test_without_scripts(plain_page: Page, made: Stack) -> None:
    page = plain_page
    sign_in(page, made, "journalist", "/desk/t/at-once/")
    page.locator("#list .entry__select").nth(2).check(force=True)
    page.locator("#list .entry__select").nth(3).check(force=True)
    page.locator("#selection").get_by_role("button", name="Reject").click()
    expect(page.locator(".notice").first).to_contain_text("2 set aside. U to undo.")
    page.locator("#undo [data-do=undo]").click()
    expect(page.locator(".notice").first).to_contain_text("Undone: set aside 2 entries.")
    assert states(page) == ["Proposed"] * 4
