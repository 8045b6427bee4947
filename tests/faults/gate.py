"""Loaded by a worker under `tests.faults.slow_settings`: reading an article can be held up, or kill its process.

While the file `shut` lies in Dateline's folder, whoever begins to read an article writes its process id into
`reading-PID` and waits. A text with FATAL in it kills its process, every time. Leases and patience are seconds, not
minutes, so that a test need not wait for them. Only a worker may import this: it changes the pipeline it finds.
"""

from __future__ import annotations

import os
import signal
import time
from datetime import date, timedelta

from django.conf import settings

from editorial import pipeline
from tests.faults import FATAL
from timelines.extraction import Extraction, extract

LEASE = LOST_AFTER = timedelta(seconds=4)


def gated(text: str, reference_date: date | None, language: str = "en", *, proposals: bool = True) -> Extraction:
    """As `extract`, behind the gate."""
    if FATAL in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if (settings.VAR_DIR / "shut").exists():
        mark = settings.VAR_DIR / f"reading-{os.getpid()}"
        mark.touch()
        while (settings.VAR_DIR / "shut").exists():
            time.sleep(0.05)
        mark.unlink()
    return extract(text, reference_date, language, proposals=proposals)


pipeline.extract = gated  # type: ignore[attr-defined]  # imported there, not defined
pipeline.LEASE = LEASE
pipeline.LOST_AFTER = LOST_AFTER
