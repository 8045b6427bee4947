"""The API does what its OpenAPI document says, whatever it is asked: schemathesis makes up the questions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.timelines.editions import day, entry, make_edition, source
from timelines.models import Correction

EXAMPLES = 15
"""Made-up questions for each address and phase."""


@pytest.mark.django_db(transaction=True)
def test_nothing_it_is_asked_finds_it_out(live_server: LiveServer, tmp_path: Path) -> None:
    edition = make_edition(
        entry(1, "2019-06-29", "The council votes", source("On 29 June.", "29 June")),
        entry(2, "2020~", "About then", source("In 2020.", edtf="2020"), source("In 2022.", edtf="2022", article=2)),
        entry(3, "2022-02/..", "Since then", mod="APPROX"),
        *(entry(10 + number, day(30 * number), "And on") for number in range(60)),
    )
    Correction.objects.create(edition=edition, text="It was 41 m.")
    command = [
        *(sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "run"),
        *(f"{live_server.url}/api/v1/openapi.json", "--checks", "all", "--max-examples", str(EXAMPLES)),
        *("--seed", "1", "--no-color", "--generation-database", "none"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "No issues found" in done.stdout
