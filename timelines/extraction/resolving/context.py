"""What a date is read against: the publication date, the dates told so far, the tense of the words around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from timelines.extraction.languages import Language
from timelines.extraction.meanings import Calendar, Candidate, Clock
from timelines.extraction.slots import Slot
from timelines.extraction.types import DateWarning, Span

_BESIDE = 30
_NEWS = 10
"""So many days from the publication a day is the news itself."""
_HOLDS = 2
_HOURS = {
    "MO": range(4, 12),
    "AF": range(12, 18),
    "EV": range(17, 24),
    "NI": (*range(19, 24), *range(6)),
}
"""The hours of each part of the day."""
_REACH = 40
"""How many dates back the narrative's thread is looked for."""


@dataclass(slots=True)
class Resolved:
    """What a meaning came to. ``slot`` is None where there is nothing to count from; ``value`` then is TIMEX3's word.

    ``fuzzy`` says that the source gives the slot only about so ("two weeks ago" is no exact day).
    """

    slot: Slot | None
    value: str = ""
    warnings: list[DateWarning] = field(default_factory=list)
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in the text: where, and what it came to. ``explicit`` when its year was written."""

    position: int
    slot: Slot
    explicit: bool
    spine: bool = True
    """Whether the narrative goes on from here: not from a digression or a year named in passing."""
    end: int = 0
    part: str | None = None
    """The part of the day that was told with it ("Sunday morning": MO)."""
    clock: Clock | None = None
    """The time of day that was told with it."""
    onward: bool = False
    """A year counted on from the one before ("the following year")."""


@dataclass
class Story:
    """One document while its dates are resolved in text order."""

    text: str
    language: Language
    reference: date | None
    narrative: bool
    sentences: tuple[Span, ...]
    candidates: list[Candidate]
    years: tuple[int, ...] = ()
    position: int = 0
    """The index of the candidate that is being resolved."""
    main_quarter: Slot | None = None
    """The quarter that the article reports on: the first one told."""
    told: list[Told] = field(default_factory=list)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position."""
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    def sentence_number(self, position: int) -> int:
        """The index of the sentence that holds a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    @cached_property
    def month_first(self) -> bool | None:
        """Whether the article's dates in figures put the month first, by the first that can only be read one way."""
        meanings = (candidate.meaning for candidate in self.candidates)
        orders = (meaning.month_first for meaning in meanings if isinstance(meaning, Calendar))
        return next((order for order in orders if order is not None), None)

    @property
    def spine(self) -> Slot | None:
        """The last date that the narrative goes on from, else the last one told."""
        for told in reversed(self.told[-_REACH:]):
            if told.spine:
                return told.slot
        return self.last

    def day_of_events(self, position: int, ahead: bool) -> Slot | None:
        """The last day told before `position` that is not only the day of a saying, else the last day told.

        Days after the publication count only where the words look ahead.
        """
        limit = None if ahead else self.reference
        days = (
            told
            for told in reversed(self.told[-_REACH:])
            if told.slot.grain == "day" and (limit is None or told.slot.first <= limit) and not self._is_saying(told)
        )
        return self._in_thread(days, position) or self.last_of("day")

    def day_by_clock(self, position: int, hour: int) -> Slot | None:
        """The last day told with a part that the hour falls into ("Sunday morning", of 6:12), save that of a saying.

        A day told since, in this sentence or the one before, is nearer.
        """
        here = self.sentence_number(position)
        for told in reversed(self.told[-_REACH:]):
            if told.slot.grain != "day" or self._is_saying(told):
                continue
            if told.part and hour in _HOURS.get(told.part, ()):
                return told.slot
            if here - self.sentence_number(told.position) <= 1:
                return None
        return None

    def just_told(self, position: int) -> Told | None:
        """The last day told, save that of a saying, where it is told in this sentence or the two before."""
        here = self.sentence_number(position)
        for told in reversed(self.told[-_REACH:]):
            if here - self.sentence_number(told.position) > _HOLDS:
                return None
            if told.slot.grain == "day" and not self._is_saying(told):
                return told
        return None

    def last_day(self, position: int) -> Slot | None:
        """The last day told before `position` that the story is still on."""
        return self._in_thread((told for told in reversed(self.told[-8:]) if told.slot.grain == "day"), position)

    def longer_than_day(self, position: int) -> Slot | None:
        """The last date told, where it is a month or a year and the story has just come to it from no nearer day."""
        if not self.told or self.told[-1].slot.grain not in ("month", "year"):
            return None
        told = self.told[-1]
        just = self.sentence_number(position) - self.sentence_number(told.position) <= 1
        return told.slot if self.last_of("day") is None or (just and not self.narrative) else None

    def _in_thread(self, latest_first: Iterable[Told], position: int) -> Slot | None:
        """The last of these days; in the news one long gone holds only for the sentences after it."""
        last: Slot | None = None
        here = self.sentence_number(position)
        for told in latest_first:
            last = last or told.slot
            if self.narrative or self.reference is None:
                break
            near = abs((self.reference - told.slot.first).days) <= _NEWS
            if near or here - self.sentence_number(told.position) <= _HOLDS:
                return told.slot
        return last

    def _is_saying(self, told: Told) -> bool:
        """Whether a verb of saying stands beside the date: "said on Monday", "yesterday said"."""
        grammar = self.language.grammar
        before = self.text[max(0, told.position - _BESIDE) : told.position]
        after = self.text[told.end : told.end + _BESIDE]
        return bool(grammar.said_before.search(before) or grammar.said_after.match(after))

    @property
    def last(self) -> Slot | None:
        """The last date told."""
        return self.told[-1].slot if self.told else None

    def last_of(self, *grains: str) -> Slot | None:
        """The last date told with one of these precisions, among the last few."""
        for told in reversed(self.told[-8:]):
            if told.slot.grain in grains:
                return told.slot
        return None
