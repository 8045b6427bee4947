"""Takes a Word document (.docx) apart: a ZIP file of XML parts, looked at from outside before anything is unpacked."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from .found import Found
from .lines import first_line_title, stated_name, stated_title
from .refusal import Refused, no_text, refusal, too_much_text

MAX_UNPACKED = 32 * 1024 * 1024
MAX_MEMBERS = 1_000
MAX_RATIO = 200
"""Times a part may be larger than it is packed; parts under a megabyte are not looked at."""

_PASTE = "Paste the article as text instead."
_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:txbxContent"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}


def find(data: bytes, text_chars: int) -> Found:
    """Read a document. Raises Refused when its directory is hostile, it declares entities, or it has no text."""
    check_directory(data)
    document = docx.Document(io.BytesIO(data))
    parts: list[str] = []
    length = 0
    for paragraph in _blocks(document.element.body):
        length += len(paragraph) + 2
        if length > text_chars + 2:
            raise too_much_text(text_chars)
        parts.append(paragraph)
    text = "\n\n".join(parts)
    if not text.strip():
        raise no_text()
    properties = document.core_properties  # its dates say when the file was made, not when the article came out
    return Found(
        text=text,
        title=stated_title(properties.title) or _styled_title(document) or first_line_title(text),
        byline=stated_name(properties.author),
    )


def check_directory(data: bytes) -> None:
    """Raises Refused unless the ZIP directory is one an honest program writes and no part declares a document type."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_members(members)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    _check_part(archive.read(member))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as broken:
        raise refusal("This Word document could not be read: its file is damaged.", _PASTE) from broken


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise _too_much()
    if len({member.filename for member in members}) != len(members):
        raise refusal("This Word document holds two parts of the same name.", _PASTE)
    for member in members:
        if member.file_size > 1024 * 1024 and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise _too_much()
        if member.flag_bits & 0x1:
            raise refusal(
                "This Word document is locked with a password.", "Save it without one, or paste the article as text."
            )
        if _leads_outside(member):
            raise refusal("This Word document names a file outside itself, which no honest one does.", _PASTE)


def _too_much() -> Refused:
    return refusal("This Word document unpacks to too much to be read safely.", _PASTE)


def _leads_outside(member: zipfile.ZipInfo) -> bool:
    name = member.filename.replace("\\", "/")
    return name.startswith("/") or ":" in name or ".." in name.split("/") or stat.S_ISLNK(member.external_attr >> 16)


def _check_part(part: bytes) -> None:
    # Without its NULs, UTF-16 reads like ASCII: nobody hides a declaration by encoding it.
    plain = part.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise refusal("This Word document declares XML entities, which no honest one does.", _PASTE)


def _blocks(parent: Any) -> Iterator[str]:
    """Paragraphs in order, tables as in `_table`, content controls looked into. The XML parser bounds the depth."""
    for child in parent:
        if child.tag == qn("w:p"):
            if text := _words(child).strip():
                yield text
        elif child.tag == qn("w:tbl"):
            yield from _table(child)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:moveTo")):
            yield from _blocks(child)


def _table(table: Any) -> Iterator[str]:
    """A table as one block, a line for each row; one of a single column is only a frame around paragraphs."""
    rows = [list(_own(row, "w:tc", "w:tr")) for row in _own(table, "w:tr", "w:tbl")]
    if all(len(cells) <= 1 for cells in rows):
        for cells in rows:
            for cell in cells:
                yield from _blocks(cell)
        return
    lines = (" | ".join(filter(None, (" ".join(_words(cell).split()) for cell in cells))) for cells in rows)
    if block := "\n".join(filter(None, lines)):
        yield block


def _own(parent: Any, tag: str, within: str) -> Iterator[Any]:
    """The `tag` elements of `parent` itself, not those of tables inside it."""
    return (each for each in parent.iter(qn(tag)) if next(each.iterancestors(qn(within))) is parent)


def _words(element: Any) -> str:
    """The text of a paragraph or cell as it reads now: insertions in, deletions out, text boxes out."""
    out: list[str] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag == qn("w:t"):
            out.append(node.text or "")
        elif node.tag in _BREAKS:
            out.append(_BREAKS[node.tag])
        elif node.tag == qn("w:p") and node is not element:
            out.append(" ")
        if node.tag != qn("w:pPr"):
            waiting.extend(reversed(list(node)))
    return "".join(out)


def _styled_title(document: Any) -> str:
    """The paragraph set as the document's title, else its first top heading."""
    wanted = {"Title": "", "Heading1": ""}
    for paragraph in list(document.element.body.iterchildren(qn("w:p")))[:20]:
        style = paragraph.style or ""
        if style in wanted and not wanted[style]:
            wanted[style] = " ".join(_words(paragraph).split())[:300]
    return wanted["Title"] or wanted["Heading1"]
