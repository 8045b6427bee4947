"""Sentences with offsets.

An own splitter. syntok 1.4 splits news as well, but takes 1.0 ms for a dozen sentences,
as much as all the rest of the engine for the same text, and joins and rewrites tokens, so that offsets into the text as
it stands are lost. What a splitter must know is in the language: news abbreviations (Gen., U.S., No., Feb.), initials,
quotes after the stop, and which words open a sentence after "U.S.".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timelines.extraction.languages import Language
from timelines.extraction.types import Block, Span

_STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*[\"'”’)\]»]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"(?<![\w.’'-])[\w.’'-]+$")
_WORD_AFTER = re.compile(r"[\s\"'“‘(\[«`]*(\w+)?")
_LOOK = 24


def split(text: str, blocks: tuple[Block, ...], language: Language) -> tuple[Span, ...]:
    """The sentences of each block, in text order, without surrounding blanks; none is empty."""
    found: list[Span] = []
    for block in blocks:
        start = block.start
        for stop in _STOP.finditer(text, block.start, block.end):
            if _ends(text, stop.start(), stop.end(), block.end, language):
                _add(found, text, start, stop.end())
                start = stop.end()
        _add(found, text, start, block.end)
    return tuple(found)


_PLAIN_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？؟।]+[」』”]*|(?<=[\u0600-\u06ff])\.(?=\s)")
_SHORT_BEFORE = re.compile(r"(?:(?<!\d)\d{1,2}|(?<!\w)[^\W\d_a-z]\w?)$")


def split_plain(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """The sentences in a language whose abbreviations are not known.

    No sentence ends after a number of one or two digits ("3. Mai"), an initial or "Dr.", or before a small letter.
    """
    found: list[Span] = []
    for block in blocks:
        start = block.start
        for stop in _PLAIN_STOP.finditer(text, block.start, block.end):
            following = _WORD_AFTER.match(text, stop.end(), min(block.end, stop.end() + 40))
            word = following.group(1) if following else None
            short = text[stop.start()] == "." and _SHORT_BEFORE.search(text, max(0, stop.start() - 4), stop.start())
            if not (word and (word[0].islower() or short)):
                _add(found, text, start, stop.end())
                start = stop.end()
        _add(found, text, start, block.end)
    return tuple(found)


def keep_whole(sentences: tuple[Span, ...], spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The sentences, those joined that a span (a date with a stop in it: "5 p.m. Friday") reaches across."""
    joined: list[Span] = []
    rest = iter(spans)
    span = next(rest, None)
    for sentence in sentences:
        if joined and span is not None and span[0] < joined[-1].end < span[1]:
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
        while span is not None and span[1] <= joined[-1].end:
            span = next(rest, None)
    return tuple(joined)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends(text: str, dot: int, after: int, limit: int, language: Language) -> bool:
    """Whether the stop ends a sentence: not after an abbreviation or an initial, and not before a small letter."""
    if after >= limit:
        return True
    first = text[after + 1] if after + 1 < limit else ""
    word = first if first.isalpha() else _word_after(text, after, limit)
    if word[:1].islower():
        return False
    if text[dot] != "." or text[dot : dot + 2] == "..":
        return True
    name = _word_before(text, dot)
    if name is None:
        return True
    if len(name) == 1 and name.isupper() and name != "I":
        return False
    if name.lower() not in (language.layout.small if name.islower() else language.layout.abbreviations):
        return True
    if "." in name or name.lower() in ("corp", "inc", "co", "ltd", "jr", "sr", "etc", "bros", "plc"):
        return _word_after(text, after, limit).lower() in language.layout.openers
    return False


def _word_after(text: str, after: int, limit: int) -> str:
    """The first word after a stop, "" without any."""
    following = _WORD_AFTER.match(text, after, min(limit, after + 40))
    return (following.group(1) or "") if following else ""


def _word_before(text: str, dot: int) -> str | None:
    """What stands right before a stop, without stops at its own end; None where that is no word."""
    head = text[max(0, dot - _LOOK) : dot]
    last = head.rsplit(None, 1)[-1] if head.strip() else ""
    if last.isalnum() and len(last) < len(head):
        return last
    before = _WORD_BEFORE.search(text, max(0, dot - _LOOK), dot)
    return before.group().rstrip(".") if before else None
