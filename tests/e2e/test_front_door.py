"""Signing in and the pages behind it, as a newcomer meets them after `make run`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.looking import look_over
from tests.e2e.people import sign_in, sign_out
from tests.stack import Stack


def test_a_stranger_sees_the_public_site_and_is_asked_to_sign_in(page: Page, stack: Stack) -> None:
    page.goto("/")
    look_over(page)
    page.goto("/desk/")
    expect(page).to_have_url(f"{stack.url}/accounts/login/?next=/desk/")
    look_over(page)


def test_a_wrong_password_is_said(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill("journalist")
    page.get_by_label("Password").fill("guessed")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Username and password do not belong together")).to_be_visible()
    look_over(page)


@pytest.mark.parametrize(
    "path",
    [
        "/desk/",
        "/desk/?q=nowhere",
        "/desk/new/",
        "/desk/t/trump-and-kim/details/",
        "/desk/t/trump-and-kim/upload/",
        "/desk/articles/",
        "/desk/jobs/",
    ],
)
def test_pages_of_the_desk(page: Page, stack: Stack, path: str) -> None:
    sign_in(page, stack, "journalist", path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    look_over(page)


def test_signing_out_leads_to_the_public_site(page: Page, stack: Stack) -> None:
    sign_in(page, stack, "journalist")
    sign_out(page, stack)
    page.goto("/desk/")
    expect(page).to_have_url(f"{stack.url}/accounts/login/?next=/desk/")


def test_the_embed_code_is_copied_with_one_press(page: Page, stack: Stack) -> None:
    words = "2019,The ferry sinks"
    table = stack.var / "ferry.csv"
    table.write_text(f"date,headline\n{words}\n")
    stack.manage("import_timeline", str(table), "--slug", "copied", "--user", "moderator", "--publish")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/t/copied/")
    page.get_by_role("button", name="Copy embed code").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert 'data-timeline="copied"' in page.evaluate("navigator.clipboard.readText()")
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        look_over(page)
