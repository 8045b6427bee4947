"""Who is said to have said it: "…, police said on Friday", "“…,” said Ann Lee", "Ann Lee said: “…”"."""

from __future__ import annotations

from timelines.extraction.languages import Forms
from timelines.extraction.tokens import Token

_SPEAKER = 9
"""How many words may name who said it."""
_BETWEEN = 7
"""How many words may follow the verb of saying before the sentence goes on."""
_VERBS = ("finite", "either", "present")
_NO_NAME = ("finite", "present", "relative", "sub", "comma", "stop", "that", "quote", "ing")


def attribution(words: list[Token], forms: Forms) -> tuple[int, int]:
    """The tokens that name who said it, [start, end); both are the number of tokens where nobody is named."""
    lows = [token.low for token in words]
    if forms.with_clause.isdisjoint(lows) and "according" not in lows and ":" not in lows:
        return len(words), len(words)
    colon = next((i for i, token in enumerate(words[:12]) if token.word == ":"), 0)
    quoted = colon and colon + 1 < len(words) and words[colon + 1].kind == "quote"
    if quoted and (words[colon - 1].kind == "date" or words[colon - 1].low in forms.with_clause):
        return 0, colon + 1
    for i, token in enumerate(words):
        end = 0
        if token.kind == "quote" and _closes(words, i):
            end = _said(words, i + 1, forms, quoted=True)
        elif token.kind == "comma" and i > 1 and not _quote_closes_after(words, i):
            end = _said(words, i + 1, forms, quoted=False)
            end = end if end < len(words) or any(word.kind in _VERBS for word in words[:i]) else 0
        if end:
            return i + 1, end
    return len(words), len(words)


def _closes(words: list[Token], i: int) -> bool:
    return i > 0 and words[i].word != "“" and (words[i - 1].kind == "comma" or words[i - 1].word[-1:] in "?!")


def _quote_closes_after(words: list[Token], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].kind == "quote" and words[i + 1].word != "“"


def _said(words: list[Token], i: int, forms: Forms, quoted: bool) -> int:
    """The index after "police said on Friday" at ``i``, 0 where it is no attribution."""
    if i < len(words) and words[i].low == "according":
        return _end(words, i)
    named = False
    for n in range(i, min(len(words), i + _SPEAKER + 1)):
        token = words[n]
        if token.low in forms.with_clause and token.kind in (*_VERBS, "word"):
            end = _end(words, n + 1)
            if (quoted or named) and (quoted or _nothing_more(words, n + 1, end)):
                return end
            if token.kind != "word":
                return 0
        if token.kind in _NO_NAME or (not named and token.kind in ("either", "and")):
            return 0
        named = named or token.kind in ("word", "pronoun", "determiner")
    return 0


def _nothing_more(words: list[Token], i: int, end: int) -> bool:
    """Whether after the verb of saying there is only when and where it was said."""
    return i >= end or words[i].kind in ("preposition", "date", "comma", "close", "stop", "ing")


def _end(words: list[Token], i: int) -> int:
    """The index after the next comma where the sentence goes on behind it; else the end."""
    for n in range(i, min(len(words) - 1, i + _BETWEEN + 1)):
        if words[n].kind != "comma" or words[n + 1].kind == "ing":
            continue
        goes_on = any(token.kind in _VERBS for token in words[n + 1 :])
        of_speaker = any(token.kind == "relative" for token in words[n + 1 : n + 8])
        if goes_on and not of_speaker and not any(token.kind == "sub" for token in words[n + 1 : n + 4]):
            return n + 1
    return len(words)
