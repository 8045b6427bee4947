"""The real thing for tests: `manage.py run` with a folder and a port of its own, and the processes it is made of."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MANAGE = [sys.executable, str(ROOT / "manage.py")]


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(var: Path, **more: str) -> dict[str, str]:
    """What a newcomer's shell would hand on: nothing of the test run's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONUNBUFFERED": "1", "DEBUG": "on", "DATELINE_VAR": str(var), **more}


def wait_for(what: str, found: Callable[[], Any], seconds: float) -> Any:
    """The first true answer of `found`. Fails the test, saying `what` was waited for, when the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = found()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(f"After {seconds:.0f} s still not: {what}; instead: {found()!r}")


def descendants(pid: int) -> list[int]:
    """All processes below `pid`, children before grandchildren."""
    table = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in table.splitlines()]
    found = [child for child, parent in pairs if parent == pid]
    return found + [grandchild for child in found for grandchild in descendants(child)]


def alive(pids: list[int]) -> list[int]:
    """Which of these processes still run; a zombie does not."""
    table = subprocess.run(["ps", "-axo", "pid=,stat="], capture_output=True, text=True, check=True).stdout
    states = {int(line.split()[0]): line.split()[1] for line in table.splitlines()}
    return [pid for pid in pids if not states.get(pid, "Z").startswith("Z")]


class Stack:
    """Dateline as `make run` starts it. `var` outlives a stop, so that a second start goes on from there."""

    def __init__(self, var: Path, command: list[str] | None = None, port: int | None = None, **env: str) -> None:
        self.var = var
        self.port = port or free_port()
        self.env = environment(var, **env)
        self.command = command or [*MANAGE, "run", "--port", str(self.port)]
        self.output = var.with_name(var.name + "-output.txt")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where its pages are, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def password(self) -> str:
        """Of both demo accounts."""
        return (self.var / "demo-password").read_text().strip()

    def launch(self) -> None:
        """Start it without waiting."""
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def start(self, seconds: float = 60) -> None:
        """Start it and wait until it says that it is ready."""
        self.launch()

        def ready() -> bool:
            assert self.process is not None
            assert self.process.poll() is None, f"It ended instead of starting:\n{self.said()}"
            return "Dateline is ready at" in self.said()

        wait_for(f"ready; it said:\n{self.said()}", ready, seconds)

    def said(self) -> str:
        """What stands on its terminal."""
        return self.output.read_text(errors="replace") if self.output.exists() else ""

    def log(self, name: str) -> str:
        """What one of its children has written: broker, worker, scheduler or web."""
        return (self.var / "log" / f"{name}.log").read_text(errors="replace")

    def stop(self, number: signal.Signals = signal.SIGTERM, seconds: float = 30) -> int:
        """Ask it to end, and wait; its exit code. What does not end in time is killed and fails the test."""
        assert self.process is not None
        below = descendants(self.process.pid)
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(seconds)
        finally:
            for pid in alive([*below, self.process.pid]) if self.process.poll() is None else []:
                os.kill(pid, signal.SIGKILL)

    def children(self, words: str) -> list[int]:
        """Its processes whose command line has `words` in it, parents first."""
        assert self.process is not None
        table = subprocess.run(["ps", "-axwwo", "pid=,command="], capture_output=True, text=True, check=True).stdout
        commands = {int(line.split(None, 1)[0]): line for line in table.splitlines()}
        return [pid for pid in descendants(self.process.pid) if words in commands.get(pid, "")]

    def manage(self, *arguments: str) -> str:
        """Run another management command beside it; what that printed."""
        ended = subprocess.run(
            [*MANAGE, *arguments], cwd=ROOT, env=self.env, capture_output=True, text=True, timeout=60, check=False
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def ask(self, expression: str) -> Any:
        """The value of a Python expression inside Dateline, all models imported; it must fit into JSON."""
        words = f"import json; from timelines.models import *; print(json.dumps({expression}))"
        return json.loads(self.manage("shell", "--no-imports", "-c", words))


@contextmanager
def running(var: Path, **options: Any) -> Iterator[Stack]:
    """A started stack that is ended whatever the test does."""
    stack = Stack(var, **options)
    try:
        stack.start()
        yield stack
    finally:
        if stack.process is not None:
            stack.stop()
