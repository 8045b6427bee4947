"""Keys that are pressed the very moment an answer has come find the entry they are about."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import sign_in
from tests.stack import Stack

MAKE = """
from django.contrib.auth.models import User
from tests.factories import *
timeline = make_timeline(slug="quick", title="Quick", owner=User.objects.get(username="journalist"))
article = make_article("Council\\n\\nIt met in 2018, in 2019 and in 2020.", timeline=timeline)
for year in (2018, 2019, 2020):
    make_entry(timeline, str(year), article=article, words=str(year), headline=f"It meets in {year}",
        position=year * 1000, state="proposed")
"""

PRESS_WHEN_IT_CHANGES = """
(key) => {
  window.without = 0;
  const watch = new MutationObserver(() => {
    if (!window.desk.current()) window.without += 1;
    if (!document.querySelector("#list .panel") && !window.pressed) {
      window.pressed = true;
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  });
  watch.observe(document.querySelector("#scroll"), { childList: true, subtree: true });
}
"""
"""No earlier moment is there for a key: an observer is called before the browser does anything else."""


@pytest.fixture(scope="module")
def made(stack: Stack) -> Stack:
    """A timeline of three proposals."""
    stack.manage("shell", "-v0", "--no-imports", "-c", MAKE)
    return stack


@pytest.fixture
def desk(page: Page, made: Stack) -> Page:
    sign_in(page, made, "journalist", "/desk/t/quick/")
    page.wait_for_load_state("load")
    return page


def save_and_press(desk: Page, key: str) -> None:
    """Edit the current entry, save, and press the key in the moment in which the row takes the form's place."""
    desk.keyboard.press("e")
    expect(desk.locator("#list .panel")).to_be_visible()
    desk.locator("#list .panel [name=description]").fill("It met in the old hall.")
    desk.evaluate(PRESS_WHEN_IT_CHANGES, key)
    desk.keyboard.press("Control+Enter")


def test_a_key_after_a_save(desk: Page) -> None:
    save_and_press(desk, "h")
    expect(desk.locator("#list .panel--history")).to_be_visible()
    assert desk.evaluate("window.without") == 0


def test_a_decision_after_a_save(desk: Page) -> None:
    desk.keyboard.press("j")
    here = desk.locator("#list .entry--current").get_attribute("id")
    save_and_press(desk, "a")
    expect(desk.locator(f"#{here}")).to_have_attribute("data-state", "accepted")
    assert desk.evaluate("window.without") == 0
