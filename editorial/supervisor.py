"""Starts Dateline's processes, watches them, and ends them together.

Each child leads a process group of its own, so that Ctrl-C in the terminal reaches the supervisor alone and ending a
child ends its children too. On Linux the kernel also ends them should the supervisor be killed outright.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

RESTARTS, RESTART_WINDOW = 3, 60.0
"""A child may die this often within so many seconds before all is given up."""

PATIENCE = 8.0
"""Seconds a child has to end after SIGTERM. What it was reading is read again at the next start."""

LOG_LIMIT = 5 * 1024 * 1024
PR_SET_PDEATHSIG = 1


class Stopped(Exception):
    """Somebody asked for the end: Ctrl-C, SIGTERM, or the terminal was closed."""


class ChildDied(Exception):
    """A child ended that should not have, and it was not started again. The message is for people."""


@dataclass
class Child:
    """One process. `name` is for people; one with `restart` is started again when it dies.

    One that is `needed_by_others` is ended after them.
    """

    name: str
    command: list[str]
    log: Path
    restart: bool = True
    needed_by_others: bool = False
    process: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=deque)

    def start(self) -> None:
        """Start it, its words going to its log."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=_end_with_parent(os.getpid()) if sys.platform == "linux" else None,  # noqa: PLW1509 - no threads
            )  # fmt: skip

    @property
    def running(self) -> bool:
        """Whether it was started and has not ended."""
        return self.process is not None and self.process.poll() is None

    def ask_to_end(self) -> None:
        """SIGTERM to the child alone: it knows best how to end its own children."""
        if self.process is not None and self.running:
            self.process.terminate()

    def end_by(self, deadline: float) -> None:
        """Wait for its end; past the deadline (monotonic seconds) kill it, and in any case all it left behind."""
        if self.process is not None:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(max(0.0, deadline - time.monotonic()))
            self.kill_group()
            self.process.wait()

    def kill_group(self) -> None:
        """SIGKILL to the child and all its children."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):  # macOS says EPERM of a group of zombies
                os.killpg(self.process.pid, signal.SIGKILL)

    def too_many_deaths(self) -> bool:
        """Note a death; whether there have been too many of late."""
        now = time.monotonic()
        self.deaths.append(now)
        while self.deaths and now - self.deaths[0] > RESTART_WINDOW:
            self.deaths.popleft()
        return len(self.deaths) > RESTARTS

    def how_it_ended(self) -> str:
        """For people: "worker ended with exit code 1", "worker was killed by signal 9"."""
        code = self.process.returncode if self.process else None
        if code is not None and code < 0:
            return f"The {self.name} was killed by signal {-code}"
        return f"The {self.name} ended with exit code {code}"

    def last_words(self, lines: int = 15) -> str:
        """The end of its log."""
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(f"    {line}" for line in text.splitlines()[-lines:])


def _end_with_parent(parent: int) -> Callable[[], None]:
    """What a new child does first on Linux: ask for SIGTERM at its parent's death, however that comes."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl  # looked up before the fork

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)  # it died between fork and prctl

    return ask


class Supervisor:
    """The children, and the signals that end them. Made in the main thread; used as a context manager."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self.children: list[Child] = []
        self._asked_to_stop = False
        self._bell, self._bell_rope = os.pipe()

    def __enter__(self) -> Supervisor:
        for end in (self._bell, self._bell_rope):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._bell_rope, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # only so that the bell rings
        return self

    def __exit__(self, *_: object) -> None:
        self.end_all()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_stop = True

    def pause(self, seconds: float) -> None:
        """Wait, but not past a signal. Raises `Stopped` if the end was asked for."""
        if not self._asked_to_stop and select.select([self._bell], [], [], seconds)[0]:
            with suppress(BlockingIOError):
                os.read(self._bell, 4096)
        if self._asked_to_stop:
            raise Stopped

    def start(self, child: Child) -> Child:
        """Start a child and keep an eye on it from now on."""
        self.children.append(child)
        child.start()
        return child

    def wait_until(self, ready: Callable[[], bool], what: str, seconds: float) -> None:
        """Wait until `ready()`. Raises `ChildDied` if a child ends meanwhile or the time is over, or `Stopped`."""
        deadline = time.monotonic() + seconds
        while not ready():
            self.pause(0.1)
            for child in self.children:
                if not child.running:
                    raise ChildDied(f"{child.how_it_ended()}. The end of {child.log}:\n{child.last_words()}")
            if time.monotonic() > deadline:
                raise ChildDied(f"{what} within {seconds:.0f} seconds. The logs are in {self.children[-1].log.parent}.")

    def watch(self) -> None:
        """Watch until the end is asked for. Restarts what may be restarted; never returns.

        Raises `Stopped`, or `ChildDied` when a child is beyond help.
        """
        while True:
            self.pause(1)
            for child in self.children:
                if not child.running:
                    self._mourn(child)

    def _mourn(self, child: Child) -> None:
        child.kill_group()  # whatever it left of its own
        ended = child.how_it_ended()
        if not child.restart or child.too_many_deaths():
            raise ChildDied(f"{ended}. The end of {child.log}:\n{child.last_words()}")
        self.say(f"{ended}; starting it again. Its log: {child.log}")
        child.start()

    def end_all(self) -> None:
        """End every child: SIGTERM to all but those the others need, then to these; SIGKILL for what takes too long."""
        for needed in (False, True):
            ending = [child for child in self.children if child.needed_by_others is needed]
            for child in ending:
                child.ask_to_end()
            deadline = time.monotonic() + PATIENCE
            for child in ending:
                child.end_by(deadline)
