"""From the words of a clause to a line of at most 12: what can go first goes first, and it never ends in mid-phrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from timelines.extraction import cuts
from timelines.extraction.cuts import FEWEST, TITLES
from timelines.extraction.languages import Language
from timelines.extraction.phrases import EDGES, balanced, capital, count, joined, plain
from timelines.extraction.shortening import (
    STEPS,
    VERBS,
    bare,
    without_apposition,
    without_brackets,
    without_lone_commas,
)
from timelines.extraction.tokens import Token

MOST_WORDS = 12


@dataclass(slots=True)
class Draft:
    """The words of a headline to be; ``frame`` those that report them, before them ("Police said")."""

    words: list[Token]
    frame: list[Token] = field(default_factory=list)


def line(draft: Draft, said: list[Token], language: Language, dated: bool = False) -> str:
    """The line with who said it, in front or after a comma. ``dated``: the date is the saying's, which so must stay."""
    made, frame = bare(draft.words, language), _reporting(draft.frame)
    speaker = _speaker(said, language) if said else ""
    ways = [(told, after) for after in dict.fromkeys((speaker, "")) for told in _frames(frame, language)]
    shorter = _Shorter(without_lone_commas(made))
    for splits in (cuts.splits, cuts.splits_loosely):
        for told, after in ways:
            room = MOST_WORDS - len(after.split()) - len(told.split())
            if room < FEWEST or (dated and speaker and not after):
                continue
            words = shorter.fit(room, language, splits)
            if words:
                return _together(told, words, after, made)
    return capital(balanced(plain(bare(_first([*frame, *made]), language))))


def _first(made: list[Token]) -> list[Token]:
    """As many tokens as make twelve words."""
    end = sum(size <= MOST_WORDS for size in accumulate([token.size for token in made]))
    return made[: max(1, end)]


def _frames(frame: list[Token], language: Language) -> list[str]:
    """The words that report, whole, without what explains the speaker, without titles, and none."""
    if not frame:
        return [""]
    short = joined(without_apposition(without_brackets(frame)))
    return list(dict.fromkeys((joined(frame), short, language.grammar.titles.sub("", short), "")))


def _reporting(frame: list[Token]) -> list[Token]:
    """The frame without the commas that only what is left out of it had needed."""
    if not frame:
        return frame
    start = next((n for n, token in enumerate(frame) if token.kind not in ("comma", "and", "stop")), len(frame))
    return without_lone_commas([t for n, t in enumerate(frame[start:]) if t.kind != "that"])


def _together(told: str, words: str, after: str, made: list[Token]) -> str:
    words = f"{told} {words}".strip()
    if after and made and made[0].kind == "quote":
        inner = words.strip('“”" ').rstrip(EDGES)
        return capital(f"“{capital(inner)},” {after}")
    return capital(balanced(f"{words}, {after}" if after else words))


def _speaker(said: list[Token], language: Language) -> str:
    """Who said it, without where, when and to whom."""
    kept = [token for token in said if token.kind != "date"]
    saying = [n for n, token in enumerate(kept) if token.low in language.forms.with_clause]
    verb = next((n for n in saying if kept[n].kind in VERBS), saying[-1] if saying else -1)
    if verb > 0:
        end = verb + 1
        while kept[verb].low == "told" and end < len(kept) and kept[end].kind in ("word", "determiner"):
            end += 1
        kept = kept[_name_before(kept, verb) : end]
    elif verb == 0:
        stops = (n for n, t in enumerate(kept) if n and t.kind in ("comma", "preposition", "relative", "sub"))
        kept = kept[: next(stops, len(kept))]
    words = joined(bare(kept, language)).strip(EDGES)
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first.lower() in language.forms.determiners else words


def _name_before(said: list[Token], verb: int) -> int:
    """Where the two names before the verb of saying begin, which need no title before them; else 0."""
    names = [n for n in range(verb - 2, verb) if n >= 0 and said[n].word[:1].isupper() and said[n].kind == "word"]
    return names[0] if len(names) == 2 and verb > 3 and said[0].word[:1].isupper() else 0


class _Shorter:
    """The words of a line and what is left of them after each step of shortening, each made when it is asked for."""

    def __init__(self, made: list[Token]) -> None:
        self._ways: list[tuple[int, list[Token]]] = [(count(made), made)]
        self._words: dict[int, str] = {}
        self._steps = iter(STEPS)

    def fit(self, room: int, language: Language, splits: cuts.Splits) -> str:
        """The words in ``room`` words or fewer; "" where that would leave out what they say."""
        way, words = 0, ""
        while self._has(way):
            words = self._nearly(way, room)
            if words and len(words.split()) <= room:
                return words
            way += 1
        return cuts.untitled(words, room, language) or cuts.cut(self._ways[-1][1], room, language, splits)

    def _has(self, way: int) -> bool:
        """Whether so many steps have each taken something out."""
        while way >= len(self._ways):
            step = next(self._steps, None)
            if step is None:
                return False
            made = self._ways[-1][1]
            shorter = step(made)
            if shorter is not made:
                self._ways.append((count(shorter), shorter))
        return True

    def _nearly(self, way: int, room: int) -> str:
        """The words where at most titles and ages are too many; else ""."""
        size, made = self._ways[way]
        if size > room + TITLES:
            return ""
        if way not in self._words:
            self._words[way] = plain(made)
        return self._words[way]
