"""Takes a PDF apart: the text of its pages, put back into paragraphs."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader, overwrite_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from .found import Found
from .lines import first_line_title, stated_name, stated_title
from .refusal import no_text, refusal, too_much_text

MAX_STREAM = 16 * 1024 * 1024
"""Bytes one stream of a PDF may unpack to. A page of newspaper text is under 100 kB."""

_FEW_LETTERS = 20
_PASTE = "Paste the article as text instead."
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def find(data: bytes, text_chars: int) -> Found:
    """Read a PDF. Raises Refused when it is encrypted, damaged, too large when unpacked, or has no text."""
    _limit_streams()
    try:
        reader = PdfReader(io.BytesIO(data))
        _open(reader)
        pages = _page_texts(reader, text_chars)
        text = "\n\n".join(filter(None, (paragraphs(page) for page in pages)))
        _check_letters(text, reader)
        title, author = _properties(reader)
    except (FileNotDecryptedError, DependencyError) as locked:
        raise _locked() from locked
    except LimitReachedError as bomb:
        raise refusal("This PDF unpacks to too much to be read safely.", _PASTE) from bomb
    except (PyPdfError, RecursionError) as broken:
        raise refusal("This PDF could not be read: it is damaged, or not made as it should be.", _PASTE) from broken
    return Found(text=text, title=stated_title(title) or first_line_title(text), byline=stated_name(author))


def _limit_streams() -> None:
    overwrite_configuration(
        maximum_declared_stream_length=MAX_STREAM,
        array_based_stream_maximum_output_length=MAX_STREAM,
        lzw_maximum_output_length=MAX_STREAM,
        run_length_maximum_output_length=MAX_STREAM,
        zlib_maximum_output_length=MAX_STREAM,
        brotli_maximum_output_length=MAX_STREAM,
        jbig2dec_binary=None,  # no other program is started for a stranger's file
    )


def _open(reader: PdfReader) -> None:
    # An empty password opens what is only locked against printing or copying, as every viewer does.
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked()


def _locked() -> Exception:
    return refusal(
        "This PDF is encrypted, so its text cannot be read.",
        "Save it without a password, or paste the article as text.",
    )


def _page_texts(reader: PdfReader, text_chars: int) -> list[str]:
    texts: list[str] = []
    length = 0
    for page in reader.pages:
        texts.append(page.extract_text())
        length += len(texts[-1])
        if length > text_chars:
            raise too_much_text(text_chars)
    return texts


def _check_letters(text: str, reader: PdfReader) -> None:
    """Raises Refused where the pages are scans, hold nothing, or use letters that no character stands for."""
    letters = sum(each.isalpha() for each in text)
    marks = sum(not each.isspace() for each in text)
    odd = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" or (each < " " and not each.isspace()) for each in text)
    if letters < _FEW_LETTERS and _has_pictures(reader):
        raise refusal(
            "The pages are pictures, with no text to read.",
            "Save the PDF with its text recognised, or paste the article as text.",
        )
    if not marks:
        raise no_text()
    if odd * 4 > marks:
        raise refusal(
            "The letters of this PDF cannot be told from one another: its fonts do not say which is which.", _PASTE
        )


def _has_pictures(reader: PdfReader) -> bool:
    for page in list(reader.pages)[:20]:
        resources: Any = page.get("/Resources")
        objects: Any = resources.get_object().get("/XObject") if resources is not None else None
        for name in objects.get_object() if objects is not None else ():
            if objects.get_object()[name].get_object().get("/Subtype") == "/Image":
                return True
    return False


def _properties(reader: PdfReader) -> tuple[str, str]:
    """Title and author as the file states them. Its dates say when the file was made, not when the article came out."""
    found = reader.metadata
    return (found.title or "", found.author or "") if found else ("", "")


def paragraphs(page: str) -> str:
    """Join the lines of a page into paragraphs: a line that fills the measure goes on in the next one."""
    lines = [" ".join(line.split()) for line in page.replace("\r", "\n").split("\n")]
    measure = sorted(len(line) for line in lines)[len(lines) * 9 // 10]
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", page))
    done: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line:
            done[-1] = _joined(done[-1], line, words)
        elif line:
            done.append(line)
        goes_on = bool(line) and len(line) >= 0.75 * measure and len(line) > 30
    return "\n\n".join(done)


def _joined(above: str, below: str, words: set[str]) -> str:
    """Two lines as one. A hyphen at the end of the line goes, unless the page writes the word with one elsewhere."""
    broken = _HYPHEN.search(above)
    first = _FIRST_WORD.match(below)
    if not broken or not first or not first[0][0].islower():
        return f"{above}{'' if above.endswith('-') else ' '}{below}"
    whole = f"{broken[1]}-{first[0]}"
    return f"{above if whole in words and above.endswith('-') else above[:-1]}{below}"
