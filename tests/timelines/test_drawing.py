"""Width is vagueness: no bar narrower than its range allows, none wider, whatever the date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from tests.timelines.dates import any_dates, dated, mark
from timelines.drawing import Mark, Strip, density_strip, mini_strip, num, precision_rule
from timelines.drawing.rule import SMALLEST, SMALLEST_HOLLOW
from timelines.drawing.strip import MOST_BARS, SMALLEST_BAR, SMALLEST_ZONE
from timelines.wording import Dated

STATUSES = st.sampled_from(["past", "planned", "hypothetical"])
marks = st.builds(
    lambda item, status, flag: Mark(item.edtf, item.mod, item.earliest, item.latest, status, flag=flag, href="#y"),
    any_dates,
    STATUSES,
    st.booleans(),
)


def rule(edtf: str, mod: str | None = None, status: str = "past") -> tuple[float, float, str]:
    """x, width and look of the only bar."""
    item = dated(edtf, mod)
    drawn = precision_rule(edtf, mod, item.earliest, item.latest, status)
    (bar,) = drawn.bars
    return round(bar.x, 2), round(bar.width, 2), bar.look


@pytest.mark.parametrize(
    ("edtf", "mod", "bar"),
    [
        ("2019-01-01", None, (0, 3, "plain")),
        ("2019-12-31", None, (69, 3, "plain")),
        ("2019-06", None, (30, 6, "plain")),
        ("2019-35", None, (36, 18, "plain")),
        ("2019", None, (0, 72, "plain")),
        ("2019", "START", (0, 24, "plain")),
        ("2019", "END", (48, 24, "plain")),
        ("2002~", None, (0, 72, "about")),
        ("2019-11/2020-02", None, (60, 24, "plain")),
        ("2019/2020", None, (0, 144, "plain")),
    ],
)
def test_a_rule_of_72_pixels_is_a_year(edtf: str, mod: str | None, bar: tuple[float, float, str]) -> None:
    assert rule(edtf, mod) == bar


def test_since_is_an_arrow_that_leaves_the_year() -> None:
    x, width, _ = rule("2019-07-01/..")
    assert (x, width) == (36, 42)


def test_until_is_an_arrow_to_the_left() -> None:
    x, width, _ = rule("../2019-06-30")
    assert (x, width) == (-6, 42)


def test_longer_than_drawn_is_cut_in_two() -> None:
    bars = precision_rule("2003/2006", None, date(2003, 1, 1), date(2006, 12, 31)).bars
    assert len(bars) == 2
    assert bars[0].x == 0
    assert bars[1].x + bars[1].width > 72


def test_what_was_planned_is_hollow() -> None:
    assert rule("2019-08-02", status="planned")[2] == "planned"
    assert rule("2019-08-02", status="hypothetical")[2] == "planned"


def test_a_broken_bar_has_gaps() -> None:
    (bar,) = precision_rule("2002~", None, date(2002, 1, 1), date(2002, 12, 31)).bars
    assert bar.d.count("M") == 15


def test_a_wider_rule_keeps_its_proportions() -> None:
    (bar,) = precision_rule("2019-06", None, date(2019, 6, 1), date(2019, 6, 30), year=180).bars
    assert (round(bar.x), round(bar.width)) == (75, 15)


def test_a_date_nobody_knows_has_a_bare_rule() -> None:
    assert precision_rule("-0043", None, None, None).bars == ()


@given(any_dates, STATUSES)
def test_rule_bars_are_true_to_their_days(item: Dated, status: str) -> None:
    drawn = precision_rule(item.edtf, item.mod, item.earliest, item.latest, status)
    assert not re.search(r"[^-MHVhlvz0-9. ]", drawn.axis + "".join(bar.d for bar in drawn.bars))
    if item.earliest is None or item.latest is None or (item.latest - item.earliest).days > 365:
        return
    (bar,) = drawn.bars
    true = ((item.latest - item.earliest).days + 1) * 72 / 365.25
    least = SMALLEST_HOLLOW if bar.look == "planned" else SMALLEST
    # Months are drawn equally wide: the days of two Februaries, or of a July and an August, move a bar by this much.
    assert max(true - 0.7, least) <= bar.width + 1e-6 <= max(true + 0.7, least) + 2e-6
    assert bar.x >= -1e-6
    assert bar.x + bar.width <= drawn.width + 1e-6


# --- The strip ------------------------------------------------------------------------------------------------


def strip(*dates: str, width: float = 1072) -> Strip:
    drawn = density_strip([mark(edtf, href=f"#y{edtf[:4]}") for edtf in dates], width)
    assert drawn is not None
    return drawn


def test_bars_are_as_wide_as_their_dates_on_a_linear_axis() -> None:
    drawn = strip("2002", "2011", "2022-04-04")
    a, b, c = sorted(drawn.bars, key=lambda bar: bar.x)
    year = 1072 / 21
    assert a.x == 0
    assert a.width == b.width == pytest.approx(year)
    assert b.x == pytest.approx(9 * year)
    assert c.width == SMALLEST_BAR


def test_bars_that_would_touch_are_stacked() -> None:
    drawn = strip("2017-06-02", "2017-06-13", "2017-06-14", "2002")
    tops = sorted({float(bar.d.partition(" ")[2].partition("h")[0]) for bar in drawn.bars})
    assert len(tops) == 3


def test_since_is_drawn_at_its_start_and_does_not_fill_the_axis() -> None:
    assert all(bar.width < 60 for bar in strip("2002", "2019-07-13/..", "2022").bars)


def test_labels_say_every_third_year_on_a_wide_strip_and_every_sixth_on_a_phone() -> None:
    dates = ("2002", "2022")
    assert [label.text for label in strip(*dates).labels] == ["2002", "2005", "2008", "2011", "2014", "2017", "2020"]
    assert [label.text for label in strip(*dates, width=354).labels] == ["2002", "2008", "2014", "2020"]


def test_short_stories_are_drawn_by_months() -> None:
    assert [label.text for label in strip("2019-06-29", "2019-08-02").labels] == ["June 2019", "July", "August"]


def test_zones_lead_to_their_years_and_say_what_is_there() -> None:
    zones = strip("2002", "2011", "2011-05").zones
    assert [(zone.href, zone.words) for zone in zones] == [("#y2002", "2002: 1 event"), ("#y2011", "2011: 2 events")]


def test_narrow_years_share_a_zone() -> None:
    zones = strip("1900", "2019", "2020", "2021", width=354).zones
    assert [zone.words for zone in zones] == ["1900: 1 event", "2019 to 2021: 3 events"]


def test_a_warning_is_flagged_above_its_bar() -> None:
    drawn = density_strip([mark("2025-02", flag=True, state="check"), mark("2019-06-29")])
    assert drawn is not None
    assert [bool(bar.flag) for bar in drawn.bars] == [False, True]
    assert [bar.state for bar in drawn.bars] == ["plain", "check"]


def test_many_events_become_columns_by_month() -> None:
    days = [(date(2010, 1, 1) + timedelta(days=11 * i)).isoformat() for i in range(MOST_BARS + 1)]
    drawn = strip(*days)
    months = 12 * (int(days[-1][:4]) - 2010 + 1)
    assert MOST_BARS / 4 < len(drawn.bars) <= months


def test_a_thousand_events_on_one_day_stay_within_the_strip() -> None:
    drawn = strip(*["2019-06-29"] * 1000, "2025")
    assert drawn.height <= 130


def test_nothing_dated_draws_nothing() -> None:
    assert density_strip([]) is None
    assert mini_strip([Mark("-0043")]) is None


def test_mini_strip_joins_bars_that_touch() -> None:
    drawn = mini_strip([mark("2019-06-29"), mark("2019-06-30"), mark("2024")])
    assert drawn is not None
    assert [(round(bar.x, 1), round(bar.width, 1)) for bar in drawn.bars] == [(10.7, 3.1), (108.3, 21.7)]


@given(st.lists(marks, max_size=12), st.sampled_from([130, 354, 740, 1072]))
def test_strips_never_fail_and_stay_inside(items: list[Mark], width: int) -> None:
    for drawn, least in ((density_strip(items, width), SMALLEST_BAR), (mini_strip(items, width), 3)):
        if drawn is None:
            assert all(item.earliest is None and item.latest is None for item in items)
            continue
        assert all(bar.width >= min(least, 1) and bar.x >= 0 for bar in drawn.bars)
        assert all(bar.x + bar.width <= width + 1e-6 for bar in drawn.bars)
        assert all(zone.width >= SMALLEST_ZONE - 1e-6 for zone in drawn.zones)
        edges = [edge for zone in drawn.zones for edge in (zone.x, zone.x + zone.width)]
        assert all(a <= b + 0.02 for a, b in pairwise(edges))
        assert len(drawn.labels) <= 9


@given(st.lists(st.dates(), min_size=2, max_size=12))
def test_days_on_the_strip_have_their_true_width_or_the_smallest(days: list[date]) -> None:
    drawn = density_strip([mark(day.isoformat()) for day in days], 1072)
    assert drawn is not None
    months = 12 * (max(days).year - min(days).year) + max(days).month - min(days).month + 1
    axis = months if months <= 24 else 12 * (max(days).year - min(days).year + 1)
    true = 1072 / axis
    assert all(
        max(SMALLEST_BAR, true / 31) - 1e-6 <= bar.width <= max(SMALLEST_BAR, true / 28) + 1e-6 for bar in drawn.bars
    )


@given(st.floats(-1e4, 1e4))
def test_numbers_are_short_and_plain(number: float) -> None:
    assert re.fullmatch(r"-?\d+(\.\d{1,2})?", num(number))
    assert abs(float(num(number)) - number) <= 0.0051
