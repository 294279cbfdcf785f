"""The seeds' first frame in CPU time beside that of an empty Textual app, in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.figures import Figure, Options
from tests.terminal import Terminal

SIDELIGHT = (sys.executable, "-m", "tui", "seeds")
SEEDS_TEXT = "Rwanda"
"""A word of the paper's first lines and of no title bar of an app that has no text yet."""

EMPTY_TEXT = "READY"
EMPTY = (
    sys.executable,
    "-c",
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App[None]):\n"
    "    def compose(self):\n"
    f"        yield Static({EMPTY_TEXT!r})\n"
    "Empty().run()",
)


def run(options: Options) -> Iterable[Figure]:
    """Yield the ratio of the two, and both times by themselves."""
    with TemporaryDirectory() as home:
        first_frame(EMPTY, EMPTY_TEXT, home)
        first_frame(SIDELIGHT, SEEDS_TEXT, home)  # both once before, for their .pyc files
        pairs = [
            (first_frame(SIDELIGHT, SEEDS_TEXT, home), first_frame(EMPTY, EMPTY_TEXT, home))
            for _ in range(3 if options.quick else 15)
        ]
    ratio = median(ours[0] / empty[0] for ours, empty in pairs)
    yield Figure("first frame of the seeds / of an empty Textual app, CPU", ratio, 1.6)
    for name, index in (("CPU", 0), ("wall", 1)):
        ours, empty = (1000 * median(pair[side][index] for pair in pairs) for side in (0, 1))
        yield Figure(f"first frame of the seeds, {name}", ours, unit="ms")
        yield Figure(f"first frame of an empty Textual app, {name}", empty, unit="ms")


def first_frame(command: Sequence[str], text: str, home: str) -> tuple[float, float]:
    """Give the seconds of CPU and of the clock until the text is on the screen.

    What the program keeps of its own, it keeps in `home`: the reader's places are left alone.
    """
    wanted = text.encode()
    own = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    with Terminal(command, env=own) as terminal:
        while wanted not in terminal.output:
            if not terminal.read(20):
                raise TimeoutError(f"no {text!r} on the screen:\n{terminal.screen}")
        return terminal.cpu, perf_counter() - terminal.started
