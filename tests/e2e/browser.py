"""Which browser the tests drive. `python -m tests.e2e.browser` prints it, or says what to install."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ADVICE = (
    "The browser tests need Chromium or Chrome, and none was found. Install it (Debian: apt install chromium; "
    "macOS: brew install --cask chromium), or let Playwright fetch its own (.venv/bin/playwright install chromium), "
    "or set CHROME to the program's path."
)


class NoBrowserError(Exception):
    """There is none; the message says what to do."""


def find() -> str:
    """The browser's path: CHROME, else one installed on the machine, else Playwright's own. Raises `NoBrowserError`."""
    named = os.environ.get("CHROME", "")
    if named:
        found = shutil.which(named)
        if found is None:
            raise NoBrowserError(f"CHROME is set to {named}, which is no program.")
        return found
    candidates = [shutil.which(name) for name in NAMES] + [path for path in MACOS if Path(path).exists()]
    return next((path for path in candidates if path), None) or _playwrights_own()


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        raise NoBrowserError(ADVICE)
    return path


if __name__ == "__main__":
    try:
        sys.stdout.write(f"The browser tests use {find()}\n")
    except NoBrowserError as reason:
        sys.exit(str(reason))
