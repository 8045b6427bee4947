"""What a file is: its content decides, whatever it is called."""

from __future__ import annotations

import io
import tarfile
import zipfile

import pytest

from editorial.readers import plain_name, read
from editorial.readers.registry import READERS
from tests.editorial.readers.making import (
    STORY,
    make_docx,
    make_page,
    make_pdf,
    read_back,
    refused,
    with_members,
)


def zip_of(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def tar_of(name: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name))
    return out.getvalue()


MADE = [
    (make_page().encode(), "text/html"),
    (make_pdf(STORY), "application/pdf"),
    (make_docx(STORY), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (STORY.encode(), "text/plain"),
    (f"# Bridge closes\n\n{STORY}".encode(), "text/markdown"),
]


@pytest.mark.parametrize(("data", "media_type"), MADE)
@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.docx", "a.exe", ""])
def test_the_name_does_not_decide(data: bytes, media_type: str, name: str) -> None:
    draft = read(data, name)
    assert draft.media_type == media_type
    assert STORY in draft.text


def test_every_reader_is_used() -> None:
    assert {reader.MEDIA_TYPE for reader in READERS} == {media_type for _, media_type in MADE}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"GIF89a\x01\x00\x01\x00\x80\x00\x00", "a GIF picture"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "a JPEG picture"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a WebP picture"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "a HEIC picture"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "a video"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "an SVG picture"),
        (b"<rss version='2.0'><channel><title>News</title></channel></rss>", "a news feed"),
        (b"<?xml version='1.0'?><note>hello there</note>", "an XML file"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00\xb8" + b"\x00" * 40, "a program"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 60, "a program"),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\xff\xff" + b"\x00" * 40, "a BMP picture"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "a gzip archive"),
        (tar_of("a.txt"), "a tar archive"),
        (zip_of("a.txt"), "a ZIP archive"),
        (zip_of(), "a ZIP archive"),
        (zip_of("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (zip_of("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint presentation"),
        (b"SQLite format 3\x00" + b"\x10\x00" * 30, "a database"),
    ],
)
@pytest.mark.parametrize("name", ["story.txt", "story.docx", "story.pdf"])
def test_what_is_no_article_is_refused_by_its_right_name(data: bytes, kind: str, name: str) -> None:
    assert refused(data, name).startswith(f"This is {kind}, not an article. Nothing was stored. Dateline reads")


def test_other_office_files() -> None:
    assert "rich text (RTF)" in refused(rb"{\rtf1\ansi The bridge closed.}")
    assert "old Office file" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500)
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert "locked with a password" in refused(locked)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x00" * 300, b"\x00\x01\x02\x03" * 50, b"\x93\x00\x11\xfe" * 99]
)
def test_binary_of_no_known_kind_is_not_text(data: bytes) -> None:
    assert refused(data).startswith("This is not a text")


@pytest.mark.parametrize(
    "text", ["BMW said on 7 May that the plant closes.", "MZ is short for Mzansi, which is new.", "PK said so."]
)
def test_words_that_start_like_a_program_are_words(text: str) -> None:
    assert read_back(text.encode()).text == text


def test_two_things_at_once_are_refused_or_read_as_the_first() -> None:
    gif_and_page = b"GIF89a/*\x01\x00*/=1;" + make_page().encode()
    assert "a GIF picture" in refused(gif_and_page, "page.html")
    page_and_pdf = b"<html><body>words</body></html>" + make_pdf(STORY)
    assert "goes on as a PDF" in refused(page_and_pdf, "story.pdf")
    pdf_and_zip = make_pdf(STORY) + zip_of("evil.exe")
    assert read_back(pdf_and_zip).media_type == "application/pdf"
    program_and_docx = b"MZ\x90\x00" + b"\x00" * 60 + make_docx(STORY)
    assert "a program" in refused(program_and_docx, "story.docx")


def test_a_word_document_without_its_parts_is_refused() -> None:
    assert refused(zip_of("[Content_Types].xml", "word/document.xml"))
    assert refused(make_docx(STORY)[:2000], "cut.docx")
    assert refused(with_members(make_docx(STORY), [("word/document.xml", b"<not closed")]))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("story.docx", "story.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\jane\\story.pdf", "story.pdf"),
        ("story\r\nSet-Cookie: a=b.txt", "storySet-Cookie: a=b.txt"),
        ("sto\x00ry.txt", "story.txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ("Brücke – 橋.pdf", "Brücke – 橋.pdf"),
        ("..", "unnamed file"),
        ("", "unnamed file"),
        ("\u200b\x00", "unnamed file"),
    ],
)
def test_names_fit_to_be_shown(name: str, shown: str) -> None:
    assert plain_name(name) == shown
    assert read(STORY.encode(), name).text == STORY


def test_a_very_long_name_keeps_its_ending() -> None:
    shown = plain_name("a" * 5000 + ".docx")
    assert len(shown) == 120
    assert shown.endswith("a….docx")
