"""Word documents: what they say, and what a hostile one must not do."""

from __future__ import annotations

import io
import socket
import time
import zipfile
from pathlib import Path

import docx
import pytest

from tests.editorial.readers.making import (
    STORY,
    document_xml,
    docx_of,
    make_docx,
    read_back,
    refused,
    symlink,
    with_members,
)


def test_paragraphs_title_and_author() -> None:
    draft = read_back(make_docx(STORY, "", "Ferries go.", title="Bridge closes", author="Jane Doe"), "a.docx")
    assert draft.text == f"{STORY}\n\nFerries go."
    assert (draft.title, draft.byline, draft.language) == ("Bridge closes", "Jane Doe", "en")


def test_the_day_the_file_was_made_is_not_the_day_of_publication() -> None:
    data = make_docx(STORY)
    assert docx.Document(io.BytesIO(data)).core_properties.created is not None
    assert read_back(data).published is None


@pytest.mark.parametrize(
    "author", ["python-docx", "jdoe42", "jane@post.example", "POST\\jane doe", "Microsoft Office User"]
)
def test_an_account_is_no_author(author: str) -> None:
    assert read_back(make_docx(STORY, author=author)).byline == ""


@pytest.mark.parametrize("title", ["Microsoft Word - bridge.doc", "bridge_v3_FINAL.docx", "Untitled", "Document"])
def test_a_file_name_is_no_title(title: str) -> None:
    assert read_back(make_docx(STORY, title=title, heading="Bridge closes")).title == "Bridge closes"


def test_tables_links_breaks_and_controls_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("Before the table.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), ("Year", "Ferries", "2021", "Four"), strict=True
    ):
        cell.text = words
    document.add_paragraph("After\tthe\ntable.")
    out = io.BytesIO()
    document.save(out)
    assert read_back(out.getvalue()).text == "Before the table.\n\nYear | Ferries\n2021 | Four\n\nAfter\tthe\ntable."


def test_tracked_changes_read_as_taken() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>It closed on </w:t></w:r>"
        "<w:del><w:r><w:delText>6</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>7</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> May 2021.</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read_back(docx_of(body)).text == "It closed on 7 May 2021.\n\nIn a control."


def test_a_cell_as_wide_as_a_planet() -> None:
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='9000000000000000'/></w:tcPr><w:p><w:r><w:t>Wide</w:t></w:r></w:p></w:tc>"
    assert read_back(docx_of(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")).text == "Wide"


def test_a_table_of_one_column_is_a_frame() -> None:
    cells = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("First.", "Second."))
    inner = f"<w:tbl><w:tr><w:tc>{cells}</w:tc><w:tc>{cells}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{cells}{inner}</w:tc></w:tr></w:tbl>"
    assert read_back(docx_of(body)).text == "First.\n\nSecond.\n\nFirst. Second. | First. Second."


def test_nothing_in_it() -> None:
    assert refused(make_docx()) == "There is no text in this file. Nothing was stored."


def test_too_much_text() -> None:
    assert "more than 200,000 characters" in refused(make_docx(*["word " * 2_000] * 21))


def test_a_bomb_is_refused_by_its_directory() -> None:
    body = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 6_000_000
    data = with_members(make_docx(), [("word/document.xml", document_xml("@").replace(b"@", body))])
    assert len(data) < 1024 * 1024
    start = time.monotonic()
    assert refused(data).startswith("This Word document unpacks to too much")
    assert time.monotonic() - start < 3


def test_a_small_bomb_is_known_by_its_ratio() -> None:
    data = with_members(make_docx(STORY), [("word/media/a.bin", b"\0" * 8 * 1024 * 1024)])
    assert "unpacks to too much" in refused(data)


def test_a_directory_that_lies_about_sizes_unpacks_to_no_more() -> None:
    data = bytearray(with_members(make_docx(STORY), [("word/document.xml", document_xml("") + b" " * 90_000_000)]))
    place = data.rindex(b"word/document.xml") - 46 + 24  # the unpacked size in the central directory (APPNOTE 4.3.12)
    data[place : place + 4] = (1000).to_bytes(4, "little")
    assert refused(bytes(data))


def test_too_many_members() -> None:
    data = with_members(make_docx(STORY), ((f"word/media/{number}.png", b"x") for number in range(10_000)))
    assert "unpacks to too much" in refused(data)


@pytest.mark.parametrize(
    "name", ["../../escaped.txt", "word/../../escaped.txt", "/etc/escaped", "..\\escaped", "C:\\escaped"]
)
def test_names_that_lead_outside(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "names a file outside itself" in refused(with_members(make_docx(STORY), [(name, b"x")]))
    assert not list(tmp_path.iterdir())


def test_a_symbolic_link() -> None:
    assert "names a file outside itself" in refused(
        with_members(make_docx(STORY), [(symlink("word/link.xml"), b"/etc/passwd")])
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_and_never_looked_up(encoding: str) -> None:
    declaration = '<!DOCTYPE a [<!ENTITY host SYSTEM "file:///etc/hostname">]>'
    xml = (
        document_xml("<w:p><w:r><w:t>&host;</w:t></w:r></w:p>", declaration)
        .decode()
        .replace('"1.0"', f'"1.0" encoding="{encoding}"')
    )
    reason = refused(with_members(make_docx(), [("word/document.xml", xml.encode(encoding))]))
    assert "declares XML entities" in reason
    assert socket.gethostname() not in reason


def test_entities_in_any_other_part() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><coreProperties>&b;</coreProperties>'
    assert "declares XML entities" in refused(with_members(make_docx(STORY), [("docProps/core.xml", bomb)]))


def test_a_password_on_a_member() -> None:
    data = bytearray(make_docx(STORY))
    place = data.rindex(b"word/document.xml") - 46 + 8  # the flags in the central directory
    data[place] |= 1
    assert "locked with a password" in refused(bytes(data))


def test_a_name_twice() -> None:
    out = io.BytesIO(make_docx(STORY))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", document_xml("<w:p><w:r><w:t>Other words.</w:t></w:r></w:p>"))
    assert "two parts of the same name" in refused(out.getvalue())


def test_very_deep() -> None:
    deep = "<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000
    assert refused(docx_of(deep))
