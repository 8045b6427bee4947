"""Whether the words around a date speak of what was or of what is to come."""

from __future__ import annotations

from re import Pattern
from typing import Literal

from timelines.extraction.languages import Language
from timelines.extraction.types import Span

Tense = Literal["past", "future", "unknown"]
_BEFORE, _AFTER = 110, 70


def tense_at(text: str, sentence: Span, start: int, end: int, language: Language) -> Tense:
    """The tense of the cue nearest before the date in its sentence, else of the first one after it."""
    before = text[max(sentence.start, start - _BEFORE) : start]
    grammar = language.grammar
    future = _last(grammar.future, before)
    past = _last(grammar.past, before)
    if future < 0 and past < 0:
        after = text[end : min(sentence.end, end + _AFTER)]
        ahead, behind = grammar.future.search(after), grammar.past.search(after)
        future = -ahead.start() if ahead else -10_000
        past = -behind.start() if behind else -10_000
        if not ahead and not behind:
            return "unknown"
    return "future" if future > past else "past"


def _last(pattern: Pattern[str], words: str) -> int:
    end = -1
    for match in pattern.finditer(words):
        end = match.end()
    return end
