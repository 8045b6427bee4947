"""desk:entry-history and desk:entry-restore-version."""

from __future__ import annotations

from functools import partial

import pytest
from django.test import Client

from editorial import review
from tests.editorial.views.helpers import (
    HX,
    MOST_QUERIES,
    address,
    fill,
    followed_by,
    must_be_posted,
    queries,
    said,
    sign_in,
)
from tests.factories import make_entry, make_timeline, make_user
from timelines.extraction.edtf import bounds
from timelines.extraction.types import Reading
from timelines.models import Decision, Entry, Event

pytestmark = pytest.mark.django_db


def edited(headline: str = "It fell", *, edtf: str = "2019-05-03") -> tuple[Entry, Decision]:
    entry = make_entry(state="proposed", headline="It <b>stands</b>")
    change = review.Change(Reading(edtf, *bounds(edtf)), headline)
    review.edit(entry.pk, make_user(first_name="Night", last_name="desk"), change, version=1)
    return Entry.objects.get(pk=entry.pk), Decision.objects.get(entry=entry)


@pytest.mark.parametrize("headers", [HX, {}])
def test_it_is_told_in_a_panel_or_on_a_page(client: Client, headers: dict[str, str]) -> None:
    sign_in(client)
    entry, _ = edited()
    html = client.get(address("history", entry), headers=headers).content.decode()
    assert ("<html" in html) is not bool(headers)
    assert "<b>Edited</b> by Night desk" in html
    assert '<ins class="theirs">&lt;b&gt;stands&lt;/b&gt;</ins>' in html
    assert '<ins class="yours">fell</ins>' in html
    assert html.count("Restore this version") == 1
    assert ("data-hx-post" in html) is bool(headers)


def test_a_version_comes_back(client: Client) -> None:
    sign_in(client)
    entry, decision = edited()
    data = {"decision": decision.pk, "side": "before", "version": 2}
    response = client.post(address("restore-version", entry), data, follow=True)
    assert said(response) == ["Restored: 3 May 2019."]
    assert Event.objects.get().headline == "It <b>stands</b>"


def test_htmx_goes_on_with_the_entry(client: Client) -> None:
    sign_in(client)
    entry, decision = edited()
    data = {"decision": decision.pk, "side": "before", "version": 2}
    response = client.post(address("restore-version", entry), data, headers=HX)
    assert followed_by(response) == entry.pk
    assert "Restored: 3 May 2019. U to undo." in response.content.decode()


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [({"version": 1}, 409, "Somebody else changed this entry"), ({"decision": 0}, 422, "not kept any more")],
)
def test_what_is_not_restored_is_said(client: Client, change: dict[str, int], status: int, words: str) -> None:
    sign_in(client)
    entry, decision = edited()
    data = {"decision": decision.pk, "side": "before", "version": 2} | change
    response = client.post(address("restore-version", entry), data, headers=HX)
    assert response.status_code == status
    assert words in response.content.decode()
    plain = client.post(address("restore-version", entry), data, follow=True)
    assert words in said(plain)[0]
    assert Event.objects.get().headline == "It fell"


def test_who_may(client: Client) -> None:
    entry, _ = edited()
    for name in ("history", "restore-version"):
        assert client.post(address(name, entry)).status_code in (302, 405)
    assert must_be_posted(client, address("restore-version", entry))
    sign_in(client, role=None)
    assert client.get(address("history", entry)).status_code == 404
    assert client.post(address("restore-version", entry)).status_code == 404


def test_entry_of_another_timeline_is_not_found(client: Client) -> None:
    sign_in(client)
    entry, _ = edited()
    other = make_timeline()
    for name in ("history", "restore-version"):
        url = address(name, entry).replace(entry.timeline.slug, other.slug)
        assert (client.get(url) if name == "history" else client.post(url)).status_code == 404


@pytest.mark.parametrize("edtf", ["2019-05-03", "2021"])
def test_queries_do_not_grow(client: Client, edtf: str) -> None:
    sign_in(client)
    counts = []
    for size in (5, 300):
        entry, decision = edited(edtf=edtf)
        fill(entry.timeline, size)
        data = {"decision": decision.pk, "side": "before", "version": 2}
        counts.append(queries(partial(client.post, address("restore-version", entry), data, headers=HX)))
        entry.refresh_from_db()
        assert entry.event.edtf == "2019-05-03"
    assert counts[0] == counts[1] <= MOST_QUERIES
