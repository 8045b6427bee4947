"""All English patterns, by the name of the rule they belong to."""

from __future__ import annotations

from timelines.extraction.languages.en.absolute import ABSOLUTE
from timelines.extraction.languages.en.blocked import BLOCKED
from timelines.extraction.languages.en.relative import RELATIVE

PATTERNS = BLOCKED | ABSOLUTE | RELATIVE
