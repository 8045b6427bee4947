"""Whatever happens to a worker, each article is read, once."""

from __future__ import annotations

import os
import signal

from tests.faults import FATAL
from tests.faults.conftest import Newsroom
from tests.stack import wait_for

TWO_DATES = (2, 2)
"""Citations and expressions of an article as `bring_in` writes it."""


def test_worker_killed_in_the_middle_is_replaced_and_the_article_read_once(newsroom: Newsroom) -> None:
    worker = newsroom.stack.children("celery -A editorial worker")[0]
    with newsroom.shut_gate():
        [job] = newsroom.bring_in()
        wait_for("a reader at the gate", newsroom.readers, 10)
        os.killpg(worker, signal.SIGKILL)
        for mark in newsroom.stack.var.glob("reading-*"):
            mark.unlink()
    newsroom.wait_until("done", [job])
    assert newsroom.state(job) == ("done", 2, *TWO_DATES)


def test_reader_killed_in_the_middle_is_replaced_and_the_article_read_once(newsroom: Newsroom) -> None:
    with newsroom.shut_gate():
        [job] = newsroom.bring_in()
        [reader] = wait_for("a reader at the gate", newsroom.readers, 10)
        os.kill(reader, signal.SIGKILL)
        (newsroom.stack.var / f"reading-{reader}").unlink()
    newsroom.wait_until("done", [job])
    assert newsroom.state(job) == ("done", 2, *TWO_DATES)


def test_text_that_kills_every_reader_is_set_aside_and_the_others_go_on(newsroom: Newsroom) -> None:
    [deadly] = newsroom.bring_in(FATAL)
    others = newsroom.bring_in(count=3)
    newsroom.wait_until("done", others)
    newsroom.wait_until("quarantined", [deadly], 60)
    assert newsroom.state(deadly) == ("quarantined", 3, 0, 0)
    assert "3 times" in newsroom.stack.ask(f"Job.objects.get(pk={deadly}).reason")


def test_the_same_message_five_times_gives_one_result(newsroom: Newsroom) -> None:
    with newsroom.shut_gate():
        [job] = newsroom.bring_in()
        wait_for("a reader at the gate", newsroom.readers, 10)
        send = "from editorial.tasks import extract_article as task; "
        newsroom.stack.manage("shell", "--no-imports", "-c", send + f"[task.delay({job}, 1) for _ in range(5)]")
    newsroom.wait_until("done", [job])
    later = newsroom.bring_in()
    newsroom.wait_until("done", later)  # so the five have been taken too: the queue is read in order
    assert newsroom.state(job) == ("done", 1, *TWO_DATES)
