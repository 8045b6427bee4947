"""The split desk: the page, the same for one article, and the reading banner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.listing import PAGE
from tests.editorial.views.helpers import desk, queries, sign_in
from tests.factories import make_article, make_entry, make_timeline
from timelines.models import Article, Entry, Job, Timeline

pytestmark = pytest.mark.django_db

WARNING = [{"code": "year-typo", "message": "“225” is read as 2025.", "readings": [
    {"edtf": "2025-02", "earliest": "2025-02-01", "latest": "2025-02-28", "mod": None, "note": "one digit missing"},
    {"edtf": "0225-02", "earliest": "0225-02-01", "latest": "0225-02-28", "mod": None, "note": "as written"},
]}]  # fmt: skip


@pytest.fixture
def timeline() -> Timeline:
    return make_timeline(title="Ferries")


@pytest.fixture
def article(timeline: Timeline) -> Article:
    text = "The council voted on 3 May 2019. In 2021 it asked again. In February 225 it met."
    return make_article(text, timeline=timeline, title="Ferry talks")


def page(client: Client, timeline: Timeline, query: str = "") -> str:
    response = client.get(desk(timeline, query))
    assert response.status_code == 200
    return response.content.decode()


def test_empty_timeline_says_what_to_do(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    html = page(client, timeline)
    assert "Nothing here yet" in html
    assert "Upload articles" in html
    assert "keybar__key" in html


def test_words_and_entries_lead_to_each_other(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    entry = make_entry(timeline, article=article, words="3 May 2019")
    html = page(client, timeline)
    expression = article.expressions.get()
    assert (
        f'"mark mark--accepted mark--short" id="m-{expression.pk}" data-entry="{entry.pk}" href="#e-{entry.pk}"' in html
    )
    assert f'href="#m-{expression.pk}"' in html
    assert f'id="e-{entry.pk}"' in html


def test_states_are_marked_in_the_source(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    make_entry(timeline, article=article, words="3 May 2019", state="rejected")
    make_entry(timeline, "2021", article=article, words="2021", state="proposed")
    make_entry(timeline, "2025-02", article=article, words="February 225", state="proposed", warnings=WARNING)
    html = page(client, timeline)
    for state in ("rejected", "proposed", "check"):
        assert html.count(f'class="mark mark--{state}') == 1
        assert html.count(f"rail__mark--{state}") == 1


def test_current_is_the_first_undecided_with_its_readings(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    make_entry(timeline, article=article, words="3 May 2019")
    doubtful = make_entry(
        timeline, "2025-02", article=article, words="February 225", state="proposed", warnings=WARNING
    )
    response = client.get(desk(timeline))
    html = response.content.decode()
    assert response.context["listing"].current.entry == doubtful
    assert "Accept February 2025" in html
    assert "February of the year 225" in html
    assert "one digit missing" in html


def test_wanted_entry_is_current_even_under_another_tab(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    make_entry(timeline, state="proposed")
    wanted = make_entry(timeline, state="accepted")
    listing = client.get(desk(timeline, f"?show=undecided&entry={wanted.pk}")).context["listing"]
    assert (listing.show, listing.current.entry) == ("all", wanted)


def test_grouped_by_year_with_gaps_and_rejected_folded(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    make_entry(timeline, "2019-06-29", headline="Interview")
    make_entry(timeline, "2024", headline="Tests")
    make_entry(timeline, "2020", headline="Set aside one", state="rejected")
    listing = client.get(desk(timeline)).context["listing"]
    assert [(group.heading, group.note) for group in listing.groups] == [("2019", "June"), ("2024", "month not given")]
    assert listing.groups[0].rows[0].gap == "4½ to 5½ years"
    assert [row.entry.event.headline for row in listing.rejected] == ["Set aside one"]
    assert '<details class="aside">' in page(client, timeline)


def test_tabs_count_and_filter(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    for state, headline in (("proposed", "Undecided one"), ("accepted", "Accepted one"), ("rejected", "Rejected one")):
        make_entry(timeline, state=state, headline=headline)
    shown = {show: page(client, timeline, f"?show={show}") for show in ("undecided", "accepted", "rejected")}
    assert "Undecided one" in shown["undecided"]
    assert "Accepted one" not in shown["undecided"]
    assert "Rejected one" not in shown["accepted"]
    assert "Rejected one" in shown["rejected"]
    counts = client.get(desk(timeline)).context["listing"].counts
    assert counts == {"all": 3, "undecided": 1, "accepted": 1, "rejected": 1}


def test_article_is_chosen_and_next_leads_on(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    second = make_article("Another text of 2020.", timeline=timeline)
    html = page(client, timeline, f"?article={second.pk}")
    assert "Another text of 2020." in html
    assert "<b>Article 2</b> of 2" in html
    assert f"?article={article.pk}" in html


def opened(client: Client, timeline: Timeline, query: str = "") -> tuple[int, Entry | None]:
    """The article that is open, and the current entry."""
    context = client.get(desk(timeline, query)).context
    current = context["listing"].current
    return context["where"].article, current and current.entry


def test_the_current_entry_and_the_open_article_belong_together(
    client: Client, timeline: Timeline, article: Article
) -> None:
    sign_in(client)
    second = make_article("Another text of 2020. And of 2022.", timeline=timeline)
    later = make_entry(timeline, "2020", article=second, words="2020", state="proposed")
    own = make_entry(timeline, "2021", article=article, words="2021", state="proposed")
    decided = make_entry(timeline, "2022", article=second, words="2022", state="accepted")
    assert opened(client, timeline) == (second.pk, later)
    assert opened(client, timeline, f"?article={article.pk}") == (article.pk, own)
    assert opened(client, timeline, f"?entry={decided.pk}") == (second.pk, decided)
    assert opened(client, timeline, f"?article={article.pk}&entry={decided.pk}") == (second.pk, decided)
    assert opened(client, timeline, f"?article={second.pk}&entry={own.pk}") == (article.pk, own)
    assert opened(client, timeline, "?entry=999999") == (second.pk, later)


def test_the_source_comes_alone_when_it_is_asked_for(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    second = make_article("Another text of 2020.", timeline=timeline)
    entry = make_entry(timeline, "2020", article=second, words="2020", state="proposed")
    headers = {"HX-Request": "true", "HX-Target": "source"}
    html = client.get(desk(timeline, f"?article={second.pk}"), headers=headers).content.decode()
    assert html.strip().startswith('<section class="source" id="source"')
    assert html.strip().endswith("</section>")
    assert f'href="{desk(timeline)}?article={second.pk}&amp;entry={entry.pk}#e-{entry.pk}"' in html
    assert "<b>Article 2</b> of 2" in html
    assert 'id="list"' not in html


def test_article_of_another_timeline_is_not_shown(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    secret = make_article("A secret text.", timeline=make_timeline())
    assert "A secret text." not in page(client, timeline, f"?article={secret.pk}")
    assert client.get(reverse("desk:article", args=[timeline.slug, secret.pk])).status_code == 404


def test_one_article_lists_its_entries_alone(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    make_entry(timeline, article=article, words="3 May 2019", headline="From the article")
    make_entry(timeline, headline="From elsewhere")
    html = client.get(reverse("desk:article", args=[timeline.slug, article.pk])).content.decode()
    assert "From the article" in html
    assert "From elsewhere" not in html
    assert "accept" not in html or "only=1" in html


def test_text_is_escaped(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    article = make_article("<script>alert(1)</script> in 2019 <b>", timeline=timeline, title="<i>x</i>")
    make_entry(timeline, "2019", article=article, words="2019", headline="<img src=x>", state="proposed")
    html = page(client, timeline)
    for raw in ("<script>alert", "<i>x</i>", "<img src=x>"):
        assert raw not in html


def test_nonsense_in_the_address_is_left_out(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    make_entry(timeline)
    page(client, timeline, "?show=nothing&article=x&page=99999999999999999999&entry=²")
    page(client, timeline, "?page=7&entry=0")


def test_returned_timeline_shows_the_note(client: Client) -> None:
    sign_in(client)
    timeline = make_timeline(state="returned", note="The second date is wrong.")
    assert "The second date is wrong." in page(client, timeline)


def test_submitted_timeline_can_be_taken_back(client: Client) -> None:
    sign_in(client)
    html = page(client, make_timeline(state="submitted", submitted_at=timezone.now()))
    assert "Take back" in html
    assert "Submit for publishing" not in html


@pytest.mark.parametrize("size", [1, PAGE + 5])
def test_list_has_a_page_size(client: Client, timeline: Timeline, size: int) -> None:
    sign_in(client)
    for _ in range(size):
        make_entry(timeline)
    listing = client.get(desk(timeline)).context["listing"]
    assert len(listing.rows) == min(size, PAGE)
    last = timeline.entries.in_order().last()
    assert last is not None
    assert client.get(desk(timeline, f"?entry={last.pk}")).context["listing"].current.entry == last


def test_queries_do_not_grow(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    make_entry(timeline, article=article, words="3 May 2019")
    make_entry(timeline, state="rejected")
    make_article("In 1999 it rained.", timeline=timeline)
    few = queries(lambda: client.get(desk(timeline)))
    for number in range(12):
        own = make_article(f"In {2000 + number} it rained.", timeline=timeline)
        make_entry(
            timeline, str(2000 + number), article=own, words=str(2000 + number), state="proposed", warnings=WARNING
        )
        make_entry(timeline, state="rejected")
    many = queries(lambda: client.get(desk(timeline)))
    assert many == few
    assert many <= 20


def test_anonymous_sign_in_and_others_find_nothing(client: Client, timeline: Timeline) -> None:
    assert client.get(desk(timeline)).status_code == 302
    sign_in(client, role=None)
    assert client.get(desk(timeline)).status_code == 404


def test_no_such_timeline(client: Client) -> None:
    sign_in(client)
    assert client.get("/desk/t/nothing/").status_code == 404


# --- The reading banner ---------------------------------------------------------------------------------------


def banner(client: Client, timeline: Timeline, query: str = "") -> tuple[str, str]:
    response = client.get(reverse("desk:reading", args=[timeline.slug]) + query, headers={"HX-Request": "true"})
    return response.content.decode(), response.headers.get("HX-Trigger", "")


def run(article: Article, **fields: object) -> None:
    Job.objects.filter(article=article).update(
        status="running", lease_until=timezone.now() + timedelta(minutes=1), **fields
    )


def test_polls_while_an_article_is_read(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    run(article, started_at=timezone.now() - timedelta(seconds=5))
    html, trigger = banner(client, timeline)
    assert 'data-hx-trigger="every' in html
    assert "Article 1 is being read." in html
    assert "5 s so far" in html
    assert trigger == ""
    assert 'id="reading"' in page(client, timeline)
    assert "Look again" in html


def test_place_in_the_queue_counts_all_that_wait(client: Client, timeline: Timeline) -> None:
    sign_in(client)
    make_article("First.", job="queued", timeline=make_timeline())
    make_article("Second.", job="queued", timeline=timeline)
    assert "Number 2 in the queue" in banner(client, timeline)[0]


def test_stops_polling_and_brings_the_list_when_done(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    html, trigger = banner(client, timeline, "?open=1")
    assert "data-hx-trigger" not in html
    assert "All articles are read." in html
    assert trigger == "desk:read" or "desk:read" in trigger


def test_brings_the_list_for_each_article_that_is_done(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    run(make_article("Still.", timeline=timeline))
    html, trigger = banner(client, timeline, "?open=2")
    assert 'data-hx-trigger="every' in html
    assert "desk:read" in trigger
    assert banner(client, timeline, "?open=1")[1] == ""


def test_failure_says_why_and_can_be_tried_again(client: Client, timeline: Timeline, article: Article) -> None:
    sign_in(client)
    Job.objects.filter(article=article).update(status="quarantined", reason="It was tried 3 times.")
    html, _ = banner(client, timeline)
    job = Job.objects.get(article=article)
    assert "It was tried 3 times." in html
    assert reverse("desk:job-retry", args=[job.pk]) in html
    assert "data-hx-trigger" not in html
