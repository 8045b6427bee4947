"""Reading a page back: what a browser would find in it, and what no page of ours may hold."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

BLOCKS = {"h1", "h2", "h3", "p", "li", "dt", "dd", "div", "section", "figure", "figcaption", "blockquote", "details"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text with single spaces. Fails on tags left open or crossed."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self._text: list[str] = []
        self.feed(response.content.decode())
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag; remember it as open unless it holds nothing."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in BLOCKS:
            self._text.append(" ")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself (SVG)."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """The tag that closes must be the one opened last."""
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag, f"</{tag}> crosses another"

    def handle_data(self, data: str) -> None:
        """Text between tags, as far as it is shown."""
        if "script" not in self._open:
            self._text.append(data)

    @property
    def text(self) -> str:
        """All text of the page, in order."""
        return re.sub(r"\s+", " ", "".join(self._text))

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of each such tag; `class_` is one class among others."""
        wanted = attributes.pop("class_", None)
        return [
            found
            for name, found in self.tags
            if name == tag
            and (wanted is None or wanted in found.get("class", "").split())
            and all(found.get(key) == value for key, value in attributes.items())
        ]


def sound(response: Any) -> Page:
    """The page, when it has no script of its own in it, no inline style or handler, no doubled id, no dead inner link.

    Data for search engines is not run; scripts of ours come from the static files.
    """
    page = Page(response)
    ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
    assert [name for name, number in ids.items() if number > 1] == []
    for tag, attributes in page.tags:
        assert tag not in {"style", "iframe"}
        if tag == "script":
            assert attributes.get("src", "").startswith("/static/") or attributes.get("type") == "application/ld+json"
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        href = attributes.get("href", "")
        assert not href.startswith("#") or href[1:] in ids, href
        assert not re.match(r"\s*(javascript|data|vbscript):", href, re.IGNORECASE)
    assert len(page.all("h1")) == 1
    return page
