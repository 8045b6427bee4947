"""The real programs, with a worker that can be held up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.stack import Stack, running, wait_for

STATE = "[job.status, job.attempts, job.article.citations.count(), job.article.expressions.count()]"


class Newsroom:
    """A running Dateline, its gate, and what the tests ask of its articles."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self._number = 0

    @contextmanager
    def shut_gate(self) -> Iterator[None]:
        """While inside, whoever begins to read an article waits."""
        (self.stack.var / "shut").touch()
        try:
            yield
        finally:
            (self.stack.var / "shut").unlink()

    def readers(self) -> list[int]:
        """The processes waiting at the gate."""
        return [int(path.name.split("-")[1]) for path in self.stack.var.glob("reading-*")]

    def bring_in(self, words: str = "Nothing else happened.", count: int = 1) -> list[int]:
        """Store articles as a person would, each with two dates; their Jobs' numbers."""
        self._number += 1
        code = f"""
import json
from editorial import intake
from timelines.models import *
timeline = Timeline.objects.get(slug="trump-and-kim")
stored = [
    intake.store_text(
        f"Story {self._number}.{{n}}\\n\\nThe council voted on 3 May 2019. The bridge opened in 2021. {words}",
        timeline=timeline, user=None,
    )
    for n in range({count})
]
print(json.dumps([one.article.job.pk for one in stored]))
"""
        numbers: list[int] = json.loads(self.stack.manage("shell", "--no-imports", "-c", code))
        return numbers

    def state(self, job: int) -> tuple[str, int, int, int]:
        """Status and attempts of a Job; citations and expressions of its article."""
        found: list[Any] = self.stack.ask(f"[{STATE} for job in Job.objects.filter(pk={job})][0]")
        return (found[0], found[1], found[2], found[3])

    def wait_until(self, status: str, jobs: list[int], seconds: float = 40) -> None:
        """Wait until all these Jobs have that status."""
        count = f"Job.objects.filter(pk__in={jobs}, status={status!r}).count()"
        wait_for(f"{status}: {jobs}", lambda: self.stack.ask(count) == len(jobs), seconds)


def open_newsroom(var: Path, **env: str) -> Iterator[Newsroom]:
    """A Newsroom that has read its sample."""
    with running(var, DJANGO_SETTINGS_MODULE="tests.faults.slow_settings", **env) as stack:
        room = Newsroom(stack)
        room.wait_until("done", stack.ask("list(Job.objects.values_list('pk', flat=True))"))
        yield room


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """One for all tests of a module."""
    yield from open_newsroom(tmp_path_factory.mktemp("newsroom") / "var")
