"""Out and in again: the commands, and what each format keeps."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from editorial import importing
from editorial.importing import parse
from editorial.importing.saving import in_order
from editorial.roles import MODERATORS
from tests.factories import make_user
from tests.timelines.editions import day, entry, make_edition, source
from tests.timelines.exports.sample import DATES, sample
from timelines.exports import FORMATS
from timelines.models import Edition, Entry, Timeline

pytestmark = pytest.mark.django_db

BACK = ["timeline.json", "timeline.csv", "timelinejs.json", "timelinejs.csv"]
"""The formats that can be imported."""


@pytest.mark.parametrize("name", ["timeline.json", "timeline.csv", "timelinejs.json"])
def test_every_kind_of_date_comes_back_as_it_was(name: str) -> None:
    found = parse(FORMATS[name].write(sample()))
    before_christ = "“-0043” has no day between the years 1 and 9999; Dateline can place no others."
    assert [row.reason for row in found.left] == [before_christ]
    dates = [date for number, date in DATES.items() if number != 12]
    assert [(row.date.edtf, row.date.mod) for row in found.rows] == dates


def test_a_spreadsheet_keeps_what_its_words_say() -> None:
    found = parse(FORMATS["timelinejs.csv"].write(sample()))
    assert [row.reason for row in found.left] == ["It has no start date."]
    by_headline = {row.headline: row.date for row in found.rows}
    assert by_headline["Event 4"].mod == "START"
    assert [by_headline[f"Event {number}"].edtf for number in (1, 2, 3, 6, 9, 10)] == [
        "2019-05-03", "2019-06", "2019", "2019-05-03/2019-05-05", "199X", "2020-22",
    ]  # fmt: skip


@pytest.mark.parametrize("name", BACK)
def test_two_thousand_events_go_out_and_come_back(name: str, tmp_path: Path) -> None:
    rows = [entry(i, day(i // 2), f"Event {i}", source("It was then.", "then")) for i in range(2000)]
    edition = make_edition(*rows)
    make_user(role=MODERATORS, username="night", is_superuser=True)
    file = tmp_path / name
    call_command("export_timeline", edition.slug, "--format", name, "--output", file)
    # A table has no title of its own.
    title = ["--title", edition.title] if name == "timeline.csv" else []
    call_command("import_timeline", file, "--slug", "again", "--publish", *title, stdout=io.StringIO())
    back = Edition.objects.published().get(slug="again").content["entries"]
    assert [(row["headline"], row["edtf"]) for row in back] == [(row["headline"], row["edtf"]) for row in rows]
    assert Timeline.objects.get(slug="again").title == edition.title


def test_rows_out_of_order_are_put_by_their_dates_and_others_left_as_they_are() -> None:
    def rows(*dates: str) -> list[Any]:
        return parse(("date,headline\n" + "".join(f"{date},A\n" for date in dates)).encode()).rows

    assert [row.date.edtf for row in in_order(rows("2020", "2019-05", "2018"))] == ["2018", "2019-05", "2020"]
    assert [row.date.edtf for row in in_order(rows("2019-05", "2019", "2019-03"))] == [
        "2019-03",
        "2019",
        "2019-05",
    ] or [
        "2019",
        "2019-03",
        "2019-05",
    ]
    assert [row.date.edtf for row in in_order(rows("2019-05", "2019", "2020"))] == ["2019-05", "2019", "2020"]


# --- The commands -----------------------------------------------------------------------------------------------


def run(tmp_path: Path, text: str, *more: str) -> str:
    file, out = tmp_path / "story.csv", io.StringIO()
    file.write_text(text, encoding="utf-8")
    call_command("import_timeline", file, "--slug", "story", *more, stdout=out, stderr=out)
    return out.getvalue()


def test_an_import_is_a_draft_of_accepted_entries(tmp_path: Path) -> None:
    who = make_user(username="anna")
    said = run(tmp_path, "date,headline\n2019,A vote\n", "--user", "anna", "--title", "The bridge")
    timeline = Timeline.objects.get(slug="story")
    assert (timeline.title, timeline.owner, timeline.state) == ("The bridge", who, "draft")
    [made] = Entry.objects.filter(timeline=timeline)
    assert (made.state, made.by_hand, made.decided_by, made.event.headline) == ("accepted", True, who, "A vote")
    assert made.history.count() == 1
    assert "1 entries, a draft; 0 rows left out" in said


def test_rows_left_out_are_named_and_the_others_are_in(tmp_path: Path) -> None:
    make_user(username="anna", is_superuser=True)
    with pytest.raises(CommandError, match="1 rows were left out"):
        run(tmp_path, "date,headline\n2019,A vote\nwhenever,B\n")
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [
        ("date,headline\n2019,A\n", ["--user", "nobody"], "no active person"),
        ("nothing", ["--user", "anna"], "columns"),
        ("date,headline\nwhenever,A\n", ["--user", "anna"], "No row can become an entry"),
    ],
)
def test_a_refusal_leaves_nothing(tmp_path: Path, text: str, more: list[str], words: str) -> None:
    make_user(username="anna")
    with pytest.raises(CommandError, match=words):
        run(tmp_path, text, *more)
    assert not Timeline.objects.filter(slug="story").exists()


def test_a_taken_address_is_refused(tmp_path: Path) -> None:
    make_user(username="anna")
    run(tmp_path, "date,headline\n2019,A vote\n", "--user", "anna")
    with pytest.raises(CommandError, match="Another timeline has this address"):
        run(tmp_path, "date,headline\n2020,Another\n", "--user", "anna")
    assert Entry.objects.count() == 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    make_user(username="anna")
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_timeline", tmp_path / "none.csv", "--slug", "story", "--user", "anna")


def test_a_draft_cannot_be_exported() -> None:
    edition = make_edition(live=False)
    with pytest.raises(CommandError, match="Nothing is published"):
        call_command("export_timeline", edition.slug, "--format", "timeline.json")


def test_an_export_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    edition = make_edition(entry(1, "2019", "A vote"))
    call_command("export_timeline", edition.slug, "--format", "timeline.md", "--site", "https://news.example/")
    assert f"[A vote](<https://news.example/t/{edition.slug}/#e-1>)" in capsysbinary.readouterr().out.decode()
    assert sys.stdout is not None


def test_saving_is_all_or_nothing() -> None:
    found = importing.parse(b"date,headline\n2019,A vote\n")
    timeline = importing.save(found, "story", make_user())
    assert timeline.entries.count() == 1
