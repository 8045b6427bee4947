"""The extraction engine: dated statements out of news text. Plain Python: no Django, no clock, no network.

>>> from datetime import date
>>> extract("Troops left on Tuesday.", date(2019, 6, 28)).expressions[0].edtf
'2019-06-25'
"""

from __future__ import annotations

from timelines.extraction.edtf import Bounds, bounds, is_valid, precision
from timelines.extraction.engine import extract
from timelines.extraction.typed import read_date
from timelines.extraction.types import (
    Block,
    DateWarning,
    Expression,
    Extraction,
    ProposedEvent,
    Reading,
    Span,
    UnreadableDate,
)

__all__ = [
    "Block",
    "Bounds",
    "DateWarning",
    "Expression",
    "Extraction",
    "ProposedEvent",
    "Reading",
    "Span",
    "UnreadableDate",
    "bounds",
    "extract",
    "is_valid",
    "precision",
    "read_date",
]
