"""Reads web pages, in a child process: a page can be made to cost much more than its size."""

from __future__ import annotations

import re

from editorial.readers import guard
from editorial.readers.cleaning import clean
from editorial.readers.draft import Draft
from editorial.readers.drafting import draft
from editorial.readers.signatures import wrong_kind
from editorial.readers.source import Source

MEDIA_TYPE = "text/html"

_COMMENT = re.compile(r"\s*<!--.*?(?:-->|\Z)|\s*<\?xml[^>]*>", re.DOTALL)
_PAGE = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|title|meta|link|script|style|article|main|section|header|div|p|h[1-6]|table|ul|ol|"
    r"blockquote|span|img|a|br|b|i|em|strong|nav|form|iframe|figure)\b[^<]*>",
    re.IGNORECASE,
)
_OTHER = (
    (re.compile(r"<svg\b|<!doctype\s+svg", re.IGNORECASE), "an SVG picture"),
    (re.compile(r"<(?:rss|feed|rdf:RDF)\b"), "a news feed"),
)


def recognises(source: Source) -> bool:
    """True where the text opens with a page's markup. Raises Refused for other kinds of XML, naming them."""
    opening = _opening(source)
    if _PAGE.match(opening):
        return True
    for sign, kind in _OTHER:
        if sign.match(opening):
            raise wrong_kind(kind)
    if source.opening.startswith("<?xml"):
        raise wrong_kind("an XML file")
    return False


def read(source: Source) -> Draft:
    """The page's main text and what it states about itself."""
    page = re.sub(r"^\s*<\?xml[^>]*>", "", clean(source.text))  # lxml refuses characters that name their encoding
    found = guard.find("web", "web page", page.encode("utf-8"), source.limits)
    return draft(found, MEDIA_TYPE, source.limits)


def _opening(source: Source) -> str:
    """What comes after comments and the XML declaration."""
    opening = source.opening
    while skipped := _COMMENT.match(opening):
        opening = opening[skipped.end() :]
    return opening.lstrip()
