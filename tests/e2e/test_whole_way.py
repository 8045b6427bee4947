"""From a file on somebody's disk to a page anybody can read, through the real worker; with scripts and without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, TimeoutError as PlaywrightTimeout, expect

from tests.e2e.looking import assert_accessible, look_over
from tests.e2e.people import sign_in, sign_out
from tests.stack import ROOT, Stack, running

SEED = ROOT / "seeds" / "000_8a1a9c3e4bae9218.txt"
THREE_DATES = ["29 June 2019", "2024", "February 2025"]
READ_WITHIN = 30_000
"""Milliseconds until the worker has read a short article."""


@pytest.fixture
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A Dateline of this test's own, with nothing in it but its two accounts."""
    with running(tmp_path_factory.mktemp("stack") / "var") as stack:
        stack.manage(
            "shell",
            "--no-imports",
            "-c",
            "from timelines.models import *\nfor m in (Timeline, Event, Article): m.objects.all().delete()",
        )
        yield stack


def entry(page: Page, date: str) -> Locator:
    """The entry with that date on the desk."""
    words = page.locator(".entry__date").filter(has_text=re.compile(rf"^\s*{re.escape(date)}\s*$"))
    return page.locator("#list article.entry").filter(has=words)


def press(buttons: Locator) -> None:
    """Press whichever of these can be seen.

    An entry has its buttons in two places, and which of them is shown changes as the desk goes on to the next entry.
    """
    for _ in range(10):
        try:
            buttons.filter(visible=True).first.click(timeout=1_500)
        except PlaywrightTimeout:
            continue
        return
    raise AssertionError(f"There is none to be seen: {buttons}")


def decide(page: Page, date: str, button: str, state: str) -> None:
    """Press a button of that entry and see its state change."""
    press(entry(page, date).get_by_role("button", name=button))
    expect(entry(page, date).locator(".entry__meta")).to_contain_text(state)


def choose(page: Page, date: str, item: str) -> None:
    """Choose from the entry's menu."""
    entry(page, date).get_by_label("More about").click()
    entry(page, date).get_by_role("button", name=item, exact=True).click()


def new_timeline(page: Page, title: str) -> None:
    """Make a timeline, which leads to its upload page."""
    page.goto("/desk/new/")
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Make the timeline").click()
    expect(page.get_by_role("heading", name="Upload articles")).to_be_visible()


def upload_seed(page: Page) -> None:
    """Upload the file and say when it was published."""
    page.set_input_files("input[type=file]", SEED)
    page.get_by_role("button", name="Upload", exact=True).click()
    row = page.locator("article.row")
    expect(row).to_contain_text("Trump Expresses Willingness to Resume Friendship with Kim Jong Un")
    row.get_by_label("Published on").fill("2025-02-07")
    row.get_by_role("button", name="Save the details").click()


def open_desk(page: Page, slug: str, scripts: bool) -> None:
    """Go to the desk while the article is still waiting or being read, and stay until its dates are there."""
    page.goto(f"/desk/t/{slug}/")
    if not scripts:
        for _ in range(READ_WITHIN // 500):
            if page.locator("article.entry").count() == len(THREE_DATES):
                break
            page.wait_for_timeout(500)
            page.reload()
    expect(page.locator("article.entry")).to_have_count(len(THREE_DATES), timeout=READ_WITHIN)


def fix_the_year(page: Page) -> None:
    """The caption says “February 225”; write what was meant, and see what it will mean before saving."""
    edit = entry(page, "February 2025").get_by_role("link", name=re.compile("^Edit"))
    if not edit.filter(visible=True).count():  # an entry that is not the current one shows it once it is opened
        entry(page, "February 2025").locator("[data-open]").click()
    press(edit)
    page.get_by_label("Date", exact=True).fill("Feb 2025")
    page.get_by_label("Headline").fill("Shigeru Ishiba visits the Oval Office")


def decide_all(page: Page) -> None:
    """Accept the three, one of them after putting its date right; take one decision back and make it again."""
    decide(page, "29 June 2019", "Accept", "Accepted")
    decide(page, "2024", "Accept", "Accepted")
    page.get_by_role("button", name="Undo my last decision").first.click()
    expect(entry(page, "2024").locator(".entry__meta")).to_contain_text("Proposed")
    decide(page, "2024", "Accept", "Accepted")
    fix_the_year(page)
    page.get_by_role("button", name=re.compile("^Save")).click()
    expect(entry(page, "February 2025")).to_contain_text("Shigeru Ishiba visits the Oval Office")
    if "Accepted" not in entry(page, "February 2025").locator(".entry__meta").inner_text():
        decide(page, "February 2025", "Accept", "Accepted")


def order(page: Page) -> None:
    """An event of September 2024 may stand before or after “2024”; one of 2019 may not stand after it."""
    page.get_by_label("New entry, and how the list looks").click()
    page.get_by_role("link", name="New entry").click()
    page.get_by_label("Date", exact=True).fill("September 2024")
    page.get_by_label("Headline").fill("A test nobody reported")
    page.get_by_role("button", name=re.compile("^Add")).click()
    expect(entry(page, "September 2024").locator(".entry__meta")).to_contain_text("Accepted")
    first, second = (dates := placed(page)).index("2024"), dates.index("September 2024")
    choose(page, "September 2024", "Move up" if second > first else "Move down")
    expect_order(page, "2024", "September 2024", turned=second > first)
    choose(page, "29 June 2019", "Move down")
    refusal = page.locator(".entry__said, .notice--error")
    expect(refusal.filter(has_text="29 June 2019").first).to_be_visible()
    assert placed(page)[0] == "29 June 2019"
    choose(page, "September 2024", "Set aside")
    expect(page.locator("details.aside")).to_contain_text("1 rejected")


def placed(page: Page) -> list[str]:
    """The dates of the entries in their order, without those set aside."""
    return [words.strip() for words in page.locator("#list > article.entry .entry__date").all_text_contents()]


def expect_order(page: Page, one: str, other: str, *, turned: bool) -> None:
    """`one` before `other`, or after it where the two were `turned`."""
    dates = page.locator("#list > article.entry .entry__date")
    wanted = [one, other] if not turned else [other, one]
    pattern = re.compile(rf"^\s*(?:{re.escape(one)}|{re.escape(other)})\s*$")
    expect(dates.filter(has_text=pattern)).to_have_text(wanted)


def publish(page: Page, title: str, look: Callable[[Page], None]) -> None:
    """Find what waits in the admin, read it, publish it."""
    page.goto("/admin/")
    look(page)
    page.get_by_role("link", name=title).first.click()
    look(page)
    page.get_by_role("button", name="Publish").first.click()
    expect(page.locator("body")).to_contain_text("Published")


def test_the_whole_way(page: Page, stack: Stack) -> None:
    sign_in(page, stack, "journalist")
    expect(page.get_by_role("heading", name="Nothing here yet")).to_be_visible()
    look_over(page)
    new_timeline(page, "Trump and Kim")
    look_over(page)
    upload_seed(page)
    open_desk(page, "trump-and-kim", scripts=True)
    assert placed(page) == THREE_DATES
    look_over(page)
    decide(page, "29 June 2019", "Accept", "Accepted")
    page.get_by_role("button", name="Undo my last decision").first.click()
    expect(entry(page, "29 June 2019").locator(".entry__meta")).to_contain_text("Proposed")
    fix_the_year(page)
    expect(page.locator(".echo")).to_contain_text("2025-02")
    look_over(page)
    page.get_by_role("link", name=re.compile("^Cancel")).click()
    decide_all(page)
    order(page)
    look_over(page)
    page.get_by_role("button", name="Submit for publishing").first.click()
    expect(page.get_by_text("Submitted.")).to_be_visible()
    assert page.request.get("/t/trump-and-kim/").status == 404
    page.goto("/desk/")
    look_over(page)
    sign_out(page, stack)

    assert page.goto("/t/trump-and-kim/").status == 404  # type: ignore[union-attr]
    look_over(page)
    sign_in(page, stack, "moderator")
    publish(page, "Trump and Kim", look=assert_accessible)
    page.goto("/desk/")
    sign_out(page, stack)

    page.get_by_role("link", name="Trump and Kim").first.click()
    expect(page.locator(".event__date")).to_have_text(THREE_DATES)
    expect(page.get_by_text("testing short-range ballistic missiles")).to_have_count(2)  # headline and quotation
    look_over(page)


def test_the_whole_way_without_scripts(plain_page: Page, stack: Stack) -> None:
    page = plain_page
    sign_in(page, stack, "journalist")
    new_timeline(page, "Trump and Kim")
    upload_seed(page)
    open_desk(page, "trump-and-kim", scripts=False)
    assert placed(page) == THREE_DATES
    decide_all(page)
    order(page)
    page.get_by_role("button", name="Submit for publishing").first.click()
    expect(page.get_by_text("Submitted.")).to_be_visible()
    page.goto("/desk/")
    sign_out(page, stack)
    sign_in(page, stack, "moderator")
    publish(page, "Trump and Kim", look=lambda page: None)  # axe-core is a script
    page.goto("/t/trump-and-kim/")
    expect(page.locator(".event__date")).to_have_text(THREE_DATES)
