"""Whether the words around a date speak of what was or of what is to come.

No tagger: the words before the date in its sentence are read from left to right, and each verb form that shows its
tense is kept. The one nearest before the date decides; without any before it, the first one after it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from timelines.extraction.languages import Grammar, Language
from timelines.extraction.types import Span

Tense = Literal["past", "future", "present", "unknown"]
_BEFORE, _AFTER = 140, 200
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[;:]")


def tense_at(text: str, sentence: Span, start: int, end: int, language: Language) -> Tense:
    """The tense of the cue nearest before the date in its sentence, else of the first one after it."""
    before = text[max(sentence.start, start - _BEFORE) : start]
    lead = language.grammar.limit.search(before)
    if lead:
        return _at_limit(before[: lead.start()], text[end : min(sentence.end, end + _AFTER)], lead.group(), language)
    found = _tenses(before, language.code)
    if found:
        return found[-1]
    found = _tenses(text[end : min(sentence.end, end + _AFTER)], language.code)
    return found[0] if found else "unknown"


def _at_limit(before: str, after: str, words: str, language: Language) -> Tense:
    """ "until Tuesday" and "as early as Tuesday" look ahead, unless what lasted until then was in the past."""
    if not language.grammar.until.search(words):
        return "future"
    if not before.strip():
        found = _tenses(after, language.code)
        return found[0] if found else "future"
    return "past" if language.grammar.lasted.search(before) else "future"


@lru_cache(maxsize=2048)
def _tenses(words: str, code: str) -> tuple[Tense, ...]:
    from timelines.extraction.languages import get_language

    language = get_language(code)
    return tuple(_read(_WORD.findall(words), language.grammar)) if language else ()


def _read(words: list[str], grammar: Grammar) -> list[Tense]:
    found: list[Tense] = []
    last = ""
    for number, written in enumerate(words):
        if written in grammar.no_verbs:
            continue
        word = written.lower()
        tense = _tense_of(word, last, words[number + 1] if number + 1 < len(words) else "", found, grammar)
        if tense:
            found.append(tense)
        last = word
    return found


def _tense_of(word: str, last: str, following: str, found: list[Tense], grammar: Grammar) -> Tense | None:
    if word in grammar.modals:
        return "future"
    if word in grammar.to_come:
        return _planned(last, found)
    if following in ("to", "for") and word in grammar.intends:
        return "future"
    if word in grammar.present:
        return "present" if following not in ("to",) else "future"
    if word in grammar.past_auxiliaries:
        return "future" if following == "to" else "past"
    if word in grammar.past_forms or (word.endswith("ed") and len(word) > 3 and word not in grammar.not_past):
        return _participle(last, found)
    return None


def _planned(last: str, found: list[Tense]) -> Tense | None:
    """ "had been due to expire" lies behind; "as previously planned" says nothing of when."""
    if last.endswith("ly") or last == "to":
        return None
    return "past" if last == "been" and found and found[-1] == "past" else "future"


def _participle(last: str, found: list[Tense]) -> Tense | None:
    """ "will be named", "to be published": the form goes with what stands before it."""
    if last in ("be", "been", "being", "is", "are", "get"):
        return found[-1] if found and last != "been" else None
    if last in ("a", "an", "the", "its", "his", "her", "their", "and", "of", "by", "with", "still"):
        return None
    return "past"
