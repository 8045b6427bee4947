"""Dates for the tests: any EDTF the engine can read, and a date with its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from hypothesis import strategies as st

from timelines.drawing import Mark
from timelines.extraction.edtf import bounds, is_valid
from timelines.extraction.types import Mod

MODS = get_args(Mod)


@dataclass(frozen=True)
class Day:
    """A date as an entry carries it."""

    edtf: str
    mod: str | None
    earliest: date | None
    latest: date | None


def dated(edtf: str, mod: str | None = None) -> Day:
    """The date with the days the engine gives it."""
    days = bounds(edtf, cast("Mod | None", mod))
    return Day(edtf, mod, days.earliest, days.latest)


def mark(edtf: str, mod: str | None = None, **fields: object) -> Mark:
    """The date, to be drawn."""
    day = dated(edtf, mod)
    return Mark(day.edtf, day.mod, day.earliest, day.latest, **fields)  # type: ignore[arg-type]


_digit = st.sampled_from("0123456789")
_year = st.one_of(
    st.integers(0, 9999).map("{:04d}".format),
    st.integers(1, 9999).map("-{:04d}".format),
    st.integers(10000, 999999).map("Y{}".format),
    st.tuples(_digit, _digit, _digit).map(lambda d: f"{''.join(d)}X"),
    st.tuples(_digit, _digit).map(lambda d: f"{''.join(d)}XX"),
    st.sampled_from(["1XXX", "XXXX", "-01XX", "-004X"]),
)
_two = st.one_of(st.integers(1, 41).map("{:02d}".format), st.sampled_from(["XX", "1X", "0X", "2X"]))
_mark = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def _points(draw: st.DrawFn) -> str:
    text: str = draw(_year) + draw(_mark)
    if draw(st.booleans()):
        text += "-" + draw(_two) + draw(_mark)
        if draw(st.booleans()):
            text += "-" + draw(_two) + draw(_mark)
    return text


_ends = st.one_of(_points(), st.just(".."), st.just(""))
edtf_dates = st.one_of(
    _points(),
    st.tuples(_ends, _ends).map("/".join),
    st.lists(st.one_of(_points(), st.tuples(_points(), _points()).map("..".join)), min_size=1, max_size=3).map(
        lambda items: f"[{','.join(items)}]"
    ),
    st.dates().map(date.isoformat),
    st.tuples(st.dates(), st.dates()).map(lambda pair: f"{min(pair)}/{max(pair)}"),
).filter(is_valid)
mods = st.one_of(st.none(), st.sampled_from(MODS))
any_dates = st.builds(dated, edtf_dates, mods)
