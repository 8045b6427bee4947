"""What becomes of the rows."""

from __future__ import annotations

import pytest

from editorial.importing import parse, save
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("edtf", "said", "status"),
    [
        ("2019", "", "past"),
        ("2500-01-01", "", "planned"),
        ("2019/2500", "", "past"),
        ("2500", "past", "past"),
        ("2019", "planned", "planned"),
        ("2500", "nonsense", "planned"),
    ],
)
def test_what_is_dated_ahead_is_planned_unless_the_file_says_else(edtf: str, said: str, status: str) -> None:
    found = parse(f"date,headline,status\n{edtf},A vote,{said}".encode())
    timeline = save(found, "a-vote", make_user())
    assert timeline.entries.get().event.status == status
