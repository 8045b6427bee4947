"""Which words may follow the commonest opening words, so that the first pass passes over most of the text."""

from __future__ import annotations

import re

from timelines.extraction.languages import word_set
from timelines.extraction.languages.en import words
from timelines.extraction.languages.en.fragments import (
    LEANS,
    MANY_WEEKDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    WEEKDAYS,
)
from timelines.extraction.languages.en.named_days import HOLIDAYS
from timelines.extraction.languages.en.patterns import PATTERNS

_UNITS = word_set(" ".join(words.UNITS))
_EXTENT = word_set(
    "full whole entire additional short long more calendar working business trading fiscal financial flat "
    "consecutive straight "
    "solid further hot cold bloody grueling gruelling tumultuous successive flying single crucial very"
)
_DIGITS = word_set("#1 #2 #3 #4 #5")
_COMMON = ("the", "a", "an", "in", "at", "its", "that", "#1", "#2", "#3")
_OPENERS = frozenset().union(*(pattern.first for pattern in PATTERNS.values())) - frozenset(_COMMON)
_THE = (
    (
        _OPENERS
        | _UNITS
        | _EXTENT
        | word_set("#1 #2 #3 #4 end beginning start middle close rest remainder same near foreseeable immediate not")
    )
    | word_set("short long intervening initial remaining succeeding opening other")
) - word_set("may march second at year years") | word_set("year years second")
_AFTER_NUMBER = (
    _UNITS
    | _EXTENT
    | word_set(
        f"{MONTHS} #1 #2 #3 #4 #. to and or through till until thru of st nd rd th s bc bce ad ce b a p am pm o noon q "
        "h century centuries quarter half day local previous eastern central pacific mountain greenwich moscow hundred "
        "thousand million in"
    )
    | word_set(" ".join(words.ZONES))
)
_TH = word_set("st nd rd th")
_RANGE = _TH | word_set("#1 #2 to through till until thru and or")
_EXTRA = (
    _UNITS
    | _EXTENT
    | _DIGITS
    | word_set(" ".join(words.NUMBERS) + " half several few many some couple number recent various previous")
)
_LAW = word_set("no #4")
_LAWS = (
    "act bill law regulation regulations order code decree vision horizon project mission goal plan strategy report "
    "review budget census survey index rules guidelines convention protocol charter treaty agreement statute ordinance"
)
_LENGTH = _EXTRA | word_set("to or and hundred thousand million billion a an")
_QUARTERS = word_set("quarter half trimester semester fiscal calendar")
_NTH_QUARTERS = _QUARTERS | word_set(
    "this last next year flat latest first second third fourth final latter opening #1 #4"
)
_RULES_AFTER_NUMBER = {
    "ago": _LENGTH | {"#."},
    "duration": _LENGTH | {"#."},
    "quarter": _TH | _NTH_QUARTERS | _QUARTERS | word_set("q h s"),
    "iso-date": word_set("#2"),
    "fiscal-year": word_set("fiscal financial tax #2 #4"),
    "day-month": _TH | word_set(f"{MONTHS} of day"),
    "day-of-month": _TH | word_set("of day"),
    "day-range": _RANGE,
    "day-list": _TH | word_set("#1 #2"),
    "century": _TH,
    "numeric-date": word_set("#1 #2 #4 #."),
    "bare-day": frozenset[str](),
    "decade": word_set("s"),
    "event-day": word_set("#1 #2"),
    "year-bc": word_set("#1 #2 #3 #4 to and bc bce b a ad ce c"),
}
_RULES_AFTER_NUMERAL = {"ago": _LENGTH, "duration": _LENGTH, "weekday": word_set(f"week weeks {MANY_WEEKDAYS}")}
_PART_OF = word_set("early earlier late later mid")
_WEEKDAYS = word_set(f"{WEEKDAYS} {MANY_WEEKDAYS}")
_ORDINALS = word_set(ORDINALS)
_LENGTH_AFTER = word_set(NUMBERS) | _DIGITS | word_set("full whole entire additional a an the recent")
_RULES_AFTER_LEAN = {
    "not-a-date": word_set(
        "week time resort straw minute name names generation door chance step steps round but in on of to for"
    ),
    "quarter": _NTH_QUARTERS,
    "holiday": word_set(" ".join(re.split("[ '.]", name)[0] for name in HOLIDAYS)) | word_set("past saint"),
    "nth-weekday": _WEEKDAYS,
    "weekday": _WEEKDAYS | _PART_OF | word_set("week past coming last"),
    "part-of-day": word_set(f"{PARTS} midnight") | _PART_OF,
    "relative-unit": word_set(
        f"{MONTHS} spring springtime summer summertime autumn fall winter wintertime day night week weekend fortnight "
        "month quarter year decade century period fiscal calendar financial full crucial trading very single business "
        "working past coming last same"
    ),
    "duration": _LENGTH_AFTER,
}
_RULES_AFTER_PART_OF = {
    "year-bc": frozenset[str](),
    "day-word": word_set("today yesterday tomorrow tonight day"),
    "weekday": _WEEKDAYS | _PART_OF | word_set(f"{LEANS} on that week the"),
    "relative-unit": word_set("part"),
    "part-of-day": word_set(f"{PARTS} midnight in this last that the next an") | _PART_OF,
    "period": word_set("in"),
    "duration-bare": frozenset[str](),
}
_RULES_AFTER_ORDINAL = {
    "day-month": word_set(f"{MONTHS} of day"),
    "day-of-month": word_set("of day"),
    "nth-weekday": _WEEKDAYS,
    "quarter": _QUARTERS,
    "century": word_set("century centuries"),
    "duration": _LENGTH_AFTER,
}
_RULES_AFTER_MONTH = {
    "day-list": word_set("#1 #2"),
    "day-range": word_set("#1 #2"),
    "month-day": _ORDINALS | word_set("#1 #2 the"),
    "month-year": _DIGITS | word_set("of in last this next that the nineteen eighteen seventeen"),
}
_RULES_AFTER_A = {
    "not-a-date": word_set("time quarter"),
    "year-bc": word_set("d"),
    "weekday": word_set("week weeks"),
    "day-before": word_set("day night weekend week month year"),
    "set": word_set("day week month year"),
}
_EDGES = "end beginning start middle close rest remainder"
_RULES_AFTER_THE = {
    "day-list": word_set("#1 #2"),
    "day-month": _ORDINALS | word_set("#1 #2"),
    "day-of-month": _ORDINALS | word_set("#1 #2"),
    "bare-day": word_set("#1 #2"),
    "nth-weekday": word_set("first second third fourth fifth last final"),
    "fiscal-year": word_set("fiscal financial tax #4"),
    "quarter": _NTH_QUARTERS | _QUARTERS,
    "season": word_set("spring springtime summer summertime autumn fall winter wintertime"),
    "year": word_set("year #4"),
    "decade": word_set("#2 #3 #4 nineteen " + " ".join(words.DECADES)),
    "century": _ORDINALS | word_set("#1 #2"),
    "day-word": word_set("day"),
    "weekday": _PART_OF | word_set(f"{LEANS} that"),
    "relative-unit": word_set(f"{LEANS} {_EDGES} early latter that same"),
    "part-of-day": word_set(f"{PARTS} midnight same next following previous") | _PART_OF,
    "day-before": word_set("day night weekend week month year"),
    "period": word_set(f"{_EDGES} comparable same corresponding year new quarter weekend fiscal"),
    "reference": word_set("present recent not past near foreseeable immediate short long future"),
}
GOES_ON = {
    "the": _RULES_AFTER_THE,
    "a": _RULES_AFTER_A,
    **dict.fromkeys(LEANS.split(), _RULES_AFTER_LEAN),
    **dict.fromkeys(("early", "earlier", "late", "later"), _RULES_AFTER_PART_OF),
    **dict.fromkeys(words.MONTHS, _RULES_AFTER_MONTH),
    **dict.fromkeys((word for word in ORDINALS.split() if word not in words.NUMBERS), _RULES_AFTER_ORDINAL),
    **dict.fromkeys((word for word in words.NUMBERS if len(word) > 2 and word.isalpha()), _RULES_AFTER_NUMERAL),
    **dict.fromkeys(("#1", "#2", "#3", "#4"), _RULES_AFTER_NUMBER),
}
"""Which words may follow an opening word for a rule to go on; a rule that is not named here may go on with any."""
FOLLOW = {
    **dict.fromkeys(_LAWS.split(), _LAW),
    "new": word_set("year years"),
    "more": word_set("recently"),
    "not": frozenset[str](),
    "until": word_set("now recently"),
    "all": word_set("saints souls hallows"),
    "other": _EXTRA,
    "the": frozenset(_THE),
    "a": _UNITS | _EXTENT | word_set("few couple number hundred thousand dozen pair time quarter half year day"),
    "an": _UNITS | _EXTENT | word_set(f"hour {PARTS} early late overnight"),
    "in": word_set("#1 #2 #3 about just present " + " ".join(words.NUMBERS)),
    "at": word_set("the present this night"),
    "its": word_set(f"first second third fourth final last latter opening fiscal {ORDINALS}"),
    "that": _UNITS | word_set(f"same {PARTS} {WEEKDAYS} {MONTHS} spring summer autumn fall winter {LEANS}"),
    "#1": _AFTER_NUMBER,
    "#2": _AFTER_NUMBER,
    "#3": _AFTER_NUMBER,
}
