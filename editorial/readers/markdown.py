"""Reads Markdown: the words without the marks, paragraphs on one line, front matter as metadata."""

from __future__ import annotations

import html
import re
from typing import Literal

from editorial.readers.cleaning import clean
from editorial.readers.draft import Draft
from editorial.readers.drafting import draft
from editorial.readers.front_matter import FrontMatter, split
from editorial.readers.guarded.found import Found
from editorial.readers.guarded.refusal import too_much_text
from editorial.readers.source import Source

MEDIA_TYPE = "text/markdown"

Kind = Literal["paragraph", "item", "numbered item", "row"]

_NAMED = re.compile(r"\.(?:md|markdown|mdown|mkd)\s*$", re.IGNORECASE)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+([^\n]*?)[ \t]*#*[ \t]*$")
_SIGNS = re.compile(
    r"^[ ]{0,3}#{1,6}[ \t]+\S|^[ ]{0,3}(?:\*|\+|-|\d{1,3}[.)])[ \t]+\S|"
    r"^>|^```|^(?:=+|-{3,})[ \t]*$|\*\*\S|\]\(\S|\[\d+\]:",
    re.M,
)
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[*+-]|(\d{1,4})[.)])[ \t]+")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]*\S+")
_TABLE_RULE = re.compile(r"[ ]{0,3}\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*$")
_INLINE = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"<(https?://[^\s<>]{1,2000})>"), r"\1"),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[A-Za-z][^<>]{0,500}>"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"(`{1,3})([^`\n]+)\1"), r"\2"),
    (re.compile(r"(?<![\\*])\*\*(?=\S)([^*\n]+)(?<=\S)\*\*"), r"\1"),
    (re.compile(r"(?<![\\*\w])\*(?=\S)([^*\n]+)(?<=\S)\*(?!\*)"), r"\1"),
    (re.compile(r"(?<![\\\w])(__?)(?=\S)([^_\n]+)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~([^~\n]+)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def recognises(source: Source) -> bool:
    """True for front matter or a heading on the first line; else for a file named as Markdown that has its marks."""
    opening = source.opening
    if split(clean(source.text))[0] is not None or _HEADING.match(opening.split("\n", 1)[0].rstrip("\r")):
        return True
    return bool(_NAMED.search(source.name) and _SIGNS.search(clean(opening)))


def read(source: Source) -> Draft:
    """The words of the text; title, author, date from its front matter, the title else from its first heading."""
    text = clean(source.text)
    if len(text) > source.limits.text_chars:
        raise too_much_text(source.limits.text_chars)
    stated, body = split(text)
    stated = stated or FrontMatter({})
    words, heading = render(body)
    published = stated.published()
    found = Found(
        text=words,
        title=stated.first("title", "headline") or heading,
        byline=stated.first("author", "authors", "byline"),
        publisher=stated.first("publisher", "publication", "source", "site"),
        published=published.isoformat() if published else "",
        language=stated.first("language", "lang")[:2].lower(),
        url=stated.first("canonical_url", "canonical", "url", "link"),
    )
    return draft(found, MEDIA_TYPE, source.limits)


def render(body: str) -> tuple[str, str]:
    """The text of `body` without marks, blocks set apart by blank lines, and its first heading or ""."""
    page = _Page()
    for line in body.split("\n"):
        page.add(line)
    page.close()
    return "\n".join(page.out).strip("\n"), page.heading


class _Page:
    """Takes Markdown line by line and puts plain blocks out."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.heading = ""
        self.block: list[str] = []
        self.kind: Kind = "paragraph"
        self.before: Kind | None = None
        self.fenced = False

    def add(self, line: str) -> None:
        if _FENCE.match(line):
            self.close()
            self.fenced = not self.fenced
        elif self.fenced:
            self.out.append(line)
        else:
            self.add_words(re.sub(r"^(?:[ ]{0,3}>[ ]?){1,10}", "", line))

    def add_words(self, line: str) -> None:
        if heading := _HEADING.match(line):
            self.close()
            self.head(heading[2])
        elif self.block and self.kind == "paragraph" and _UNDERLINE.match(line):
            title, self.block = " ".join(self.block), []
            self.head(title)
        elif not line.strip() or _RULE.match(line) or _DEFINITION.match(line):
            self.close()
        elif not _TABLE_RULE.match(line):
            self.add_running(line)

    def add_running(self, line: str) -> None:
        if item := _ITEM.match(line):
            self.open("numbered item" if item[1] else "item")
            line = f"{item[1]}." if item[1] else "-"
            line += f" {item.string[item.end() :]}"
        elif line.lstrip().startswith("|"):
            self.open("row")
            line = " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        self.block.append(line.strip())

    def head(self, words: str) -> None:
        words = inline(words)
        self.heading = self.heading or words
        self.out += ["", words]
        self.before = None

    def open(self, kind: Kind) -> None:
        """Start an item of a list or a row of a table."""
        self.close()
        self.kind = kind

    def close(self) -> None:
        """End the block at hand: items of one list, and rows of one table, stand together; all else apart."""
        if self.block:
            if self.kind == "paragraph" or self.before != self.kind:
                self.out.append("")
            self.out.append(inline(" ".join(self.block)))
            self.before = self.kind
        self.block, self.kind = [], "paragraph"


def inline(words: str) -> str:
    """One block without the marks within it. Each pattern runs through the text once and is bounded."""
    for pattern, kept in _INLINE:
        words = pattern.sub(kept, words)
    return html.unescape(words).strip()
