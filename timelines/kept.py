"""Finished pages, kept ready: what a page depends on, the bytes once made, and where they are kept.

A page is kept under all that it is made of: the code, the site's address, its own address, and what the database says
of the Edition behind it (`of_timeline`, `of_all`). Whatever changes gives another key, so nothing is ever taken back:
what nobody asks for any more falls out by age. Each process keeps the most recent pages in memory; all processes share
the cache named "pages", so that a page is made once.
"""

from __future__ import annotations

import gzip
import hashlib
import logging
import re
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from django.conf import settings
from django.core.cache import caches
from django.db.models import Count, Max, Sum
from redis import RedisError

from timelines.models import Correction, Edition, Topic

MEMORY = 48 * 1024 * 1024
"""Bytes of pages each process keeps at most. 500 events with their sources take about 150 kB, both ways of packing."""

EFFORT = 9
"""How hard brotli tries, of 11: 11 makes a page a tenth smaller yet and takes fifty times as long."""
SUFFIXES = {"br": "-br", "gzip": "-gz", "": ""}
"""What an ETag ends in, by content coding."""
_CODED = re.compile(r"\b(br|gzip)\b(?!\s*;\s*q=0(?:\.0+)?(?:[,\s]|$))", re.IGNORECASE)

ROOT = Path(__file__).resolve().parent.parent
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A finished answer. `bodies` are its bytes by content coding, the smallest first; "" is the coding of what
    packing makes no smaller, and then there is no other."""

    key: str
    bodies: dict[str, bytes]
    headers: tuple[tuple[str, str], ...]

    @property
    def packed(self) -> bool:
        """Whether how it is sent depends on what the asker can unpack."""
        return "" not in self.bodies

    @property
    def size(self) -> int:
        """Bytes it takes to keep."""
        return sum(map(len, self.bodies.values()))

    def coded(self, accepted: str) -> tuple[str, bytes]:
        """The content coding and the bytes for who sends this `Accept-Encoding`."""
        known = {name.lower() for name in _CODED.findall(accepted)}
        for coding, body in self.bodies.items():
            if coding in known or not coding:
                return coding, body
        return "", gzip.decompress(self.bodies["gzip"])

    def etag(self, coding: str) -> str:
        """A strong one: other bytes, packed or not, have another."""
        return f'"{self.key}{SUFFIXES[coding]}"'


def make(key: str, body: bytes, headers: Iterable[tuple[str, str]]) -> Made:
    """Pack what gets smaller by it; text does, pictures do not. Browsers take brotli over HTTPS alone, so gzip is kept
    beside it."""
    small = gzip.compress(body, 9, mtime=0)
    if len(small) >= len(body) * 0.9:
        return Made(key, {"": body}, tuple(headers))
    return Made(key, {"br": brotli.compress(body, quality=EFFORT), "gzip": small}, tuple(headers))


# --- What a page depends on ------------------------------------------------------------------------------------


def key_of(*parts: object) -> str:
    """The name of a page made of these parts by this code."""
    return hashlib.sha256(repr((build(), *parts)).encode()).hexdigest()[:32]


def of_timeline(slug: str) -> tuple[object, ...] | None:
    """All that a published timeline's pages can change with, in two queries; None for drafts and what never was.

    Editions never change, so the live one stands for those before it.
    """
    live = Edition.objects.published().filter(slug=slug)
    rows = list(live.values_list("pk", "timeline", "published_at", "topics__name", "topics__slug").order_by("topics"))
    if not rows:
        return None
    notes = Correction.objects.filter(edition__timeline=rows[0][1]).order_by("pk")
    return (*rows, *notes.values_list("pk", "edition", "entry", "made_at", "text"))


def of_all() -> tuple[object, ...]:
    """All that the lists of timelines can change with."""
    published = Edition.objects.published().order_by()
    made = Correction.objects.order_by()
    return (
        tuple(published.aggregate(Count("pk"), Sum("pk"), Max("published_at")).values()),
        tuple(made.aggregate(Count("pk"), Max("pk"), Max("made_at")).values()),
        tuple(Topic.objects.values_list("pk", "name", "slug")),
    )


@cache
def build() -> str:
    """Stands for the code: templates, Python and static files as they were when the process started."""
    found = hashlib.sha256(repr((settings.TIME_ZONE, settings.STATIC_URL, settings.DEBUG)).encode())
    paths = [path for folder in ("templates", "timelines", "static") for path in (ROOT / folder).rglob("*.*")]
    paths += [ROOT / "requirements.txt", *settings.STATIC_ROOT.glob("staticfiles.json")]
    for path in sorted(paths):
        if path.is_file() and path.suffix != ".pyc":
            stat = path.stat()
            found.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return found.hexdigest()


# --- Where pages are kept --------------------------------------------------------------------------------------


@dataclass
class Seen:
    """A page at its address, and when (monotonic seconds) the database was last asked whether it still holds."""

    made: Made
    asked: float


class Memory:
    """The pages this process answered with last, by address, within `MEMORY` bytes. Threads may share it."""

    def __init__(self, most: int = MEMORY) -> None:
        self._most, self._size = most, 0
        self._pages: OrderedDict[tuple[str, ...], Seen] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, address: tuple[str, ...]) -> Seen | None:
        """The page last given at the address."""
        with self._lock:
            seen = self._pages.get(address)
            if seen is not None:
                self._pages.move_to_end(address)
            return seen

    def put(self, address: tuple[str, ...], made: Made, asked: float) -> None:
        """Keep it instead of what was there; drop what was not asked for the longest."""
        with self._lock:
            self._drop(self._pages.pop(address, None))
            self._pages[address] = Seen(made, asked)
            self._size += made.size
            while self._size > self._most:
                self._drop(self._pages.popitem(last=False)[1])

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._pages.clear()
            self._size = 0

    def _drop(self, seen: Seen | None) -> None:
        self._size -= seen.made.size if seen else 0


def fetch(key: str) -> Made | None:
    """From the cache that all processes share; nothing where it is out of reach."""
    try:
        found = caches["pages"].get(key)
    except (OSError, RedisError) as error:
        _log.warning("The cache of pages could not be read: %s", error)
        return None
    return Made(key, *found) if found else None


def store(made: Made) -> None:
    """Into the cache that all processes share, if it is within reach."""
    try:
        caches["pages"].set(made.key, (made.bodies, made.headers))
    except (OSError, RedisError) as error:
        _log.warning("The cache of pages could not be written: %s", error)


memory = Memory()
