"""What people do at the door."""

from playwright.sync_api import Page, expect

from tests.stack import Stack


def sign_in(page: Page, stack: Stack, name: str, path: str = "/desk/") -> None:
    """Sign in as a demo account on the way to `path`."""
    page.goto(f"/accounts/login/?next={path}")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(stack.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(stack.url + path)
    page.wait_for_load_state("load")  # keys are heard once every script is there


def sign_out(page: Page, stack: Stack) -> None:
    """Leave by the menu."""
    page.get_by_label("You: ").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(stack.url + "/")
