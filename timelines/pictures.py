"""The picture that goes with a link to a timeline (Open Graph): title, size, and its dates on the density strip.

1200 by 630 pixels is what the networks that show such cards ask for. The fonts are the pages' own; a title in a script
they do not have is left to the card's own text, rather than drawn as boxes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from timelines.drawing import Strip

SIZE = (1200, 630)
MARGIN = 72
PAPER, INK, QUIET, RULE = "#ffffff", "#14171c", "#474d57", "#878e99"
TITLE_SIZES = (84, 72, 60, 50)
TITLE_LINES = 4
STRIP_WIDTH = SIZE[0] - 2 * MARGIN
FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
_BLOCK = re.compile(r"M(-?[\d.]+) (-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-[\d.]+z")
_OURS = re.compile(r"[\u0020-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20c0\u2113\u2116\u2122]*")


def draw(title: str, facts: str, strip: Strip | None) -> bytes:
    """The PNG. `facts` is the line under the title; the strip is one of `STRIP_WIDTH` pixels."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((MARGIN + 10, 64, MARGIN + 36, 90), fill=INK)
    pen.rectangle((MARGIN, 100, MARGIN + 46, 104), fill=INK)
    _line(pen, (MARGIN + 66, 66), "Dateline", "serif", 40)
    if _OURS.fullmatch(title):
        _title(pen, title)
    _line(pen, (MARGIN, 440), facts, "sans", 30, QUIET)
    if strip is not None:
        _strip(pen, strip, MARGIN, 590)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _title(pen: ImageDraw.ImageDraw, title: str) -> None:
    """As large as it fits on four lines; cut with an ellipsis where even the smallest size is too large."""
    for size in TITLE_SIZES:
        lines = list(_wrapped(title, size))
        height = round(size * 1.06)
        if len(lines) * height <= 290 and len(lines) <= TITLE_LINES:
            break
    else:
        lines = [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1]} …"]
    for number, line in enumerate(lines):
        _line(pen, (MARGIN, 136 + number * height), line, "serif", size)


def _wrapped(text: str, size: int) -> Iterator[str]:
    """The words in lines that fit; a word wider than a line is cut."""
    line = ""
    for piece in (piece for word in text.split() for piece in _pieces(word, size)):
        longer = f"{line} {piece}".strip()
        if line and _width(longer, "serif", size) > STRIP_WIDTH:
            yield line
            line = piece
        else:
            line = longer
    if line:
        yield line


def _pieces(word: str, size: int) -> Iterator[str]:
    """The word, or as much of it at a time as goes on one line."""
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and _width(word[start:end], "serif", size) > STRIP_WIDTH:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


def _line(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, family: str, size: int, colour: str = INK
) -> None:
    x, y = at
    for run, font in _runs(text, family, size):
        pen.text((x, y + size), run, font=font, fill=colour, anchor="ls")
        x += font.getlength(run)


def _width(text: str, family: str, size: int) -> float:
    return sum(font.getlength(run) for run, font in _runs(text, family, size))


def _runs(text: str, family: str, size: int) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """Stretches of the text with the file that has their letters."""
    for extended, letters in groupby(text, key=lambda letter: 0xFF < ord(letter) < 0x2000 or ord(letter) > 0x2060):
        yield "".join(letters), _font(family, size, extended)


@lru_cache(maxsize=32)
def _font(family: str, size: int, extended: bool) -> ImageFont.FreeTypeFont:
    name = {"serif": "newsreader", "sans": "public-sans"}[family] + ("-latin-ext" if extended else "-latin")
    font = ImageFont.truetype(FONTS / f"{name}.woff2", size)
    axes = {"Weight": 500 if family == "serif" else 400, "Optical Size": 72}
    font.set_variation_by_axes([axes[axis["name"].decode()] for axis in font.get_variation_axes()])
    return font


def _strip(pen: ImageDraw.ImageDraw, strip: Strip, left: float, bottom: float) -> None:
    """The bars on their axis; hollow ones as outlines."""
    top = bottom - strip.axis_y
    pen.line((left, bottom, left + strip.width, bottom), fill=RULE, width=2)
    for bar in strip.bars:
        for x, y, width, height in _blocks(bar.d):
            box = (left + x, top + y, left + x + max(width, 2), top + y + height)
            if bar.look == "planned":
                pen.rectangle(box, outline=INK, width=2)
            else:
                pen.rectangle(box, fill=INK)


def _blocks(path: str) -> Sequence[tuple[float, ...]]:
    return [tuple(float(part) for part in found.groups()) for found in _BLOCK.finditer(path)]
