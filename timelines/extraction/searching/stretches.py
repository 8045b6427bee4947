"""The stretches of a sentence that name a date, each with the parts its words give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from re import Match

from timelines.extraction.searching.lexicon import Lexicon

_FIGURES = re.compile(
    r"(?<![\d.,:/-])(?:(?P<y>(?:1\d|20)\d\d)[-/](?P<m>0[1-9]|1[0-2]|[1-9])(?:[-/](?P<d>3[01]|[12]\d|0?[1-9]))?"
    r"|(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[./-])\s?(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)\s?(?P<year>(?:19|20)\d\d))"
    r"(?![\d%]|[.,:/-]\d)"
)
_MONEY_BEFORE = re.compile(
    r"(?:[$€£¥₹₽₺]|\b(?:[A-Z]{3}|R\$|Rs\.?|zł|kr\.?|Fr\.?|n[°ºr]\.?|№|Nr\.?|pág\.?|page|Seite|стр\.?))\s?$"
)
_COUNT_AFTER = re.compile(
    r"\s?(?:[%°€$£₽₺]|(?:k?m²?|kg|ha|[kMG]Wh?|mil(?:\b|l\w*|h\w*|i[aoó]\w*)|ml[nd]\w*|mrd\w*|bn\b|eur\w*|dol\w*|dól\w*|usd|pesos?|reais"
    r"|pers\w*|people|prozent\w*|pro[cs]ent\w*|por\s?cento?|pour\s?cent|mens\w+|menschen|einwohner|habitant\w*|abitanti|люд\w+"
    r"|человек\w*|жител\w+|руб\w*|долл?\w*|тыс\w*|млн|млрд|osób|zł\w*|lira\w*|kişi\w*|人|元|円|万|億|亿|명|원|شخص\w*|يورو|دولار\w*)\b)",
    re.IGNORECASE,
)
_OLDEST, _NEWEST = 1900, 2060


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that name a date: the calendar parts they give, or ``relative`` words for dateparser to count."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: bool = False
    odd_year: str = ""
    other_order: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    value: int
    start: int
    end: int
    whole: bool


def find(text: str, start: int, end: int, words: Lexicon) -> list[Stretch]:
    """The stretches between two places, in text order, not overlapping."""
    found = [stretch for match in _FIGURES.finditer(text, start, end) if (stretch := _figures(match, words))]
    if words.relative is not None:
        found += [
            Stretch(match.start(), match.end(), relative=True)
            for match in words.relative.finditer(text, start, end)
            if _is_time_word(text, start, match.start(), words)
        ]
    for run in words.run.finditer(text, start, end):
        found += _read_run(text, start, run, words)
    apart = list(_apart(sorted(found, key=lambda stretch: (stretch.start, -stretch.end))))
    return _with_years(text, apart, words)


_BETWEEN = re.compile(r"[ \t\xa0]?,?[ \t\xa0]?([^\W\d_]{2,6}(?:[ \t][^\W\d_]{2,6})?)[ \t\xa0]")


def _with_years(text: str, found: list[Stretch], words: Lexicon) -> list[Stretch]:
    """A month and the year that one unknown word parts from it are one date ("3 de mayo del año 2019")."""
    joined: list[Stretch] = []
    for stretch in found:
        before = joined[-1] if joined else None
        if before and before.month and before.year is None and stretch.year and not stretch.month:
            between = _BETWEEN.fullmatch(text, before.end, stretch.start)
            if between and not words.links.issuperset(between[1].lower().split()):
                joined[-1] = replace(before, year=stretch.year, end=stretch.end)
                continue
        joined.append(stretch)
    return joined


def _apart(found: list[Stretch]) -> Iterator[Stretch]:
    taken = 0
    for stretch in found:
        if stretch.start >= taken:
            yield stretch
            taken = stretch.end


def _figures(match: Match[str], words: Lexicon) -> Stretch | None:
    """A date in figures in the order of the language; with strokes both orders are possible."""
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"]) if match["d"] else None
        if day is None and (match.group()[4] == "/" or month > 12):
            return None
        return Stretch(match.start(), match.end(), year, month, day)
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    day, month = (second, first) if (words.month_first and match["sep"] != "." and first <= 12) else (first, second)
    if month > 12:
        day, month = month, day
    if month > 12:
        return None
    doubtful = match["sep"] == "/" and first <= 12 and second <= 12 and first != second
    return Stretch(match.start(), match.end(), year, month, day, other_order=doubtful)


def _is_time_word(text: str, start: int, at: int, words: Lexicon) -> bool:
    before = text[max(start, at - 12) : at].lower().split()
    return not (before and before[-1] in words.not_after) and _is_written_small(text, start, at)


def _is_written_small(text: str, start: int, at: int) -> bool:
    """A word of time with a capital inside a sentence is a noun or a name ("am Morgen", "Domingo")."""
    return not text[at].isupper() or not text[start:at].strip(" \t\"“”«»„'‘’(–—-")


def _read_run(text: str, start: int, run: Match[str], words: Lexicon) -> Iterator[Stretch]:
    """The dates in a run of parts: each month with the number, year and weekday beside it, then what stands alone."""
    parts = [_part(match, words) for match in words.part.finditer(text, run.start(), run.end())]
    at = 0
    for index, part in enumerate(parts):
        if part.kind != "month" or index < at:
            continue
        first, last, stretch = _around_month(parts, index, at, words)
        yield from _alone(text, start, parts[at:first], words)
        if _is_month(text, start, part, stretch, words):
            yield stretch
        at = last + 1
    yield from _alone(text, start, parts[at:], words)


def _part(match: Match[str], words: Lexicon) -> _Part:
    kind = match.lastgroup or "number"
    name = match[kind].lower()
    value = words.months.get(name) if kind == "month" else words.weekdays.get(name) if kind == "weekday" else None
    whole = name in words.whole
    full_stop = match.group().endswith(".") and (whole or kind not in ("month", "weekday"))
    return _Part(kind, int(name) if value is None else value, match.start(), match.end() - full_stop, whole)


def _around_month(parts: list[_Part], index: int, floor: int, words: Lexicon) -> tuple[int, int, Stretch]:
    """The parts from first to last that belong to the month at ``index``, and the date they make."""
    month, first = parts[index], index
    stretch = Stretch(month.start, month.end, month=month.value)
    if index > floor and parts[index - 1].kind == "number" and words.spaced:
        first -= 1
        stretch = replace(stretch, day=parts[first].value, start=parts[first].start)
    last, stretch = _after_month(parts, index, stretch)
    while first > floor and (named := _with(stretch, parts[first - 1], start=parts[first - 1].start)):
        first, stretch = first - 1, named
    return first, last, stretch


def _after_month(parts: list[_Part], index: int, stretch: Stretch) -> tuple[int, Stretch]:
    """The index of the last part, and the date with what stands after the month: day, year, weekday."""
    last = index
    for number, part in enumerate(parts[index + 1 : index + 4]):
        named = _with(stretch, part, end=part.end)
        if part.kind == "number" and stretch.day is None and not number:
            named = replace(stretch, day=part.value, end=part.end)
        elif part.kind == "odd" and stretch.year is None and not number:
            named = replace(stretch, odd_year=str(part.value), end=part.end)
        if named is None:
            break
        last, stretch = last + 1, named
    return last, stretch


def _with(stretch: Stretch, part: _Part, **edge: int) -> Stretch | None:
    """The date with a year or weekday beside it, where it has none yet."""
    if part.kind == "year" and stretch.year is None and not stretch.odd_year:
        return replace(stretch, year=part.value, **edge)  # type: ignore[arg-type]
    if part.kind == "weekday" and stretch.weekday is None and stretch.day is not None:
        return replace(stretch, weekday=part.value, **edge)  # type: ignore[arg-type]
    return None


def _is_month(text: str, start: int, month: _Part, stretch: Stretch, words: Lexicon) -> bool:
    """A short form needs a day and a year, a name inside a compound ("Mai-Ausgabe") or with a capital is none."""
    if text[month.end : month.end + 1] == "-" or text[month.start - 1 : month.start] == "-":
        return False
    if not month.whole:
        return stretch.year is not None or (stretch.day is not None and text[month.end - 1] == ".")
    numbered = stretch.day is not None or stretch.year is not None
    return numbered or words.capitalised or _is_written_small(text, start, month.start)


def _alone(text: str, start: int, parts: list[_Part], words: Lexicon) -> Iterator[Stretch]:
    for part in parts:
        if part.kind == "weekday" and part.whole and text[part.end : part.end + 1] != "-":
            if words.capitalised or _is_written_small(text, start, part.start):
                yield Stretch(part.start, part.end, weekday=part.value, relative=True)
        elif part.kind == "year" and _OLDEST <= part.value <= _NEWEST and _is_year(text, part, words):
            yield Stretch(part.start, part.end, year=part.value)


def _is_year(text: str, year: _Part, words: Lexicon) -> bool:
    if _MONEY_BEFORE.search(text[max(0, year.start - 8) : year.start]) or _COUNT_AFTER.match(text, year.end):
        return False
    return words.spaced or text[year.end - 1] == "年"
