"""What is known of one clause of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

ClauseKind = Literal["main", "relative", "object", "sub", "said", "and", "participle", "ing"]


@dataclass(slots=True)
class Clause:
    """Lists hold indices of tokens. ``verb_end`` is the index after the verb's group ("had been held")."""

    kind: ClauseKind
    parent: Clause | None
    start: int
    subject: list[int] = field(default_factory=list)
    """The subject's words, where they stand outside the clause."""
    antecedent: list[int] = field(default_factory=list)
    """The object's words, where they stand before the clause ("the majority it had held")."""
    words: list[int] = field(default_factory=list)
    opening: list[int] = field(default_factory=list)
    """What stood before the subject, up to a comma ("After a row, …")."""
    verb: int = -1
    verb_end: int = -1
    commas: int = 0
    loose: bool = False
    """Set off by a comma: it adds to what it belongs to, which stands without it."""
    whose: bool = False

    def about(self) -> list[int]:
        """The words of its subject, wherever they stand."""
        if self.subject or self.kind == "and":
            return self.subject
        return [i for i in self.words if i < self.verb]

    def line(self) -> Iterator[Clause]:
        """The clause and those around it, the nearest first."""
        at: Clause | None = self
        while at is not None:
            yield at
            at = at.parent

    def with_verb(self) -> Clause | None:
        """The nearest clause that has its verb and may share its subject; None where one still waits for its own."""
        for at in self.line():
            if at.verb >= 0 and at.kind not in ("ing", "participle"):
                return at
            if at.verb < 0 and at.kind in ("main", "said", "sub"):
                return None
        return None

    def verbless(self) -> Clause | None:
        """The nearest clause around it that still waits for its verb."""
        return next((at for at in self.line() if at is not self and at.verb < 0), None)

    def outer(self) -> Clause:
        """What a comma and "but" go back to: out of the clauses that hang on one with a verb."""
        for at in self.line():
            hangs = at.kind in ("sub", "relative", "object", "participle", "ing") or at.loose
            if not hangs or at.parent is None or at.parent.verb < 0:
                return at
        return self

    def firm(self) -> Clause:
        """The nearest clause that is not set off from one with a verb."""
        return next(at for at in self.line() if not (at.loose and at.parent is not None and at.parent.verb >= 0))
