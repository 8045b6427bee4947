"""The test run's own promises."""

import subprocess
import sys

import pytest
from django.conf import settings

from tests.conftest import Sent


def test_tasks_are_published_but_not_run(sent_tasks: list[Sent]) -> None:
    from editorial.celery import app

    app.send_task("editorial.tasks.extract_article", args=[7, 1])
    assert sent_tasks == [Sent("editorial.tasks.extract_article", (7, 1))]


def test_a_skipped_test_fails_the_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("skips")
    (folder / "test_skips.py").write_text("import pytest\n\ndef test_one():\n    pytest.skip('no reason')\n")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-q", str(folder)]
    ended = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1, ended.stdout
    assert "test_skips.py::test_one" in ended.stdout
    assert "skipped tests fail the run" in ended.stdout
