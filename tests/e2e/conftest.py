"""A browser, and the real Dateline it looks at: web server, worker, scheduler and broker."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.e2e.browser import find
from tests.stack import ROOT, Stack, running

ARTIFACTS = ROOT / "var" / "test-artifacts"
LAUNCH = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
_failed = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Dateline with its demo accounts and the sample, for all browser tests of this run."""
    with running(tmp_path_factory.mktemp("stack") / "var") as stack:
        yield stack


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser found on this machine, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=LAUNCH)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, stack: Stack, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor at 1440 x 900; `page.goto("/")` is enough.

    The test also fails if any script failed, anything was refused by the browser (a content policy, a missing file),
    or an answer was a 5xx. A failed test leaves a screenshot under var/test-artifacts/.
    """
    yield from _visit(browser, stack, request, scripts=True)


@pytest.fixture
def plain_page(browser: Browser, stack: Stack, request: pytest.FixtureRequest) -> Iterator[Page]:
    """As `page`, in a browser that runs no scripts."""
    yield from _visit(browser, stack, request, scripts=False)


def _visit(browser: Browser, stack: Stack, request: pytest.FixtureRequest, *, scripts: bool) -> Iterator[Page]:
    context = browser.new_context(
        base_url=stack.url, viewport={"width": 1440, "height": 900}, locale="en-GB", java_script_enabled=scripts
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(f"script failed: {error}"))
    page.on("console", lambda line: trouble.append(f"console: {line.text}") if _is_trouble(line) else None)
    page.on("response", lambda got: trouble.append(f"{got.status} {got.url}") if got.status >= 500 else None)
    page.on("requestfailed", lambda asked: trouble.append(f"{asked.failure} {asked.url}") if _is_lost(asked) else None)
    yield page
    if trouble or request.node.stash.get(_failed, False):
        _keep(page, stack, re.sub(r"[^\w.-]+", "_", request.node.name))
    context.close()
    assert not trouble, "\n".join(trouble)


def _is_trouble(line: ConsoleMessage) -> bool:
    """An error, unless it only repeats that an answer was a refusal such as 409 or 422; those are answers too."""
    refused = (
        re.search(r"status of (403|404|409|410|413|422|429)\b", line.text) and "/static/" not in line.location["url"]
    )
    return line.type == "error" and not refused


def _is_lost(asked: Request) -> bool:
    """A request that came to nothing, unless the page itself gave it up by going elsewhere."""
    return asked.failure != "net::ERR_ABORTED"


def _keep(page: Page, stack: Stack, name: str) -> None:
    """What the page looked like and what the processes had written."""
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)
    (ARTIFACTS / f"{name}.html").write_text(page.content())
    for log in sorted((stack.var / "log").glob("*.log")):
        (ARTIFACTS / f"{name}-{log.name}").write_bytes(log.read_bytes())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let the `page` fixture know that its test failed."""
    report: pytest.TestReport = yield  # type: ignore[assignment]
    if report.when == "call" and report.failed:
        item.stash[_failed] = True
    return report  # type: ignore[return-value]
