"""Which words may follow the commonest opening words, so that the first pass passes over most of the text."""

from __future__ import annotations

from timelines.extraction.languages import word_set
from timelines.extraction.languages.en import words
from timelines.extraction.languages.en.fragments import LEANS, MANY_WEEKDAYS, MONTHS, ORDINALS, PARTS, WEEKDAYS
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
        f"{MONTHS} #1 #2 #3 #4 to and or through till until thru of st nd rd th s bc bce ad ce b a p am pm o noon q h "
        "century centuries quarter half day local previous eastern central pacific mountain greenwich moscow hundred "
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
    | word_set(" ".join(words.NUMBERS) + " half several few many some couple number recent various")
)
_LAW = word_set("no #4")
_LAWS = (
    "act bill law regulation regulations order code decree vision horizon project mission goal plan strategy report "
    "review budget census survey index rules guidelines convention protocol charter treaty agreement statute ordinance"
)
_LENGTH = _EXTRA | word_set("to or and hundred thousand million billion a an")
_RULES_AFTER_NUMBER = {
    "ago": _LENGTH,
    "duration": _LENGTH,
    "iso-date": word_set("#2"),
    "fiscal-year": word_set("fiscal financial tax #2 #4"),
    "day-month": _TH | word_set(f"{MONTHS} of day"),
    "day-of-month": _TH | word_set("of day"),
    "day-range": _RANGE,
    "day-list": _TH | word_set("#1 #2"),
    "century": _TH,
    "numeric-date": word_set("#1 #2 #4"),
    "bare-day": frozenset[str](),
    "decade": word_set("s"),
    "event-day": word_set("#1 #2"),
    "year-bc": word_set("#1 #2 #3 #4 to and bc bce b a ad ce c"),
}
_RULES_AFTER_NUMERAL = {"ago": _LENGTH, "duration": _LENGTH, "weekday": word_set(f"week weeks {MANY_WEEKDAYS}")}
GOES_ON = {
    **dict.fromkeys((word for word in words.NUMBERS if len(word) > 2 and word.isalpha()), _RULES_AFTER_NUMERAL),
    **dict.fromkeys(("#1", "#2", "#3", "#4"), _RULES_AFTER_NUMBER),
}
"""Which words may follow a number for a rule to go on; a rule that is not named here may go on with any."""
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
