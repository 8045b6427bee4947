"""The first pass: one walk over the words of the text picks the few rules that can match at each, so cost is linear.

A rule is tried only at a word that can open it. Where several match at one word the longest wins, then the first in
the registry. What is taken is passed over; a span without a meaning ("Boeing 737") keeps every rule out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from re import Pattern
from typing import NamedTuple

from timelines.extraction.languages import Language, get_language
from timelines.extraction.matchers import MATCHERS, Reader
from timelines.extraction.meanings import Candidate, Found

_WORD = re.compile(r"((?!\s)(?:[A-Za-z]+[^\W\d_]*|\d+|[^\W\d_]+))")
"""Letters or digits: ``[^\\W\\d_]+|\\d+``, in the order that is read fastest."""
_KEPT, _LONG = 20_000, 30
"""How many words that no rule knows are kept, and of what length."""
_MONEY = "$€£¥"
Try = tuple[Pattern[str], Reader]


class _Table(NamedTuple):
    """For each opening word the rules to try there, in the registry's order.

    ``paired`` holds them for an article and the word after it ("the", "third"): the rules that can open with either;
    and for a number and a word that lets more rules go on than ``single`` has: those too.
    ``spellings`` gives the key of each word as it may be written.
    """

    single: dict[str, tuple[Try, ...]]
    paired: dict[str, dict[str, tuple[Try, ...]]]
    spellings: _Spellings


class _Spellings(dict[str, str]):
    """The key of each word as written: its small letters where a rule knows it, "#2" for two digits, else ""."""

    def __init__(self, known: set[str]) -> None:
        super().__init__((spelling, word) for word in known for spelling in (word, word.capitalize(), word.upper()))
        self._most = len(self) + _KEPT

    def __missing__(self, name: str) -> str:
        key = f"#{len(name)}" if name[0] <= "9" else ""
        if len(self) < self._most and len(name) < _LONG:
            self[name] = key
        return key


@cache
def _table(code: str) -> _Table:
    language = get_language(code)
    table: dict[str, dict[str, Try]] = {}
    if language is None:
        return _Table({}, {}, _Spellings(set()))
    for name, read in MATCHERS.items():
        pattern = language.patterns.get(name)
        if pattern is None:
            continue
        for word in pattern.first:
            table.setdefault(word, {})[name] = (pattern.pattern, read)
    known = set(table).union(
        *language.follow.values(), *(words for rules in language.goes_on.values() for words in rules.values())
    )
    single = {word: tuple(tries.values()) for word, tries in table.items()}
    paired = {article: _pairs(article, single, language) for article in language.articles}
    for word, wanted in language.goes_on.items():
        if word in table:
            paired[word] = _going_on(table[word], wanted)
            single[word] = tuple(one for name, one in table[word].items() if name not in wanted)
    return _Table(single, paired, _Spellings(known))


def _pairs(article: str, single: dict[str, tuple[Try, ...]], language: Language) -> dict[str, tuple[Try, ...]]:
    """A word that opens no rule itself ("the end of") leaves all rules of the article to try."""
    every = single[article]
    return {
        word: tuple(one for one in every if one in single[word]) if word in single else every
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
    table, paired, spellings = _table(language.code)
    follow, taken = language.follow, 0
    pieces = _WORD.split(text)
    names, ends = pieces[1::2], list(accumulate(map(len, pieces)))
    keys = [*map(spellings.__getitem__, names), ""]
    for number, key in enumerate(keys):
        if not key or key not in table:
            continue
        start = ends[2 * number]
        if start < taken:
            continue
        wanted = follow.get(key)
        if wanted is not None and keys[number + 1] not in wanted and not _abbreviated_year(text, start, key):
            continue
        if key[0] == "#" and _in_number(text, start):
            continue
        tries = paired[key].get(keys[number + 1], table[key]) if key in paired else table[key]
        best = _longest(text, start, tries, language)
        if best:
            yield from best
            taken = best[-1].end


def _abbreviated_year(text: str, start: int, key: str) -> bool:
    """'98 has its sign before it, whatever follows."""
    return key == "#2" and start > 0 and text[start - 1] in "'’‘`"


def _longest(text: str, start: int, tries: tuple[Try, ...], language: Language) -> tuple[Candidate, ...]:
    best: tuple[Candidate, ...] = ()
    end = start
    for pattern, read in tries:
        match = pattern.match(text, start)
        if not match or match.end() <= end:
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
