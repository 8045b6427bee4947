"""desk:import and desk:imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from editorial import importing
from tests.editorial.views.helpers import queries, sign_in
from tests.factories import make_timeline, make_user
from tests.timelines.html import Page
from timelines.models import Entry, Import, Timeline

pytestmark = pytest.mark.django_db

URL = "/desk/import/"
TABLE = "headline,date\nThe ferry sails,3 May 2019\nIt sinks,early 2024\nNobody knows,when it was\n,2020\n"
SLIDES = {
    "title": {"text": {"headline": "The ferry", "text": "<p>What sank.</p>"}},
    "events": [
        {"start_date": {"year": "2019", "month": "5"}, "text": {"headline": "It sails", "text": "<b>Off</b> it goes."}},
        {"start_date": {"year": "2019", "month": "13"}, "text": {"headline": "A month that is none"}},
    ],
}


def file(text: str | bytes, name: str = "the_ferry.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def test_who_may(client: Client) -> None:
    answer = client.post(URL, {"file": file(TABLE)})
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={URL}")
    sign_in(client, role=None)
    assert client.get(URL).status_code == client.post(URL, {"file": file(TABLE)}).status_code == 404
    timeline = importing.save(importing.parse(TABLE.encode()), "ferry", make_user())
    assert client.get(f"/desk/t/{timeline.slug}/imported/").status_code == 404
    assert Timeline.objects.count() == 1


def test_the_form_is_linked_and_says_what_a_file_needs(client: Client) -> None:
    sign_in(client)
    assert any(link["href"] == URL for link in Page(client.get("/desk/")).all("a", href=URL))
    make_timeline()
    assert Page(client.get("/desk/")).all("a", href=URL)
    page = Page(client.get(URL))
    assert "Up to 20 MB and 20,000 rows" in page.text
    (form,) = page.all("form", enctype="multipart/form-data")
    assert form["method"] == "post"


def test_rows_become_entries_and_the_others_are_listed(client: Client) -> None:
    user = sign_in(client)
    response = client.post(URL, {"file": file(TABLE)})
    timeline = Timeline.objects.get()
    assert (response.status_code, response["Location"]) == (302, "/desk/t/the-ferry/imported/")
    assert (timeline.title, timeline.owner, timeline.state) == ("The ferry", user, Timeline.State.DRAFT)
    rows = [(entry.event.edtf, entry.event.mod, entry.event.headline) for entry in timeline.entries.in_order()]
    assert rows == [("2019-05-03", "", "The ferry sails"), ("2024", "START", "It sinks")]
    assert set(timeline.entries.values_list("state", flat=True)) == {Entry.State.ACCEPTED}

    page = Page(client.get(response["Location"]))
    for words in ("2 of 4 rows came in", "the_ferry.csv", "by you", "3 May 2019", "early 2024"):
        assert words in page.text
    for words in ("Left out: 2", "Nobody knows", "It has no headline."):
        assert words in page.text
    (by_hand, _) = page.all("a", class_="btn")[-2:]
    assert by_hand["href"] == "/desk/t/the-ferry/new-entry/?headline=Nobody%20knows"
    assert "Nobody knows</textarea>" in client.get(by_hand["href"]).content.decode()


def test_a_timelinejs_file_brings_its_title(client: Client) -> None:
    sign_in(client)
    client.post(URL, {"file": file(json.dumps(SLIDES), "x.json"), "slug": "ferry"})
    timeline = Timeline.objects.get(slug="ferry")
    assert (timeline.title, timeline.standfirst) == ("The ferry", "What sank.")
    [row] = Import.objects.get().left
    assert (row["number"], row["headline"]) == (2, "A month that is none")


def test_what_is_typed_wins(client: Client) -> None:
    sign_in(client)
    client.post(URL, {"file": file(json.dumps(SLIDES)), "title": "A ship", "slug": "ship"})
    assert Timeline.objects.get().title == "A ship"
    client.post(URL, {"file": file(json.dumps(SLIDES)), "title": "A ship"})
    assert set(Timeline.objects.values_list("slug", flat=True)) == {"ship", "a-ship"}


def test_every_row_came_in(client: Client) -> None:
    sign_in(client)
    client.post(URL, {"file": file("headline,date\nIt sails,2019")})
    page = Page(client.get("/desk/t/the-ferry/imported/"))
    assert "The one row came in" in page.text
    assert "Left out" not in page.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04 a workbook", "save the sheet as CSV (UTF-8)"),
        (b"\xd0\xcf\x11\xe0 an old one", "save the sheet as CSV (UTF-8)"),
        (b"headline,date\nCaf\xe9,2019", "not UTF-8"),
        (b"\xff\xfeh", "not UTF-8"),
        (b'{"events": [', "not complete JSON"),
        (b"a,b\n1,2", "The first row has to name the columns"),
        (b"headline,date\n", "There is no event in the file."),
    ],
)
def test_what_is_no_timeline_is_refused(client: Client, data: bytes, words: str) -> None:
    sign_in(client)
    response = client.post(URL, {"file": file(data), "title": 'My "ferry"', "slug": "ferry"})
    page = Page(response)
    assert response.status_code == 422
    assert words in page.text
    assert "Nothing was imported" in page.text
    assert page.all("input", name="title")[0]["value"] == 'My "ferry"'
    assert page.all("input", name="slug")[0]["value"] == "ferry"
    assert not Timeline.objects.exists()


def test_no_file(client: Client) -> None:
    sign_in(client)
    response = client.post(URL, {"title": "A"})
    assert (response.status_code, "Choose a file." in Page(response).text) == (422, True)


def test_a_file_in_which_no_row_is_an_entry(client: Client) -> None:
    sign_in(client)
    response = client.post(URL, {"file": file("headline,date\nNobody knows,when\n,2019\n")})
    page = Page(response)
    assert response.status_code == 422
    assert "No row came in" in page.text
    for words in ("Nobody knows", "It has no headline."):
        assert words in page.text
    assert not Timeline.objects.exists()


def test_a_taken_address(client: Client) -> None:
    sign_in(client)
    make_timeline(slug="ferry")
    response = client.post(URL, {"file": file(TABLE), "slug": "ferry"})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["slug"])
    assert Timeline.objects.count() == 1


def test_a_file_too_large(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(client)
    monkeypatch.setattr(importing, "SIZE_MAX", 10)
    response = client.post(URL, {"file": file(TABLE)})
    assert (response.status_code, "Nothing was imported; split it." in Page(response).text) == (422, True)


def test_unicode_text_of_a_spreadsheet(client: Client) -> None:
    sign_in(client)
    client.post(URL, {"file": file("headline\tdate\nCafé\t2019".encode("utf-16"))})
    assert Entry.objects.get().event.headline == "Café"


def test_words_of_the_file_are_text(client: Client) -> None:
    sign_in(client)
    name = "<b>x.csv"
    client.post(URL, {"file": file('headline,date\n"<script>alert(1)</script> x",never\nIt sails,2019', name)})
    html = client.get(f"/desk/t/{Timeline.objects.get().slug}/imported/").content.decode()
    assert "<script>alert" not in html
    assert "<b>x.csv" not in html


def test_many_rows_left_out_are_listed_on_pages(client: Client) -> None:
    sign_in(client)
    rows = "\n".join(f"Event {number},no date" for number in range(450))
    client.post(URL, {"file": file(f"headline,date\nIt sails,2019\n{rows}")})
    url = "/desk/t/the-ferry/imported/"
    seen = "".join(Page(client.get(f"{url}?page={number}")).text for number in (1, 2, 3))
    assert all(f"Event {number} " in seen for number in range(450))
    assert queries(lambda: client.get(url)) <= 8


def test_a_timeline_that_was_not_imported_has_no_report(client: Client) -> None:
    sign_in(client)
    assert client.get(f"/desk/t/{make_timeline().slug}/imported/").status_code == 404


def test_the_details_lead_back_to_it(client: Client) -> None:
    sign_in(client)
    client.post(URL, {"file": file(TABLE)})
    page = Page(client.get("/desk/t/the-ferry/details/"))
    assert page.all("a", href="/desk/t/the-ferry/imported/")
    assert "2 of 4 rows came in" in page.text


def test_the_shell_leaves_the_same_report(tmp_path: Path) -> None:
    path = tmp_path / "ferry.csv"
    path.write_text(TABLE)
    make_user(is_superuser=True)
    with pytest.raises(CommandError):
        call_command("import_timeline", path, slug="ferry")
    found = Import.objects.get()
    assert (found.file_name, found.taken, len(found.left)) == ("ferry.csv", 2, 2)


def test_the_report_says_dates_as_readers_will_see_them(client: Client) -> None:
    sign_in(client)
    report = client.post(URL, {"file": file("headline,date,status\nIt sails,12 March 2027,planned\n")}, follow=True)
    assert "planned for 12 March 2027" in Page(report).text
