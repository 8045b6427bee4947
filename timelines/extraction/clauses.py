"""The clause of a sentence that a date belongs to."""

from __future__ import annotations

from timelines.extraction.languages import Language
from timelines.extraction.types import Span
from timelines.extraction.verbs import has_verb

_WIDEST = 240
"""How far from its date a clause may reach, so that one endless line costs no more than many short ones."""


def clause_at(text: str, sentence: Span, start: int, end: int, language: Language) -> Span:
    """The stretch between the breaks around a date that holds a verb of its own; else the breaks are passed over."""
    low, high = max(sentence.start, start - _WIDEST), min(sentence.end, end + _WIDEST)
    breaks = [(m.start(), m.end()) for m in language.grammar.clause_break.finditer(text, low, high)]
    before = [b for b in breaks if b[1] <= start]
    after = [b for b in breaks if b[0] >= end]
    left, right = low, high
    while before or after:
        left = before[-1][1] if before else low
        right = after[0][0] if after else high
        if has_verb(f"{text[left:start]} {text[end:right]}", language.grammar):
            break
        if before:
            before.pop()
        elif after:
            after.pop(0)
    else:
        left, right = low, high
    return Span(left, right)
