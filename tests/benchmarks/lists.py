"""Lists of a thousand and of a million rows: what a step of the cursor costs, in CPU time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from statistics import median
from time import process_time

from rich.console import RenderableType
from textual.app import App, ComposeResult
from textual.screen import Screen

from tests.benchmarks.figures import Figure, Options
from tui.document import Document, Paragraph, Section
from tui.panes.contents import Contents
from tui.panes.line import Row
from tui.panes.rows import Rows

NODES = 100_000
"""Sections of the outline that is long."""


class Numbers(Rows):
    """A row for each number."""

    def row(self, index: int, width: int) -> Row:
        """Give the number."""
        return ((f"row {index}", ""),)


class Lists(App[None]):
    """One list, all over the screen; it tells when a frame was drawn."""

    AUTO_FOCUS = None

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows
        self.drawn = asyncio.Event()

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield self.rows

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        self.drawn.set()


def run(options: Options) -> Iterable[Figure]:
    """Walk lists of both sizes in turn; open, walk, filter and fold a long outline."""
    steps = 60 if options.quick else 300
    few, many = asyncio.run(walked(1_000, 1_000_000, steps))
    yield Figure("cursor step in a list, 1M rows / 1k", many / few, 1.1)
    yield Figure("cursor step in a list, 1M rows", many * 1000, unit="ms CPU")
    yield from asyncio.run(outline(steps))


async def walked(few: int, many: int, steps: int) -> tuple[float, float]:
    """Give the CPU seconds of a painted step in each of two lists, measured in turn."""
    apps = [Lists(Numbers()), Lists(Numbers())]
    taken: list[list[float]] = [[], []]
    async with apps[0].run_test(size=(120, 40)), apps[1].run_test(size=(120, 40)):
        for app, count in zip(apps, (few, many), strict=True):
            await painted(app, partial(app.rows.fill, count, count // 2))
        for _ in range(steps):
            for app, times in zip(apps, taken, strict=True):
                times.append(await painted(app, partial(app.rows.step, 1)))
    return median(taken[0]), median(taken[1])


async def painted(app: Lists, act: Callable[[], object]) -> float:
    """Do something to the list and give the CPU seconds until it stands on the screen."""
    app.drawn.clear()
    began = process_time()
    act()
    await asyncio.wait_for(app.drawn.wait(), 10)
    return process_time() - began


async def outline(steps: int) -> Iterable[Figure]:
    """Measure what the reader does in the contents of a very long document."""
    document, sections = long_document()
    contents = Contents()
    app = Lists(contents)

    async def taking(*acts: Callable[[], object]) -> float:
        return median([await painted(app, act) for act in acts]) * 1000

    async with app.run_test(size=(40, 40)):
        times = {
            "shown": await taking(partial(contents.show, (document,), {document: sections})),
            "a step": await taking(*[partial(contents.step, 1)] * steps),
            "the reader followed": await taking(
                *(partial(contents.follow, document, n * 997) for n in range(1, steps))
            ),
            "filtered by a word": await taking(partial(contents.ask, "section 77")),
            "by one letter more": await taking(partial(contents.ask, "section 777")),
            "by a misspelt word": await taking(partial(contents.ask, "setcion")),
            "no filter": await taking(partial(contents.ask, "")),
            "all folded": await taking(contents.action_fold_all),
            "all unfolded": await taking(contents.action_unfold_all),
        }
    return [
        Figure(f"contents with {NODES:,} nodes: {name}", taken, unit="ms CPU")
        for name, taken in times.items()
    ]


def long_document() -> tuple[Document, tuple[Section, ...]]:
    """Make a document that is all headings, three levels deep."""
    line = "A section's line.\n"
    starts = range(0, NODES * len(line), len(line))
    paragraphs = tuple(Paragraph(start, start + len(line) - 1, "heading") for start in starts)
    sections = []
    for n, start in enumerate(starts):
        level, held = (1, 100) if n % 100 == 0 else (2, 10) if n % 10 == 0 else (3, 1)
        end = start + held * len(line)
        sections.append(Section(f"Section {n}", level, start, end, "given", 1.0, ""))
    return Document("long.txt", line * NODES, paragraphs, ""), tuple(sections)
