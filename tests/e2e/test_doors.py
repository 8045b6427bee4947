"""The way in and what one is told, in a real browser: invitation, second factor, bell, lost password."""

from __future__ import annotations

import re
from pathlib import Path

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Browser, Page, expect

from tests.e2e.looking import look_over
from tests.e2e.people import sign_in, sign_out
from tests.e2e.tools import nu_errors
from tests.stack import Stack, wait_for

PASSWORD = "quite a long secret"


def code_of(secret: str) -> str:
    """What an app shows for the secret now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def fill(page: Page, button: str, **fields: str) -> None:
    """Fill in the form, a field by its label, and press the button."""
    for label, words in fields.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(words)
    page.get_by_role("button", name=button).click()


def invited(page: Page, stack: Stack, address: str) -> str:
    """Invite somebody as the moderator; the link."""
    sign_in(page, stack, "moderator")
    page.get_by_label("You: ").click()
    page.get_by_role("link", name="People").click()
    look_over(page)
    fill(page, "Invite", **{"E-mail_address": address})
    expect(page.get_by_text(f"{address} is invited")).to_be_visible()
    look_over(page)
    wait_for("the letter, in the worker's log", lambda: "Your invitation to Dateline" in stack.log("worker"), 30)
    found = re.search(r"http\S+/accounts/invitation/\S+", page.locator("main").inner_text())
    assert found
    return found[0]


def with_second_factor(page: Page) -> str:
    """Set one up; a recovery code."""
    page.get_by_label("You: ").click()
    page.get_by_role("link", name="Second factor").click()
    look_over(page)
    page.get_by_role("link", name="Set it up").click()
    look_over(page)
    fill(page, "Go on", Password=PASSWORD)
    look_over(page)
    fill(page, "Switch it on", Code=code_of(page.get_by_label("Or type this secret").input_value()))
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    look_over(page)
    return page.locator(".codes li").first.inner_text()


def test_from_the_invitation_to_the_second_factor_and_out(page: Page, browser: Browser, stack: Stack) -> None:
    theirs = browser.new_context(base_url=stack.url).new_page()
    theirs.goto(invited(page, stack, "ida@example.org"))
    look_over(theirs)
    named = {"First_name": "Ida", "Last_name": "Wells", "Username": "ida"}
    fill(theirs, "Make my account", **named, Password=PASSWORD, Password_again=PASSWORD)
    fill(theirs, "Sign in", Username="ida", Password=PASSWORD)
    expect(theirs).to_have_url(f"{stack.url}/desk/")

    recovery = with_second_factor(theirs)
    theirs.goto("/desk/")
    sign_out(theirs, stack)
    theirs.goto("/accounts/login/?next=/desk/jobs/")
    fill(theirs, "Sign in", Username="ida", Password=PASSWORD)
    expect(theirs.get_by_role("heading", name="Second factor")).to_be_visible()
    look_over(theirs)
    fill(theirs, "Sign in", Code=recovery)
    expect(theirs).to_have_url(f"{stack.url}/desk/jobs/")

    page.reload()
    page.get_by_role("button", name="Switch ida off").click()
    expect(page.get_by_text("Ida Wells is switched off")).to_be_visible()
    theirs.reload()
    expect(theirs).to_have_url(f"{stack.url}/accounts/login/?next=/desk/jobs/")
    theirs.context.close()


def test_the_bell_the_list_and_the_letters(page: Page, stack: Stack) -> None:
    told = "kind='return', title='The bridge', text='Too early.', path='/desk/jobs/'"
    stack.ask(f"Notice.objects.create(recipient=Timeline.objects.get(slug='trump-and-kim').owner, {told}).pk")
    sign_in(page, stack, "journalist")
    page.get_by_role("link", name="Notices: 1 unread").click()
    look_over(page)
    page.get_by_role("button", name="The bridge").click()
    expect(page).to_have_url(f"{stack.url}/desk/jobs/")
    expect(page.get_by_role("link", name="Notices", exact=True)).to_be_visible()
    page.goto("/desk/notices/letters/")
    look_over(page)
    page.get_by_label("Somebody mentions you").select_option(label="No letter")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Letters").click()
    expect(page.get_by_label("Somebody mentions you")).to_have_value("none")


def test_the_pages_at_the_door_are_open_to_everybody_and_html(page: Page, stack: Stack, tmp_path: Path) -> None:
    files = []
    for number, path in enumerate(
        (
            "/accounts/signup/", "/accounts/inactive/", "/accounts/password/reset/", "/accounts/password/reset/sent/",
            "/accounts/password/reset/1-none/", "/accounts/password/reset/done/", "/accounts/invitation/none/",
        )
    ):  # fmt: skip
        answer = page.request.get(path)
        files.append(tmp_path / f"{number}.html")
        files[-1].write_bytes(answer.body())
    for path in ("/accounts/signup/", "/accounts/password/reset/", "/accounts/password/reset/1-none/"):
        page.goto(path)
        look_over(page)
    sign_in(page, stack, "journalist")
    for path in ("/accounts/password/", "/accounts/logout/"):
        page.goto(path)
        look_over(page)
    for path in ("/accounts/password/", "/accounts/logout/", "/accounts/second-factor/", "/desk/notices/",
                 "/desk/notices/letters/"):  # fmt: skip
        files.append(tmp_path / f"in{len(files)}.html")
        files[-1].write_bytes(page.request.get(path).body())
    assert nu_errors(files) == []


def test_the_lock_says_for_how_long(page: Page) -> None:
    for _ in range(5):
        page.goto("/accounts/login/")
        page.get_by_label("Username").fill("nobody-of-that-name")
        page.get_by_label("Password").fill("guessed")
        page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("15 minutes")).to_be_visible()
    look_over(page)
