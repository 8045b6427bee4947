"""What every page must be, however it looks: open to everybody, and inside its window."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (390, 1024, 1440)


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def assert_accessible(page: Page) -> None:
    """axe-core finds nothing against WCAG 2.2 AA or its own best practice on the page as it stands."""
    page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate(
        "async (rules) => (await axe.run(document, {runOnly: rules})).violations", RULES
    )
    lines = [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n    {node['html']}\n    {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
    assert not lines, f"{page.url}\n" + "\n".join(lines)


def assert_fits(page: Page) -> None:
    """Nothing sticks out sideways."""
    wide, there = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= there, f"{page.url} is {wide} px wide in a window of {there} px"


def look_over(page: Page) -> None:
    """Both, on the page as it stands: at each width, in light and in dark. The window is put back afterwards."""
    before = page.viewport_size or {"width": 1440, "height": 900}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert_fits(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert_accessible(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(before)
