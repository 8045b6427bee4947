"""A review without a mouse: the sample and three more articles, from the first key to the submission."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.people import sign_in
from tests.stack import ROOT, Stack

SEED = ROOT / "seeds" / "000_8a1a9c3e4bae9218.txt"
TEXTS = ROOT / "tests" / "e2e" / "texts"
ORDER = [
    "May 1998", "2011", "29 June 2019", "summer 2019", "early 2020", "10 March 2021", "14 April 2021",
    "2 August 2021", "2023", "2024", "February 2025",
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

    keys.press("a", says="Accepted: ")
    keys.assert_unaided()
