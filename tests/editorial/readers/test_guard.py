"""The child process that takes files apart: what it may cost, and that it is gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editorial.readers import Limits, Refused, guard
from editorial.readers.guarded import fence
from tests.editorial.readers.making import STORY, make_pdf

REASON = "Nothing was stored. Paste the article as text instead."

PLAIN = "from guarded.found import Found\n"


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the child's program, whose module ``trial`` a test may write; returns that module's path."""
    folder = tmp_path / "guarded"
    folder.mkdir()
    for each in guard.CHILD.parent.glob("*.py"):
        (folder / each.name).write_bytes(each.read_bytes())
    monkeypatch.setattr(guard, "CHILD", folder / "child.py")
    return folder / "trial.py"


def reason(data: bytes = b"x", module: str = "trial", **limits: float) -> str:
    with pytest.raises(Refused) as refusal:
        guard.find(
            module, "PDF", data, Limits(seconds=limits.get("seconds", 20), memory_mb=int(limits.get("memory_mb", 384)))
        )
    return refusal.value.reason


def test_a_child_that_never_ends_is_killed(child: Path, tmp_path: Path) -> None:
    child.write_text("def find(data, chars):\n    while True: pass\n")
    start = time.monotonic()
    assert reason(seconds=1) == f"Reading this PDF took longer than 1 second and was stopped. {REASON}"
    assert time.monotonic() - start < 5
    assert _children() == []


def test_a_child_that_outgrows_its_memory(child: Path) -> None:
    child.write_text("def find(data, chars):\n    return bytearray(2_000_000_000)\n")
    assert reason() == f"This PDF unpacks to too much to be read safely. {REASON}"


def test_a_child_that_grows_slowly(child: Path) -> None:
    child.write_text("def find(data, chars):\n    kept = []\n    while True: kept.append('a' * 1_000_000)\n")
    assert reason() == f"This PDF unpacks to too much to be read safely. {REASON}"


def test_a_child_that_crashes(child: Path) -> None:
    child.write_text("import os, signal\ndef find(data, chars):\n    os.kill(os.getpid(), signal.SIGSEGV)\n")
    assert reason() == f"This PDF could not be read: it is damaged, or not made as it should be. {REASON}"


def test_what_the_child_did_not_foresee_is_logged_and_not_shown(child: Path, caplog: pytest.LogCaptureFixture) -> None:
    child.write_text("def find(data, chars):\n    raise ZeroDivisionError('seen by the operator')\n")
    assert "ZeroDivisionError" not in reason()
    assert "seen by the operator" in caplog.text


def test_a_child_writes_no_file(child: Path, tmp_path: Path) -> None:
    child.write_text(f"def find(data, chars):\n    open({str(tmp_path / 'out')!r}, 'w').write('x' * 10_000)\n")
    assert reason()
    assert not (tmp_path / "out").exists() or (tmp_path / "out").stat().st_size == 0


def test_a_child_knows_no_secrets(child: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush")
    child.write_text(f"{PLAIN}import os\ndef find(data, chars):\n    return Found(text=repr(sorted(os.environ)))\n")
    assert "SECRET_KEY" not in guard.find("trial", "PDF", b"x", Limits()).text


@pytest.mark.parametrize("module", ["pages", "word", "web"])
def test_a_child_is_light(child: Path, module: str) -> None:
    child.write_text(
        f"{PLAIN}import sys\nfrom . import {module}\ndef find(data, chars):\n"
        "    heavy = {'django', 'celery', 'editorial', 'dateparser'} & set(sys.modules)\n"
        "    return Found(text=f'loaded {sorted(heavy)}')\n"
    )
    assert guard.find("trial", "PDF", b"x", Limits()).text == "loaded []"


def test_the_parent_s_memory_is_never_a_matter(child: Path) -> None:
    child.write_text(f"{PLAIN}def find(data, chars):\n    return Found(text=str(len(data)))\n")
    assert guard.find("trial", "PDF", b"x" * 5_000_000, Limits()).text == "5000000"


def test_memory_is_watched_where_the_system_does_not_hold_its_limit() -> None:
    program = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); import fence; fence.watch_memory(100, every=0.01)\n"
        "kept = [bytes(20_000_000)]; time.sleep(0.1)\n"
        "print('still here', flush=True); [kept.append(b'a' * 1_000_000) for _ in range(4_000)]"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(Path(fence.__file__).parent)], capture_output=True, timeout=20, check=False
    )
    assert (done.stdout.strip(), done.returncode) == (b"still here", fence.OUT_OF_MEMORY)


def test_real_files_respect_the_limits_given() -> None:
    assert "took longer than 0.01 seconds" in reason(make_pdf(STORY), "pages", seconds=0.01)


def _children() -> list[str]:
    listed = subprocess.run(
        ["ps", "-o", "args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    return [line for line in listed.stdout.splitlines() if "child.py" in line]
