"""Plain text: every encoding at hand, nothing but text, and the text otherwise as given."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from editorial.readers import read
from tests.editorial.readers.making import STORY, read_back, read_or_refused, refused

SEED = Path(__file__).parents[3] / "seeds" / "000_8a1a9c3e4bae9218.txt"
NO_TEXT = "There is no text in this file. Nothing was stored."


def test_the_sample_keeps_every_word_and_takes_its_first_line_as_title() -> None:
    data = SEED.read_bytes()
    draft = read(data, SEED.name)
    assert draft.text == data.decode()
    assert draft.title == "Trump Expresses Willingness to Resume Friendship with Kim Jong Un"
    assert (draft.language, draft.media_type) == ("en", "text/plain")
    assert (draft.byline, draft.publisher, draft.published, draft.url) == ("", "", None, "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    text = f"{STORY}\nÆrø – “quoted”, naïve, 20 € 🚢"
    assert read_back(text.encode(encoding)).text == text


def test_utf_16_big_endian_with_its_mark() -> None:
    assert read_back(b"\xfe\xff" + STORY.encode("utf-16-be")).text == STORY


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "“It’s closed,” the mayor said – the café on the quay, too, lost £200 a day."),
        ("cp1252", "Der Bürgermeister erklärte, die Brücke müsse für längere Zeit gesperrt bleiben."),
        ("cp1251", "Мост через гавань закрыли седьмого мая, сообщил городской совет. Паромы заменят его до осени."),
        ("koi8_r", "Мост через гавань закрыли седьмого мая, сообщил городской совет. Паромы заменят его до осени."),
        ("shift_jis", "港の橋は五月七日に閉鎖されたと市議会が発表した。秋まではフェリーが代わりに運航する。"),
    ],
)
def test_older_encodings(encoding: str, text: str) -> None:
    assert read_back(text.encode(encoding)).text == text


def test_a_byte_lost_from_utf_8_shows_where_and_leaves_the_rest() -> None:
    text = "Élodie, Zoë, Björn, Søren, Łukasz and “others” met at the café."
    draft = read_back(text.encode() + b"\xff" + b" They left.")
    assert draft.text == f"{text}\ufffd They left."


def test_invalid_utf_8_never_fails_otherwise_than_by_refusal() -> None:
    for data in (b"\xc3\x28 " + STORY.encode(), b"\xf0\x9f", b"\xff" * 40, b"abc \xed\xa0\x80 def ghi jkl mno"):
        assert "\x00" not in read_or_refused(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\r\n ",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf\n\n",
        "\u200b\u200b".encode(),
        b"----\n***\n",
    ],
)
def test_files_without_words_are_refused(data: bytes) -> None:
    assert refused(data) == NO_TEXT


def test_line_ends_nul_and_controls() -> None:
    draft = read_back(b"The minister\x00 resigned.\r\nShe\x07 left\rat once.\x0cNext page\ttabbed. " + STORY.encode())
    assert draft.text == f"The minister resigned.\nShe left\nat once.\nNext page\ttabbed. {STORY}"


def test_space_at_the_ends_stays_as_given() -> None:
    assert read_back(f"\n  {STORY} \n\n".encode()).text == f"\n  {STORY} \n\n"


def test_too_large_and_too_long() -> None:
    assert refused(b"a" * 5_242_881).startswith("This file is 5.1 MB; the limit is 5 MB.")
    assert "more than 200,000 characters" in refused(b"word " * 40_001)
    assert read_back(b"word " * 40_000).text
    assert "more than 50 characters" in refused(STORY.encode(), text_chars=50)


@pytest.mark.parametrize(
    "text", ["?" * 20_000 + "x", "1 " * 25_000, "word soup " * 3_000, "[" * 100_000 + "x", "x" + "*_" * 50_000]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_odd_texts_are_read_at_once(text: str, name: str) -> None:
    start = time.monotonic()
    assert read(text.encode(), name).text
    assert time.monotonic() - start < 10


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    if data.lstrip(b"\xef\xbb\xbf\x00 \t\r\n\x0b\x0c").startswith((b"%PDF", b"PK", b"<")):
        return  # those start a child process, one for each example
    _check_fit_to_store(read_or_refused(data))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_words_come_through_as_given(text: str) -> None:
    whole = f"{STORY} {text}"
    came_through = read_or_refused(whole.encode())
    _check_fit_to_store(came_through)
    if came_through:  # else mostly controls
        assert [each for each in came_through if each.isalnum()] == [each for each in whole if each.isalnum()]


def _check_fit_to_store(text: str) -> None:
    assert not any(each in text for each in "\x00\r\x0c\x07\x85")
    assert not text or text.strip()
    text.encode("utf-8")


TITLES = [
    ("Bridge closes after cracks found\n\nThe council said so.", "Bridge closes after cracks found"),
    (f"Will it open again?\n{STORY * 2}", "Will it open again?"),
    ("The bridge closed on Friday.\n\nIt is shut.", ""),
    ("The council said on Friday that it would\nclose the bridge for a year.\nFerries go.", ""),
    ("The council said on Friday that it would\n\nclose the bridge.", ""),
    ("By Jane Doe\n\nThe council said so.", ""),
    ("HARBOUR TOWN, 7 May (Agency) –\n\nThe council said so.", ""),
    ("Only one line of words", ""),
    ("Bridge closes after cracks found\n\n", ""),
    ("Bridges\n\nThe council said so.", ""),
    (f"{'Very long title ' * 12}\n\nThe council said so.", ""),
    ("12/05 2021\n\nThe council said so.", ""),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_first_line_that_stands_like_a_title(text: str, title: str) -> None:
    draft = read_back(text.encode())
    assert draft.title == title
    assert draft.text == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        ("Die Brücke im Hafen ist seit dem 7. Mai gesperrt, weil Prüfer Risse in den Seilen gefunden haben.", "de"),
        ("Le pont du port est fermé depuis le 7 mai après la découverte de fissures, a annoncé la mairie.", "fr"),
        ("7 8 9 10", "en"),
        ("Fermé", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read_back(text.encode()).language == language
