"""The overview: the whole story, or a part of it, on one axis."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, strategies as st

from tests.factories import make_timeline
from tests.timelines.editions import day, entry, make_edition, source
from tests.timelines.html import Page, sound
from timelines.drawing.axis import PAD, Placed, Window, lay_out, window, words_width
from timelines.drawing.scale import day_at, level, ticks
from timelines.drawing.shapes import month_after, month_at
from timelines.models import Edition, Timeline


def show(client: Client, edition: Edition, query: str = "") -> Page:
    response = client.get(f"/t/{edition.slug}/overview/{query}")
    assert response.status_code == 200
    return sound(response)


def names(page: Page) -> list[str]:
    """What the marks of the wide drawing are called, in the order Tab goes."""
    found = [row["aria-label"] for row in page.all("a", class_="axis__event")]
    return list(dict.fromkeys(found))


@pytest.fixture
def edition(db: Any) -> Edition:
    return make_edition(
        entry(1, "2019-06-29", "The ferry runs aground"),
        entry(2, "2024", "The company is fined"),
        entry(3, "2019-08/..", "Crossings are replaced"),
        entry(4, "2027-03-12", "The new ferry sails", status="planned"),
        entry(5, "2023", "Disputed", source("In 2023.", edtf="2023"), source("In 2024.", edtf="2024", article=3)),
    )


# --- Who sees what ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_what_is_not_published_is_not_there(client: Client) -> None:
    timeline = make_timeline(title="A secret draft", state=Timeline.State.DRAFT)
    make_edition(entry(1, "2019", "Secret"), timeline=timeline, live=False)
    for query in ("", "?from=2019-01-01&to=2019-12-31", "?size=wide"):
        response = client.get(f"/t/{timeline.slug}/overview/{query}")
        assert response.status_code == 404
        assert b"ecret" not in response.content
    assert client.post("/t/nowhere/overview/").status_code == 405


def test_marks_lead_to_their_events_in_the_order_of_dates(client: Client, edition: Edition) -> None:
    page = show(client, edition)
    assert names(page) == [
        "29 June 2019: The ferry runs aground",
        "since August 2019: Crossings are replaced",
        "2023: Disputed. Sources disagree",
        "2024: The company is fined",
        "planned for 12 March 2027: The new ferry sails",
    ]
    assert page.all("a", class_="axis__event")[0]["href"] == f"/t/{edition.slug}/#e-1"
    assert "See it all on one axis" in client.get(f"/t/{edition.slug}/").content.decode()


def test_the_list_asks_for_nothing_of_it(client: Client, edition: Edition) -> None:
    html = client.get(f"/t/{edition.slug}/").content.decode()
    assert "overview.js" not in html
    assert "overview.css" not in html


# --- Parts of the story ---------------------------------------------------------------------------------------------


def test_a_part_shows_what_lies_in_it_and_counts_the_rest(client: Client, edition: Edition) -> None:
    page = show(client, edition, "?from=2023-03-01&to=2024-06-30")
    assert names(page) == ["2023: Disputed. Sources disagree", "2024: The company is fined"]
    assert "1 March 2023 to 30 June 2024" in page.text
    assert "2 events before this part. 1 event after it." in page.text


@pytest.mark.parametrize("query", ["?from=2019&to=x", "?from=2024-01-01&to=2019-01-01", "?to=2019-01-01", "?from=31"])
def test_what_is_no_part_is_the_whole(client: Client, edition: Edition, query: str) -> None:
    assert len(names(show(client, edition, query))) == 5


def test_a_fragment_is_one_drawing(client: Client, edition: Edition) -> None:
    html = client.get(f"/t/{edition.slug}/overview/?size=phone").content.decode()
    assert html.count("<svg class") == 1
    assert "<html" not in html


def test_the_links_closer_and_back(client: Client, edition: Edition) -> None:
    ways = {row["data-way"]: row["href"] for row in show(client, edition).all("a") if "data-way" in row}
    assert ways.keys() == {"in"}
    page = show(client, edition, ways["in"])
    ways = {row["data-way"]: row["href"] for row in page.all("a") if "data-way" in row}
    assert ways.keys() == {"earlier", "later", "out", "in", "all"}
    for _ in range(20):
        page = show(client, edition, ways["in"])
        ways = {row["data-way"]: row["href"] for row in page.all("a") if "data-way" in row}
        if "in" not in ways:
            break
    assert "in" not in ways, "closer than a week"
    assert len(names(show(client, edition, ways["all"]))) == 5


@pytest.mark.django_db
def test_a_year_by_mistake_does_not_flatten_the_rest(client: Client) -> None:
    events = [entry(n, day(30 * n), f"Event {n}") for n in range(1, 20)]
    page = show(client, make_edition(entry(99, "0225-02", "The old slip"), *events))
    assert "Too far away to be drawn beside the others: February of the year 225, The old slip" in page.text
    assert len(names(page)) == 19


@pytest.mark.django_db
def test_too_many_for_the_room_become_columns_that_lead_closer(client: Client) -> None:
    page = show(client, make_edition(*(entry(n, day(n // 4), f"Event {n}") for n in range(1, 1500))))
    heaps = page.all("a", class_="axis__heap")
    assert len(heaps) > 10
    assert heaps[0]["aria-label"].endswith("look closer")
    assert len(page.all("a", class_="axis__event")) < 400


@pytest.mark.django_db
def test_nothing_to_draw(client: Client) -> None:
    assert (
        "No event here has a date that can be drawn." in show(client, make_edition(entry(1, "Y12345", "Far off"))).text
    )


# --- The drawing ------------------------------------------------------------------------------------------------------

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
WORDS = st.text(alphabet="abcdefghij WMil—é漢", max_size=80)


@st.composite
def stories(draw: st.DrawFn) -> list[Placed]:
    found = []
    for key in range(draw(st.integers(1, 60))):
        first = draw(DAYS)
        last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 6, 30, 364, 3650])))
        opens = draw(st.sampled_from(["", "", "", "before", "after"]))
        look = draw(st.sampled_from(["plain", "about", "planned"]))
        is_day = first == last and not opens
        apart = draw(st.booleans())
        found.append(Placed(month_at(first), month_after(last), draw(WORDS), look, is_day, opens, apart, key))  # type: ignore[arg-type]
    return found


@given(stories(), st.sampled_from([(1072, 14), (354, 11)]))
def test_everything_stands_inside_once_and_nothing_overlaps(story: list[Placed], size: tuple[int, int]) -> None:
    width, rows = size
    win = window(story)
    assert win is not None
    layout = lay_out(story, win, width, rows)
    inside = {event.key for event in story if event.end > win.start and event.begin < win.end}
    drawn = [spot.event.key for spot in layout.spots] + [e.key for column in layout.columns for e in column.events]
    assert sorted(drawn) == sorted(inside)
    assert layout.rows <= rows
    for spot in layout.spots:
        assert 0 <= spot.left <= spot.x <= spot.x + spot.width <= spot.right <= width + 0.01
    for row in range(layout.rows):
        spots = [spot for spot in layout.spots if spot.row == row]
        for one, following in pairwise(spots):
            assert one.x + one.width <= following.x + 0.01
            if one.words and not one.at_end and not following.at_end:
                assert one.words_x + words_width(one.words) <= following.x + 0.01
    for one, following in pairwise(layout.spots):
        assert one.event.begin <= following.event.begin
        assert one.x <= following.x + PAD


@given(st.dates(date(1, 1, 1), date(9999, 12, 30)))
def test_a_place_on_the_axis_is_the_day_it_came_from(day: date) -> None:
    assert day_at(month_at(day)) == day
    assert day_at(month_after(day)) == day + timedelta(days=1)


@given(st.floats(12, 24_000), st.floats(0.25, 24_000), st.sampled_from([1072, 354]))
def test_ticks_have_room_for_their_words(start: float, length: float, width: int) -> None:
    scale = (width - 2 * PAD) / length
    fine, holders = ticks(start, start + length, scale)
    assert [tick.at for tick in fine] == sorted(tick.at for tick in fine)
    assert len(fine) <= width / 20
    assert all(start - 0.01 <= tick.at <= start + length for tick in fine)
    assert (level(scale).unit == "year") == (not holders)


def test_a_part_is_drawn_no_wider_than_it_is() -> None:
    story = [Placed(24_000, 24_012, "A year", "plain", key=1), Placed(24_005, 24_006, "A month", "plain", key=2)]
    year, month = lay_out(story, Window(24_000, 24_012), 1072, 14).spots
    assert round(year.width) == 1040
    assert round(month.width) == round(1040 / 12)
