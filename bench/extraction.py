"""Measure the extraction engine: how right it is, how fast, and what hostile texts cost.

    python -m bench.extraction [FOLDER...] [--texts FOLDER]

Each FOLDER holds TimeML files (.tml); the engine and dateparser's ``search_dates`` as it comes are scored on them the
way of TempEval-3's task A. "relaxed" counts an expression where the spans overlap, "value" where the TIMEX3 value is
right too. Speed is measured on the same texts, one process, start-up excluded; without a FOLDER on the texts of seeds/:
for the dates alone, which is all that ``search_dates`` gives, and with the proposals that are made of them.
"""

from __future__ import annotations

import argparse
import html
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from dateparser.search import search_dates

from timelines.extraction import extract

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = {
    "3 May, 4 June, x 10,000": "3 May, 4 June, " * 10_000,
    "100,000 digits": "1" * 100_000,
    "200 kB without a blank": "x" * 200_000,
    "50,000 open brackets": "(" * 50_000,
}
_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LEAST_SECONDS = 2.0

Mark = tuple[int, int, str]
"""Start, end and TIMEX3 value."""


@dataclass
class Document:
    """One text, its day of publication and, from TimeML, the marks that a person made."""

    text: str
    published: date | None
    marks: list[Mark] = field(default_factory=list)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="a folder of TimeML files")
    parser.add_argument(
        "--texts", type=Path, default=ROOT / "seeds", help="plain texts for the speed, without a FOLDER"
    )
    chosen = parser.parse_args()
    documents: list[Document] = []
    for folder in chosen.folders:
        read = [timeml(path) for path in sorted(folder.rglob("*.tml"))]
        if not read:
            parser.error(f"{folder} holds no .tml file")
        print_scores(folder.name, read)
        documents += read
    if not documents:
        documents = [Document(path.read_text("utf-8"), None) for path in sorted(chosen.texts.glob("*.txt"))]
    print_speed(documents)
    print_growth(documents)
    print_hostile()


def timeml(path: Path) -> Document:
    """The text of a TimeML file, its creation date and its TIMEX3 marks with offsets into the text."""
    raw = path.read_text("utf-8-sig", errors="replace").replace("\r\n", "\n")
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    text, marks = _plain(body[1] if body else raw)
    return Document(text, _creation(raw), marks)


def _creation(raw: str) -> date | None:
    for tag in re.finditer(r"<TIMEX3([^>]*)>", raw):
        attributes = _attributes(tag[1])
        if attributes.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
            match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", attributes.get("value", ""))
            return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    return None


def _attributes(words: str) -> dict[str, str]:
    return {name: html.unescape(one or two) for name, one, two in _ATTRIBUTE.findall(words)}


def _plain(body: str) -> tuple[str, list[Mark]]:
    out: list[str] = []
    open_marks: list[tuple[int, str]] = []
    marks: list[Mark] = []
    at = length = 0
    for tag in _TAG.finditer(body):
        chunk = html.unescape(body[at : tag.start()])
        out.append(chunk)
        length += len(chunk)
        at = tag.end()
        closing, name, attributes, single = tag.groups()
        if name.upper() != "TIMEX3" or single:
            continue
        if not closing:
            open_marks.append((length, _attributes(attributes).get("value", "")))
        elif open_marks:
            start, value = open_marks.pop()
            marks.append((start, length, value))
    out.append(html.unescape(body[at:]))
    return "".join(out), sorted(marks)


def engine(document: Document) -> list[Mark]:
    """What the engine marks."""
    found = extract(document.text, document.published, proposals=False)
    return [(e.start, e.end, e.value) for e in found.expressions]


def proposing(document: Document) -> list[Mark]:
    """What the engine marks, and the proposals made of it."""
    return [(e.start, e.end, e.value) for e in extract(document.text, document.published).expressions]


def naive(document: Document) -> list[Mark]:
    """What dateparser's search finds as it comes: every hit a day."""
    midnight = datetime.combine(document.published, datetime.min.time()) if document.published else None
    settings = {"RELATIVE_BASE": midnight} if midnight else None
    marks: list[Mark] = []
    at = 0
    for words, moment in search_dates(document.text, languages=["en"], settings=settings) or ():
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            marks.append((start, at, moment.date().isoformat()))
    return marks


READERS: dict[str, Callable[[Document], list[Mark]]] = {"Dateline": engine, "search_dates": naive}


def print_scores(name: str, documents: list[Document]) -> None:
    """One line for each reader: F1 of relaxed spans and of values."""
    print(f"\n{name}: {len(documents)} documents, {sum(len(d.marks) for d in documents)} expressions")
    print(f"  {'':14}{'relaxed F1':>12}{'value F1':>10}")
    for reader, read in READERS.items():
        relaxed, value = scores(documents, read)
        print(f"  {reader:14}{relaxed:12.1f}{value:10.1f}")


def scores(documents: Iterable[Document], read: Callable[[Document], list[Mark]]) -> tuple[float, float]:
    """F1 in per cent of overlapping spans, and of those with the right value too."""
    gold = got = overlapping = right = 0
    for document in documents:
        found = sorted(read(document))
        gold += len(document.marks)
        got += len(found)
        for mark, answer in pairs(document.marks, found):
            overlapping += 1
            right += mark[2] == answer[2]
    both = max(1, gold + got)
    return 200 * overlapping / both, 200 * right / both


def pairs(marks: list[Mark], found: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Marks and answers that overlap, one to one, equal spans first."""
    candidates = sorted(
        (mark[:2] != answer[:2], i, j)
        for i, mark in enumerate(marks)
        for j, answer in enumerate(found)
        if min(mark[1], answer[1]) > max(mark[0], answer[0])
    )
    used: set[tuple[str, int]] = set()
    for _, i, j in candidates:
        if ("mark", i) not in used and ("answer", j) not in used:
            used |= {("mark", i), ("answer", j)}
            yield marks[i], found[j]


def print_speed(documents: list[Document]) -> None:
    """Documents a second on the same texts, and how many times as many as ``search_dates``."""
    rates = {
        "search_dates": rate(documents, naive),
        "Dateline, dates alone": rate(documents, engine),
        "Dateline, with proposals": rate(documents, proposing),
    }
    print(f"\nSpeed on {len(documents)} documents, {sum(len(d.text) for d in documents):,} characters, one process")
    for reader, per_second in rates.items():
        print(f"  {reader:26}{per_second:8.1f} documents/s{per_second / rates['search_dates']:8.1f} times")


def rate(documents: list[Document], read: Callable[[Document], list[Mark]]) -> float:
    """Documents a second of the processor's time, after one document to start up, over at least two seconds."""
    read(documents[0])
    done, began = 0, time.process_time()
    while time.process_time() - began < _LEAST_SECONDS:
        for document in documents:
            read(document)
        done += len(documents)
    return done / (time.process_time() - began)


def print_growth(documents: list[Document]) -> None:
    """Seconds for a text of 125 kB to 1 MB: twice the text, twice the time."""
    text = "\n\n".join(document.text for document in documents)
    text *= 1_000_000 // max(1, len(text)) + 1
    print("\nTime by length")
    for size in (125_000, 250_000, 500_000, 1_000_000):
        print(f"  {size // 1000:>5} kB {seconds(text[:size]):8.2f} s")


def print_hostile() -> None:
    """Seconds for texts made to hurt."""
    print("\nHostile texts")
    total = 0.0
    for name, text in HOSTILE.items():
        took = seconds(text)
        total += took
        print(f"  {name:26}{took:8.2f} s")
    print(f"  {'together':26}{total:8.2f} s")


def seconds(text: str) -> float:
    """How long the engine reads a text."""
    began = time.perf_counter()
    extract(text, date(2024, 5, 15))
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
