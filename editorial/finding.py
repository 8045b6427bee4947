"""Which entries of a timeline somebody wants to see, and in which direction: the tab, the filters, the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Substr

from editorial.disagreeing import sources_apart
from timelines.models import Citation, Comment, Entry, Timeline
from timelines.models.timelines import EntryQuerySet

Show = Literal["all", "undecided", "accepted", "rejected"]
SHOWS: tuple[Show, ...] = get_args(Show)

STATES: dict[Show, tuple[str, ...]] = {
    "all": (Entry.State.PROPOSED, Entry.State.ACCEPTED, Entry.State.REJECTED),
    "undecided": (Entry.State.PROPOSED,),
    "accepted": (Entry.State.ACCEPTED,),
    "rejected": (Entry.State.REJECTED,),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """`article`: entries that rest on it alone. `words`: each in the headline, the description or the quoted words.

    `since` and `until`: what may lie in these days, either side open. `warned`: with a doubtful date, undecided.
    `disagree`: with sources that disagree. `mine`: assigned to that user. `talked`: with open comments.
    `newest` turns the view round, not the order.
    """

    show: Show = "all"
    article: int | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None
    warned: bool = False
    disagree: bool = False
    mine: int | None = None
    talked: bool = False
    newest: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether more than the tab is asked for."""
        return replace(self, show="all", newest=False) != Wanted()

    @property
    def everything(self) -> Wanted:
        """All entries, in the same direction."""
        return Wanted(newest=self.newest)

    def entries(self, timeline: Timeline) -> EntryQuerySet:
        """Those that pass the filters, under whatever tab; in no order."""
        entries = timeline.entries.exclude(state=Entry.State.MERGED).order_by()
        entries = self._that_cite(entries) if self.article is not None else entries
        for word in self.words.split():
            entries = entries.filter(_says(word))
        if self.since is not None:
            entries = entries.filter(Q(event__latest__isnull=True) | Q(event__latest__gte=self.since))
        if self.until is not None:
            entries = entries.filter(Q(event__earliest__isnull=True) | Q(event__earliest__lte=self.until))
        if self.warned:
            entries = entries.filter(state=Entry.State.PROPOSED).exclude(warnings=[])
        if self.disagree:
            entries = entries.annotate(apart=sources_apart()).filter(apart=True)
        if self.mine is not None:
            entries = entries.filter(assignee=self.mine)
        return entries.filter(Exists(Comment.objects.open().filter(entry=OuterRef("pk")))) if self.talked else entries

    def listed(self, entries: EntryQuerySet) -> EntryQuerySet:
        """Of these the ones on the tab's pages, in the view's order; under "all" the rejected are folded away below."""
        return self.in_order(entries.filter(state__in=self.states))

    @property
    def states(self) -> tuple[str, ...]:
        """The states of what is on the tab's pages."""
        return Entry.PLACED if self.show == "all" else STATES[self.show]

    def in_order(self, entries: EntryQuerySet) -> EntryQuerySet:
        """As the view shows them."""
        return entries.order_by("-position" if self.newest else "position")

    def before(self, entries: EntryQuerySet, position: int) -> EntryQuerySet:
        """Of these the ones above a position in the view."""
        return entries.filter(position__gt=position) if self.newest else entries.filter(position__lt=position)

    def behind(self, entries: EntryQuerySet, position: int) -> EntryQuerySet:
        """Of these the ones below a position in the view."""
        return entries.filter(position__lt=position) if self.newest else entries.filter(position__gt=position)

    def _that_cite(self, entries: EntryQuerySet) -> EntryQuerySet:
        return entries.filter(Exists(Citation.objects.filter(event=OuterRef("event"), article=self.article)))


def _says(word: str) -> Q:
    """Whether the word is in what an entry says, or in the words it quotes."""
    sentence = Substr("article__text", F("start") + 1, F("end") - F("start"))
    cited = Citation.objects.filter(event=OuterRef("event")).annotate(sentence=sentence)
    quoted = cited.filter(Q(expression__text__icontains=word) | Q(expression__isnull=True, sentence__icontains=word))
    return Q(event__headline__icontains=word) | Q(event__description__icontains=word) | Q(Exists(quoted))


def first_from(timeline: Timeline, wanted: Wanted, day: date) -> int | None:
    """The entry to go to for a day: the first in the order that does not end before it, else the last of all."""
    entries = wanted.entries(timeline).filter(state__in=Entry.PLACED)
    later = entries.filter(Q(event__latest__gte=day) | Q(event__latest__isnull=True))
    # What may go on for years would be found for every day in them: better what begins on the day or after it.
    begins = entries.filter(event__earliest__gte=day).order_by("position").values_list("pk", flat=True).first()
    return (
        begins
        or later.order_by("-position").values_list("pk", flat=True).first()
        or (entries.order_by("-position").values_list("pk", flat=True).first())
    )
