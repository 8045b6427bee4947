"""What of a timeline a person has open: carried in every address of the desk, so that each answer leads back there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from editorial.listing import SHOWS, Show


@dataclass(frozen=True, slots=True)
class Where:
    """`article` is the one whose text is shown; with `only`, just its entries are listed. `page` 0 is any."""

    slug: str
    article: int | None = None
    show: Show = "all"
    page: int = 0
    only: bool = False
    entry: int | None = None

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
        )

    @property
    def query(self) -> str:
        """To be put behind the address of an action: "?article=3&show=undecided"."""
        values: dict[str, object] = {"article": self.article} if self.article else {}
        if self.show != "all":
            values["show"] = self.show
        if self.page > 1:
            values["page"] = self.page
        if self.only:
            values["only"] = 1
        return f"?{urlencode(values)}" if values else ""

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

    @property
    def any_entry(self) -> str:
        """The page with an entry opened; its number is to be put behind."""
        query = replace(self, show="all", page=0).query
        return f"{self.path}{query}{'&' if query else '?'}entry="

    @property
    def any_show(self) -> str:
        """The page under another tab; its name is to be put behind."""
        query = replace(self, show="all", page=0).query
        return f"{self.path}{query}{'&' if query else '?'}show="

    @property
    def any_page(self) -> str:
        """Another page of the same list; its number is to be put behind."""
        query = replace(self, page=0).query
        return f"{self.path}{query}{'&' if query else '?'}page="

    def at(self, entry: int) -> str:
        """The page as it is open, at an entry."""
        return f"{self.url}#e-{entry}"


def number(text: str | None) -> int | None:
    """A row's number, as it comes in an address or a form; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
