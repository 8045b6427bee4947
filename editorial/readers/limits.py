"""How large a file may be and how long reading it may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. The caller fills it from its settings; readers know no settings.

    `file_bytes`: the largest file, in bytes. `text_chars`: the longest text, in characters (code points).
    `seconds` and `memory_mb`: wall time and address space (MiB) of the child process that takes a PDF, a Word
    document or a web page apart.
    """

    file_bytes: int = 5 * 1024 * 1024
    text_chars: int = 200_000
    seconds: float = 20
    memory_mb: int = 384
