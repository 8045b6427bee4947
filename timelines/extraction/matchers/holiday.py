"""Christmas Day, Thanksgiving, New Year's Eve, Easter 2019, last Thanksgiving."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language
from timelines.extraction.meanings import Candidate, Found, Holiday

NAME = "holiday"
_NATIONAL = ("07-04", "thanksgiving", "labor", "memorial", "06-14", "election")
"""Days that are American under names that other countries have too."""
_NATION = re.compile(
    r"(?<!America)['’]s\s+$|\b(?:(?!American)[A-Z][a-z]+(?:an|ish|ese|i|ch)|their|its|our|the\s+country['’]s)\s+(?:[\w-]+\s+)?$"
)


def read(found: Found, language: Language) -> Candidate | None:
    """A named day. In small letters ("easter egg") and as part of a name it is none."""
    name = found.match.group("holiday")
    if not name[0].isupper():
        return None
    rule = _rule(found.get("holiday"), language)
    if rule is None or _of_another_country(found, rule):
        return None
    year = found.get("year") or found.get("shortyear")
    lean = parts.lean(found.get("lean") or found.get("relyear"), language)
    meaning = Holiday(rule, parts.full_year(year) if year else None, lean, found.get("span"))
    return Candidate(found.match.start(), found.match.end(), NAME, meaning)


def _rule(name: str, language: Language) -> str | None:
    """The rule of a named day, however its saint is written."""
    known = language.words.holidays
    for spelling in (name, name.replace("saint", "st."), re.sub(r"^st\s", "st. ", name)):
        if spelling in known:
            return known[spelling]
    return None


def _of_another_country(found: Found, rule: str) -> bool:
    """ "India's Independence Day" is not the Fourth of July; which day it is, the words do not say."""
    before = found.text[max(0, found.match.start() - 24) : found.match.start()]
    return rule in _NATIONAL and bool(_NATION.search(before))
