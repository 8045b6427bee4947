"""From the words of a clause to a line of at most 12: what can go first goes first, and it never ends in mid-phrase."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from timelines.extraction.languages import Language
from timelines.extraction.tokens import Token

MOST_WORDS = 12
_FEWEST = 4
_EDGES = " \t\n,;:–—-.…*"
_LOOSE = re.compile(r"\s+(?=[,.;:)\]”?!])|(?<=[(\[“])\s+")
_COMMA_QUOTE = re.compile(r",([\"”])$")
_TWICE = re.compile(r",(?:\s*,)+")
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?:,|(?=\s+(?:and|was|has|had|is|will)\b))")
_VERBS = ("finite", "either", "present")
_ENDS = ("comma", "and", "open", "stop", "preposition", "that", "relative", "to", "sub")
_CUTS = (*_ENDS, "ing", "date")
_TITLES = 5
"""How many words titles and ages may take."""
_ARTICLES = ("the", "a", "an", "its", "his", "her", "their", "this")
_PARTICLES = ("out", "up", "down", "off", "over", "in", "on", "back", "away", "through", "around", "forward", "aside")


@dataclass(slots=True)
class Draft:
    """The words of a headline to be; ``frame`` those that report them, before them ("Police said")."""

    words: list[Token]
    frame: list[Token] = field(default_factory=list)


def line(draft: Draft, said: list[Token], language: Language, dated: bool = False) -> str:
    """The line with who said it, in front or after a comma. ``dated``: the date is the saying's, which so must stay."""
    made, frame = _bare(draft.words, language), _reporting(draft.frame)
    speaker = _speaker(said, language)
    ways = [(told, after) for after in dict.fromkeys((speaker, "")) for told in _frames(frame, language)]
    for parts in (False, True):
        for told, after in ways:
            room = MOST_WORDS - len(after.split()) - len(told.split())
            if room < _FEWEST or (dated and speaker and not after):
                continue
            words = _fit(made, room, language, parts)
            if words:
                return _together(told, words, after, made)
    return _capital(balanced(_plain(_bare(_first([*frame, *made]), language))))


def _first(made: list[Token]) -> list[Token]:
    """As many tokens as make twelve words."""
    end = len(made)
    while end > 1 and _count(made[:end]) > MOST_WORDS:
        end -= 1
    return made[:end]


def _frames(frame: list[Token], language: Language) -> list[str]:
    """The words that report, whole, without what explains the speaker, without titles, and none."""
    if not frame:
        return [""]
    short = _joined(_without_apposition(_without_brackets(frame)))
    return list(dict.fromkeys((_joined(frame), short, language.grammar.titles.sub("", short), "")))


def _reporting(frame: list[Token]) -> list[Token]:
    """The frame without the commas that only what is left out of it had needed."""
    if not frame:
        return frame
    start = next((n for n, token in enumerate(frame) if token.kind not in ("comma", "and", "stop")), len(frame))
    return _without_lone_commas([t for n, t in enumerate(frame[start:]) if t.kind != "that"])


def _together(told: str, words: str, after: str, made: list[Token]) -> str:
    words = f"{told} {words}".strip()
    if after and made and made[0].kind == "quote":
        inner = words.strip('“”" ').rstrip(_EDGES)
        return _capital(f"“{_capital(inner)},” {after}")
    return _capital(balanced(f"{words}, {after}" if after else words))


def _capital(words: str) -> str:
    at = 1 if words[:1] in "“\"'‘" else 0
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _speaker(said: list[Token], language: Language) -> str:
    """Who said it, without where, when and to whom."""
    kept = [token for token in said if token.kind != "date"]
    saying = [n for n, token in enumerate(kept) if token.low in language.forms.with_clause]
    verb = next((n for n in saying if kept[n].kind in _VERBS), saying[-1] if saying else -1)
    if verb > 0:
        end = verb + 1
        while kept[verb].low == "told" and end < len(kept) and kept[end].kind in ("word", "determiner"):
            end += 1
        names = [n for n in range(verb - 2, verb) if n >= 0 and kept[n].word[:1].isupper() and kept[n].kind == "word"]
        kept = kept[names[0] if len(names) == 2 and verb > 3 and kept[0].word[:1].isupper() else 0 : end]
    elif verb == 0:
        stops = (n for n, t in enumerate(kept) if n and t.kind in ("comma", "preposition", "relative", "sub"))
        kept = kept[: next(stops, len(kept))]
    words = _joined(_bare(kept, language)).strip(_EDGES)
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first.lower() in language.forms.determiners else words


def _bare(made: list[Token], language: Language) -> list[Token]:
    """Without what only links it to the words before, at either end."""
    start, end = 0, len(made)
    lead = language.grammar.lead_words
    while start < end and (made[start].kind in ("comma", "and", "close", "stop") or made[start].low in lead):
        start += 1
    while end > start and _hangs(made, end - 1, language):
        end -= 1
    return made[start:end]


def _hangs(made: list[Token], i: int, language: Language) -> bool:
    token = made[i]
    if token.kind == "ing" and i and made[i - 1].kind == "comma":
        return True
    if token.kind in _ENDS:
        return not _particle(made, i)
    return token.low in _ARTICLES or token.low in language.grammar.loose_ends


def _particle(made: list[Token], i: int) -> bool:
    """ "walked out", "handed himself in": it belongs to its verb."""
    if made[i].low not in _PARTICLES or not i:
        return False
    before = made[i - 1]
    verb = before.kind in ("finite", "either", "participle", "base", "present", "ing")
    return verb or before.low.endswith(("self", "selves")) or before.low in ("him", "her", "them", "it")


def _count(made: list[Token]) -> int:
    """How many words the tokens make."""
    return sum([token.size for token in made])


def _is_glued(made: list[Token], n: int) -> bool:
    """Whether a token stands without a blank after the one before it."""
    token, before = made[n], made[n - 1]
    if token.kind == "word":
        return (token.glued and before.end == token.start) or before.kind == "open" or before.word == "“"
    return (
        token.kind in ("comma", "close") or token.word in (";", ":", "”") or before.kind == "open" or before.word == "“"
    )


def _joined(made: list[Token]) -> str:
    parts: list[str] = []
    odd = False
    for n, token in enumerate(made):
        straight = token.word == '"'
        glued = n == 0 or _is_glued(made, n) or (odd and (straight or made[n - 1].word == '"'))
        parts.append(token.word if glued else f" {token.word}")
        odd ^= straight
    words = " ".join("".join(parts).split())
    return _LOOSE.sub("", _TWICE.sub(",", words) if ",," in words or ", ," in words else words)


def _plain(made: list[Token]) -> str:
    words = _joined(made)
    return _AGE.sub(lambda age: "," * (words.count(",", 0, age.start()) % 2), words).strip(_EDGES)


def _fit(made: list[Token], room: int, language: Language, parts: bool) -> str:
    """The words in ``room`` words or fewer; "" where that would leave out what they say.

    ``parts`` lets the cut fall before "of" or "to".
    """
    made = _without_lone_commas(made)
    for short in (
        _as_it_is,
        _without_brackets,
        _without_apposition,
        _without_that,
        _without_opening,
        _without_relative,
    ):
        made = short(made)
        if _count(made) <= room + _TITLES:
            words = _plain(made)
            if len(words.split()) <= room:
                return words
    return _untitled(made, room, language) or _cut(made, room, language, _parts if parts else _splits)


def _untitled(made: list[Token], room: int, language: Language) -> str:
    """The words without titles ("Prime Minister") where they fit so; else ""."""
    if _count(made) > room + _TITLES:
        return ""
    words = _plain(made)
    words = words if len(words.split()) <= room else language.grammar.titles.sub("", words)
    return words if len(words.split()) <= room else ""


def _as_it_is(made: list[Token]) -> list[Token]:
    return made


def _without_relative(made: list[Token]) -> list[Token]:
    """Without "that lost power" between the subject and its verb."""
    at = next((n for n, token in enumerate(made) if token.kind in ("relative", "that")), 0)
    if not at or any(token.kind in _VERBS for token in made[:at]):
        return made
    verbs = [n for n in range(at, len(made)) if made[n].kind in ("finite", "either") and made[n - 1].kind != "finite"]
    return made[:at] + made[verbs[1] :] if len(verbs) > 1 else made


def _without_that(made: list[Token]) -> list[Token]:
    """Without the first "that" after a verb ("told a meeting that no one would be sacked")."""
    at = next((n for n, token in enumerate(made) if token.kind == "that"), 0)
    governed = any(token.kind in _VERBS for token in made[:at]) and made[at + 1].kind not in _VERBS
    return made[:at] + made[at + 1 :] if governed else made


def _without_lone_commas(made: list[Token]) -> list[Token]:
    """Without a comma before the verb that only the words taken out had needed."""
    verb = next((n for n, t in enumerate(made) if t.kind in ("finite", "either")), len(made))
    commas = [n for n in range(verb) if made[n].kind == "comma"]
    together = len(commas) == 2 and commas[1] == commas[0] + 1
    if (len(commas) == 1 or together) and commas[-1] + 1 == verb:
        return made[: commas[0]] + made[commas[-1] + 1 :]
    verb = next((n for n, t in enumerate(made) if t.kind == "finite"), verb)
    commas = [n for n in range(verb) if made[n].kind == "comma"]
    if len(commas) == 1 and verb < len(made) and commas[0] and _explains(made[commas[0] : verb], made[0]):
        return [*made[:verb], made[commas[0]], *made[verb:]]
    return made


def _explains(between: list[Token], first: Token) -> bool:
    """Whether what follows a comma before the verb is no list."""
    return first.kind not in ("preposition", "sub") and not any(token.kind in ("and", "pronoun") for token in between)


def _without_brackets(made: list[Token]) -> list[Token]:
    out, depth = [], 0
    for token in made:
        depth += token.kind == "open"
        if depth <= 0:
            out.append(token)
        depth -= token.kind == "close"
    return out


def _without_apposition(made: list[Token]) -> list[Token]:
    """Without what stands between two commas before the verb, and only explains the subject."""
    commas = [n for n, token in enumerate(made) if token.kind == "comma"]
    for first, second in pairwise(commas):
        after = made[second + 1] if second + 1 < len(made) else None
        early = not any(token.kind == "finite" for token in made[:first])
        if after is not None and after.kind in ("finite", "either") and early:
            return made[:first] + made[second + 1 :]
    return made


def _without_opening(made: list[Token]) -> list[Token]:
    comma = next((n for n, token in enumerate(made) if token.kind == "comma"), -1)
    opens = comma > 0 and made[0].kind in ("preposition", "sub", "date")
    return made[comma + 1 :] if opens and any(token.kind in _VERBS for token in made[comma:]) else made


def _verb_at(made: list[Token], language: Language) -> tuple[int, int]:
    """Where the verb begins that says what happened, and where its group ends; after "said" that of what was said."""
    at = next((n for n, token in enumerate(made) if token.kind in _VERBS), 0)
    if made and made[at].low in language.forms.with_clause:
        later = [n for n in range(at + 1, len(made)) if made[n].kind == "finite"]
        at = later[0] if later else at
    end = at + 1
    while end < len(made) and (
        made[end].kind in ("adverb", "base", "either", "participle")
        or made[end].low in ("be", "been", "have", "not", "to")
    ):
        end += 1
    return at, end


def _shorter_subject(made: list[Token], room: int, language: Language) -> list[Token]:
    """Without the last phrases of a subject so long that its verb would be lost."""
    while True:
        end = _verb_at(made, language)[1]
        if _count(made[: end + 1]) <= room:
            return made
        first = next((n for n, token in enumerate(made) if token.kind in _VERBS), 0)
        cut = next((n for n in range(first - 1, 1, -1) if made[n].kind in ("preposition", "to")), 0)
        if not cut:
            return made
        made = made[:cut] + made[first:]


def _cut(made: list[Token], room: int, language: Language, splits: Callable[[list[Token], int, Language], bool]) -> str:
    """Cut at the end of a phrase: the longest that fits, with its verb."""
    made = _shorter_subject(made, room, language)
    if _count(made) <= room:
        return _plain(made)
    sums = list(accumulate([token.size for token in made]))
    _, verb = _verb_at(made, language)
    for n in range(len(made) - 1, verb - 1, -1):
        if sums[n - 1] > room + _TITLES or made[n].kind not in _CUTS or splits(made, n, language):
            continue
        words = _untitled(_bare(made[:n], language), room, language)
        if len(words.split()) >= _FEWEST - 1:
            return words
    return ""


def _parts(made: list[Token], n: int, language: Language) -> bool:
    """Whether a cut here, where no better one is, would part what must stay together."""
    loose = made[n].low == "of" or (made[n].kind == "to" and made[n - 1].kind == "word")
    after_verb = made[n].kind == "preposition" and made[n - 1].kind in ("finite", "either")
    return not after_verb and (not loose or made[n - 1].kind != "word")


def _splits(made: list[Token], n: int, language: Language) -> bool:
    """Whether a cut before this token leaves a verb or noun bare: "caused him | to fall", "was accused | of"."""
    token, before = made[n], made[n - 1]
    if token.low == "of" or token.kind == "to" or (token.kind == "that" and before.kind != "word"):
        return True
    if before.low in _ARTICLES or before.kind in ("preposition", "that"):
        return True
    if token.kind in ("preposition", "ing") and before.kind in ("finite", "either", "base", "present", "ing"):
        passive = before.kind == "either" and any(
            t.low in language.forms.passive_auxiliaries for t in made[max(0, n - 4) : n - 1]
        )
        free = (
            (passive and token.low != "of")
            or before.low in language.forms.past_only
            or token.low in ("at", "after", "before", "because", "during", "near")
        )
        return token.kind == "ing" or not free
    if token.kind == "sub" and token.low in ("whether", "if", "unless", "how", "why", "what", "where"):
        hedged = token.low == "if" and any(t.low in ("could", "may", "might", "would") for t in made[:n])
        return before.kind != "comma" and not hedged
    if token.kind == "and" and before.kind in ("present", "base"):
        return True
    return before.low in language.forms.with_clause


def balanced(words: str) -> str:
    """Without a quotation mark or bracket that is opened and not closed."""
    words = _COMMA_QUOTE.sub(r"\1", words)
    for opened, closed in (("(", ")"), ("“", "”"), ("[", "]")):
        if words.count(opened) > words.count(closed):
            words = words.replace(opened, "")
        elif words.count(closed) > words.count(opened):
            words = words.replace(closed, "")
    return words.replace('"', "") if words.count('"') % 2 else words
