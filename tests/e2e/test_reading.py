"""Reading published timelines in a browser: a long one whose sentences lie on a page of their own, and sifting."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.looking import assert_accessible, assert_fits
from tests.stack import Stack

MAKE = """
from tests.factories import make_timeline
from tests.timelines.editions import day, entry, make_edition, source
for slug, events in (("long-story", 240), ("short-story", 30)):
    make_edition(*[
        entry(n, day(20 * n), f"The council votes n{n}n", source(f"It was then, {n}.", "then",
            publisher="The Courier" if n % 3 else "River Post"), description="About the bridge. " * (n % 9))
        for n in range(1, events + 1)
    ], timeline=make_timeline(slug=slug, title=slug.capitalize().replace("-", " "), standfirst="What it took."))
"""


@pytest.fixture(scope="session")
def stories(stack: Stack) -> Stack:
    """A timeline too long to hold its sentences, and a short one."""
    stack.manage("shell", "--no-imports", "-c", MAKE)
    return stack


def top_of(page: Page, number: int) -> float:
    """Pixels between the top of the window and that of an event."""
    top: float = page.locator(f"#e-{number}").evaluate("(it) => it.getBoundingClientRect().top")
    return top


@pytest.mark.usefixtures("stories")
def test_a_far_sentence_unfolds_in_its_place(page: Page) -> None:
    page.goto("/t/long-story/")
    link = page.locator("#e-3 .sources__far")
    link.click()
    expect(page.locator("#e-3 details[open] blockquote")).to_have_text("“It was then, 3.”")
    expect(page.locator("#e-3 summary")).to_be_focused()
    expect(page).to_have_url(re.compile(r"/t/long-story/$"))
    assert_accessible(page)
    assert_fits(page)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.locator("#e-4 .sources__far").press("Enter")
    expect(page.locator("#e-4 details[open] blockquote")).to_have_text("“It was then, 4.”")
    assert asked == [], "the sentences come once"
    page.locator("#e-4 summary").click()
    expect(page.locator("#e-4 blockquote")).to_be_hidden()


@pytest.mark.usefixtures("stories")
def test_without_scripts_the_link_leads_to_the_sentence(plain_page: Page) -> None:
    plain_page.goto("/t/long-story/")
    plain_page.locator("#e-120 .sources__far").click()
    expect(plain_page).to_have_url(re.compile(r"/t/long-story/sources/#e-120$"))
    plain_page.wait_for_timeout(500)
    assert 0 <= top_of(plain_page, 120) <= 120
    plain_page.locator("#e-120 h2 a").click()
    expect(plain_page).to_have_url(re.compile(r"/t/long-story/#e-120$"))
    plain_page.wait_for_timeout(500)
    assert 0 <= top_of(plain_page, 120) <= 120


@pytest.mark.usefixtures("stories")
def test_the_link_is_followed_where_the_sentences_cannot_be_fetched(page: Page) -> None:
    page.goto("/t/long-story/")
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()); }")
    page.locator("#e-3 .sources__far").click()
    expect(page).to_have_url(re.compile(r"/t/long-story/sources/#e-3$"))


@pytest.mark.usefixtures("stories")
def test_all_sentences_are_printed(page: Page) -> None:
    page.goto("/t/long-story/")
    page.pdf(format="A4")
    expect(page.locator(".sources__far")).to_have_count(0)
    expect(page.locator("details.sources blockquote")).to_have_count(240)
    page.emulate_media(media="print")
    expect(page.locator("#e-200 blockquote")).to_be_visible()
    expect(page.locator(".far")).to_be_hidden()


@pytest.mark.usefixtures("stories")
def test_without_scripts_the_print_says_where_they_are(plain_page: Page) -> None:
    plain_page.goto("/t/long-story/")
    expect(plain_page.locator(".far")).to_be_hidden()
    plain_page.emulate_media(media="print")
    expect(plain_page.locator(".far")).to_contain_text("/t/long-story/sources/")


@pytest.mark.parametrize("number", [1, 120, 239])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.usefixtures("stories")
def test_a_link_to_an_event_arrives_there(page: Page, number: int, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/t/long-story/#e-{number}")
    page.wait_for_timeout(500)
    assert 0 <= top_of(page, number) <= 120


@pytest.mark.usefixtures("stories")
def test_keys_go_from_event_to_event(page: Page) -> None:
    page.goto("/t/long-story/#e-100")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    second = page.evaluate("document.activeElement.id")
    assert [first, second] in (["e-100", "e-101"], ["e-101", "e-102"])


# --- Sifting ----------------------------------------------------------------------------------------------------


def headlines(page: Page) -> list[str]:
    """Those shown, in their order."""
    return page.locator(".event__headline").all_text_contents()


@pytest.mark.usefixtures("stories")
def test_sifting_in_place(page: Page) -> None:
    page.goto("/t/short-story/")
    title = page.locator("h1").element_handle()
    page.get_by_label("Find words").fill("votes n7n")
    expect(page.locator("#found")).to_contain_text("1 of 30 events.")
    assert headlines(page) == ["The council votes n7n"]
    expect(page).to_have_url(re.compile(r"[?&]q=votes(\+|%20)n7n"))
    page.get_by_label("Find words").fill("")
    expect(page.locator(".event")).to_have_count(30)
    page.get_by_label("Source").select_option("River Post")
    expect(page.locator("#found")).to_contain_text("10 of 30 events.")
    page.get_by_label("From").fill("2001")
    page.get_by_label("From").press("Tab")
    expect(page.locator("#found")).not_to_contain_text("10 of 30")
    shown = headlines(page)
    assert 0 < len(shown) < 10
    page.get_by_role("link", name="Newest first").click()
    expect(page.locator("#turn [aria-current]")).to_have_text("Newest first")
    assert headlines(page) == shown[::-1]
    page.go_back()
    expect(page.locator("#turn [aria-current]")).to_have_text("Oldest first")
    assert title is not None
    page.locator("#found").get_by_role("link", name="Show all").click()
    expect(page.locator(".event")).to_have_count(30)


@pytest.mark.usefixtures("stories")
def test_words_are_sifted_without_loading_the_page_anew(page: Page) -> None:
    page.goto("/t/short-story/")
    page.evaluate("window.same = true")
    page.get_by_label("Find words").fill("votes n7n")
    expect(page.locator("#found")).to_contain_text("1 of 30 events.")
    assert page.evaluate("window.same") is True


@pytest.mark.usefixtures("stories")
def test_a_long_story_sifted_to_few_events_has_their_sentences(page: Page) -> None:
    page.goto("/t/long-story/")
    page.get_by_label("Find words").fill("votes n77n")
    expect(page.locator("#found")).to_contain_text("1 of 240 events.")
    page.locator("#e-77 summary").click()
    expect(page.locator("#e-77 blockquote")).to_have_text("“It was then, 77.”")


@pytest.mark.usefixtures("stories")
def test_sifting_without_scripts(plain_page: Page) -> None:
    plain_page.goto("/t/short-story/")
    plain_page.get_by_label("Find words").fill("votes n7n")
    plain_page.get_by_role("button", name="Show").click()
    expect(plain_page).to_have_url(re.compile(r"q=votes\+n7n"))
    assert headlines(plain_page) == ["The council votes n7n"]
    plain_page.get_by_role("link", name="Show all").click()
    plain_page.get_by_role("link", name="Newest first").click()
    assert headlines(plain_page)[0] == "The council votes n30n"
    plain_page.get_by_label("Source").select_option("River Post")
    plain_page.get_by_role("button", name="Show").click()
    expect(plain_page.locator("#found")).to_contain_text("10 of 30 events.")
    assert headlines(plain_page)[0] == "The council votes n30n", "still the newest first"
