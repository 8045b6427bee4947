"""Every state of the desk: open to everybody, inside its window, at each width, in light and in dark."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.looking import assert_accessible, assert_fits, look_over
from tests.e2e.people import sign_in
from tests.e2e.tools import nu_errors
from tests.stack import Stack

MAKE = """
from datetime import date
from django.contrib.auth.models import User
from tests.factories import *
owner = User.objects.get(username="journalist")
def timeline(slug): return make_timeline(slug=slug, title=f"States: {slug}", owner=owner)
slip = [{"code": "year-typo", "message": "“225” is read as a slip for 2025.", "readings": [
    {"edtf": "2025-02", "earliest": "2025-02-01", "latest": "2025-02-28", "mod": None, "note": "one digit missing"},
    {"edtf": "0225-02", "earliest": "0225-02-01", "latest": "0225-02-28", "mod": None, "note": "as written"}]}]
text = ("Council votes\\n\\nThe council voted on 3 May 2019. It met again in 2020, and in February 225."
    "\\n\\nIt will meet in 2031.")
few = timeline("few")
article = make_article(text, timeline=few, title="Council votes")
make_entry(few, "2019-05-03", article=article, words="3 May 2019", headline="The council votes", position=1000)
make_entry(few, "2020", article=article, words="2020", headline="It meets again", position=2000, state="proposed")
make_entry(few, "2025-02", article=article, words="February 225", headline="It meets", position=3000, state="proposed",
    warnings=slip)
make_entry(few, "2031", article=article, words="2031", headline="It will meet", position=4000, status="planned")
make_entry(few, "2018", headline="It did not meet", position=5000, state="rejected")
apart = timeline("apart")
one = make_article("Ship\\n\\nThe ship sank on 3 May 2019.", timeline=apart, publisher="The Herald", title="Ship sinks")
two = make_article("Lost\\n\\nThe ship sank on 4 May 2019.", timeline=apart, publisher="The Post", title="Ship lost")
sunk = make_entry(apart, "2019-05-03", article=one, words="3 May 2019", headline="The ship sinks", position=1000)
Citation.objects.create(event=sunk.event, article=two, start=6, end=34,
    expression=make_expression(two, "4 May 2019", "2019-05-04"))
again = make_article("Again\\n\\nOn 3 May 2019 the ship went down.", timeline=apart, title="Ship down")
again = make_entry(apart, "2019-05-03", article=again, words="3 May 2019", headline="The ship goes down", position=2000,
    state="proposed")
Entry.objects.filter(pk=again.pk).update(same_as=sunk)
timeline("empty")
make_article("Nothing is dated here\\n\\nThere is no date in this text.", timeline=timeline("undated"), title="Undated")
long = timeline("long")
headline = " ".join(["Councillors", "incomprehensibilities", "met"] * 100)
make_entry(long, "2019-05-03", headline=headline, description=headline, position=1000)
text = "Long\\n\\n" + "A sentence of some words. " * 400 + "In 2020."
make_entry(long, "2020", headline=headline, position=2000, state="proposed",
    article=make_article(text, timeline=long, title=headline[:400]), words="2020")
many = timeline("many")
rows = [make_event("2000", headline=f"Event {n}") for n in range(4)]
events = Event.objects.bulk_create(
    Event(edtf=f"{1500 + n // 4}", earliest=date(1500 + n // 4, 1, 1), latest=date(1500 + n // 4, 12, 31),
          headline=f"Event number {n}") for n in range(2000))
Entry.objects.bulk_create(
    Entry(timeline=many, event=event, position=(n + 1) * 1000, state="accepted" if n % 3 else "proposed")
    for n, event in enumerate(events))
"""
Look = Callable[[Page], None]


@pytest.fixture(scope="module")
def made(stack: Stack) -> Stack:
    """Timelines in the states that are looked at."""
    stack.manage("shell", "-v0", "--no-imports", "-c", MAKE)
    return stack


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for the states' HTML as it stood in the browser; at the end it must be without a fault."""
    folder = tmp_path_factory.mktemp("seen")
    yield folder
    assert nu_errors(sorted(folder.glob("*.html"))) == []


@pytest.fixture
def desk(page: Page, made: Stack) -> Callable[[str], Page]:
    """Open the desk of one of them, signed in."""
    sign_in(page, made, "journalist")

    def go(slug: str, query: str = "") -> Page:
        page.goto(f"/desk/t/{slug}/{query}")
        page.wait_for_load_state("load")
        return page

    return go


def opened(page: Page, selector: str) -> None:
    page.locator(selector).filter(visible=True).first.click()


def edit(page: Page, date: str) -> None:
    page.keyboard.press("e")
    expect(page.locator("form.panel")).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.type(date)
    page.wait_for_function("document.querySelector('.date-answer .echo')")


def press(page: Page, *keys: str, shows: str = "") -> None:
    """Press the keys; `shows`: what must be seen then."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(150)
    if shows:
        expect(page.locator(shows).first).to_be_visible()


def conflict(page: Page) -> None:
    """Somebody else saves other words while the form is open: here the form says that it is older than it is."""
    edit(page, "2020")
    page.evaluate("document.querySelector('form.panel [name=version]').value = 0")
    page.evaluate("document.querySelector('form.panel [name=was]').remove()")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".conflict")).to_be_visible()


def an_error(page: Page) -> None:
    edit(page, "3 July 2020")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".field--bad")).to_be_visible()


def unreachable(page: Page) -> None:
    page.evaluate("window.desk.trouble('The server cannot be reached. Nothing was changed; try again.')")


def refused(page: Page) -> None:
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(".entry__said")).to_be_visible()


STATES: dict[str, tuple[str, Look]] = {
    "as it opens": ("few", lambda page: None),
    "a doubtful date": ("few", lambda page: page.keyboard.press("j")),
    "all keys": ("few", lambda page: page.keyboard.press("?")),
    "menu of the source": ("few", lambda page: opened(page, ".source__head .menu > summary")),
    "menu of the list": ("few", lambda page: opened(page, ".entries__menu > summary")),
    "menu of an entry": ("few", lambda page: opened(page, ".entry__actions .menu > summary")),
    "set aside": ("few", lambda page: opened(page, "details.aside > summary")),
    "editing": ("few", lambda page: edit(page, "2020")),
    "an error": ("few", an_error),
    "a new entry": ("few", lambda page: page.keyboard.press("n")),
    "trouble": ("few", unreachable),
    "dense": ("few", lambda page: page.keyboard.press("d")),
    "selected": ("few", lambda page: press(page, "x", "j", "x", shows=".toolbar")),
    "merging": ("few", lambda page: press(page, "x", "j", "x", "m", shows="#merge-panel")),
    "sources disagree": ("apart", lambda page: press(page, "k", "k", shows=".disagree")),
    "same as": ("apart", lambda page: press(page, "j", shows=".same")),
    "history": ("few", lambda page: press(page, "j", "h", shows=".panel--history")),
    "comments": ("few", lambda page: press(page, "j", "c", shows=".talk")),
    "a conflict": ("few", conflict),
    "empty": ("empty", lambda page: None),
    "one article without dates": ("undated", lambda page: None),
    "a headline of 300 words": ("long", lambda page: None),
    "2,000 entries": ("many", lambda page: page.keyboard.press("j")),
}


@pytest.mark.parametrize("state", STATES)
def test_state(desk: Callable[[str], Page], seen: Path, state: str) -> None:
    slug, bring = STATES[state]
    page = desk(slug)
    bring(page)
    page.wait_for_timeout(150)
    (seen / f"{state}.html").write_text("<!doctype html>" + page.evaluate("document.documentElement.outerHTML"))
    if slug == "many":  # axe takes its time with a hundred rows
        assert_fits(page)
        assert_accessible(page)
    else:
        look_over(page)


@pytest.mark.parametrize(("width", "height"), [(720, 450), (320, 256), (1440, 450)])
def test_a_window_at_200_or_400_per_cent(desk: Callable[[str], Page], width: int, height: int) -> None:
    page = desk("few")
    page.set_viewport_size({"width": width, "height": height})
    assert_fits(page)
    assert_accessible(page)
    for key in ["j", "j", "k"]:
        page.keyboard.press(key)
        expect(page.locator(".entry--current")).to_be_in_viewport()
        assert not covered(page), key
    page.keyboard.press("e")
    expect(page.locator("form.panel input[name=date]")).to_be_focused()
    assert not covered(page)
    assert_fits(page)


def covered(page: Page) -> bool:
    """Whether something lies over the whole of what has the focus (WCAG 2.2, 2.4.11)."""
    return bool(
        page.evaluate(
            """() => {
              const on = document.activeElement, box = on.getBoundingClientRect();
              const spots = [];
              for (const x of [0.05, 0.5, 0.95]) for (const y of [0.02, 0.1, 0.5, 0.9, 0.98])
                spots.push([box.left + box.width * x, box.top + box.height * y]);
              return !spots.some((spot) => on.contains(document.elementFromPoint(...spot)));
            }"""
        )
    )


def test_every_stop_of_the_tab_key_can_be_seen(desk: Callable[[str], Page]) -> None:
    page = desk("few")
    stops: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        words = page.evaluate(
            "document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 120)"
        )
        if not words or (stops and words == stops[0]):
            break
        stops.append(words)
        assert not covered(page), words
    assert len(stops) > 20


def test_motion_is_left_out_for_those_who_ask(desk: Callable[[str], Page]) -> None:
    page = desk("few")
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((one) => { const look = getComputedStyle(one); "
        "return parseFloat(look.transitionDuration) > 0 || look.animationName !== 'none'; }).length"
    )
    assert moving == 0


def test_2000_entries_open_fast_and_are_not_all_held(desk: Callable[[str], Page]) -> None:
    page = desk("many")
    began = time.monotonic()
    page.goto("/desk/t/many/")
    expect(page.locator("#list .entry").first).to_be_visible()
    assert time.monotonic() - began < 3
    rows = page.locator("#list .entry")
    last = rows.last.get_attribute("id")
    rows.last.focus()
    page.keyboard.press("j")
    expect(page.locator(f"#{last}")).to_have_count(0)  # the next page has come
    expect(rows.first).to_be_focused()
    assert rows.count() < 300
    page.keyboard.press("k")
    expect(page.locator(f"#{last}")).to_be_focused()
    assert rows.count() < 300


def test_dense_rows_are_36_pixels_high(desk: Callable[[str], Page]) -> None:
    page = desk("many")
    expect(page.locator("body")).to_have_class(re.compile("desk-page--dense"))
    heights = page.evaluate(
        "[...document.querySelectorAll('.entry:not(.entry--current)')].slice(0, 30).map((row) => row.offsetHeight)"
    )
    assert set(heights) <= {36, 37}
    page.keyboard.press("d")
    expect(page.locator("body")).not_to_have_class(re.compile("desk-page--dense"))
    page.reload()
    expect(page.locator("body")).not_to_have_class(re.compile("desk-page--dense"))


def test_a_touch_finds_what_it_aims_at(browser: Browser, made: Stack) -> None:
    context = browser.new_context(base_url=made.url, viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    sign_in(page, made, "journalist")
    page.goto("/desk/t/few/")
    small = page.evaluate(
        "[...document.querySelectorAll('.thumbbar .btn')].filter((one) => one.offsetHeight < 44).length"
    )
    assert small == 0
    tight = page.evaluate(
        """[...document.querySelectorAll("a, button, summary, input")].filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width && !one.closest("p, .mark, .visually-hidden, h1, h3") && (box.height < 24 || box.width < 24);
        }).map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert tight == []
    context.close()
