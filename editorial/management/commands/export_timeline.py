"""`manage.py export_timeline SLUG --format F`: a published timeline in any of the formats readers are offered."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from timelines.exports import FORMATS
from timelines.exports.published import published
from timelines.models import Correction, Edition


class Command(BaseCommand):
    """Writes to standard output, or to a file."""

    help = "Writes the live Edition of a timeline. Formats: " + ", ".join(FORMATS)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments that `--help` explains."""
        parser.add_argument("slug", metavar="SLUG")
        parser.add_argument("--format", required=True, choices=sorted(FORMATS), dest="name")
        parser.add_argument("--site", default="http://127.0.0.1:8000", help="the address of this Dateline, for links")
        parser.add_argument("--output", type=Path, help="a file instead of standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """The bytes a reader would download."""
        edition = Edition.objects.published().filter(slug=options["slug"]).first()
        if edition is None:
            raise CommandError(f"Nothing is published at /t/{options['slug']}/.")
        first = Edition.objects.shown(edition.timeline_id).values_list("published_at", flat=True).first()
        notes = Correction.objects.filter(edition__timeline=edition.timeline_id, edition__number__lte=edition.number)
        url = options["site"].rstrip("/") + reverse("timelines:timeline", args=[edition.slug])
        data = FORMATS[options["name"]].write(published(edition, url, first_published=first, corrections=notes))
        if options["output"]:
            options["output"].write_bytes(data)
        else:
            sys.stdout.buffer.write(data)
