"""How people come to the newsroom, and what they are told."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

USER = settings.AUTH_USER_MODEL


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by what became of them."""

    def open(self) -> InvitationQuerySet:
        """Neither taken up nor taken back; they may have run out."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)


class Invitation(models.Model):
    """A moderator's word to somebody outside. The link to it is signed, ends with `expires_at`, and works once."""

    email = models.EmailField()
    invited_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.OneToOneField(
        USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitation"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_open_once",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_taken_up_or_back",
            ),
            models.CheckConstraint(condition=~Q(email=""), name="invitation_has_an_address"),
        ]

    def __str__(self) -> str:
        return f"Invitation of {self.email}"

    def has_run_out(self, now: datetime | None = None) -> bool:
        """Whether its time is over."""
        return self.expires_at <= (now or timezone.now())


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices by what their reader has done about them."""

    def unread(self) -> NoticeQuerySet:
        """Not opened yet."""
        return self.filter(read_at__isnull=True)

    def to_post(self) -> NoticeQuerySet:
        """What no letter has told yet, and still may."""
        return self.filter(post=Notice.Post.WAITING)


class Notice(models.Model):
    """One thing one person is told: on the desk, and by letter as they choose. `path` is the page it is about."""

    class Kind(models.TextChoices):
        SUBMISSION = "submission", "A timeline is submitted"
        RETURN = "return", "A timeline of yours is returned"
        PUBLICATION = "publication", "A timeline of yours is published"
        MENTION = "mention", "Somebody mentions you"
        FAILURE = "failure", "An article could not be read"

    class Post(models.TextChoices):
        WAITING = "waiting", "waiting"
        POSTED = "posted", "posted"
        NONE = "none", "not wanted"

    recipient = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=12, choices=Kind)
    actor = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    path = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    post = models.CharField(max_length=8, choices=Post, default=Post.WAITING)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["recipient"], condition=Q(read_at__isnull=True), name="notice_unread"),
            models.Index(fields=["recipient"], condition=Q(post="waiting"), name="notice_to_post"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["submission", "return", "publication", "mention", "failure"]),
                name="notice_kind_known",
            ),
            models.CheckConstraint(condition=Q(post__in=["waiting", "posted", "none"]), name="notice_post_known"),
            models.CheckConstraint(condition=Q(path__startswith="/"), name="notice_leads_somewhere"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.title}"


class NoticeChoice(models.Model):
    """How somebody wants letters of one kind; without a row, as `editorial.noticing` has it."""

    class How(models.TextChoices):
        AT_ONCE = "at_once", "At once"
        DAILY = "daily", "Once a day, together"
        NONE = "none", "No letter"

    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="notice_choices")
    kind = models.CharField(max_length=12, choices=Notice.Kind)
    how = models.CharField(max_length=8, choices=How)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="notice_chosen_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["submission", "return", "publication", "mention", "failure"]),
                name="notice_choice_kind_known",
            ),
            models.CheckConstraint(condition=Q(how__in=["at_once", "daily", "none"]), name="notice_choice_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_how_display()}"


class Digest(models.Model):
    """That somebody's letter of the day was sent: made before it goes out, so that it goes out once."""

    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}"
