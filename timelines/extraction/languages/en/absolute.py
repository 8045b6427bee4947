"""How the rules for places in the calendar look in English; the matcher of the same name reads the named groups."""

from __future__ import annotations

from timelines.extraction.languages.en import words
from timelines.extraction.languages.en.fragments import (
    DAY,
    ERA,
    FROM_TO,
    HOLIDAY,
    MONTH,
    MONTHS,
    ODD_YEAR,
    ORDINAL_WORD,
    ORDINALS,
    REL_YEAR,
    SEASON,
    SHORT_YEAR,
    TIME_AFTER,
    WEEKDAY,
    WEEKDAYS,
    WORD_YEAR,
    YEAR,
    YEAR_2000S,
    rule,
)
from timelines.extraction.languages.en.named_days import HOLIDAYS

_DAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"
_YEARS = rf"(?P<year>{YEAR})|(?P<oddyear>{ODD_YEAR})|(?P<shortyear>{SHORT_YEAR})|(?P<relyear>{REL_YEAR})"
_AFTER = r"(?=(?P<after>.{0,14}))"

ABSOLUTE = {
    "iso-date": rule(
        "#4",
        r"(?P<year>(?:1\d|20)\d\d)-(?P<month>0[1-9]|1[0-9])(?:-(?P<day>[0-3]\d))?"
        r"(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    ),
    "numeric-date": rule(
        "#1 #2 #4",
        r"(?:(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})"
        r"|(?P<a2>\d{1,2})-(?P<b2>\d{1,2})-(?P<year2>(?:19|20)\d{2})"
        r"|(?P<year3>(?:19|20)\d{2})/(?P<month3>\d{1,2})/(?P<day3>\d{1,2}))(?![\d/]|\.\d)"
        rf"{TIME_AFTER}",
    ),
    "month-day": rule(
        f"{MONTHS} {WEEKDAYS}",
        rf"{_DAY_BEFORE}(?P<month>{MONTH})\s?(?:the\s+)?(?:(?P<day>{DAY})|(?P<dayword>{ORDINAL_WORD})\b(?!\s+(?-i:[A-Z])))"
        rf"(?:(?:,\s*|\s+(?:of\s+)?)(?:{_YEARS}))?{TIME_AFTER}",
    ),
    "day-month": rule(
        f"#1 #2 the {WEEKDAYS} {ORDINALS}",
        rf"{_DAY_BEFORE}(?:the\s+)?(?:(?P<day>{DAY})|(?P<dayword>{ORDINAL_WORD}))(?:\s+(?:day\s+)?of)?[\s-]\s?"
        rf"(?P<month>{MONTH})(?:(?:,?\s+|\s+of\s+|-)(?:{_YEARS}))?{TIME_AFTER}",
    ),
    "day-of-month": rule(
        f"#1 #2 the {ORDINALS}",
        rf"(?:the\s+)?(?:(?P<day>{DAY})|(?P<dayword>{ORDINAL_WORD}))\s+(?:day\s+)?of\s+(?P<lean>this|last|next|that|the\s+same)"
        r"\s+month\b",
    ),
    "day-range": rule(
        f"{MONTHS} #1 #2",
        rf"(?:(?P<month>{MONTH})\s+(?P<a>{DAY})(?:{FROM_TO}|(?P<and>\s+(?:and|or)\s+))(?P<b>{DAY})(?:,?\s+(?P<year>{YEAR}))?(?!\w|\s*{MONTH})"
        rf"|(?P<a2>(?:{DAY}|\d\d?(?=/)))(?:{FROM_TO}|/(?!\d+\s+of\b)|(?P<and2>\s+(?:and|or)\s+))(?P<b2>{DAY})\s+(?:of\s+)?(?P<month2>{MONTH})(?:,?\s+(?P<year2>{YEAR}))?)",
    ),
    "nth-weekday": rule(
        "the first second third fourth fifth last final",
        rf"(?:the\s+)?(?P<nth>first|second|third|fourth|fifth|last|final)\s+(?P<weekday>{WEEKDAY})\s+(?:of|in)\s+"
        rf"(?P<month>{MONTH})(?:(?:,?\s+|\s+of\s+)(?:{_YEARS}))?{TIME_AFTER}",
    ),
    "bare-day": rule(
        "the #1 #2",
        r"(?<=\s)the\s+(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=(?P<after>.{0,24}))(?![\w-])",
    ),
    "day-list": rule(
        f"{MONTHS} #1 #2 the",
        rf"(?P<month>{MONTH})\s+(?P<days>{DAY}(?:,\s+{DAY}){{1,5}},?\s+(?:and|or)\s+{DAY})(?:,?\s+(?P<year>{YEAR}))?(?!\w|\s*{MONTH})"
        rf"|(?:the\s+)?(?P<days2>{DAY}(?:,\s+{DAY}){{1,5}},?\s+(?:and|or)\s+{DAY})\s+(?:of\s+)?(?P<month2>{MONTH})(?:,?\s+(?P<year2>{YEAR}))?",
    ),
    "month-year": rule(
        MONTHS,
        rf"(?P<month>{MONTH})(?:,?\s+|\s+(?:of|in)\s+|[-/])(?:of\s+)?"
        rf"(?:(?P<bcyear>\d{{1,4}})\s?{ERA}|{_YEARS}|(?P<wordyear>{WORD_YEAR}))(?!\s*(?:people|votes|men|troops)\b)",
    ),
    "month": rule(MONTHS, rf"(?P<month>{MONTH}){_AFTER}"),
    "year": rule(
        "#4 the year",
        rf"(?:(?<=between\s)|(?<=from\s))(?P<first2>{YEAR})(?P<second2>\s+(?:and|to)\s+['’]?\d\d)(?=\s*(?:[.,;)]|$))(?!\.\d)"
        rf"|(?:the\s+year\s+)?(?P<year>{YEAR})(?![-–—/]?\w|['’]s?\s?style|\s?{ERA})"
        rf"|(?P<alone>{YEAR})(?=[-–—](?:[A-Za-z]|\d{{3}}\b))"
        rf"|(?P<first>{YEAR})(?:[-–—/])(?P<second>\d\d(?!\d)|{YEAR})(?![-/\w]|\s?{ERA})"
        r"|the\s+year\s+(?P<words>two\s+thousand(?:\s+(?:and\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten))?)\b",
    ),
    "year-bc": rule(
        "#1 #2 #3 #4 ad early late c a",
        rf"(?:c\.\s*)?(?P<year>\d{{1,4}})(?:(?:\s?[-–/]\s?|\s+to\s+|\s+and\s+)(?P<second>\d{{1,4}}))?\s?(?P<era>{ERA})"
        r"|(?-i:AD|A\.D\.)\s+(?P<adyear>\d{1,4})\b",
    ),
    "year-words": rule(
        "nineteen eighteen seventeen two twenty",
        rf"(?P<words>{WORD_YEAR}|(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\byear\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bby\s)){YEAR_2000S})(?!-[a-z])(?![-\s]+(?:\w+\s+)?(?:people|dollars|men|years))",
    ),
    "short-year": rule("#2", r"(?<=['’‘`])(?P<year>\d\d)(?![\d\w'’])(?!\s*(?:percent|per\s+cent|%))"),
    "decade": rule(
        "#4 #3 #2 the " + " ".join(words.DECADES),
        rf"(?:the\s+)?(?:(?P<year>(?:1\d|20)\d0)['’]?s\b|(?P<bcyear>\d{{1,2}}0)s\s+{ERA}|(?<!\w)(?P<short>['’‘]?[2-9]0)['’]?s\b"
        rf"|(?P<word>(?:nineteen[-\s]+)?(?:{'|'.join(words.DECADES)})\b))(?!\s+(?:percent|cents))",
    ),
    "century": rule(
        f"#1 #2 the {ORDINALS}",
        rf"(?:the\s+)?(?:(?P<n>\d\d?)(?:st|nd|rd|th)|(?P<word>{ORDINAL_WORD}))(?:[-\s]+)centur(?:y|ies)\b"
        r"(?P<bc>\s+(?-i:BCE?|B\.C\.))?",
    ),
    "quarter": rule(
        "the first second third fourth final last latter q h #1 fiscal its #4 opening this next year latest flat",
        r"(?:the\s+|its\s+)?(?:(?P<year0>(?:19|20)\d\d)(?:['’]s)?\s+)?(?:(?P<leanyear0>this|last|next)\s+year['’]s\s+)?"
        r"(?:(?P<yearago>year[-\s]+(?:ago|earlier))\s+)?(?:(?:fiscal|calendar)[-\s]+)?(?:flat\s+|latest\s+)?"
        r"(?P<ordinal>first|second|third|fourth|final|last|latter|opening|1st|2nd|3rd|4th)"
        r"[-\s]+(?:fiscal[-\s]+|calendar[-\s]+)?(?P<what>quarter|half|trimester|semester)\b(?:['’]s)?"
        r"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?(?:fiscal\s+)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<shortyear>['’]\d\d)\b"
        r"|(?P<leanyear>this|last|next|that|the\s+following|the\s+previous)\s+year|(?P<same>year)\b))?"
        r"|(?-i:Q(?P<q>[1-4])|(?P<qq>[1-4])Q|H(?P<h>[12])|(?P<hh>[12])H)"
        r"(?:[\s-]+(?:of\s+)?(?P<qyear>(?:19|20)\d\d|['’]\d\d)|[\s-]*(?:of\s+)?(?:FY|fiscal)\s?(?P<fyear>(?:19|20)\d\d|['’]?\d\d)"
        r"|\s+(?:of\s+)?(?P<leanq>this|last|next)\s+year"
        r"|(?<=[QH])['’]?(?P<tightyear>20\d\d|\d\d))?\b",
    ),
    "fiscal-year": rule(
        "fy fiscal the financial tax #4",
        r"(?:(?-i:FY)[\s-]?(?P<short>['’]?\d\d\b|(?:19|20)\d\d\b)"
        r"|(?:the\s+)?(?:fiscal|financial|tax)(?:\s+year)?\s+(?P<year>(?:19|20)\d\d)\b)(?:[-–/](?P<second>\d\d(?:\d\d)?)\b)?"
        r"|(?:the\s+)?(?P<year3>(?:19|20)\d\d)(?:[-–/](?P<second3>\d\d(?:\d\d)?))?[\s-]+(?:fiscal|financial|tax)[\s-]+year\b",
    ),
    "season": rule(
        f"{' '.join(words.SEASONS)} the",
        rf"(?:the\s+)?(?P<season>{SEASON})\b(?:\s+(?:months?|time)\b)?"
        rf"(?:[,\s]+(?:of\s+|in\s+)?(?:the\s+year\s+)?(?:(?P<bcyear>\d{{1,4}})\s?{ERA}|(?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?"
        rf"|(?P<shortyear>{SHORT_YEAR})|(?P<relyear>{REL_YEAR})|(?P<wordyear>{WORD_YEAR})))?{_AFTER}",
    ),
    "holiday": rule(
        f"{' '.join(word.split()[0].split(chr(39))[0].rstrip('.') for word in HOLIDAYS)} last this next saint",
        rf"(?:(?P<lean>last|this|next|this\s+past)\s+)?(?P<holiday>{HOLIDAY})"
        r"(?!\w|\s+(?:Island|tree|card|dinner|party|song|carol|present|album))"
        rf"(?:,?\s+(?:of\s+|in\s+)?(?:(?P<year>{YEAR})|(?P<shortyear>{SHORT_YEAR})|(?P<relyear>{REL_YEAR})))?"
        r"(?:\s+(?P<span>week|weekend|season|period))?",
    ),
    "event-day": rule("#1 #2 d", r"(?P<nine>9/11)\b(?!/)|(?P<seven>7/7)\b(?!/)|(?P<dday>(?-i:D-Day))\b"),
}
