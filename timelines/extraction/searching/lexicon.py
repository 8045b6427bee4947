"""The words of a language that can name a date, out of dateparser's own locale data.

dateparser's lists mix whole names with short forms ("Die" for Dienstag, "mer" for mercredi, "so" for Sonntag) that are
everyday words. A short form only counts beside a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from re import Pattern
from typing import Any, NamedTuple

from dateparser.languages.loader import default_loader

from timelines.extraction.languages import word_set
from timelines.extraction.searching import silent

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOT_DAYS = ("second", "minute", "hour")
_WHOLE = 0.7
"""A name is whole where it has so much of the longest name in its list; declined forms are about as long."""
_SHORT = 3
CAPITALISED = word_set("de lb el id ms tr tl sw cy ga gd")
"""Languages that write months or weekdays with a capital letter; in others a capital inside a sentence is a name."""


class Lexicon(NamedTuple):
    """What can be part of a date in one language. Keys are in small letters."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    whole: frozenset[str]
    """The names that may stand without a number beside them."""
    links: frozenset[str]
    """Words that may stand between the parts of a date, and between two dates ("de", "und")."""
    not_after: frozenset[str]
    """Words before which no word of time is one ("la mañana" is the morning)."""
    relative: Pattern[str] | None
    """Words and phrases counted from the publication: "gestern", "la semaine dernière", "vor 3 Wochen"."""
    run: Pattern[str]
    """A run of weekday, number, month and year in any order."""
    part: Pattern[str]
    month_first: bool
    spaced: bool
    capitalised: bool
    numbers: Mapping[str, str]
    """Number words that dateparser does not read, and their digits."""


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language that dateparser knows."""
    info: dict[str, Any] = default_loader.get_locale(language).info
    spaced = info.get("no_word_spacing") != "True"
    silent_months = silent.months(language)
    months = {name: number for number, key in enumerate(_MONTHS, 1) for name in _names(info, key)}
    months.update(silent_months)
    weekdays = {name: number for number, key in enumerate(_WEEKDAYS) for name in _names(info, key)}
    whole = frozenset(name for key in (*_MONTHS, *_WEEKDAYS) for name in _whole(_names(info, key), spaced))
    whole |= silent_months.keys()
    run, part = _patterns(months, weekdays, _links(info), spaced)
    return Lexicon(
        months,
        weekdays,
        whole,
        frozenset(_links(info)),
        silent.not_after(language),
        _relative(info, spaced),
        run,
        part,
        info.get("date_order", "DMY").startswith("M"),
        spaced,
        language in CAPITALISED,
        silent.numbers(language),
    )


def _names(info: dict[str, Any], key: str) -> list[str]:
    names = {str(name).lower().strip(" .") for name in info.get(key, ())}
    return sorted(name for name in names if name and not name.isdigit() and "(" not in name)


def _whole(names: list[str], spaced: bool) -> list[str]:
    longest = max(map(len, names), default=0)
    least = 3 if spaced else 2
    whole = [name for name in names if len(name) >= max(least, _WHOLE * longest)]
    return [name for name in whole if len(name) > _SHORT or len(name) == longest or not spaced]


def _any(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[ \t]").replace("'", "['’]") for word in ordered) or r"(?!)"


def _links(info: dict[str, Any]) -> list[str]:
    words = [str(word).lower() for key in ("skip", "pertain") for word in info.get(key, ())]
    return [word for word in words if word.strip() and word[0].isalpha()]


_NUMBER = (
    r"(?<![\d.,:/$€£¥])(?P<number>[12]\d|3\d|0?[1-9])(?:er|re|ère|[ºª°.]|-?го|\.º|일|日|号|號|th|st|nd|rd)?"
    r"(?![\d%]|[.,:/]\d)"
)
_YEAR = r"(?<![\d.,:/$€£¥₹₽#№-])(?P<year>(?:1\d|20|21)\d\d)(?![\d%]|[.,:/]\d)(?:\s?[年년]|(?!\w))"
_ODD = r"(?<![\d.,:/-])(?P<odd>[1-9]\d{4}|[1-9]\d\d|2[2-9]\d\d)(?![\d%]|[.,:/]\d)"


def _patterns(
    months: Iterable[str], weekdays: Iterable[str], links: list[str], spaced: bool
) -> tuple[Pattern[str], Pattern[str]]:
    """The pattern of a run of parts, and that of one part, whose group says which it is."""
    edge, end = (r"(?<!\w)", r"(?!\w)\.?") if spaced else (r"(?<!\d)", "")
    part = rf"{edge}(?:(?P<month>{_any(months)})|(?P<weekday>{_any(weekdays)})){end}|{_YEAR}|{_NUMBER}|{_ODD}"
    nameless = re.sub(r"\?P<\w+>", "?:", part)
    link = rf"[ \t\xa0]?(?:[,.\-][ \t\xa0]?)?(?:(?:{_any(links)})[ \t\xa0])?(?:(?:{_any(links)})[ \t\xa0])?"
    flags = re.IGNORECASE
    return re.compile(rf"(?:{nameless})(?:{link}(?:{nameless})){{0,5}}", flags), re.compile(part, flags)


def _relative(info: dict[str, Any], spaced: bool) -> Pattern[str] | None:
    """ "0 second ago" ("now") and hours name no day; two letters ("hr") do not either."""
    phrases = {
        str(phrase).lower()
        for key, found in info.get("relative-type", {}).items()
        if not any(unit in key for unit in _NOT_DAYS)
        for phrase in found
        if len(str(phrase)) > (2 if spaced else 1)
    }
    counted = {
        _counted(str(pattern), spaced)
        for key, found in info.get("relative-type-regex", {}).items()
        if not any(unit in key for unit in _NOT_DAYS)
        for pattern in found
        if any(len(word) > (2 if spaced else 0) for word in re.findall(r"[^\W\d_]+", str(pattern)))
    }
    sources = [_any(phrases)] if phrases else []
    sources += sorted((source for source in counted if source), key=lambda source: (-len(source), source))
    if not sources:
        return None
    edge, end = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
    return re.compile(rf"{edge}(?:{'|'.join(sources)}){end}", re.IGNORECASE)


_DIGITS = r"(\d++[.,]?\d*+)"
_COUNT = r"(?:\d{1,3}|[^\W\d_]{2,12})"
_COUNT_UNSPACED = r"(?:(?<!\d)\d{1,3}|[一二三四五六七八九十两]{1,3})"


def _counted(pattern: str, spaced: bool) -> str:
    """dateparser's own pattern with its number held to three digits or a word; "" for one that is not plain."""
    if pattern.count(_DIGITS) != 1:
        return ""
    before, after = pattern.split(_DIGITS)
    if any(char in before + after for char in "\\()[]{}|?*+^$"):
        return ""
    before, after = (re.escape(piece.lower()).replace(r"\ ", r"[ \t]") for piece in (before, after))
    return before + (_COUNT if spaced else _COUNT_UNSPACED) + after
