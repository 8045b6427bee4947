"""Lighthouse's mobile scores of the public page at 500 and 2,000 events. Run by `make bench-lighthouse`.

    python -m bench._lighthouse

Needs Node 18 or newer with npm (which fetches Lighthouse into var/lighthouse at the first run) and Chromium or Chrome.
The page is served as the product serves it; each size is looked at `TIMES` times and the median is printed, since the
simulated phone's processor is as slow as this machine is busy.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import public
from tests.e2e import browser

PINNED = "12.8.2"
"""Lighthouse's version; scores of two versions cannot be compared."""
SIZES = {500: ("performance", "accessibility", "best-practices", "seo"), 2_000: ("performance",)}
TIMINGS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
TIMES = 3
FOLDER = Path(__file__).resolve().parent.parent / "var" / "lighthouse"
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"


def main() -> None:
    """Print the scores, the times behind them, and what Lighthouse finds fault with."""
    install()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        port = public.set_up(folder)
        with public.served(port):
            for path in [f"/t/story-{size}/" for size in SIZES] * 4:  # kept ready in both of the server's processes
                public.asked(port, path)
            for size, categories in SIZES.items():
                reports = [look(f"http://127.0.0.1:{port}/t/story-{size}/", categories) for _ in range(TIMES)]
                print_scores(size, categories, reports)
            print(f"Load of this machine just now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")
            print("  With more load than cores the blocking time, and so the performance, is that of other programs.")


def install() -> None:
    """Fetch Lighthouse unless it is there. Raises `SystemExit` where Node is missing, saying how to get it."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise SystemExit("Lighthouse needs Node 18 or newer with npm. On Debian: apt install nodejs npm")
    package = PROGRAM.parent.parent / "package.json"
    if package.exists() and json.loads(package.read_text())["version"] == PINNED:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(f"Fetching Lighthouse {PINNED} into {FOLDER} ...")
    npm = ["npm", "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run([*npm, f"lighthouse@{PINNED}"], check=True)


def look(url: str, categories: tuple[str, ...]) -> dict[str, Any]:
    """One report: Lighthouse's own defaults, which are a mid-range phone on slow 4G."""
    flags = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
    command = ["node", str(PROGRAM), url, "--quiet", "--output=json", f"--only-categories={','.join(categories)}"]
    done = subprocess.run(
        [*command, f"--chrome-flags={flags}"], env={**os.environ, "CHROME_PATH": browser.find()},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise SystemExit("Lighthouse failed.")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def print_scores(size: int, categories: tuple[str, ...], reports: list[dict[str, Any]]) -> None:
    """The median of each score and time, and every audit below full marks."""
    scores = {name: [round(100 * one["categories"][name]["score"]) for one in reports] for name in categories}
    print(f"{size:,} events: " + ", ".join(f"{name} {statistics.median(each):.0f}" for name, each in scores.items()))
    print(f"  performance in each run: {scores['performance']}")
    for name in (
        "first-contentful-paint",
        "largest-contentful-paint",
        "total-blocking-time",
        "cumulative-layout-shift",
    ):
        values = [one["audits"][name]["numericValue"] for one in reports]
        print(f"  {name:28}{statistics.median(values):9.3g}")
    counted = ("binary", "metricSavings")
    faults = {
        (audit["id"], audit["title"])
        for one in reports
        for audit in one["audits"].values()
        if audit["score"] is not None and audit["score"] < 1 and audit["scoreDisplayMode"] in counted
    }
    for name, title in sorted(faults):
        print(f"  below full marks: {name} ({title})")


if __name__ == "__main__":
    main()
