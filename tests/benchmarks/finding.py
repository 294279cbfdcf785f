"""Find everywhere as one types, in a real pseudo-terminal: from the key to the hits on the screen.

Reports of the seeds' sentences, drawn at random with a fixed seed, are opened in 40 rows of 120
columns; all work behind the reader's back is waited for first. Then words of the text, each with
one letter changed, are typed letter by letter into the finder and wiped out again. A figure is
the wall time from the writing of a letter until the end of the frame that echoes it; the hits
stand in that frame where the answer to a letter is one frame. Passages are sentences.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, Options
from tests.benchmarks.made import made
from tests.benchmarks.pty import Answer, Rooms

SENTENCES = 2.56
"""Sentences of a made paragraph, as counted."""
WORDS = ("kazakhstan", "peacekeeping", "diplomacy", "partnerships", "commonwealth", "electricity")


def run(options: Options) -> Iterable[Figure]:
    """Yield median and 95th percentile at each size, and how many frames a letter takes."""
    sizes = ((10_000, 16.0, 25.0),) if options.quick else ((10_000, 16, 25), (100_000, 30, 50))
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        rooms = Rooms(Path(name))
        for passages, typical, worst in sizes:
            yield from typed(rooms, passages, typical, worst)


def typed(rooms: Rooms, passages: int, typical: float, worst: float) -> Iterator[Figure]:
    """Measure the letters typed at one size."""
    document = made(rooms.folder, int(passages / SENTENCES))
    command = (sys.executable, "-m", "tui", "--reports", str(document.path))
    answers: list[Answer] = []
    rng = Random(3)
    with rooms.open(command) as session:
        session.until(document.word)
        session.rest()
        session.press("f")
        session.rest(5)
        for word in WORDS:
            wrong = rng.randrange(2, len(word) - 1)
            misspelt = word[:wrong] + rng.choice("aeiou") + word[wrong + 1 :]
            answers += [session.press(letter) for letter in misspelt]
            session.press("\x15")  # ctrl+u
    times = [answer.seconds * 1000 for answer in answers]
    where = f"a letter in the finder, {passages:,} passages"
    note = f"{len(times)} letters"
    yield Figure(f"{where}: median", median(times), typical, "ms", note=note)
    yield Figure(f"{where}: 95th percentile", quantiles(times, n=20)[-1], worst, "ms", note=note)
    yield Figure(f"{where}: frames", median(answer.frames for answer in answers), 1)
