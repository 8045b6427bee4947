"""Names what a file is that cannot be an article, by its content."""

from __future__ import annotations

import puremagic

from editorial.readers.guarded.refusal import Refused, refusal

ADVICE = "Dateline reads plain text, Markdown, web pages, Word documents (.docx) and PDF."

# Starts that no article has. Where others follow the same start, the first in the list wins.
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"fLaC", "a sound file"),
    (b"%!PS", "a PostScript file"),
)
_INSIDE: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftypheic", "a HEIC picture"),
    (4, b"ftypmif1", "a HEIF picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftyp", "a video"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "a sound file"),
    (257, b"ustar", "a tar archive"),
)
# Two letters may begin a sentence ("BMW said"): these count only in a file that is not text.
_BINARY_STARTS = ((b"MZ", "a program"), (b"BM", "a BMP picture"))
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"xl/workbook", "an Excel workbook"),
    (b"ppt/presentation", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/epub+zip", "an EPUB book"),
    (b"AndroidManifest.xml", "an Android app"),
    (b"META-INF/MANIFEST.MF", "a Java program"),
)


def refuse_known(data: bytes) -> None:
    """Raises Refused, naming what the file is, for pictures, programs, archives and whatever else is no article."""
    kind = _by_start(data)
    if kind:
        raise wrong_kind(kind)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise wrong_kind(next((name for sign, name in _IN_ZIP if sign in data), "a ZIP archive"))
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _old_office(data)
    if data.startswith(b"{\\rtf"):
        raise refusal(
            "This is a rich text (RTF) file.", "Save it as a Word document (.docx), or paste the article as text."
        )


def refuse_binary(data: bytes) -> Refused:
    """The refusal for a file that is not text, naming it as well as can be."""
    for start, name in _BINARY_STARTS:
        if data.startswith(start):
            return wrong_kind(name)
    try:
        name = puremagic.magic_string(data)[0].name.strip()
    except (puremagic.PureError, ValueError, IndexError):
        name = ""
    if name:
        return refusal(f"This is not a text: it looks like “{name}”.", ADVICE)
    return refusal("This is not a text, and no kind of file that is known here.", ADVICE)


def wrong_kind(kind: str) -> Refused:
    """The refusal for a file of a known but unwanted kind."""
    return refusal(f"This is {kind}, not an article.", ADVICE)


def _by_start(data: bytes) -> str:
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    return next((kind for place, sign, kind in _INSIDE if data[place : place + len(sign)] == sign), "")


def _old_office(data: bytes) -> Refused:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refusal(
            "This Office document is locked with a password.", "Save it without one, or paste the article as text."
        )
    return refusal(
        "This is an old Office file (.doc, .xls or .ppt).", "Save it as .docx, or paste the article as text."
    )
