"""`manage.py extract`: what the engine reads out of a text, as JSON; no database is touched."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timelines.extraction import Extraction, extract
from timelines.extraction.types import jsonable


class Command(BaseCommand):
    """Files for a person, or JSON lines from standard input to standard output for a program."""

    help = "Read the dated statements out of text files, or out of JSON lines with --jsonl, and print them as JSON."
    requires_system_checks: tuple[str, ...] = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", type=Path, help="plain text files, UTF-8")
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help='read lines {"id", "text", "published"} and write lines {"id", "expressions", "events"}',
        )
        parser.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the day of publication")
        parser.add_argument("--language", default="en", help="the articles' language, an ISO 639-1 code (default: en)")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["jsonl"]:
            for line in answers(sys.stdin, options["published"], options["language"]):
                self.stdout.write(line)
            return
        if not options["files"]:
            raise CommandError("Give at least one file, or --jsonl.")
        for path in options["files"]:
            answer = _read_file(path, options["published"], options["language"])
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))


def answers(lines: Iterable[str], published: date | None, language: str) -> Iterator[str]:
    """One JSON line for each line that holds anything. Raises CommandError naming a line that is not as agreed."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            day = date.fromisoformat(row["published"]) if row.get("published") else published
            text = row["text"]
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            raise CommandError(f"Line {number} is not JSON with a text and an ISO date: {problem}") from problem
        found = extract(text, day, row.get("language") or language)
        yield json.dumps({"id": row.get("id"), **as_answer(found)}, ensure_ascii=False)


def as_answer(found: Extraction) -> dict[str, Any]:
    """The agreed JSON shape of an extraction."""
    return {
        "expressions": [
            {
                "start": e.start,
                "end": e.end,
                "text": e.text,
                "type": e.type,
                "value": e.value,
                "mod": e.mod,
                "edtf": e.edtf,
                "earliest": jsonable(e.earliest),
                "latest": jsonable(e.latest),
                "warnings": [_warning(w) for w in e.warnings],
                "rule": e.rule,
            }
            for e in found.expressions
        ],
        "events": [
            {
                "expression": e.expression,
                "edtf": e.edtf,
                "headline": e.headline,
                "quote": {"start": e.quote.start, "end": e.quote.end},
                "status": e.status,
                "warnings": [_warning(w) for w in e.warnings],
            }
            for e in found.events
        ],
    }


def _warning(warning: Any) -> dict[str, Any]:
    return {
        "code": warning.code,
        "message": warning.message,
        "readings": [
            {
                "edtf": r.edtf,
                "mod": r.mod,
                "earliest": jsonable(r.earliest),
                "latest": jsonable(r.latest),
                "note": r.note,
            }
            for r in warning.readings
        ],
    }


def _read_file(path: Path, published: date | None, language: str) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise CommandError(f"{path}: {problem}") from problem
    found = extract(text, published, language)
    answer = as_answer(found)
    for event in answer["events"]:
        event["quote"]["text"] = text[event["quote"]["start"] : event["quote"]["end"]]
    return {"file": str(path), "published": jsonable(published), "language": found.language, **answer}


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as problem:
        raise CommandError(f"{words!r} is not a day; write it as 2025-02-07.") from problem
