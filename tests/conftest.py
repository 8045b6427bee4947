"""What every test may rely on, and what no test run may hide."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from celery.signals import before_task_publish
from django.conf import settings
from django.core.cache import caches
from hypothesis import settings as hypothesis_settings

FOLDERS_WITH_MARKERS = ("e2e", "faults")

# Two cores shared with other tests make a time limit per example a coin toss.
hypothesis_settings.register_profile("dateline", deadline=None, print_blob=True)
hypothesis_settings.load_profile("dateline")


class Sent(NamedTuple):
    """One Celery message: the task's name and its positional arguments."""

    task: str
    args: tuple[Any, ...]


@pytest.fixture
def sent_tasks() -> Iterator[list[Sent]]:
    """What was handed to Celery during the test, in order.

    Nothing is replaced and nothing runs: messages are published through Celery's own code into kombu's in-memory
    transport (see `tests.settings`), and this list is filled by Celery's own signal. A task sent with
    `transaction.on_commit` appears here only once the callbacks run: in a test with `transaction=True`, or with
    `django_capture_on_commit_callbacks(execute=True)`. To test a task's work, call the verb itself.
    """
    sent: list[Sent] = []

    def note(sender: str, body: Any, **_: Any) -> None:
        sent.append(Sent(sender, tuple(body[0])))

    before_task_publish.connect(note, weak=False)
    yield sent
    before_task_publish.disconnect(note)


@pytest.fixture(autouse=True)
def _articles_in_own_folder(settings: Any, tmp_path: Path) -> None:
    """Stored files of one test never meet those of another."""
    storages = {**settings.STORAGES}
    storages["default"] = {**storages["default"], "OPTIONS": {"location": tmp_path / "articles", "base_url": None}}
    settings.STORAGES = storages


@pytest.fixture(autouse=True)
def _no_pages_kept(_articles_in_own_folder: None) -> Iterator[None]:
    """Pages kept ready in one test are never given in another, whose rows may bear the same numbers."""
    from timelines import kept  # models cannot be imported before Django is ready

    yield
    kept.memory.clear()
    caches["pages"].clear()


# --- Nothing is skipped in silence ----------------------------------------------------------------------------

_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember each test that did not run to its end."""
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Remember each module that was skipped as a whole."""
    if report.skipped:
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run with a skipped test is a failed run."""
    if _skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were skipped, and that this is why the run failed."""
    if _skipped:
        terminalreporter.section("skipped tests fail the run", red=True)
        for name in _skipped:
            terminalreporter.line(name)


# --- Where tests live -----------------------------------------------------------------------------------------


def pytest_configure() -> None:
    """Make the folder named in `tests.settings`, for this process alone."""
    settings.VAR_DIR.mkdir(mode=0o700)
    settings.STATIC_ROOT.mkdir()  # WhiteNoise warns if it is missing


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(settings.VAR_DIR, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests under e2e/ and faults/ carry their folder's marker."""
    for item in items:
        for folder in FOLDERS_WITH_MARKERS:
            if folder in item.path.parts:
                item.add_marker(folder)
