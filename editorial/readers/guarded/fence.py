"""The fence around the child: memory, processor time, files."""

from __future__ import annotations

import os
import resource
import sys
import threading
import time

OUT_OF_MEMORY = 77
"""Exit status of a child that outgrew its memory."""

_MB = 1024 * 1024


def raise_fence(memory_mb: int, seconds: float) -> None:
    """Limit this process for good: no more than `memory_mb` MiB, `seconds` of processor time, no file written.

    The processor time is for the case that the parent is killed and nobody watches the clock.
    """
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CPU, int(seconds) + 1)
    if sys.platform == "darwin":  # macOS takes RLIMIT_AS and does not keep it
        watch_memory(memory_mb)
    else:
        _lower(resource.RLIMIT_AS, memory_mb * _MB)


def watch_memory(memory_mb: int, every: float = 0.05) -> None:
    """End this process with status OUT_OF_MEMORY once it has grown by `memory_mb` MiB; looks every `every` seconds.

    Counted from now on: some systems hand the parent's peak down to the child.
    """
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes on macOS, KiB elsewhere

    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit

    most = peak() + memory_mb * _MB

    def watch() -> None:
        while peak() <= most:
            time.sleep(every)
        os._exit(OUT_OF_MEMORY)

    threading.Thread(target=watch, daemon=True).start()


def _lower(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))
