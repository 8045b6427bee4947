"""What each word of a sentence may be in a clause: by its form, by the language's lists, and by the words beside it."""

from __future__ import annotations

from functools import cache

from timelines.extraction.kinds import Kind, closed, form, stem
from timelines.extraction.languages import Forms, Language, get_language
from timelines.extraction.tokens import Token

_ENDS = ("date", "comma", "stop")
_MARKS = frozenset({"date", "comma", "stop", "quote", "open", "close"})


def tag(found: list[Token], language: Language) -> None:
    """Give the tokens whose kind hangs on the words beside them their kind, from left to right."""
    decides, decided = _deciding(language.code), False
    for index, token in enumerate(found):
        if (decided or not token.sure) and token.kind not in _MARKS:
            kind = _in_place(found, index, language)
            if kind != token.kind:
                found[index] = token.of_kind(kind)
        decided = token.low in decides


def _in_place(found: list[Token], index: int, language: Language) -> Kind:
    known = closed(language.code).get(found[index].low)
    if known and not (known == "finite" and index and found[index - 1].low in language.forms.articles):
        return known
    return _open(found, index, language)


@cache
def _deciding(code: str) -> frozenset[str]:
    """Words that make something of any word after them: "will step", "which ails", "the can"."""
    language = get_language(code)
    return language.grammar.modals | {"who", "which"} | language.forms.articles if language else frozenset()


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
    return form(low, language) or _present(found, index, forms)


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
    bare = stem(low, forms.base)
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
        return following is not None and following.word[0].isdigit()
    if before.kind == "and":
        return following is not None and following.kind == "date"
    if before.kind == "relative" or before.low in ("he", "she", "it", "that") or before.word[:1].isupper():
        return True
    ends = following is None or following.kind in _ENDS or following.low in forms.prepositions
    near = any(token.low in forms.articles for token in found[max(0, at - 3) : at])
    plain = before.kind == "word" and not before.low.endswith("'s") and near
    return (plain and (not ends or low in forms.with_clause)) or (before.kind == "word" and low in forms.never_nouns)
