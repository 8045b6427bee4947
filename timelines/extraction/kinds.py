"""What a word may be in a clause by itself: by the language's lists and by its form, before its neighbours are seen."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from timelines.extraction.languages import Language, get_language

Kind = Literal[
    "word", "date", "comma", "stop", "quote", "open", "close",
    "finite", "either", "participle", "present", "ing", "base",
    "to", "that", "relative", "sub", "and", "preposition", "determiner", "pronoun", "adverb",
]  # fmt: skip
"""``finite`` is a finite verb for certain, ``either`` a past or a participle, ``present`` perhaps a plural noun."""


@lru_cache(maxsize=16384)
def alone(low: str, code: str) -> Kind | None:
    """The kind of a word in small letters that is the same wherever it stands, None for what may be a verb."""
    known = closed(code).get(low)
    if known:
        return known
    language = get_language(code)
    if language is None or not low.removeprefix("re-").isalpha():
        return "word"
    verb = low.endswith(("ly", "ed", "ing")) or low in language.forms.adverbs or low == "born"
    return None if verb or form(low, language) or stem(low, language.forms.base) else "word"


@cache
def closed(code: str) -> dict[str, Kind]:
    """The kinds of the words that are always the same; the first list that holds a word decides."""
    language = get_language(code)
    if language is None:
        return {}
    forms = language.forms
    lists: tuple[tuple[Kind, frozenset[str]], ...] = (
        ("finite", forms.auxiliaries), ("relative", forms.relatives), ("and", forms.coordinators),
        ("to", frozenset({"to"})), ("that", frozenset({"that"})), ("sub", forms.subordinators),
        ("preposition", forms.prepositions), ("determiner", forms.determiners), ("pronoun", forms.pronouns),
    )  # fmt: skip
    return {word: kind for kind, words in reversed(lists) for word in words}


def form(low: str, language: Language) -> Kind | None:
    """What a verb form is by the lists of pasts and participles and by its end; None for what is no such form."""
    forms = language.forms
    if low in forms.past_only:
        return "finite"
    if low in forms.past_or_participle:
        return "either"
    if low in forms.participle:
        return "participle"
    if low.endswith("ed") and len(low) > 4 and low not in language.grammar.not_past:
        return "either"
    if low.endswith("ing") and len(low) > 4 and low not in language.grammar.loose_participles:
        return "ing"
    return None


def stem(low: str, base: frozenset[str]) -> str:
    """The known verb that a form is of, "" for none."""
    stems = (low, low.removesuffix("s"), low.removesuffix("es"), f"{low.removesuffix('ies')}y")
    return next((stem for stem in stems if stem in base), "")
