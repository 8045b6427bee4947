"""`manage.py extract`: JSON for a person and JSON lines for a program."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def run(*args: Any, **options: Any) -> str:
    out = io.StringIO()
    call_command("extract", *args, stdout=out, **options)
    return out.getvalue()


def test_a_file_is_printed_for_a_person(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("The bridge fell on Tuesday.", encoding="utf-8")
    answer = json.loads(run(str(path), "--published", "2024-05-15"))
    assert answer["events"][0]["edtf"] == "2024-05-14"
    assert answer["events"][0]["quote"]["text"] == "The bridge fell on Tuesday."


def test_json_lines_keep_the_agreed_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"id": "a", "text": "The bridge fell on Tuesday.", "published": "2024-05-15"})
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n\n"))
    answer = json.loads(run("--jsonl"))
    assert set(answer) == {"id", "expressions", "events"}
    assert list(answer["expressions"][0]) == [
        "start", "end", "text", "type", "value", "mod", "edtf", "earliest", "latest", "warnings", "rule",
    ]  # fmt: skip
    assert list(answer["events"][0]) == ["expression", "edtf", "headline", "quote", "status", "warnings"]
    assert answer["events"][0]["quote"] == {"start": 0, "end": 27}


@pytest.mark.parametrize("line", ["not json", "{}", '{"id": 1, "text": "x", "published": "soon"}', "[]"])
def test_a_bad_line_is_named(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    with pytest.raises(CommandError, match="Line 1"):
        run("--jsonl")


def test_no_file_and_no_lines_is_refused() -> None:
    with pytest.raises(CommandError, match="at least one file"):
        run()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nowhere"):
        run(str(tmp_path / "nowhere.txt"))
