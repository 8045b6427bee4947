"""Plain tables, and what is no file of ours at all."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from editorial.errors import Refused
from editorial.importing import Imported, parse


def table(*lines: str) -> Imported:
    return parse("\r\n".join(lines).encode())


@pytest.mark.parametrize(
    ("words", "edtf", "mod"),
    [
        ("3 May 2019", "2019-05-03", None),
        ("2019", "2019", None),
        ("early 2024", "2024", "START"),
        ("c. 1990", "1990~", "APPROX"),
        ("since July 2019", "2019-07/..", None),
        ("2019-05-03", "2019-05-03", None),
    ],
)
def test_dates_are_read_as_the_date_box_reads_them(words: str, edtf: str, mod: str | None) -> None:
    [row] = table("date,headline", f'"{words}",A vote').rows
    assert (row.date.edtf, row.date.mod) == (edtf, mod)


def test_columns_in_any_order_and_case_and_semicolons() -> None:
    [row] = table("Headline;DESCRIPTION;Status;EDTF;mod", "A vote;By hands.;planned;2027;START").rows
    assert (row.headline, row.description, row.status) == ("A vote", "By hands.", "planned")
    assert (row.date.edtf, row.date.mod) == ("2027", "START")


def test_rows_with_one_id_are_one_entry_with_several_sources() -> None:
    found = table(
        "id,edtf,headline,description,publisher,article,article_link,quote",
        "7,2019,A vote,By hands.,The Courier,Council votes,https://courier.example/,In 2019.",
        "7,2019,A vote,By hands.,The Post,,,Last year.",
        "8,2020,Work begins,,,,,",
    )
    assert [row.headline for row in found.rows] == ["A vote", "Work begins"]
    assert found.rows[0].description == (
        "By hands.\n"
        "Source: The Courier, Council votes: “In 2019.” https://courier.example/\n"
        "Source: The Post: “Last year.”"
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",A vote", "It has no date."),
        ("2019,", "It has no headline."),
        ("2019-02-30,A vote", None),
        ("whenever,A vote", None),
    ],
)
def test_a_row_left_out_says_why(line: str, reason: str | None) -> None:
    found = table("date,headline", line, "2018,A vote")
    assert len(found.rows) == 1
    [left] = found.left
    assert left.number == 2
    assert reason is None or left.reason == reason
    assert left.reason.endswith((".", "”", "?"))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "columns"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"name,day\nA,B", "columns"),
        (b"{", "JSON"),
        (b"[]", "events"),
        (b'{"events": 3}', "events"),
        (b'{"events": []}', "no event"),
        (b"date,headline\n", "no event"),
        (b"[" * 100_000, "JSON"),
    ],
)
def test_what_is_none_of_these_is_refused_with_a_reason(data: bytes, word: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(data)
    assert word in refused.value.message
    assert "Nothing was imported" in refused.value.message


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Refused):
        assert parse(data).rows is not None
