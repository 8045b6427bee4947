"""Articles in a language that has no folder of its own: read sentence by sentence by dateparser's own search.

How precise a date is comes from the parts the words gave: dateparser says whether they named a day, a month or a year.
Whether they stand for themselves or are counted from the publication is found by reading them twice, from two days.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from dateparser.data.languages_info import language_order
from dateparser.date import DateDataParser
from dateparser.search import search_dates

from timelines.extraction.edtf import bounds
from timelines.extraction.resolving import doubts
from timelines.extraction.slots import Slot, around, day_slot
from timelines.extraction.trimming import MOST_WORDS
from timelines.extraction.types import DateWarning, Expression, ProposedEvent, Span, Status

RULE = "dateparser-search"
_FIRST, _SECOND = datetime(2001, 10, 11), datetime(2011, 3, 5)
_LONGEST = 400
FURTHEST = 60_000
"""How far into a text is searched: dateparser needs up to a second for 2,000 characters full of dates."""
_TELLING = re.compile(r"[^\W\d_]{3,}|\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_EDGES = " \t\n,;:–—-\"“”'’«»().!?…"


def knows(language: str) -> bool:
    """Whether dateparser can search in that language."""
    return language in language_order


@lru_cache(maxsize=64)
def _parser(language: str, base: datetime) -> DateDataParser:
    settings = {"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first"}
    return DateDataParser(languages=[language], settings=settings)


def search(text: str, sentences: tuple[Span, ...], reference: date | None, language: str) -> list[Expression]:
    """The dates that dateparser finds, in text order, each with the precision its words give."""
    found: list[Expression] = []
    for sentence in sentences:
        if sentence.start > FURTHEST:
            break
        for start in range(sentence.start, min(sentence.end, FURTHEST), _LONGEST):
            end = min(sentence.end, start + _LONGEST)
            found += _in_stretch(text, start, end, reference, language)
    return found


def _in_stretch(text: str, start: int, end: int, reference: date | None, language: str) -> list[Expression]:
    if not _TELLING.search(text, start, end):
        return []
    base = datetime(reference.year, reference.month, reference.day) if reference else _FIRST
    hits = search_dates(text[start:end], languages=[language], settings={"RELATIVE_BASE": base}) or []
    found: list[Expression] = []
    position = start
    for words, _ in hits:
        at = text.find(words, position, end)
        if at < 0 or not _TELLING.search(words):
            continue
        position = at + len(words)
        expression = _expression(text, at, position, reference, language)
        if expression is not None:
            found.append(expression)
    return found


def _expression(text: str, start: int, end: int, reference: date | None, language: str) -> Expression | None:
    words = text[start:end]
    first, second = _read(words, language, _FIRST), _read(words, language, _SECOND)
    if first is None or second is None:
        return None
    slot: Slot | None = first
    warnings: tuple[DateWarning, ...] = ()
    if first != second:
        base = datetime(reference.year, reference.month, reference.day) if reference else None
        slot = _read(words, language, base) if base else None
        warnings = () if base else (doubts.no_reference(),)
    edtf = slot.edtf() if slot else None
    days = bounds(edtf) if edtf else (None, None)
    value = slot.timex() if slot else "XXXX"
    return Expression(start, end, words, "DATE", value, None, edtf, days[0], days[1], warnings, RULE)


def _read(words: str, language: str, base: datetime) -> Slot | None:
    found = _parser(language, base).get_date_data(words)
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period in ("month", "year", "week"):
        return around(day, found.period)
    return day_slot(day)


def propose(
    text: str, expressions: list[Expression], sentences: tuple[Span, ...], reference: date | None
) -> list[ProposedEvent]:
    """One proposal for each dated sentence and date, its headline the sentence's first words without the date."""
    found: list[ProposedEvent] = []
    seen: set[tuple[int, str]] = set()
    at = 0
    for number, expression in enumerate(expressions):
        while at + 1 < len(sentences) and sentences[at].end <= expression.start:
            at += 1
        sentence = sentences[at]
        if expression.edtf is None or (sentence.start, expression.edtf) in seen:
            continue
        seen.add((sentence.start, expression.edtf))
        rest = f"{text[sentence.start : expression.start]} {text[expression.end : sentence.end]}"
        headline = " ".join(rest.split()[:MOST_WORDS]).strip(_EDGES) or expression.text
        ahead = reference is not None and expression.earliest is not None and expression.earliest > reference
        status: Status = "planned" if ahead else "past"
        found.append(ProposedEvent(number, expression.edtf, headline, sentence, status, expression.warnings))
    return found
