"""What of a timeline a person has open: carried in every address of the desk, so that each answer leads back there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from editorial.finding import SHOWS, Show, Wanted
from timelines.extraction import read_date
from timelines.extraction.types import Reading, UnreadableDate

LONGEST = 200
"""Characters of what is typed into a filter; the rest is cut off."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on: what it says, and the address without it."""

    words: str
    without: str


@dataclass(frozen=True)
class Where:
    """`article` is the one whose text is shown; with `only`, just its entries are listed. `page` 0 is any.

    `q`, `since` and `until` are kept as they were typed; `order` is "newest" where the view is turned round.
    """

    slug: str
    article: int | None = None
    show: Show = "all"
    page: int = 0
    only: bool = False
    entry: int | None = None
    q: str = ""
    since: str = ""
    until: str = ""
    warned: bool = False
    disagree: bool = False
    mine: bool = False
    talked: bool = False
    order: str = ""

    @classmethod
    def read(cls, query: QueryDict, slug: str) -> Where:
        """Out of the address; what makes no sense is left out."""
        show = query.get("show", "all")
        return cls(
            slug,
            article=number(query.get("article")),
            show=show if show in SHOWS else "all",
            page=number(query.get("page")) or 0,
            only="only" in query,
            entry=number(query.get("entry")),
            order="newest" if query.get("order") == "newest" else "",
            q=_typed(query, "q"),
            since=_typed(query, "since"),
            until=_typed(query, "until"),
            warned=bool(query.get("warned")),
            disagree=bool(query.get("disagree")),
            mine=bool(query.get("mine")),
            talked=bool(query.get("talked")),
        )

    def wanted(self, user: int) -> Wanted:
        """What the list shows to this person; a date that cannot be read filters nothing."""
        since, until = _reading(self.since), _reading(self.until)
        return Wanted(
            show=self.show,
            article=self.article if self.only else None,
            words=self.q,
            since=since.earliest if since else None,
            until=until.latest if until else None,
            warned=self.warned,
            disagree=self.disagree,
            mine=user if self.mine else None,
            talked=self.talked,
            newest=self.order == "newest",
        )

    def showing(self, wanted: Wanted) -> Where:
        """The same page under what is shown in truth: where an entry had to be shown, the filters are off."""
        kept = replace(self, show=wanted.show)
        return kept if wanted.is_filtered or not self.wanted(0).is_filtered else kept.unfiltered

    @property
    def unfiltered(self) -> Where:
        """Without filters; the article stays open."""
        return replace(self, page=0, only=False, **_OFF)

    @property
    def unreadable(self) -> list[str]:
        """What was typed as a date and is none."""
        return [typed for typed in (self.since, self.until) if typed and _reading(typed) is None]

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters that are on."""
        told = {name: words for name, words in _TOLD.items() if getattr(self, name)}
        texts = {"q": f"“{self.q}”", "since": f"from {self.since}", "until": f"to {self.until}"}
        told = {name: words for name, words in texts.items() if getattr(self, name)} | told
        chips = [Chip(words, self._with(**{name: _OFF[name]})) for name, words in told.items()]
        return [*chips, Chip("this article only", self._with(only=False))] if self.only and self.article else chips

    def _with(self, **fields: Any) -> str:
        return replace(self, page=0, entry=None, **fields).url

    @cached_property
    def query(self) -> str:
        """To be put behind the address of an action: "?article=3&show=undecided"."""
        return _encoded(tuple(self.values.items()))

    @property
    def values(self) -> dict[str, object]:
        """What the address carries."""
        values: dict[str, object] = {"article": self.article} if self.article else {}
        values |= {"show": self.show} if self.show != "all" else {}
        values |= {"page": self.page} if self.page > 1 else {}
        values |= {"only": 1} if self.only else {}
        values |= {name: value for name in ("q", "since", "until", "order") if (value := getattr(self, name))}
        return values | {name: 1 for name in ("warned", "disagree", "mine", "talked") if getattr(self, name)}

    @property
    def hidden(self) -> list[tuple[str, object]]:
        """What a form that finds keeps of the address."""
        return [(name, value) for name, value in self.values.items() if name not in ("q", "page")]

    @property
    def kept(self) -> list[tuple[str, object]]:
        """What the form of the filters keeps of the address: all that it has no field for."""
        return [(name, value) for name, value in self.values.items() if name in ("article", "show", "order")]

    @property
    def path(self) -> str:
        """The desk's page itself."""
        if self.only and self.article:
            return reverse("desk:article", args=[self.slug, self.article])
        return reverse("desk:timeline", args=[self.slug])

    @property
    def url(self) -> str:
        """The page as it is open."""
        return self.path + self.query

    @cached_property
    def home(self) -> str:
        """The desk's page of the timeline, without anything."""
        return reverse("desk:timeline", args=[self.slug])

    @cached_property
    def base(self) -> str:
        """What the addresses of the timeline's entries begin with."""
        return f"{self.home}e/"

    @cached_property
    def any_entry(self) -> str:
        """The page with an entry opened; its number is to be put behind."""
        return replace(self, show="all", page=0)._open("entry")

    @property
    def any_show(self) -> str:
        """The page under another tab; its name is to be put behind."""
        return replace(self, show="all", page=0)._open("show")

    @property
    def any_page(self) -> str:
        """Another page of the same list; its number is to be put behind."""
        return replace(self, page=0)._open("page")

    @property
    def any_find(self) -> str:
        """Where what is found or gone to stands; what is looked for is to be put behind."""
        return replace(self, page=0, q="")._open("find")

    @property
    def other_order(self) -> str:
        """The same turned round."""
        return replace(self, page=0, order="" if self.order else "newest").url

    def _open(self, name: str) -> str:
        query = self.query
        return f"{self.path}{query}{'&' if query else '?'}{name}="

    def at(self, entry: int) -> str:
        """The page as it is open, at an entry."""
        return f"{self.url}#e-{entry}"


_OFF: dict[str, Any] = {
    "q": "", "since": "", "until": "", "warned": False, "disagree": False, "mine": False, "talked": False,
}  # fmt: skip
_TOLD = {
    "warned": "date to check",
    "disagree": "sources disagree",
    "mine": "assigned to me",
    "talked": "open comments",
}


def _typed(query: QueryDict, name: str) -> str:
    return " ".join(query.get(name, "").split())[:LONGEST]


@lru_cache(maxsize=1024)
def _encoded(values: tuple[tuple[str, object], ...]) -> str:
    return f"?{urlencode(values)}" if values else ""


def read_typed(typed: str) -> Reading | None:
    """The date that was typed, None where it is none."""
    return _reading(typed) if typed else None


@lru_cache(maxsize=256)
def _reading(typed: str) -> Reading | None:
    if not typed:
        return None
    try:
        return read_date(typed, None)
    except UnreadableDate:
        return None


def number(text: str | None) -> int | None:
    """A row's number, as it comes in an address or a form; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
