"""desk:entry-edit."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial import review
from tests.editorial.views.helpers import HX, MOST_QUERIES, address, fill, placed_at, queries, rows_in, said, sign_in
from tests.factories import make_article, make_entry, make_timeline, make_user
from timelines.extraction import read_date
from timelines.models import Entry

pytestmark = pytest.mark.django_db

TYPED = {
    "date": "3 May 2019",
    "headline": "The council votes",
    "description": "At last.",
    "status": "past",
    "version": "1",
}


def entry_of(edtf: str = "2019-05-03", words: str = "3 May 2019", **fields: Any) -> Entry:
    timeline = make_timeline()
    article = make_article(f"{timeline.title}: the council voted on {words}.", timeline=timeline)
    return make_entry(timeline, edtf, article=article, words=words, headline="Council votes", **fields)


def stored(entry: Entry) -> Entry:
    return Entry.objects.select_related("event").get(pk=entry.pk)


def test_form_is_a_page_of_its_own(client: Client) -> None:
    sign_in(client)
    html = client.get(address("edit", entry_of())).content.decode()
    assert "<html" in html
    assert 'value="3 May 2019"' in html
    assert "Council votes" in html
    assert "The source says “3 May 2019”." in html


def test_form_is_a_fragment_for_htmx(client: Client) -> None:
    sign_in(client)
    entry = entry_of()
    html = client.get(address("edit", entry), headers=HX).content.decode()
    assert "<html" not in html
    assert f'id="e-{entry.pk}"' in html
    assert reverse("desk:date-preview", args=[entry.timeline.slug]) in html


def test_plain_form_saves_and_leads_back(client: Client) -> None:
    sign_in(client)
    entry = entry_of()
    response = client.post(address("edit", entry), TYPED | {"date": "May 2019"}, follow=True)
    assert response.redirect_chain[0][0].endswith(f"#e-{entry.pk}")
    assert said(response) == ["Saved: May 2019."]
    event = stored(entry).event
    assert (event.edtf, event.headline, event.description) == ("2019-05", "The council votes", "At last.")


def test_saved_as_it_came_changes_nothing(client: Client) -> None:
    sign_in(client)
    entry = make_entry(edtf="2022-05~", mod="APPROX", headline="Boats are sold")
    form = client.get(address("edit", entry)).context["form"]
    assert client.post(address("edit", entry), form.initial).status_code == 302
    assert not entry.decisions.exists()
    assert stored(entry).event.mod == "APPROX"


def test_htmx_brings_the_row_and_its_new_place(client: Client) -> None:
    sign_in(client)
    entry = make_entry(edtf="2019", headline="Moves")
    other = make_entry(entry.timeline, "2020")
    response = client.post(address("edit", entry), TYPED | {"date": "2021"}, headers=HX)
    html = response.content.decode()
    assert rows_in(response) == [entry.pk]
    assert placed_at(response, entry) > other.position
    assert "Saved: 2021. U to undo." in html


@pytest.mark.parametrize("headers", [HX, {}])
def test_more_precise_than_the_source_is_refused(client: Client, headers: dict[str, str]) -> None:
    sign_in(client)
    entry = entry_of("2019", "2019")
    response = client.post(address("edit", entry), TYPED | {"headline": "Kept words"}, headers=headers)
    html = response.content.decode()
    assert response.status_code == 422
    assert "3 May 2019 is more precise than the source, which says “2019”." in html
    assert 'name="take" value="2019"' in html
    assert "Kept words" in html
    assert stored(entry).event.edtf == "2019"


def test_unreadable_date_is_refused_and_all_is_kept(client: Client) -> None:
    sign_in(client)
    entry = entry_of()
    response = client.post(
        address("edit", entry), TYPED | {"date": "30 February 2019", "description": "Kept."}, headers=HX
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="30 February 2019"' in html
    assert "Kept." in html
    assert "echo--refused" in html


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("headline", " ", "Write a headline."),
        ("headline", "x" * 2001, "at most 2000 characters"),
        ("date", "", "Write a date"),
        ("status", "never", "not one of the available choices"),
    ],
)
def test_what_is_missing_is_said(client: Client, field: str, value: str, message: str) -> None:
    sign_in(client)
    response = client.post(address("edit", entry_of()), TYPED | {field: value}, headers=HX)
    assert response.status_code == 422
    assert message in response.content.decode()


def test_taking_a_date_saves_nothing(client: Client) -> None:
    sign_in(client)
    entry = entry_of()
    response = client.post(address("edit", entry), TYPED | {"take": "May 2019", "headline": "Kept words"}, headers=HX)
    html = response.content.decode()
    assert response.status_code == 200
    assert 'value="May 2019"' in html
    assert "Kept words" in html
    assert stored(entry).event.edtf == "2019-05-03"


def someone_else_saves(entry: Entry) -> None:
    night_desk = make_user(first_name="Night", last_name="desk")
    change = review.Change(read_date("3 May 2019", None), "The night desk’s words", "Theirs.")
    review.edit(entry.pk, night_desk, change, version=entry.version)


@pytest.mark.parametrize("headers", [HX, {}])
def test_stale_save_shows_both_texts(client: Client, headers: dict[str, str]) -> None:
    sign_in(client)
    entry = entry_of()
    someone_else_saves(entry)
    response = client.post(address("edit", entry), TYPED | {"headline": "My own words"}, headers=headers)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Night desk saved this entry while you were typing" in html
    assert ("<html" in html) is not bool(headers)
    assert '<ins class="yours">My own</ins>' in html
    assert '<ins class="theirs">The night desk’s</ins>' in html
    assert 'name="version" value="2"' in html
    assert stored(entry).event.headline == "The night desk’s words"


def test_mine_can_be_saved_over_theirs(client: Client) -> None:
    sign_in(client)
    entry = entry_of()
    someone_else_saves(entry)
    conflict = client.post(address("edit", entry), TYPED | {"headline": "My own words"}).context
    client.post(address("edit", entry), conflict["typed"] | {"version": conflict["entry"].version})
    assert stored(entry).event.headline == "My own words"


def test_combining_keeps_mine_in_the_form_and_shows_theirs(client: Client) -> None:
    sign_in(client)
    entry = entry_of()
    someone_else_saves(entry)
    response = client.post(address("edit", entry), TYPED | {"headline": "My own words", "combine": "1"}, headers=HX)
    html = response.content.decode()
    assert response.status_code == 200
    assert "My own words" in html
    assert "field__saved" in html
    assert 'name="version" value="2"' in html
    assert stored(entry).event.headline == "The night desk’s words"


def test_a_second_change_under_the_conflict_is_another_conflict(client: Client) -> None:
    sign_in(client)
    entry = entry_of()
    someone_else_saves(entry)
    first = client.post(address("edit", entry), TYPED | {"headline": "My own words"}).context
    entry.refresh_from_db()
    review.edit(
        entry.pk,
        make_user(first_name="Day", last_name="desk"),
        review.Change(read_date("3 May 2019", None), "A third text"),
        version=entry.version,
    )
    for choice in ({}, {"combine": "1"}):
        mine = first["typed"] | {"version": first["entry"].version}
        second = client.post(address("edit", entry), mine | choice, headers=HX)
        if choice:  # the form shows what is saved now, and saves over that alone
            assert 'name="version" value="3"' in second.content.decode()
            assert "A third text" in second.content.decode()
        else:
            assert second.status_code == 409
            assert "Day desk saved this entry" in second.content.decode()
        assert "My own words" in second.content.decode().replace("</ins>", "")
    assert stored(entry).event.headline == "A third text"


def test_a_change_that_touched_no_text_is_no_conflict(client: Client) -> None:
    sign_in(client)
    entry = entry_of(state="proposed")
    form = client.get(address("edit", entry)).context["form"]
    review.accept(entry.pk, make_user())
    response = client.post(address("edit", entry), form.initial | {"headline": "My own words"})
    assert response.status_code == 302
    entry = stored(entry)
    assert (entry.event.headline, entry.state) == ("My own words", "accepted")
    someone_else_saves(entry)
    response = client.post(address("edit", entry), form.initial | {"headline": "Too late"})
    assert response.status_code == 409


def test_conflict_with_oneself_in_another_tab(client: Client) -> None:
    user = sign_in(client)
    entry = entry_of()
    review.edit(entry.pk, user, review.Change(read_date("3 May 2019", None), "The other tab’s words"), version=1)
    html = client.post(address("edit", entry), TYPED, headers=HX).content.decode()
    assert "You saved this entry in another tab while you were typing" in html
    assert "Copy my text" in html


@pytest.mark.parametrize("headers", [HX, {}])
@pytest.mark.parametrize("way", ["removed", "merged"])
def test_text_for_an_entry_that_went_becomes_a_new_one(client: Client, headers: dict[str, str], way: str) -> None:
    sign_in(client)
    entry, other = entry_of(), make_entry()
    url = address("edit", entry)
    if way == "merged":
        Entry.objects.filter(pk=entry.pk).update(state="merged", merged_into=other)
    else:
        entry.delete()
    response = client.post(url, TYPED | {"description": "Kept words"}, headers=headers)
    html = response.content.decode()
    assert response.status_code == 409
    assert f"The entry was {way}" in html
    assert "Kept words" in html
    assert f'action="{reverse("desk:entry-new", args=[entry.timeline.slug])}"' in html
    assert ("<html" in html) is not bool(headers)


def test_queries_do_not_grow(client: Client) -> None:
    sign_in(client)
    counts = []
    for size in (5, 300):
        entry = entry_of()
        fill(entry.timeline, size, edtf="2018")
        url, typed = address("edit", entry), TYPED | {"date": "2017"}
        counts.append(queries(lambda url=url, typed=typed: client.post(url, typed, headers=HX)))  # type: ignore[misc]
        assert Entry.objects.get(pk=entry.pk).position < entry.position
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_who_may(client: Client) -> None:
    entry = entry_of()
    answer = client.post(address("edit", entry), TYPED, headers=HX)
    assert answer["HX-Redirect"].startswith("/accounts/login/")
    sign_in(client, role=None)
    assert client.get(address("edit", entry)).status_code == 404
    assert client.post(address("edit", entry), TYPED).status_code == 404
    assert client.put(address("edit", entry)).status_code == 405
