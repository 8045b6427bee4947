"""An article's text in blocks and marks."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from editorial.rows import rows_of
from editorial.source import Cited, Mark, find_marks, mark_up, place_words, preposition
from tests.factories import make_article, make_entry, make_timeline
from timelines.models import TemporalExpression

TEXT = (
    "Ferry talks stall\nA boat, 2019. Photo\nThe council voted on 3 May 2019.\n\nLast Tuesday it rained for two days."
)


def expression(pk: int, start: int, end: int, edtf: str = "2019", **fields: object) -> TemporalExpression:
    return TemporalExpression(pk=pk, start=start, end=end, edtf=edtf, **fields)


def found(words: str, pk: int, **fields: object) -> TemporalExpression:
    start = TEXT.index(words)
    return expression(pk, start, start + len(words), **fields)  # type: ignore[arg-type]


def cited(entry: int, on: TemporalExpression, state: str = "proposed", *, doubtful: bool = False) -> Cited:
    return Cited(entry * 10, entry, state, doubtful, on.pk, on.start, on.end)


def block(words: str, kind: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": TEXT.index("\n", start) if "\n" in TEXT[start:] else len(TEXT), "kind": kind}


BLOCKS = [
    block("Ferry", "title"), block("A boat", "caption"), block("The council", "paragraph"), block("Last", "paragraph"),
]  # fmt: skip

NO_DAY = [{"code": "no-reference-date", "message": "", "readings": []}]


def states(marks: list[Mark]) -> list[tuple[str, str]]:
    return [(mark.words, mark.state) for mark in marks]


def test_state_is_the_entry_s() -> None:
    a, b = found("2019", 1), found("3 May 2019", 2)
    marks = find_marks(TEXT, [b, a], [cited(7, a, doubtful=True), cited(8, b, "accepted")])
    assert states(marks) == [("2019", "check"), ("on 3 May 2019", "accepted")]
    assert [mark.entry for mark in marks] == [7, 8]
    assert [mark.key for mark in marks] == ["m-1", "m-2"]


def test_a_decided_doubt_is_no_doubt() -> None:
    a = found("3 May 2019", 1)
    assert states(find_marks(TEXT, [a], [cited(7, a, "rejected", doubtful=True)])) == [("on 3 May 2019", "rejected")]


def test_accepted_shows_over_rejected_on_the_same_words() -> None:
    a = found("3 May 2019", 1)
    marks = find_marks(TEXT, [a], [cited(7, a, "rejected"), cited(8, a, "accepted")])
    assert [(mark.state, mark.entry) for mark in marks] == [("accepted", 8)]


def test_day_that_cannot_be_counted_is_marked_so() -> None:
    marks = find_marks(TEXT, [found("Last Tuesday", 1, edtf="", warnings=NO_DAY)], [])
    assert states(marks) == [("Last Tuesday", "nodate")]
    assert marks[0].entry is None


def test_durations_and_dates_without_entry_are_not_marked() -> None:
    rows = [found("two days", 1, edtf="", warnings=[]), found("3 May 2019", 2)]
    assert find_marks(TEXT, rows, []) == []


def test_words_picked_by_hand_are_marked_where_nothing_is() -> None:
    rained = TEXT.index("it rained")
    by_hand = Cited(5, 9, "accepted", False, None, rained, rained + 9)
    around = Cited(6, 9, "accepted", False, None, TEXT.index("The council"), TEXT.index("\n\n"))
    a = found("3 May 2019", 1)
    marks = find_marks(TEXT, [a], [cited(7, a), by_hand, around])
    assert [(mark.key, mark.words) for mark in marks] == [("m-1", "on 3 May 2019"), ("c-5", "it rained")]


def test_blocks_carry_kind_number_and_line() -> None:
    source = mark_up(TEXT, BLOCKS, [], [])
    assert [(b.kind, b.number, b.is_last_of_head) for b in source.blocks] == [
        ("title", 0, False), ("caption", 0, True), ("paragraph", 1, False), ("paragraph", 2, False),
    ]  # fmt: skip
    assert source.has_title


def test_second_headline_is_left_out_unless_marked() -> None:
    text = "Vote of 2019\nVote of 2019\nIt passed."
    blocks = [
        {"start": 0, "end": 12, "kind": "title"}, {"start": 13, "end": 25, "kind": "title"},
        {"start": 26, "end": 36, "kind": "paragraph"},
    ]  # fmt: skip
    assert len(mark_up(text, blocks, [], []).blocks) == 2
    year = expression(1, 21, 25)
    assert len(mark_up(text, blocks, [year], [cited(1, year)]).blocks) == 3


def test_before_its_reading_the_text_stands_by_lines() -> None:
    source = mark_up(TEXT, [], [], [])
    assert [b.segments[0].text for b in source.blocks] == [line for line in TEXT.split("\n") if line]
    assert not source.has_title


def test_place_in_words() -> None:
    places = [place_words(BLOCKS, TEXT.index(words)) for words in ("talks", "boat", "3 May", "Last")]
    assert places == ["headline", "caption", "paragraph 1", "paragraph 2"]
    assert place_words([], 5) == ""


def test_marks_too_close_share_a_sign_on_the_rail() -> None:
    text = "x" * 1000
    rows = [expression(i, at, at + 2) for i, at in enumerate((0, 10, 500), start=1)]
    stops = mark_up(text, [], rows, [cited(row.pk, row) for row in rows]).stops
    assert [len(stop.marks) for stop in stops] == [2, 1]
    assert stops[0].y == 0
    assert 45 < stops[1].y < 50


@given(
    text=st.text(alphabet="ab \n😀é", min_size=1, max_size=80),
    spans=st.lists(
        st.tuples(st.integers(0, 79), st.integers(1, 20), st.booleans()), max_size=8, unique_by=lambda s: s[:2]
    ),
)
def test_segments_are_the_very_text_and_marks_never_overlap(text: str, spans: list[tuple[int, int, bool]]) -> None:
    rows, cites = [], []
    for pk, (start, length, by_hand) in enumerate(spans, start=1):
        end = min(start + length, len(text))
        if start >= end:
            continue
        if by_hand:
            cites.append(Cited(pk, pk, "accepted", False, None, start, end))
        else:
            rows.append(expression(pk, start, end))
            cites.append(cited(pk, rows[-1]))
    source = mark_up(text, [], rows, cites)
    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(segment.text for segment in b.segments) for b in source.blocks] == lines
    ends = 0
    for mark in source.marks:
        assert mark.start >= ends
        assert mark.words == text[mark.start : mark.end]
        ends = mark.end


@pytest.mark.parametrize(
    ("lead", "letters"),
    [("rained on ", 3), ("Since ", 6), ("the\non ", 3), ("on\n", 0), ("", 0), ("person ", 0), ("drive-in ", 0)],
)
def test_a_preposition_right_before_a_date_belongs_to_its_mark(lead: str, letters: int) -> None:
    assert preposition(lead) == letters


def test_a_preposition_inside_the_mark_before_stays_there() -> None:
    text = "In the year since 2019."
    first, second = expression(1, 3, 17), expression(2, 18, 22)
    rows = [Cited(10, 1, "proposed", False, 1, 3, 17), Cited(20, 2, "proposed", False, 2, 18, 22)]
    assert [mark.words for mark in find_marks(text, [first, second], rows)] == ["In the year since", "2019"]


@pytest.mark.django_db
def test_rows_quote_the_words_that_are_marked() -> None:
    timeline = make_timeline()
    article = make_article("It rained on 3 May 2019.", timeline=timeline)
    entry = make_entry(timeline, article=article, words="3 May 2019")
    (row,) = rows_of(timeline, [entry.pk])
    assert [quoted.words for quoted in row.quoted] == ["on 3 May 2019"]
