"""What a sentence states: its words, its clauses, and who is said to have said it.

"…, police said on Friday" at the end, or between two commas, is no clause of its own: it is taken out first, so that
the rest reads on, and is kept to be put back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from timelines.extraction import clauses
from timelines.extraction.attributions import attribution
from timelines.extraction.clause import Clause
from timelines.extraction.languages import Language
from timelines.extraction.lookahead import Sentence
from timelines.extraction.tagging import tag
from timelines.extraction.tokens import Token, tokens
from timelines.extraction.types import Expression, Span

_LONGEST = 900
"""Characters of a sentence that are read at once."""
_LINK = 14
"""Between the two ends of a range."""


_CONDITIONS = frozenset({"if", "unless"})


@dataclass(slots=True)
class Part:
    """Tokens with the clause of each."""

    tokens: list[Token]
    of: list[Clause]
    dates: list[int]
    """The indices of the dates."""
    conditional: bool
    """Whether any word could open a condition."""

    def told(self, place: int) -> str:
        """The words of the clause that a date stands in, with its conditions but no other clauses inside it."""
        clause, date = self.of[place], self.tokens[place]
        while clause.kind == "ing" and clause.parent is not None and not clause.loose:
            clause = clause.parent
        conditional = self.conditional
        inside = [
            token.word
            for token, owner in zip(self.tokens, self.of, strict=True)
            if (owner is clause or (conditional and self._keeps(owner, clause)))
            and (token.kind != "date" or token is date)
        ]
        return " ".join(inside)

    def _keeps(self, owner: Clause, clause: Clause) -> bool:
        """Whether the words of one clause are told with another: all in a condition, conditions in all."""
        return self._is_condition(clause) or (owner.parent is clause and self._is_condition(owner))

    def _is_condition(self, clause: Clause) -> bool:
        return clause.kind == "sub" and self.tokens[clause.start].low in _CONDITIONS


@dataclass(slots=True)
class Statement:
    """A sentence read: what it says, and who said it (without tokens where nobody is named)."""

    content: Part
    said: Part
    places: dict[int, tuple[Part, int]]
    """For the number of each date its part and its index there."""


class Statements:
    """The statements of a text, each read once and only when asked for."""

    def __init__(self, text: str, expressions: list[Expression], language: Language) -> None:
        self.text, self.language = text, language
        self.dates = [(n, _span(n, expressions)) for n, e in enumerate(expressions) if e.edtf]
        self._starts = [span.start for _, span in self.dates]
        self._last: tuple[Span, Statement, dict[int, int]] | None = None

    def of(self, number: int, start: int, sentence: Span) -> tuple[Statement, int]:
        """The statement that holds the expression ``number`` at ``start``, and the date's number in it."""
        if self._last is None or not self._last[0].start <= start < self._last[0].end:
            piece = _piece(self.text, sentence, start)
            first, last = bisect_left(self._starts, piece.start), bisect_right(self._starts, piece.end)
            inside = [(n, span) for n, span in self.dates[first:last] if span.end <= piece.end]
            inside = _apart(inside)
            statement = read(self.text, piece, [span for _, span in inside], self.language)
            self._last = (piece, statement, {n: at for at, (n, _) in enumerate(inside)})
        return self._last[1], self._last[2].get(number, -1)


def _span(number: int, expressions: list[Expression]) -> Span:
    """Where the words of a date stand: a range's are those of both its ends."""
    expression = expressions[number]
    last = expressions[number + 1] if number + 1 < len(expressions) else None
    joined = last is not None and "/" in (expression.edtf or "") and last.edtf is None
    if last is not None and joined and last.type in ("DATE", "TIME") and 0 <= last.start - expression.end <= _LINK:
        return Span(expression.start, last.end)
    return Span(expression.start, expression.end)


def _apart(dates: list[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """Without a date that begins inside the one before."""
    kept: list[tuple[int, Span]] = []
    for number, span in dates:
        if not kept or span.start >= kept[-1][1].end:
            kept.append((number, span))
    return kept


def _piece(text: str, sentence: Span, position: int) -> Span:
    """The sentence, or of one too long to be read at once the part that holds a position, cut at blanks."""
    start, end = sentence.start, sentence.end
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        if position < cut:
            return Span(start, cut)
        start = cut
    return Span(start, end)


def read(text: str, sentence: Span, dates: list[Span], language: Language) -> Statement:
    """Read one sentence whose dates are given, in order and apart."""
    words = tokens(text, sentence, dates, language)
    tag(words, language)
    start, end = attribution(words, language.forms)
    said = words[start:end]
    content = (
        words[: start - (end == len(words) and 0 < start < end and words[start - 1].kind == "comma")] + words[end:]
    )
    if said and end < len(words) and start and said[-1].kind == "comma":
        said = said[:-1]
    if said and said[0].low in language.forms.with_clause:
        said[0] = said[0].of_kind("finite")
    if len(said) > 1 and said[0].low == "according":
        said[:2] = [token.of_kind("preposition") for token in said[:2]]
    if said and said[0].low == "according":
        said = [token.of_kind("participle") if token.kind == "either" else token for token in said]
    told, saying = _part(content, language), _part(said, language) if said else _NOBODY
    places = {part.tokens[i].number: (part, i) for part in (saying, told) for i in part.dates}
    return Statement(told, saying, places)


_NOBODY = Part([], [], [], conditional=False)


def _part(words: list[Token], language: Language) -> Part:
    if not words:
        return _NOBODY
    near = Sentence(words, language.forms)
    dates = [i for i, kind in enumerate(near.kinds) if kind == "date"]
    return Part(words, clauses.read(near), dates, not _CONDITIONS.isdisjoint(near.lows))
