"""June; never the verb may, the march of an army, a woman called April or a street called May."""

from __future__ import annotations

import re

from timelines.extraction import parts
from timelines.extraction.languages import Language, word_set
from timelines.extraction.meanings import Calendar, Candidate, Found

NAME = "month"
_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|through|during|before|after|last|next|this|each|every|for|late|early|mid"
    r"|between|and|or|around|about|past|for|on|via|beginning|starting|ending|following|as|throughout|until)\s+|\bmid-|[-–(])$",
    re.IGNORECASE,
)
_WHOLE = ("may", "june", "july")
_ARTICLE = re.compile(r"\b(?:an?|the|its|his|her|their|this|that)\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+(?!(?:of|on|to|through|in|from|toward|against|for|was|is|and|by)\b)[a-z]+")
_TELLS_OF = re.compile(
    r"\s+(?:elections?|votes?|polls?|meetings?|deadline|reports?|budgets?|figures|sales|data|attacks?|summit|talks|strikes?"
    r"|riots?|coup|floods?|quake|issue|edition|contract|delivery|hearing|trial)\b"
)
_NAME_AFTER = re.compile(r"\s+(?:[A-Z][a-z]+|Day\b)")
_UP_TO = re.compile(
    r"(?:\s*[-–]\s*|\s+(?:to|through|thru|until|till)\s+)(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_DOUBTFUL = word_set("may march april june august mar jan dec jun sep jul apr aug oct nov feb sept")


def read(found: Found, language: Language) -> Candidate | None:
    """A month by its name alone. Names that are also words need a preposition before them."""
    name = found.match.group("month")
    if not name[0].isupper():
        return None
    bare = name.rstrip(".").lower()
    before = found.text[max(0, found.match.start() - 12) : found.match.start()]
    short = len(bare) <= 4 and bare not in _WHOLE and not name.endswith(".")
    if short and _NAME_AFTER.match(found.match.group("after")):
        return None
    if bare in _DOUBTFUL and not _stands_as_month(bare, before, found):
        return None
    meaning = Calendar(month=parts.month(name, language))
    end = found.match.end()
    return Candidate(found.match.start(), end, NAME, meaning)


def _stands_as_month(bare: str, before: str, found: Found) -> bool:
    if _UP_TO.match(found.match.group("after")):
        return True
    if _ARTICLE.search(before) and _NOUN_AFTER.match(found.match.group("after")):
        return bare != "may" or bool(_TELLS_OF.match(found.match.group("after")))
    if _BEFORE.search(before):
        return not (
            bare in ("may", "march", "april", "june", "august")
            and _NAME_AFTER.match(found.match.group("after"))
            and before.rstrip().lower().endswith((" and", " or", " to", " for", " as", " by"))
        )
    return (
        bare in ("june", "august", "april")
        and not _NAME_AFTER.match(found.match.group("after"))
        and not re.search(r"[A-Z][\w.]*\s+$", before)
        and len(bare) > 3
        and found.match.group("after")[:1] in "'’,"
    )
