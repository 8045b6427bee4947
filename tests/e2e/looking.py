"""What every page must be, however it looks: open to everybody, and inside its window."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (390, 1024, 1440)


# What an open menu lies over is no target until the menu is closed; axe measures the strip that looks out of it.
RUN = """async (asked) => {
  const {violations} = await axe.run(document, {runOnly: asked, resultTypes: ['violations']});
  const sheets = [...document.querySelectorAll('details[open] > .menu__sheet')].map((it) => it.getBoundingClientRect());
  const covered = (node) => {
    const box = document.querySelector(node.target[0]).getBoundingClientRect();
    const beside = (it) => box.left >= it.right || it.left >= box.right || box.top >= it.bottom || it.top >= box.bottom;
    return sheets.some((it) => !beside(it));
  };
  for (const rule of violations) {
    if (rule.id === 'target-size') rule.nodes = rule.nodes.filter((node) => !covered(node));
  }
  return violations;
}"""


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def assert_accessible(page: Page, only: str = "") -> None:
    """axe-core finds nothing against WCAG 2.2 AA or its own best practice on the page as it stands.

    `only`: nothing against that one rule.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    asked = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": RULES}
    found: list[dict[str, Any]] = page.evaluate(RUN, asked)
    lines = [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n    {node['html']}\n    {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
    assert not lines, f"{page.url}\n" + "\n".join(lines)


def assert_fits(page: Page) -> None:
    """Nothing sticks out sideways, once the page has been laid out for its window."""
    width = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    for _ in range(20):
        wide, there = page.evaluate(width)
        if wide <= there:
            break
        page.wait_for_timeout(100)
    assert wide <= there, f"{page.url} is {wide} px wide in a window of {there} px"


def look_over(page: Page) -> None:
    """Both, on the page as it stands: at each width, in light and in dark. The window is put back afterwards.

    Of all the rules only contrast depends on the colours.
    """
    before = page.viewport_size or {"width": 1440, "height": 900}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert_fits(page)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        assert_accessible(page)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert_accessible(page, only="color-contrast")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(before)
