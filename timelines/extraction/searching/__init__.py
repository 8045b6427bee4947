"""Articles in a language that has no folder of its own, read with dateparser's words and dateparser's search.

``search_dates`` over whole sentences was measured: it takes everyday words for short forms of dates ("die" for
Dienstag, "mer" for mercredi, "się" for sierpień), drops parts ("3. Mai 2019" becomes May 2019), reads "2019 году" as
the year 5, and needs a second for 2,000 characters full of dates. So the stretches of a sentence that can name a date
are found first, with the words of dateparser's own locale data (`lexicon`, `stretches`); search is asked for those
alone, and only what is counted from the publication (weekdays, "gestern", "vor zwei Wochen") is left to it. A day,
month or year that the words give is taken as given, and nothing is added to it.
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
from timelines.extraction.searching.lexicon import lexicon
from timelines.extraction.searching.stretches import Stretch, find
from timelines.extraction.slots import Slot, around, day_slot, valid_day
from timelines.extraction.trimming import MOST_WORDS
from timelines.extraction.types import DateWarning, Expression, ProposedEvent, Span, Status

RULE = "dateparser-search"
_EDGES = " \t\n,;:–—-\"“”'’«»().!?…"
_AHEAD = 3
"""A date without its year is rather one gone: a step ahead counts three times."""


def knows(language: str) -> bool:
    """Whether dateparser can search in that language."""
    return _SAME.get(language, language) in language_order


_SAME = {"no": "nb"}
"""Codes that dateparser has under another name."""


def search(text: str, sentences: tuple[Span, ...], reference: date | None, language: str) -> list[Expression]:
    """The dates of the sentences, in text order, each with the precision its words give."""
    language = _SAME.get(language, language)
    words = lexicon(language)
    found = [stretch for sentence in sentences for stretch in find(text, sentence.start, sentence.end, words)]
    years = tuple(sorted({stretch.year for stretch in found if stretch.year is not None}))
    read = (_expression(text, stretch, reference, years, language) for stretch in found)
    return [expression for expression in read if expression is not None]


def _expression(
    text: str, stretch: Stretch, reference: date | None, years: tuple[int, ...], language: str
) -> Expression | None:
    words = text[stretch.start : stretch.end]
    if stretch.relative:
        slot, warnings = _relative(words, reference, language)
    else:
        slot, warnings = _dated(stretch, words, reference, years)
    if slot is None and not warnings:
        return None
    edtf = slot.edtf() if slot else None
    days = bounds(edtf) if edtf else (None, None)
    value = slot.timex() if slot else "XXXX"
    return Expression(
        stretch.start, stretch.end, words, "DATE", value, None, edtf, days[0], days[1], tuple(warnings), RULE
    )


def _relative(words: str, reference: date | None, language: str) -> tuple[Slot | None, list[DateWarning]]:
    """What is counted from the publication, by dateparser."""
    day = reference or _PROBE
    slot = _counted(_in_digits(words, language), language, datetime(day.year, day.month, day.day))
    if slot is None or reference is not None:
        return slot, []
    return None, [doubts.no_reference()]


def _in_digits(words: str, language: str) -> str:
    """The words with single blanks, the numbers that dateparser cannot read in digits."""
    numbers = lexicon(language).numbers
    return " ".join(numbers.get(word.lower().replace("\u0307", ""), word) for word in words.split())


_PROBE = date(2011, 3, 5)


@lru_cache(maxsize=16)
def _parser(language: str, base: datetime) -> DateDataParser:
    settings = {"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first"}
    return DateDataParser(languages=[language], settings=settings)


@lru_cache(maxsize=8192)
def _counted(words: str, language: str, base: datetime) -> Slot | None:
    """The day, week, month or year of relative words; search reads some that the parser alone does not."""
    try:
        found = _parser(language, base).get_date_data(words)
        if found.date_obj is not None:
            return around(found.date_obj.date(), found.period if found.period in ("week", "month", "year") else "day")
        hits = search_dates(words, languages=[language], settings={"RELATIVE_BASE": base}) or []
    except (OverflowError, ValueError):
        return None
    return day_slot(hits[0][1].date()) if len(hits) == 1 and hits[0][0] == words else None


def _dated(
    stretch: Stretch, words: str, reference: date | None, years: tuple[int, ...]
) -> tuple[Slot | None, list[DateWarning]]:
    """The calendar parts as they were given, with the doubts they raise."""
    year = stretch.year
    warnings: list[DateWarning] = []
    if stretch.odd_year:
        year = doubts.mended_year(stretch.odd_year, years, reference)
        if year is None:
            return None, []
    if year is None:
        year, warnings = _assumed(stretch, reference)
        if year is None:
            return None, warnings
    slot = _slot(year, stretch)
    if stretch.odd_year:
        warnings.append(doubts.year_typo(slot, stretch.odd_year, years, reference))
    return slot, [*warnings, *_doubts(stretch, slot, words, reference, years)]


def _slot(year: int, stretch: Stretch) -> Slot:
    month, day = stretch.month or 0, stretch.day or 0
    if month and day and valid_day(year, month, day):
        return Slot("day", year, month, day)
    return Slot("month", year, month) if month else Slot("year", year)


def _assumed(stretch: Stretch, reference: date | None) -> tuple[int | None, list[DateWarning]]:
    """The year of a date without one: no tense is read here, so the other year is told as well."""
    if reference is None:
        return None, [doubts.no_reference()]
    place = (stretch.month or 1) * 31 + (stretch.day or 0)
    today = reference.month * 31 + (reference.day if stretch.day else 0)
    ways = [year for year in (reference.year - 1, reference.year, reference.year + 1) if 1 <= year <= 9998]
    steps = {year: (year - reference.year) * 372 + place - today for year in ways}
    ways.sort(key=lambda year: steps[year] * _AHEAD if steps[year] >= 0 else -steps[year])
    if not ways:
        return None, [doubts.no_reference()]
    if not steps[ways[0]]:
        return ways[0], []
    return ways[0], [doubts.assumed_year(ways[0], tuple(_slot(year, stretch) for year in ways[:2]))]


def _doubts(
    stretch: Stretch, slot: Slot, words: str, reference: date | None, years: tuple[int, ...]
) -> list[DateWarning]:
    found: list[DateWarning] = []
    others = doubts.far(slot.year, years, reference) if stretch.year is not None else ()
    if others:
        found.append(doubts.far_from_story(slot.year, others))
    if stretch.day and slot.grain == "month":
        found.append(doubts.impossible(slot.year, slot.month, stretch.day, words))
    elif stretch.weekday is not None and slot.grain == "day" and slot.first.weekday() != stretch.weekday:
        found.append(doubts.weekday_mismatch(slot, words, stretch.weekday))
    if stretch.other_order and slot.grain == "day":
        other = Slot("day", slot.year, slot.day, slot.month)
        found.append(doubts.ambiguous(slot.edtf(), other.edtf(), words))
    return found


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
        ahead = reference is not None and expression.earliest is not None and expression.earliest > reference
        status: Status = "planned" if ahead else "past"
        headline = _headline(text, sentence, expression)
        found.append(ProposedEvent(number, expression.edtf, headline, sentence, status, expression.warnings))
    return found


_REACH = 400
_PREPOSITION = re.compile(r"(?<!\w)[^\W\d_]{1,3}\s+$")
"""So short a word before a date belongs to it ("le", "am", "w")."""


def _headline(text: str, sentence: Span, expression: Expression) -> str:
    before = text[max(sentence.start, expression.start - _REACH) : expression.start]
    before = _PREPOSITION.sub("", before)
    rest = f"{before} {text[expression.end : min(sentence.end, expression.end + _REACH)]}"
    return " ".join(rest.split()[:MOST_WORDS]).strip(_EDGES) or expression.text
