"""The first pass: one walk over the words of the text picks the few rules that can match at each, so cost is linear.

A rule is tried only at a word that can open it. Where several match at one word the longest wins, then the first in
the registry. What is taken is passed over; a span without a meaning ("Boeing 737") keeps every rule out of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import accumulate, compress
from re import Match
from typing import NamedTuple

from timelines.extraction.languages import Language, get_language
from timelines.extraction.matchers import MATCHERS, Reader
from timelines.extraction.meanings import Candidate, Found

_WORD = re.compile(r"[A-Za-z]+[^\W\d_]*|\d+|[^\W\d_]+")
"""Letters or digits: ``[^\\W\\d_]+|\\d+``, in the order that is read fastest."""
_POINT = re.compile(r"(?<!\d)\d++(?=[.,]\d)")
_KEPT, _LONG = 30_000, 30
"""How many pieces between blanks are kept as they were read, and of what length."""
_MONEY = "$€£¥"
Try = tuple[Callable[[str, int], Match[str] | None], Reader]
"""How a rule's pattern is matched at a place, and who reads the match."""


class _Opening(NamedTuple):
    """What to try at a word that can open a rule, each time in the registry's order.

    ``after`` holds the rules by the word that follows, ``otherwise`` those for any other. ``paired`` has, for an
    article and the word after it ("the", "third"), the rules that can open with either, and for a number and a word
    that lets more rules go on than ``single`` has, those too: they decide where the word before the sign of '98 does
    not.
    """

    key: str
    after: dict[str, tuple[Try, ...]]
    otherwise: tuple[Try, ...]
    single: tuple[Try, ...]
    paired: dict[str, tuple[Try, ...]]


_Place = tuple[int, _Opening, str | None]
"""Where in a piece a word opens a rule, and the key of the word after it, None where that is in a later piece."""


class _Pieces(dict[str, tuple[_Place, ...]]):
    """The words of a piece between two blanks that can open a rule; each piece is read once and kept.

    A word's key is its small letters where a rule knows it, "#2" for two digits, else ""; "#." stands for the digits
    after a point or comma in a number. ``first`` holds the key of
    the first word of each piece, None where it has no word.
    """

    def __init__(self, openings: dict[str, _Opening], known: set[str]) -> None:
        super().__init__()
        self._openings = openings
        self._keys = {spelling: word for word in known for spelling in (word, word.capitalize(), word.upper())}
        self.first: dict[str, str | None] = {}

    def __missing__(self, piece: str) -> tuple[_Place, ...]:
        first, places = self._read(piece)
        if len(self) < _KEPT and len(piece) < _LONG:
            self[piece] = places
            self.first[piece] = first
        return places

    def _read(self, piece: str) -> tuple[str | None, tuple[_Place, ...]]:
        """The key of the first word, and what opens a rule."""
        if piece.isalpha():
            key = self._keys.get(piece, "")
            opening = self._openings.get(key)
            return key, ((0, opening, None),) if opening else ()
        words = list(_WORD.finditer(piece))
        keys: list[str | None] = [self._key(word.group()) for word in words]
        following = [*keys[1:], None]
        starts = {word.start(): number for number, word in enumerate(words)}
        for point in _POINT.finditer(piece):
            following[starts[point.start()]] = "#."
        places = [
            (word.start(), self._openings[key], after)
            for word, key, after in zip(words, keys, following, strict=False)
            if key in self._openings
        ]
        return keys[0] if keys else None, tuple(places)

    def _key(self, name: str) -> str:
        return self._keys.get(name) or (f"#{len(name)}" if name[0] <= "9" else "")

    def first_of(self, pieces: list[str], number: int) -> str:
        """The key of the first word in the pieces from ``number`` on, "" where there is none."""
        for at in range(number, len(pieces)):
            piece = pieces[at]
            key = self.first[piece] if piece in self.first else self._read(piece)[0]
            if key is not None:
                return key
        return ""


@cache
def _pieces(code: str) -> _Pieces:
    language = get_language(code)
    table: dict[str, dict[str, Try]] = {}
    if language is None:
        return _Pieces({}, set())
    for name, read in MATCHERS.items():
        pattern = language.patterns.get(name)
        if pattern is None:
            continue
        for word in pattern.first:
            table.setdefault(word, {})[name] = (pattern.pattern.match, read)
    known = set(table).union(
        *language.follow.values(), *(words for rules in language.goes_on.values() for words in rules.values())
    )
    single = {word: tuple(tries.values()) for word, tries in table.items()}
    paired: dict[str, dict[str, tuple[Try, ...]]] = {}
    for word, wanted in language.goes_on.items():
        if word in table and word not in language.articles:
            paired[word] = _going_on(table[word], wanted)
            single[word] = tuple(one for name, one in table[word].items() if name not in wanted)
    for article in language.articles:
        paired[article] = _pairs(article, table, language)
    return _Pieces(
        {word: _opening(word, tries, paired.get(word, {}), language) for word, tries in single.items()}, known
    )


def _opening(word: str, single: tuple[Try, ...], paired: dict[str, tuple[Try, ...]], language: Language) -> _Opening:
    follow = language.follow.get(word)
    if follow is None:
        return _Opening(word, paired, single, single, paired)
    return _Opening(word, {after: paired.get(after, single) for after in follow}, (), single, paired)


def _pairs(article: str, table: dict[str, dict[str, Try]], language: Language) -> dict[str, tuple[Try, ...]]:
    """By the word after an article: the rules of both; a word that opens none itself leaves those of the article."""
    every, wanted = table[article], language.goes_on.get(article, {})
    return {
        word: tuple(
            one
            for name, one in every.items()
            if (word not in table or name in table[word]) and (name not in wanted or word in wanted[name])
        )
        for word in language.follow[article]
    }


def _going_on(tries: dict[str, Try], wanted: Mapping[str, frozenset[str]]) -> dict[str, tuple[Try, ...]]:
    return {
        word: tuple(one for name, one in tries.items() if name not in wanted or word in wanted[name])
        for word in frozenset().union(*wanted.values())
    }


def scan(text: str, language: Language) -> list[Candidate]:
    """All candidates in text order, not overlapping, those without a meaning left out."""
    return [candidate for candidate in _walk(text, language) if candidate.meaning is not None]


def _walk(text: str, language: Language) -> Iterator[Candidate]:
    taken = 0
    for start, opening, after, likely in _places(text, language):
        if start < taken:
            continue
        tries = _of_number(text, start, likely, opening, after) if opening.key[0] == "#" else likely
        best = _longest(text, start, tries, language) if tries else ()
        if best:
            yield from best
            taken = best[-1].end


def _places(text: str, language: Language) -> Iterator[tuple[int, _Opening, str, tuple[Try, ...]]]:
    """Where a rule may open: what opens it, the key of the word after it, and the rules to try, before '98 is seen."""
    known = _pieces(language.code)
    pieces = text.split(" ")
    opened = list(map(known.__getitem__, pieces))
    ends, first = list(accumulate(map(len, pieces))), known.first.get
    pieces.append("")
    for number in compress(range(len(opened)), opened):
        begin = ends[number] - len(pieces[number]) + number
        for offset, opening, following in opened[number]:
            after = first(pieces[number + 1]) if following is None else following
            if after is None:
                after = known.first_of(pieces, number + 1)
            tries = opening.after.get(after, opening.otherwise)
            if tries or opening.key == "#2":
                yield begin + offset, opening, after, tries


def _of_number(text: str, start: int, tries: tuple[Try, ...], opening: _Opening, after: str) -> tuple[Try, ...]:
    """The rules to try at a number."""
    if not tries and _abbreviated_year(text, start, opening.key):
        tries = opening.paired.get(after, opening.single)
    return () if tries and _in_number(text, start) else tries


def _abbreviated_year(text: str, start: int, key: str) -> bool:
    """'98 has its sign before it, whatever follows."""
    return key == "#2" and start > 0 and text[start - 1] in "'’‘`"


def _longest(text: str, start: int, tries: tuple[Try, ...], language: Language) -> tuple[Candidate, ...]:
    best: tuple[Candidate, ...] = ()
    end = start
    for matched, read in tries:
        match = matched(text, start)
        if match is None or match.end() <= end:
            continue
        answer = read(Found(match, text), language)
        if answer is None:
            continue
        candidates = answer if isinstance(answer, tuple) else (answer,)
        if candidates[-1].end > end:
            best, end = candidates, candidates[-1].end
    return best


def _in_number(text: str, start: int) -> bool:
    """Whether the digits go on a number, an amount of money or a code: 1,995 $1995 3.14 F16."""
    if start == 0:
        return False
    before = text[start - 1]
    if before in _MONEY or before == "#" or before.isalnum() or before == "_":
        return True
    return before in ".,:/" and start > 1 and text[start - 2].isdigit()
