"""Markdown: words without marks, metadata from the front matter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from editorial.readers.markdown import render
from tests.editorial.readers.making import STORY, read_back, refused

FRONT = f"""---
title: "Harbour bridge closes"
date: 2021-05-08T06:00:00+02:00
authors:
  - Jane Doe
  - 'John Roe'
publisher: The Harbour Post
url: https://post.example/bridge
---
# A heading

{STORY}
"""


def test_front_matter_is_metadata_and_not_text() -> None:
    draft = read_back(FRONT.encode(), "notes.txt")
    assert draft.media_type == "text/markdown"
    assert draft.title == "Harbour bridge closes"
    assert draft.byline == "Jane Doe, John Roe"
    assert draft.publisher == "The Harbour Post"
    assert draft.published == date(2021, 5, 8)
    assert draft.url == "https://post.example/bridge"
    assert draft.text == f"A heading\n\n{STORY}"


def test_toml_front_matter() -> None:
    draft = read_back(f'+++\ntitle = "A title"\ndate = 2021-05-08\nauthor = ["A B", "C D"]\n+++\n{STORY}'.encode())
    assert (draft.title, draft.published, draft.byline) == ("A title", date(2021, 5, 8), "A B, C D")


def test_windows_line_ends() -> None:
    assert read_back(FRONT.replace("\n", "\r\n").encode()).title == "Harbour bridge closes"


@pytest.mark.parametrize("stated", ["05/06/2021", "yesterday", "2021", "May 2021", "2021-13-40", "soon", ""])
def test_a_date_that_names_no_one_day_is_left_open(stated: str) -> None:
    assert read_back(f"---\ntitle: T\ndate: {stated}\n---\n{STORY}".encode()).published is None


@pytest.mark.parametrize(
    "stated", ["8 May 2021", "May 8th, 2021", "8/5/2021".replace("8/5", "28/5"), "20210508", "8.5.2021"]
)
def test_dates_as_people_write_them(stated: str) -> None:
    published = read_back(f"---\ntitle: T\ndate: {stated}\n---\n{STORY}".encode()).published
    assert published in (date(2021, 5, 8), date(2021, 5, 28))


def test_dates_of_change_are_not_of_publication() -> None:
    assert (
        read_back(f"---\ntitle: T\nlastmod: 2021-05-08\nupdated: 2021-05-09\n---\n{STORY}".encode()).published is None
    )


def test_an_unsafe_address_is_dropped() -> None:
    assert read_back(f"---\ntitle: T\nurl: javascript:alert(1)\n---\n{STORY}".encode()).url == ""


def test_the_first_heading_is_the_title() -> None:
    assert read_back(f"# Bridge *closes* #\n\n{STORY}".encode()).title == "Bridge closes"
    assert read_back(f"Bridge closes\n=====\n\n{STORY}".encode(), "a.md").title == "Bridge closes"


def test_rules_in_plain_text_are_no_front_matter() -> None:
    text = f"---\n{STORY}\n---\nMore."
    assert read_back(text.encode()).text == text


def test_plain_text_with_a_markdown_name_stays_as_it_is() -> None:
    draft = read_back(f"{STORY}\nA second line.".encode(), "a.md")
    assert (draft.media_type, draft.text) == ("text/plain", f"{STORY}\nA second line.")


def test_a_file_named_text_that_only_uses_dashes_is_plain() -> None:
    assert read_back(f"{STORY}\n- one\n- two".encode(), "a.txt").media_type == "text/plain"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("**bold** *slanted* __bold__ _slanted_ ~~gone~~ `code`", "bold slanted bold slanted gone code"),
        ("snake_case_name and 2 * 3 * 4 stay, _ and * too", "snake_case_name and 2 * 3 * 4 stay, _ and * too"),
        ("[words](https://a.example/x_(y) 'title') and [more][1]\n\n[1]: https://b.example", "words and more"),
        ("![The bridge, May 2021](b.jpg)", "The bridge, May 2021"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("- one\n- two\n  goes on\n\n1. first\n2. second", "- one\n- two goes on\n\n1. first\n2. second"),
        ("> quoted\n> on\n\nsaid", "quoted on\n\nsaid"),
        ("```\n*kept* as it is\n```", "*kept* as it is"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("over\n\n***\n\nunder", "over\n\nunder"),
        ("a<br>b <span class='x'>c</span> <!-- unseen --> 3 < 4 &amp; 5 > 4", "a b c  3 < 4 & 5 > 4"),
        (r"\*kept\* 1\. and \[x\]", "*kept* 1. and [x]"),
    ],
)
def test_rendering(marked: str, plain: str) -> None:
    assert render(marked)[0] == plain


@given(st.text(alphabet="ab *_[]()!<>#-`~|\\:\n1.\"'=+", max_size=300))
def test_any_marks_keep_the_words_before_them(text: str) -> None:
    rendered, _ = render(text)
    assert "\r" not in rendered
    assert read_back(f"# T\n\nwords said\n\n{text}".encode(), "a.md").text.startswith("T\n\nwords said")


def test_too_long() -> None:
    assert "more than 200,000 characters" in refused(b"# Title\n\n" + b"word " * 40_000, "a.md")
