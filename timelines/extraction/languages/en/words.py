"""English words of time."""

from __future__ import annotations

from timelines.extraction.languages import Words
from timelines.extraction.languages.en.named_days import HOLIDAYS

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febuary",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: number for number, word in enumerate(_ONES.split(), start=1)}
NUMBERS |= {word: number * 10 for number, word in enumerate(_TENS.split(), start=2)}
NUMBERS |= {"a": 1, "an": 1, "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}
ORDINALS |= {"thirtieth": 30}
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in tuple(ORDINALS.items())[:9]}
ORDINALS |= {"thirty-first": 31}
UNITS = {
    name: unit
    for unit, names in {
        "second": "second seconds",
        "minute": "minute minutes",
        "hour": "hour hours hrs",
        "day": "day days",
        "night": "night nights",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "weekend": "weekend weekends",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "millennium": "millennium millennia",
    }.items()
    for name in names.split()
}
SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
PARTS_OF_DAY = {
    name: part
    for part, names in {
        "MO": "morning mornings dawn daybreak sunrise forenoon",
        "AF": "afternoon afternoons",
        "EV": "evening evenings dusk sunset",
        "NI": "night nights overnight nightfall",
        "DT": "daytime",
    }.items()
    for name in names.split()
}
LEANS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "this past": -1,
    "this coming": 1,
    "this last": -1,
    "latest": -1,
    "ensuing": 1,
    "subsequent": 1,
    "first": 0,
}
MODS = {
    "early to mid": "",
    "early-to-mid": "",
    "mid to late": "",
    "mid-to-late": "",
    "early": "START",
    "early in": "START",
    "the start of": "START",
    "start of": "START",
    "the beginning of": "START",
    "beginning of": "START",
    "the early part of": "START",
    "the opening of": "START",
    "the first part of": "START",
    "the outset of": "START",
    "mid": "MID",
    "middle of": "MID",
    "the middle of": "MID",
    "the midst of": "MID",
    "the middle part of": "MID",
    "midway through": "MID",
    "halfway through": "MID",
    "late": "END",
    "late in": "END",
    "end of": "END",
    "the end of": "END",
    "the close of": "END",
    "the latter part of": "END",
    "the late part of": "END",
    "the final days of": "END",
    "the last days of": "END",
    "the last part of": "END",
    "the closing days of": "END",
    "the tail end of": "END",
    **{
        f"{which} {unit} of": mod
        for mod, whiches in (
            ("START", "the first|first|the opening|the early"),
            ("END", "the last|last|the closing|the final"),
        )
        for which in whiches.split("|")
        for unit in ("days", "week", "weeks", "weekend", "months")
    },
    "about": "APPROX",
    "around": "APPROX",
    "circa": "APPROX",
    "c.": "APPROX",
    "ca.": "APPROX",
    "ca": "APPROX",
    "c": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some time in": "APPROX",
    "sometime in": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "barely": "APPROX",
    "since": "ON_OR_AFTER",
    "ever since": "ON_OR_AFTER",
    "until": "ON_OR_BEFORE",
    "till": "ON_OR_BEFORE",
    "up until": "ON_OR_BEFORE",
    "up to": "ON_OR_BEFORE",
    "by": "ON_OR_BEFORE",
    "no later than": "ON_OR_BEFORE",
    "before": "BEFORE",
    "prior to": "BEFORE",
    "after": "AFTER",
    "following": "AFTER",
    "at least": "EQUAL_OR_MORE",
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "over": "MORE_THAN",
    "at most": "EQUAL_OR_LESS",
}
ZONES = {
    "gmt": 0.0,
    "utc": 0.0,
    "bst": 1.0,
    "cet": 1.0,
    "cest": 2.0,
    "est": -5.0,
    "edt": -4.0,
    "cst": -6.0,
    "cdt": -5.0,
    "mst": -7.0,
    "mdt": -6.0,
    "pst": -8.0,
    "pdt": -7.0,
    "et": -5.0,
    "pt": -8.0,
    "msk": 3.0,
    "ist": 5.5,
    "jst": 9.0,
    "kst": 9.0,
    "aest": 10.0,
    "aedt": 11.0,
    "sgt": 8.0,
    "hkt": 8.0,
}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
    "noughties": 10,
    "aughts": 10,
}

WORDS = Words(
    months=MONTHS,
    weekdays=WEEKDAYS,
    numbers=NUMBERS,
    ordinals=ORDINALS,
    units=UNITS,
    seasons=SEASONS,
    parts_of_day=PARTS_OF_DAY,
    holidays=HOLIDAYS,
    leans=LEANS,
    mods=MODS,
    zones=ZONES,
    decades=DECADES,
)
