"""The plain table."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, strategies as st

from tests.timelines.editions import entry, source
from tests.timelines.exports.sample import DATES, sample
from timelines.exports.cells import RISKY, guard, unguard
from timelines.exports.published import Published
from timelines.exports.table import HEADER, write


def rows(timeline: Published) -> list[dict[str, str]]:
    data = write(timeline)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_date_is_there_as_it_is() -> None:
    found = rows(sample())
    assert [(unguard(row["edtf"]), row["mod"] or None) for row in found] == list(DATES.values())
    assert found[2]["date"] == "2019"
    assert (found[2]["earliest"], found[2]["latest"]) == ("2019-01-01", "2019-12-31")
    assert (found[6]["earliest"], found[6]["latest"]) == ("2019-07-01", "")


def test_one_row_for_each_source_and_one_without_any() -> None:
    found = rows(sample(entry(1, "2019", "A", source("First."), source("Second.", article=2)), entry(2, "2020", "B")))
    assert [(row["id"], row["quote"]) for row in found] == [("1", "First."), ("1", "Second."), ("2", "")]


def test_a_source_brings_its_words_and_what_they_say() -> None:
    [row] = rows(sample(entry(1, "2019-05", "A", source("The council met in May.", "May", edtf="2019-05", note="So."))))
    assert (row["words"], row["source_edtf"], row["note"]) == ("May", "2019-05", "So.")
    assert (row["publisher"], row["article_published"]) == ("The Courier", "2019-05-04")


@pytest.mark.parametrize("headline", ["=HYPERLINK(1)", "+1 vote", "-1", "@all", "\t=1", " =1", "＝1"])
def test_no_cell_is_a_formula(headline: str) -> None:
    [row] = rows(sample(entry(1, "2019", headline)))
    assert row["headline"] == f"'{headline}"
    assert unguard(row["headline"]) == headline


@given(st.text())
def test_what_was_guarded_can_be_read_back(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).lstrip(" ").startswith(tuple(set(RISKY) - {"'"}))


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_any_headline_comes_back_whole(headline: str) -> None:
    [row] = rows(sample(entry(1, "2019", headline)))
    assert unguard(row["headline"]) == headline


def test_the_columns_are_named_once() -> None:
    assert len(set(HEADER)) == len(HEADER)
