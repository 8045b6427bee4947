"""Every kind of public page is HTML without a fault, by the Nu HTML checker."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from tests.e2e.tools import nu_errors
from tests.factories import make_entry, make_timeline
from tests.timelines.editions import day, entry, make_edition, source
from timelines.models import Correction, Edition, Topic

pytestmark = pytest.mark.django_db

HOSTILE = 'Ends </script><b> & "quotes" \u202e \u0645\u0631\u062d\u0628\u0627 <!--'


@pytest.fixture
def edition() -> Edition:
    """The third of its timeline, with all that a page can show."""
    timeline = make_timeline(title=f"The bridge {HOSTILE}", standfirst=HOSTILE, byline=HOSTILE)
    row = make_entry(timeline)
    common = [
        entry(row.pk, "2019-06-29", "The council votes", source("On 29 June.", "29 June"), source("Later.", article=2)),
        entry(2001, "2020~", HOSTILE, source(HOSTILE, url=f"https://x.example/?a=1&b={HOSTILE}"), description=HOSTILE),
        entry(2002, "2021", "Early on", mod="START"),
        entry(2003, "2022-03-13/2022-03-19", "A week", merged=[2999]),
        entry(2004, "2022-02/..", "Since then"),
        entry(2005, "2031-03-12", "It opens", status="planned"),
        entry(2006, "2032", "It may close", status="hypothetical"),
        entry(2007, "2023", "Disputed", source("In 2023.", edtf="2023"), source("In 2024.", edtf="2024", article=3)),
    ]
    make_edition(*common[:3], timeline=timeline)
    make_edition(*common[1:], timeline=timeline)
    found = make_edition(*common, *(entry(3000 + n, day(90 * n), "And on") for n in range(40)), timeline=timeline)
    found.topics.add(Topic.objects.create(name="Rivers & roads", slug="rivers"))
    Correction.objects.create(edition=found, entry=row, text=HOSTILE)
    Correction.objects.create(edition=found, text="It was 41 m.")
    return found


def save(client: Client, paths: dict[str, str], folder: Path) -> list[Path]:
    """The pages as files, by the names given."""
    files = []
    for name, path in paths.items():
        response = client.get(path)
        assert response.status_code == (404 if name == "nowhere" else 200), path
        file = folder / f"{name}.html"
        file.write_bytes(response.content)
        files.append(file)
    return files


def test_the_public_pages(client: Client, edition: Edition, tmp_path: Path) -> None:
    page = f"/t/{edition.slug}/"
    paths = {
        "index": "/", "topics": "/topics/", "topic": "/topics/rivers/", "corrections": "/corrections/",
        "search": "/search/", "found": "/search/?q=council", "not-found": "/search/?q=%3Cb%3Enothing",
        "timeline": page, "sifted": f"{page}?q=council&from=2001", "none-fits": f"{page}?q=xyzzy%22%3E",
        "newest-first": f"{page}?order=newest",
        "sources": f"{page}sources/", "editions": f"{page}editions/", "as-of": f"{page}as-of/2025-02-10/",
        "overview": f"{page}overview/", "part": f"{page}overview/?from=2019-01-01&to=2022-03-31",
        "embed": f"{page}embed/", "nowhere": "/nowhere/", "sign-in": "/accounts/login/",
    }  # fmt: skip
    assert nu_errors(save(client, paths, tmp_path)) == []


def test_the_pages_of_an_empty_house(client: Client, tmp_path: Path) -> None:
    paths = {"index": "/", "topics": "/topics/", "corrections": "/corrections/", "search": "/search/?q=a"}
    assert nu_errors(save(client, paths, tmp_path)) == []


def test_the_checker_finds_a_fault(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><title>Bad</title><p><p hx-get=/><b><i></b>")
    assert nu_errors([bad])
