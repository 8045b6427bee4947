"""Whether two statements tell the same happening: compatible dates, and close wording.

Words count by meaning rather than by letters (`editorial.alike_words`), names a little less, since all of a story
shares them. Each headline is looked for in the other's whole sentence; the score is the mean of the two shares found.
`python -m bench.likeness` measures precision and recall on pairs; the thresholds lean to precision: a question that
comes for nothing costs the editor more than one that does not come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rapidfuzz.distance import JaroWinkler

from editorial.alike_words import Word, opposed, words

CLOSE = 0.68
"""The least score for statements of the very same date."""

CLOSER = 0.83
"""The least score where one date only contains or overlaps the other."""

NAMES = 0.8
"""What a name or number counts; any other word counts 1."""

SPELT_ALIKE = 0.9
"""How close two words are spelt that count as one ("president", "presidential"), by Jaro and Winkler."""

WIDEST = timedelta(days=366)
"""Dates that leave more open say too little; only an equal one fits them."""

MOST = 20
"""How many statements are weighed for each, those that share the most words."""

_SHORTEST = 4
"""Letters from which spelling is compared."""


@dataclass(frozen=True)
class Statement:
    """A dated statement. `sentence` is the text it rests on without the words of the date; empty where none is."""

    headline: str
    sentence: str
    edtf: str
    mod: str
    earliest: date | None
    latest: date | None
    preferred: bool = False
    """Goes before others that score the same: what an editor has accepted."""

    @cached_property
    def head(self) -> tuple[Word, ...]:
        """The headline's words that count."""
        return words(self.headline)

    @cached_property
    def body(self) -> tuple[Word, ...]:
        """All words that count."""
        return tuple(dict.fromkeys([*self.head, *words(self.sentence)]))

    @cached_property
    def traces(self) -> frozenset[str]:
        """What two statements of one happening have in common: words, and meanings of words."""
        return frozenset(trace for word in self.head for trace in (word.text, *word.senses))


def same_happening(one: Statement, other: Statement) -> float:
    """The score (0 to 1) of two statements that seem to tell the same; 0 for all others."""
    if not compatible(one, other) or opposed(one.head, other.head):
        return 0.0
    found = score(one, other)
    equal = (one.edtf, one.mod) == (other.edtf, other.mod)
    return found if found >= (CLOSE if equal else CLOSER) else 0.0


def compatible(one: Statement, other: Statement) -> bool:
    """Whether both dates can be true and say enough: equal, or overlapping and neither wider than a year."""
    if (one.edtf, one.mod) == (other.edtf, other.mod):
        return True
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    if one.earliest > other.latest or other.earliest > one.latest:
        return False
    return one.latest - one.earliest < WIDEST and other.latest - other.earliest < WIDEST


def score(one: Statement, other: Statement) -> float:
    """How close the wordings are, 0 to 1, whatever their dates."""
    return (_share(one.head, other.body) + _share(other.head, one.body)) / 2


def _share(wanted: Sequence[Word], among: Sequence[Word]) -> float:
    """How much of the wanted words is found."""
    total = sum(_weight(word) for word in wanted)
    found = sum(_weight(word) for word in wanted if any(_alike(word, other) for other in among))
    return found / total if total else 0.0


def _weight(word: Word) -> float:
    return NAMES if word.is_name else 1.0


def _alike(one: Word, other: Word) -> bool:
    if one.text == other.text or one.senses & other.senses:
        return True
    if min(len(one.text), len(other.text)) < _SHORTEST or one.text[0].isdigit():
        return False
    return JaroWinkler.similarity(one.text, other.text, score_cutoff=SPELT_ALIKE) > 0


class Known:
    """Statements to be found again, by their dates and words, without holding each against each.

    Takes time in proportion to the statements whose words are shared, and weighs at most `MOST` of them.
    """

    def __init__(self, statements: Mapping[int, Statement]) -> None:
        self._statements = statements
        self._by_trace: defaultdict[str, list[int]] = defaultdict(list)
        for key, statement in statements.items():
            for trace in statement.traces:
                self._by_trace[trace].append(key)

    def shortlist(self, statement: Statement) -> list[int]:
        """The keys of those that could be meant, by headline and date alone; those that share more words first."""
        shared = Counter(key for trace in statement.traces for key in self._by_trace.get(trace, ()))
        near = [(-count, key) for key, count in shared.items() if compatible(statement, self._statements[key])]
        return [key for _, key in sorted(near)[:MOST]]


def best(statement: Statement, known: Iterable[tuple[int, Statement]]) -> int | None:
    """The key of the statement that most likely tells the same; None where none does."""
    found = [(same_happening(statement, other), other.preferred, -key) for key, other in known]
    top = max(found, default=(0.0, False, 0))
    return -top[2] if top[0] else None
