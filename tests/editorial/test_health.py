"""`/healthz`: which part is down, within a time limit, to anybody, without secrets."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from editorial import health

pytestmark = pytest.mark.django_db


@pytest.fixture
def all_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker and a worker that answer; the real ones are asked in tests/faults."""
    monkeypatch.setattr(health, "_broker", lambda: health.OK)
    monkeypatch.setattr(health, "_worker", lambda: health.OK)


@pytest.fixture
def silent_broker(settings: LazySettings) -> Iterator[None]:
    """Something that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.REDIS_URL = f"redis://127.0.0.1:{server.getsockname()[1]}/0"
        yield


@pytest.mark.usefixtures("all_well")
def test_all_well(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "broker": "ok", "worker": "ok"}
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_nothing_is_changed_there(client: Client) -> None:
    assert client.post("/healthz").status_code == 405


def test_broker_that_is_not_there_is_named_and_nothing_else_is_told(client: Client, settings: LazySettings) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 503
    parts = answer.json()
    assert parts["status"] == "down"
    assert parts["database"] == "ok"
    assert parts["broker"] == "down: does not answer"
    assert str(settings.VAR_DIR) not in answer.text


@pytest.mark.usefixtures("silent_broker")
def test_broker_that_never_answers_does_not_hold_the_answer_up(client: Client) -> None:
    started = time.monotonic()
    answer = client.get("/healthz")
    assert time.monotonic() - started < 3
    assert answer.status_code == 503
    assert answer.json()["broker"].startswith("down: does not answer")


def test_no_worker_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_broker", lambda: health.OK)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["worker"] == "down: no worker answers"


@pytest.mark.usefixtures("all_well")
def test_waiting_migrations_count_as_down(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    known = health._known_migrations() | {("timelines", "9999_from_tomorrow")}
    monkeypatch.setattr(health, "_known_migrations", lambda: known)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "down: migrations are waiting; run manage.py migrate"


@pytest.mark.usefixtures("all_well")
def test_database_that_fails_is_named_without_its_words(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: MigrationRecorder) -> None:
        raise DatabaseError("connection to db.example as someone failed")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", fail)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "down: does not answer"
    assert "db.example" not in answer.text


@pytest.mark.usefixtures("all_well")
def test_a_part_that_hangs_is_asked_once_not_once_a_visitor(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, let_go = [], threading.Event()

    def hang() -> str:
        asked.append(1)
        let_go.wait(30)
        return health.OK

    monkeypatch.setattr(health, "_database", hang)
    monkeypatch.setattr(health, "LIMIT", 0.3)
    started = time.monotonic()
    answers = [client.get("/healthz") for _ in range(3)]
    took = time.monotonic() - started
    let_go.set()
    assert [answer.json()["database"] for answer in answers] == ["down: does not answer in time"] * 3
    assert len(asked) == 1
    assert took < 2
