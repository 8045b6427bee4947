"""A review without a mouse: the sample and three more articles, from the first key to the submission."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.people import sign_in
from tests.stack import ROOT, Stack

SEED = ROOT / "seeds" / "000_8a1a9c3e4bae9218.txt"
TEXTS = ROOT / "tests" / "e2e" / "texts"
ORDER = [
    "May 1998", "2011", "summer 2019", "29 June 2019", "early 2020", "10 March 2021", "10 March 2021",
    "planned for 14 April 2021", "14 April 2021", "2 August 2021", "planned for 2023", "2024", "February 2025",
]  # fmt: skip


def timeline_of(stack: Stack, slug: str, *paths: object) -> str:
    """A timeline with these articles, all of them read; where its desk is."""
    owner = "User.objects.get(username='journalist')"
    stack.manage(
        "shell", "-v0", "-c",
        f"from timelines.models import Timeline; from django.contrib.auth.models import User; "
        f"Timeline.objects.create(slug='{slug}', title='The {slug}', owner={owner})",
    )  # fmt: skip
    if paths:
        stack.manage("import_articles", *map(str, paths), "--timeline", slug, "--wait", "--timeout", "50")
    return f"/desk/t/{slug}/"


@pytest.fixture(scope="session")
def ferry(stack: Stack) -> str:
    """The desk of a timeline with the sample and three articles about a ferry."""
    return timeline_of(stack, "ferry", SEED, *sorted(TEXTS.glob("ferry-*.txt")))


@pytest.fixture
def keys(page: Page, stack: Stack) -> Keyboard:
    """A journalist with a keyboard."""
    sign_in(page, stack, "journalist")
    return Keyboard(page)


def dates(page: Page) -> list[str]:
    """The dates of the list from top to bottom, without those set aside."""
    found = page.locator("#list .entry__date:not(.aside *)").all_text_contents()
    return [" ".join(words.split()) for words in found]


def test_a_review_by_keyboard_alone(keys: Keyboard, ferry: str) -> None:
    page = keys.page
    keys.open(ferry)
    assert dates(page) == ORDER
    look_around(keys)
    decide(keys)
    put_a_date_right(keys)
    look_at_the_source(keys)
    cite_a_sentence(keys)
    put_in_order(keys)
    add_another_source(keys)
    merge(keys)
    decide_the_selected(keys)
    accept_the_rest(keys)
    submit(keys)
    keys.assert_unaided()


def look_around(keys: Keyboard) -> None:
    """The list of keys, and every entry from the first to the last and back."""
    page = keys.page
    keys.press("j")
    focused = page.evaluate("document.activeElement.id")
    keys.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    keys.press("a", "r")
    keys.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == focused
    assert page.locator("#list .entry--proposed").count() == len(ORDER)
    keys.press(*["k"] * 3)
    for number, words in enumerate(ORDER):
        expect(keys.current.locator(".entry__date")).to_have_text(words)
        expect(keys.current).to_be_in_viewport()
        keys.press("j" if number % 2 else "ArrowDown")
    keys.press(*["ArrowUp"] * len(ORDER))
    expect(keys.current).to_contain_text("May 1998")


def decide(keys: Keyboard) -> None:
    """Accept, reject, take it back, and make it again; with caps lock, and where the letters are not Latin."""
    keys.press("a", says="Accepted: May 1998. U to undo.")
    keys.expect_state("May 1998", "Accepted")
    expect(keys.current).to_contain_text("2011")
    keys.press("r", says="Set aside: 2011.")
    expect(keys.page.locator(".aside .entry")).to_have_count(1)
    keys.press("u", says="Undone")
    keys.expect_state("2011", "Proposed")
    assert dates(keys.page) == ORDER
    expect(keys.current).to_contain_text("2011")
    dispatch(keys, "A", "KeyA")  # caps lock
    keys.expect_state("2011", "Accepted")
    keys.to("early 2020")
    dispatch(keys, "ф", "KeyA")
    keys.expect_state("early 2020", "Accepted")
    for other in ("Control+a", "Meta+a"):
        keys.press(other)
    assert keys.page.locator("#list .entry--accepted").count() == 3
    keys.to("February 2025")
    expect(keys.current.locator(".readings")).to_be_visible()
    keys.press("1", says="Accepted: February 2025.")
    keys.expect_state("February 2025", "Accepted")


def dispatch(keys: Keyboard, key: str, code: str) -> None:
    """A key as other keyboards send it."""
    keys.page.evaluate(
        "([key, code]) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key, code, bubbles: true, cancelable: true}))", [key, code],
    )  # fmt: skip
    keys.settle()


def put_a_date_right(keys: Keyboard) -> None:
    """Edit: the box says what is meant; what the source does not support is refused, and what was typed is kept."""
    page = keys.page
    keys.to("summer 2019")
    keys.press("e")
    box = page.get_by_label("Date", exact=True)
    expect(box).to_be_focused()
    keys.write("4 July 2019", says="more precise than the source")
    keys.press("Control+Enter", says="is more precise than the source")
    expect(keys.panel.get_by_label("Date", exact=True)).to_be_focused()
    expect(keys.panel.get_by_label("Date", exact=True)).to_have_value("4 July 2019")
    keys.write("2019", says="Reads as 2019, from 1 January 2019 to 31 December 2019.")
    expect(keys.panel.locator(".echo__facts")).to_contain_text("31 December 2019")
    keys.press("Escape")
    expect(keys.current).to_be_focused()
    expect(keys.current).to_contain_text("summer 2019")
    keys.press("e")
    keys.page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.name") != "headline":
        page.keyboard.press("Tab")
    keys.write("The fuel line is tested, for the last time")
    keys.press("Control+Enter", says="Saved: summer 2019.")
    expect(keys.current).to_contain_text("for the last time")
    keys.press("a", says="Accepted: summer 2019")


def look_at_the_source(keys: Keyboard) -> None:
    """S leads to the words, in whichever article they are; Escape leads back."""
    page = keys.page
    keys.to("29 June 2019")
    keys.press("s")
    mark = page.locator(".mark[aria-current]")
    expect(mark).to_contain_text("on June 29, 2019")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    keys.press("Escape")
    expect(keys.current).to_be_focused()
    expect(keys.current).to_contain_text("29 June 2019")


def cite_a_sentence(keys: Keyboard) -> None:
    """The arrow keys select a sentence of the text; N makes an event of it."""
    page = keys.page
    keys.press("s")
    keys.tab_to(page.locator("#source-text"), key="Shift+Tab")
    keys.press(*["ArrowRight"] * 4, "ArrowLeft")
    chosen = page.evaluate("getSelection().toString()")
    assert chosen.startswith("The President and Prime Minister discussed")
    keys.press("n")
    expect(keys.panel).to_contain_text(f"It cites this sentence: “{chosen}”")
    expect(page.get_by_label("Date", exact=True)).to_be_focused()
    keys.write("Feb 2025", says="Reads as February 2025")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.name") != "headline":
        page.keyboard.press("Tab")
    keys.write("The two discuss global affairs")
    keys.press("Control+Enter", says="Added: February 2025.")
    expect(keys.current).to_contain_text("The two discuss global affairs")


def put_in_order(keys: Keyboard) -> None:
    """Entries whose dates overlap change places; of others the page says why not."""
    keys.to("29 June 2019")
    keys.press("a", says="Accepted: 29 June 2019")
    keys.to("29 June 2019")
    keys.press("Alt+ArrowUp", says="Moved: 29 June 2019")
    expect(keys.current).to_be_focused()
    assert dates(keys.page)[2:4] == ["29 June 2019", "summer 2019"]
    keys.press("Alt+ArrowUp", says="Only entries whose dates overlap can change places")
    expect(keys.current).to_contain_text("29 June 2019")
    keys.press("Alt+ArrowDown", says="Moved: 29 June 2019")
    assert dates(keys.page)[2:4] == ["summer 2019", "29 June 2019"]


def add_another_source(keys: Keyboard) -> None:
    """Two articles tell of one event: first kept apart, then, on second thoughts, one entry with two sources."""
    page = keys.page
    told = page.locator("#list .entry").filter(has_text="withdrawn from service")
    expect(told).to_have_count(2)
    keys.to("Same as 10 March 2021")
    keys.press("z")
    expect(keys.entry("Same as 10 March 2021")).to_have_count(0)
    keys.press("u", says="Undone")
    keys.to("Same as 10 March 2021")
    keys.press("y")
    expect(told).to_have_count(1)
    keys.to("10 March 2021")
    expect(keys.current.locator(".quote-link")).to_have_count(2)
    keys.press("s")
    page.wait_for_function("document.activeElement.closest('#source-text')")
    first = page.evaluate("document.activeElement.closest('[data-article]').dataset.article")
    keys.press("s")
    page.wait_for_function(
        "(one) => document.activeElement.closest('[data-article]')?.dataset.article !== one", arg=first
    )
    expect(page.locator(".mark[aria-current]")).to_contain_text("on 10 March 2021")
    keys.press("Escape")
    expect(keys.current).to_contain_text("10 March 2021")


def merge(keys: Keyboard) -> None:
    """Two entries that are one become one, and keep both sources; undo parts them."""
    page = keys.page
    before = dates(page)
    keys.to("14 April 2021")
    keys.press("x", says="1 selected.")
    keys.press("j")
    keys.press("x", says="2 selected.")
    keys.press("m")
    expect(page.get_by_role("heading", name="Merge 2 entries into one")).to_be_visible()
    keys.press("Control+Enter")
    expect(page.locator("#list .entry__date").filter(has_text="14 April 2021")).to_have_count(1)
    keys.press("u", says="Undone")
    assert dates(page) == before


def decide_the_selected(keys: Keyboard) -> None:
    """Shift and a letter decide all that is selected."""
    keys.to("2 August 2021")
    keys.press("x")
    keys.press("j")
    keys.press("x")
    keys.press("Shift+R")
    expect(keys.page.locator(".aside .entry")).to_have_count(2)
    keys.press("u", says="Undone")
    expect(keys.page.locator(".aside .entry")).to_have_count(0)
    keys.press("Shift+U")
    expect(keys.page.locator(".aside .entry")).to_have_count(2)
    keys.press("u", says="Undone")


def accept_the_rest(keys: Keyboard) -> None:
    """Each decision leads to the next one that is to be made."""
    proposed = keys.page.locator("#list .entry--proposed")
    keys.to("early 2020")
    keys.press("j")
    for left in range(proposed.count(), 0, -1):
        expect(keys.current).to_have_class(re.compile("entry--proposed"))
        keys.press("a", says="Accepted: ")
        expect(proposed).to_have_count(left - 1)


def submit(keys: Keyboard) -> None:
    """The button at the top, reached by Tab."""
    keys.tab_to(keys.page.get_by_role("button", name="Submit for publishing"), key="Shift+Tab", most=200)
    keys.page.keyboard.press("Enter")
    expect(keys.page.get_by_text("Submitted.")).to_be_visible()
