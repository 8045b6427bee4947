"""The words that a clause keeps in its headline: its own and those of the clauses inside it that it needs."""

from __future__ import annotations

from timelines.extraction.clause import Clause
from timelines.extraction.statements import Part
from timelines.extraction.tokens import Token

CONDITIONS = ("if", "unless", "whether")
_MARKERS = frozenset({"relative", "that", "sub", "and", "comma"})
_HAPPENING = frozenset({"after", "before", "following", "for", "over", "since"})


class Bodies:
    """Makes the body of one clause of a sentence after another, as indices of the sentence's tokens."""

    def __init__(self, part: Part) -> None:
        self.words, self.of, self.dates = part.tokens, part.of, part.dates

    def is_date(self, i: int) -> bool:
        """Whether a token is a date."""
        return self.words[i].kind == "date"

    def is_dated(self, clause: Clause) -> bool:
        """Whether a date stands in a clause's own words."""
        return any(i in clause.words for i in self.dates)

    def body(self, clause: Clause, place: int, dates: bool = False) -> list[int]:
        """The clause's own words and those of the clauses inside it that it needs; dates out unless asked for."""
        skip = self.marker(clause) | self._other_half(clause, place) | self._opening(clause)
        first = clause.words[0] if clause.words else 0
        body: list[int] = []
        last, kept = clause, False
        for i, owner in enumerate(self.of):
            if owner is not last:
                last, kept = owner, owner is not clause and self._keeps(owner, clause)
            if i in skip:
                continue
            if owner is clause:
                if dates or self.words[i].kind != "date" or self._stays(i):
                    body.append(i)
            elif kept and i != place and (i > first or self._is_condition(owner)):
                body.append(i)
            elif owner.kind == "sub" and i == owner.start and owner.parent is clause:
                body = self._without_length(body)
        return body

    def _opening(self, clause: Clause) -> set[int]:
        """What stood before the subject, where it is dated or no phrase."""
        opening = clause.opening
        phrase = not opening or self.words[opening[0]].kind in ("preposition", "quote")
        return set() if phrase and not any(self.is_date(i) for i in opening) else set(opening)

    def _is_condition(self, clause: Clause) -> bool:
        return clause.kind == "sub" and self.words[clause.start].low in CONDITIONS

    def _without_length(self, body: list[int]) -> list[int]:
        """ "…, two days after he fled": without the length that the clause left out had measured."""
        near = range(len(body) - 1, max(-1, len(body) - 5), -1)
        comma = next((n for n in near if self.words[body[n]].kind == "comma"), 0)
        plain = comma and all(self.words[i].kind in ("word", "determiner", "adverb") for i in body[comma + 1 :])
        return body[:comma] if plain else body

    def marker(self, clause: Clause) -> set[int]:
        """The words that only open the clause: "who", "that", "and"."""
        skip: set[int] = set()
        for i in clause.words[:3]:
            token = self.words[i]
            if token.kind == "comma" and i and self._is_condition(self.of[i - 1]):
                break
            if token.kind == "date" or (token.kind == "comma" and skip) or self._preposed(i):
                skip.add(i)
            elif token.kind not in _MARKERS or (token.kind == "that" and clause.kind in ("main", "and")):
                break
            else:
                skip.add(i)
        return skip if any(not self.is_date(i) for i in skip) else set()

    def _preposed(self, i: int) -> bool:
        """ "in which"."""
        if self.words[i].kind != "preposition":
            return False
        return i + 1 < len(self.words) and self.words[i + 1].kind == "relative"

    def _other_half(self, clause: Clause, place: int) -> set[int]:
        """ "It paid £3m in 2018 and £5m in 2021": the words that go with the other date only."""
        own = clause.words
        if place >= 0 and len(self.dates) < 2:
            return set()
        opens = next(
            (i for i in own if i > place and self.words[i].low in _HAPPENING and self._names_dated(i, own)), -1
        )
        if opens > clause.verb >= 0:
            return {k for k in own if k >= opens - 1 and (k >= opens or self.words[k].kind == "comma")}
        for n, i in enumerate(own):
            if self.words[i].kind == "and" and self._joins_dated(clause, n):
                later = [k for k in own[n + 1 :] if self.is_date(k)]
                if later and later[0] != own[n + 1]:
                    return self._half(clause, n, place)
        return set()

    def _joins_dated(self, clause: Clause, n: int) -> bool:
        """Whether the "and" that is the n-th word stands after the verb and right after a date."""
        own = clause.words
        return 0 < n < len(own) - 1 and self.is_date(own[n - 1]) and own[n] >= clause.verb_end

    def _half(self, clause: Clause, n: int, place: int) -> set[int]:
        own, joint = clause.words, clause.words[n]
        if place < joint:
            return {k for k in own if k >= joint}
        between = [k for k in own if clause.verb_end <= k <= joint]
        opening = self.words[own[n + 1]].low
        same = next((k for k in between if self.words[k].low == opening), between[0] if between else joint)
        return {k for k in between if k >= same}

    def _names_dated(self, i: int, own: list[int]) -> bool:
        """Whether "after" stands before a happening with a date of its own: "after a fire in 2017"."""
        after = [k for k in own if k > i]
        end = next((n for n, k in enumerate(after) if self.is_date(k)), -1)
        return 1 < end <= 5 and self.words[after[0]].kind == "determiner"

    def _stays(self, i: int) -> bool:
        """ "Monday saw fires", "have until May to pay" need their dates; "in Sunday's election" leaves "the"."""
        clause, words = self.of[i], self.words
        if i + 1 == clause.verb and clause.kind == "main" and clause.words[:1] == [i]:
            return True
        if not i:
            return False
        before = words[i - 1]
        if before.low in ("have", "has", "had") and i + 1 < len(words) and words[i + 1].kind == "to":
            return True
        if not words[i].low.endswith(("'s", "’s")) or before.kind in ("determiner", "comma", "stop"):
            return False
        words[i] = words[i].spelt("the", words[i].low)
        return True

    def _keeps(self, owner: Clause, clause: Clause) -> bool:
        """Whether a clause inside stays: one that is said, or one not set off by a comma and without a date."""
        inside: list[Clause] = []
        for at in owner.line():
            if at is clause:
                return all(map(self._belongs, inside))
            inside.append(at)
        return False

    def _belongs(self, clause: Clause) -> bool:
        told = clause.kind == "said" or self._is_condition(clause)
        return told or not (clause.loose or self.is_dated(clause))


def copy_of(token: Token, word: str) -> Token:
    """A token in the same place with another word."""
    return Token(word, token.low, "word", glued=token.glued, at=token.at)
