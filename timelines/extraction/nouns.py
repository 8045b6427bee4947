"""The noun that a word of a sentence goes back to: of a relative clause, of a participle, of "that"."""

from __future__ import annotations

from timelines.extraction.clause import Clause
from timelines.extraction.lookahead import Sentence


def _nearest_noun(sentence: Sentence, n: int, floor: int) -> list[int]:
    """The noun phrase that ends at ``n``, not reaching below ``floor``."""
    found: list[int] = []
    while n >= floor and (_is_part(sentence, n, found) or _joins(sentence, n, found)):
        found.insert(0, n)
        if sentence.kind(n) == "determiner":
            break
        n -= 1
    while found and sentence.kind(found[0]) in ("adverb", "and", "preposition"):
        found.pop(0)
    return found


def _is_part(sentence: Sentence, n: int, found: list[int]) -> bool:
    kind = sentence.kind(n)
    if kind in ("either", "ing"):
        return bool(found) and sentence.kind(n - 1) == "determiner"
    if kind == "pronoun":
        return not found and sentence.low(n) in sentence.forms.anybody
    return kind in ("word", "determiner", "adverb")


def _joins(sentence: Sentence, n: int, found: list[int]) -> bool:
    """ "of" between nouns, "and" or "for" between names."""
    if not found or sentence.kind(n - 1) != "word":
        return False
    names = all(sentence.tokens[k].word[:1].isupper() for k in (n - 1, found[0]))
    return sentence.low(n) == "of" or (sentence.low(n) in ("and", "for") and names)


def noun_before(near: Sentence, top: Clause, i: int, word: str) -> list[int]:
    """The noun phrase that ends before ``i``; as long as ``top`` has no verb it is the whole subject so far."""
    n = i - 1
    while n >= 0 and near.kind(n) in ("comma", "quote", "close"):
        n -= 1
    n -= n >= 0 and near.kind(n) == "date"
    nearest = _nearest_noun(near, n, max(0, top.verb_end))
    if top.verb < 0 and top.kind in ("main", "said", "sub") and top.words and top.words[0] <= n:
        return _whole_subject(near, top, n, word) or nearest
    first = nearest[0] - 1 if nearest else 0
    joined = first > top.verb_end and near.kind(first - 1) == "word"
    if word == "that" and joined and near.low(first) in near.forms.about:
        return _nearest_noun(near, first - 1, max(0, top.verb_end)) + list(range(first, n + 1))
    if word == "who" and joined and _is_thing(near, nearest):
        return _nearest_noun(near, first - 1, max(0, top.verb_end)) + list(range(first, n + 1))
    return nearest


def _is_thing(near: Sentence, noun: list[int]) -> bool:
    """ "the author of the anthem, who": no person, so that "who" means the noun before "of"."""
    last = near.tokens[noun[-1]].word
    return near.low(noun[0] - 1) == "of" and near.low(noun[0]) == "the" and last.islower()


def _whole_subject(near: Sentence, top: Clause, n: int, word: str) -> list[int]:
    """The subject so far; nothing where "who" means only its last noun ("the search for a woman who")."""
    whole = [k for k in top.words if k <= n and near.kind(k) not in ("sub", "that")]
    if whole and near.kind(whole[0]) == "and":
        whole = whole[1:]
    whole = whole[: next((at for at, k in enumerate(whole) if near.kind(k) == "comma"), len(whole))]
    links = {near.low(k) for k in whole if near.kind(k) in ("preposition", "to")}
    if (word == "who" and links - {"of"}) or opens_with_phrase(near, top):
        return []
    return [k for k in whole if near.kind(k) != "date"]


def opens_with_phrase(near: Sentence, clause: Clause) -> bool:
    kinds = (near.kind(k) for k in clause.words)
    first = next((kind for kind in kinds if kind not in ("quote", "and", "adverb")), "")
    return first in ("preposition", "date", "sub", "participle", "ing", "to")
