"""Stylesheets made of several: where static files are collected, what a sheet imports is put in the import's place.

While one writes, a browser follows `@import` itself. In use that would cost a reader a round trip more for each file,
and a page that links to each one waits for all of them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r'^@import url\("(?P<path>[\w./-]+\.css)"\);$', re.MULTILINE)


class WholeSheets:
    """The files of `storage`, stylesheets with those they import. Only imports alone on their line are followed."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def open(self, path: str) -> ContentFile[bytes]:
        """The file. Raises `FileNotFoundError` for a file, or an imported one, that is not there."""
        with self._storage.open(path) as file:
            content = file.read()
        return ContentFile(self._whole(path, content.decode()).encode() if path.endswith(".css") else content)

    def _whole(self, path: str, text: str) -> str:
        def imported(found: re.Match[str]) -> str:
            other = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"]))
            if posixpath.dirname(other) != posixpath.dirname(path):
                raise ValueError(f"{path} imports {other}: addresses in it would no longer lead where they do.")
            with self.open(other) as file:
                return str(file.read(), "utf-8")

        return _IMPORT.sub(imported, text)


class SheetStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # WhiteNoise carries no types
    """Static files with their hash in their names, packed, and every stylesheet whole."""

    def post_process(
        self, paths: Mapping[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        """As Django does it, of whole sheets."""
        whole = {name: (WholeSheets(storage), path) for name, (storage, path) in paths.items()}
        yield from super().post_process(whole, dry_run, **options)
