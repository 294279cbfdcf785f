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

STEPS = 30
"""Steps of the cursor in a round."""
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
    rounds = 5 if options.quick else 15
    for name, ways in (("in view", (1, -1)), ("that scrolls", (1,))):
        step, ratio = asyncio.run(walked(1_000, 1_000_000, ways, rounds))
        yield Figure(f"cursor step {name}, 1M rows / 1k", ratio, 1.1)
        yield Figure(f"cursor step {name}, 1M rows", step * 1000, unit="ms CPU")
    yield from asyncio.run(outline())


async def walked(few: int, many: int, ways: tuple[int, ...], rounds: int) -> tuple[float, float]:
    """Give the CPU seconds of a step in the long list, and its ratio to one in the short list.

    One list is filled with the one and the other in turn; each round gives a ratio, and the
    median counts.
    """
    app = Lists(Numbers())
    taken: dict[int, list[float]] = {few: [], many: []}
    async with app.run_test(size=(120, 40)):
        for _ in range(rounds):
            for count in (few, many):
                await painted(app, partial(app.rows.fill, count, count // 2))
                await painted(app, partial(app.rows.step, app.rows.fitting))
                await painted(app, partial(app.rows.step, -1))
                steps = [partial(app.rows.step, way) for way in ways * (STEPS // len(ways))]
                taken[count].append(median([await painted(app, step) for step in steps]))
    ratios = [long / short for short, long in zip(taken[few], taken[many], strict=True)]
    return median(taken[many]), median(ratios)


async def painted(app: Lists, act: Callable[[], object]) -> float:
    """Do something to the list and give the CPU seconds until it stands on the screen."""
    app.drawn.clear()
    began = process_time()
    act()
    await asyncio.wait_for(app.drawn.wait(), 10)
    return process_time() - began


async def outline() -> Iterable[Figure]:
    """Measure what the reader does in the contents of a very long document."""
    document, sections = long_document()
    contents = Contents()
    app = Lists(contents)

    async def taking(*acts: Callable[[], object]) -> float:
        return median([await painted(app, act) for act in acts]) * 1000

    async with app.run_test(size=(40, 40)):
        times = {
            "shown": await taking(partial(contents.show, (document,), {document: sections})),
            "a step": await taking(*[partial(contents.step, 1)] * STEPS),
            "the reader followed": await taking(
                *(partial(contents.follow, document, n * 997) for n in range(1, STEPS))
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
