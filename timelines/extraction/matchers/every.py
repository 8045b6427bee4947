"""Daily, every Tuesday, each July, annually, twice a week, 200 cars a week."""

from __future__ import annotations

from timelines.extraction import parts
from timelines.extraction.languages import Language, word_set
from timelines.extraction.lengths import length
from timelines.extraction.meanings import Candidate, Found, Text

NAME = "set"
_ADVERBS = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
    "nightly": "P1D",
    "fortnightly": "P2W",
}


def read(found: Found, language: Language) -> Candidate | None:
    """What repeats itself has no date."""
    value = _share(found, language) if found.get("share") else _value(found, language)
    return Candidate(found.match.start(), found.match.end(), NAME, Text("SET", value)) if value else None


def _value(found: Found, language: Language) -> str | None:
    if found.get("adverb"):
        return None if _is_rate(found) else _ADVERBS[found.get("adverb")]
    if found.get("night"):
        return "XXXX-XX-XXTNI"
    if found.get("rate") or found.get("per"):
        unit = language.words.units.get(found.get("rate") or found.get("per"), "year")
        return length(1, unit)
    if found.get("weekday"):
        day = language.words.weekdays.get(found.get("weekday").rstrip("."))
        part = parts.part(found.get("wpart"), language) if found.get("wpart") else None
        return None if day is None else f"XXXX-WXX-{day + 1}" + (f"T{part}" if part else "")
    if found.get("month"):
        month = parts.month(found.get("month"), language)
        return f"XXXX-{month:02d}" if month and found.match.group("month")[0].isupper() else None
    if found.get("season"):
        return f"XXXX-{language.words.seasons[found.get('season')]}"
    if found.get("part"):
        return f"XXXX-XX-XXT{parts.part(found.get('part'), language)}"
    return _unit(found, language)


def _is_rate(found: Found) -> bool:
    """ "to rise 8.5% annually", "the average daily volume" measure; they tell of nothing that comes again."""
    before = found.text[max(0, found.match.start() - 24) : found.match.start()].lower()
    return before.endswith("average ") or (found.get("adverb") == "annually" and any(map(str.isdigit, before)))


def _share(found: Found, language: Language) -> str | None:
    return length(1, language.words.units[found.get("share")]) if _counts_things(found, language) else None


def _counts_things(found: Found, language: Language) -> bool:
    """ "200 cars a week": so many things before it, none of them money or time, and nothing that lasted so long."""
    before = found.text[max(0, found.match.start() - _LOOK) : found.match.start()].split()
    if len(before) < 2 or _LASTED.intersection(before):
        return False
    things = before[-1]
    if not things.isalpha() or not things.endswith("s") or things.endswith("ss") or things.lower() in _MEASURES:
        return False
    return any(word[0].isdigit() or word.lower() in language.words.numbers for word in before[-4:-1] if word != "a")


_LOOK = 50
_LASTED = word_set("took take takes taking gave give gives given giving allowed spent bought needed within of")
_MEASURES = word_set(
    "dollars pounds euros cents francs marks shares times hours days nights weeks months minutes tons tonnes barrels "
    "has was is its this his us as"
)


def _unit(found: Found, language: Language) -> str | None:
    unit = language.words.units[found.get("unit")]
    if unit == "second" or found.get("few"):
        return None
    number = parts.number(found.get("n"), language) if found.get("n") else 1.0
    if found.get("other") in ("other", "second"):
        number = 2.0
    return length(number or 1.0, unit)
