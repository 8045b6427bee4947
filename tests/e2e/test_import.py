"""`manage.py import_articles --wait` beside a running Dateline: the shell's way in, read by the real worker."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.stack import MANAGE, Stack


def test_wait_ends_when_the_worker_has_read_them_all(stack: Stack, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Bridge {number}\n\nBridge number {number} was opened on 3 May 2019.")
    done = subprocess.run(
        [*MANAGE, "import_articles", str(tmp_path), "--timeline", "trump-and-kim", "--wait", "--timeout", "60"],
        env=stack.env, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["added"] * 3
    asked = (
        "from timelines.models import Job, Entry; "
        "print(Job.objects.exclude(status='done').count(), Entry.objects.filter(event__edtf='2019-05-03').count())"
    )
    shell = subprocess.run(
        [*MANAGE, "shell", "-v0", "-c", asked], env=stack.env, capture_output=True, text=True, timeout=60, check=True
    )
    assert shell.stdout.split() == ["0", "3"]
