"""Takes a web page apart: its main text and what it says about itself. No network."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from trafilatura import bare_extraction, load_html

from .found import Found
from .published import publication_date
from .refusal import refusal, too_much_text

_NO_CLOCK = {"extensive_search": False, "original_date": True, "min_date": "1800-01-01", "max_date": "2999-12-31"}
_BLOCKS = {
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
}  # fmt: skip
_SILENT = {"script", "style", "noscript", "template", "nav", "footer", "aside", "form", "head", "svg", "iframe"}
_RULE = re.compile(r"[\s|:-]+")


def find(data: bytes, text_chars: int) -> Found:
    """Read a page given as UTF-8. Raises Refused when it holds no article text or more than `text_chars` of it."""
    page = data.decode("utf-8")
    if not re.search(r"<body\b", page, re.IGNORECASE):
        page = f"<html><body>{page}</body></html>"
    tree: Any = load_html(page)
    if tree is None:
        raise _nothing()
    document: Any = bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=dict(_NO_CLOCK)
    )
    text = _paragraphs(document.text if document is not None and document.text else _all_text(tree))
    if not text:
        raise _nothing()
    if len(text) > text_chars:
        raise too_much_text(text_chars)
    published = publication_date(tree)
    return Found(
        text=text,
        title=_one_line(getattr(document, "title", None) or _page_title(tree)),
        byline=_one_line(getattr(document, "author", None)).replace("; ", ", "),
        publisher=_one_line(getattr(document, "sitename", None)),
        published=published.isoformat() if published else "",
        language=(tree.get("lang") or "")[:2].lower(),
        url=_address(tree),
    )


def _nothing() -> Exception:
    return refusal("No article text was found in this web page.", "Paste the article as text instead.")


def _address(tree: Any) -> str:
    """The page's own address for itself: canonical link, else og:url; absolute http(s) only."""
    found = tree.xpath('//link[@rel="canonical"]/@href') + tree.xpath('//meta[@property="og:url"]/@content')
    for address in (str(each).strip() for each in found[:4]):
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if (
            parts.scheme in ("http", "https")
            and parts.netloc
            and len(address) <= 2000
            and not re.search(r"\s", address)
        ):
            return address
    return ""


def _page_title(tree: Any) -> str:
    return str((tree.xpath("//h1//text()") or tree.xpath("//title/text()") or [""])[0])


def _paragraphs(text: str) -> str:
    """One blank line between paragraphs; items of a list and rows of a table stand together."""
    lines: list[str] = []
    before = ""
    for line in (each.strip() for each in text.split("\n")):
        if not line or (line.startswith("|") and _RULE.fullmatch(line)):
            continue
        together = line[0] == before and (line[0] == "|" or line.startswith("- "))
        if lines and not together:
            lines.append("")
        lines.append(_row(line) if line[0] == "|" else line)
        before = line[0]
    return "\n".join(lines)


def _row(line: str) -> str:
    return " | ".join(cell for cell in (each.strip() for each in line.split("|")) if cell)


def _all_text(tree: Any) -> str:
    """Every word of the page, a line for each block: for pages too small or too odd to have a main text."""
    out: list[str] = []
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            out.append(node)
            continue
        if node.tail and node is not tree:
            waiting.append(re.sub(r"\s+", " ", node.tail))
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            continue
        if node.tag in _BLOCKS:
            out.append("\n")
            waiting.append("\n")
        waiting.extend(reversed(list(node)))
        out.append(re.sub(r"\s+", " ", node.text or ""))
    return "".join(out)


def _one_line(words: object) -> str:
    return " ".join(words.split())[:300] if isinstance(words, str) else ""
