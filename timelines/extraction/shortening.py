"""What a headline's words can lose with the least harm, one step after another. A step that takes nothing out gives the
very list that it was given."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from timelines.extraction.languages import Language
from timelines.extraction.tokens import Token

VERBS = frozenset({"finite", "either", "present"})
ENDS = frozenset({"comma", "and", "open", "stop", "preposition", "that", "relative", "to", "sub"})
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "this"})
_PARTICLES = frozenset(
    {"out", "up", "down", "off", "over", "in", "on", "back", "away", "through", "around", "forward", "aside"}
)
_OPENERS = ("comma", "and", "close", "stop")
_TAKE_PARTICLES = frozenset({"finite", "either", "participle", "base", "present", "ing"})


def first_of(made: list[Token], kinds: frozenset[str], none: int = 0) -> int:
    """The index of the first token of one of the kinds, ``none`` without any."""
    for n, token in enumerate(made):
        if token.kind in kinds:
            return n
    return none


def bare(made: list[Token], language: Language) -> list[Token]:
    """Without what only links it to the words before, at either end."""
    start, end = 0, len(made)
    lead = language.grammar.lead_words
    while start < end and (made[start].kind in _OPENERS or made[start].low in lead):
        start += 1
    while end > start and _hangs(made, end - 1, language):
        end -= 1
    return made[start:end]


def _hangs(made: list[Token], i: int, language: Language) -> bool:
    token = made[i]
    if token.kind == "ing" and i and made[i - 1].kind == "comma":
        return True
    if token.kind in ENDS:
        return not _particle(made, i)
    return token.low in ARTICLES or token.low in language.grammar.loose_ends


def _particle(made: list[Token], i: int) -> bool:
    """ "walked out", "handed himself in": it belongs to its verb."""
    if made[i].low not in _PARTICLES or not i:
        return False
    before = made[i - 1]
    verb = before.kind in _TAKE_PARTICLES
    return verb or before.low.endswith(("self", "selves")) or before.low in ("him", "her", "them", "it")


def without_lone_commas(made: list[Token]) -> list[Token]:
    """Without a comma before the verb that only the words taken out had needed."""
    kinds = [token.kind for token in made]
    if "comma" not in kinds:
        return made
    verb = next((n for n, kind in enumerate(kinds) if kind in ("finite", "either")), len(made))
    commas = [n for n in range(verb) if kinds[n] == "comma"]
    together = len(commas) == 2 and commas[1] == commas[0] + 1
    if (len(commas) == 1 or together) and commas[-1] + 1 == verb:
        return made[: commas[0]] + made[commas[-1] + 1 :]
    verb = kinds.index("finite") if "finite" in kinds else verb
    commas = [n for n in range(verb) if kinds[n] == "comma"]
    if len(commas) == 1 and verb < len(made) and commas[0] and _explains(made[commas[0] : verb], made[0]):
        return [*made[:verb], made[commas[0]], *made[verb:]]
    return made


def _explains(between: list[Token], first: Token) -> bool:
    """Whether what follows a comma before the verb is no list."""
    return first.kind not in ("preposition", "sub") and not any(token.kind in ("and", "pronoun") for token in between)


def without_brackets(made: list[Token]) -> list[Token]:
    """Without what stands in brackets."""
    kinds = [token.kind for token in made]
    if "open" not in kinds:
        return made
    out, depth = [], 0
    for token, kind in zip(made, kinds, strict=True):
        depth += kind == "open"
        if depth <= 0:
            out.append(token)
        depth -= kind == "close"
    return out


def without_apposition(made: list[Token]) -> list[Token]:
    """Without what stands between two commas before the verb, and only explains the subject."""
    commas = [n for n, token in enumerate(made) if token.kind == "comma"]
    for first, second in pairwise(commas):
        after = made[second + 1] if second + 1 < len(made) else None
        if after is not None and after.kind in ("finite", "either"):
            early = not any(token.kind == "finite" for token in made[:first])
            if early:
                return made[:first] + made[second + 1 :]
    return made


_THAT = frozenset({"that"})
_RELATIVES = frozenset({"relative", "that"})
_COMMA = frozenset({"comma"})


def _without_that(made: list[Token]) -> list[Token]:
    """Without the first "that" after a verb ("told a meeting that no one would be sacked")."""
    at = first_of(made, _THAT)
    governed = at and first_of(made, VERBS, at) < at and made[at + 1].kind not in VERBS
    return made[:at] + made[at + 1 :] if governed else made


def _without_opening(made: list[Token]) -> list[Token]:
    if not made or made[0].kind not in ("preposition", "sub", "date"):
        return made
    comma = first_of(made, _COMMA)
    opens = comma > 0 and any(token.kind in VERBS for token in made[comma:])
    return made[comma + 1 :] if opens else made


def _without_relative(made: list[Token]) -> list[Token]:
    """Without "that lost power" between the subject and its verb."""
    at = first_of(made, _RELATIVES)
    if not at or first_of(made, VERBS, at) < at:
        return made
    verbs = [n for n in range(at, len(made)) if made[n].kind in ("finite", "either") and made[n - 1].kind != "finite"]
    return made[:at] + made[verbs[1] :] if len(verbs) > 1 else made


STEPS: tuple[Callable[[list[Token]], list[Token]], ...] = (
    without_brackets,
    without_apposition,
    _without_that,
    _without_opening,
    _without_relative,
)
"""What may go, the least needed first."""
