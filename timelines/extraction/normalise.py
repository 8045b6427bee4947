"""The one seam to dateparser: it reads explicit dates, on matched spans only, always with ``languages`` given.

dateparser needs 0.4 to 0.7 ms a span, so it is asked once for each shape ("June 29, 2019" and "June 3, 1998" are the
shape "june 11, 2001") and the answer is kept; the digits are then put in and checked here.

Measured wrong or silent in dateparser 1.5 (``languages=["en"]``), where our own rules stand:

* it fills in what was not said: "June 2019" becomes a day of June, "2019" today's day and month;
* "31 June 2019" is read as another day or not at all, "February 225" as the year 225 or 2025 by chance;
* "last week", "two weeks ago", "last year": a single day, where news means a week, a day, a year;
* "next Tuesday", "Tuesday last week", "this Tuesday": silent, or the past Tuesday;
* "the 1990s", "19th century", "third quarter of 2019", "summer 2020", "early June", "mid-2019": silent or wrong;
* "Christmas Day", "Thanksgiving" and other named days: silent;
* "two days later", "that year", "the previous month": counted from the reference day, not from the text;
* a weekday or a month without year goes by a fixed preference, never by the tense of the sentence;
* "may", "sun", "sat", "second" and bare numbers are taken for dates anywhere.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from dateparser.date import DateDataParser

_PROBE = datetime(2001, 10, 11)
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=8)
def _parser(language: str) -> DateDataParser:
    return DateDataParser(
        languages=[language],
        settings={
            "RELATIVE_BASE": _PROBE,
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_DATES_FROM": "past",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "DATE_ORDER": "MDY",
        },
    )


@lru_cache(maxsize=2048)
def month_of(words: str, language: str) -> int | None:
    """The month (1 to 12) in the words of a month and a day or year without digits' values: "June", "Sept."."""
    found = _parser(language).get_date_data(f"{words.rstrip('.')} 2001").date_obj
    return found.month if found and found.year == 2001 else None


@lru_cache(maxsize=256)
def day_shift(word: str, language: str) -> int | None:
    """How many days a day word is from the reference day: "yesterday" is -1. None where dateparser is silent."""
    found = _parser(language).get_date_data(word).date_obj
    return (found.date() - _PROBE.date()).days if found else None
