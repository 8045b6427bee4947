"""What tests of the desk may ask for."""

from __future__ import annotations

import pytest

from editorial import ordering, renumbering


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gaps so small that they are used up all the time."""
    for module in (ordering, renumbering):
        monkeypatch.setattr(module, "STEP", 4)
    monkeypatch.setattr(ordering, "NEAR", 1)
