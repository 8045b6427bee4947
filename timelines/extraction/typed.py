"""What a person types into a date box: "late June 2019", "3-5 May", "since 2019", "c. 1990", raw EDTF."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from timelines.extraction import edtf, joining, modifiers, ranges, scan, searching, stepping
from timelines.extraction.languages import Language, get_language, word_set
from timelines.extraction.languages.en import ENGLISH
from timelines.extraction.meanings import Candidate, Text
from timelines.extraction.resolving import resolve
from timelines.extraction.types import DateWarning, Expression, Mod, Reading, Span, UnreadableDate

_WORD = re.compile(r"[^\W\d_]+")
_LEFT_OVER = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
"""Of any script: full-width digits are digits."""
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?")
_YEAR_LAST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?P<year>\d{4})")
_LONG_NUMBER = re.compile(r"(?<![\d.,-])\d{5,}(?![\d.,])")
_BETWEEN = frozenset({"or", "and"})
LONGEST = 120
_LEAD = "in "
"""Put before what was typed, so that the rules that need a preposition ("in May") see one."""


def read_date(typed: str, reference_date: date | None, language: str = "en") -> Reading:
    """What the words typed into a date box mean.

    ``reference_date`` is the publication day that "next Tuesday" and a missing year are counted from.
    Raises UnreadableDate with a sentence for people and, where there is one, the nearest reading to offer.
    """
    words = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), _SPACES.sub(" ", typed).strip())
    if not words:
        raise UnreadableDate("The date is empty. Write it as in “late June 2019”, “2024” or “3–5 May 2021”.")
    if len(words) > LONGEST:
        raise UnreadableDate(f"A date has at most {LONGEST} characters.")
    raw = words.upper() if re.fullmatch(r"[\dXxYy\-/.?~%,\[\]{} –]+", words) else words
    if edtf.is_valid(raw):
        return _reading(raw, None)
    known = get_language(language)
    found = _in_other_words(words, reference_date, language) if known is None else None
    return found or _from_words(words, reference_date, known or ENGLISH)


def _in_other_words(words: str, reference: date | None, language: str) -> Reading | None:
    """A date in a language without rules ("3. Mai 2019"), where every word belongs to it and nothing is doubtful."""
    code = language.lower().replace("_", "-").split("-")[0]
    if not searching.knows(code):
        return None
    found = searching.search(words, (Span(0, len(words)),), reference, code)
    if len(found) != 1 or found[0].edtf is None or any(w.code != "assumed-year" for w in found[0].warnings):
        return None
    rest = _LEFT_OVER.findall(words[: found[0].start] + " " + words[found[0].end :])
    return _reading(found[0].edtf, None) if all(len(word) <= _PREPOSITION for word in rest) else None


_PREPOSITION = 3
"""So short a word beside a date is its preposition or article ("am", "le")."""


def _from_words(words: str, reference: date | None, language: Language) -> Reading:
    text = _LEAD + _with_capitals(words, language)
    candidates = joining.join_times(text, scan.scan(text, language), language)
    candidates = stepping.step(text, candidates, language)
    floor = 0
    for candidate in candidates:
        modifiers.modify(text, candidate, language, floor)
        floor = candidate.end
    ranges.join(text, candidates, language, always=True)
    found = resolve(text, candidates, (Span(0, len(text)),), reference, language)
    dated = [e for e in found if e.edtf]
    nearest = _reading(dated[0].edtf or "", dated[0].mod) if dated else None
    others = tuple(_reading(e.edtf or "", e.mod) for e in dated[1:])
    _refuse_unread(text, candidates, found, nearest, others)
    _refuse_doubtful(words, found, nearest)
    if not dated:
        _refuse_numbers(words)
        raise UnreadableDate(_nothing(words, candidates), None)
    return _limited(dated[0], candidates)


def _with_capitals(words: str, language: Language) -> str:
    """Names of months, weekdays and holidays as the rules want them; the rest as typed, in small letters if shouted."""
    names = language.words

    def capital(match: re.Match[str]) -> str:
        word = match.group()
        key = word.lower()
        named = key in names.months or key in names.weekdays or any(key in rule.split() for rule in names.holidays)
        if named and key not in ("of", "day", "first", "second"):
            return word.capitalize()
        return key if word.isupper() and len(word) > 3 else word

    return _WORD.sub(capital, words)


def _refuse_unread(
    text: str,
    candidates: list[Candidate],
    found: list[Expression],
    nearest: Reading | None,
    others: tuple[Reading, ...],
) -> None:
    """Every word must have been read: a date with something else beside it is not a date."""
    read = list(text)
    for expression in found:
        read[expression.start : expression.end] = " " * (expression.end - expression.start)
    rest = [word for word in _LEFT_OVER.findall("".join(read)) if word.lower() not in _FILL]
    several = len([c for c in candidates if not c.range_end]) > 1
    if rest and found and not (several and _BETWEEN.issuperset(map(str.lower, rest))):
        raise UnreadableDate(f"“{' '.join(rest)}” is not part of a date.", nearest)
    if several:
        words = "There is more than one date here. Write one date, or a range as in “3–5 May 2021”."
        raise UnreadableDate(words, nearest, others)


_FILL = word_set(
    "in on the of from to and between since until till by before after at about around through a up "
    "during circa c ca ever prior no later than earlier later"
)


def _refuse_doubtful(words: str, found: list[Expression], nearest: Reading | None) -> None:
    for warning in (warning for expression in found for warning in expression.warnings):
        if warning.code == "no-reference-date":
            raise UnreadableDate(
                f"“{words}” is counted from the publication date, which is not known here. Write the date out.", nearest
            )
        if warning.code != "assumed-year":
            near = _near(warning, nearest)
            raise UnreadableDate(_doubt(warning), near[0] if near else None, near[1:])


def _near(warning: DateWarning, nearest: Reading | None) -> tuple[Reading, ...]:
    """What to offer, the nearest first. Of a day that its month does not have, only the month is known for certain."""
    readings = tuple(warning.readings) or ((nearest,) if nearest else ())
    if warning.code == "impossible-date" and readings and _DAY.fullmatch(readings[0].edtf):
        return (_reading(readings[0].edtf[:7], None), *readings)
    return readings


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _doubt(warning: DateWarning) -> str:
    if warning.code == "year-typo":
        return f"{warning.message.split(' is read')[0]} is not a year that news tells of."
    return warning.message


def _refuse_numbers(words: str) -> None:
    """Digits in the order of a date that are none, and years that are too long. The year alone may still be right."""
    if number := _LONG_NUMBER.search(words):
        raise UnreadableDate(f"“{number.group()}” is not a year: years have four digits. {_HOW}")
    if found := _YEAR_LAST.fullmatch(words):
        raise UnreadableDate(f"“{words}” is not a date: no month and day fit it.", _in_year(found["year"]))
    if found := _YEAR_FIRST.fullmatch(words):
        raise _year_first(words, found["year"], int(found["month"]), int(found["day"] or 0))


def _year_first(words: str, year: str, month: int, day: int) -> UnreadableDate:
    """Why a year, a month and perhaps a day (else 0) are no date, and the part of it that is one."""
    if not 1 <= month <= _MONTHS:
        return UnreadableDate(f"“{words}” is not a date: there is no month {month}.", _in_year(year))
    whole = f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    if edtf.is_valid(whole):
        return UnreadableDate(
            f"“{words}” is not a date as it stands. Give months and days two digits.", _reading(whole, None)
        )
    nearest = _in_year(f"{year}-{month:02}")
    return UnreadableDate(f"“{words}” is not a date: that month has no day {day}.", nearest)


def _in_year(text: str) -> Reading | None:
    """The year or month as a reading; None for the year 0, which news does not tell of."""
    return None if text.startswith("0000") else _reading(text, None)


_MONTHS = 12
_HOW = "Write it as in “late June 2019”, “2024” or “3–5 May 2021”."


def _nothing(words: str, candidates: list[Candidate]) -> str:
    if any(isinstance(c.meaning, Text) and c.meaning.type == "DURATION" for c in candidates):
        return f"“{words}” is a length of time, not a date."
    if any(isinstance(c.meaning, Text) and c.meaning.type == "SET" for c in candidates):
        return f"“{words}” repeats itself and has no single date."
    return f"“{words}” is not a date. {_HOW}"


def _limited(expression: Expression, candidates: list[Candidate]) -> Reading:
    """ "Since" and "until" leave one side open: EDTF says so itself."""
    text, mod = expression.edtf or "", expression.mod
    if "/" not in text and mod == "ON_OR_AFTER":
        return _reading(f"{text}/..", None)
    if "/" not in text and mod == "ON_OR_BEFORE":
        return _reading(f"../{text}", None)
    if "/" in text and mod not in ("START", "MID", "END", "BEFORE", "AFTER"):
        mod = None
    return _reading(text, mod)


def _reading(text: str, mod: Mod | None) -> Reading:
    days = edtf.bounds(text, mod)
    return Reading(text, days.earliest, days.latest, mod)
