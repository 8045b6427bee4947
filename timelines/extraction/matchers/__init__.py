"""The matchers: one rule a module, each with a ``NAME`` and a ``read``; the pattern is the language's.

`MATCHERS` is the registry. Where two rules match the same stretch the longer wins, then the earlier in this list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timelines.extraction.languages import Language
from timelines.extraction.matchers import (
    ago,
    bare_day,
    century,
    clock,
    day_before,
    day_list,
    day_month,
    day_of_month,
    day_range,
    day_word,
    decade,
    duration,
    duration_bare,
    event_day,
    every,
    fiscal_year,
    holiday,
    iso_date,
    month,
    month_day,
    month_year,
    not_a_date,
    nth_weekday,
    numeric_date,
    part_of_day,
    period,
    quarter,
    reference,
    relative_unit,
    season,
    short_year,
    weekday,
    within,
    year,
    year_bc,
    year_words,
)
from timelines.extraction.meanings import Candidate, Found

Reader = Callable[[Found, Language], Candidate | tuple[Candidate, ...] | None]

_MODULES = (
    not_a_date,
    iso_date,
    numeric_date,
    day_list,
    day_range,
    month_day,
    day_month,
    day_of_month,
    bare_day,
    nth_weekday,
    month_year,
    month,
    event_day,
    fiscal_year,
    quarter,
    holiday,
    season,
    year_bc,
    year,
    year_words,
    short_year,
    decade,
    century,
    day_word,
    weekday,
    relative_unit,
    part_of_day,
    day_before,
    ago,
    within,
    every,
    period,
    reference,
    clock,
    duration,
    duration_bare,
)

MATCHERS: Mapping[str, Reader] = {module.NAME: module.read for module in _MODULES}
