"""From what was found to a Draft: cleaned, measured, its language told."""

from __future__ import annotations

import re
from datetime import date

from editorial.readers.cleaning import clean, one_line
from editorial.readers.draft import Draft
from editorial.readers.guarded.found import Found
from editorial.readers.guarded.refusal import no_text, too_much_text
from editorial.readers.language import language_of
from editorial.readers.limits import Limits


def draft(found: Found, media_type: str, limits: Limits) -> Draft:
    """The Draft of what a reader found. Raises Refused when no text is left or there is too much of it."""
    text = clean(found.text)
    # Words, not marks: a zero-width space or a rule of dashes is no article.
    if not re.search(r"\w", text):
        raise no_text()
    if len(text) > limits.text_chars:
        raise too_much_text(limits.text_chars)
    return Draft(
        text=text,
        title=one_line(found.title),
        byline=one_line(found.byline),
        publisher=one_line(found.publisher),
        published=date.fromisoformat(found.published) if found.published else None,
        language=language_of(text, found.language),
        url=found.url if re.match(r"https?://[^\s\x00-\x1f]+$", found.url) else "",
        media_type=media_type,
    )
