"""Proposals: one for each happening that a dated sentence tells or announces."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from timelines.extraction.clauses import clause_at, own_clause
from timelines.extraction.headlines import headline
from timelines.extraction.languages import Language
from timelines.extraction.resolving.tense import tense_at
from timelines.extraction.types import Block, DateWarning, Expression, ProposedEvent, Span, Status
from timelines.extraction.verbs import has_verb

_SILENT_BLOCKS = ("title", "dateline", "byline")
_LOOK = 48
_LINK = 14
_BESIDE = 3
_DISTANT = 4
"""A target more years ahead than this is a hope, not a plan."""
_NEAR = 120
_LONG = 300
"""A sentence so long without a verb near its date is a list, not a happening."""


def propose(
    text: str,
    expressions: list[Expression],
    sentences: tuple[Span, ...],
    blocks: tuple[Block, ...],
    reference: date | None,
    language: Language,
) -> list[ProposedEvent]:
    """At most one proposal an expression; a second mention of the same date in one clause gives none."""
    found: list[ProposedEvent] = []
    sentence_starts = [sentence.start for sentence in sentences]
    block_starts = [block.start for block in blocks]
    seen: set[tuple[int, int, str]] = set()
    for number, expression in enumerate(expressions):
        if expression.edtf is None:
            continue
        block = blocks[max(0, bisect_right(block_starts, expression.start) - 1)]
        sentence = sentences[max(0, bisect_right(sentence_starts, expression.start) - 1)]
        if block.kind in _SILENT_BLOCKS or not _tells(text, expression, sentence, language):
            continue
        if not _says_something(text, sentence, expression, language):
            continue
        clause = clause_at(text, sentence, expression.start, expression.end, language)
        clause = own_clause(text, clause, _span_of(expression), *_neighbours(number, expressions), language)
        key = (clause.start, clause.end, expression.edtf)
        if key in seen:
            continue
        seen.add(key)
        words = _date_words(text, number, expressions, language)
        found.append(_proposal(text, number, expression, sentence, clause, words, reference, language))
    return found


def _span_of(expression: Expression) -> Span:
    """Where an expression stands."""
    return Span(expression.start, expression.end)


def _neighbours(number: int, expressions: list[Expression]) -> tuple[Span | None, Span | None]:
    """The dates told next before and after one, if any stand near."""
    before = next((e for e in reversed(expressions[max(0, number - _BESIDE) : number]) if e.edtf), None)
    after = next((e for e in expressions[number + 1 : number + 1 + _BESIDE] if e.edtf), None)
    return (_span_of(before) if before else None), (_span_of(after) if after else None)


def _date_words(text: str, number: int, expressions: list[Expression], language: Language) -> Span:
    """Where the words of a date stand, with those of the dates listed with it ("in 1994, 1997 and 2001")."""
    start, end = expressions[number].start, _end_of_range(number, expressions)
    for other in reversed(expressions[max(0, number - _BESIDE) : number]):
        if not language.listing.fullmatch(text, other.end, start):
            break
        start = other.start
    for other in expressions[number + 1 : number + 1 + _BESIDE]:
        if not language.listing.fullmatch(text, end, other.start):
            break
        end = other.end
    return Span(start, end)


def _end_of_range(number: int, expressions: list[Expression]) -> int:
    """Where the words of a date end: a range's are those of both its ends."""
    expression = expressions[number]
    if "/" not in (expression.edtf or "") or number + 1 >= len(expressions):
        return expression.end
    last = expressions[number + 1]
    joined = last.edtf is None and last.type in ("DATE", "TIME") and last.start - expression.end <= _LINK
    return last.end if joined else expression.end


def _says_something(text: str, sentence: Span, expression: Expression, language: Language) -> bool:
    if sentence.end - sentence.start <= _LONG:
        return True
    near = text[max(sentence.start, expression.start - _NEAR) : min(sentence.end, expression.end + _NEAR)]
    return has_verb(near, language.grammar)


def _tells(text: str, expression: Expression, sentence: Span, language: Language) -> bool:
    """Whether the date dates a happening: not a year that only names a thing or a level to compare with."""
    if expression.rule not in ("year", "short-year", "fiscal-year", "quarter", "decade", "century"):
        return True
    before = text[max(sentence.start, expression.start - _LOOK) : expression.start]
    after = text[expression.end : min(sentence.end, expression.end + _LOOK)]
    named = language.grammar.names_a_thing.match(after) and before.lower().endswith(("the ", "a ", "its "))
    if expression.rule == "year" and named:
        return False
    if expression.rule in ("decade", "century") and language.grammar.noun_after.match(after):
        return False
    return not (language.grammar.not_event_after.match(after) or language.grammar.not_event_before.search(before))


def _proposal(
    text: str,
    number: int,
    expression: Expression,
    sentence: Span,
    clause: Span,
    phrase: Span,
    reference: date | None,
    language: Language,
) -> ProposedEvent:
    words = headline(text, sentence, clause, phrase.start, phrase.end, language)
    status = _status(text, expression, clause, reference, language)
    warnings = list(expression.warnings)
    if status == "past" and reference and expression.earliest and expression.earliest > reference:
        warnings.append(
            DateWarning("after-publication", "This is told as past, but the date is after the article's own.")
        )
    return ProposedEvent(number, expression.edtf or "", words, sentence, status, tuple(warnings))


def _status(text: str, expression: Expression, clause: Span, reference: date | None, language: Language) -> Status:
    """Past unless the date is still to come or the clause speaks of a plan and the date does not lie behind."""
    words = _without_attribution(text, clause, expression, language)
    if reference is not None and expression.latest is not None and expression.latest < reference:
        return "past"
    planned = bool(language.grammar.planned.search(words)) and not _done(words, language)
    if _ahead(expression, reference):
        return _to_come(words, expression, reference, planned, language)
    if planned and language.grammar.hypothetical.search(words) and " if " in f" {words.lower()}":
        return "hypothetical"
    return "planned" if planned else "past"


def _without_attribution(text: str, clause: Span, expression: Expression, language: Language) -> str:
    """The clause without who said it, whose past tense is not the happening's; not where the date is the saying's."""
    found = language.grammar.attribution.search(text, max(clause.start, expression.end - 1), clause.end)
    return text[clause.start : found.start() if found else clause.end]


def _to_come(words: str, expression: Expression, reference: date | None, planned: bool, language: Language) -> Status:
    """A date ahead is planned; a doubt or a distant target is hypothetical; a written year told as past stays past."""
    distant = (
        reference is not None and expression.latest is not None and expression.latest.year - reference.year > _DISTANT
    )
    doubt = bool(language.grammar.hypothetical.search(words))
    if (doubt and not planned) or " if " in f" {words.lower()}" or (distant and expression.mod == "ON_OR_BEFORE"):
        return "hypothetical"
    written = expression.latest is not None and str(expression.latest.year) in expression.text
    told = bool(language.grammar.past.search(words)) and not language.grammar.planned.search(words)
    return "past" if written and told else "planned"


def _ahead(expression: Expression, reference: date | None) -> bool:
    """Whether the date lies after the publication; "by 2030" does as a whole."""
    if reference is None:
        return False
    start = expression.earliest if expression.mod != "ON_OR_BEFORE" else expression.latest
    return start is not None and start > reference


def _done(words: str, language: Language) -> bool:
    """Whether the last cue of tense in the clause is a past one."""
    return tense_at(words, Span(0, len(words)), len(words), len(words), language) == "past"
