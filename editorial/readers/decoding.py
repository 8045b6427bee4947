"""Bytes to characters, with care: a wrong guess puts wrong words into people's mouths."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from editorial.readers.guarded.refusal import refusal
from editorial.readers.signatures import refuse_binary

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{2,40})", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 32 * 1024
_OLD = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "shift_jis", "euc_jp",
    "gb18030", "big5", "euc_kr", "mac_roman",
]  # fmt: skip
_WESTERN_SHARE = 0.06
"""Up to this share of letters beyond ASCII a text is Western European: English, German, French in Windows-1252."""


def decode(data: bytes) -> str:
    """The characters of a text file: by its byte order mark, as UTF-8, by a page's own charset, else by likelihood.

    Raises Refused for what is not text, or in an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace"), data)
    if encoding := _utf16_without_mark(data):
        return _checked(data.decode(encoding, "replace"), data)
    try:
        return _checked(data.decode("utf-8"), data)
    except UnicodeDecodeError:
        return _checked(_decode_old(data), data)


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 tells itself by its NULs: half of all bytes in Latin text, all on the same side."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) % 2 or len(sample) < 8:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most * 2 < len(sample) * 0.7 or least * 20 > most:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _decode_old(data: bytes) -> str:
    if b"\0" in data:
        raise refuse_binary(data)
    broken = data.decode("utf-8", "replace")
    if len(_MULTIBYTE.findall(data)) > 4 * broken.count("\ufffd"):
        return broken  # UTF-8 with a few bytes lost: read it so, and show where
    named = _META_CHARSET.search(data[:4096])
    for encoding in (named[1].decode("ascii", "replace") if named else "", _likeliest(data)):
        if encoding and (text := _strictly(data, encoding)) is not None:
            return text
    if sum(each < 9 or 13 < each < 27 for each in data) * 100 > len(data):
        raise refuse_binary(data)
    raise refusal(
        "The letters of this file cannot be made out: its encoding is not known.",
        "Save it as UTF-8, or paste the article as text.",
    )


def _likeliest(data: bytes) -> str:
    beyond = sum(each > 127 for each in data)
    if beyond < len(data) * _WESTERN_SHARE and _strictly(data, "cp1252") is not None:
        return "cp1252"
    best = from_bytes(data[:_SAMPLE], cp_isolation=_OLD).best()
    return best.encoding if best else ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        # WHATWG reads Latin-1 and ASCII as Windows-1252, which holds them: so do browsers.
        name = codecs.lookup(encoding).name
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeDecodeError):
        return None


def _checked(text: str, data: bytes) -> str:
    """`text`, unless controls or lost characters make up a tenth of it: then it never was text."""
    odd = len(_CONTROLS.findall(text)) + text.count("\ufffd")
    if odd * 10 > len(text):
        raise refuse_binary(data)
    return text
