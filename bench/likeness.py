"""Measure likeness: how often "same as …?" is right, how many repetitions it finds, and what asking costs.

    python -m bench.likeness

Precision and recall come from the pairs of `tests.editorial.likeness_pairs`, read by the engine as they would be in an
article. "Plain" is rapidfuzz's `token_set_ratio` of the headlines, at the threshold that does best on the first pairs.
The search is timed on a story of 2,000 entries about the same few people.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from rapidfuzz import fuzz

from editorial.likeness import Known, Statement, best, same_happening
from tests.editorial.likeness_pairs import DIFFERENT, LATER_DIFFERENT, LATER_SAME, SAME
from timelines.extraction import extract

Pair = tuple[str, str]
Judge = Callable[[Statement, Statement], bool]

PLAIN = 80
ENTRIES, NEW = 2_000, 40
_DEEDS = "closed opened sold visited signed cancelled announced tested rejected approved"
_OBJECTS = "bridge port law budget hospital school treaty tunnel museum airport station dam"
VERBS, THINGS = _DEEDS.split(), _OBJECTS.split()


def main() -> None:
    """Print the tables."""
    print(f"{'pairs':24} {'same':>5} {'other':>5}   {'precision':>9} {'recall':>6}   {'plain':>9} {'recall':>6}")
    for name, same, other in SETS:
        ours, plain = measured(same, other, ask), measured(same, other, plainly)
        print(
            f"{name:24} {len(same):5} {len(other):5}   {ours[0]:9.2f} {ours[1]:6.2f}   {plain[0]:9.2f} {plain[1]:6.2f}"
        )
    print(f"\n{NEW} new statements against {ENTRIES:,} entries: {1000 * min(seconds() for _ in range(5)):.0f} ms")


def statement(sentence: str) -> Statement:
    """What the engine makes of a sentence."""
    found = extract(sentence, date(2025, 2, 7))
    event = found.events[0]
    row = found.expressions[event.expression]
    rest = f"{sentence[event.quote.start : row.start]} {sentence[row.end : event.quote.end]}"
    return Statement(event.headline, rest, event.edtf, row.mod or "", row.earliest, row.latest)


def ask(one: Statement, other: Statement) -> bool:
    """Whether the desk would ask."""
    return same_happening(one, other) > 0


def plainly(one: Statement, other: Statement) -> bool:
    """Whether the headlines look alike letter by letter."""
    return fuzz.token_set_ratio(one.headline, other.headline) >= PLAIN


def measured(same: Iterable[Pair], other: Iterable[Pair], judge: Judge) -> tuple[float, float]:
    """Precision and recall."""
    found = [judge(statement(a), statement(b)) for a, b in same]
    wrong = [judge(statement(a), statement(b)) for a, b in other]
    said = sum(found) + sum(wrong)
    return (sum(found) / said if said else 0.0), sum(found) / len(found)


def seconds() -> float:
    """How long the search takes where all entries share names and most share a year."""

    def made(number: int) -> Statement:
        day = date(2020, 1, 1) + timedelta(days=number % 700)
        words = f"Mayor Ana Belmar {VERBS[number % 10]} the {THINGS[number % 12]} of Oran {number}"
        return Statement(words, f"{words}, a spokesman of the town hall said.", day.isoformat(), "", day, day)

    entries = {number: made(number) for number in range(ENTRIES)}
    new = [made(number * 7) for number in range(NEW)]
    start = time.perf_counter()
    known = Known(entries)
    for one in new:
        best(one, ((key, entries[key]) for key in known.shortlist(one)))
    return time.perf_counter() - start


def _every_second(pairs: Sequence[Pair], first: int) -> Sequence[Pair]:
    return pairs[first::2]


SETS = (
    ("thresholds chosen on", _every_second(SAME, 0), _every_second(DIFFERENT, 0)),
    ("only measured", _every_second(SAME, 1), _every_second(DIFFERENT, 1)),
    ("written afterwards", LATER_SAME, LATER_DIFFERENT),
)

if __name__ == "__main__":
    main()
