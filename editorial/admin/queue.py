"""What waits for a moderator."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from editorial.roles import can
from timelines.models import Citation, Entry, Timeline

PAGE_SIZE = 25


def is_for(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether this person decides about what was submitted."""
    return can(user, "publish") or can(user, "return")


def page(number: str | None) -> Page[Timeline]:
    """One page of what waits."""
    return Paginator(waiting(), PAGE_SIZE).get_page(number)


def waiting() -> QuerySet[Timeline]:
    """The submitted timelines, the longest waiting first, with the counts of `with_counts` and `sources_count`: the
    articles that accepted entries cite."""
    cited = Citation.objects.filter(
        event__entries__timeline=OuterRef("pk"), event__entries__state=Entry.State.ACCEPTED
    ).order_by()
    sources = cited.values("event__entries__timeline").annotate(number=Count("article", distinct=True))
    return (
        Timeline.objects.filter(state=Timeline.State.SUBMITTED)
        .with_counts()
        .annotate(sources_count=Coalesce(Subquery(sources.values("number")), 0))
        .select_related("owner", "submitted_by", "live_edition")
        .defer("live_edition__content")
        .order_by("submitted_at", "pk")
    )
