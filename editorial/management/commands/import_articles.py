"""`manage.py import_articles PATH... --timeline SLUG [--wait]`: the upload page's intake, from the shell."""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import URLValidator

from editorial import intake
from editorial.intake import Details, Stored
from editorial.readers import Refused
from timelines.models import Job, Timeline

SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".jsonl", ".ndjson"}
"""What is picked up inside a folder; a file that is named is always tried, whatever it is called."""

Task = tuple[str, partial[Stored]]


class Command(BaseCommand):
    """Files, folders and JSON lines become articles on one timeline."""

    help = (
        "Brings articles in. PATH is a file, a folder, or JSON lines (.jsonl) with the keys "
        "title, text, published, url, publisher. Prints one line an article."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments that `--help` explains."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--timeline", required=True, metavar="SLUG", help="the timeline they go to")
        parser.add_argument("--wait", action="store_true", help="end when a worker has read them all")
        parser.add_argument("--timeout", type=float, default=600, help="seconds to wait at most (default 600)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take each article in on its own; the exit code is 1 if any was refused or could not be read."""
        timeline = Timeline.objects.filter(slug=options["timeline"]).first()
        if timeline is None:
            raise CommandError(f"There is no timeline with the address “{options['timeline']}”. Nothing was imported.")
        missing = [str(path) for path in options["paths"] if not path.exists()]
        if missing:
            raise CommandError(f"Not found: {', '.join(missing)}. Nothing was imported.")
        stored, refused = self._take_all(options["paths"], timeline)
        failed = self._wait(stored, options["timeout"]) if options["wait"] else 0
        if refused or failed:
            raise CommandError(f"{refused} refused, {failed} not read; the others are in.", returncode=1)

    def _take_all(self, paths: list[Path], timeline: Timeline) -> tuple[list[int], int]:
        """The articles taken in or already here, and how many were refused."""
        stored, refused = [], 0
        for name, take in _tasks(paths, timeline):
            try:
                result = take()
            except Refused as refusal:
                refused += 1
                self._say("refused", name, refusal.reason)
                continue
            stored.append(result.article.pk)
            self._say("added" if result.created else "already there", name, str(result.article))
        return stored, refused

    def _say(self, what: str, name: str, rest: str) -> None:
        self.stdout.write(f"{what:<13}  {name}  {rest}")

    def _wait(self, articles: list[int], timeout: float) -> int:
        """Wait until no job of these articles is open; how many ended without being read."""
        jobs = Job.objects.filter(article__in=articles)
        end = time.monotonic() + timeout
        while jobs.open().exists():
            if time.monotonic() > end:
                raise CommandError(
                    f"After {timeout:g} s {jobs.open().count()} articles still wait. They are stored and will be read "
                    "once a worker runs."
                )
            time.sleep(0.2)
        unread = jobs.exclude(status=Job.Status.DONE).select_related("article")
        for job in unread:
            self._say("not read", str(job.article), job.reason)
        return len(unread)


def _tasks(paths: list[Path], timeline: Timeline) -> Iterator[Task]:
    """Each article's name for people, and what takes it in."""
    for path in paths:
        for file in _files(path):
            if file.suffix.lower() in (".jsonl", ".ndjson"):
                yield from _lines(file, timeline)
            else:
                yield str(file), partial(_take_file, file, timeline)


def _files(path: Path) -> list[Path]:
    """The file itself, or all readable kinds below a folder, in the order of their names."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in SUFFIXES)


def _take_file(file: Path, timeline: Timeline) -> Stored:
    """Store one file, read no further than one byte over the limit."""
    try:
        with file.open("rb") as opened:
            data = opened.read(intake.limits().file_bytes + 1)
    except OSError as error:
        raise Refused(f"The file could not be opened: {error.strerror}. Nothing was stored.") from error
    return intake.store_article(data, file.name, timeline=timeline, user=None)


def _lines(file: Path, timeline: Timeline) -> Iterator[Task]:
    """One article a line; blank lines are passed over."""
    with file.open("rb") as opened:
        for number, line in enumerate(opened, start=1):
            if line.strip():
                yield f"{file}:{number}", partial(_take_line, line, timeline)


def _take_line(line: bytes, timeline: Timeline) -> Stored:
    """Store the article of one JSON line."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise Refused(f"This line is not JSON: {error}. Nothing was stored.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise Refused("This line has no “text”. Nothing was stored.")
    return intake.store_text(row["text"], timeline=timeline, user=None, details=_details(row))


def _details(row: dict[str, Any]) -> Details:
    """Title, publisher, address and publication date of a JSON line, checked."""
    for key in ("title", "publisher", "url", "published"):
        if not isinstance(row.get(key), str | None):
            raise Refused(f"“{key}” must be text. Nothing was stored.")
    published = row.get("published") or None
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError as error:
        raise Refused(f"“{published}” is not a day like 2025-02-07. Nothing was stored.") from error
    url = row.get("url") or None
    if url:
        try:
            URLValidator(schemes=["http", "https"])(url)
        except ValidationError as error:
            raise Refused(f"“{url[:100]}” is not a web address. Nothing was stored.") from error
    title = " ".join((row.get("title") or "").split())[:500]
    return Details(title=title or None, publisher=row.get("publisher") or None, url=url, published=day)
