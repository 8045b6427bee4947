"""Timelines, the places of events in them, and what readers were shown."""

from __future__ import annotations

from datetime import date
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Count, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from simple_history.models import HistoricalRecords

from timelines.models.articles import Article, Job
from timelines.models.events import Event

USER = settings.AUTH_USER_MODEL


class Topic(models.Model):
    """What timelines are about, as readers browse them: "Politics"."""

    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="topic_has_a_name")]

    def __str__(self) -> str:
        return self.name


class TimelineQuerySet(models.QuerySet["Timeline"]):
    """Timelines with what a list of them shows."""

    def with_counts(self) -> TimelineQuerySet:
        """Adds articles_count, reading_count, undecided_count, warned_count, accepted_count, earliest and latest.

        Each is a subquery of its own: joined together they would multiply each other's rows.
        """
        entries = Entry.objects.filter(timeline=OuterRef("pk")).order_by()
        placed = entries.placed()
        articles = Article.objects.filter(timelines=OuterRef("pk")).order_by()
        reading = articles.filter(job__status__in=[Job.Status.QUEUED, Job.Status.RUNNING])
        return self.annotate(
            articles_count=_count(articles),
            reading_count=_count(reading),
            undecided_count=_count(entries.proposed()),
            warned_count=_count(entries.proposed().exclude(warnings=[])),
            accepted_count=_count(entries.accepted()),
            earliest=Subquery(placed.values("timeline").annotate(day=Min("event__earliest")).values("day")),
            latest=Subquery(placed.values("timeline").annotate(day=Max("event__latest")).values("day")),
        )


def _count(rows: models.QuerySet[Any]) -> Coalesce:
    """How many rows a correlated query has."""
    counted = rows.annotate(_one=models.Value(1)).values("_one").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


class Timeline(models.Model):
    """A story told in Events, fed by Articles. `revision` grows with every change on the desk."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        SUBMITTED = "submitted", "In review"
        RETURNED = "returned", "Returned"
        PUBLISHED = "published", "Published"

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True, help_text="One or two sentences under the title.")
    byline = models.CharField(max_length=200, blank=True, help_text="For example: the Politics desk.")
    owner = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="timelines")
    articles = models.ManyToManyField(Article, blank=True, related_name="timelines")
    topics = models.ManyToManyField(Topic, blank=True, related_name="timelines")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    note = models.TextField(blank=True, help_text="What the moderator wrote when returning it.")
    submitted_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    live_edition = models.OneToOneField(
        "Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="live_of"
    )
    revision = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    updated_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TimelineQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "submitted", "returned", "published"]), name="timeline_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(live_edition__isnull=False), name="timeline_published_has_edition"
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False), name="timeline_submitted_says_when"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="timeline_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries by their state, in the timeline's order."""

    def accepted(self) -> EntryQuerySet:
        """What an editor has taken."""
        return self.filter(state=Entry.State.ACCEPTED)

    def proposed(self) -> EntryQuerySet:
        """What nobody has decided yet."""
        return self.filter(state=Entry.State.PROPOSED)

    def rejected(self) -> EntryQuerySet:
        """What an editor has set aside."""
        return self.filter(state=Entry.State.REJECTED)

    def placed(self) -> EntryQuerySet:
        """All that has a place in the order: what is proposed or accepted."""
        return self.filter(state__in=Entry.PLACED)

    def in_order(self) -> EntryQuerySet:
        """As the timeline tells them."""
        return self.order_by("position")

    def with_sources(self) -> EntryQuerySet:
        """Together with event, citations, articles and publishers, in a fixed number of queries."""
        return self.select_related("event").prefetch_related(
            "event__citations__article__publisher", "event__citations__expression"
        )


class Entry(models.Model):
    """An Event's place in one Timeline.

    `proposal_key` names the statement it was proposed from (article, start and end of the expression), so that reading
    the article again finds it; empty for entries made by hand. `by_hand` is set once a person decided or edited it:
    extraction then leaves it alone. `version` grows with each change, so that a stale save is noticed.

    A merged entry has given its citations to `merged_into` and is shown nowhere, until it is split out again.
    `same_as` is the entry that a proposal seems to repeat, for a person to say.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        ACCEPTED = "accepted", "Accepted"
        REJECTED = "rejected", "Rejected"
        MERGED = "merged", "Merged"

    PLACED = (State.PROPOSED, State.ACCEPTED)
    """The states that have a place in the order and bind others to it."""

    changed: frozenset[str] = frozenset()
    """Not stored: what the change that is being made has changed, by the names of the fields."""

    beside: tuple[Entry, ...] = ()
    """Not stored: the other entries that the same press has changed."""

    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE, related_name="entries")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="entries")
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    position = models.BigIntegerField()
    warnings = models.JSONField(default=list, blank=True)
    proposal_key = models.CharField(max_length=60, blank=True)
    by_hand = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    decided_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.RESTRICT, related_name="merged_entries"
    )
    same_as = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="seconds")
    assignee = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = EntryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["timeline", "position"]
        indexes = [models.Index(fields=["timeline", "state", "position"], name="entry_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["timeline", "event"], name="entry_once_per_event"),
            models.UniqueConstraint(fields=["timeline", "position"], name="entry_place_not_shared"),
            models.UniqueConstraint(
                fields=["timeline", "proposal_key"], condition=~Q(proposal_key=""), name="entry_once_per_statement"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "accepted", "rejected", "merged"]), name="entry_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="entry_merged_says_where",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} ({self.get_state_display()})"


class Decision(models.Model):
    """One change a person made to one entry, with what was before and after, so that it can be taken back.

    Decisions with the same `batch` were made with one press and are undone and redone together.
    """

    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE, related_name="decisions")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="decisions")
    actor = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    verb = models.CharField(max_length=20)
    batch = models.UUIDField(null=True, blank=True)
    before = models.JSONField()
    after = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["timeline", "actor", "-id"], name="decision_by_actor")]

    def __str__(self) -> str:
        return f"{self.verb} {self.entry_id}"


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions by who may see them."""

    def published(self) -> EditionQuerySet:
        """The live Edition of each published timeline. Everything public reads through this and nothing else."""
        return self.filter(live_of__isnull=False)

    def shown(self, timeline_id: int) -> EditionQuerySet:
        """What readers were shown of a published timeline up to its live Edition, the oldest first; else nothing."""
        live = Edition.objects.published().filter(timeline=timeline_id)
        return self.filter(timeline=timeline_id, number__lte=live.values("number")[:1]).order_by("number")


class Edition(models.Model):
    """A frozen copy of a Timeline as published, never changed once made.

    `content` is described in `editorial.publishing`.
    """

    timeline = models.ForeignKey(Timeline, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=200)
    content = models.JSONField()
    topics = models.ManyToManyField(Topic, blank=True, related_name="editions", editable=False)
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["timeline", "number"], name="edition_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new Edition; a stored one is refused."""
        if not self._state.adding:
            raise TypeError("An Edition is frozen; publish a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: what readers were shown stays on record."""
        raise TypeError("An Edition is never deleted.")

    @property
    def day(self) -> date:
        """The day it came out, where the newsroom is."""
        return timezone.localdate(self.published_at)


class Correction(models.Model):
    """A note, shown to readers, of what an Edition put right. `entry` is empty where it concerns the whole timeline."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="corrections")
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="correction_says_what")]

    def __str__(self) -> str:
        return self.text
