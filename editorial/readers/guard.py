"""Takes files apart in a child process, so that a hostile one costs a child and not the server."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from editorial.readers.guarded.fence import OUT_OF_MEMORY
from editorial.readers.guarded.found import Found
from editorial.readers.guarded.refusal import Refused, refusal
from editorial.readers.limits import Limits

logger = logging.getLogger(__name__)

CHILD = Path(__file__).parent / "guarded" / "child.py"

_PASTE = "Paste the article as text instead."


def find(module: str, kind: str, data: bytes, limits: Limits) -> Found:
    """Let ``guarded.<module>`` read `data` in a child of its own. `kind` names the file in sentences ("PDF").

    The child is gone when this returns: ended, or killed after `limits.seconds`. It gets no secrets (an empty
    environment), writes no file and holds at most `limits.memory_mb`. Raises Refused.
    """
    command = [sys.executable, "-I", "-B", str(CHILD), module, str(limits.memory_mb), str(limits.seconds)]
    try:
        done = subprocess.run(
            [*command, str(limits.text_chars)],
            input=data,
            capture_output=True,
            timeout=limits.seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise refusal(
            f"Reading this {kind} took longer than {_seconds(limits.seconds)} and was stopped.", _PASTE
        ) from late
    if done.returncode == OUT_OF_MEMORY:
        raise refusal(f"This {kind} unpacks to too much to be read safely.", _PASTE)
    if done.returncode != 0:
        logger.warning("A child reading a %s ended with %s: %s", kind, done.returncode, _tail(done.stderr))
        raise refusal(f"This {kind} could not be read: it is damaged, or not made as it should be.", _PASTE)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return Found(**answer["found"])


def _environment() -> dict[str, str]:
    # One allocator arena and one thread: more would count against the address space without being used.
    one_each = dict.fromkeys(("MALLOC_ARENA_MAX", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
    return {"PATH": os.defpath, "LANG": "C.UTF-8", **one_each}


def _seconds(count: float) -> str:
    return "1 second" if count == 1 else f"{count:g} seconds"


def _tail(stderr: bytes) -> str:
    return stderr[-2000:].decode("utf-8", "replace").strip()
