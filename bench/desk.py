"""Measure the desk: what one action costs at 100, 1,000 and 10,000 entries, and the page at 2,000.

    python -m bench.desk

Everything runs in a database of its own that is thrown away, through Django's test client and all of the middleware:
session, sign-in, rights, CSRF's cookie, htmx. Queries are counted with the transaction's own (BEGIN, COMMIT) among
them. An action is asked for as the browser asks: by htmx, with the entry's version.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import count, product
from typing import Any

SIZES = (100, 1_000, 10_000)
TIMES = 20
"""Presses of each button at each size; the median is printed."""
PAGE_ENTRIES, PAGE_ARTICLES, PAGE_TIMES = 2_000, 300, 40
HX = {"HX-Request": "true"}

_FIRST_DAY = date(2005, 1, 1)
_PARAGRAPH = (
    "The council of the harbour town met again and heard the engineers, who said that the bridge would hold. "
    "Residents asked when the ferry would run, and the owner of the yard promised an answer. "
)


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        _set_up(folder)
        print_actions()
        print_page()


def _set_up(folder: str) -> None:
    """Django on an empty SQLite database in `folder`."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "editorial.settings"
    os.environ["DATELINE_VAR"] = folder
    os.environ["ALLOWED_HOSTS"] = "testserver"
    os.environ["SECURE_COOKIES"] = "off"
    os.environ.setdefault("SECRET_KEY", "bench")
    os.environ.pop("DATABASE_URL", None)
    from django.core.management import call_command

    import editorial.wsgi  # noqa: F401 - as the web server starts it

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


# --- What is measured -----------------------------------------------------------------------------------------


def print_actions() -> None:
    """One line for each action: milliseconds at each size, the largest against the smallest, queries."""
    stories = {size: Story(make_timeline(size, articles=max(4, min(300, size // 20)))) for size in SIZES}
    client = signed_in()
    took = timed(client, stories)
    print(f"One action, median of {TIMES}, in ms; the slowest size against the fastest; queries at each size")
    print(f"  {'':24}" + "".join(f"{size:>9,}" for size in SIZES) + f"{'ratio':>9}{'queries':>12}")
    for name in ACTIONS:
        ms = [1000 * statistics.median(took[name, size]) for size in SIZES]
        asked = "/".join(str(counted(partial(press, client, story, name))) for story in stories.values())
        print(f"  {name:24}" + "".join(f"{each:9.1f}" for each in ms) + f"{max(ms) / min(ms):9.2f}{asked:>12}")


def timed(client: Any, stories: dict[int, Story]) -> dict[tuple[str, int], list[float]]:
    """Seconds of each press of each action at each size, the sizes in turns: what disturbs the machine hits all."""
    for story, name in product(stories.values(), ACTIONS):  # templates, code and caches get warm
        press(client, story, name)
    took: dict[tuple[str, int], list[float]] = defaultdict(list)
    for _, name, (size, story) in product(range(TIMES), ACTIONS, stories.items()):
        took[name, size].append(press(client, story, name))
    return took


def print_page() -> None:
    """p50 and p95 of the desk's page, at its start and in the middle."""
    timeline = make_timeline(PAGE_ENTRIES, articles=PAGE_ARTICLES)
    client = signed_in()
    url = f"/desk/t/{timeline.slug}/"
    middle = timeline.entries.order_by("position")[PAGE_ENTRIES // 2].pk
    print(f"\nThe desk's page, {PAGE_ENTRIES:,} entries, {PAGE_ARTICLES} articles, {PAGE_TIMES} times, in ms")
    print(f"  {'':24}{'p50':>9}{'p95':>9}{'CPU p50':>9}{'queries':>9}{'kB':>9}")
    for name, address in {
        "first rows": url,
        "page at an entry": f"{url}?entry={middle}",
        "only what is undecided": f"{url}?show=undecided",
    }.items():
        client.get(address)
        took, cpu, size = [], [], 0
        for _ in range(PAGE_TIMES):
            began, began_cpu = time.perf_counter(), time.process_time()
            response = client.get(address)
            took.append(time.perf_counter() - began)
            cpu.append(time.process_time() - began_cpu)
            size = len(response.content)
            if response.status_code != 200:
                raise SystemExit(f"{address} answered {response.status_code}")
        asked = counted(partial(client.get, address))
        p50, p95, busy = statistics.median(took), statistics.quantiles(took, n=20)[-1], statistics.median(cpu)
        print(f"  {name:24}{1000 * p50:9.1f}{1000 * p95:9.1f}{1000 * busy:9.1f}{asked:9}{size / 1000:9.0f}")


class Story:
    """A timeline under work: which entries are next to be pressed on."""

    def __init__(self, timeline: Any) -> None:
        self.timeline = timeline
        entries = timeline.entries.select_related("event").order_by("position")
        self.proposed = self._spread(entries.filter(state="proposed", warnings=[]))
        self.accepted = self._spread(entries.filter(state="accepted"))

    @staticmethod
    def _spread(entries: Any) -> Iterator[Any]:
        """From all over the timeline, in an order that is always the same."""
        rows = list(entries)
        step = max(1, len(rows) * 13 // 34)
        while step % 2 == 0 or len(rows) % step == 0:
            step += 1
        return (rows[number * step % len(rows)] for number in count())


def press(client: Any, story: Story, name: str) -> float:
    """Do it to the next entry. Seconds from the request to its answer."""
    address, values, after = ACTIONS[name](story)
    began = time.perf_counter()
    response = client.post(address, values, headers=HX)
    took = time.perf_counter() - began
    if response.status_code != 200:
        raise SystemExit(f"{name}: {address} answered {response.status_code}: {response.content.decode()[:400]}")
    if after:
        client.post(after, {}, headers=HX)
    return took


def _accept(story: Story) -> tuple[str, dict[str, Any], str]:
    return _on(story, next(story.proposed), "accept")


def _reject(story: Story) -> tuple[str, dict[str, Any], str]:
    return _on(story, next(story.proposed), "reject")


def _edit(story: Story) -> tuple[str, dict[str, Any], str]:
    """To a year a few years off, as vague as that."""
    entry = next(story.accepted)
    year = entry.event.earliest.year + 3
    values = {"date": str(year), "headline": entry.event.headline + " again", "status": "past"}
    return _on(story, entry, "edit", **values)


def _move(story: Story) -> tuple[str, dict[str, Any], str]:
    """To the other side of a neighbour whose date overlaps."""
    from timelines.models import Entry

    while True:
        entry = Entry.objects.select_related("event").get(pk=next(story.accepted).pk)
        placed = story.timeline.entries.placed().select_related("event")
        above = placed.filter(position__lt=entry.position).order_by("-position").first()
        below = placed.filter(position__gt=entry.position).order_by("position").first()
        for way, other in (("before", above), ("after", below)):
            if other and _overlap(entry.event, other.event):
                return _on(story, entry, "move", **{way: other.pk})


def _overlap(one: Any, two: Any) -> bool:
    return bool(one.earliest <= two.latest and two.earliest <= one.latest)


def _undo(story: Story) -> tuple[str, dict[str, Any], str]:
    return f"/desk/t/{story.timeline.slug}/undo/", {}, ""


def _on(story: Story, entry: Any, verb: str, **values: Any) -> tuple[str, dict[str, Any], str]:
    """The address and the values of a verb; and where what it did is taken back afterwards, unmeasured."""
    from timelines.models import Entry

    version = Entry.objects.values_list("version", flat=True).get(pk=entry.pk)
    slug = story.timeline.slug
    article = entry.event.citations.values_list("article", flat=True).first()
    back = "" if verb == "accept" else f"/desk/t/{slug}/undo/"  # "undo" takes back the acceptance
    return f"/desk/t/{slug}/e/{entry.pk}/{verb}/?article={article}", {"version": version, **values}, back


ACTIONS: dict[str, Callable[[Story], tuple[str, dict[str, Any], str]]] = {
    "accept": _accept,
    "undo": _undo,
    "reject": _reject,
    "edit, with another date": _edit,
    "move": _move,
}


def counted(action: Callable[[], Any]) -> int:
    """The queries of the action's request, without those that take it back afterwards."""
    from django.core.signals import request_finished, request_started
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts: list[int] = []
    marks: list[int] = []

    def begin(**_: Any) -> None:
        marks.append(len(connection.queries_log))

    def end(**_: Any) -> None:
        counts.append(len(connection.queries_log) - marks[-1])

    with CaptureQueriesContext(connection):
        request_started.connect(begin)
        request_finished.connect(end)
        try:
            action()
        finally:
            request_started.disconnect(begin)
            request_finished.disconnect(end)
    return counts[0]


# --- What it is measured on -----------------------------------------------------------------------------------


def signed_in() -> Any:
    """A browser of a journalist, signed in."""
    from django.contrib.auth.models import Group, User
    from django.test import Client

    user, _ = User.objects.get_or_create(username="bench")
    user.groups.add(Group.objects.get(name="journalists"))
    client = Client()
    client.force_login(user)
    return client


def make_timeline(entries: int, *, articles: int) -> Any:
    """A timeline whose entries are spread over twenty years and over its articles, each resting on a sentence."""
    from editorial import renumbering
    from timelines.models import Citation, Entry, Event, TemporalExpression, Timeline

    timeline = Timeline.objects.create(slug=f"story-{entries}-{articles}", title=f"A story of {entries:,} entries")
    rows = make_articles(timeline, articles, per_article=-(-entries // articles))
    dates = [a_date(number, entries) for number in range(entries)]
    events = Event.objects.bulk_create(
        [
            Event(edtf=edtf, earliest=first, latest=last, headline=f"The council speaks of the bridge, part {number}")
            for number, (edtf, first, last) in enumerate(dates)
        ]
    )
    order = sorted(range(entries), key=lambda number: (dates[number][1], dates[number][2]))
    place = {number: at for at, number in enumerate(order, start=1)}
    warning = {"code": "year-typo", "message": "The year is far from all others.", "readings": []}
    Entry.objects.bulk_create(
        [
            Entry(
                timeline=timeline,
                event=event,
                position=place[number] * renumbering.STEP,
                state=("accepted", "proposed", "accepted", "proposed", "rejected")[number % 5],
                warnings=[warning] if number % 20 == 1 else [],
            )
            for number, event in enumerate(events)
        ]
    )
    expressions, citations = [], []
    for number, event in enumerate(events):
        article, starts = rows[number % articles]
        start = starts[number // articles]
        expression = TemporalExpression(
            article=article, start=start, end=start + 7, text="in 2019", type="DATE", value=event.edtf,
            edtf=event.edtf, earliest=event.earliest, latest=event.latest, rule="bench",
        )  # fmt: skip
        expressions.append(expression)
        citations.append(Citation(event=event, article=article, expression=expression, start=start, end=start + 60))
    TemporalExpression.objects.bulk_create(expressions)
    Citation.objects.bulk_create(citations)
    return timeline


def a_date(number: int, of: int) -> tuple[str, date, date]:
    """EDTF, first and last day: mostly days that three share, every fifth a month, every tenth a year."""
    day = _FIRST_DAY + timedelta(days=(number // 3 * 7_919) % 7_300)
    if number % 10 == 9:
        return f"{day.year}", date(day.year, 1, 1), date(day.year, 12, 31)
    if number % 5 == 3:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return f"{day:%Y-%m}", day.replace(day=1), following - timedelta(days=1)
    return day.isoformat(), day, day


def make_articles(timeline: Any, articles: int, *, per_article: int) -> list[tuple[Any, list[int]]]:
    """Articles that are read, and where in each the dates stand."""
    from timelines.models import Article, Job, Publisher

    publisher, _ = Publisher.objects.get_or_create(name="The Harbour News")
    made, places = [], []
    for number in range(articles):
        key = f"{timeline.pk:032x}{number:032x}"
        sentences = max(per_article, 12)
        head = f"Article {number} of the harbour town\n\n"
        parts = [f"{_PARAGRAPH}It was said in 2019, number {part}.\n\n" for part in range(sentences)]
        text, starts, blocks = head, [], [{"start": 0, "end": len(head) - 2, "kind": "title"}]
        for part in parts:
            blocks.append({"start": len(text), "end": len(text) + len(part) - 2, "kind": "paragraph"})
            starts.append(len(text) + part.index("in 2019"))
            text += part
        made.append(
            Article(
                text=text, text_sha256=key, file_sha256=key, file=f"00/{key}", media_type="text/plain", blocks=blocks,
                title=f"Article {number} of the harbour town", publisher=publisher, published=date(2025, 2, 7),
            )
        )  # fmt: skip
        places.append(starts)
    made = Article.objects.bulk_create(made)
    timeline.articles.add(*made)
    Job.objects.bulk_create([Job(article=article, status="done") for article in made])
    return list(zip(made, places, strict=True))


if __name__ == "__main__":
    main()
