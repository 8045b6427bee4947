"""The blocks of an article: title, caption, dateline, byline, paragraph.

Blocks are cut at line ends, or only at blank lines where the text is hard-wrapped (lines that break inside sentences).
"""

from __future__ import annotations

import re
from itertools import pairwise

from timelines.extraction.languages import Language
from timelines.extraction.types import Block, BlockKind

_LINE = re.compile(r"[^\n]+")
_DATELINE = 120
_DASH = re.compile(r"[—–_]|-[- ]")
_TITLE_LONGEST = 160
_WRAPPED_SHARE = 0.3
_CAPTION_LONGEST = 600
_COPIES = 3


def find(text: str, language: Language) -> tuple[Block, ...]:
    """All blocks that hold anything but blanks, in text order, not overlapping."""
    spans = _paragraphs(text)
    kinds = _kinds(text, spans, language)
    found: list[Block] = []
    for (start, end), kind in zip(spans, kinds, strict=True):
        opening = None
        if kind == "paragraph" and _DASH.search(text, start, start + _DATELINE):
            opening = language.layout.dateline.match(text, start, min(end, start + _DATELINE))
        if opening and _is_dateline(opening.group("place"), opening.group("date"), opening.group("agency")):
            found.append(Block(start, opening.end(), "dateline"))
            if opening.end() < end:
                found.append(Block(opening.end(), end, kind))
            continue
        found.append(Block(start, end, kind))
    return tuple(found)


def _is_dateline(place: str, day: str | None, agency: str | None) -> bool:
    return bool(day or agency) or place.split(",", maxsplit=1)[0].isupper()


def _paragraphs(text: str) -> list[tuple[int, int]]:
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    if not lines:
        return []
    wrapped = _is_wrapped(text, lines)
    spans = [lines[0]]
    for (_, previous), (start, end) in pairwise(lines):
        blank = text.count("\n", previous, start) > 1
        if (not blank and wrapped and not _ended(text, spans[-1])) or (
            not blank and wrapped and previous - spans[-1][0] > _TITLE_LONGEST
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _ended(text: str, span: tuple[int, int]) -> bool:
    return text[: span[1]].rstrip()[-1:] in '.!?:"”’)' if span[1] - span[0] < 4 else text[span[1] - 1] in ".!?:\"”’)'"


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    joined = [(a, b) for a, b in pairwise(lines) if text.count("\n", a[1], b[0]) == 1]
    if len(joined) < 3:
        return False
    inside = sum(1 for a, b in joined if text[b[0]].islower() and text[a[1] - 1] not in ".!?")
    return inside >= _WRAPPED_SHARE * len(joined)


def _kinds(text: str, spans: list[tuple[int, int]], language: Language) -> list[BlockKind]:
    """A short first block is the title, a copy of it too; what stands between the two is a caption."""
    title = _folded(text, spans[0]) if len(spans) > 1 and _like_title(text, *spans[0]) else ""
    copies = [n for n, span in enumerate(spans[1:], start=1) if title and _same(text, span, title)]
    kinds: list[BlockKind] = []
    for number, span in enumerate(spans):
        if (number == 0 and title) or number in copies[:_COPIES]:
            kinds.append("title")
        elif number == 1 and copies and span[1] - span[0] <= _CAPTION_LONGEST:
            kinds.append("caption")
        else:
            kinds.append(_kind(text[span[0] : span[1]], language))
    return kinds


def _kind(words: str, language: Language) -> BlockKind:
    if len(words) <= _TITLE_LONGEST and words.lstrip()[:3].lower() == "by " and language.layout.byline.fullmatch(words):
        return "byline"
    if len(words) <= _CAPTION_LONGEST and ("(" in words or ":" in words) and language.layout.caption.match(words):
        return "caption"
    return "paragraph"


def _same(text: str, span: tuple[int, int], title: str) -> bool:
    return span[1] - span[0] <= _TITLE_LONGEST and _folded(text, span) == title


def _like_title(text: str, start: int, end: int) -> bool:
    return end - start <= _TITLE_LONGEST and text[end - 1] not in ".!…\"”'" and not text[start].islower()


def _folded(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[span[0] : span[1]].lower().split())
