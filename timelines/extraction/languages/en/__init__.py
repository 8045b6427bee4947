"""English."""

from __future__ import annotations

import re

from timelines.extraction.languages import Language, Lead
from timelines.extraction.languages.en.follow import FOLLOW, GOES_ON
from timelines.extraction.languages.en.fragments import NUMBER, NUMBER_WORD, any_of
from timelines.extraction.languages.en.grammar import GRAMMAR
from timelines.extraction.languages.en.layout import LAYOUT
from timelines.extraction.languages.en.patterns import PATTERNS
from timelines.extraction.languages.en.verbs import FORMS
from timelines.extraction.languages.en.words import MODS, WORDS

_MODIFIER = Lead(
    ("the", *sorted({mod.split()[-1] for mod in MODS})),
    re.compile(
        rf"(?:(?<![\w'’])(?P<mod>{any_of(MODS)}))(?:\s+|-)(?:the\s+)?$|(?<!\w)(?P<article>the)\s+$", re.IGNORECASE
    ),
)
_STEP = Lead(
    ("before", "after", "following", "to", "of", "the"),
    re.compile(
        r"(?<![\w'’-])(?<!\bfor )(?<!\bthan )(?<!\bleast )(?<!\bthe )(?<!\bfirst )(?<!\blast )"
        rf"(?:(?P<n>the|{NUMBER})\s{{1,4}}(?P<unit>(?:day|night|week|month)s?)\s{{1,4}}(?P<dir>before|after|following|prior\s{{1,4}}to)"
        r"|(?P<eve>the\s{1,4}eve\s{1,4}of))\s{1,4}(?:the\s{1,4})?$",
        re.IGNORECASE,
    ),
)
_WEEK_OF = Lead(
    ("of", "beginning", "starting", "commencing", "ending", "ended", "to", "on", "the"),
    re.compile(
        r"\b(?:the\s+)?(?:week(?:\s+of|[\s-]+(?P<from>beginning|starting|commencing)|[\s-]+(?P<to>ending|ended|to))"
        r"|(?P<weekend>weekend\s+of))\s+(?:on\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    ),
)
_PERIOD_ENDED = Lead(
    ("ending", "ended", "to", "on", "in", "the"),
    re.compile(
        rf"\b(?:the|in|for|over|during)\s+(?:(?:fiscal|financial|full|tax|first|last)[\s-]+){{0,2}}"
        rf"(?:(?P<n>{NUMBER_WORD}|\d{{1,2}})[\s-]+)?(?P<unit>years?|quarter|months?|weeks?)\s+(?:that\s+)?(?:ending|ended|to)\s+"
        r"(?:on\s+|in\s+|the\s+)?$",
        re.IGNORECASE,
    ),
)

ENGLISH = Language(
    code="en",
    words=WORDS,
    patterns=PATTERNS,
    follow=FOLLOW,
    articles=frozenset({"the"}),
    goes_on=GOES_ON,
    modifier=_MODIFIER,
    step=_STEP,
    week_of=_WEEK_OF,
    period_ended=_PERIOD_ENDED,
    range_link=re.compile(
        r"\s*[-–—/]\s*|\s+(?:to|through|till|until|and|thru)\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?", re.IGNORECASE
    ),
    range_and=re.compile(r"\s+and\s+.*", re.IGNORECASE),
    range_open=re.compile(r"\bbetween\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?$", re.IGNORECASE),
    time_link=re.compile(r"\s*(?:,\s*)?(?:(?:on|of)\s+(?:the\s+)?)?"),
    overnight_link=re.compile(r"\s+(?:(?:on|into|to|from|through\s+to)\s+)?", re.IGNORECASE),
    zone_bracket=re.compile(
        r"(?:\s+local\s+time|\s+(?-i:[A-Z]{2,4}))?\s*\((?:(?:about|around|or|i\.e\.)\s+)?", re.IGNORECASE
    ),
    listing=re.compile(r"\s*,\s*|\s+(?:and|or)\s+|\s*[-–—/]\s*|\s+to\s+", re.IGNORECASE),
    grammar=GRAMMAR,
    forms=FORMS,
    layout=LAYOUT,
)
