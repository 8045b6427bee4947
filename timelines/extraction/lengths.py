"""Lengths of time as TIMEX3 writes them: P2W, PT30M, P2Y6M, PXD."""

from __future__ import annotations

_FORMS = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "fortnight": "P{}W",
    "weekend": "P{}WE",
    "month": "P{}M",
    "quarter": "P{}Q",
    "half": "P{}M",
    "year": "P{}Y",
    "decade": "P{}Y",
    "century": "P{}Y",
    "millennium": "P{}Y",
}
_TIMES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000, "half": 6}
_HALVES = {"year": "6M", "hour": "30M", "day": "T12H", "minute": "30S"}
_VAGUE = {"decade": "PXE", "century": "PXC", "millennium": "PXL", "fortnight": "PXW"}


def length(number: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; None stands for "some"."""
    if number is None:
        return _VAGUE.get(unit) or _FORMS[unit].format("X")
    number *= _TIMES.get(unit, 1)
    whole = int(number)
    half = number - whole == 0.5 and unit in _HALVES
    if half:
        rest = _HALVES[unit]
        return (
            _FORMS[unit].format(whole) + rest if whole else ("PT" + rest if unit in ("hour", "minute") else "P" + rest)
        )
    return _FORMS[unit].format(whole if number == whole else f"{number:.10g}")
