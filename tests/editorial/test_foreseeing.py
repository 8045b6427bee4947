"""Places that are asked for together with the entry."""

from __future__ import annotations

from datetime import date

import pytest
from django.test.utils import CaptureQueriesContext

from editorial import loading, ordering, renumbering
from editorial.foreseeing import Foresight
from tests.factories import make_entry, make_timeline
from timelines.models import Entry

pytestmark = pytest.mark.django_db


def foreseen(entry: Entry, day: date) -> Entry:
    """The entry, read with the place it would have on that day."""
    foresight = Foresight(entry.pk, day, day)
    found = loading.one(Entry.objects.filter(pk=entry.pk).annotate(**foresight.questions()))
    foresight.tell(found)
    return found


def three() -> list[Entry]:
    """Entries on three days, in order."""
    timeline = make_timeline()
    return [make_entry(timeline, edtf=f"2019-05-0{day}", position=day * renumbering.STEP) for day in (1, 3, 5)]


def test_what_was_foreseen_is_not_asked_again(django_assert_num_queries: CaptureQueriesContext) -> None:
    first, second, third = three()
    found = foreseen(first, date(2019, 5, 4))
    found.event.earliest = found.event.latest = date(2019, 5, 4)
    with django_assert_num_queries(0):  # type: ignore[operator]
        ordering.resettle(found)
    assert second.position < found.position < third.position


def test_what_comes_otherwise_is_asked_anew(django_assert_num_queries: CaptureQueriesContext) -> None:
    first, _, third = three()
    found = foreseen(first, date(2019, 5, 4))
    found.event.earliest = found.event.latest = date(2019, 5, 6)
    with django_assert_num_queries(1):  # type: ignore[operator]
        ordering.resettle(found)
    assert found.position > third.position
