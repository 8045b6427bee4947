"""A headline of at most 12 words from the clause that carries a date: the date phrase out, readable, true to the text.

Only words of the source, in its order; nothing is turned into another tense or word. A clause without a subject of its
own ("…, who was pardoned in 2017", "… and resigned") is given the one it has in its sentence.
"""

from __future__ import annotations

import re

from timelines.extraction.languages import Grammar, Language
from timelines.extraction.types import Span
from timelines.extraction.verbs import is_verb

MOST_WORDS = 12
_FEWEST = 3
_LONGEST_SUBJECT = 7
_NEAR = 240
_TAIL = 24
_ATTRIBUTION = 90
_EDGES = " \t\n,;:–—-\"“”'’‘`.()[]!?…*"
_OPENING = " \t\n,;:–—-\"“”'’‘`.)]!?…*"
_TOKEN = re.compile(r"[\w'’.-]+|,")
_LOOSE = re.compile(r"\(\s*\)| (?=[,.;:)])")
_PARTICIPLE = re.compile(r",\s+(?P<verb>[a-z]{3,}ing)\s")
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_APPOSITION = re.compile(r"^(?P<before>[^,]{2,60}),\s[^,]{2,90},\s(?=\S+\s)")
_RELATIVE_OPEN = re.compile(r",\s+(?:who|which)\s+$")
_RELATIVE = re.compile(r"(?P<noun>[^,;]+?),?\s+(?:who|which|that)\s+$")
_NOUN_END = re.compile(
    r"(?:\b(?i:the|a|an|its|his|her|their)\s+(?:[\w-]+\s+){0,2})?(?:[A-Z][\w'’.-]*(?:\s+(?:of|the|and|for|de|bin|al|von|van)\s+(?=[A-Z])|\s+)?)+$"
    r"|\b(?i:the|an?|its|his|her|their)\s+[\w-]+(?:\s+[\w-]+)?\s*$"
)


def headline(text: str, sentence: Span, clause: Span, start: int, end: int, language: Language) -> str:
    """The headline for the date at ``text[start:end]``. Falls back on the sentence where the clause says too little."""
    made = _from(text, clause, sentence, start, end, language)
    if _says_too_little(made, language.grammar):
        wide = Span(max(sentence.start, start - _NEAR), min(sentence.end, end + _NEAR))
        made = _from(text, wide, sentence, start, end, language)
    if _says_too_little(made, language.grammar):
        made = _shorten(" ".join(text[clause.start : clause.end].split()).strip(_EDGES), language)
    return made[:1].upper() + made[1:]


def _says_too_little(made: str, grammar: Grammar) -> bool:
    """Whether it takes more words; "He fled" and "A fire" are enough."""
    words = made.split()
    if len(words) == _FEWEST - 1:
        return not (is_verb(words[1], grammar) or words[0].lower() in grammar.indefinite)
    return len(words) < _FEWEST


def _from(text: str, clause: Span, sentence: Span, start: int, end: int, language: Language) -> str:
    grammar = language.grammar
    head, tail = text[clause.start : start], text[end : clause.end]
    if re.match(r"['’]s\s", tail):
        tail = tail[2:]
    for _ in range(2):
        head = head.rstrip()
        found = grammar.preposition.search(head, max(0, len(head) - _TAIL))
        if found is None:
            break
        head = head[: found.start()]
    opened = text[max(sentence.start, clause.start - 12) : clause.start]
    if opened and _RELATIVE_OPEN.search(opened):
        main = _after_relative(head, grammar)
        head, tail = (main, tail) if main is not None else (head, tail.split(",", 1)[0])
    described = _described(head, grammar)
    if described is not None:
        return _shorten(_tidy(f"{described} {tail.split(',', 1)[0]}").strip(_EDGES), language)
    subject = _participle_subject(head, grammar)
    lead = _after_opening(head.strip(), tail)
    if subject is not None:
        words = f"{subject} {tail}"
    elif lead is not None:
        words = lead
    else:
        words = f"{head.rstrip()} {tail.lstrip(_OPENING) if not head.strip() else tail.lstrip()}"
    words = grammar.lead_in.sub("", _tidy(words))
    words = _without_attribution(words, grammar)
    words = grammar.connective.sub("", words.strip(_EDGES))
    words = _with_subject(words, text[max(sentence.start, clause.start - _NEAR) : clause.start], grammar)
    return _shorten(words.strip(_EDGES), language)


def _without_attribution(words: str, grammar: Grammar) -> str:
    """Without "…, police said" at the end: a few words with a verb of saying, after the last comma."""
    comma = words.rfind(",", max(0, len(words) - _ATTRIBUTION))
    if comma < 0:
        return words
    found = grammar.reporting.search(words, comma)
    if found is None or len(words[comma + 1 : found.start()].split()) > 6 or len(words[found.end() :].split()) > 5:
        return words
    return words[:comma]


def _after_relative(head: str, grammar: Grammar) -> str | None:
    """ ", who took office in June, visited Alba on": what stands after the relative clause, where the date does."""
    for match in re.finditer(r",\s+(\w+)", head):
        if is_verb(match[1], grammar):
            return head[match.start(1) :]
    return None


def _described(head: str, grammar: Grammar) -> str | None:
    """ "The dam, completed in 1974 and …": what the date tells of its subject, not of what the subject then did."""
    comma = head.rfind(", ")
    if comma < 0:
        return None
    first = head[comma + 2 :].split(maxsplit=1)[:1]
    plain = first and is_verb(first[0], grammar) and first[0] not in grammar.auxiliaries
    noun = _NOUN_END.search(head[:comma].rstrip()) if plain else None
    alone = noun is not None and not any(is_verb(word, grammar) for word in head[:comma].split())
    return f"{head[:comma].strip()} {head[comma + 2 :]}" if alone else None


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    words = _LOOSE.sub("", words)
    return words.replace(",,", ",")


def _after_opening(head: str, tail: str) -> str | None:
    """Where the date ends an opening phrase ("In an interview on June 29, 2019, …") the rest is the clause."""
    match = re.match(r"\s*,\s+", tail)
    if not match or not head or "," in head:
        return None
    opens = re.match(r"(?:In|On|At|During|After|Before|Following|Since|By|For|With|As|Until|From|Over)\b", head)
    return tail[match.end() :] if opens else None


def _participle_subject(head: str, grammar: Grammar) -> str | None:
    """A participle that carries the date ("…, testing missiles in 2024") with the subject of its sentence before it."""
    found = None
    for match in _PARTICIPLE.finditer(head) if "ing " in head else ():
        found = match
    if found is None or found["verb"] in grammar.loose_participles:
        return None
    subject = _subject(head[: found.start()], grammar)
    return f"{subject} {head[found.start('verb') :]}" if subject else None


def _subject(words: str, grammar: Grammar) -> str | None:
    """What stands before the first finite verb, without opening phrases; None where that is not plain.

    Of "Police said the fire began" that is the fire: who says it does nothing else.
    """
    words = grammar.opening_phrase.sub("", " ".join(words.split()))
    words = grammar.lead_in.sub("", words)
    taken: list[str] = []
    for match in _TOKEN.finditer(words):
        word = match.group()
        if word == "," or (taken and word.lower() in ("who", "which", "that")):
            break
        if is_verb(word, grammar):
            if taken and grammar.reporting.fullmatch(word):
                taken.clear()
                continue
            break
        if taken or word != "that":
            taken.append(word)
        if len(taken) > _LONGEST_SUBJECT:
            return None
    else:
        return None
    first = taken[0].lower() if taken else ""
    plain = first not in grammar.cut_before and (first not in grammar.pronouns or first in grammar.persons)
    plain = plain and bool(taken)
    return " ".join(taken) if plain else None


def _with_subject(words: str, before: str, grammar: Grammar) -> str:
    """`words` with a subject, where they begin with a verb and the text before their clause names one."""
    parts = words.split(maxsplit=2)
    verb_first = bool(parts) and (
        is_verb(parts[0], grammar) or (parts[0].endswith("ly") and len(parts) > 1 and is_verb(parts[1], grammar))
    )
    if not verb_first:
        return words
    relative = _RELATIVE.search(before)
    if relative:
        noun = _NOUN_END.search(relative["noun"].rstrip())
        subject = noun.group().strip() if noun else None
    else:
        subject = _subject(before, grammar)
    return f"{subject} {words}" if subject else words


def _shorten(words: str, language: Language) -> str:
    """At most twelve words: brackets, appositions, opening phrases and titles go first, then the end of the clause."""
    grammar = language.grammar
    for pattern, put in (
        (_BRACKETS, ""),
        (_APPOSITION, r"\g<before> "),
        (grammar.opening_phrase, ""),
        (grammar.titles, ""),
    ):
        if len(words.split()) <= MOST_WORDS:
            return _balanced(words)
        if pattern is not _APPOSITION or _is_apposition(words, grammar):
            words = pattern.sub(put, words).strip(_OPENING)
    parts = words.split()
    if len(parts) <= MOST_WORDS:
        return _balanced(words)
    return _balanced(" ".join(parts[: _cut(parts, grammar)]).strip(_OPENING + "("))


def _is_apposition(words: str, grammar: Grammar) -> bool:
    """Whether what stands between the first two commas only explains what is before: a verb follows it."""
    match = _APPOSITION.match(words)
    if not match:
        return False
    following = words[match.end() :].split(maxsplit=2)
    return any(is_verb(word, grammar) for word in following[:2])


def _cut(parts: list[str], grammar: Grammar) -> int:
    """How many words to keep: up to a phrase's end, with a verb said, not after a word that wants more."""
    weak = 0
    said = next((n for n, word in enumerate(parts) if is_verb(word.strip(",;:"), grammar)), len(parts))
    for number in range(MOST_WORDS, 4, -1):
        here, before = parts[number].lower().strip(',;:"“'), parts[number - 1]
        bare = before.lower().strip(",;:")
        if bare in grammar.not_last or said >= number:
            continue
        ends = before.endswith((",", ";", ":")) or here in grammar.cut_before
        if not ends:
            continue
        if bare.endswith(("ed", "ing")) and not before.endswith((",", ";", ":")):
            weak = weak or number
            continue
        return number
    if weak:
        return weak
    number = MOST_WORDS
    while number > _FEWEST and parts[number - 1].lower().strip(",;:") in grammar.not_last:
        number -= 1
    return number


def _balanced(words: str) -> str:
    """Without a quotation mark or bracket that is opened and not closed."""
    for opened, closed in (("(", ")"), ("“", "”"), ("[", "]")):
        if words.count(opened) > words.count(closed):
            words = words.replace(opened, "")
        elif words.count(closed) > words.count(opened):
            words = words.replace(closed, "")
    return words.replace('"', "") if words.count('"') % 2 else words
