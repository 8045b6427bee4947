"""`manage.py import_timeline FILE --slug S [--publish]`: a timeline kept elsewhere becomes one here."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_slug
from django.db import transaction

from editorial import importing, publishing
from editorial.errors import Refused
from timelines.models import Timeline


class Command(BaseCommand):
    """TimelineJS JSON or CSV, a plain CSV, or Dateline's own JSON."""

    help = (
        "Makes a timeline of FILE: TimelineJS JSON or CSV, a CSV with the columns headline and date (or edtf), or "
        "Dateline's own JSON. Every row becomes an entry or is listed with its reason."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments that `--help` explains."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--slug", required=True, help="the timeline's address: /t/SLUG/")
        parser.add_argument("--title", default="", help="instead of the title in the file")
        parser.add_argument("--user", default="", help="whose it is; default: the first superuser")
        parser.add_argument("--publish", action="store_true", help="publish it at once")

    def handle(self, *args: Any, **options: Any) -> None:
        """All rows or, where the file is refused, none; the exit code is 1 if any row was left out."""
        actor = self._actor(options["user"])
        try:
            validate_slug(options["slug"])
            found = importing.parse(options["file"].read_bytes())
            for row in found.left:
                self.stderr.write(f"Row {row.number}: {row.reason}")
            timeline = self._make(found, actor, options)
        except ValidationError as error:
            raise CommandError("An address has letters, digits and hyphens alone. Nothing was imported.") from error
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}. Nothing was imported.") from error
        except Refused as refused:
            raise CommandError(refused.message) from refused
        state = "published" if options["publish"] else "a draft"
        self.stdout.write(f"/t/{timeline.slug}/: {len(found.rows)} entries, {state}; {len(found.left)} rows left out.")
        if found.left:
            raise CommandError(f"{len(found.left)} rows were left out; the others are in.", returncode=1)

    @transaction.atomic
    def _make(self, found: importing.Imported, actor: User, options: dict[str, Any]) -> Timeline:
        timeline = importing.save(found, options["slug"], actor, title=options["title"], file_name=options["file"].name)
        if options["publish"]:
            publishing.submit(timeline.pk, actor)
            publishing.publish(timeline.pk, actor, revision=timeline.revision)
        return timeline

    def _actor(self, name: str) -> User:
        people = User.objects.filter(is_active=True)
        found = people.filter(username=name).first() if name else people.filter(is_superuser=True).first()
        if found is None:
            who = (
                f"There is no active person “{name}”."
                if name
                else "There is no superuser yet; name somebody with --user."
            )
            raise CommandError(f"{who} Nothing was imported.")
        return found
