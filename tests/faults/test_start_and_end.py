"""`make run` starts everything, and whatever happens to it, it ends everything."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stack import Stack, alive, descendants, free_port, wait_for

Launch = Callable[..., Stack]


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    """`launch(var="var", make=False, **env)`: a stack that is ended whatever the test does."""
    stacks: list[Stack] = []

    def prepare(var: str = "var", *, make: bool = False, port: int | None = None, **env: str) -> Stack:
        port = port or free_port()
        command = ["make", "--no-print-directory", "run", f"PORT={port}"] if make else None
        stacks.append(Stack(tmp_path / var, command, port, **env))
        return stacks[-1]

    yield prepare
    for stack in stacks:
        if stack.process is not None and stack.process.poll() is None:
            stack.stop()


def ended_with(stack: Stack, seconds: float = 30) -> int:
    """Its exit code, once it has ended of itself."""
    assert stack.process is not None
    return stack.process.wait(seconds)


def everything(stack: Stack) -> list[int]:
    """All its processes: the first, broker, worker and its two, scheduler, web server and its two, and any between."""
    assert stack.process is not None
    found = [stack.process.pid, *descendants(stack.process.pid)]
    assert len(found) >= 9
    return found


def test_sigterm_to_make_ends_every_child_and_a_second_start_goes_on_from_there(launch: Launch) -> None:
    stack = launch(make=True)
    stack.start()
    assert f"Dateline is ready at {stack.url}" in stack.said()
    assert str(stack.var / "demo-password") in stack.said()
    assert stack.password not in stack.said()
    processes, password = everything(stack), stack.password
    stack.stop(signal.SIGTERM)
    assert alive(processes) == []
    assert not (stack.var / "valkey.sock").exists()

    stack.start()
    assert stack.password == password
    assert stack.ask("[Timeline.objects.count(), Article.objects.count()]") == [1, 1]
    stack.stop()


def test_ctrl_c_ends_every_child(launch: Launch) -> None:
    """The terminal sends SIGINT to make and to the supervisor; the children are in groups of their own."""
    stack = launch(make=True)
    stack.start()
    processes = everything(stack)
    os.killpg(processes[0], signal.SIGINT)
    ended_with(stack)
    wait_for("the end of all", lambda: not alive(processes), 10)
    assert "Dateline has ended." in stack.said()


@pytest.mark.parametrize("make", [True, False])
def test_a_taken_port_is_said_and_nothing_is_left_running(launch: Launch, make: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        stack = launch(make=make, port=taken.getsockname()[1])
        stack.launch()
        assert ended_with(stack) != 0
    assert f"Port {stack.port} is taken by another program." in stack.said()
    assert "Traceback" not in stack.said()
    assert not (stack.var / "log").exists(), "something was started"
    assert not (stack.var / "dateline.sqlite3").exists(), "something was written"


def test_one_folder_is_run_once(launch: Launch) -> None:
    first = launch()
    first.start()
    second = launch()
    second.launch()
    assert ended_with(second) == 1
    assert "Dateline is already running on" in second.said()
    assert first.url in second.said()
    assert "Traceback" not in second.said()
    assert first.manage("shell", "--no-imports", "-c", "print(1)").strip() == "1"
    assert first.process is not None
    assert first.process.poll() is None


def test_a_dead_worker_is_started_again_and_a_dead_web_server_ends_all(launch: Launch) -> None:
    stack = launch()
    stack.start()
    worker = stack.children("celery -A editorial worker")
    os.kill(worker[0], signal.SIGKILL)
    wait_for("the word of it", lambda: "The worker was killed by signal 9; starting it again." in stack.said(), 10)
    wait_for("another", lambda: len(set(stack.children("celery -A editorial worker")) - set(worker)) == 3, 20)
    wait_for("the end of the old", lambda: not alive(worker), 10)

    processes = everything(stack)
    os.kill(stack.children("gunicorn")[0], signal.SIGKILL)
    assert ended_with(stack) == 1
    assert "The web server was killed by signal 9." in stack.said()
    assert "Everything else was ended too." in stack.said()
    assert alive(processes) == []


def test_a_worker_that_cannot_live_ends_all_and_says_why(launch: Launch) -> None:
    """A setting only the worker stumbles over."""
    stack = launch(DJANGO_SETTINGS_MODULE="tests.faults.broken_worker_settings")
    stack.launch()
    assert ended_with(stack, 60) == 1
    assert "The worker ended with exit code" in stack.said()
    assert "no_such_module_for_tests" in stack.said(), "the end of its log is shown"


if sys.platform == "linux":  # elsewhere the kernel offers no such help

    def test_killing_the_supervisor_outright_leaves_nothing(launch: Launch) -> None:
        stack = launch()
        stack.start()
        processes = everything(stack)
        os.kill(processes[0], signal.SIGKILL)
        ended_with(stack)
        wait_for("the end of all", lambda: not alive(processes), 20)
        stack.start()
        stack.stop()
