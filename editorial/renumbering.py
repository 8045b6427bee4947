"""New numbers for all entries of a timeline, in the same order, where no free one is left between two of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from timelines.models import Decision, Entry, Timeline

STEP = 2**40
"""The gap between neighbours at the end of the list, and after renumbering."""


def renumber(timeline: Timeline) -> Callable[[int], int]:
    """Give every entry a new number with full gaps, in the same order. What an old number is now, held or not."""
    return _carried(list(_renumber(timeline).items()))


def _renumber(timeline: Timeline) -> dict[int, int]:
    """Give every entry a new number with full gaps, in the same order. Old position -> new position."""
    entries = list(timeline.entries.order_by("position").only("pk", "position"))
    top = max(abs(entry.position) for entry in entries) + STEP * (len(entries) + 2)
    moved: dict[int, int] = {}
    # Twice, so that no number is given while its old holder still has it: the database forbids that at every moment.
    for offset in (top, 0):
        for index, entry in enumerate(entries, start=1):
            moved.setdefault(entry.position, STEP * index)
            entry.position = STEP * index + offset
        Entry.objects.bulk_update(entries, ["position"], batch_size=200)
    _renumber_decisions(timeline, _carried(list(moved.items())))
    timeline._renumbered = moved  # type: ignore[attr-defined]
    return moved


def number_now(timeline: Timeline, position: int) -> int:
    """What an entry's position has become, where room was made while this object was at work on the timeline."""
    moved: dict[int, int] = getattr(timeline, "_renumbered", {})
    return moved.get(position, position)


def _carried(moved: list[tuple[int, int]]) -> Callable[[int], int]:
    """Old number -> new number, for those too that nobody holds any more: between the same two entries as before."""
    olds = [old for old, _ in moved]

    def carry(number: int) -> int:
        at = bisect_left(olds, number)
        if at < len(olds) and olds[at] == number:
            return moved[at][1]
        if at in (0, len(olds)):
            old, new = moved[0 if at == 0 else -1]
            return new + number - old
        (low, new_low), (high, new_high) = moved[at - 1], moved[at]
        share = (number - low) * (new_high - new_low) // (high - low)
        return new_low + min(max(share, 1), new_high - new_low - 1)

    return carry


def _renumber_decisions(timeline: Timeline, carry: Callable[[int], int]) -> None:
    """Let what can be undone or done again remember places by their new numbers."""
    remembered = []
    for decision in Decision.objects.filter(timeline=timeline).iterator():
        if decision.before["position"] != decision.after["position"]:
            for side in (decision.before, decision.after):
                side["position"] = carry(side["position"])
            remembered.append(decision)
    Decision.objects.bulk_update(remembered, ["before", "after"], batch_size=200)
