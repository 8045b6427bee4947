"""Makes the files the readers' tests read: small generators of honest and of hostile ones."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterable
from typing import Any

import docx
import pytest

from editorial.readers import Draft, Limits, Refused, read

STORY = "The harbour bridge closed on 7 May 2021 after inspectors found cracks in two of its cables, the council said."


def refused(data: bytes, name: str = "article", **limits: Any) -> str:
    """The reason `data` is refused for; fails where it is read."""
    with pytest.raises(Refused) as refusal:
        read(data, name, Limits(**limits))
    reason = refusal.value.reason
    assert reason.endswith("."), reason
    assert "Nothing was stored." in reason
    assert "Traceback" not in reason
    return reason


def read_or_refused(data: bytes, name: str = "article", **limits: Any) -> str:
    """The text of `data`, or "" where it is refused in words: for files of which either is right."""
    try:
        return read(data, name, Limits(**limits)).text
    except Refused as refusal:
        reason = refusal.reason
    assert "Nothing was stored." in reason
    return ""


def read_back(data: bytes, name: str = "article", **limits: Any) -> Draft:
    """The draft of `data`."""
    return read(data, name, Limits(**limits))


# --- Word documents -------------------------------------------------------------------------------------------


def make_docx(*paragraphs: str, title: str = "", author: str = "", heading: str = "") -> bytes:
    """A Word document as python-docx writes it."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    if heading:
        document.add_heading(heading, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_members(data: bytes, members: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """`data`, a ZIP file, with `members` put in; one of the same name is replaced."""
    new = {getattr(name, "filename", name): (name, content) for name, content in members}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in old.infolist():
            if each.filename not in new:
                archive.writestr(each.filename, old.read(each))
        for name, content in new.values():
            archive.writestr(name, content)
    return out.getvalue()


def document_xml(body: str, declaration: str = "") -> bytes:
    """The main part of a Word document around `body`."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        f'<?xml version="1.0"?>{declaration}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()
    )


def docx_of(body: str, declaration: str = "") -> bytes:
    """A Word document with `body` as its XML."""
    return with_members(make_docx(), [("word/document.xml", document_xml(body, declaration))])


def symlink(name: str) -> zipfile.ZipInfo:
    """A ZIP member that unpacks to a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


# --- PDF ------------------------------------------------------------------------------------------------------


def text_stream(*lines: str) -> bytes:
    """The content of a page with `lines` below one another."""
    shown = b" ".join(b"(%s) Tj 0 -14 Td" % line.encode("cp1252") for line in lines)
    return b"BT /F1 12 Tf 72 720 Td " + shown + b" ET"


def pdf_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of `objects`, numbered from 1, the first the catalogue. ``SELF`` in `trailer`: where its own table is."""
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = trailer.replace(b"SELF", b"%d" % len(out))
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (count, table, count, trailer, len(out))
    )


def page_objects(content: bytes, entries: bytes = b"", resources: bytes = b"") -> list[bytes]:
    """The objects of a PDF with one page."""
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> %s >> >>" % resources,
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]


def make_pdf(*lines: str, info: bytes = b"") -> bytes:
    """A PDF with one page of `lines`; `info` is the body of its information dictionary."""
    objects = page_objects(text_stream(*lines))
    return pdf_of([*objects, b"<< %s >>" % info], b"/Info 6 0 R")


def flate_bomb(megabytes: int) -> bytes:
    """A stream of that many megabytes of text-showing, packed a thousand times smaller."""
    packer = zlib.compressobj(9)
    chunk = b"(aaaaaaa) Tj\n" * 80_660
    return b"".join(packer.compress(chunk) for _ in range(megabytes)) + packer.flush()


# --- Web pages ------------------------------------------------------------------------------------------------


def make_page(head: str = "", body: str = "", before: str = "", lang: str = "en") -> str:
    """A news page around one story."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Bridge closes</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>Harbour bridge closes</h1>{before}<p>{STORY}</p>"
        f"<p>Ferries will take over until the autumn, and the council expects delays at both landings.</p>{body}"
        "</article><footer>Copyright 2012 The Harbour Post</footer></body></html>"
    )
