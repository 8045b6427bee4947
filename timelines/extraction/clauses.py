"""The clause of a sentence that a date belongs to; of two dates in one sentence each has its own, where it says so."""

from __future__ import annotations

import re

from timelines.extraction.languages import Grammar, Language
from timelines.extraction.types import Span
from timelines.extraction.verbs import has_verb, is_verb

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


_FIRST_WORD = re.compile(r"[\w'’-]+")


def own_clause(
    text: str, clause: Span, date: Span, before: Span | None, after: Span | None, language: Language
) -> Span:
    """`clause` cut where it leaves the date ``before`` or ``after`` to another happening.

    It is cut at a conjunction with a verb on both sides ("Work will begin next month and the opening is planned for
    March"), and at "after" or "before" with a happening named behind it ("…, after a fire in 2017").
    """
    left, right = clause.start, clause.end
    if after is not None and after.end <= right:
        cut = _cut(text, Span(left, right), date.end, after.start, language.grammar)
        cut = cut or _listed(text, Span(left, right), date.end, after.start, language.grammar)
        right = cut.start if cut else right
    if before is not None and before.start >= left:
        cut = _cut(text, Span(left, right), before.end, date.start, language.grammar)
        cut = cut or _named(text, before.end, date.start, language.grammar)
        left = cut.end if cut else left
    return Span(left, right)


def _cut(text: str, clause: Span, start: int, end: int, grammar: Grammar) -> Span | None:
    """The first conjunction between two dates with a verb of its own on either side."""
    for match in grammar.conjunction.finditer(text, start, end):
        first, second = text[clause.start : match.start()], text[match.end() : end]
        if has_verb(first, grammar) and has_verb(second, grammar) and not _goes_on(first, second, grammar):
            return Span(match.start(), match.end())
    return None


def _listed(text: str, clause: Span, start: int, end: int, grammar: Grammar) -> Span | None:
    """The conjunction right after a date with its verb, where the next date has none: "rose 3% in 2019 and 4% in"."""
    match = grammar.conjunction.match(text, start, end)
    if match is None or has_verb(text[match.end() : end], grammar) or not has_verb(text[clause.start : start], grammar):
        return None
    return Span(match.start(), match.end())


def _goes_on(first: str, second: str, grammar: Grammar) -> bool:
    """ "was founded in 1990 and sold in 2004": a participle that needs the verb before it."""
    word = _FIRST_WORD.match(second)
    if not word or word.group() in grammar.auxiliaries or not is_verb(word.group(), grammar):
        return False
    return bool(grammar.passive.search(first))


def _named(text: str, start: int, end: int, grammar: Grammar) -> Span | None:
    match = grammar.named_happening.search(text, start, end)
    return Span(match.start(), match.end()) if match else None
