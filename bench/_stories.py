"""Published timelines to measure with: any number of events, worded at random from ordinary words, always the same.

A text made of one sentence over and over would pack to nothing; here common words are common and rare ones rare, so
that a page packs about as well as a newspaper's.
"""

from __future__ import annotations

import random
import re
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

FIRST_DAY, DAYS = date(2005, 1, 1), 7_300
EVENTS_PER_ARTICLE = 4
PUBLISHERS = ("The Harbour News", "Evening Courier", "River Post", "Wikinews", "The Bridge Gazette", "Coast Radio")
_TEXTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")


def make_published(events: int) -> Any:
    """A live Edition, slug `story-<events>`."""
    from timelines import search
    from timelines.models import Edition, Timeline

    chance = random.Random(events)  # noqa: S311 - words, not secrets
    words = Words(chance)
    title = f"The bridge over the river: {events:,} days and years"
    timeline = Timeline.objects.create(slug=f"story-{events}", title=title)
    content = {
        "schema": 1,
        "title": title,
        "standfirst": words.sentence(18),
        "byline": "the City desk",
        "entries": [_entry(number, events, words, chance) for number in range(events)],
    }
    edition = Edition.objects.create(
        timeline=timeline, number=1, slug=timeline.slug, title=title, content=content,
        published_at=datetime(2025, 2, 10, 9, 30, tzinfo=UTC),
    )  # fmt: skip
    timeline.live_edition, timeline.state = edition, Timeline.State.PUBLISHED
    timeline.save()
    search.index(edition)
    return edition


class Words:
    """Sentences of words as frequent as their rank allows (Zipf)."""

    def __init__(self, chance: random.Random) -> None:
        root = Path(__file__).resolve().parent.parent
        text = " ".join((root / name).read_text() for name in _TEXTS)
        self._words = sorted({word.lower() for word in re.findall(r"[A-Za-z]{2,12}", text)})
        chance.shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))
        self._chance = chance

    def sentence(self, length: int) -> str:
        """About so many words and a full stop."""
        count = max(3, round(self._chance.gauss(length, length / 4)))
        text = " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))
        return f"{text[:1].upper()}{text[1:]}."


def _entry(number: int, of: int, words: Words, chance: random.Random) -> dict[str, Any]:
    """Mostly days, every fifth a month, every tenth a year; two thirds with a text, a third with a second source."""
    day = FIRST_DAY + timedelta(days=DAYS * number // of)
    edtf = f"{day.year}" if number % 10 == 9 else f"{day:%Y-%m}" if number % 5 == 3 else day.isoformat()
    first, last = day, day
    if len(edtf) == 7:
        first, last = day.replace(day=1), (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    elif len(edtf) == 4:
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    return {
        "id": number + 1, "edtf": edtf, "mod": None, "earliest": first.isoformat(), "latest": last.isoformat(),
        "headline": words.sentence(8).rstrip("."), "description": words.sentence(20) if number % 3 else "",
        "status": "past",
        "sources": [_source(number, words, chance, edtf) for _ in range(1 if number % 3 else 2)],
    }  # fmt: skip


def _source(number: int, words: Words, chance: random.Random, edtf: str) -> dict[str, Any]:
    article = chance.randrange(max(1, number // EVENTS_PER_ARTICLE + 1))
    quote = f"{words.sentence(10)[:-1]} on that day {words.sentence(8).lower()}"
    start = quote.index("on that day")
    return {
        "article": article, "title": f"Report {article} of the council on the bridge",
        "publisher": PUBLISHERS[article % len(PUBLISHERS)], "published": "2025-02-07",
        "url": f"https://news.example/{article}/report-of-the-council", "quote": quote,
        "mark": {"start": start, "end": start + 11}, "words": "on that day", "edtf": edtf, "mod": None, "note": "",
    }  # fmt: skip
