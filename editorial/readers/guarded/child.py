"""The child's program: ``python -I -B child.py MODULE MEMORY_MB SECONDS TEXT_CHARS``, bytes in, JSON out.

Answers ``{"found": {...}}`` or ``{"refused": "..."}``. Anything unforeseen ends it with a traceback on standard
error and a status that is not 0: the parent then says that the file could not be read.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import logging
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any


def load_package() -> None:
    """Make this folder importable as ``guarded``, and nothing beside it."""
    folder = Path(__file__).parent
    spec = importlib.util.spec_from_file_location(
        "guarded", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None:
        raise ImportError(f"{folder} cannot be loaded")
    sys.modules["guarded"] = importlib.util.module_from_spec(spec)


def answer(module: str, data: bytes, text_chars: int) -> dict[str, Any]:
    """Let `module` read `data` and put what it found, or why not, into plain data."""
    refused = importlib.import_module("guarded.refusal").Refused
    try:
        return {"found": asdict(importlib.import_module(f"guarded.{module}").find(data, text_chars))}
    except refused as refusal:
        return {"refused": refusal.reason}


def main(module: str, memory_mb: str, seconds: str, text_chars: str) -> int:
    """Read standard input behind the fence. Returns the exit status."""
    load_package()
    fence = importlib.import_module("guarded.fence")
    fence.raise_fence(int(memory_mb), float(seconds))
    logging.disable(logging.CRITICAL)  # a damaged file can draw millions of warnings
    try:
        out = json.dumps(answer(module, sys.stdin.buffer.read(), int(text_chars)))
    except MemoryError:
        return int(fence.OUT_OF_MEMORY)
    sys.stdout.write(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
