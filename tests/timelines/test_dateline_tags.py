"""The tags and filters that templates draw and word dates with."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template

from tests.timelines.dates import dated, mark
from timelines.drawing import density_strip, mini_strip


def render(source: str, **context: object) -> str:
    """The template with the tags loaded."""
    return Template("{% load dateline %}" + source).render(Context(context))


def test_dates_may_be_objects_mappings_or_text() -> None:
    item = {
        "edtf": "2024",
        "mod": "START",
        "earliest": date(2024, 1, 1),
        "latest": date(2024, 4, 30),
        "status": "planned",
    }
    assert render("{{ item|date_words }}", item=item) == "early 2024"
    assert render("{{ item|dated_words }}", item=item) == "planned for early 2024"
    assert render("{{ item|machine_date }}", item=item) == "2024"
    assert render("{{ item|date_words }}", item=dated("2019-06")) == "June 2019"
    assert render("{{ item|date_words }}", item="2019-06-29") == "29 June 2019"


def test_an_empty_mod_is_none() -> None:
    assert render("{{ item|date_words }}", item={"edtf": "2024", "mod": ""}) == "2024"


def test_day_words() -> None:
    assert render("{{ day|day_words }}{{ none|day_words }}", day=date(2022, 4, 9), none=None) == "9 April 2022"


def test_rule_is_hidden_from_screen_readers_and_styled_by_classes_alone() -> None:
    svg = render("{% precision_rule item %}", item={**vars(dated("2019-06")), "status": "planned"})
    assert 'aria-hidden="true"' in svg
    assert "rule__bar--planned" in svg
    assert "style" not in svg
    assert 'width="72"' in svg


def test_rule_of_a_text_reads_its_days() -> None:
    assert 'd="M75 2h15v5h-15z"' in render('{% precision_rule "2019-06" 180 %}')
    assert "rule__bar" not in render('{% precision_rule "nonsense" %}')


def test_strip_has_words_for_each_jump() -> None:
    strip = density_strip([mark("2019", href="#y-2019"), mark("2024", href="#y-2024", state="check", flag=True)])
    svg = render('{% density_strip strip "Jump to a year" %}', strip=strip)
    assert 'role="group" aria-label="Jump to a year"' in svg
    assert 'href="#y-2019" aria-label="2019: 1 event"' in svg
    assert "strip__bar--check" in svg
    assert "strip__flag" in svg
    assert "style" not in svg


def test_strip_without_jumps_is_hidden() -> None:
    assert 'aria-hidden="true"' in render("{% density_strip strip %}", strip=density_strip([mark("2019")]))


def test_mini_strip_takes_marks_or_a_strip() -> None:
    marks = [mark("2019"), mark("2024")]
    assert render("{% mini_strip marks %}", marks=marks) == render("{% mini_strip marks %}", marks=mini_strip(marks))
    assert render("{% mini_strip marks %}", marks=[]).strip() == ""


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("Three resignations, in words", "Three resignations,|in words"),
        ("Plain", "Plain"),
        ("10,000 days: a story", "10,000 days:|a story"),
    ],
)
def test_phrases_end_where_a_line_may(title: str, phrases: str) -> None:
    assert render("{{ title|phrases|join:'|' }}", title=title) == phrases


def test_numbers_in_drawings_ignore_the_language(settings: object) -> None:
    settings.LANGUAGE_CODE = "de"  # type: ignore[attr-defined]
    assert render("{{ x|num }}", x=1234.5) == "1234.5"
