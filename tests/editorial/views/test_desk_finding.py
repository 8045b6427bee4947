"""Finding on the desk: words, dates, filters, direction, pages, and what comes a moment after an action."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from editorial.listing import PAGE
from tests.editorial.views.helpers import HX, desk, fill, queries, rows_in, sign_in
from tests.factories import make_article, make_entry, make_timeline
from timelines.models import Comment, Entry, Timeline

pytestmark = pytest.mark.django_db

WARNING = [{"code": "year-typo", "message": "“225” is read as 2025.", "readings": []}]


@pytest.fixture
def timeline(client: Client) -> Timeline:
    sign_in(client)
    return make_timeline(title="Ferries")


def shown(client: Client, timeline: Timeline, query: str) -> list[str]:
    """The headlines of the rows that are not folded away, in order."""
    listing = client.get(desk(timeline, query)).context["listing"]
    return [row.entry.event.headline for group in listing.groups for row in group.rows]


# --- One box ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "headline"),
    [
        ("2019", "May"),
        ("May 2019", "May"),
        ("2019-06", "June"),
        ("7 June 2019", "June"),
        ("2030", "Last"),
        ("1990", "May"),
    ],
)
def test_a_date_leads_to_its_first_entry(client: Client, timeline: Timeline, typed: str, headline: str) -> None:
    for edtf, name in (("2019-05-03", "May"), ("2019-06-07", "June"), ("2024", "Last")):
        make_entry(timeline, edtf, headline=name)
    entry = Entry.objects.get(event__headline=headline)
    response = client.get(desk(timeline), {"find": typed})
    assert response["Location"] == f"{desk(timeline)}?entry={entry.pk}#e-{entry.pk}"


def test_words_filter_and_what_was_open_is_kept(client: Client, timeline: Timeline) -> None:
    response = client.get(desk(timeline, "?show=undecided&order=newest"), {"find": "  bridge   opens "})
    assert response.status_code == 302
    answer = client.get(desk(timeline, "?show=undecided&order=newest&find=bridge+opens"))
    assert answer["Location"] == f"{desk(timeline)}?show=undecided&q=bridge+opens&order=newest"


def test_a_date_where_there_are_no_entries_leads_back(client: Client, timeline: Timeline) -> None:
    assert client.get(desk(timeline, "?find=2019"))["Location"] == desk(timeline)


def test_words_are_looked_for_in_headline_description_and_quotes(client: Client, timeline: Timeline) -> None:
    article = make_article("The council voted on 3 May 2019.", timeline=timeline)
    make_entry(timeline, headline="A Bridge opens")
    make_entry(timeline, headline="Talks", description="About the bridge over the river.")
    make_entry(timeline, headline="A vote", article=article, words="3 May 2019")
    make_entry(
        timeline, headline="By hand", article=make_article("They met on the bridge of sighs.", timeline=timeline)
    )
    assert shown(client, timeline, "?q=bridge") == ["A Bridge opens", "Talks", "By hand"]
    assert shown(client, timeline, "?q=bridge+river") == ["Talks"]
    assert shown(client, timeline, "?q=3+May") == ["A vote"]


# --- Filters ------------------------------------------------------------------------------------------------


def test_date_range_takes_what_may_lie_in_it(client: Client, timeline: Timeline) -> None:
    for edtf in ("2018", "2019-12-31", "2020-05", "2021-01-01", "2019/..", "../2018"):
        make_entry(timeline, edtf, headline=edtf)
    assert shown(client, timeline, "?since=2019&until=2020") == ["2019-12-31", "2020-05", "2019/.."]
    assert shown(client, timeline, "?since=June+2020") == ["2021-01-01", "2019/.."]
    assert shown(client, timeline, "?until=2018") == ["2018", "../2018"]


def test_unreadable_dates_filter_nothing_and_are_named(client: Client, timeline: Timeline) -> None:
    make_entry(timeline, headline="There")
    assert shown(client, timeline, "?since=whenever") == ["There"]
    assert (
        "“whenever” is not a date Dateline can read" in client.get(desk(timeline, "?since=whenever")).content.decode()
    )


def test_warned_mine_talked_and_one_article(client: Client, timeline: Timeline) -> None:
    user = sign_in(client)
    article = make_article("The council voted on 3 May 2019.", timeline=timeline)
    make_entry(timeline, headline="Warned", state="proposed", warnings=WARNING)
    make_entry(timeline, headline="Decided", warnings=WARNING)
    mine = make_entry(timeline, headline="Mine")
    Entry.objects.filter(pk=mine.pk).update(assignee=user)
    Comment.objects.create(entry=make_entry(timeline, headline="Talked"), author=user, text="Really?")
    make_entry(timeline, headline="Cited", article=article, words="3 May 2019")
    assert shown(client, timeline, "?warned=1") == ["Warned"]
    assert shown(client, timeline, "?mine=1") == ["Mine"]
    assert shown(client, timeline, "?talked=1") == ["Talked"]
    assert shown(client, timeline, f"?article={article.pk}&only=1") == ["Cited"]
    assert shown(client, timeline, "?disagree=1") == []


def test_sources_that_disagree(client: Client, timeline: Timeline) -> None:
    entry = make_entry(
        timeline, "2019-05-03", article=make_article("On 3 May 2019.", timeline=timeline), words="3 May 2019"
    )
    other = make_entry(
        timeline, "2019-05-04", article=make_article("On 4 May 2019.", timeline=timeline), words="4 May 2019"
    )
    other.event.citations.update(event=entry.event)
    assert shown(client, timeline, "?disagree=1") == [entry.event.headline]


def test_filters_count_and_each_can_be_removed(client: Client, timeline: Timeline) -> None:
    make_entry(timeline, headline="Bridge", state="proposed", warnings=WARNING)
    make_entry(timeline, headline="Ferry")
    response = client.get(desk(timeline, "?q=bridge&warned=1&show=undecided"))
    assert response.context["listing"].counts == {"all": 1, "undecided": 1, "accepted": 0, "rejected": 0}
    html = response.content.decode()
    for without in ("?show=undecided&amp;warned=1", "?show=undecided&amp;q=bridge"):
        assert f'<a class="filter-chip" href="{desk(timeline)}{without}"' in html
    assert '/reject/?show=undecided&amp;q=bridge&amp;warned=1"' in html


def test_nothing_matches_and_the_way_out(client: Client, timeline: Timeline) -> None:
    make_entry(timeline)
    html = client.get(desk(timeline, "?q=zeppelin&since=2001")).content.decode()
    assert "Nothing matches “zeppelin” and from 2001." in html
    assert f'<a href="{desk(timeline)}">Show all entries</a>' in html


def test_an_entry_that_the_filter_hides_is_shown_with_all(client: Client, timeline: Timeline) -> None:
    wanted = make_entry(timeline, headline="Ferry")
    make_entry(timeline, headline="Bridge")
    response = client.get(desk(timeline, f"?q=bridge&entry={wanted.pk}"))
    assert response.context["listing"].current.entry == wanted
    assert "filter-chip" not in response.content.decode()


# --- Direction and pages ------------------------------------------------------------------------------------


def test_newest_first_is_the_same_order_backwards(client: Client, timeline: Timeline) -> None:
    for edtf in ("2019", "2020", "2024"):
        make_entry(timeline, edtf, headline=edtf)
    assert shown(client, timeline, "?order=newest") == ["2024", "2020", "2019"]
    listing = client.get(desk(timeline, "?order=newest")).context["listing"]
    assert listing.groups[0].rows[0].gap == client.get(desk(timeline)).context["listing"].groups[1].rows[0].gap


@pytest.mark.parametrize("order", ["", "newest"])
def test_each_entry_is_on_one_page_and_found_there(client: Client, timeline: Timeline, order: str) -> None:
    fill(timeline, 2 * PAGE + 5)
    pages = [client.get(desk(timeline, f"?order={order}&page={page}")).context["listing"] for page in (1, 2, 3)]
    pks = [row.entry.pk for listing in pages for group in listing.groups for row in group.rows]
    told = list(timeline.entries.in_order().values_list("pk", flat=True))
    assert pks == (told[::-1] if order else told)
    for at in (0, PAGE - 1, PAGE, 2 * PAGE):
        listing = client.get(desk(timeline, f"?order={order}&entry={pks[at]}")).context["listing"]
        assert (listing.page, listing.current.entry.pk) == (at // PAGE + 1, pks[at])


def test_htmx_gets_another_page_alone(client: Client, timeline: Timeline) -> None:
    fill(timeline, PAGE + 5)
    response = client.get(desk(timeline, "?page=2"), headers=HX | {"HX-Target": "list"})
    html = response.content.decode()
    assert len(rows_in(response)) == 5
    assert 'id="source-text"' not in html
    for part in ("tabs", "overview", "refresh"):
        assert f'id="{part}"' in html


# --- A moment after an action -------------------------------------------------------------------------------


def later(client: Client, timeline: Timeline, query: str = "") -> str:
    response = client.get(reverse("desk:overview", args=[timeline.slug]) + query, headers=HX)
    assert response.status_code == 200
    return response.content.decode()


def test_gaps_are_written_anew(client: Client, timeline: Timeline) -> None:
    first, second, _ = (make_entry(timeline, edtf) for edtf in ("2019-01-01", "2019-01-10", "2019-03-01"))
    make_entry(timeline, "2019-01-05", state="rejected", position=second.position + 1)
    html = later(client, timeline, f"?gaps={first.pk}.{second.pk}.999.x")
    assert f'<p class="gap" data-after="{first.pk}"></p>' in html
    assert f'<p class="gap" data-after="{second.pk}">50 days</p>' in html
    assert "data-after" not in later(client, timeline, f"?q=x&gaps={second.pk}")


def test_the_strip_leads_to_every_entry(client: Client, timeline: Timeline) -> None:
    here, there = make_entry(timeline, "2001"), make_entry(timeline, "2019")
    html = later(client, timeline, f"?shown={here.pk}")
    assert f'href="#e-{here.pk}"' in html
    assert f'href="{desk(timeline)}?entry={there.pk}#e-{there.pk}"' in html


def test_many_events_are_counted_by_the_month_in_the_database(client: Client, timeline: Timeline) -> None:
    fill(timeline, 305, edtf="2019-05-03")
    few = queries(lambda: later(client, timeline))
    make_entry(timeline, "2021/2022")
    make_entry(timeline, "2024/..")
    assert queries(lambda: later(client, timeline)) == few
    html = later(client, timeline)
    assert "2019: 305 events" in html
    assert f'href="{desk(timeline)}?find=2019"' in html


def test_who_may(timeline: Timeline) -> None:
    client = Client()
    address = reverse("desk:overview", args=[timeline.slug])
    assert client.get(address).status_code == 302
    sign_in(client, role=None)
    assert client.get(address).status_code == 404
