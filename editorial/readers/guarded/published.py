"""When a web page says it was published.

Only statements count: metadata named for publication, JSON-LD ``datePublished``, marked elements and lines that open
with "Published". Dates of change, copyright years, dates in addresses, in the story and in lists of other stories do
not, and today's date is no evidence. htmldate reads the wordings; it is never let loose on the whole page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from htmldate import find_date

from . import stated

_META = {
    "article:published", "article:published_date", "article:published_time", "article:publicationdate",
    "article.published", "article_date_original", "bt:pubdate", "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "date", "date_published", "datepublished", "dc.date", "dc.date.issued", "dc.date.publication", "dc:date",
    "dcsext.articlefirstpublished", "dcterms.date", "dcterms.issued", "mediator_published_time", "og:article:published",
    "og:article:published_time", "og:pubdate", "og:publish_date", "og:published_time", "originalpublicationdate",
    "parsely-pub-date", "pubdate", "publication_date", "publish-date", "publish_date", "publish_time", "publishdate",
    "published-date", "published_date", "published_time", "publisheddate", "rnews:datepublished", "sailthru.date",
    "vr:published_time",
}  # fmt: skip
_OFFSET = re.compile(r"T\d\d.*[+-](?!00:?00)\d\d:?\d\d\s*$")
_MARKED = re.compile(
    r"(?:^|[\s_-])"
    r"(?:publi(?:shed|cation)|pub-?date|post(?:ed)?[_-]?(?:on|date)|(?:article|entry|story|news)[_-]?date)(?![a-z])",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W{0,3}(?:first\s+)?(?:published|posted)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:last\s+)?(?:updated|modified|edited|corrected)\b.*", re.IGNORECASE | re.DOTALL)
_CHANGED_NAME = re.compile(r"updat|modif|edit-", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"\b\d{1,2}[:.h]\d{2}\b(?![.\d])")
_ELSEWHERE = "not(ancestor::aside or ancestor::footer or ancestor::nav)"
_LINE_CHARS = 120
_MANY = 2_000
"""Elements looked at: a page that says when it was published says so long before."""


def publication_date(tree: Any) -> date | None:
    """The day `tree` (lxml) states as its publication, the firmest statement first."""
    in_metadata = [words for words in (*_metadata(tree), *_linked_data(tree)) if read_day(words)]
    # 01:00 in UTC is still the evening before in the Americas: a time with the publisher's own offset knows the day.
    in_metadata.sort(key=lambda words: not _OFFSET.search(words))
    for words in (*in_metadata, *_marked(tree), *_lines(tree)):
        if day := read_day(words):
            return day
    return _only_time(tree)


def read_day(words: str) -> date | None:
    """The day in a short statement, in any language htmldate knows; None if it names no one day, or two."""
    words = _CHANGED.sub("", words[:_LINE_CHARS]).strip()
    if day := stated.day(words):
        return day
    if stated.settled(words) or not re.search(r"\b\d{4}\b", words):
        return None
    page = f'<html><head><meta property="article:published_time" content="{html.escape(words)}"></head></html>'
    # No extensive search: it reads "2 days ago" by the clock. The latest day is a fixed one for the same reason.
    found = find_date(page, extensive_search=False, original_date=True, min_date="1800-01-01", max_date="2999-12-31")
    numbers = {int(number) for number in re.findall(r"\b\d{1,2}\b", _TIME_OF_DAY.sub(" ", words))}
    # htmldate makes the first of the month of "février 2021" and "30 février 2021": the day must be there to read.
    return day if found and (day := date.fromisoformat(found)).day in numbers else None


def _metadata(tree: Any) -> Iterator[str]:
    for element in tree.xpath("//meta[@content]")[:_MANY]:
        names = {(element.get(key) or "").strip().lower() for key in ("name", "property", "itemprop")}
        if names & _META:
            yield element.get("content")


def _linked_data(tree: Any) -> Iterator[str]:
    for element in tree.xpath('//script[@type="application/ld+json"]')[:50]:
        try:
            found = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        yield from _articles(found)


def _articles(node: Any) -> Iterator[str]:
    waiting = [node]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node[:_MANY]
        elif isinstance(node, dict):
            kinds = node.get("@type") or ""
            published = node.get("datePublished")
            if isinstance(published, str) and re.search(r"(?:Article|Posting|Report|WebPage)\b", str(kinds)):
                yield published
            waiting[:0] = [node[key] for key in ("@graph", "mainEntity") if key in node]


def _marked(tree: Any) -> Iterator[str]:
    query = f"//*[@pubdate or @itemprop or @class or @id][{_ELSEWHERE}]"
    for element in tree.xpath(query)[: _MANY * 10]:
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        stated_here = "pubdate" in element.attrib or "datePublished" in (element.get("itemprop") or "")
        if stated_here or (_MARKED.search(name) and not _CHANGED_NAME.search(name)):
            yield from _values(element)


def _lines(tree: Any) -> Iterator[str]:
    for element in tree.xpath(f"//*[self::p or self::span or self::div or self::li or self::time][{_ELSEWHERE}]")[
        : _MANY * 10
    ]:
        if _OPENS.match((element.text or "").strip()[:40]):
            yield from _values(element)


def _only_time(tree: Any) -> date | None:
    """The day of the ``<time>`` elements that stand apart from running text, if they all agree on it."""
    days = set()
    for element in tree.xpath(f"//time[@datetime][{_ELSEWHERE}]")[:_MANY]:
        parent = element.getparent()
        in_a_sentence = parent is not None and len(_text(parent)) > _LINE_CHARS
        if not in_a_sentence and not _CHANGED_NAME.search(element.get("class") or ""):
            days.add(stated.day(element.get("datetime")))
    return days.pop() if len(days) == 1 else None


def _values(element: Any) -> Iterator[str]:
    for key in ("datetime", "content", "title"):
        if value := element.get(key):
            yield value
    text = _text(element)
    if len(text) <= _LINE_CHARS:
        yield text
        for inner in element.xpath(".//time[@datetime]")[:1]:
            yield inner.get("datetime")


def _text(element: Any) -> str:
    """The words of an element, as far as it takes to know that they are many."""
    found = ""
    for part in element.itertext():
        found += f" {part}"
        if len(found) > 4 * _LINE_CHARS:
            break
    return " ".join(found.split())
