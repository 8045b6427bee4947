"""Where a headline that is too long may end: at the end of a phrase, with its verb and what the verb needs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from timelines.extraction.languages import Language
from timelines.extraction.phrases import count, plain
from timelines.extraction.shortening import ARTICLES, ENDS, VERBS, bare, first_of
from timelines.extraction.tokens import Token

Splits = Callable[[list[Token], int, Language], bool]
FEWEST = 4
TITLES = 5
"""How many words titles and ages may take."""
_CUTS = ENDS | {"ing", "date"}
_GROUP = frozenset({"adverb", "base", "either", "participle"})


def untitled(words: str, room: int, language: Language) -> str:
    """The words, without titles ("Prime Minister") where they fit only so; else ""."""
    parts = words.split()
    if len(parts) <= room:
        return words
    if language.grammar.title_words.isdisjoint(parts):
        return ""
    words = language.grammar.titles.sub("", words)
    return words if len(words.split()) <= room else ""


def cut(made: list[Token], room: int, language: Language, splits: Splits) -> str:
    """Cut at the end of a phrase: the longest that fits, with its verb."""
    made = _shorter_subject(made, room, language)
    if count(made) <= room:
        return plain(made)
    sums = list(accumulate([token.size for token in made]))
    _, verb = _verb_at(made, language)
    for n in range(min(len(made) - 1, bisect_right(sums, room + TITLES)), verb - 1, -1):
        if made[n].kind not in _CUTS or splits(made, n, language):
            continue
        words = untitled(plain(bare(made[:n], language)), room, language)
        if len(words.split()) >= FEWEST - 1:
            return words
    return ""


def _verb_at(made: list[Token], language: Language) -> tuple[int, int]:
    """Where the verb begins that says what happened, and where its group ends; after "said" that of what was said."""
    at = first_of(made, VERBS)
    if made and made[at].low in language.forms.with_clause:
        later = [n for n in range(at + 1, len(made)) if made[n].kind == "finite"]
        at = later[0] if later else at
    end = at + 1
    while end < len(made) and (made[end].kind in _GROUP or made[end].low in ("be", "been", "have", "not", "to")):
        end += 1
    return at, end


def _shorter_subject(made: list[Token], room: int, language: Language) -> list[Token]:
    """Without the last phrases of a subject so long that its verb would be lost."""
    while True:
        end = _verb_at(made, language)[1]
        if count(made[: end + 1]) <= room:
            return made
        first = first_of(made, VERBS)
        at = next((n for n in range(first - 1, 1, -1) if made[n].kind in ("preposition", "to")), 0)
        if not at:
            return made
        made = made[:at] + made[first:]


def splits(made: list[Token], n: int, language: Language) -> bool:
    """Whether a cut before this token leaves a verb or noun bare: "caused him | to fall", "was accused | of"."""
    token, before = made[n], made[n - 1]
    if token.low == "of" or token.kind == "to" or (token.kind == "that" and before.kind != "word"):
        return True
    if before.low in ARTICLES or before.kind in ("preposition", "that"):
        return True
    if token.kind in ("preposition", "ing") and before.kind in ("finite", "either", "base", "present", "ing"):
        return token.kind == "ing" or not _stands_without(made, n, language)
    if token.kind == "sub" and token.low in ("whether", "if", "unless", "how", "why", "what", "where"):
        hedged = token.low == "if" and any(t.low in ("could", "may", "might", "would") for t in made[:n])
        return before.kind != "comma" and not hedged
    if token.kind == "and" and before.kind in ("present", "base"):
        return True
    return before.low in language.forms.with_clause


def _stands_without(made: list[Token], n: int, language: Language) -> bool:
    """Whether the verb before a preposition says enough without what follows it."""
    token, before, forms = made[n], made[n - 1], language.forms
    passive = before.kind == "either" and any(t.low in forms.passive_auxiliaries for t in made[max(0, n - 4) : n - 1])
    return (
        passive or before.low in forms.past_only or token.low in ("at", "after", "before", "because", "during", "near")
    )


def splits_loosely(made: list[Token], n: int, language: Language) -> bool:
    """The same where no better cut is: "of" and "to" may be lost after a noun."""
    loose = made[n].low == "of" or (made[n].kind == "to" and made[n - 1].kind == "word")
    after_verb = made[n].kind == "preposition" and made[n - 1].kind in ("finite", "either")
    return not after_verb and (not loose or made[n - 1].kind != "word")
