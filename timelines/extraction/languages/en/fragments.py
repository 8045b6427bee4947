"""Pieces of pattern shared by the English rules."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timelines.extraction.languages import RulePattern, word_set
from timelines.extraction.languages.en import words
from timelines.extraction.languages.en.named_days import HOLIDAYS


def any_of(items: Iterable[str]) -> str:
    """An alternation with the longest words first; spaces stand for any run of blanks, apostrophes for both kinds."""
    ordered = sorted(set(items), key=lambda item: (-len(item), item))
    return "|".join(item.replace(".", r"\.?").replace(" ", r"\s+").replace("'", "['’]") for item in ordered)


FULL_MONTH = "January|February|Febuary|March|April|May|June|July|August|September|October|November|December"
SHORT_MONTH = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
MONTH = rf"(?:(?i:{FULL_MONTH})\b|(?:{SHORT_MONTH}|{SHORT_MONTH.upper()})\b(?!-[A-Za-z])\.?)"
WEEKDAY = (
    rf"(?:(?i:{any_of(w for w in words.WEEKDAYS if w.endswith('day'))})\b"
    r"|(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)\b\.?)"
)
WEEKDAY_OF_MANY = rf"(?:{'|'.join(w for w in words.WEEKDAYS if w.endswith('day'))})(?=s\b)"
"""The name in "Mondays"."""
DAY = r"(?:3[0-9]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%°]|[.,]\d|[:/]\d|-year)"
"""A day of the month, 1 to 39: what no month has is caught afterwards, as an impossible date."""
ORDINAL_WORD = any_of(words.ORDINALS)
YEAR = r"(?:1\d{3}|20\d{2}|2100)(?![\d%°]|,\d{3}|\.\d|\s?(?:UTC|GMT|hours|hrs|local\s+time)\b)"
ERA = r"(?-i:BCE|BC\b|B\.C\.E?\.?|AD\b|A\.D\.|CE\b)"
ODD_YEAR = (
    rf"(?:[1-9]\d{{4}}|[1-9]\d\d|2[1-9]\d\d)"
    rf"(?![\d%°]|,\d{{3}}|\.\d|\s?{ERA}|\s+(?:people|troops|men|dead|pilots|soldiers))"
)
"""Digits that stand where a year should but cannot be one: 225, 20019, 2205."""
SHORT_YEAR = r"['’‘`]\d\d(?!\d)"
NUMBER_WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\s]+"
    r"(?:one|two|three|four|five|six|seven|eight|nine)\b|(?:"
    + any_of(n for n in words.NUMBERS if n not in ("a", "an", "hundred", "thousand", "million", "dozen"))
    + r")\b)"
)
BIG = r"(?:hundred|thousand|million|billion)\b"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,2}})?(?![\d,]*\d)|{NUMBER_WORD})(?:\s+(?:and\s+)?{BIG})?"
    rf"(?:\s+1/2|½|(?:\s+|-)and(?:\s+|-)a(?:\s+|-)half)?|\ba\s+quarter(?:\s+of\s+a)?(?=[-\s]+century\b)|\ba\s+(?:hundred|thousand)\b|\ban?\b(?:\s+dozen\b)?|half\s+an?\b"
)
OF_DATED = rf"(?!\s+of\s+(?:{MONTH}\b(?!\s+(?:last|this|next|the))|{YEAR}|(?:last|this|next)\s+year\b))"
"""Not before a month or year that the words before only narrow: "the last week of June", "the first days of 2019"."""
VAGUE = (
    r"(?:a\s+few|several|a\s+number\s+of|many|some|recent|countless|various|numerous|dozens\s+of|hundreds\s+of|"
    r"thousands\s+of|tens\s+of|scores\s+of|the\s+last\s+few)\b"
)
COUPLE = r"a\s+couple(?:\s+of)?|a\s+pair\s+of"
UNIT = rf"(?i:{any_of(u for u in words.UNITS if u not in ('second', 'weekend', 'weekends'))})"
SEASON = any_of(words.SEASONS)
PART = any_of(p for p in words.PARTS_OF_DAY if p not in ("overnight",))
LEAN = (
    r"(?:this\s+(?:past|coming|last)|last|past|previous|prior|preceding|this|current|next|coming|following|upcoming|"
    r"ensuing|subsequent)"
)
HOLIDAY = any_of([*HOLIDAYS, *(name.replace("st. ", "saint ") for name in HOLIDAYS)])
MERIDIEM = r"(?:[ap]\s?\.\s?m\b\.?|[ap]m\b|AM\b|PM\b|A\.M\.?|P\.M\.?)"
ZONE = (
    rf"(?:(?:local|Eastern|Central|Pacific|Mountain|Greenwich\s+Mean|Moscow|Beijing|Tokyo|British\s+Summer)"
    rf"(?:\s+(?:Standard|Daylight))?\s+[Tt]ime\b|(?-i:(?:{any_of(z.upper() for z in words.ZONES)})\b))"
)
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d:]|\.\d)(?:\s?{MERIDIEM})?|(?:1[0-2]|0?[1-9])\s?(?:{MERIDIEM}|o['’]clock\b)"
    rf"|(?:[01]\d|2[0-3])[0-5]\d(?=\s?{ZONE}|Z\b|\s?h(?:ou)?rs\b)"
    rf"|(?:1[0-2]|[1-9])(?=\s+in\s+the\s+(?:morning|afternoon|evening)\b)|noon\b|midday\b|midnight\b)"
)
ZONED_CLOCK = rf"(?P<clock>{CLOCK})(?:\s?(?P<zone>{ZONE}|(?-i:Z\b))|\s?(?P<hours>h(?:ou)?rs)\b(?!\s+of\b))?"
DASH = r"\s?[-–—‑]\s?"
FROM_TO = rf"(?:{DASH}|\s+(?:to|through|till|until|thru)\s+)"
WORD_YEAR = (
    r"(?:nineteen|eighteen|seventeen)[-\s]+(?:hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|oh[-\s](?:one|two|three|four|five|six|seven|eight|nine)"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b"
)
YEAR_2000S = (
    r"(?:two\s+thousand\s+(?:and\s+)?|twenty[-\s]+)(?:(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    r"|(?:twenty|thirty)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)\b"
)
REL_YEAR = r"(?:of\s+)?(?:last|this|next|that|the\s+(?:following|previous|same|next))\s+year\b"
TIME_AFTER = rf"(?:,?\s+(?:at\s+)?(?:about\s+|around\s+)?{ZONED_CLOCK}|\s+(?P<part>{PART})\b)?"
MONTHS = " ".join(words.MONTHS)
WEEKDAYS = " ".join(words.WEEKDAYS)
MANY_WEEKDAYS = " ".join(f"{word}s" for word in words.WEEKDAYS if word.endswith("day"))
ORDINALS = " ".join(word.split("-")[0] for word in words.ORDINALS)
PARTS = " ".join(words.PARTS_OF_DAY)
LEANS = "this last past previous prior preceding current next coming following upcoming ensuing subsequent latest"
NUMBERS = (
    " ".join(word for word in words.NUMBERS if word not in ("hundred", "thousand", "million", "dozen"))
    + " half several few many some couple pair number dozens hundreds thousands tens scores countless numerous various"
)


def rule(first: str, source: str) -> RulePattern:
    """A rule that can open with one of the words of ``first``; its pattern ignores case unless it says otherwise.

    Blanks between words are held to a few, so that a line of 100,000 tabs cannot be split in every possible way.
    """
    bounded = source.replace(r"\s+", r"\s{1,4}").replace(r"\s*", r"\s{0,4}")
    return RulePattern(word_set(first), re.compile(bounded, re.IGNORECASE | re.DOTALL))
