"""The clauses of a sentence and what each is about, by one walk over its words from left to right.

A clause knows its words, its verb, and its subject where that stands outside it ("…, who was pardoned", "… and
resigned", "the dam, completed"). So a date belongs to the clause that its words stand in, and its headline can be made
of that clause alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timelines.extraction.clause import Clause, ClauseKind
from timelines.extraction.lookahead import VERBS, Sentence
from timelines.extraction.nouns import noun_before, opens_with_phrase

_SURE = ("when", "while", "because", "although", "though", "if", "whereas", "unless")
_GERUND = ("for", "by", "after", "before", "without", "since", "from")


def read(sentence: Sentence) -> list[Clause]:
    """The clause of each token."""
    return _Reader(sentence).read()


class _Reader:
    """One walk. ``top`` is the clause that is open, ``of`` the clause of each token so far."""

    def __init__(self, near: Sentence) -> None:
        self.tokens, self.forms, self.near = near.tokens, near.forms, near
        self.top = Clause("main", None, 0)
        self.of: list[Clause] = []
        self._until = 0

    def read(self) -> list[Clause]:
        kinds, begun = self.near.kinds[: len(self.tokens)], 0
        for index in [index for index, kind in enumerate(kinds) if kind in _STEPS]:
            if index >= self._until:
                self._own(begun, index)
                begun = index
                _STEPS[kinds[index]](self, index)
        self._own(begun, len(kinds))
        return self.of

    def _own(self, start: int, end: int) -> None:
        """Give the open clause these words."""
        self.of += [self.top] * (end - start)
        self.top.words += range(start, end)

    def _push(self, kind: ClauseKind, start: int, parent: Clause | None) -> Clause:
        self.top = Clause(kind, parent, start)
        return self.top

    def _take(self, clause: Clause, i: int, end: int) -> None:
        self.top = clause
        clause.verb, clause.verb_end = i, end
        self._until = max(self._until, end)

    def _stop(self, i: int) -> None:
        self._push("main", i + 1, None)

    def _infinitive(self, i: int) -> None:
        self._until = max(self._until, self.near.group_end(i))

    # What opens a clause -----------------------------------------------------------------------------------------

    def _relative(self, i: int) -> None:
        """ "who", "which", "whose": the noun before is its subject, or its object where it has a subject of its own."""
        preposed = self.near.kind(i - 1) == "preposition"
        at = i - 1 if preposed else i
        if preposed and self.top.words[-1:] == [at]:
            self.top.words.pop()
        antecedent, loose = noun_before(self.near, self.top, at, self.near.low(i)), self.near.after_comma(at)
        whose = self.near.low(i) == "whose"
        own_subject = preposed and self.near.low(at) != "of"
        if not (whose or own_subject or self.near.verb_next(i + 1)) and self.near.clause_ahead(i + 1):
            self._push("object", i, self.top).antecedent = antecedent
        else:
            self._push("relative", i, self.top).subject = [] if own_subject else antecedent
        if preposed:
            self.of[at] = self.top
            self.top.words.insert(0, at)
        self.top.loose, self.top.whose = loose, whose

    def _that(self, i: int) -> None:
        before = self.near.kind(i - 1)
        reports = self.near.reporting(self.top)
        if before == "and" and self.near.clause_ahead(i + 1):
            said = next((clause for clause in self.top.line() if clause.kind == "said"), None)
            if said is not None:
                self._push("said", i, said.parent)
        elif self.near.verb_next(i + 1) and before in ("word", "date", "close"):
            subject = noun_before(self.near, self.top, i, "that")
            self._push("relative", i, self.top).subject = subject
        elif (i and self.near.clause_ahead(i + 1)) or self._follows(reports, i):
            if reports is not None and not (before == "word" and self.near.has_thing(reports)):
                self._push("said", i, reports)
            else:
                antecedent = noun_before(self.near, self.top, i, "that")
                self._push("object", i, self.top).antecedent = antecedent

    def _follows(self, reports: Clause | None, i: int) -> bool:
        """Whether "that" stands right after a verb of saying, dates aside."""
        if reports is None or not self.near.verb_ahead(i + 1):
            return False
        return all(self.near.kind(k) == "date" for k in range(reports.verb_end, i))

    def _sub(self, i: int) -> None:
        low = self.near.low(i)
        if (low == "as" and self.near.low(i + 2) == "as") or self.near.low(i + 1) == "of":
            return
        sure = low in _SURE and self.near.verb_ahead(i + 1) and not self.near.verb_next(i + 1)
        if not sure and not self.near.clause_ahead(i + 1):
            return
        loose, parent = self.near.after_comma(i), self.top
        while loose and parent.parent is not None and parent.loose:
            parent = parent.parent
        self._push("sub", i, parent).loose = loose or i == 0 or not parent.words

    def _ing(self, i: int) -> None:
        top = self.top
        if top.verb < 0:
            return
        if self.near.after_comma(i):
            self._push("ing", i, top).loose = True
            self.top.subject = top.about()
        elif self.near.low(i - 1) in _GERUND and self.near.kind(i + 1) not in ("date", "comma", "stop", "preposition"):
            self._push("ing", i, top)
        if self.top is not top:
            self.top.verb, self.top.verb_end = i, i + 1

    def _and(self, i: int) -> None:
        """A second verb shares the subject, a second clause has its own; else only nouns are joined."""
        n = i + 1
        while self.near.kind(n) in ("adverb", "and"):
            n += 1
        if self.near.kind(n) == "that" and any(clause.kind == "said" for clause in self.top.line()):
            return
        base = self.top
        if base.kind != "participle" or self.near.kind(n) not in ("either", "participle"):
            found = self.top.with_verb()
            if found is None:
                return
            base = found.outer() if self.near.after_comma(i) else found
        if not self._joins_subject(base, i):
            self._second(base, i, n)

    def _second(self, base: Clause, i: int, n: int) -> None:
        if self.near.kind(n) in (*VERBS, "participle", "base"):
            subject = base.about()
            self._push("and", i, base).subject = subject
        elif self.near.kind(n) != "to" and self.near.clause_ahead(n, strict=True):
            said = base.kind == "said" and not self.near.after_comma(i)
            self._push("said" if said else "main", i, base.parent if said else None)

    def _joins_subject(self, base: Clause, i: int) -> bool:
        """ "said the drought and the war are …": nouns joined before the reported clause has its verb."""
        if base.verb_end >= i or self.near.reporting(base) is not base or self.top is not base:
            return False
        between = {self.near.kind(k) for k in range(base.verb_end, i)}
        plain = between <= {"word", "determiner", "adverb", "either"}
        return plain and self.near.kind(i + 1) not in VERBS

    def _comma(self, i: int) -> None:
        """A comma ends what one before it opened, unless what follows goes on with it."""
        top, n = self.top, i + 1
        top.commas += 1
        while self.near.kind(n) in ("quote", "adverb"):
            n += 1
        if self.near.kind(n) not in ("word", "determiner", "pronoun", "date", "preposition", "base", "to", "open"):
            return
        if self.near.kind(n) == "preposition" and self.near.kind(n + 1) == "relative":
            return
        pronoun = self.near.low(n) in self.forms.nominative
        if top.kind == "main" and top.verb < 0 and (pronoun or opens_with_phrase(self.near, top)):
            top.opening, top.words = top.words, []
        elif top.parent is not None and (top.loose or top.kind in ("participle", "ing")) and top.verb >= 0:
            if top.parent.verb < 0 or self.near.verb_ahead(n):
                self.top = next(
                    c for c in top.line() if c.parent is None or not (c.loose or c.kind in ("participle", "ing"))
                )
        elif top.verb >= 0 and self.near.clause_ahead(n, strict=True):
            outer = top.firm()
            before = outer.kind == "sub" and outer.parent is not None and not outer.parent.words
            self.top = outer.parent if before and outer.parent is not None else Clause("main", None, i)

    # Verbs ------------------------------------------------------------------------------------------------------

    def _reduced(self, i: int, end: int) -> bool:
        top = self.top
        commas = top.commas if top.kind != "relative" else 0
        if top.verb < 0 and self.near.kind(i) == "either" and self.near.low(end) == "by":
            return self.near.finite_ahead(end)
        return self.near.is_reduced(i, end, commas, top.kind == "main")

    def _participle_alone(self, i: int) -> None:
        if self.top.verb < 0 or self.top.verb_end != i:
            self._participle(i, self.near.group_end(i))

    def _verb(self, i: int) -> None:
        top, kind, end = self.top, self.near.kind(i), self.near.group_end(i)
        if top.verb < 0 and top.kind != "ing":
            opens = {"relative", "that", "adverb", "preposition"}
            first = top.kind == "relative" and {self.near.kind(k) for k in top.words} <= opens
            if kind == "finite" or first or not self._reduced(i, end):
                self._take(top, i, end)
            elif kind == "either" and not self.near.describes(i):
                self._participle(i, end)
        elif kind != "present":
            self._second_verb(i, end)
        elif self.near.after_comma(i) or top.kind in ("participle", "relative", "object"):
            outer = self.top.verbless()
            if outer is not None:
                self._take(outer, i, end)
        elif self.near.after_pronoun(i):
            self._complement(i, end)

    def _second_verb(self, i: int, end: int) -> None:
        """A verb where the clause has one: the outer clause's own, a reported clause's, or a participle."""
        either, pronoun = self.near.kind(i) == "either", self.near.after_pronoun(i)
        outer, reduced = self.top.verbless(), self._reduced(i, end)
        goes_on = either and self.near.after_comma(i) and self.near.verb_after_comma(end)
        if outer is not None and not pronoun and not (either and reduced) and not goes_on:
            self._take(outer, i, end)
        elif either and not pronoun:
            if (
                self.near.reporting(self.top) is self.top
                and not reduced
                and self.near.only_subject(self.top.verb_end, i)
            ):
                self._complement(i, end)
            elif not self.near.perceives(self.top):
                self._participle(i, end)
        elif self.near.after_comma(i):
            base = self.top.firm()
            self._push("and", i, base).subject = base.about()
            self._take(self.top, i, end)
        elif pronoun or not self._reported_subject(i, end):
            self._complement(i, end)

    def _reported_subject(self, i: int, end: int) -> bool:
        """ "said a man who was there should call": the noun of a relative clause may open what is said."""
        relative, said = self.top, self.top.parent
        if relative.kind != "relative" or said is None or self.near.reporting(relative) is relative:
            return False
        if not relative.subject or relative.subject[0] != said.verb_end or self.near.reporting(said) is not said:
            return False
        new = self._push("said", relative.subject[0], said)
        new.words = [k for k in said.words if k >= new.start]
        said.words = [k for k in said.words if k < new.start]
        for k in new.words:
            self.of[k] = new
        relative.parent = new
        self._take(new, i, end)
        return True

    def _participle(self, i: int, end: int) -> None:
        """ "a report published in 2019": what the noun before underwent."""
        parent = self.top
        opens = all(self.near.kind(k) in ("adverb", "quote", "date") for k in range(i))
        if self.near.kind(i - 1) == "and" and parent.kind == "and" and i:
            self._take(parent, i, end)
            return
        subject, loose = noun_before(self.near, self.top, i, ""), opens or self.near.after_comma(i)
        if loose and parent.kind == "participle" and parent.parent is not None:
            parent = parent.parent
        new = self._push("participle", i, parent)
        new.subject, new.loose = subject, loose
        self._take(new, i, end)

    def _complement(self, i: int, end: int) -> None:
        """ "said it would build", "the majority it had held": a clause without its "that"."""
        start, owner, reports = self._subject_start(i), self.top, self.near.reporting(self.top)
        plain = reports is not None and not any(
            self.near.kind(k) == "word" and self.near.low(k) not in self.forms.people
            for k in range(reports.verb_end, start)
        )
        antecedent = [] if plain else noun_before(self.near, self.top, start, "")
        new = self._push("said" if plain else "object", start, reports if plain else owner)
        new.antecedent = antecedent
        new.words = [k for k in owner.words if k >= start]
        owner.words = [k for k in owner.words if k < start]
        for k in new.words:
            self.of[k] = new
        self._take(new, i, end)

    def _subject_start(self, i: int) -> int:
        """Where the noun phrase before a verb begins: after the clause's verb, its dates and adverbs."""
        if self.near.after_pronoun(i):
            return i - 1
        start = max(self.top.verb_end, 0)
        while start < i and self.near.kind(start) in ("date", "adverb", "comma", "quote", "preposition"):
            start += 1
        return start


_STEPS: Mapping[str, Callable[[_Reader, int], None]] = {
    "comma": _Reader._comma, "and": _Reader._and, "relative": _Reader._relative, "that": _Reader._that,
    "sub": _Reader._sub, "ing": _Reader._ing, "finite": _Reader._verb, "either": _Reader._verb,
    "present": _Reader._verb, "participle": _Reader._participle_alone, "stop": _Reader._stop, "to": _Reader._infinitive,
}  # fmt: skip
