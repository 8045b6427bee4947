"""Proposals: one for each happening that a dated sentence tells or announces."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from timelines.extraction.headlines import headline
from timelines.extraction.languages import Grammar, Language
from timelines.extraction.resolving.tense import tense_at
from timelines.extraction.statements import Statement, Statements
from timelines.extraction.types import Block, DateWarning, Expression, ProposedEvent, Span, Status
from timelines.extraction.verbs import has_verb

_SILENT_BLOCKS = ("title", "dateline", "byline")
_LOOK = 48
_COMPARED = 90
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
    statements = Statements(text, expressions, language)
    seen: set[tuple[str, int, str]] = set()
    last: Statement | None = None
    for number, expression in enumerate(expressions):
        if expression.edtf is None:
            continue
        block = blocks[max(0, bisect_right(block_starts, expression.start) - 1)]
        sentence = sentences[max(0, bisect_right(sentence_starts, expression.start) - 1)]
        if block.kind in _SILENT_BLOCKS or not _tells(text, expression, sentence, language):
            continue
        if not _says_something(text, sentence, expression, language):
            continue
        statement, place = statements.of(number, expression.start, sentence)
        part, at = statement.places.get(place, (None, -1))
        if part is None:
            continue
        if statement is not last:
            last, seen = statement, set()
        clause = part.of[at]
        key = (clause.kind, clause.start, expression.edtf)
        if key not in seen:
            seen.add(key)
            status = _status(part.told(at), text, sentence, expression, reference, language)
            words = headline(statement, place, status == "planned", language)
            warnings = _warnings(expression, status, reference)
            found.append(ProposedEvent(number, expression.edtf, words, sentence, status, warnings))
    return found


def _says_something(text: str, sentence: Span, expression: Expression, language: Language) -> bool:
    if sentence.end - sentence.start <= _LONG:
        return True
    near = text[max(sentence.start, expression.start - _NEAR) : min(sentence.end, expression.end + _NEAR)]
    return has_verb(near, language.grammar)


def _tells(text: str, expression: Expression, sentence: Span, language: Language) -> bool:
    """Whether the date dates a happening: not a year that only names a thing or a level to compare with."""
    lead = text[max(sentence.start, expression.start - _COMPARED) : expression.start]
    link = lead.rsplit(None, 1)[-1:]
    if (link and _compares(lead, link[0].lower(), language.grammar)) or _is_stamp(text, expression, sentence):
        return False
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


def _compares(lead: str, last: str, grammar: Grammar) -> bool:
    """Whether the words before the date only compare; most lack the words for it."""
    if last not in grammar.comparing:
        return False
    likely = last not in grammar.comparing_late or any(word in lead.lower() for word in grammar.comparing_early)
    return likely and grammar.compared.search(lead) is not None


def _is_stamp(text: str, expression: Expression, sentence: Span) -> bool:
    """The bare time before an entry of a live report: "14:20 The road has reopened"."""
    after = text[expression.end : expression.end + 2]
    opens = expression.start == sentence.start and expression.type == "TIME" and expression.text[0].isdigit()
    return opens and after[:1].isspace() and after[1:].isupper()


def _warnings(expression: Expression, status: Status, reference: date | None) -> tuple[DateWarning, ...]:
    if status == "past" and reference and expression.earliest and expression.earliest > reference:
        after = DateWarning("after-publication", "This is told as past, but the date is after the article's own.")
        return (*expression.warnings, after)
    return expression.warnings


def _status(
    words: str, text: str, sentence: Span, expression: Expression, reference: date | None, language: Language
) -> Status:
    """Past unless the date is still to come or the clause speaks of a plan and the date does not lie behind."""
    if _undone(words, text, sentence, language.grammar):
        return "hypothetical"
    if reference is not None and expression.latest is not None and expression.latest < reference:
        return "past"
    planned = bool(language.grammar.planned.search(words)) and not _done(words, language)
    if _ahead(expression, reference):
        return _to_come(words, expression, reference, planned, language)
    if reference is not None and language.grammar.perhaps.search(words) and not _done(words, language):
        return "hypothetical"
    return "planned" if planned else "past"


def _undone(words: str, text: str, sentence: Span, grammar: Grammar) -> bool:
    """Whether the clause tells of what was to happen and did not; most clauses lack the words for it."""
    present = words.lower().split()
    if not grammar.unfulfilled_with.isdisjoint(present) and grammar.unfulfilled.search(words):
        return True
    due = not grammar.was_due_with.isdisjoint(present) and grammar.was_due.search(words)
    return bool(due and grammar.dropped.search(text[sentence.start : sentence.end]))


def _to_come(words: str, expression: Expression, reference: date | None, planned: bool, language: Language) -> Status:
    """A date ahead is planned; a doubt or a distant target is hypothetical; a written year told as past stays past."""
    distant = (
        reference is not None and expression.latest is not None and expression.latest.year - reference.year > _DISTANT
    )
    if (
        (not planned and language.grammar.hypothetical.search(words))
        or language.grammar.condition.search(words)
        or (distant and expression.mod == "ON_OR_BEFORE")
    ):
        return "hypothetical"
    written = expression.latest is not None and str(expression.latest.year) in expression.text
    written = written or any(warning.code == "year-typo" for warning in expression.warnings)
    told = written and not planned and language.grammar.past.search(words)
    return "past" if told and not language.grammar.planned.search(words) else "planned"


def _ahead(expression: Expression, reference: date | None) -> bool:
    """Whether the date lies after the publication; "by 2030" does as a whole."""
    if reference is None:
        return False
    start = expression.latest if expression.mod in ("ON_OR_BEFORE", "BEFORE") else expression.earliest
    return start is not None and start > reference


def _done(words: str, language: Language) -> bool:
    """Whether the last cue of tense in the clause is a past one."""
    return tense_at(words, Span(0, len(words)), len(words), len(words), language) == "past"
