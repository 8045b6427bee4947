"""A timeline on other sites: the frame, its script, oEmbed, and the picture and words of a card."""

from __future__ import annotations

import io
import json
import re

import pytest
from django.test import Client
from hypothesis import given, settings, strategies as st
from PIL import Image

from tests.factories import make_timeline
from tests.timelines.editions import day, entry, make_edition, source
from tests.timelines.html import sound
from timelines.pictures import SIZE, draw

pytestmark = pytest.mark.django_db

DOORS = ["embed/", "picture.png"]


@pytest.mark.parametrize("door", DOORS)
def test_a_draft_is_behind_no_door(client: Client, door: str) -> None:
    timeline = make_timeline(title="A secret draft")
    make_edition(entry(1, "2019", "A secret"), timeline=timeline, live=False)
    assert client.get(f"/t/{timeline.slug}/{door}").status_code == 404
    assert client.get("/oembed", {"url": f"http://testserver/t/{timeline.slug}/"}).status_code == 404


# --- The frame --------------------------------------------------------------------------------------------------


def test_the_frame_may_stand_on_any_site_and_the_page_on_none(client: Client) -> None:
    edition = make_edition(entry(1, "2019-05-03", "The council votes", source("On 3 May.", "3 May")))
    response = client.get(f"/t/{edition.slug}/embed/")
    page = sound(response)
    assert "X-Frame-Options" not in response
    assert client.get(f"/t/{edition.slug}/")["X-Frame-Options"] == "DENY"
    assert "3 May 2019 The council votes" in page.text
    assert page.all("base") == [{"target": "_blank"}]
    assert [link["href"] for link in page.all("a") if "#e-1" in link["href"]] == [
        f"http://testserver/t/{edition.slug}/#e-1"
    ]


def test_the_script_keeps_its_address(client: Client) -> None:
    response = client.get("/embed.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert b"data-timeline" in response.content
    edition = make_edition()
    page = client.get(f"/t/{edition.slug}/").content.decode()
    assert f'&lt;script src="http://testserver/embed.js" data-timeline="{edition.slug}" async&gt;' in page


# --- oEmbed -----------------------------------------------------------------------------------------------------


def test_oembed_offers_the_frame(client: Client) -> None:
    edition = make_edition(content={"title": 'The "bridge"'})
    answer = client.get("/oembed", {"url": f"http://testserver/t/{edition.slug}/#e-1"}).json()
    assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", 'The "bridge"')
    assert f'src="http://testserver/t/{edition.slug}/embed/"' in answer["html"]
    assert 'title="The &quot;bridge&quot;"' in answer["html"]


@pytest.mark.parametrize(
    ("query", "size"),
    [({}, (600, 800)), ({"maxwidth": "320", "maxheight": "90"}, (320, 90)), ({"maxwidth": "9999"}, (600, 800)),
     ({"maxwidth": "wide"}, (600, 800)), ({"maxwidth": "²"}, (600, 800))],
)  # fmt: skip
def test_oembed_keeps_to_the_room_there_is(client: Client, query: dict[str, str], size: tuple[int, int]) -> None:
    edition = make_edition()
    answer = client.get("/oembed", {"url": f"http://testserver/t/{edition.slug}/", **query}).json()
    assert (answer["width"], answer["height"]) == size


@pytest.mark.parametrize(
    "url", ["", "http://other.example/t/{}/", "http://testserver/", "http://testserver/desk/", "http://[", "/t/{}/"]
)
def test_oembed_knows_its_own_addresses_alone(client: Client, url: str) -> None:
    edition = make_edition()
    assert client.get("/oembed", {"url": url.format(edition.slug)}).status_code == 404


def test_oembed_speaks_json_alone(client: Client) -> None:
    assert client.get("/oembed", {"url": "http://testserver/", "format": "xml"}).status_code == 501


def test_a_page_leads_to_its_oembed(client: Client) -> None:
    edition = make_edition()
    [link] = sound(client.get(f"/t/{edition.slug}/")).all("link", type="application/json+oembed")
    assert client.get(link["href"]).status_code == 200


# --- The card ---------------------------------------------------------------------------------------------------


def test_a_page_brings_what_a_card_needs(client: Client) -> None:
    edition = make_edition(entry(1, "2019", "A vote"), content={"title": "The bridge", "standfirst": "How it came."})
    page = sound(client.get(f"/t/{edition.slug}/"))
    card = {tag["property"]: tag["content"] for tag in page.all("meta") if "property" in tag}
    assert card["og:title"] == "The bridge"
    assert card["og:description"] == "How it came."
    assert card["og:image:alt"] == "The bridge: 1 event, 2019"
    assert client.get(card["og:image"])["Content-Type"] == "image/png"


def test_the_picture_is_of_the_size_it_says(client: Client) -> None:
    edition = make_edition(*(entry(i, day(40 * i), f"Event {i}") for i in range(500)))
    picture = Image.open(io.BytesIO(client.get(f"/t/{edition.slug}/picture.png").content))
    assert (picture.size, picture.format) == (SIZE, "PNG")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_title_can_be_drawn(title: str) -> None:
    assert draw(title, "1 event", None).startswith(b"\x89PNG")


def test_a_title_in_letters_the_fonts_lack_is_left_out() -> None:
    assert draw("Мост", "1 event", None) == draw("", "1 event", None)
    assert draw("Łódź", "1 event", None) != draw("", "1 event", None)


# --- For search engines -----------------------------------------------------------------------------------------


def test_the_page_tells_search_engines_of_its_events(client: Client) -> None:
    evil = "</script><script>alert(1)</script>"
    edition = make_edition(entry(1, "2019-05", evil, source("A sentence of its own.", "own")))
    page = client.get(f"/t/{edition.slug}/").content.decode()
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    [item] = [row["item"] for row in json.loads(text)["mainEntity"]["itemListElement"]]
    assert (item["name"], item["startDate"]) == (evil, "2019-05")
    assert "A sentence of its own." not in text


def test_a_long_list_is_left_to_its_file(client: Client) -> None:
    edition = make_edition(*(entry(i, day(i), f"Event {i}") for i in range(501)))
    page = client.get(f"/t/{edition.slug}/").content.decode()
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(text)["mainEntity"]["numberOfItems"] == 501
    assert "itemListElement" not in text
