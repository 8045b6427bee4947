"""Words as likeness compares them: no dates, no small words, and one word for what newspapers say in several ways.

English; the words of other languages pass as they are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")

_SMALL_WORDS = """
    a about above after again against all also am an and any are around as at away back be because been before being
    between both but by came can could did do does down during each every for from get got had has have he her here him
    his how i if in into is it its last later many more most much near new no not now of off old on one only or other
    our out over own per put said same saw says she should since so some still such take than that the their them then
    there these they this those through to took under until up upon was we were what when where which while who whom
    whose will with would year years month months week weeks day days today yesterday morning evening night
    spring summer autumn winter january february march april may june july august september october november december
    town city village
    monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr early late mid
"""

# Each row is one thing as newspapers say it, by its words or their beginnings; a word may stand in several.
_ROWS = """
resign: resign quit quits stepped steps
die: died dies dead death deaths killed killing kills passed
injure: injur wound hurt
elect: elected elects election vote voted
win: won win wins winner winning victory elected
lose: lost loses defeat losing
arrest: arrest detain custody
free: freed frees releas
convict: convict guilty
acquit: acquit cleared
sentence: sentenc jailed imprison
fire: fire fires blaze flames
quake: quake quakes earthquake tremor
blast: blast blasts explod explos bomb bombing
sink: sank sunk sink sinks
crash: crash
capture: captur seized seizes fell overran
sign: sign signed signs signing signature
agree: agree agreed agrees decid
pact: agreement accord treaty pact deal
open: open opened opens opening reopen
close: close closed closes closing shut shuts shutdown switched barred
begin: begin began begun start started starts launch
build: build building built construct work works
hit: hit hits struck strike strikes batter
end: end ended ends ending lift lifted lifts
raise: raise raised raises raising lift lifted increas
cut: cut cuts lower lowered reduc
approve: approv passed passes adopt backed backs
reject: reject refus
strike: strike strikes struck walked walkout stoppage
ban: ban bans banned banning barred
withdraw: withdraw withdrew leave leaves pullout
protest: protest demonstr rally rallies
ceasefire: ceasefire truce armistice
fine: fine fined fines penalty
speak: talk talked talks spoke speak speaks told
meet: meet meets met meeting summit
announce: announc
find: found find finds discover
sell: sell sold sells sale bought buy buys purchas
return: return handed
cancel: cancel ground grounded
bankrupt: bankrupt insolv
prison: prison jail
law: law laws act legislation
steal: stole stolen steal steals theft
fall: fall falls drop dropped drops declin
appoint: appoint named names
attack: attack assault
shoot: shot shoot gunm
doctor: doctor physician
airline: airline airway
plane: plane planes jet aircraft airliner flight
writer: writer novelist author
declare: declar proclaim imposed imposes
burst: broke break breaks burst bursts collaps
"""
_OPPOSED = (
    ("convict", "acquit"),
    ("arrest", "free"),
    ("win", "lose"),
    ("open", "close"),
    ("raise", "cut"),
    ("approve", "reject"),
    ("begin", "end"),
    ("declare", "end"),
    ("capture", "return"),
)
_LEAST_BEGINNING = 5
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = (
    "one two three four five six seven eight nine ten"
    " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement: folded, what it may stand for, and whether it is a name or a number."""

    text: str
    senses: frozenset[str]
    is_name: bool


def words(text: str) -> tuple[Word, ...]:
    """The words that count, each once, in their order."""
    found: dict[str, Word] = {}
    tokens = _TOKEN.findall(text)
    for place, token in enumerate(tokens):
        folded = _folded(token)
        if folded in _SMALL or (len(folded) < 2 and not folded.isdigit()):
            continue
        name = token[0].isupper() and (place > 0 or token[1:] != token[1:].lower())
        found.setdefault(folded, Word(folded, _senses(folded), name or folded[0].isdigit()))
    return tuple(found.values())


def opposed(ones: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    """Whether one tells the opposite of the other: opened and closed, convicted and acquitted."""
    first = frozenset[str]().union(*(word.senses for word in ones))
    second = frozenset[str]().union(*(word.senses for word in others))
    return any(_against(a, b, first, second) or _against(b, a, first, second) for a, b in _OPPOSED)


def _against(sense: str, opposite: str, first: frozenset[str], second: frozenset[str]) -> bool:
    return sense in first and opposite not in first and opposite in second and sense not in second


@lru_cache(maxsize=20_000)
def _folded(token: str) -> str:
    """In small letters, without accents and possessive; numbers in digits."""
    plain = unicodedata.normalize("NFKD", token.lower()).encode("ascii", "ignore").decode() or token.lower()
    plain = re.sub(r"['’]s?$", "", plain)
    return str(_NUMBERS[plain]) if plain in _NUMBERS else plain


@lru_cache(maxsize=20_000)
def _senses(word: str) -> frozenset[str]:
    """The rows of the table it stands in."""
    return frozenset(
        sense
        for sense, beginnings in _TABLE
        if word in beginnings or any(len(one) >= _LEAST_BEGINNING and word.startswith(one) for one in beginnings)
    )


_SMALL = frozenset(_SMALL_WORDS.split())
_NUMBERS = {word: number for number, word in enumerate(_ONES.split(), start=1)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
_TABLE = tuple(
    (sense, tuple(beginnings.split())) for sense, beginnings in (row.split(": ") for row in _ROWS.strip().splitlines())
)
