"""Measure the public page: kept ready against a static file, made anew, and what a reader's phone has to load.

    python -m bench.public

In one run on one machine: the page of 500 events against the same bytes as a static file, both from the same gunicorn,
started as `make run` starts it (2 workers, 4 threads each) and asked in turns over the same number of kept-open
connections. Everything runs on a database and a folder of its own that are thrown away.
"""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SIZES = (60, 500, 2_000)
CONNECTIONS, ROUNDS, SECONDS = 4, 5, 1.5
TIMES = 7
"""Pages made anew at each size; the median is printed."""
PACKED = {"Accept-Encoding": "gzip"}
SMALLEST = {"Accept-Encoding": "gzip, br"}
"""What browsers send over HTTPS."""


def main() -> None:
    """Print the three tables."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        port = set_up(folder)
        print_weight(port)
        print_made_anew(port)
        print_against_static(port)


def set_up(folder: str) -> int:
    """Django on an empty SQLite database in `folder` with a timeline of each size. The port to serve them on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    os.environ.update(
        DJANGO_SETTINGS_MODULE="editorial.settings", DATELINE_VAR=folder, ALLOWED_HOSTS="127.0.0.1", DEBUG="off"
    )
    os.environ.setdefault("SECRET_KEY", "bench")
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    import django

    django.setup()
    from django.core.management import call_command

    from bench._stories import make_published

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    for size in SIZES:
        make_published(size)
    return port


@contextmanager
def served(port: int) -> Iterator[None]:
    """The web server as the product starts it, until the block ends."""
    command = [
        *(sys.executable, "-m", "gunicorn", "editorial.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "error"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--no-control-socket"),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            for _ in range(300):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield
        finally:
            server.terminate()


# --- What is measured -----------------------------------------------------------------------------------------


def print_weight(port: int) -> None:
    """Kilobytes over the line, as browsers get them over HTTPS, and over plain HTTP, where they take gzip alone."""
    from django.conf import settings

    page, gzipped = fetched(port, 500, SMALLEST), fetched(port, 500, PACKED)
    html = fetched(port, 500, {})
    print(f"A page of 500 events: {len(page) / 1000:.1f} kB compressed ({len(html) / 1000:.0f} kB unpacked)")
    print(f"  by gzip {len(gzipped) / 1000:.1f} kB")
    paths = sorted(set(re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', html.decode())))
    root: Path = settings.STATIC_ROOT
    sizes = {"css": 0, "js": 0, "svg": 0}
    for path in paths:
        packed = root / f"{path}.br"
        sizes[path.rpartition(".")[2]] += (packed if packed.exists() else root / path).stat().st_size
    # The italic is fetched for what is planned alone; the larger cuts for letters that no English page has.
    cuts = [path for path in (root / "fonts").glob("reader-*-core.*.woff2") if path.name.count(".") == 2]
    fonts = sum(cut.stat().st_size for cut in cuts if "italic" not in cut.name or b"event--ahead" in html)
    print(f"  apart: CSS {sizes['css'] / 1000:.1f} kB, JS {sizes['js'] / 1000:.1f} kB, fonts {fonts / 1000:.1f} kB")
    print(f"  together {(len(page) + sum(sizes.values()) + fonts) / 1000:.1f} kB")


def print_made_anew(port: int) -> None:
    """Milliseconds for a page that nobody has made yet."""
    from django.core.cache import caches

    from timelines import kept

    print(f"Made anew, packed and kept, through all middleware, median of {TIMES}, in ms")
    print(f"  {'':12}{'by the clock':>14}{'of one core':>14}")
    for size in SIZES:
        clock, core = [], []
        for _ in range(TIMES):
            kept.memory.clear()
            caches["pages"].clear()
            began = time.perf_counter(), time.process_time()
            fetched(port, size, PACKED)
            clock.append(1000 * (time.perf_counter() - began[0]))
            core.append(1000 * (time.process_time() - began[1]))
        print(f"  {f'{size:,} events':12}{statistics.median(clock):14.0f}{statistics.median(core):14.0f}")


def print_against_static(port: int) -> None:
    """Answers a second, the page and the file in turns."""
    from django.conf import settings

    (settings.STATIC_ROOT / "page.html").write_bytes(fetched(port, 500, {}))
    (settings.STATIC_ROOT / "page.html.gz").write_bytes(fetched(port, 500, PACKED))
    with served(port):
        page, file = "/t/story-500/", "/static/page.html"
        if asked(port, page) != asked(port, file):
            raise SystemExit("The page and the file are not the same bytes.")
        measure(port, page, 1.0)
        measure(port, file, 1.0)
        rounds = [(measure(port, page, SECONDS), measure(port, file, SECONDS)) for _ in range(ROUNDS)]
    pages, files = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(page / file for page, file in rounds)
    print(f"500 events over {CONNECTIONS} connections, in turns, median of {ROUNDS} rounds, answers a second")
    print(f"  {'page kept ready':32}{pages:9,.0f}")
    print(f"  {'the same bytes as a static file':32}{files:9,.0f}")
    print(f"  {'page : file':32}{ratio:9.2f}")


def fetched(port: int, size: int, headers: dict[str, str]) -> bytes:
    """The page's bytes from Django itself, at the address the server will have."""
    from django.test import Client

    response: Any = Client().get(f"/t/story-{size}/", headers={**headers, "Host": f"127.0.0.1:{port}"})
    if response.status_code != 200:
        raise SystemExit(f"story-{size} answered {response.status_code}")
    return bytes(response.content)


# --- Asking ---------------------------------------------------------------------------------------------------


def measure(port: int, path: str, seconds: float) -> float:
    """Answers a second over `CONNECTIONS` kept-open connections."""
    counts = [0] * CONNECTIONS
    until = time.perf_counter() + seconds

    def ask(number: int) -> None:
        with Line(port) as line:
            while time.perf_counter() < until:
                line.ask(path)
                counts[number] += 1

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(CONNECTIONS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - began)


def asked(port: int, path: str) -> bytes:
    """One answer's body."""
    with Line(port) as line:
        return line.ask(path)


class Line:
    """A connection kept open; as little of it in Python as can be, since the machine is the server's too."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        if self._socket:
            self._socket.close()

    def ask(self, path: str) -> bytes:
        """The body of the answer, packed. Raises `SystemExit` for anything but 200."""
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self._port))
        host = f"127.0.0.1:{self._port}"
        self._socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        got = b""
        while b"\r\n\r\n" not in got:
            more = self._socket.recv(65536)
            if not more:
                raise SystemExit("The server hung up.")
            got += more
        head, _, body = got.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"{path}: {head[:200]!r}")
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
        missing = int(length[1]) - len(body) if length else 0
        parts = [body]
        while missing > 0:
            parts.append(self._socket.recv(min(missing, 262144)))
            missing -= len(parts[-1])
        if b"connection: close" in head.lower():
            self._socket.close()
            self._socket = None
        return b"".join(parts)


if __name__ == "__main__":
    main()
