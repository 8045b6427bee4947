"""What each word of a sentence may be in a clause: by its form, by the language's lists, and by the words beside it."""

from __future__ import annotations

from functools import cache

from timelines.extraction.languages import Forms, Language, get_language
from timelines.extraction.tokens import Kind, Token

_ENDS = ("date", "comma", "stop")
_KEPT = 16384
"""How many words are kept with their kind."""


def tag(found: list[Token], language: Language) -> None:
    """Give every token that is a word its kind, from left to right."""
    before, alone, decides = "", _alone(language.code), _deciding(language.code)
    for index, token in enumerate(found):
        low = token.low
        if token.kind == "word":
            known = alone[low]
            if known is None or before in decides:
                known = _in_place(found, index, before, language)
            token.kind = known
        before = low


def _in_place(found: list[Token], index: int, before: str, language: Language) -> Kind:
    known = _closed(language.code).get(found[index].low)
    if known and not (known == "finite" and before in language.forms.articles):
        return known
    return _open(found, index, language)


@cache
def _deciding(code: str) -> frozenset[str]:
    """Words that make something of any word after them: "will step", "which ails", "the can"."""
    language = get_language(code)
    return language.grammar.modals | {"who", "which"} | language.forms.articles if language else frozenset()


class _Alone(dict[str, Kind | None]):
    """The kind of each word that is the same wherever it stands, None for what may be a verb; found when asked for."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def __missing__(self, low: str) -> Kind | None:
        if len(self) >= _KEPT:
            self.clear()
        found = self[low] = _kind_alone(low, self._code)
        return found


@cache
def _alone(code: str) -> _Alone:
    return _Alone(code)


def _kind_alone(low: str, code: str) -> Kind | None:
    known = _closed(code).get(low)
    if known:
        return known
    language = get_language(code)
    if language is None or not low.removeprefix("re-").isalpha():
        return "word"
    verb = low.endswith(("ly", "ed", "ing")) or low in language.forms.adverbs or low == "born"
    return None if verb or _form(low, language) or _stem(low, language.forms.base) else "word"


@cache
def _closed(code: str) -> dict[str, Kind]:
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


def _open(found: list[Token], index: int, language: Language) -> Kind:
    """Verb forms; a name (a capital in mid-sentence) is none, nor is a form between an article and a noun."""
    token, forms = found[index], language.forms
    low, before = token.low, found[index - 1] if index else None
    if not low.removeprefix("re-").isalpha():
        return "word"
    if token.word[0].isupper():
        return _capital(low, index, forms)
    if low in forms.adverbs or (low.endswith("ly") and len(low) > 4):
        return "adverb"
    if before is not None and (_names(found, index, language) or before.low in language.grammar.modals):
        return "base" if before.low in language.grammar.modals else "word"
    return _form(low, language) or _present(found, index, forms)


def _capital(low: str, index: int, forms: Forms) -> Kind:
    """A word that opens a sentence may be a participle ("Born in Oslo", "Speaking on Monday")."""
    if index or (len(low) <= 4 and low != "born"):
        return "word"
    if low.endswith("ing"):
        return "ing"
    return "participle" if low in forms.participle or low.endswith("ed") else "word"


def _names(found: list[Token], index: int, language: Language) -> bool:
    """Whether a noun must stand here: after an article, a possessive, "the eighth"."""
    before = found[index - 1]
    if before.low in language.forms.articles or before.low.endswith(("'s", "s'")):
        return True
    return index > 1 and before.low in language.words.ordinals and found[index - 2].kind == "determiner"


def _form(low: str, language: Language) -> Kind | None:
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


def _present(found: list[Token], index: int, forms: Forms) -> Kind:
    """A known verb in the present: with an s after one, without after many or after "to"."""
    at = index - 1
    while at > 0 and found[at].kind == "adverb":
        at -= 1
    if index == 0:
        return "word"
    low, before = found[index].low, found[at]
    following = found[index + 1] if index + 1 < len(found) else None
    if before.low in ("who", "which") and low.endswith("s") and not low.endswith(("ss", "us", "'s")):
        return "present"
    bare = _stem(low, forms.base)
    if not bare:
        return "word"
    if low == bare:
        return _without_s(before, following, forms)
    return "present" if _with_s(found, at, following, low, forms) else "word"


def _without_s(before: Token, following: Token | None, forms: Forms) -> Kind:
    if before.kind == "and":
        governs = following is not None and (following.low in ("to", "that") or following.low in forms.articles)
        return "present" if governs else "word"
    if before.low == "to" or (before.kind == "finite" and before.low in forms.auxiliaries):
        return "base"
    plural = before.kind == "word" and before.low.endswith("s") and not before.low.endswith(("ss", "'s"))
    many = before.low in forms.people or before.low in ("i", "you", "we", "they") or before.kind == "relative"
    return "present" if plural or many else "word"


def _with_s(found: list[Token], at: int, following: Token | None, low: str, forms: Forms) -> bool:
    """ "the firm plans to": not "peace talks", "mass protests in May"."""
    before = found[at]
    if before.kind == "comma":
        return following is not None and (following.kind in ("determiner", "to", "that") or following.word[0].isdigit())
    if before.kind == "and":
        return following is not None and following.kind == "date"
    if before.kind == "relative" or before.low in ("he", "she", "it", "that") or before.word[:1].isupper():
        return True
    ends = following is None or following.kind in _ENDS or following.low in forms.prepositions
    near = any(token.low in forms.articles for token in found[max(0, at - 3) : at])
    plain = before.kind == "word" and not before.low.endswith("'s") and near
    return (plain and (not ends or low in forms.with_clause)) or (before.kind == "word" and low in forms.never_nouns)


def _stem(low: str, base: frozenset[str]) -> str:
    """The known verb that a form is of, "" for none."""
    stems = (low, low.removesuffix("s"), low.removesuffix("es"), f"{low.removesuffix('ies')}y")
    return next((stem for stem in stems if stem in base), "")
