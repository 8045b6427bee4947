"""Dates in templates: their words, their drawings, and links that can do no harm."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from django import template
from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timelines import drawing, wording
from timelines.extraction.edtf import bounds, is_valid

register = template.Library()

_NOT_IN_LINKS = re.compile(r"""[\s<>"{}|\\^`\u0000-\u0020\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]""")


@register.filter
def num(value: float) -> str:
    """A number for SVG, whatever the language: hundredths at most, a point, no trailing zeros."""
    return drawing.num(value)


@register.filter
def date_words(dated: Any) -> str:
    """The words for an EDTF string, or for anything with `edtf`, `mod` and `status`: "29 June 2019"."""
    edtf, mod, status = _date_of(dated)
    return wording.date_words(edtf, mod, status=status)


@register.filter
def dated_words(dated: Any) -> str:
    """As `date_words`, with "planned for" before what was planned."""
    edtf, mod, status = _date_of(dated)
    return wording.dated_words(edtf, mod, status=status)


@register.filter
def machine_date(dated: Any) -> str | None:
    """What `<time datetime>` may hold, or None."""
    edtf, mod, _ = _date_of(dated)
    return wording.machine_date(edtf, mod)


@register.filter(expects_localtime=True)
def machine_moment(moment: datetime) -> str:
    """A moment for `<time datetime>`: to the second, for HTML knows no microseconds."""
    return moment.isoformat(timespec="seconds")


@register.filter
def day_words(day: date | None) -> str:
    """A calendar day: "9 April 2022"; empty for None."""
    return wording.date_words(f"{day:%Y-%m-%d}") if day else ""


@register.filter
def phrases(title: str) -> list[str]:
    """A title cut after its commas and colons, where a line may best end."""
    return re.split(r"(?<=[,:;]) ", title)


@register.filter
def web_link(url: str | None) -> str:
    """The address where it is http or https and has a host, else empty: nothing else becomes a link.

    What an address cannot hold (spaces, quotes, brackets) is percent-encoded, as browsers do it.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return _NOT_IN_LINKS.sub(lambda found: quote(found[0]), url or "")


@register.simple_tag
def precision_rule(dated: Any, year: float = 72) -> SafeString:
    """The precision rule of anything with `edtf`, `mod`, `earliest`, `latest` and `status`, or of an EDTF string."""
    edtf, mod, status = _date_of(dated)
    if isinstance(dated, str):
        earliest, latest = bounds(edtf) if is_valid(edtf) else (None, None)
    else:
        earliest, latest = _get(dated, "earliest"), _get(dated, "latest")
    return _rule(drawing.precision_rule(edtf, mod, earliest, latest, status, year=year))


@register.inclusion_tag("timelines/drawing/strip.html")
def density_strip(strip: drawing.Strip | None, label: str = "Events by year", extra: str = "") -> dict[str, Any]:
    """A strip made by `drawing.density_strip`; `extra` is a class more."""
    return {"strip": strip, "label": label, "extra": extra}


@register.inclusion_tag("timelines/drawing/mini.html")
def mini_strip(strip: drawing.Strip | Sequence[drawing.Mark] | None) -> dict[str, Any]:
    """A strip made by `drawing.mini_strip`, or the marks to make one of."""
    return {"strip": strip if strip is None or isinstance(strip, drawing.Strip) else drawing.mini_strip(strip)}


@lru_cache(maxsize=8192)
def _rule(rule: drawing.Rule) -> SafeString:
    """As SVG. Written here, not in a template: a page may hold thousands."""
    bars = format_html_join("", '<path class="rule__bar{}" d="{}"/>', ((_LOOKS[bar.look], bar.d) for bar in rule.bars))
    return format_html(
        '<svg class="rule" width="{0}" height="{1}" viewBox="0 0 {0} {1}" aria-hidden="true" focusable="false">'
        '<path class="rule__axis" d="{2}"/>{3}</svg>',
        drawing.num(rule.width),
        rule.height,
        rule.axis,
        bars,
    )


_LOOKS: dict[drawing.Look, str] = {"plain": "", "about": "", "planned": " rule__bar--planned"}


def _date_of(dated: Any) -> tuple[str, str | None, str]:
    if isinstance(dated, str):
        return dated, None, "past"
    return _get(dated, "edtf") or "", _get(dated, "mod") or None, _get(dated, "status") or "past"


def _get(dated: Any, name: str) -> Any:
    return dated.get(name) if isinstance(dated, Mapping) else getattr(dated, name, None)


@register.simple_tag
def icon(name: str) -> SafeString:
    """The drawing of that name, as `{% include %}` would give it: a page of entries holds two thousand."""
    return _icon(name)


@lru_cache(maxsize=128)
def _icon(name: str) -> SafeString:
    # The files are ours and hold nothing to be filled in.
    return SafeString(get_template(f"icons/{name}.html").render().strip())
