"""Words of a sentence put together again as a line of text, with its blanks, commas and quotation marks in order."""

from __future__ import annotations

import re

from timelines.extraction.tokens import Token

EDGES = " \t\n,;:–—-.…*"
_LOOSE = re.compile(r" (?=[,.;:)\]”?!])|(?<=[(\[“]) ")
_ANY_LOOSE = re.compile(r"[ (\[“](?:(?<= )[,.;:)\]”?!]|(?<! ) )")
_COMMA_QUOTE = re.compile(r",([\"”])$")
_TWICE = re.compile(r",(?:\s*,)+")
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?:,|(?=\s+(?:and|was|has|had|is|will)\b))")


def count(made: list[Token]) -> int:
    """How many words the tokens make."""
    return sum([token.size for token in made])


def joined(made: list[Token]) -> str:
    """The tokens' words with a blank where one belongs."""
    led = [token.led for token in made]
    if None not in led:
        words = "".join(filter(None, led)).lstrip()
        return _TWICE.sub(",", words) if ",," in words else words
    parts: list[str] = []
    odd, before, last = False, "open", -1
    for token in made:
        word, kind = token.word, token.kind
        if kind == "quote":
            glued = before == "open" or word == "”" or (odd and (word == '"' or before == '"'))
            odd ^= word == '"'
            before = "open" if word == "“" else word
        else:
            glued = (
                (token.glued and token.at == last + 1 if kind == "word" else kind in _GLUED or word in _CLOSING)
                or before == "open"
                or (odd and before == '"')
            )
            before = kind
        parts.append(word if glued else f" {word}")
        last = token.at
    words = " ".join("".join(parts).split())
    if ",," in words or ", ," in words:
        words = _TWICE.sub(",", words)
    return _LOOSE.sub("", words) if _ANY_LOOSE.search(words) else words


_GLUED = frozenset({"comma", "close"})
_CLOSING = frozenset({";", ":"})


def plain(made: list[Token]) -> str:
    """The words without ages and without what only links them to others."""
    words = joined(made)
    if "," in words:
        words = _AGE.sub(lambda age: "," * (words.count(",", 0, age.start()) % 2), words)
    return words.strip(EDGES)


def capital(words: str) -> str:
    """With a capital at its start, inside a quotation mark too."""
    at = 1 if words[:1] in "“\"'‘" else 0
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def balanced(words: str) -> str:
    """Without a quotation mark or bracket that is opened and not closed."""
    if words[-1:] in '"”':
        words = _COMMA_QUOTE.sub(r"\1", words)
    for opened, closed in (("(", ")"), ("“", "”"), ("[", "]")):
        if words.count(opened) > words.count(closed):
            words = words.replace(opened, "")
        elif words.count(closed) > words.count(opened):
            words = words.replace(closed, "")
    return words.replace('"', "") if words.count('"') % 2 else words
