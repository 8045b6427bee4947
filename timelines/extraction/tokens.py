"""The words of a sentence with what each may be in a clause; a date with its preposition is one token.

No tagger: a word is known by its form, by the language's lists, and by the words beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timelines.extraction.languages import Language, get_language
from timelines.extraction.types import Span

Kind = Literal[
    "word", "date", "comma", "stop", "quote", "open", "close",
    "finite", "either", "participle", "present", "ing", "base",
    "to", "that", "relative", "sub", "and", "preposition", "determiner", "pronoun", "adverb",
]  # fmt: skip
"""``finite`` is a finite verb for certain, ``either`` a past or a participle, ``present`` perhaps a plural noun."""

_TOKEN = re.compile(
    r"([^\W\d_][^\s,;:“”\"()\[\]–—]*|\[\w{1,3}\]\w+|[“”\"()\[\],;:–—]|\d[\d,.:]*\d|--+|[^\s,;:“”\"()\[\]–—]+)"
)
_LAST_STOP = re.compile(r"[.!?…]+$")
_PLAIN: dict[str, Kind] = {",": "comma", ";": "stop", ":": "stop", "–": "stop", "—": "stop", "(": "open", "[": "open",
                           ")": "close", "]": "close", "“": "quote", "”": "quote", '"': "quote"}  # fmt: skip
_STOPS = ".!?…"
_TAIL = 30


@dataclass(slots=True)
class Token:
    """``number`` is the index of the date among the spans given, or -1; ``size`` how many words it makes."""

    start: int
    end: int
    word: str
    low: str
    kind: Kind
    glued: bool = False
    number: int = -1
    size: int = 1


def tokens(text: str, sentence: Span, dates: list[Span], language: Language) -> list[Token]:
    """The tokens of a sentence; ``dates`` lie in it, in order, not overlapping."""
    found: list[Token] = []
    position = sentence.start
    for number, date in enumerate(dates):
        start, end = _whole(text, Span(position, sentence.end), date, language)
        _words(found, text, position, start)
        kind: Kind = "date"
        words = text[start:end]
        found.append(Token(start, end, words, words.lower(), kind, False, number, len(words.split())))
        position = end
    _words(found, text, position, sentence.end)
    if found and found[-1].kind in ("word", "quote"):
        last = found[-1] if found[-1].kind == "word" or len(found) < 2 else found[-2]
        last.word = _LAST_STOP.sub("", last.word)
        last.low = last.low[: len(last.word)]
    return found


def _whole(text: str, room: Span, date: Span, language: Language) -> tuple[int, int]:
    """A date with its preposition ("on", "as early as"); with its possessive or before a noun it stands for "the"."""
    start, end, last = date.start, date.end, ""
    if text[end : end + 2] in ("'s", "’s"):
        return start, end + 2
    if attributive(text, date, language):
        return start, end
    leads = language.grammar.leads
    for step in range(3):
        floor = max(room.start, start - _TAIL)
        head = text[floor:start].rstrip()
        word = _last_word(head)
        if not step and word in ("than", "as", "of"):
            bound = language.grammar.date_bound.search(text, floor, start)
            if bound:
                start = bound.start()
                floor = max(room.start, start - _TAIL)
                head = text[floor:start].rstrip()
                word = _last_word(head)
        if word not in leads:
            break
        at = _lead(head, word, language)
        lead = head[at:].strip().lower()
        if at < 0 or lead in _NO_LEADS or (step and lead in _ALONE and last != "the"):
            break
        last = lead
        start = floor + at
    return start, end


def _last_word(head: str) -> str:
    words = head.rsplit(None, 1)
    return words[-1].strip('"“”‘(').lower() if words else ""


def _lead(head: str, word: str, language: Language) -> int:
    """Where the preposition begins that ends with ``word``, the last word of ``head``; -1 where it is none."""
    if word not in _NOT_ALONE and head[-len(word) :].lower() == word:
        return len(head) - len(word)
    found = language.grammar.preposition.search(head)
    return found.start() if found else -1


_NOT_ALONE = ("as", "of", "over", "back")
"""These may be the end of more ("as of"), or belong to the verb before them ("took over")."""
_NO_LEADS = ("and", ",", "(", "back")
_ALONE = ("in", "on", "at", "of", "for", "to", "over", "the")
"""These do not stand before another preposition of the same date: "handed himself in on Monday"."""
_ARTICLE = re.compile(r"\b(?:the|an?|its|his|her|their)\s+$", re.IGNORECASE)
_NOUN = re.compile(r"\s+([\w-]+)")


def attributive(text: str, date: Span, language: Language) -> bool:
    """Whether the date only describes the noun after it: "the 2019 collapse"."""
    start = date.start
    if not text[start - 1 : start].isspace() or not _ARTICLE.search(text, max(0, start - 8), start):
        return False
    noun = _NOUN.match(text, date.end, min(len(text), date.end + 40))
    if noun is None:
        return False
    word = noun[1].lower()
    return word not in _no_nouns(language.code) and not word.endswith(("ed", "ly")) and not word[0].isdigit()


@cache
def _no_nouns(code: str) -> frozenset[str]:
    """Words that are no nouns, whatever stands before them."""
    language = get_language(code)
    if language is None:
        return frozenset()
    forms = language.forms
    verbs = forms.auxiliaries | forms.past_only | forms.past_or_participle
    links = forms.prepositions | forms.coordinators | forms.subordinators | forms.relatives
    return verbs | links | forms.determiners | forms.pronouns


def _words(found: list[Token], text: str, start: int, end: int) -> None:
    pieces = _TOKEN.split(text[start:end])
    last, add = found[-1].end if found else -1, found.append
    at, between = start, False
    for word in pieces:
        begin = at
        at += len(word)
        between = not between
        if between:
            continue
        kind, low, size = _KNOWN[word]
        if kind is None:
            continue
        if word == "–" and text[begin - 1 : begin].isalnum():
            kind = "word"
        if begin == last:
            add(Token(begin, at, word, low, kind, True, -1, 0 if kind == "word" else size))
        else:
            add(Token(begin, at, word, low, kind, False, -1, size))
        last = at


class _Known(dict[str, tuple[Kind | None, str, int]]):
    """What each word is before its neighbours are known; found when asked for."""

    def __missing__(self, word: str) -> tuple[Kind | None, str, int]:
        if len(self) >= _KEPT:
            self.clear()
        found = self[word] = _known(word)
        return found


_KNOWN = _Known()
_KEPT = 16384


def _known(word: str) -> tuple[Kind | None, str, int]:
    """What a word is before its neighbours are known, in small letters, and its size; no kind for bare stops."""
    kind = _PLAIN.get(word)
    if kind is None:
        if not word.strip(_STOPS):
            return None, word, 0
        kind = "stop" if word.startswith("--") else "word"
    return kind, word.lower().replace("’", "'"), int(kind not in ("comma", "close"))
