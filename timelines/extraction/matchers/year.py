"""2019, the year 2000, 2003-06, 2003–2006; never 2,000, 1500 people, $1995 or a flight's number."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "year"
_CUE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|through|during|before|after|late|early|mid|between|and|or|around|about"
    r"|circa|year|years|for|the|summer|spring|autumn|fall|winter|than|on|over|as|an?|its|his|their|into|throughout|beyond"
    r"|fiscal|both|toward|towards|with|following|prior|end|mid)\s+|\b(?:mid|post|pre|early|late)-|[-–(,;:/]\s?|^|\n)$",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"(?:^|\n|[.!?]\s)\s*$")
_NAME_AFTER = re.compile(r"[ \t]+[A-Z]")
_COUNT = re.compile(
    r"\s+(?:[a-z]+ly\s+|[a-z]+-[a-z]+\s+|more\s+|other\s+|new\s+|young\s+|local\s+|foreign\s+|armed\s+|ethnic\s+)?(?:people|men|women|children|troops|"
    r"soldiers|dead|deaths|votes|jobs|miles|feet|meters|metres|kilometers|kilometres|km|dollars|euros|pounds|tons|tonnes|"
    r"workers|employees|members|students|residents|homes|houses|cases|years|days|hours|minutes|pages|points|shares|"
    r"barrels|calories|words|items|copies|units|cars|vehicles|refugees|passengers|protesters|demonstrators|delegates|"
    r"civilians|casualties|inmates|prisoners|officers|police|guests|fans|spectators|square|acres|hectares|sailors|"
    r"(?:of\s+(?:them|these|those|which|whom))|euros?|rupees|crore|lakh|naira|rand|shillings|yen|yuan|francs|kroner|pesos|"
    r"ships|aircraft|tanks|guns|horses|infantry|cavalry|hoplites|marines|volunteers|fighters|militants|rebels|or\s+more\s+)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£¥₹₦₽₺₩#№]\s?$|(?<!\d)\d{3}[\s-]$|\b(?:Rs\.?|INR|USD|EUR|GBP|NGN|KSh|Ksh|ZAR|AUD|CAD|NZD|CHF|JPY|CNY|RMB|PKR)\s?$|\b(?:No\.|Number|Nos\.|Room|Channel|Flight|Route|Windows|Box|Suite|nearly|least|most|exactly|only|some)\s+$"
)


def read(found: Found, language: Language) -> Candidate | tuple[Candidate, ...] | None:
    """A year. 1900 to 2100 stand alone; earlier ones and round numbers need a word before them that years take."""
    match, text = found.match, found.text
    before = text[max(0, match.start() - 14) : match.start()]
    if _MONEY.search(before) or _COUNT.match(text, match.end()):
        return None
    if found.get("words"):
        return Candidate(match.start(), match.end(), NAME, Calendar(year=2000 + _small(found.get("words"), language)))
    if found.get("first2"):
        return _range(found, "2")
    if found.get("first"):
        return _range(found)
    group = "alone" if found.get("alone") else "year"
    year = int(found.get(group))
    if not 1900 <= year <= 2060 and not _CUE.search(before) and not match.group().lower().startswith("the"):
        return None
    if (year % 100 == 0 or year < 1900) and _LINE_START.search(before) and _NAME_AFTER.match(text, match.end()):
        return None
    if year % 100 == 0 and year != 2000 and not _CUE.search(before):
        return None
    start, end = match.start(group), match.end(group)
    period = language.grammar.period_after.match(text, end)
    return Candidate(start, period.end() if period else end, NAME, Calendar(year=year))


def _small(words: str, language: Language) -> int:
    number = parts.number(words.removeprefix("two thousand").strip(), language) if words != "two thousand" else 0
    return int(number or 0)


def _range(found: Found, way: str = "") -> tuple[Candidate, ...] | None:
    """Both years of 2003–2006, 2003-06 or "between 2003 and 06"; the first carries the range."""
    first, second = int(found.get("first" + way)), found.get("second" + way)[-4:].strip("d '")
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last <= first:
        return None
    match = found.match
    return (
        Candidate(match.start("first" + way), match.end("first" + way), NAME, Calendar(year=first), range_start=True),
        Candidate(match.end("second" + way) - len(second), match.end(), NAME, Calendar(year=last), range_end=True),
    )
