"""What people at the desk leave for each other and for themselves: comments, drafts, imports, that they are here."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone

from timelines.models.timelines import Entry, Timeline

USER = settings.AUTH_USER_MODEL


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments by what is still to be done about them."""

    def open(self) -> CommentQuerySet:
        """What nobody has resolved."""
        return self.filter(resolved_at__isnull=True)


class Comment(models.Model):
    """A remark on an entry, for the newsroom alone; never part of an Edition."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    mentions: models.ManyToManyField[User, User] = models.ManyToManyField(USER, blank=True, related_name="mentioned_in")
    made_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="comment_says_something")]

    def __str__(self) -> str:
        return self.text


class Draft(models.Model):
    """What somebody has typed into an entry's form and not saved; `entry` is empty for a new one.

    `tab` is the browser tab it was typed in: two tabs of one person are two people. `values` are the form's fields.
    """

    owner = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="drafts")
    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE, related_name="drafts")
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.CASCADE, related_name="drafts")
    tab = models.CharField(max_length=40)
    values = models.JSONField()
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "entry", "tab"], condition=Q(entry__isnull=False), name="draft_once_per_entry"
            ),
            models.UniqueConstraint(
                fields=["owner", "timeline", "tab"], condition=Q(entry__isnull=True), name="draft_once_for_a_new_entry"
            ),
        ]

    def __str__(self) -> str:
        return f"Draft of {self.entry or 'a new entry'}"


class Presence(models.Model):
    """That somebody has a timeline open in a browser tab, and what they look at or edit there."""

    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    tab = models.CharField(max_length=40)
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    is_editing = models.BooleanField(default=False)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["timeline", "person", "tab"], name="presence_once_per_tab"),
            models.CheckConstraint(condition=~Q(tab=""), name="presence_names_its_tab"),
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.timeline}"


class Import(models.Model):
    """What became of the rows of the file that a timeline was made of.

    `left` are the rows that became no entry: a list of {"number", "reason", "headline"}.
    """

    timeline = models.OneToOneField(Timeline, on_delete=models.CASCADE, related_name="imported")
    file_name = models.CharField(max_length=200, blank=True)
    taken = models.PositiveIntegerField()
    left = models.JSONField(default=list)
    made_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Import of {self.timeline}"

    @property
    def rows(self) -> int:
        """How many rows the file had."""
        return self.taken + len(self.left)
