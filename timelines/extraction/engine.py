"""The way of a text: blocks, sentences, matchers, resolving, events."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from timelines.extraction import (
    blocks,
    datelines,
    events,
    joining,
    modifiers,
    ranges,
    scan,
    searching,
    sentences,
    stepping,
)
from timelines.extraction.languages import Language, get_language
from timelines.extraction.languages.en import ENGLISH
from timelines.extraction.meanings import Candidate
from timelines.extraction.resolving import resolve
from timelines.extraction.types import Extraction


def extract(text: str, reference_date: date | None, language: str = "en", *, proposals: bool = True) -> Extraction:
    """Read the dated statements out of an article.

    ``reference_date`` is the day of publication, None where it is not known; relative dates then stay without an EDTF
    and carry the warning ``no-reference-date``. ``language`` is an ISO 639-1 code. ``proposals=False`` reads the dates
    alone, which takes about half the time. Never raises on any string.
    """
    known = get_language(language)
    if known is None:
        return _searched(text, reference_date, language)
    return _extract(text, reference_date, known, language, proposals)


def _searched(text: str, reference: date | None, language: str) -> Extraction:
    """An article in a language without rules of its own, by dateparser's search."""
    code = language.lower().replace("_", "-").split("-")[0]
    found_blocks = blocks.find(text, ENGLISH)
    found_sentences = sentences.split_plain(text, found_blocks)
    if not searching.knows(code):
        note = f"No rules and no date names are known for the language “{code}”, so no dates were looked for."
        return Extraction(found_blocks, found_sentences, language=code, notes=(note,))
    expressions = searching.search(text, found_sentences, reference, code)
    found_sentences = sentences.keep_whole(found_sentences, ((e.start, e.end) for e in expressions))
    proposals = searching.propose(text, expressions, found_sentences, reference)
    note = "This language has no rules of its own: its dates were found by a general search and need a closer look."
    return Extraction(found_blocks, found_sentences, tuple(expressions), tuple(proposals), code, (note,))


def _extract(text: str, reference: date | None, language: Language, code: str, proposals: bool) -> Extraction:
    found_blocks = blocks.find(text, language)
    found_sentences = sentences.split(text, found_blocks, language)
    if not found_sentences:
        return Extraction(blocks=found_blocks, language=code)
    candidates = joining.join_times(text, scan.scan(text, language), language)
    candidates = stepping.step(text, candidates, language)
    _modified(text, candidates, language)
    ranges.share_years(text, candidates, language)
    ranges.join(text, candidates, language)
    found_sentences = sentences.keep_whole(found_sentences, ((c.start, c.end) for c in candidates))
    expressions = resolve(text, candidates, found_sentences, reference, language)
    proposed = (
        events.propose(text, expressions, found_sentences, found_blocks, reference, language) if proposals else []
    )
    offered = datelines.offered(found_blocks, candidates) if reference is None else None
    return Extraction(
        found_blocks, found_sentences, tuple(expressions), tuple(proposed), code, offered_publication=offered
    )


_ENDED = 14
"""How far the day that closes a period may stand from its words ("the quarter that ended on")."""


def _modified(text: str, candidates: list[Candidate], language: Language) -> None:
    floor = 0
    for candidate in candidates:
        modifiers.modify(text, candidate, language, floor)
        floor = candidate.end
    for period, last in pairwise(candidates):
        if last.ended and last.start - period.end <= _ENDED:
            period.said_again = True
