"""How each rule looks in English. The named groups are read by the matcher of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timelines.extraction.languages import RulePattern
from timelines.extraction.languages.en import words
from timelines.extraction.languages.en.fragments import (
    CLOCK,
    COUPLE,
    DAY,
    FROM_TO,
    HOLIDAY,
    LEAN,
    MONTH,
    NUMBER,
    ODD_YEAR,
    ORDINAL_WORD,
    PART,
    SEASON,
    SHORT_YEAR,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    ZONE,
)

_MONTHS = tuple(words.MONTHS)
_WEEKDAYS = tuple(words.WEEKDAYS)
_NUMBERS = tuple(n for n in words.NUMBERS) + (
    "half",
    "twenty",
    "several",
    "few",
    "many",
    "some",
    "couple",
    "pair",
    "number",
    "dozens",
    "hundreds",
    "thousands",
    "tens",
    "scores",
    "countless",
    "numerous",
    "various",
)
_DIGITS = ("#1", "#2", "#3", "#4", "#5")
_LEANS = (
    "this",
    "last",
    "past",
    "previous",
    "prior",
    "preceding",
    "current",
    "next",
    "coming",
    "following",
    "upcoming",
    "ensuing",
    "subsequent",
    "latest",
)
_PARTS = tuple(words.PARTS_OF_DAY)
_TIME_AFTER = rf"(?:,?\s+(?:at\s+)?(?:about\s+|around\s+)?(?P<clock>{CLOCK})(?:\s+{ZONE})?|\s+(?P<part>{PART})\b)?"
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?"


def _rule(first: Iterable[str], source: str, flags: int = re.IGNORECASE) -> RulePattern:
    return RulePattern(
        frozenset(word.split(" ")[0].split("'")[0].rstrip(".") for word in first), re.compile(source, flags)
    )


PATTERNS = {
    # -- what only looks like a date; these win over the rules below where they match as much or more
    "not-a-date": _rule(
        (
            "may",
            "march",
            "sun",
            "sat",
            "second",
            "mar",
            "jan",
            "dec",
            "boeing",
            "world",
            "airbus",
            "#1",
            "#2",
            "#3",
            "#4",
            "mon",
            "may",
            "flight",
            "route",
            "highway",
            "resolution",
            "windows",
            "office",
            "article",
            "section",
            "summer",
            "winter",
            "season",
            "sunday",
            "friday",
            "today",
            "current",
            "now",
            "fall",
            "spring",
            "april",
            "june",
            "august",
            "christmas",
            "black",
            "times",
            "page",
            "chapter",
            "room",
            "channel",
            "daily",
            "weekly",
            "psalm",
            "euro",
            "expo",
            "agenda",
            "area",
            "channel",
            "apollo",
            "no",
            "number",
            "the",
            "june",
            "peugeot",
            "ps",
            "prior",
            "next",
            "last",
            "past",
            "earlier",
            "later",
            "a",
            "an",
            "one",
        ),
        r"24/7\b"
        r"|(?:Boeing|Airbus|Flight|Route|Highway|Peugeot|Apollo|Windows|Office|Chapter|Section|Article|Page|Room"
        r"|Channel|Agenda|Area|Psalm|PS)\s+(?:No\.?\s+)?[A-Z]{0,2}-?\d+(?:[-/]\d+)*"
        r"|Resolution\s+(?:No\.?\s+)?\d+"
        r"|(?-i:World\s+Cup|Euro|Expo|Olympics)\s+\d{4}\b"
        r"|(?-i:No\.|Number)\s+\d+"
        r"|\d+(?:\.\d+)?\s?(?:%|percent\b|per\s?cent\b|degrees\b|°|km\b|kilomet\w+|miles\b|met(?:er|re)s\b|feet\b|ft\b"
        r"|kg\b|tons?\b|tonnes?\b|pounds\b|people\b|dollars\b|euros\b|cents\b|votes\b|seats\b|points\b|shares\b|troops\b"
        r"|soldiers\b|men\b|women\b|children\b|passengers\b|employees\b|homes\b|houses\b|barrels\b|acres\b|hectares\b)"
        r"|(?-i:Second|second)\s+(?:World|Lady|Amendment|Lt|Lieutenant|Street|Avenue|time|place|straight|term|half\s+of\s+the\s+game)"
        r"|(?-i:Daily\s+[A-Z]\w+|Weekly\s+[A-Z]\w+|USA\s+Today|Sunday\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald)"
        r"|Friday\s+Harbor|Black\s+Sunday|Today\s+show|[Ss]ummer\s+(?:Olympic|Palace|Games)\w*|[Ww]inter\s+(?:Olympic|Palace|Games)\w*)"
        r"|(?-i:May|March|April|June|August|Jan|Dec|Sun|Sat|Mon|Mar)['’]s\b"
        r"|(?-i:mar|jan|dec|sun|sat|mon)\b"
        r"|(?:Christmas|season)\s+(?:tree|trees|carol|carols|card|cards|gift|gifts|shopping|present|presents|lights)\b"
        r"|(?:last|next)\s+(?:but|in|on|of|to|for)\b"
        r"|(?:last|next)\s+(?:resort|straw|minute|name|names|generation|door|chance|steps?|round|time)\b",
    ),
    # -- absolute
    "iso-date": _rule(
        ("#4",),
        r"(?P<year>(?:1\d|20)\d\d)-(?P<month>0[1-9]|1[0-9])(?:-(?P<day>[0-3]\d))?"
        r"(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    ),
    "numeric-date": _rule(
        ("#1", "#2", "#4"),
        r"(?:(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})"
        r"|(?P<a2>\d{1,2})-(?P<b2>\d{1,2})-(?P<year2>(?:19|20)\d{2})"
        r"|(?P<year3>(?:19|20)\d{2})/(?P<month3>\d{1,2})/(?P<day3>\d{1,2}))(?![\d/]|\.\d)",
    ),
    "month-day": _rule(
        _MONTHS + _WEEKDAYS,
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH})\s?(?:the\s+)?(?P<day>{DAY})"
        rf"(?:(?:,\s*|\s+(?:of\s+)?)(?:(?P<year>{YEAR})|(?P<oddyear>{ODD_YEAR})|(?P<shortyear>{SHORT_YEAR})"
        rf"|(?P<relyear>(?:last|this|next|that|of\s+last|of\s+this|of\s+next|of\s+that|of\s+the\s+(?:following|previous|same))\s+year)))?"
        + _TIME_AFTER,
    ),
    "day-month": _rule(
        ("#1", "#2", "the") + _WEEKDAYS + tuple(w.split("-")[0] for w in words.ORDINALS),
        rf"{_WEEKDAY_BEFORE}(?:the\s+)?(?:(?P<day>{DAY})|(?P<dayword>{ORDINAL_WORD}))(?:\s+(?:day\s+)?of)?[\s-]\s?(?P<month>{MONTH})"
        rf"(?:(?:,?\s+|\s+of\s+|-)(?:(?P<year>{YEAR})|(?P<oddyear>{ODD_YEAR})|(?P<shortyear>{SHORT_YEAR})"
        rf"|(?P<relyear>(?:last|this|next|that|of\s+last|of\s+this|of\s+next|of\s+that|of\s+the\s+(?:following|previous|same))\s+year)))?"
        + _TIME_AFTER,
    ),
    "month-year": _rule(
        _MONTHS,
        rf"(?P<month>{MONTH})(?:,?\s+|\s+(?:of|in)\s+|[-/])(?:of\s+)?(?:(?P<year>{YEAR})|(?P<oddyear>{ODD_YEAR})|(?P<shortyear>{SHORT_YEAR})"
        r"|(?P<relyear>(?:last|this|next|that|the\s+(?:following|previous|same))\s+year))(?!\s*(?:people|votes)\b)",
    ),
    "month": _rule(
        _MONTHS,
        rf"(?P<month>{MONTH})(?!['’]s\s+(?:government|administration|team|party|cabinet|office|speech|plan|deal)\b)"
        r"(?=(?P<after>.{0,14}))",
        re.IGNORECASE | re.DOTALL,
    ),
    "year": _rule(
        ("#4", "the"),
        rf"(?:the\s+year\s+)?(?P<year>{YEAR})(?![-–—/]?\w|['’]s?\s?style)"
        rf"|(?P<first>{YEAR})(?:[-–—/])(?P<second>\d\d(?!\d)|{YEAR})(?![-/\w])"
        r"|the\s+year\s+(?P<words>two\s+thousand(?:\s+(?:and\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten))?)\b",
    ),
    "year-bc": _rule(
        ("#1", "#2", "#3", "#4", "ad", "early", "late", "c"),
        r"(?:c\.\s*)?(?P<year>\d{1,4})(?:[-–](?P<second>\d{1,4}))?\s?(?P<era>(?-i:BCE|BC|B\.C\.E?\.?|AD\b|A\.D\.|CE\b))"
        r"|(?-i:AD|A\.D\.)\s+(?P<adyear>\d{1,4})\b",
    ),
    "year-words": _rule(
        ("nineteen", "eighteen", "seventeen", "two"),
        r"(?P<century>nineteen|eighteen|seventeen)\s+(?:(?P<hundred>hundred)|(?P<tens>twenty|thirty|forty|fifty|sixty|seventy"
        r"|eighty|ninety)(?:[-\s](?P<ones>one|two|three|four|five|six|seven|eight|nine))?"
        r"|(?:oh[-\s])(?P<oh>one|two|three|four|five|six|seven|eight|nine))\b(?![-\s]+(?:\w+\s+)?(?:people|dollars|men|years))",
    ),
    "short-year": _rule(("#2",), r"(?<=['’‘`])(?P<year>\d\d)(?![\d\w'’])(?!\s*(?:percent|per\s+cent|%))"),
    "decade": _rule(
        ("#4", "#2", "the") + tuple(words.DECADES),
        r"(?:the\s+)?(?:(?P<year>(?:1\d|20)\d0)['’]?s\b|(?<!\w)(?P<short>['’‘]?[2-9]0)['’]?s\b|(?P<word>(?:nineteen[-\s]+)?(?:"
        + "|".join(words.DECADES)
        + r")\b))(?!\s+(?:percent|cents))",
    ),
    "century": _rule(
        ("#1", "#2", "the", "last", "this", "next") + tuple(w.split("-")[0] for w in words.ORDINALS),
        rf"(?:the\s+)?(?P<bc0>)(?:(?P<n>\d\d?)(?:st|nd|rd|th)|(?P<word>{ORDINAL_WORD}))(?:[-\s]+)centur(?:y|ies)\b(?P<bc>\s+(?-i:BCE?|B\.C\.))?",
    ),
    "quarter": _rule(
        (
            "the",
            "first",
            "second",
            "third",
            "fourth",
            "final",
            "last",
            "latest",
            "q",
            "h",
            "#1",
            "this",
            "next",
            "previous",
            "fiscal",
            "current",
            "that",
            "year",
            "its",
            "#4",
            "half",
            "opening",
        ),
        r"(?:the\s+|its\s+)?(?:(?P<year0>(?:19|20)\d\d)(?:['’]s)?\s+)?(?:(?P<leanyear0>this|last|next)\s+year['’]s\s+)?"
        r"(?:(?:fiscal|calendar)[-\s]+)?(?:flat\s+)?(?P<ordinal>first|second|third|fourth|final|last|latter|opening|1st|2nd|3rd|4th)"
        r"[-\s]+(?:fiscal[-\s]+|calendar[-\s]+)?(?P<what>quarter|half|trimester|semester)\b(?:['’]s)?"
        r"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?(?:fiscal\s+)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<shortyear>['’]\d\d)\b"
        r"|(?P<leanyear>this|last|next|that|the\s+following|the\s+previous)\s+year|(?P<same>year)\b))?"
        r"|(?-i:Q(?P<q>[1-4])|(?P<qq>[1-4])Q|H(?P<h>[12])|(?P<hh>[12])H)(?:\s+(?:of\s+)?(?P<qyear>(?:19|20)\d\d|['’]\d\d))?\b",
    ),
    "fiscal-year": _rule(
        ("fy", "fiscal", "the", "financial"),
        r"(?:FY\s?(?P<short>['’]?\d\d\b|(?:19|20)\d\d\b)|(?:the\s+)?(?:fiscal|financial)(?:\s+year)?\s+(?P<year>(?:19|20)\d\d)\b"
        r"(?:[-/]\d\d(?:\d\d)?)?)",
    ),
    "season": _rule(
        tuple(words.SEASONS) + ("the",),
        rf"(?:the\s+)?(?P<season>{SEASON})\b(?:\s+(?:months?|time)\b)?(?:[,\s]+(?:of\s+|in\s+)?(?:the\s+year\s+)?(?:(?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?|(?P<shortyear>{SHORT_YEAR})"
        r"|(?P<relyear>(?:last|this|next|that|the\s+(?:following|previous|same))\s+year)|(?P<wordyear>nineteen\s+(?:sixty|seventy|eighty|ninety)[-\s]\w+)))?(?=(?P<after>.{0,14}))",
        re.IGNORECASE | re.DOTALL,
    ),
    "holiday": _rule(
        tuple(words.HOLIDAYS) + ("last", "this", "next", "saint", "st"),
        rf"(?:(?P<lean>last|this|next|this\s+past)\s+)?(?P<holiday>{HOLIDAY})(?!\w|\s+(?:Island|tree|card|dinner|party|song|carol|present|album))"
        rf"(?:,?\s+(?:of\s+|in\s+)?(?:(?P<year>{YEAR})|(?P<shortyear>{SHORT_YEAR})|(?P<relyear>(?:last|this|next|that)\s+year)))?"
        rf"(?:\s+(?P<span>week|weekend|season|period))?",
    ),
    "event-day": _rule(
        ("#1", "#2", "d", "pearl", "nine", "kristallnacht", "september"),
        r"(?P<nine>9/11)\b(?!/)|(?P<seven>7/7)\b(?!/)|(?P<dday>(?-i:D-Day))\b",
    ),
    # -- relative to the publication
    "day-word": _rule(
        ("today", "yesterday", "tomorrow", "tonight", "earlier", "later", "early", "late", "overnight", "the"),
        rf"(?:the\s+)?(?:(?:earlier|later|early|late)\s+)?(?P<word>day\s+before\s+yesterday|day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight)\b"
        rf"(?:,?\s+(?:at\s+)?(?:about\s+|around\s+)?(?P<clock>{CLOCK})|\s+(?P<part>{PART})\b)?",
    ),
    "part-of-day": _rule(
        (
            "this",
            "last",
            "earlier",
            "later",
            "that",
            "early",
            "late",
            "mid",
            "the",
            "overnight",
            "in",
            "yesterday",
            "at",
            "midnight",
            "noon",
        )
        + _PARTS,
        rf"(?:(?:earlier|later|early|late)\s+)?(?P<lean>this|last|that|the\s+same|the\s+next|the\s+following|the\s+previous|next|the)?\s*(?:early|late|mid)?[-\s]*(?P<part>{PART})\b"
        rf"(?:\s+(?:rush\s+|peak\s+)hours?)?(?:\s+(?:of|on)\s+(?P<sameday>the\s+same\s+day|that\s+day))?|(?P<overnight>overnight)\b",
    ),
    "weekday": _rule(
        _WEEKDAYS
        + (
            "last",
            "this",
            "next",
            "early",
            "earlier",
            "later",
            "late",
            "a",
            "one",
            "two",
            "the",
            "week",
            "on",
            "by",
            "coming",
            "past",
            "previous",
            "following",
            "each",
            "every",
        ),
        rf"(?:(?P<weeks>an?|one|two|three)\s+weeks?\s+(?P<dir>from|before|after|ago|since)\s+(?:next\s+|this\s+|last\s+)?)?"
        rf"(?:(?:the\s+)?(?:(?:early|earlier|later|late)\s+(?:on\s+)?)?(?P<lean>{LEAN}|that)\s+)?(?:week['’]s\s+)?(?:(?:earlier|later|early|late)\s+(?:on\s+)?)?"
        rf"(?P<weekday>{WEEKDAY})(?P<plural>s\b(?!['’]))?(?:\s+(?P<weekafter>last|this|next|the\s+previous|the\s+following|that)\s+week\b|\s+(?P<weekago>week|fortnight)\b)?"
        r"(?:,?\s+(?:at\s+)?(?:about\s+|around\s+)?(?:early\s+|late\s+)?"
        rf"(?:(?P<clock>{CLOCK})|(?P<part>{PART})\b))?",
    ),
    "relative-unit": _rule(
        _LEANS + ("early", "earlier", "later", "late", "that", "the", "same", "mid", "year", "sometime"),
        rf"(?:the\s+)?(?:(?P<edge>end|beginning|start|middle|close|early\s+part|latter\s+part|latter\s+half|rest|remainder)\s+of\s+(?:the\s+)?)?"
        rf"(?P<lean>{LEAN}|that|same|that\s+same|latest)\s+"
        rf"(?:(?:fiscal|calendar|financial|full|crucial|trading|very|single|business|working)\s+)?"
        rf"(?:(?P<unit>day|night|week|weekend|fortnight|month|quarter|year|decade|century|period)\b(?!-)|(?P<month>{MONTH})(?!\w)(?:\s+(?P<day>{DAY}))?|(?P<season>{SEASON})\b)"
        rf"(?:['’]s\s+(?:(?:fiscal\s+)?(?P<sub>first|second|third|fourth|final|last)\s+(?P<subunit>quarter|half)\b|(?P<end>end)\b))?"
        rf"(?:\s+(?P<part>{PART})\b)?",
    ),
    "day-before": _rule(
        ("the", "a", "day", "month", "week", "year", "one"),
        r"(?:the|a|one)?\s*(?P<unit>day|night|week|month|year)\s+(?P<dir>before|after|following|prior|earlier|later|previous|previously|afterwards?|ago)\b(?P<tail>\s+(?:last|that|next|yesterday|tomorrow))?",
    ),
    "ago": _rule(
        _NUMBERS
        + _DIGITS
        + (
            "the",
            "earlier",
            "over",
            "more",
            "nearly",
            "almost",
            "years",
            "months",
            "weeks",
            "days",
            "decades",
            "centuries",
            "hours",
            "minutes",
            "some",
            "not",
            "long",
            "moments",
        ),
        rf"(?:(?P<n>(?:{NUMBER}))|(?P<couple>{COUPLE})|(?P<vague>{VAGUE}))?(?:\s+or\s+(?:so|more|{NUMBER}))?[-\s]*(?:(?:short|long|full|whole|more|calendar|working|business)\s+)?"
        rf"(?P<unit>{UNIT})(?:\s+and\s+a\s+half)?(?:\s+or\s+(?:so|more|two))?(?:[-\s]+(?:or\s+so\s+)?)(?P<dir>ago|earlier|later|before|previously|afterwards?|hence|from\s+now|prior|after\s+that|after|back|since|from\s+today|into)\b"
        rf"(?P<to>\s+(?:the\s+|that\b|this\b|his\b|her\b|its\b|their\b|a\b|an\b|it\b|he\b|she\b|they\b))?",
    ),
    "within": _rule(
        ("within", "in"),
        rf"(?P<within>within|in)\s+(?:the\s+next\s+|the\s+coming\s+|just\s+|about\s+|only\s+|another\s+)?(?:(?P<n>{NUMBER})|(?P<couple>{COUPLE})|(?P<vague>{VAGUE}))[-\s]+(?P<unit>{UNIT})(?P<tail>['’]\s*time\b)?",
    ),
    # -- lengths, repetitions, vague
    "duration": _rule(
        _NUMBERS
        + _DIGITS
        + _LEANS
        + (
            "the",
            "first",
            "another",
            "next",
            "nearly",
            "almost",
            "more",
            "less",
            "at",
            "final",
            "as",
            "over",
            "under",
            "up",
            "opening",
        ),
        rf"(?:the\s+)?(?:(?:last|past|previous|prior|next|first|coming|following|preceding|final|latest|opening|initial|recent|intervening|ensuing|subsequent|remaining|other|same|an?\s+additional|additional)\s+)?"
        rf"(?:(?:full|whole|entire|additional)\s+)?"
        rf"(?:(?P<n>{NUMBER})(?:(?:\s+to\s+|\s+or\s+|[-–])(?:{NUMBER}))?|(?P<couple>{COUPLE})|(?P<vague>{VAGUE}|a\s+few|few|several|couple))[-\s]+"
        rf"(?:(?:more|full|whole|additional|consecutive|straight|solid|long|short|calendar|working|business|trading|flying|further|previous|tumultuous|hot|cold|grueling|gruelling|bloody)\s+)*"
        rf"(?P<unit>{UNIT})\b(?!\s*['’]\s*time)(?P<half>\s+and\s+a\s+half\b)?(?P<age>[-\s]+old\b)?(?:-long\b)?",
    ),
    "duration-bare": _rule(
        tuple(u for u in words.UNITS)
        + (
            "the",
            "recent",
            "coming",
            "past",
            "early",
            "these",
            "those",
            "previous",
            "future",
            "last",
            "decade",
            "decades",
            "year",
            "years",
            "weeks",
        ),
        r"(?:(?P<ref>recent|the\s+coming|coming|the\s+past|past|the\s+early|these|those|previous|the\s+next\s+few|the\s+last\s+few|the\s+past\s+few|the\s+next\s+several|the\s+past\s+several|future|the\s+last\s+several)\s+)?"
        r"(?P<unit>days|weeks|months|years|decades|centuries|quarters|hours|minutes)\b(?:\s+(?:and|or)\s+(?:days|weeks|months|years|decades))?(?P<long>-long\b)?(?P<ahead>\s+ahead|\s+to\s+come)?(?P<notago>(?!\s+(?:ago|later|earlier)))"
        r"|(?P<one>year|month|week|day|decade|century|hour|minute)-long\b|(?:the\s+)?(?P<full>full|entire|whole)\s+(?P<fullunit>year|month|week|day|decade|season)\b",
    ),
    "period": _rule(
        ("the", "nine", "year", "its", "latest", "that"),
        r"the\s+(?P<same>quarter|year|month|week|weekend|decade|period|day)\b(?P<end>['’]s\s+end)?(?!\s+(?:before|after|ago|earlier|later|of|that|when|in\s+which))"
        r"|(?:the\s+)?(?:(?:comparable|same|corresponding)\s+)?year[-\s]+(?P<ago>ago|earlier)(?:\s+(?:third|first|second|fourth|quarter|period|month|half)(?:\s+(?:quarter|period|half))?)?\b"
        r"|(?:the\s+)?(?:(?:comparable|same|corresponding)\s+)(?:period|quarter)\s+(?:of\s+|in\s+)?(?P<lastyear>last\s+year|a\s+year\s+(?:ago|earlier))"
        r"|(?P<yearend>year[-\s]+end|year['’]s\s+end)\b",
    ),
    "set": _rule(
        (
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "annually",
            "hourly",
            "quarterly",
            "nightly",
            "every",
            "each",
            "annual",
            "fortnightly",
            "biweekly",
            "biennial",
            "once",
            "twice",
            "#1",
            "a",
            "per",
        ),
        rf"(?:(?P<adverb>daily|weekly|monthly|yearly|annually|hourly|nightly|fortnightly)\b(?!\s+(?-i:[A-Z]))"
        rf"|(?P<quarterly>quarterly)\b"
        rf"|(?P<every>every|each)\s+(?:(?P<other>other|second|single)\s+|(?P<few>few\s+)|(?P<n>{NUMBER})\s+)?(?:(?P<unit>{UNIT})\b|(?P<weekday>{WEEKDAY})(?:\s+(?P<wpart>{PART})\b)?|(?P<month>{MONTH})|(?P<season>{SEASON})\b|(?P<part>{PART})\b)"
        rf"|(?:once|twice|(?:three|four|five|six)\s+times)\s+(?:an?|every|per|each)\s+(?P<rate>{UNIT})\b|per\s+(?P<per>day|week|month|year|hour|minute|annum)\b)",
    ),
    "reference": _rule(
        (
            "now",
            "currently",
            "current",
            "recently",
            "recent",
            "future",
            "the",
            "previously",
            "once",
            "soon",
            "formerly",
            "former",
            "presently",
            "right",
            "at",
            "nowadays",
            "then",
            "that",
            "this",
            "these",
            "past",
            "earlier",
            "already",
            "later",
            "shortly",
            "long",
            "lately",
            "in",
            "more",
            "until",
            "eventually",
        ),
        r"(?:(?P<present>(?:right\s+|just\s+|until\s+)?now\b(?!\s+that\b)|currently|nowadays|presently|at\s+(?:the\s+moment|present|this\s+(?:time|point|stage|moment))|this\s+(?:crucial\s+)?(?:moment|time|point)\b|these\s+days\b|the\s+present\b(?!\s+\w+\s+of))"
        r"|(?P<current>current)\b(?!\s+(?:affairs|account|events))"
        r"|(?P<past>(?:more\s+|most\s+|until\s+)?recently\b|lately\b|previously\b|formerly\b|(?:in\s+)?the\s+(?:recent\s+|not\s+too\s+distant\s+)?past\b(?!\s+(?:\w+\s+){0,2}(?:days?|weeks?|months?|years?|quarters?|decades?|hours?|centur))|long\s+ago\b|that\s+time\b|the\s+time\b|(?:at\s+)?that\s+point\b)"
        r"|(?P<recent>recent)\b(?!\s+(?:days?|weeks?|months?|years?|quarters?|decades?|hours?))"
        r"|(?P<future>(?:the\s+)?(?:near\s+|foreseeable\s+|immediate\s+|not\s+too\s+distant\s+)?future\b|soon\b(?!\s+(?:after|as|afterward))|the\s+(?:near|short|long)\s+term\b))",
    ),
    "clock": _rule(
        ("#1", "#2", "noon", "midday", "midnight"),
        rf"(?P<clock>{CLOCK})(?:\s+(?P<zone>{ZONE}))?(?:\s*\((?P<utc>\d{{1,2}}:?\d\d\s*(?:UTC|GMT))[^)]{{0,12}}\))?"
        rf"(?:\s+in\s+the\s+(?P<inpart>morning|afternoon|evening))?"
        rf"(?:,?\s+(?:on\s+)?(?:(?P<weekday>{WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?|(?P<word>today|yesterday|tomorrow|tonight)|(?P<lastpart>last\s+night|this\s+(?:morning|afternoon|evening)))\b(?!,?\s+(?:{MONTH})))?",
    ),
    "day-range": _rule(
        _MONTHS + ("#1", "#2"),
        rf"(?:(?P<month>{MONTH})\s+(?P<a>{DAY}){FROM_TO}(?P<b>{DAY})(?:,?\s+(?P<year>{YEAR}))?"
        rf"|(?P<a2>{DAY}){FROM_TO}(?P<b2>{DAY})\s+(?:of\s+)?(?P<month2>{MONTH})(?:,?\s+(?P<year2>{YEAR}))?)",
    ),
}
