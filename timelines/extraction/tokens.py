"""The words of a sentence with what each may be in a clause; a date with its preposition is one token.

No tagger: a word is known by its form, by the language's lists, and by the words beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from timelines.extraction.kinds import Kind, alone
from timelines.extraction.languages import Language, get_language
from timelines.extraction.types import Span

_TOKEN = re.compile(
    r"([^\W\d_][^\s,;:“”\"()\[\]–—]*|\[\w{1,3}\]\w+|[“”\"()\[\],;:–—]|\d[\d,.:]*\d|--+|[^\s,;:“”\"()\[\]–—]+)"
)
_PLAIN: dict[str, Kind] = {",": "comma", ";": "stop", ":": "stop", "–": "stop", "—": "stop", "(": "open", "[": "open",
                           ")": "close", "]": "close", "“": "quote", "”": "quote", '"': "quote"}  # fmt: skip
_STOPS = ".!?…"
_TAIL = 30


@dataclass(slots=True)
class Token:
    """A word, a mark or a date. Tokens are never changed: sentences share those of the pieces they have in common.

    ``low`` is the word in small letters, ``size`` how many words it makes. ``number`` is the index of the date among
    the spans given, or -1. ``at`` is one more than that of the token before where no blank stands between (``glued``).
    ``sure`` says that the kind does not hang on the words beside it. ``led`` is the word with the blank that belongs
    before it in a line, None where that hangs on the words before.
    """

    word: Final[str]
    low: Final[str]
    kind: Final[Kind]
    size: Final[int] = 1
    glued: Final[bool] = False
    at: Final[int] = -1
    number: Final[int] = -1
    sure: Final[bool] = True
    led: Final[str | None] = None

    def of_kind(self, kind: Kind, sure: bool = True) -> Token:
        """The token with another kind."""
        return Token(self.word, self.low, kind, self.size, self.glued, self.at, self.number, sure, self.led)

    def spelt(self, word: str, low: str) -> Token:
        """The token with another word in its place."""
        led = self.led and f" {word}"
        return Token(word, low, self.kind, self.size, self.glued, self.at, self.number, self.sure, led)


def tokens(text: str, sentence: Span, dates: list[Span], language: Language) -> list[Token]:
    """The tokens of a sentence; ``dates`` lie in it, in order, not overlapping."""
    found: list[Token] = []
    known = _pieces(language.code)
    position = sentence.start
    for number, date in enumerate(dates):
        start, end = _whole(text, Span(position, sentence.end), date, language)
        found += chain.from_iterable(map(known.__getitem__, _after(found, text, position, start, known)))
        words = text[start:end]
        found.append(Token(words, words.lower(), "date", len(words.split()), number=number))
        position = end
    found += chain.from_iterable(map(known.__getitem__, _after(found, text, position, sentence.end, known)))
    _without_stop(found, known)
    return found


def _after(found: list[Token], text: str, start: int, end: int, known: _Pieces) -> list[str]:
    """The pieces between blanks; one that a date runs into ("Friday’s") is read here and joined to the date."""
    pieces = text[start:end].split()
    if not found or not pieces or text[start].isspace():
        return pieces
    first = known[pieces[0]]
    if pieces[0][0] != "–" and (not first or first[0].kind in _SIGNS):
        return pieces
    glued = known.read(pieces[0], text[start - 1])
    if glued:
        date = found[-1]
        found[-1] = Token(date.word, date.low, date.kind, date.size, at=glued[0].at - 1, number=date.number)
        found += glued
    return pieces[1:]


def _without_stop(found: list[Token], known: _Pieces) -> None:
    """Take the stop off the last word."""
    if not found or found[-1].kind in _MARKS:
        return
    at = -1 if found[-1].kind != "quote" or len(found) < 2 else -2
    last = found[at]
    word = last.word.rstrip(_STOPS)
    if word != last.word:
        low = last.low[: len(word)]
        kind = last.kind if last.kind in _SIGNS else known.kind(low)
        found[at] = last.spelt(word, low).of_kind(kind or "word", sure=kind is not None)


_MARKS = ("date", "comma", "stop", "open", "close")
_SIGNS = (*_MARKS, "quote")


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


class _Pieces(dict[str, tuple[Token, ...]]):
    """The tokens of a piece between two blanks; each piece is read once and kept."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code, self._next = code, 0

    def __missing__(self, piece: str) -> tuple[Token, ...]:
        found = self.read(piece, "")
        if len(piece) < _LONG:
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = found
        return found

    def kind(self, low: str) -> Kind | None:
        """The kind of a word by itself, None where the words beside it decide."""
        return alone(low, self._code)

    def read(self, piece: str, before: str) -> tuple[Token, ...]:
        """The tokens of a piece; ``before`` is the character that it is joined to, if any."""
        found: list[Token] = []
        self._next += 2
        last = 0 if before else -1
        for match in _TOKEN.finditer(piece):
            word = match.group()
            kind, low, size = _known(word)
            if kind is None:
                continue
            if word == "–" and (piece[match.start() - 1 : match.start()] or before).isalnum():
                kind = "word"
            glued = match.start() == last
            last = match.end()
            self._next += 1 if glued else 2
            sure: Kind | None = self.kind(low) if kind == "word" else kind
            size = 0 if glued and kind == "word" else size
            led = _led(word, kind, glued)
            found.append(Token(word, low, sure or "word", size, glued, self._next, sure=sure is not None, led=led))
        return tuple(found)


def _led(word: str, kind: Kind, glued: bool) -> str | None:
    if kind in ("comma", "close") or word in (";", ":"):
        return word
    return None if glued or kind in ("quote", "open") or word[0] in _CLOSE else f" {word}"


_CLOSE = ",.;:)]”?!"


@cache
def _pieces(code: str) -> _Pieces:
    return _Pieces(code)


_KEPT, _LONG = 30_000, 30
"""How many pieces are kept with their tokens, and of what length."""


def _known(word: str) -> tuple[Kind | None, str, int]:
    """What a word is before its neighbours are known, in small letters, and its size; no kind for bare stops."""
    kind = _PLAIN.get(word)
    if kind is None:
        if not word.strip(_STOPS):
            return None, word, 0
        kind = "stop" if word.startswith("--") else "word"
    return kind, word.lower().replace("’", "'"), int(kind not in ("comma", "close"))
