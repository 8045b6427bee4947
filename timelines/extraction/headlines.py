"""A headline of at most 12 words from the clause that carries a date: the date phrase out, readable, true to the text.

Only words of the source, in its order; nothing is turned into another tense or word.
"""

from __future__ import annotations

import re

from timelines.extraction.clauses import clause_at
from timelines.extraction.languages import Language
from timelines.extraction.types import Span

MOST_WORDS = 12
_FEWEST = 3
_EDGES = " \t\n,;:–—-\"“”'’‘`.()[]!?…"
_OPENING = " \t\n,;:–—-\"“”'’‘`.)]!?…"
_PARTICIPLE = re.compile(r"^[a-z]+ing\b")
_SUBJECT = re.compile(
    r"^(?P<subject>(?:[A-Z][\w.'’-]*(?:\s+(?:of|the|and|for|in|de|bin|al|von|van)\b)*\s*)+)(?=has\b|have\b|had\b|is\b|was\b|were\b|are\b|[a-z]+(?:ed|s)\b)"
)
_LEADING_PHRASE = re.compile(
    r"^(?:In|On|At|During|After|Before|Following|Since|By|For|Under|With|As|Until|From|Over|Within|Despite|While|When|Amid|Because of)\b[^,]{0,120},\s+"
)


def headline(text: str, sentence: Span, start: int, end: int, language: Language) -> str:
    """The headline for the date at ``text[start:end]``. Falls back on the sentence where the clause says too little."""
    clause = clause_at(text, sentence, start, end, language)
    made = _from(text, clause, sentence, start, end, language)
    if len(made.split()) < _FEWEST:
        made = _from(text, _near(sentence, start, end), sentence, start, end, language)
    if len(made.split()) < _FEWEST:
        whole = " ".join(text[clause.start : clause.end].split())
        made = _shorten(whole.strip(_EDGES), language)
    return made[:1].upper() + made[1:]


def _near(sentence: Span, start: int, end: int) -> Span:
    return Span(max(sentence.start, start - 400), min(sentence.end, end + 400))


def _from(text: str, clause: Span, sentence: Span, start: int, end: int, language: Language) -> str:
    grammar = language.grammar
    head, tail = text[clause.start : start], text[end : clause.end]
    head = grammar.preposition.sub("", grammar.preposition.sub("", head.rstrip()).rstrip()) if head else head
    opened = head.rstrip()
    lead = _lead(opened, tail)
    words = lead if lead is not None else f"{opened} {tail.lstrip(_OPENING) if not opened else tail.lstrip()}"
    words = _tidy(words)
    words = grammar.lead_in.sub("", words)
    words = grammar.attribution_start.sub("", words) if _reports_only(words, language) else words
    words = grammar.attribution_end.sub("", words)
    words = grammar.connective.sub("", words.strip(_EDGES))
    words = _with_subject(words, text, clause, sentence)
    return _shorten(words.strip(_EDGES), language)


def _lead(head: str, tail: str) -> str | None:
    """Where the date ends an opening phrase ("In an interview with Fox News on June 29, 2019, …") the rest is the clause."""
    match = re.match(r"^\s*,\s+", tail)
    if not match or not head:
        return None
    if not re.match(r"^(?:In|On|At|During|After|Before|Following|Since|By|For|With|As)\b[^,]*$", head):
        return None
    return tail[match.end() :]


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    words = re.sub(r"\(\s*\)|\s+(?=[,.;:])", "", words)
    return re.sub(r",\s*,", ",", words)


def _reports_only(words: str, language: Language) -> bool:
    match = language.grammar.attribution_start.match(words)
    return bool(match) and len(words[match.end() :].split()) >= _FEWEST if match else False


def _with_subject(words: str, text: str, clause: Span, sentence: Span) -> str:
    """A participle ("testing missiles") gets the subject of its sentence before it."""
    last = words.rfind(", ")
    while last >= 0 and not _PARTICIPLE.match(words[last + 2 :]):
        last = words.rfind(", ", 0, last)
    if last < 0 or len(words.split()) <= MOST_WORDS or len(words[last + 2 :].split()) < _FEWEST + 1:
        return words
    stripped = _LEADING_PHRASE.sub("", words[:last])
    subject = _SUBJECT.match(stripped)
    if not subject:
        return words
    return f"{subject['subject'].strip()} {words[last + 2 :]}"


def _shorten(words: str, language: Language) -> str:
    """At most twelve words, cut where a phrase ends."""
    grammar = language.grammar
    if len(words.split()) > MOST_WORDS:
        words = _LEADING_PHRASE.sub("", words)
    if len(words.split()) > MOST_WORDS:
        words = grammar.titles.sub("", words)
    parts = words.split()
    if len(parts) <= MOST_WORDS:
        return words
    cut = _cut(parts, language)
    return _balanced(" ".join(parts[:cut]).strip(_OPENING + "("))


def _cut(parts: list[str], language: Language) -> int:
    grammar = language.grammar
    for number in range(MOST_WORDS, 4, -1):
        here, before = parts[number].lower().strip(",;:"), parts[number - 1]
        if before.endswith((",", ";", ":")) and before.lower().strip(",;:") not in grammar.not_last:
            return number
        if here in grammar.cut_before and before.lower().strip(",;:") not in grammar.not_last:
            return number
    number = MOST_WORDS
    while number > _FEWEST and parts[number - 1].lower().strip(",;:") in grammar.not_last:
        number -= 1
    return number


def _balanced(words: str) -> str:
    """Without a quotation mark or bracket that is opened and not closed."""
    for opened, closed in (("(", ")"), ("“", "”"), ("‘", "’"), ("[", "]")):
        if words.count(opened) > words.count(closed) and not (opened == "‘" and "’" in words):
            words = words.replace(opened, "")
        elif words.count(closed) > words.count(opened) and closed != "’":
            words = words.replace(closed, "")
    return words.replace('"', "") if words.count('"') % 2 else words
