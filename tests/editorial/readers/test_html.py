"""Web pages: the main text, and only what the page itself states about itself."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest

from tests.editorial.readers.making import STORY, make_page, read_back, read_or_refused, refused

DAY = date(2021, 5, 8)


def test_main_text_without_what_surrounds_it() -> None:
    draft = read_back(make_page(body="<ul><li>One ferry</li><li>Two buses</li></ul>").encode())
    assert draft.text.startswith(f"Harbour bridge closes\n\n{STORY}\n\nFerries will take over")
    assert draft.text.endswith("- One ferry\n- Two buses")
    assert "Home" not in draft.text
    assert "Copyright" not in draft.text


def test_metadata() -> None:
    head = (
        '<link rel="canonical" href="https://post.example/2021/bridge">'
        '<meta property="og:site_name" content="The Harbour Post">'
        '<meta name="author" content="Jane Doe">'
        '<meta property="article:published_time" content="2021-05-08T06:00:00+02:00">'
    )
    draft = read_back(make_page(head).encode(), "saved.html")
    assert (draft.title, draft.byline) == ("Harbour bridge closes", "Jane Doe")
    assert (draft.publisher, draft.published, draft.language) == ("The Harbour Post", DAY, "en")
    assert draft.url == "https://post.example/2021/bridge"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "/bridge", "file:///etc/passwd", "https://a b", "data:text/html,x", "http://[::1"],
)
def test_only_web_addresses(address: str) -> None:
    assert read_back(make_page(f'<link rel="canonical" href="{address}">').encode()).url == ""


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


STATEMENTS = [
    ('<meta name="date" content="2021-05-08">', ""),
    ('<meta itemprop="datePublished" content="8 May 2021">', ""),
    ('<meta property="article:published_time" content="2021-05-08T23:30:00-05:00">', ""),
    (linked(**{"@type": "NewsArticle", "datePublished": "2021-05-08T06:00:00Z", "dateModified": "2022-01-01"}), ""),
    (linked(**{"@graph": [{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2021-05-08"}]}), ""),
    ("", '<time itemprop="datePublished" datetime="2021-05-08T06:00">Saturday</time>'),
    ("", '<time pubdate datetime="2021-05-08">x</time>'),
    ("", '<span class="article-date">8 May 2021, 10:33</span>'),
    ("", '<p class="published">Veröffentlicht am 8. Mai 2021</p>'),
    ("", "<p>Published 8 May 2021 Updated 9 May 2021</p>"),
    ("", "<div>First published on May 8, 2021</div>"),
    ("", '<p>By Jane Doe <time datetime="2021-05-08T06:00:00Z">2 days ago</time></p>'),
]


@pytest.mark.parametrize(("head", "before"), STATEMENTS)
def test_a_stated_day_of_publication(head: str, before: str) -> None:
    assert read_back(make_page(head, before=before).encode()).published == DAY


NO_STATEMENTS = [
    ('<meta property="article:modified_time" content="2021-05-08">', ""),
    ('<meta name="last-modified" content="2021-05-08">', ""),
    ('<meta itemprop="copyrightYear" content="2021">', ""),
    ('<meta name="date" content="05/06/2021">', ""),
    ('<meta name="date" content="2021">', ""),
    ('<meta name="date" content="May 2021">', ""),
    ('<meta name="date" content="février 2021">', ""),
    ('<meta name="date" content="2021-02-30">', ""),
    ('<meta name="date" content="30 février 2021">', ""),
    ('<meta property="og:image" content="https://post.example/2021/05/08/a.jpg">', ""),
    ('<link rel="canonical" href="https://post.example/2021/05/08/bridge">', ""),
    (linked(**{"@type": "NewsArticle", "dateModified": "2021-05-08"}), ""),
    (linked(**{"@type": "VideoObject", "datePublished": "2021-05-08"}), ""),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', ""),
    (f'<script type="application/ld+json">{"[" * 100_000}</script>', ""),
    ("", '<p class="published">2 days ago</p>'),
    ("", '<p class="published">yesterday</p>'),
    ("", '<p class="published">1 hour ago, in our edition of 2021</p>'),
    ("", '<p class="published">Today at 10:33</p>'),
    ("", '<time class="updated" datetime="2021-05-08">x</time>'),
    ("", f'<p>{STORY} It opened on <time datetime="1962-10-22">22 October 1962</time>, {STORY}</p>'),
    ("", '<aside><p class="post-date">8 May 2021</p><time datetime="2021-05-08">x</time></aside>'),
    ("", '<p><time datetime="2021-05-08">x</time></p><p><time datetime="2021-05-09">y</time></p>'),
    ("", "<p>Updated 8 May 2021</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("head", "before"), NO_STATEMENTS)
def test_no_day_is_made_up(head: str, before: str) -> None:
    assert read_back(make_page(head, before=before).encode()).published is None


def test_a_day_to_come_is_taken_as_stated() -> None:
    assert read_back(make_page('<meta name="date" content="2199-01-02">').encode()).published == date(2199, 1, 2)


def test_the_publisher_s_own_offset_knows_the_day() -> None:
    head = '<meta name="pubdate" content="2021-05-09T03:30:00Z">' + linked(
        **{"@type": "NewsArticle", "datePublished": "2021-05-08T23:30:00-04:00"}
    )
    assert read_back(make_page(head).encode()).published == DAY


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1251", '<meta charset="windows-1251">'),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    words = "Мост закрыли в мае" if encoding == "cp1251" else "“Geschlossen”, sagte die Bürgermeisterin"
    if encoding == "utf-16":
        declared = '<meta charset="utf-8">'  # as browsers: the mark wins
    page = make_page(declared, body=f"<p>{words}, und mehr stand dazu nicht in dem Bericht der Stadt.</p>")
    assert words in read_back(page.replace("–", "-").encode(encoding)).text


def test_an_xml_declaration_and_comments_before_the_page() -> None:
    page = f'<?xml version="1.0" encoding="iso-8859-1"?>\n<!-- saved -->\n{make_page()}'
    assert STORY in read_back(page.encode()).text


def test_a_fragment() -> None:
    draft = read_back(b"<p>One short sentence on 7 May 2021.</p><p>And <b>another</b> one.</p>")
    assert (draft.media_type, draft.text) == ("text/html", "One short sentence on 7 May 2021.\n\nAnd another one.")


def test_scripts_and_handlers_are_no_text() -> None:
    body = "<script>alert('in script')</script><style>p{}</style>"
    body += "<p onclick=\"alert('handler')\">Plain words on the page here.</p>"
    text = read_back(make_page(body=body).encode()).text
    assert "Plain words on the page here." in text
    assert "alert" not in text


def test_the_page_s_claim_of_language_is_checked() -> None:
    german = (
        "<p>Die Brücke im Hafen ist seit dem 7. Mai gesperrt, weil Prüfer Risse in zwei Seilen gefunden haben.</p>" * 2
    )
    assert read_back(f'<html lang="en"><body>{german}</body></html>'.encode()).language == "de"
    assert read_back(b'<html lang="fr-CA"><body><p>Pont.</p></body></html>').language == "fr"


def test_a_page_without_words() -> None:
    page = b"<html><head><title>T</title></head><body><script>app()</script><img src=a.png></body></html>"
    assert refused(page).startswith("No article text was found in this web page. Nothing was stored.")


def test_a_page_over_the_limit() -> None:
    row = "<tr><td>1</td><td>words</td></tr>"
    assert "the limit is 5 MB" in refused(f"<html><body><table>{row * 200_000}</table></body></html>".encode())


COSTLY = {
    "one table": "<html><body><table>" + "<tr><td>1</td><td>words</td></tr>" * 150_000 + "</table></body></html>",
    "a cell as wide as a planet": make_page(body="<table><tr><td colspan=9000000000000000>x</td></tr></table>"),
    "20,000 nested": "<html><body>" + "<div>" * 20_000 + "<p>deep words</p>" + "</div>" * 20_000 + "</body></html>",
    "400,000 unclosed": "<html><body>" + "<div>" * 400_000 + "deep words",
    "many spans": "<html><body><p>" + "<b>a</b> " * 400_000 + "</p></body></html>",
    "many classes": "<html><body>" + '<i class="published">x</i>' * 150_000 + "</body></html>",
    "many times": "<html><body>" + '<p><time datetime="2021-05-08">x</time></p>' * 90_000 + "</body></html>",
    "open comment": "<html><!--" + "-" * 4_000_000,
    "attributes": "<html><body><p " + " ".join(f"a{n}=1" for n in range(300_000)) + f">{STORY}</p></body></html>",
    "entities": "<html><body><p>" + "&amp;" * 900_000 + "</p></body></html>",
}


@pytest.mark.parametrize("page", COSTLY.values(), ids=COSTLY.keys())
def test_a_costly_page_ends_in_time(page: str) -> None:
    start = time.monotonic()
    read_or_refused(page.encode(), "a.html", seconds=8)
    assert time.monotonic() - start < 30
