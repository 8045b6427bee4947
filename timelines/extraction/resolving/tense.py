"""Whether the words around a date speak of what was or of what is to come.

No tagger: the words before the date in its sentence are read from left to right, and each verb form that shows its
tense is kept. The one nearest before the date decides; without any before it, the first one after it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from timelines.extraction.languages import Grammar, Language
from timelines.extraction.types import Span

Tense = Literal["past", "future", "present", "open", "unknown"]
"""``open`` is a plan told in the past ("was due to leave Tuesday"): its day may lie on either side."""
_Cue = Literal["past", "future", "present", "open", "meant", "slated", "fixed", "possible"]
"""Cues whose tense hangs on where the date stands: "agreed to" looks ahead to a date that follows it and not to one
before; "planned for" may be told of as dropped; "set … for" looks ahead, "set … on" does not; "could" says nothing of
a date before it."""
_BEFORE, _AFTER = 140, 200
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[;:]")


def tense_at(text: str, sentence: Span, start: int, end: int, language: Language) -> Tense:
    """The tense of the cue nearest before the date in its sentence, else of the first one after it.

    A deadline is met or still to come: only its verb says which ("by the Friday deadline").
    """
    before = text[max(sentence.start, start - _BEFORE) : start]
    after = text[end : min(sentence.end, end + _AFTER)]
    tense = _tense_between(before, after, language)
    if language.grammar.fixed_as.match(after):
        just = language.grammar.fixed_just.search(before)
        return "open" if just or tense in ("unknown", "present") else tense
    return tense


def _tense_between(before: str, after: str, language: Language) -> Tense:
    lead = language.grammar.limit.before(before, 0, len(before))
    if lead:
        return _at_limit(before[: lead.start()], after, lead.group(), language)
    grammar = language.grammar
    if grammar.moved_to.before(before, 0, len(before)) or grammar.extended_to.before(before, 0, len(before)):
        return "open"
    found = _tenses(before, language.code)
    if found:
        return _from_before(found[-1], before, after, grammar)
    if grammar.given_in.search(before):
        return "past"
    return _from_after(_tenses(after, language.code))


def _from_before(cue: _Cue, before: str, after: str, grammar: Grammar) -> Tense:
    if cue == "present":
        return "future" if grammar.falls_on.search(before) else "present"
    if cue == "slated":
        return "open" if grammar.fate.match(after) else "future"
    if cue == "fixed":
        return "future" if grammar.fixed_for.search(before) and not grammar.figures.search(before) else "past"
    return "future" if cue in ("meant", "possible") else cue  # type: ignore[return-value]


def _from_after(found: tuple[_Cue, ...]) -> Tense:
    cue = next((cue for cue in found if cue != "possible"), None)
    if cue is None:
        return "unknown"
    if cue == "slated":
        return "future"
    return "past" if cue in ("meant", "fixed") else cue  # type: ignore[return-value]


def _at_limit(before: str, after: str, words: str, language: Language) -> Tense:
    """ "until Tuesday" and "as early as Tuesday" look ahead, unless what lasted until then was in the past."""
    if not language.grammar.until.search(words):
        return "future"
    if not before.strip():
        found = _tenses(after, language.code)
        return _from_after(found) if found else "future"
    return "past" if language.grammar.lasted.search(before) else "future"


@lru_cache(maxsize=2048)
def _tenses(words: str, code: str) -> tuple[_Cue, ...]:
    from timelines.extraction.languages import get_language

    language = get_language(code)
    return tuple(_read(_WORD.findall(words), language.grammar)) if language else ()


def _read(words: list[str], grammar: Grammar) -> list[_Cue]:
    found: list[_Cue] = []
    last = ""
    for number, written in enumerate(words):
        if written in grammar.no_verbs:
            continue
        word = written.lower().replace("’", "'")
        word = grammar.contracted.get(word, word)
        ahead = words[number + 1 : number + 3]
        cue = _cue(word, last, ahead, found, grammar)
        if cue == "future" and (
            _is_noun(word, words[:number], found, grammar) or _is_made(word, words, number, grammar)
        ):
            cue = None
        if cue:
            found.append(cue)
        last = "to be" if word == "be" and last == "to" else word
    return found


def _cue(word: str, last: str, ahead: list[str], found: list[_Cue], grammar: Grammar) -> _Cue | None:
    following = ahead[0] if ahead else ""
    if word in grammar.modals:
        return "past" if _would_not_say(word, ahead, grammar) else "future"
    if word in grammar.possible:
        return _possible(ahead, grammar)
    if word in grammar.to_come or (following in ("to", "for") and word in grammar.intends):
        return _plan(word, last, following, found, grammar)
    if word in grammar.present:
        return _present(following, grammar)
    if word in grammar.past_auxiliaries:
        return "open" if following == "to" and word in grammar.auxiliaries_of_plans else "past"
    if word in grammar.past_forms or (word.endswith("ed") and len(word) > 3 and word not in grammar.not_past):
        return _participle(word, last, found, grammar)
    return "future" if _arranged(word, last, ahead, found, grammar) else None


def _is_noun(word: str, before: list[str], found: list[_Cue], grammar: Grammar) -> bool:
    """ "A no-confidence vote in January": without an s it cannot be the verb of the one thing before it.

    "The band play on Friday" is a verb, save where there is one already ("survived the leadership vote").
    """
    if word not in grammar.arranged_here:
        return False
    one = word[-1] != "s" and len(before) > 1 and before[-1].islower() and before[-1][-1] != "s"
    opens = grammar.opens_noun | grammar.opens_group if found and found[-1] == "past" else grammar.opens_noun
    return one and any(earlier.lower() in opens for earlier in before[-3:-1])


def _is_made(word: str, words: list[str], number: int, grammar: Grammar) -> bool:
    """ "He let the march begin on Saturday": the bare verb has the time of the one before it."""
    bare = word in grammar.arranged and word[-1] != "s"
    return bare and not grammar.made_to.isdisjoint(words[max(0, number - _MADE) : number])


_MADE = 5


def _would_not_say(word: str, ahead: list[str], grammar: Grammar) -> bool:
    """ "Would not comment Tuesday" was a refusal then."""
    return word in grammar.would and ahead[:1] in (["not"], ["only"]) and bool(set(ahead[1:]) & grammar.speaking)


def _is_finite(word: str, last: str, grammar: Grammar) -> bool:
    """ "The government planned to sell"; not "was planned to"."""
    return word.endswith("ed") and last.removeprefix("to ") not in grammar.auxiliaries and not last.endswith("ly")


def _plan(word: str, last: str, following: str, found: list[_Cue], grammar: Grammar) -> _Cue | None:
    if last == "had" and following == "to":
        return "open"
    if word in grammar.to_come:
        return "meant" if following == "to" and _is_finite(word, last, grammar) else _planned(last, found, grammar)
    return "meant" if word.endswith("ed") else "future"


def _possible(ahead: list[str], grammar: Grammar) -> _Cue | None:
    """ "could vote Friday" looks ahead; "could not", "could have" and "could be heard" do not."""
    if ahead[:1] in (["not"], ["have"], ["only"]) or (ahead[:1] == ["be"] and set(ahead[1:]) & grammar.perceived):
        return None
    return "possible"


def _present(following: str, grammar: Grammar) -> _Cue | None:
    """ "is expected": the word after it tells."""
    if following == "to":
        return "future"
    return None if following in grammar.to_come or following in grammar.arranging else "present"


def _arranged(word: str, last: str, ahead: list[str], found: list[_Cue], grammar: Grammar) -> bool:
    """The present tense of an appointment: "the court meets Friday", "is flying to Rome on Friday"."""
    if word in grammar.arranging:
        return last in ("is", "are")
    if last in grammar.not_before_verb or (last in ("and", "or") and (not found or found[-1] == "past")):
        return False
    if word in grammar.arranged_with_names and ahead and ahead[0][0].isupper():
        return True
    here = grammar.arranged_here.get(word, frozenset())
    return word in grammar.arranged or (ahead[0] if ahead else "") in here or " ".join(ahead) in here


def _planned(last: str, found: list[_Cue], grammar: Grammar) -> _Cue | None:
    """ "had been due to expire" lies behind, "was due" may; "as previously planned" says nothing of when."""
    if last == "to" or (last.endswith("ly") and last not in grammar.nouns_in_ly):
        return None
    if last == "been" and found and found[-1] == "past":
        return "past"
    if last in grammar.auxiliaries_of_plans:
        return "open"
    return "future" if last in ("is", "are", "be", "to be", "been") else "slated"


def _participle(word: str, last: str, found: list[_Cue], grammar: Grammar) -> _Cue | None:
    """ "will be named", "to be published": the form goes with what stands before it; "will hit" is no past."""
    if last in grammar.modals and word in grammar.past_forms:
        return None
    if last == "to be" and not found:
        return "future"
    if last in ("be", "to be", "been", "being", "is", "are", "get", "gets", "getting"):
        return found[-1] if found and last != "been" else None
    if last in ("a", "an", "the", "its", "his", "her", "their", "and", "of", "by", "with", "still"):
        return None
    return "fixed" if word in grammar.fixed else "past"
