"""Whether database, broker and worker answer, asked within a time limit whatever is down."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import cache

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from kombu.exceptions import KombuError

from editorial.celery import app

OK = "ok"
LIMIT = 2.0
"""Seconds after which a part that has said nothing counts as down."""


def check() -> dict[str, str]:
    """The state of each part: "ok", or "down: " and why. No names, addresses or secrets in it."""
    return _within(LIMIT, {"database": _database, "broker": _broker, "worker": _worker})


def _database() -> str:
    """Whether it answers and has the tables this code needs."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        return "down: does not answer"
    finally:
        connection.close()  # this thread's own
    return OK if _known_migrations() <= set(applied) else "down: migrations are waiting; run manage.py migrate"


@cache
def _known_migrations() -> frozenset[tuple[str, str]]:
    """What this code would migrate to; fixed as long as the process lives."""
    return frozenset(MigrationLoader(None).disk_migrations)


def _broker() -> str:
    """Whether it answers a ping."""
    client = redis.Redis.from_url(
        settings.REDIS_URL or f"unix://{settings.BROKER_SOCKET}", socket_timeout=1, socket_connect_timeout=1
    )
    try:
        client.ping()
    except redis.RedisError:
        return "down: does not answer"
    finally:
        client.close()
    return OK


def _worker() -> str:
    """Whether at least one worker answers; its main process does so even while it reads."""
    try:
        answers = app.control.ping(timeout=1.0, limit=1)
    except (KombuError, redis.RedisError, OSError):
        return "down: cannot be asked, for the broker does not answer"
    return OK if answers else "down: no worker answers"


_asking = {part: threading.Lock() for part in ("database", "broker", "worker")}
"""Held while a part is asked, so that one which hangs is asked once and not once for every visitor."""


def _within(seconds: float, questions: dict[str, Callable[[], str]]) -> dict[str, str]:
    """Ask all at once, each in a thread of its own; who has not answered in time is down."""
    answers = dict.fromkeys(questions, "down: does not answer in time")

    def ask(part: str) -> None:
        if not _asking[part].acquire(timeout=seconds):
            return
        try:
            answers[part] = questions[part]()
        finally:
            _asking[part].release()

    threads = [threading.Thread(target=ask, args=(part,), daemon=True) for part in questions]
    deadline = time.monotonic() + seconds
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0, deadline - time.monotonic()))
    return dict(answers)
