"""What tests need from outside Python: Java, and the packages of tests/node/package.json.

`make test` puts the packages under var/node; `python -m tests.e2e.tools` says what is missing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.stack import ROOT

PACKAGES = ROOT / "var" / "node" / "node_modules"
ADVICE = (
    "The tests check every page with the Nu HTML checker and open an export in TimelineJS. That needs {what}. "
    "Install Java and Node (Debian: apt install default-jre-headless nodejs npm; macOS: brew install openjdk node), "
    "then run make test again: it fetches the rest into var/node."
)


class MissingToolError(Exception):
    """Something is not there; the message says what to do."""


def package(name: str) -> Path:
    """The folder of an npm package. Raises `MissingToolError`."""
    folder = PACKAGES / name
    if not folder.is_dir():
        raise MissingToolError(ADVICE.format(what=f"the npm package {name}"))
    return folder


def nu_errors(pages: list[Path]) -> list[str]:
    """What the Nu HTML checker finds wrong in the files: "name: message (extract)". Raises `MissingToolError`."""
    java = shutil.which("java")
    if java is None:
        raise MissingToolError(ADVICE.format(what="Java"))
    jar = package("vnu-jar") / "build" / "dist" / "vnu.jar"
    command = [java, "-Xss2m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{Path(one.get('url', '')).name}: {one['message']} ({one.get('extract', '')!r})"
        for one in found
        if one["type"] != "info"
    ]


if __name__ == "__main__":
    for tool in ("java", "node", "npm"):
        if shutil.which(tool) is None:
            sys.exit(ADVICE.format(what=tool))
