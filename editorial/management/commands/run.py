"""`manage.py run`: everything Dateline needs on one machine, started together and ended together."""

from __future__ import annotations

import errno
import fcntl
import http.client
import json
import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from editorial import broker
from editorial.management.commands.make_demo import PASSWORD_FILE
from editorial.supervisor import Child, ChildDied, Stopped, Supervisor

HOST = "127.0.0.1"
CELERY = [sys.executable, "-m", "celery", "-A", "editorial"]
BROKER_SECONDS, READY_SECONDS = 15, 60
"""How long the broker, and then everything together, may take to answer."""


class Command(BaseCommand):
    """Broker, database, worker, scheduler and web server; see `handle`."""

    help = "Starts Dateline: broker, Celery worker and beat, web server. Ctrl-C ends all of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option: where to listen."""
        parser.add_argument("--port", type=int, default=8000, help="port of the web server, 8000 unless told")

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        """Start, say where it is, watch, end. Raises `CommandError` with a sentence where it cannot."""
        if settings.DEBUG:
            os.environ.setdefault("SITE_URL", f"http://{HOST}:{port}")  # for the links in the worker's letters
        os.umask(0o077)  # what is written under var/ is for this user alone
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        if not settings.ALLOWED_HOSTS:
            raise CommandError(
                "With DEBUG off, set ALLOWED_HOSTS to the names this server is called by, separated by commas."
            )
        with _lock(settings.VAR_DIR / "run.lock", port):
            _check_port(port)
            try:
                with Supervisor(self.say) as supervisor:
                    self.start(supervisor, port)
                    supervisor.watch()
            except Stopped:
                self.say("Dateline has ended.")
            except ChildDied as death:
                raise CommandError(f"{death}\nEverything else was ended too.") from death

    def say(self, words: str) -> None:
        """One line on the terminal, at once."""
        self.stdout.write(words)
        self.stdout.flush()

    def start(self, supervisor: Supervisor, port: int) -> None:
        """Start everything in the order in which one needs the other, and wait until all answer."""
        logs = settings.VAR_DIR / "log"
        if not settings.REDIS_URL:
            supervisor.start(_broker(logs / "broker.log"))
            supervisor.wait_until(broker.answers, "The private broker does not answer", BROKER_SECONDS)
        call_command("migrate", verbosity=0, interactive=False)
        if settings.DEBUG:
            settings.STATIC_ROOT.mkdir(exist_ok=True)  # static files come from where they are written
            call_command("make_demo", stdout=self.stdout)
        else:
            call_command("collectstatic", verbosity=0, interactive=False)
        supervisor.pause(0)
        for child in _children(logs, port):
            supervisor.start(child)
        supervisor.wait_until(lambda: _state(port) == "ok", "Not everything answers", READY_SECONDS)
        self.say(f"Dateline is ready at http://{HOST}:{port}")
        if settings.DEBUG:
            self.say(f"Sign in as journalist or as moderator; the password of both is in {shown(PASSWORD_FILE)}")
        self.say(f"Logs are in {shown(logs)}. Ctrl-C ends everything.")


def shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _lock(path: Path, port: int) -> IO[str]:
    """Hold the folder for this process; the kernel lets go of it however the process ends."""
    holder = path.open("a+")
    try:
        fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder.seek(0)
        raise CommandError(
            f"Dateline is already running on {shown(path.parent)} ({holder.read().strip()}). "
            "End that one first, or set DATELINE_VAR to another folder."
        ) from error
    holder.truncate(0)
    holder.write(f"process {os.getpid()}, http://{HOST}:{port}\n")
    holder.flush()
    return holder


def _check_port(port: int) -> None:
    """Raises `CommandError` if nobody can listen there. Asked first, so that nothing is started in vain."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the web server will
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
            why = "is taken by another program" if taken else f"cannot be used ({error})"
            raise CommandError(f"Port {port} {why}. Choose another one: make run PORT=9000") from error


def _broker(log: Path) -> Child:
    """The private broker; Raises `CommandError` where there is none for this machine."""
    try:
        return Child("broker", broker.command(), log, needed_by_others=True)
    except broker.NoBroker as reason:
        raise CommandError(str(reason)) from reason


def _children(logs: Path, port: int) -> list[Child]:
    """Worker, scheduler and web server. The scheduler has a process of its own, so that its death is noticed."""
    worker = [*CELERY, "worker", "--pool", "prefork", "--concurrency", "2", "--queues", "extract,housekeeping",
              "--hostname", "dateline@%h", "--without-gossip", "--without-mingle", "--loglevel", "INFO"]  # fmt: skip
    beat = [*CELERY, "beat", "--loglevel", "INFO", "--pidfile="]
    web = [sys.executable, "-m", "gunicorn", "editorial.wsgi", "--bind", f"{HOST}:{port}", "--worker-class", "gthread",
           "--workers", "2", "--threads", "4", "--no-control-socket", "--access-logfile", "-"]  # fmt: skip
    return [
        Child("worker", worker, logs / "worker.log"),
        Child("scheduler", beat, logs / "scheduler.log"),
        Child("web server", web, logs / "web.log", restart=False),
    ]


def _state(port: int) -> str:
    """What /healthz says: "ok", "down", or "" while nobody listens."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": settings.ALLOWED_HOSTS[0].lstrip(".*") or HOST})
        return str(json.loads(connection.getresponse().read())["status"])
    except (OSError, http.client.HTTPException, ValueError, KeyError):
        return ""
    finally:
        connection.close()
