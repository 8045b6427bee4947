"""A person at the desk who has a keyboard and nothing else."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

WATCH = """
(() => {
  const seen = window.seen = { pointer: 0, lost: [], said: [] };
  for (const type of ["pointerdown", "mousedown", "touchstart"])
    addEventListener(type, () => { seen.pointer += 1; }, true);
  let since = null, began = false, last = "";
  addEventListener("keydown", (event) => { began = true; last = event.key; }, true);
  setInterval(() => {
    const lost = began && (!document.activeElement || document.activeElement === document.body);
    since = lost ? since ?? performance.now() : null;
    if (lost && performance.now() - since > 250) { seen.lost.push(`after ${last}`); since = Infinity; }
  }, 20);
  addEventListener("DOMContentLoaded", () => {
    const live = document.querySelectorAll("[aria-live], [role=status], [role=alert], [role=log]");
    for (const region of live)
      new MutationObserver((changes) => {
        if (changes.some((change) => change.addedNodes.length) && region.textContent.trim())
          seen.said.push(region.textContent.trim());
      }).observe(region, { childList: true, subtree: true, characterData: true });
  });
})();
"""
"""Notes every use of a pointer, every time the focus stays lost for longer than a swap takes, and all that is said."""


class Keyboard:
    """Presses keys and looks at what they did. `page` must not have been at the desk before."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(WATCH)

    def open(self, path: str) -> None:
        """Go there; the first key is pressed after this."""
        self.page.goto(path)
        expect(self.current).to_have_count(1)

    @property
    def current(self) -> Locator:
        """The current entry."""
        return self.page.locator("#list .entry--current")

    @property
    def panel(self) -> Locator:
        """The form that is open."""
        return self.page.locator("form.panel")

    def entry(self, words: str) -> Locator:
        """The entry with these words in its headline or date."""
        return self.page.locator("#list .entry").filter(has_text=words)

    def press(self, *keys: str, says: str | None = None) -> None:
        """Press them one after another; `says`: what must be said of it, once."""
        before = len(self._seen("said"))
        for key in keys:
            self.page.keyboard.press(key)
        if says is not None:
            self.page.wait_for_function("(n) => window.seen.said.length > n", arg=before)
            self.settle()
            said = self._seen("said")[before:]
            assert len(said) == 1, f"{keys} said {said}"
            assert says in said[0], f"{keys} said {said[0]!r}"
        self.settle()

    def to(self, words: str) -> None:
        """Go down, then up, until the entry with these words is the current one, and its source has followed."""
        for key in ("j", "k"):
            for _ in range(40):
                if words in self.current.inner_text():
                    self.page.wait_for_timeout(300)
                    self.page.wait_for_load_state("networkidle")
                    return
                before = self.current.get_attribute("id")
                self.press(key)
                if self.current.get_attribute("id") == before:
                    break
        raise AssertionError(f"No key led to “{words}”")

    def tab_to(self, target: Locator, most: int = 60, key: str = "Tab") -> None:
        """Press Tab until it has the focus."""
        for _ in range(most):
            self.page.keyboard.press(key)
            if target.evaluate_all("(all) => all.includes(document.activeElement)"):
                return
        raise AssertionError(f"{most} tabs did not reach {target}")

    def write(self, text: str, says: str = "") -> None:
        """Put it in place of what stands in the field that has the focus; `says`: what is said of it."""
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        if says:
            self.page.wait_for_function("(words) => window.seen.said.at(-1)?.includes(words)", arg=says)

    def settle(self) -> None:
        """Until no request is under way and the page stands still; then something has the focus."""
        self.page.wait_for_function("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
        self.page.wait_for_function("document.activeElement && document.activeElement !== document.body", timeout=3_000)

    def expect_state(self, words: str, state: str) -> None:
        """The entry with these words is shown in that state."""
        expect(self.entry(words).locator(".state").first).to_have_text(re.compile(state))

    def assert_unaided(self) -> None:
        """Nothing was pointed at, and the focus was never lost."""
        assert self._seen("pointer") == 0
        assert self._seen("lost") == []

    def _seen(self, name: str) -> Any:
        return self.page.evaluate("(name) => window.seen[name]", name)
