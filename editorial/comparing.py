"""Two texts side by side: which words are in one and not in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

_WORDS = re.compile(r"\w+|\s+|[^\w\s]+")

LONGEST = 1_500
"""Words and spaces up to which texts are compared word by word; longer ones differ as wholes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one text; `differs` where the other text has something else."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """One field in two versions."""

    name: str
    label: str
    theirs: tuple[Piece, ...]
    mine: tuple[Piece, ...]

    @property
    def differs(self) -> bool:
        """Whether the two are not the same."""
        return any(piece.differs for piece in self.theirs + self.mine)


def compare(name: str, label: str, theirs: str, mine: str) -> Compared:
    """The two texts in pieces; neither is the right one."""
    if theirs == mine:
        same = (Piece(theirs),) if theirs else ()
        return Compared(name, label, same, same)
    a, b = _WORDS.findall(theirs), _WORDS.findall(mine)
    if max(len(a), len(b)) > LONGEST:
        return Compared(name, label, (Piece(theirs, True),), (Piece(mine, True),))
    steps = _joined(SequenceMatcher(None, a, b, autojunk=False).get_opcodes(), a)
    return Compared(
        name,
        label,
        tuple(Piece("".join(a[i:j]), differs) for differs, i, j, _, _ in steps if i < j),
        tuple(Piece("".join(b[k:m]), differs) for differs, _, _, k, m in steps if k < m),
    )


def mark_of(*texts: str) -> str:
    """A short mark of some texts: the same for the same ones, another where any of them has changed."""
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


Step = tuple[bool, int, int, int, int]


def _joined(opcodes: Iterable[tuple[str, int, int, int, int]], a: list[str]) -> list[Step]:
    """The steps, with differences joined where only a space lies between them."""
    steps: list[Step] = []
    for tag, i, j, k, m in opcodes:
        differs = tag != "equal"
        if not differs and steps and steps[-1][0] and not "".join(a[i:j]).strip():
            differs = True
        if steps and steps[-1][0] and differs:
            _, first, _, first_b, _ = steps.pop()
            steps.append((True, first, j, first_b, m))
        else:
            steps.append((differs, i, j, k, m))
    return steps
