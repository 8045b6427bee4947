"""What stands before and after a word of a sentence: verb groups, clauses to come, participles."""

from __future__ import annotations

from collections.abc import Callable

from timelines.extraction.clause import Clause
from timelines.extraction.languages import Forms
from timelines.extraction.tokens import Token

VERBS = ("finite", "either", "present")
_LOOK = 40
"""No break of a sentence is looked for further ahead, so that cost stays linear."""
_BREAKS = ("stop", "relative", "sub", "that", "and")
_ANY_VERB = frozenset(VERBS)
_OUTSIDE = ("stop",) * 8
"""What a list of kinds ends with, so that the places just after it and, counted from its end, just before it answer."""
_NOTHING = ("",) * 8


class Sentence:
    """The tokens of a sentence and questions about them. Indices are of tokens."""

    def __init__(self, tokens: list[Token], forms: Forms) -> None:
        self.tokens, self.forms = tokens, forms
        self.kinds: list[str] = [*[token.kind for token in tokens], *_OUTSIDE]
        self.lows: list[str] = [*[token.low for token in tokens], *_NOTHING]
        self.kind: Callable[[int], str] = self.kinds.__getitem__
        """The kind of a token; "stop" a few places outside the sentence, on either side."""
        self.low: Callable[[int], str] = self.lows.__getitem__
        """A token in small letters; "" a few places outside the sentence, on either side."""

    def after_comma(self, i: int) -> bool:
        """Whether a comma stands just before."""
        return i > 0 and self.kind(i - 1) == "comma"

    def after_pronoun(self, i: int) -> bool:
        """Whether "he", "they", … stands just before."""
        return i > 0 and self.low(i - 1) in self.forms.nominative

    def verb_ahead(self, i: int) -> bool:
        """Whether any verb follows before the sentence ends."""
        return not _ANY_VERB.isdisjoint(self.kinds[i : i + _LOOK])

    def finite_ahead(self, i: int) -> bool:
        """Whether a verb that must be finite follows."""
        return "finite" in self.kinds[i : i + _LOOK]

    def verb_next(self, i: int) -> bool:
        """Whether a verb is the next word, adverbs and dates aside."""
        while self.kind(i) in ("adverb", "date", "quote"):
            i += 1
        return self.kind(i) in (*VERBS, "base")

    def verb_after_comma(self, i: int) -> bool:
        """Whether a verb stands right after one of the next commas."""
        last = min(len(self.tokens), i + _LOOK)
        return any(self.kind(n) == "comma" and self.verb_next(n + 1) for n in range(i, last))

    def describes(self, i: int) -> bool:
        """Whether a noun follows at once: "a Grade II listed former corn exchange"."""
        return self.kind(i + 1) == "word" and self.low(i + 1).isalpha() and self.tokens[i + 1].word.islower()

    def clause_ahead(self, i: int, strict: bool = False) -> bool:
        """Whether a subject and its finite verb follow before the next break; ``strict``: and no verb joined to it."""
        noun = False
        for n in range(i, min(len(self.tokens), i + _LOOK)):
            kind = self.kind(n)
            if kind in ("stop", "relative", "sub") or (kind == "comma" and noun):
                return False
            if kind == "and" and strict and n > i and noun and self.verb_next(n + 1):
                return False
            if kind == "finite":
                return noun
            if kind in VERBS and noun and self._is_predicate(n, strict):
                return True
            noun = noun or kind in ("word", "pronoun", "determiner", "close")
        return False

    def _is_predicate(self, i: int, strict: bool) -> bool:
        if self.low(i) in self.forms.with_clause or self.kind(i + 1) not in ("preposition", "date", "stop"):
            return True
        return self.kind(i) == "either" and self.low(i + 1) != "by" and (strict or self.kind(i + 1) != "stop")

    # Verb groups -------------------------------------------------------------------------------------------------

    def group_end(self, i: int) -> int:
        """The index after the verb group that begins at ``i``: auxiliaries, adverbs, participles, "to" and its verb."""
        n, open_ = i + 1, self.low(i) in self.forms.auxiliaries
        if self.kind(i) == "to":
            while self.kind(n) == "adverb":
                n += 1
            if self.low(n) not in ("be", "have") and self.kind(n) not in ("base", "word"):
                return i + 1
            open_ = self.low(n) in ("be", "have")
            n += 1
        n = self._participles(n) if open_ else n
        while self.kind(n) == "adverb" and self.low(n).endswith("ly"):
            n += 1
        return self.group_end(n) if self.kind(n) == "to" else n

    def _participles(self, n: int) -> int:
        """Past "not … been" and the one verb that ends the group."""
        while self._fills(n):
            n += 1
        full = self.kind(n) == "finite" and self.low(n) not in self.forms.auxiliaries
        return n + 1 if full or self.kind(n) in ("either", "participle", "ing", "base") else n

    def _fills(self, n: int) -> bool:
        if self.kind(n) == "date":
            return self.kind(n + 1) in ("either", "participle")
        return (
            self.kind(n) == "adverb"
            or self.low(n) in self.forms.fillers
            or (self.low(n - 1) == "have" and self.low(n) == "had")
        )

    # Participles -------------------------------------------------------------------------------------------------

    def is_reduced(self, i: int, end: int, commas: int, opened: bool) -> bool:
        """Whether another verb before the next break shows that the verb at ``i`` is a participle or a noun.

        ``end`` is the index after its group, ``commas`` how many its clause had before, ``opened`` whether that clause
        may still go on after a comma.
        """
        if self.after_comma(i) and commas == 1:
            return self.verb_after_comma(end)
        direct = self._has_object(end)
        for n in range(end, min(len(self.tokens), end + _LOOK)):
            kind = self.kind(n)
            if kind in _BREAKS:
                return False
            if kind == "comma":
                return opened and commas > 0 and self.verb_next(n + 1) and not direct
            if kind == "finite":
                return not self._governs(i, end, n, direct)
            if kind == "either" and not (opened and commas) and not direct:
                return self._is_first_of_two(i, end, n)
        return False

    def _has_object(self, n: int) -> bool:
        while self.kind(n) == "date":
            n += 1
        return self.kind(n) in ("determiner", "pronoun")

    def _governs(self, i: int, end: int, later: int, direct: bool) -> bool:
        """Whether the later verb is of a clause that the verb at ``i`` governs: "said it would", "met those he had"."""
        if self.kind(later - 1) == "pronoun" or (direct and self.kind(i) == "either"):
            return True
        nouns = any(self.kind(n) in ("word", "pronoun", "determiner") for n in range(end, later))
        return self.low(i) in self.forms.with_clause and nouns

    def _is_first_of_two(self, i: int, end: int, later: int) -> bool:
        """ "a report published in 2019 found": the first of two pasts, where it has no object."""
        if self.low(i) in self.forms.with_clause or self.kind(end) not in ("preposition", "date", "adverb"):
            return False
        return self.kind(later - 1) != "to" and self.low(later + 1) != "by"

    # Clauses -----------------------------------------------------------------------------------------------------

    def reporting(self, clause: Clause) -> Clause | None:
        """The clause, or the one it hangs on, where its verb may have a clause as object."""
        at: Clause | None = clause
        while at is not None and at.verb < 0:
            at = at.parent
        if at is None or self.forms.with_clause.isdisjoint(self.lows[at.verb : at.verb_end]):
            return None
        return at

    def has_thing(self, reports: Clause) -> bool:
        """Whether a verb of saying has a thing for its object: "confirmed the plan that", not "told the court that"."""
        hearer = self.low(reports.verb_end - 1) in self.forms.with_hearer
        return not hearer and self.kind(reports.verb_end) == "determiner"

    def only_subject(self, verb_end: int, i: int) -> bool:
        """ "said Trump planned": a verb of saying and nothing but a subject before the next verb."""
        between = self.tokens[verb_end:i]
        names = any(token.word[:1].isupper() or token.kind == "determiner" for token in between)
        plain = not any(token.kind in ("preposition", "to") for token in between)
        takes_thing = self.low(verb_end - 1) in self.forms.with_thing
        return names and plain and not takes_thing and self.low(i + 1) != "by"

    def perceives(self, clause: Clause) -> bool:
        """ "to see the doors shut", "had its licence withdrawn": the participle is part of what is said."""
        return clause.verb >= 0 and not self.forms.perceiving.isdisjoint(self.lows[clause.verb : clause.verb_end])
