"""Submit, return, publish. Publishing freezes an Edition; readers only ever see Editions.

`Edition.content`, schema 1::

    {"schema": 1, "title", "standfirst", "byline", "entries": [
        {"id": the entry's number, "edtf", "mod": text or null, "earliest": day or null, "latest": day or null,
         "headline", "description", "status": "past" | "planned" | "hypothetical",
         "sources": [{"article": number, "title", "publisher", "published": day or null, "url", "quote",
                      "mark": {"start", "end"} within the quote or null, "words": as written, "edtf": or null,
                      "mod": or null, "note": why it is read so}],
         "merged": [numbers of entries that are part of this one; left out where there are none]}]}
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from editorial import noticing
from editorial.errors import Refused
from editorial.review import lock
from timelines import search
from timelines.extraction.types import jsonable
from timelines.models import Citation, Correction, Edition, Entry, Timeline

State = Timeline.State


@transaction.atomic
def submit(timeline_id: int, actor: User) -> Timeline:
    """Ask for publication. Raises `Refused` where there is nothing to publish or it waits already."""
    timeline = lock(timeline_id)
    if timeline.state == State.SUBMITTED:
        raise Refused("This timeline waits for a moderator already.")
    if not timeline.entries.accepted().exists():
        raise Refused("There is no accepted entry yet. Accept at least one, then submit.")
    timeline.state, timeline.note = State.SUBMITTED, ""
    timeline.submitted_by, timeline.submitted_at = actor, timezone.now()
    timeline.save()
    noticing.tell("submission", timeline, actor)
    return timeline


@transaction.atomic
def withdraw_submission(timeline_id: int, actor: User) -> Timeline:
    """Take a submission back to go on working on it."""
    timeline = _waiting(timeline_id)
    timeline.state = State.PUBLISHED if timeline.live_edition_id else State.DRAFT
    timeline.save()
    return timeline


@transaction.atomic
def give_back(timeline_id: int, moderator: User, note: str) -> Timeline:
    """Return a submission with a note. What was published before stays as it is."""
    timeline = _waiting(timeline_id)
    if not note.strip():
        raise Refused("Write a note that says what is missing. The timeline is still waiting.")
    timeline.state, timeline.note = State.RETURNED, note.strip()
    timeline.save()
    noticing.tell("return", timeline, moderator, text=timeline.note)
    return timeline


@transaction.atomic
def publish(
    timeline_id: int, moderator: User, *, revision: int, correction: str = "", about: int | None = None
) -> Edition:
    """Freeze the accepted entries into a new Edition and make it the live one.

    `revision` is the one the moderator read: an edit since then is refused. `correction` is a note to readers on what
    this Edition puts right, `about` the entry it concerns (empty: the whole timeline).
    """
    timeline = _waiting(timeline_id)
    if timeline.revision != revision:
        raise Refused("The timeline changed since you opened this page. Nothing was published; read it again.")
    content = freeze(timeline)
    if not content["entries"]:
        raise Refused("There is no accepted entry to publish.")
    last = timeline.editions.order_by("-number").first()
    edition = Edition.objects.create(
        timeline=timeline,
        number=last.number + 1 if last else 1,
        slug=timeline.slug,
        title=timeline.title,
        content=content,
        published_by=moderator,
    )
    if correction.strip():
        entry = timeline.entries.filter(pk=about).first() if about else None
        Correction.objects.create(edition=edition, entry=entry, text=correction.strip(), made_by=moderator)
    edition.topics.set(timeline.topics.all())
    timeline.live_edition, timeline.state, timeline.note = edition, State.PUBLISHED, ""
    timeline.save()
    search.index(edition)
    noticing.tell("publication", timeline, moderator)
    return edition


def _waiting(timeline_id: int) -> Timeline:
    """The locked timeline, if it is submitted."""
    timeline = lock(timeline_id)
    if timeline.state != State.SUBMITTED:
        raise Refused("This timeline is not waiting for a moderator any more. Nothing was changed.")
    return timeline


def freeze(timeline: Timeline) -> dict[str, Any]:
    """The content of an Edition, from the timeline as it stands."""
    entries = timeline.entries.accepted().in_order().with_sources()
    merged = _merged(timeline)
    return {
        "schema": 1,
        "title": timeline.title,
        "standfirst": timeline.standfirst,
        "byline": timeline.byline,
        "entries": [_freeze_entry(entry, merged.get(entry.pk, [])) for entry in entries],
    }


def _merged(timeline: Timeline) -> dict[int, list[int]]:
    """Entry -> the numbers of all that is merged into it, what was merged into those included."""
    rows = timeline.entries.filter(state=Entry.State.MERGED, decided_at__isnull=False).order_by("pk")
    into = dict(rows.values_list("pk", "merged_into"))
    found: dict[int, list[int]] = {}
    for pk in into:
        target = pk
        while target in into:
            target = into[target] or 0
        found.setdefault(target, []).append(pk)
    return found


def _freeze_entry(entry: Entry, merged: list[int]) -> dict[str, Any]:
    """One entry with its sources, and the numbers of what is part of it."""
    event = entry.event
    values = {
        "id": entry.pk,
        "edtf": event.edtf,
        "mod": event.mod or None,
        "earliest": event.earliest,
        "latest": event.latest,
        "headline": event.headline,
        "description": event.description,
        "status": event.status,
        "sources": [_freeze_source(citation) for citation in event.citations.all()],
    }
    if merged:
        values["merged"] = merged
    return jsonable(values)  # type: ignore[no-any-return]


def _freeze_source(citation: Citation) -> dict[str, Any]:
    """One citation: the article, the sentence, and the words in it that gave the date."""
    article, expression = citation.article, citation.expression
    return {
        "article": article.pk,
        "title": article.title,
        "publisher": article.publisher.name if article.publisher else "",
        "published": article.published,
        "url": article.url,
        "quote": citation.quote,
        "mark": _mark(citation),
        "words": expression.text if expression else "",
        "edtf": (expression.edtf or None) if expression else None,
        "mod": (expression.mod or None) if expression else None,
        "note": reading_note(citation),
    }


def _mark(citation: Citation) -> dict[str, int] | None:
    """Where the expression stands inside the quote."""
    expression = citation.expression
    if expression is None or not (citation.start <= expression.start and expression.end <= citation.end):
        return None
    return {"start": expression.start - citation.start, "end": expression.end - citation.start}


def reading_note(citation: Citation) -> str:
    """Why the words are read as that date, where they do not say so: a warning, or the day it counts from."""
    expression = citation.expression
    if expression is None:
        return ""
    if expression.warnings:
        return str(expression.warnings[0]["message"])
    published: date | None = citation.article.published
    if (
        published
        and expression.edtf
        and not any(part.isdigit() and len(part) == 4 for part in expression.text.replace(",", " ").split())
    ):
        from timelines.wording import date_words

        day, read = date_words(published.isoformat()), date_words(expression.edtf, expression.mod or None)
        return f"Published on {day}, so “{expression.text}” is read as {read}."
    return ""
