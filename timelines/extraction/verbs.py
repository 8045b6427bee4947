"""Finite verbs by their form, without a tagger."""

from __future__ import annotations

import re

from timelines.extraction.languages import Grammar

_TOKEN = re.compile(r"[\w'’-]+")


def is_verb(word: str, grammar: Grammar) -> bool:
    """Whether a word as written (verbs are in small letters) shows itself as a finite verb."""
    if word in grammar.finite:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in grammar.not_past and word.islower()


def has_verb(words: str, grammar: Grammar) -> bool:
    """Whether at least two words are there and one is a finite verb."""
    tokens = _TOKEN.findall(words)
    return len(tokens) >= 2 and any(is_verb(token, grammar) for token in dict.fromkeys(tokens))
