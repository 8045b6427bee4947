"""PDF: paragraphs from lines, and a clear sentence for every file that cannot be read."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from editorial.readers.guarded.pages import paragraphs
from tests.editorial.readers.making import (
    STORY,
    flate_bomb,
    make_pdf,
    page_objects,
    pdf_of,
    read_back,
    refused,
    text_stream,
)

DAMAGED = "This PDF could not be read: it is damaged, or not made as it should be. Nothing was stored."
TOO_MUCH = "This PDF unpacks to too much to be read safely. Nothing was stored."


def test_text_and_properties() -> None:
    info = b"/Title (Bridge closes) /Author (Jane Doe) /CreationDate (D:20210508060000Z)"
    draft = read_back(make_pdf(STORY, info=info), "a.pdf")
    assert (draft.text, draft.title, draft.byline) == (STORY, "Bridge closes", "Jane Doe")


def test_the_day_the_file_was_made_is_not_the_day_of_publication() -> None:
    assert read_back(make_pdf(STORY, info=b"/CreationDate (D:20210508060000Z)")).published is None


def test_a_program_s_title_is_none() -> None:
    assert read_back(make_pdf(STORY, info=b"/Title (Microsoft Word - bridge.doc) /Author (jdoe)")).title == ""


def test_several_pages() -> None:
    writer = PdfWriter()
    for words in ("The first page.", "The second page."):
        writer.append(PdfReader(io.BytesIO(make_pdf(words))))
    out = io.BytesIO()
    writer.write(out)
    assert read_back(out.getvalue()).text == "The first page.\n\nThe second page."


LINES = """The harbour bridge closed on 7 May 2021 after inspectors found
cracks in two of its cables, the council said. The chief engi-
neer of the town called it overdue and blamed the old Franco-
German firm that had built it.
Ferries will take over until the autumn, and the council expects
delays at both landings."""


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    assert paragraphs(LINES).split("\n\n") == [
        (
            "The harbour bridge closed on 7 May 2021 after inspectors found cracks in two of its cables, the council "
            "said. The chief engineer of the town called it overdue and blamed the old Franco-German firm that had "
            "built it."
        ),
        "Ferries will take over until the autumn, and the council expects delays at both landings.",
    ]


def test_a_hyphen_the_page_writes_elsewhere_stays() -> None:
    page = "The well-known engineer of the harbour said that he is well-\nknown for it, but not so well known to all."
    assert "is well-known for" in paragraphs(page)


def test_soft_hyphens_at_line_ends_go() -> None:
    assert paragraphs("The harbour bridge was closed by the inspec\u00ad\ntors on Friday.") == (
        "The harbour bridge was closed by the inspectors on Friday."
    )


def test_an_empty_page_has_no_paragraphs() -> None:
    assert paragraphs("") == ""
    assert refused(pdf_of(page_objects(b""))) == "There is no text in this file. Nothing was stored."


def test_pictures_of_pages() -> None:
    objects = page_objects(b"q 600 0 0 700 0 0 cm /Im0 Do Q", resources=b"/XObject << /Im0 6 0 R >>")
    pixel = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    )
    data = pdf_of([*objects, pixel + b"\nstream\n\x00\nendstream"])
    assert refused(data) == (
        "The pages are pictures, with no text to read. Nothing was stored. "
        "Save the PDF with its text recognised, or paste the article as text."
    )


def test_encrypted() -> None:
    writer = PdfWriter(io.BytesIO(make_pdf(STORY)))
    writer.encrypt("secret", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert refused(out.getvalue()).startswith("This PDF is encrypted, so its text cannot be read. Nothing was stored.")


def test_locked_only_against_printing() -> None:
    writer = PdfWriter(io.BytesIO(make_pdf(STORY)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert read_back(out.getvalue()).text == STORY


def test_encrypted_in_a_way_that_is_not_known() -> None:
    encrypt = b"<< /Filter /Standard /V 5 /R 6 /Length 256 /O (%s) /U (%s) /OE (%s) /UE (%s) /Perms (%s) /P -4" % (
        b"o" * 48, b"u" * 48, b"o" * 32, b"u" * 32, b"p" * 16,
    )  # fmt: skip
    encrypt += b" /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>"
    data = pdf_of(
        [*page_objects(text_stream(STORY)), encrypt], b"/Encrypt 6 0 R /ID [(0123456789abcdef) (0123456789abcdef)]"
    )
    assert refused(data).startswith("This PDF is encrypted")


def test_a_table_that_points_at_itself() -> None:
    start = time.monotonic()
    assert read_back(pdf_of(page_objects(text_stream(STORY)), b"/Prev SELF")).text == STORY
    assert time.monotonic() - start < 10


def test_pages_that_hold_themselves() -> None:
    data = pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])
    assert refused(data).startswith(DAMAGED)


def test_a_form_that_draws_itself() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >> /Length 11 >>"
    objects = page_objects(b"/X Do", resources=b"/XObject << /X 6 0 R >>")
    assert refused(pdf_of([*objects, form + b"\nstream\n/X Do /X Do\nendstream"])) == (
        "There is no text in this file. Nothing was stored."
    )


@pytest.mark.parametrize("megabytes", [60, 500])
def test_a_flate_bomb(megabytes: int) -> None:
    data = pdf_of(page_objects(flate_bomb(megabytes), b"/Filter /FlateDecode"))
    assert len(data) < 5 * 1024 * 1024
    start = time.monotonic()
    assert refused(data).startswith(TOO_MUCH)
    assert time.monotonic() - start < 10


def test_a_flate_bomb_within_a_flate_bomb() -> None:
    data = pdf_of(page_objects(zlib.compress(flate_bomb(600), 9), b"/Filter [/FlateDecode /FlateDecode]"))
    assert refused(data).startswith(TOO_MUCH)


def test_a_run_length_bomb() -> None:
    data = pdf_of(page_objects(b"\x81a" * 2_000_000 + b"\x80", b"/Filter /RunLengthDecode"))
    assert refused(data).startswith(TOO_MUCH)


def test_too_much_text() -> None:
    data = pdf_of(page_objects(zlib.compress(text_stream(*["word " * 20] * 2_100)), b"/Filter /FlateDecode"))
    assert "more than 200,000 characters" in refused(data)


@pytest.mark.parametrize(
    "data",
    [
        make_pdf(STORY)[:300],
        b"%PDF-1.7\n" + b"nonsense " * 50,
        b"%PDF-1.4\n%%EOF",
        make_pdf(STORY).replace(b"/Type /Page ", b"/Type /Pag3 ").replace(b"/Kids [3 0 R]", b"/Kids [99 0 R]"),
        make_pdf(STORY).replace(b"/Resources", b"/Resource5").replace(b"/Contents 4 0 R", b"/Contents 1 0 R"),
    ],
)
def test_damaged(data: bytes) -> None:
    assert refused(data).startswith((DAMAGED, "There is no text in this file."))


def test_letters_without_meaning() -> None:
    assert "cannot be told from one another" in refused(_private_use())


def _private_use() -> bytes:
    """A PDF whose font maps its letters to characters for private use."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange endcmap end end"
    )
    objects = page_objects(text_stream(STORY))
    objects[4] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return pdf_of([*objects, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap)])
