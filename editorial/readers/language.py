"""Which language a text is in."""

from __future__ import annotations

import py3langid

DEFAULT = "en"
"""The newsroom's own language: for texts too short to tell, and for those in none."""

_SAMPLE = 4_000
_SHORT = 60


def language_of(text: str, stated: str = "") -> str:
    """ISO 639-1 code of `text`, from its first few thousand characters.

    `stated` is what the file itself claims: believed only of texts too short to tell, since templates often lie.
    """
    sample = text[:_SAMPLE]
    if sum(each.isalpha() for each in sample) < _SHORT:
        return stated if len(stated) == 2 and stated.isascii() and stated.isalpha() else DEFAULT
    code = str(py3langid.classify(sample)[0])
    return code if len(code) == 2 else DEFAULT
