"""Every page behind the sign-in is HTML without a fault, by the Nu HTML checker: the desk, accounts, errors, admin.

What htmx puts into a page is checked by itself here, and in its place by the browser tests of the desk's states.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.views import defaults

from editorial import comments, publishing, review
from editorial.review import Change
from editorial.roles import MODERATORS
from tests.e2e.tools import nu_errors
from tests.factories import make_article, make_entry, make_expression, make_timeline, make_user
from timelines.extraction import read_date
from timelines.models import Citation, Correction, Edition, Entry, Job, Timeline, Topic

pytestmark = pytest.mark.django_db

HOSTILE = 'Ends </script><b> & "quotes" \u202e \u0645\u0631\u062d\u0628\u0627 <!--'
HX = {"HX-Request": "true"}
DJANGOS_OWN = "auth_user-one.html: Attribute “disabled” not allowed on element “div”"
"""Django draws a person's password, which nobody can read, as a disabled div."""

PART = (
    '<!doctype html><html lang="en"><head><title>{name}</title></head>'
    '<body><form id="selection"></form>{html}</body></html>'
)
SLIP = [
    {
        "code": "year-typo",
        "message": "“225” is read as a slip for 2025.",
        "readings": [
            {"edtf": "2025-02", "earliest": "2025-02-01", "latest": "2025-02-28", "mod": None, "note": "one missing"},
            {"edtf": "0225-02", "earliest": "0225-02-01", "latest": "0225-02-28", "mod": None, "note": "as written"},
        ],
    }
]


class House:
    """A newsroom with a timeline in which everything occurs that a page can show, and pages kept as files."""

    def __init__(self, client: Client, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.files: list[Path] = []
        self.user = make_user(first_name=HOSTILE[:30], username="journalist")
        self.client.force_login(self.user)
        self.story = make_timeline(slug="story", title=f"Bridge {HOSTILE}", standfirst=HOSTILE, byline=HOSTILE)
        self.entries = _fill(self.story, self.user)

    def keep(self, name: str, response: Any, status: int = 200) -> None:
        """The answer as a file; what is no page of its own gets one around it."""
        assert response.status_code == status, (name, response.status_code)
        html = response.content.decode()
        if "<html" not in html:
            html = PART.format(name=name, html=html)
        file = self.folder / f"{name}.html"
        file.write_text(html)
        self.files.append(file)

    def get(self, name: str, path: str, status: int = 200) -> None:
        """The page at an address."""
        self.keep(name, self.client.get(path), status)

    def both(self, name: str, path: str) -> None:
        """The page at an address, and what htmx gets there."""
        self.get(name, path)
        self.keep(f"{name}-htmx", self.client.get(path, headers=HX))

    def post(self, name: str, path: str, data: dict[str, Any], status: int = 200, *, htmx: bool = False) -> None:
        """What is answered to a form."""
        self.keep(name, self.client.post(path, data, headers=HX if htmx else {}), status)

    def at(self, name: str, entry: Entry | None = None) -> str:
        """An address of the story, or of one of its entries."""
        return reverse(f"desk:{name}", args=[self.story.slug] + ([entry.pk] if entry else []))


def _fill(story: Timeline, user: User) -> list[Entry]:
    text = (
        "Council votes\n\nBy A. Reporter\n\nThe council voted on 3 May 2019. It met again in 2020, and in February 225."
        "\n\nIt will meet in 2031, and maybe in 2032."
    )
    article = make_article(text, timeline=story, title=f"Votes {HOSTILE}", publisher="The Herald", byline=HOSTILE)
    other = make_article("Lost\n\nThey voted on 4 May 2019.", timeline=story, publisher="The Post", published=None)
    rows = [
        make_entry(story, "2019-05-03", article=article, words="3 May 2019", headline=HOSTILE, description=HOSTILE),
        make_entry(story, "2020", article=article, words="2020", headline="It meets again", state="proposed"),
        make_entry(story, "2025-02", article=article, words="February 225", state="proposed", warnings=SLIP),
        make_entry(story, "2031", article=article, words="2031", headline="It will", status="planned"),
        make_entry(story, "2032", headline="It may", status="hypothetical"),
        make_entry(story, "2018", headline="It did not", state="rejected"),
    ]
    Citation.objects.create(
        event=rows[0].event, article=other, start=6, end=30,
        expression=make_expression(other, "4 May 2019", "2019-05-04"),
    )  # fmt: skip
    again = make_entry(story, "2019-05-03", headline="They vote", state="proposed")
    Entry.objects.filter(pk=again.pk).update(same_as=rows[0], assignee=user)
    comments.add(rows[0].pk, user, f"@{user.username} {HOSTILE}")
    change = Change(read_date("2020", None), headline=f"Changed {HOSTILE}", description="And more", status="past")
    review.edit(rows[1].pk, user, change, version=rows[1].version, slug=story.slug)
    return [*rows, again]


@pytest.fixture
def house(client: Client, tmp_path: Path) -> House:
    return House(client, tmp_path)


def test_the_desk(house: House) -> None:
    desk, first = house.at("timeline"), house.entries[0]
    article = house.story.articles.order_by("pk")[0]
    for show in ("all", "undecided", "accepted", "rejected"):
        house.get(f"desk-{show}", f"{desk}?show={show}")
    for number, query in enumerate((
        "q=xyzzy%22%3E", "order=newest", f"entry={first.pk}", "warning=any", "from=2019&to=2020", "dense=1", "mine=1",
    )):  # fmt: skip
        house.get(f"desk-{number}", f"{desk}?{query}")
    house.get("only-one-article", reverse("desk:article", args=[house.story.slug, article.pk]))
    house.get("details", house.at("timeline-edit"))
    house.post("details-refused", house.at("timeline-edit"), {"title": "", "slug": "a b"}, 422)
    house.get("article", reverse("desk:article-details", args=[house.story.slug, article.pk]))
    house.post(
        "article-refused", reverse("desk:article-details", args=[house.story.slug, article.pk]),
        {"title": "", "url": "no address", "published": "never"}, 422,
    )  # fmt: skip
    assert nu_errors(house.files) == []


def test_panels_of_the_desk(house: House) -> None:
    first, second, doubtful = house.entries[:3]
    typed = {"date": "asdf", "headline": "", "description": HOSTILE, "status": "past", "version": second.version}
    for name in ("edit", "history"):
        house.both(name, house.at(f"entry-{name}", first))
        house.both(f"{name}-second", house.at(f"entry-{name}", second))
    house.both("comments", house.at("comments", first))
    house.both("new-entry", house.at("entry-new"))
    house.both("bulk-menu", house.at("bulk-menu"))
    house.keep("entry", house.client.get(house.at("entry", doubtful), headers=HX))
    for name in ("overview", "reading"):
        house.keep(name, house.client.get(house.at(name), headers=HX))
    kept = {"tab": "other", "user": house.user.pk, "entry": second.pk, "headline": HOSTILE}
    assert house.client.post(house.at("draft"), kept).status_code == 200
    house.get("drafts", house.at("draft") + "?tab=own&dead=other")
    house.get("people", house.at("pulse") + f"?tab=own&entry={first.pk}&editing=1")
    house.get("people-of-two-tabs", house.at("pulse") + "?tab=other")
    for date in ("early 2019", "2024-22", "asdf", "30 February 2024", "3 May 2019", "c. 1990"):
        path = f"{house.at('date-preview')}?date={date}&entry={second.pk}"
        house.keep(f"preview-{date}", house.client.get(path, headers=HX))
    for htmx in (False, True):
        kind = "-htmx" if htmx else ""
        house.post(f"edit-refused{kind}", house.at("entry-edit", second), typed, 422, htmx=htmx)
        house.post(f"new-refused{kind}", house.at("entry-new"), typed, 422, htmx=htmx)
        late = typed | {"date": "2020", "headline": "Mine", "version": 0}
        house.post(f"conflict{kind}", house.at("entry-edit", second), late, 409, htmx=htmx)
        house.post(f"combine{kind}", house.at("entry-edit", second), late | {"combine": ""}, htmx=htmx)
        both = {"entry": [f"{first.pk}.{first.version}", f"{doubtful.pk}.{doubtful.version}"]}
        house.post(f"merge{kind}", house.at("merge"), both, htmx=htmx)
    assert nu_errors(house.files) == []


def test_answers_of_the_desk(house: House) -> None:
    first, second, doubtful, _, _, rejected, _ = house.entries
    both = {"entry": [f"{first.pk}.{first.version}", f"{doubtful.pk}.{doubtful.version}"], "into": first.pk, "do": "1"}
    house.post("accept", house.at("entry-accept", second), {}, htmx=True)
    house.post("restore", house.at("entry-restore", rejected), {}, htmx=True)
    house.post("not-moved", house.at("entry-move", first), {"direction": "down"}, 422, htmx=True)
    house.post("merged", house.at("merge"), both, htmx=True)
    house.post("undone", house.at("undo"), {}, htmx=True)
    house.post("redone", house.at("redo"), {}, htmx=True)
    house.get("after", house.at("timeline"))
    assert nu_errors(house.files) == []


def test_lists_and_forms_beside_the_desk(house: House) -> None:
    running = make_article("Being read", timeline=house.story, title=HOSTILE)
    Job.objects.filter(article=running).update(status="running", lease_until=timezone.now() + timedelta(minutes=1))
    make_article("Waits", timeline=house.story, job="queued")
    failed = make_article("Did not go", timeline=house.story)
    Job.objects.filter(article=failed).update(status="quarantined", reason=f"It did not go: {HOSTILE}", attempts=3)
    make_timeline(title="Nothing yet", owner=house.user)
    Topic.objects.create(name="Rivers & roads", slug="rivers")
    house.story.topics.add(Topic.objects.get())
    for name in ("timelines", "timeline-new", "import", "upload-any", "articles", "jobs"):
        house.get(name, reverse(f"desk:{name}"))
    house.get("found", reverse("desk:timelines") + "?q=bridge%22%3E")
    house.get("found-nothing", reverse("desk:timelines") + "?q=xyzzy%22%3E")
    house.get("articles-found", reverse("desk:articles") + "?q=votes%22%3E")
    house.get("jobs-failed", reverse("desk:jobs") + "?status=quarantined")
    house.post("new-refused", reverse("desk:timeline-new"), {"title": "", "slug": "a b"}, 422)
    table = f"headline,date\nIt sails,2019\n{HOSTILE.replace(',', '')},never\n,2020"
    house.post("no-import", reverse("desk:import"), {"file": SimpleUploadedFile("a.csv", b"headline,date\nA,no")}, 422)
    file = SimpleUploadedFile("<b>.csv", table.replace('"', "").encode())
    house.keep("imported", house.client.post(reverse("desk:import"), {"file": file}, follow=True))
    house.get("imported-details", reverse("desk:timeline-edit", args=[Timeline.objects.get(imported__taken=1).slug]))
    house.get("upload", house.at("upload"))
    house.keep("upload-htmx", house.client.get(house.at("upload"), headers=HX))
    files = [SimpleUploadedFile(f"{HOSTILE[:20]}.bin", b"\0\1"), SimpleUploadedFile("a.txt", b"It rained.")]
    house.keep("uploaded", house.client.post(house.at("upload"), {"files": files}, follow=True))
    house.post("upload-nothing", house.at("upload"), {}, 422)
    house.get("desk-while-reading", house.at("timeline") + f"?article={running.pk}")
    house.keep("reading", house.client.get(house.at("reading"), headers=HX))
    assert nu_errors(house.files) == []


def test_an_empty_house(client: Client, tmp_path: Path) -> None:
    house = House(client, tmp_path)
    Timeline.objects.all().delete()
    for name in ("timelines", "timeline-new", "import", "upload-any", "articles", "jobs"):
        house.get(name, reverse(f"desk:{name}"))
    empty = make_timeline(slug="empty", owner=house.user)
    house.get("empty-desk", reverse("desk:timeline", args=[empty.slug]))
    house.get("empty-upload", reverse("desk:upload", args=[empty.slug]))
    make_article("Nothing is dated here.", timeline=empty)
    house.get("undated-desk", reverse("desk:timeline", args=[empty.slug]))
    assert nu_errors(house.files) == []


def test_a_long_list(house: House) -> None:
    for number in range(130):
        make_entry(house.story, str(1500 + number), state="proposed" if number % 2 else "accepted")
    house.get("first-page", house.at("timeline"))
    house.get("second-page", house.at("timeline") + "?page=2")
    house.keep("overview", house.client.get(house.at("overview"), headers=HX))
    assert nu_errors(house.files) == []


def test_errors_and_the_door(house: House) -> None:
    request = RequestFactory().get("/")
    request.user = house.user
    house.get("404", "/desk/t/nowhere/", 404)
    house.keep("403", defaults.permission_denied(request, PermissionDenied()), 403)
    house.keep("500", defaults.server_error(request), 500)
    house.client.force_login(make_user(role=None))
    house.get("not-of-the-newsroom", "/desk/", 404)
    house.client.logout()
    house.get("sign-in", "/accounts/login/?next=/desk/")
    house.post("sign-in-refused", "/accounts/login/", {"username": HOSTILE, "password": "wrong"})
    assert nu_errors(house.files) == []


def test_the_admin(house: House) -> None:
    publishing.submit(house.story.pk, house.user)
    house.client.force_login(make_user(role=MODERATORS, is_superuser=True, is_staff=True))
    review_page = reverse("admin:timelines_timeline_review", args=[house.story.pk])
    house.get("queue", reverse("admin:index"))
    house.get("room", reverse("admin:app_list", args=["timelines"]))
    house.get("review", review_page)
    house.post("return-refused", review_page, {"decision": "return", "note": ""}, 422)
    revision = Timeline.objects.get(pk=house.story.pk).revision
    house.client.post(review_page, {"decision": "publish", "revision": revision})
    Correction.objects.create(edition=Edition.objects.get(), text=HOSTILE)
    house.get("reviewed", review_page)
    house.get("queue-empty", reverse("admin:index"))
    for model in apps.get_models():
        if admin.site.is_registered(model):
            kind = f"{model._meta.app_label}_{model._meta.model_name}"
            house.get(f"{kind}-list", reverse(f"admin:{kind}_changelist"))
            row = model._default_manager.order_by("pk").first()
            if row:
                house.get(f"{kind}-one", reverse(f"admin:{kind}_change", args=[row.pk]))
                house.get(f"{kind}-history", reverse(f"admin:{kind}_history", args=[row.pk]))
    assert [error for error in nu_errors(house.files) if not error.startswith(DJANGOS_OWN)] == []
