"""The reading surface beside `less` and an empty Textual app, in real pseudo-terminals.

All of it on the program as a reader starts it, in 40 rows of 120 columns, each with no settings
and a new ledger, so that it begins at the beginning, but with a cache that has seen the document
once, unless the figure says that it has not. Yardsticks are measured in the same run, in turn with
what they are for, and each figure is the median of these pairs unless it says otherwise. CPU is
the process's clock: all its threads, user and system.

The documents are the seeds' sentences, drawn at random with a fixed seed into paragraphs of some
330 characters; they are opened as reports, so that no claims are sought in them. Unless a figure
says otherwise, the work behind the reader's back (outline, index) is waited for first: until less
than 10 ms of CPU are used in 0.4 s.

- **First frame with text**: CPU from the start of the process until a word of the text stands in
  the terminal (no title bar or list has the word). The empty app yields one `Static`.
- **Page-down**: space, each sent when the last is answered, through pages not seen before in the
  long document and in `less`, again from its beginning in the short one, whose rows are known by
  then. CPU until 30 ms of quiet. A frame is what a synchronized update ends; bytes are all that
  the terminal receives.
- **Key to frame**: wall time from the writing of the key until the last byte of the frame was
  read, all page-downs of the long document; for `less`, until its first bytes were.
- **Resize**: the window 10 columns narrower and wide again; CPU until the first frame's end.
- **List**: `tui.panes.rows.Rows` alone in an app, `j` from the middle; CPU until quiet.
- **Walking a claim**: `J` in the comparing screen on the seeds, all claims compared before.
- **Memory**: resident bytes of the long document's program, less those of the empty app, over the
  text's bytes: when the text stands on the screen, and when the work behind is done.
- **Highlighting**: page-downs in the long document after a search with `/` for the word whose
  number of occurrences is nearest above 10,000 (a tenth of the paragraphs with `--quick`), and
  the same pages without.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, Options
from tests.benchmarks.made import Made, made
from tests.benchmarks.pty import Answer, Rooms, Session
from tests.benchmarks.startup import EMPTY, EMPTY_TEXT, SEEDS_TEXT, SIDELIGHT

FEW = 100
"""Paragraphs of the short document."""
PAGES = 12
"""Page-downs in a row: the short document has some more."""


def run(options: Options) -> Iterable[Figure]:
    """Yield the whole table, in its order but for what is measured together."""
    many, rounds = (10_000, 3) if options.quick else (100_000, 7)
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        rooms = Rooms(Path(name))
        short, long = made(rooms.folder, FEW), made(rooms.folder, many)
        yield from first_frames(rooms, short, long, rounds)
        yield from pages(rooms, short, long, rounds)
        yield from resizes(rooms, short, long, rounds)
        yield from lists(rooms, rounds)
        yield from walking(rooms, 10 if options.quick else 40)
        yield from memory(rooms, long)
        yield from highlights(rooms, long, rounds)


def first_frames(rooms: Rooms, short: Made, long: Made, rounds: int) -> Iterator[Figure]:
    """Start the empty app, the seeds, the short and the long document, in turn."""
    programs = {
        "the empty app": (EMPTY, EMPTY_TEXT.encode(), "cache"),
        "the seeds": (SIDELIGHT, SEEDS_TEXT.encode(), "cache"),
        "the seeds, nothing in the cache": (SIDELIGHT, SEEDS_TEXT.encode(), "new"),
        f"{FEW} paragraphs": (short.command, short.word, "cache"),
        f"{FEW} paragraphs, nothing in the cache": (short.command, short.word, "new"),
        f"{long} paragraphs": (long.command, long.word, "cache"),
        f"{long} paragraphs, nothing in the cache": (long.command, long.word, "new"),
    }
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for turn in range(rounds + 1):
        for name, (command, word, cache) in programs.items():
            with rooms.open(command, cache=cache) as session:
                taken[name].append(session.until(word))
                if not turn:  # the first writes the .pyc files and fills the cache
                    taken[name].clear()
                    session.rest()
    for ours, yardstick, target in (
        ("the seeds", "the empty app", 1.15),
        (f"{long} paragraphs", f"{FEW} paragraphs", 1.2),
    ):
        pairs = list(zip(taken[ours], taken[yardstick], strict=True))
        for clock, name in ((1, "CPU"), (0, "wall")):
            ratio = median(first[clock] / second[clock] for first, second in pairs)
            called = f"first frame with text, {ours} / {yardstick}, {name}"
            yield Figure(called, ratio, target if name == "CPU" else None)
    for name, times in taken.items():
        wall, cpu = (1000 * median(time[clock] for time in times) for clock in (0, 1))
        yield Figure(f"first frame, {name}, CPU", cpu, unit="ms", note=f"wall {wall:.0f} ms")


def pages(rooms: Rooms, short: Made, long: Made, rounds: int) -> Iterator[Figure]:
    """Page down in both documents and, as a yardstick, in less, which shows the long one."""
    with ExitStack() as stack:
        programs = {
            "short": stack.enter_context(rooms.open(short.command)),
            "long": stack.enter_context(rooms.open(long.command)),
            "less": stack.enter_context(rooms.open(("less", str(long.path)), frames=False)),
        }
        ready(programs["short"], short.word)
        note = ready(programs["long"], long.word)
        ready(programs["less"], long.word)
        programs["long"].press("j")  # puts out the hint for new readers, in a frame of its own
        taken: dict[str, list[list[Answer]]] = {name: [] for name in programs}
        for _ in range(rounds):
            for name, session in programs.items():
                taken[name].append(paged(session) if name == "short" else onward(session))
    cpu = {name: [median(a.cpu for a in row) for row in rows] for name, rows in taken.items()}
    name = f"page-down, {long} / {FEW} paragraphs, CPU"
    yield Figure(name, of_pairs(cpu["long"], cpu["short"]), 1.2, note=note)
    yield Figure("page-down / less, CPU", of_pairs(cpu["long"], cpu["less"]), 8)
    answers = {name: [answer for row in rows for answer in row] for name, rows in taken.items()}
    frames = max(answer.frames for answer in answers["long"])
    yield Figure("page-down, frames, the most", frames, 1)
    sizes = {name: median(answer.size for answer in answers[name]) for name in programs}
    yield Figure("page-down / less, bytes", sizes["long"] / sizes["less"], 2.5)
    wall = [1000 * answer.seconds for answer in answers["long"]]
    note = busy()
    yield Figure("key to frame, page-down, median", median(wall), 6, "ms", note=note)
    yield Figure("key to frame, page-down, p95", quantiles(wall, n=20)[-1], 16, "ms", note=note)
    for name in programs:
        milliseconds = 1000 * median(cpu[name])
        seen = 1000 * median(answer.seconds for answer in answers[name])
        note = f"{sizes[name]:.0f} bytes, key to frame {seen:.1f} ms"
        yield Figure(f"page-down of {name}, CPU", milliseconds, unit="ms", note=note)


def resizes(rooms: Rooms, short: Made, long: Made, rounds: int) -> Iterator[Figure]:
    """Resize both documents' windows in turn, in the middle of the text."""
    with rooms.open(short.command) as few, rooms.open(long.command) as many:
        taken: list[tuple[float, float]] = []
        for session, document in ((few, short), (many, long)):
            ready(session, document.word)
            paged(session)
        for turn in range(2 * rounds):
            width = 110 if turn % 2 == 0 else 120
            cpu = [session.resize(40, width).first_cpu for session in (many, few)]
            taken.append((cpu[0], cpu[1]))
    ratio = median(one / other for one, other in taken)
    note = f"{1000 * median(one for one, _ in taken):.1f} ms"
    name = f"resize to first frame, {long} / {FEW} paragraphs, CPU"
    yield Figure(name, ratio, 1.5, note=note)


def lists(rooms: Rooms, rounds: int) -> Iterator[Figure]:
    """Step through a list of a thousand rows and one of a million, in turn."""
    commands = [(sys.executable, "-m", __spec__.name, str(count)) for count in (1_000, 1_000_000)]
    with rooms.open(commands[0]) as few, rooms.open(commands[1]) as many:
        for session in (few, many):
            session.until(b"row")
            session.rest()
        taken = [
            [median(session.press("j").cpu for _ in range(20)) for session in (many, few)]
            for _ in range(rounds)
        ]
    ratio = median(one / other for one, other in taken)
    note = f"{1000 * median(one for one, _ in taken):.2f} ms"
    yield Figure("cursor step in a list, 1M rows / 1k, CPU", ratio, 1.1, note=note)


def walking(rooms: Rooms, steps: int) -> Iterator[Figure]:
    """Walk the seeds' claims once all of them are compared."""
    with rooms.open(SIDELIGHT) as session:
        ready(session, SEEDS_TEXT.encode())
        session.press("c")
        session.rest()
        answers = [session.press("J") for _ in range(steps)]
    wall = 1000 * median(answer.seconds for answer in answers)
    frames = median(answer.frames for answer in answers)
    most = max(answer.frames for answer in answers)
    yield Figure("walking a claim, frames, median", frames, 1, note=f"at most {most}")
    yield Figure("walking a claim, key to frame, median", wall, 16, "ms", note=busy())


def memory(rooms: Rooms, long: Made) -> Iterator[Figure]:
    """Weigh the long document's program when the text is seen, and when all is done."""
    with rooms.open(EMPTY) as session:
        session.until(EMPTY_TEXT.encode())
        session.rest()
        empty = session.memory
    with rooms.open(long.command) as session:
        session.until(long.word)
        first = (session.memory - empty) / long.size
        note = ready(session, long.word)
        settled = (session.memory - empty) / long.size
    name = f"memory above an empty app / text, {long} paragraphs"
    yield Figure(f"{name}, first frame", first, 2.5, note=f"the empty app {empty / 1e6:.0f} MB")
    yield Figure(f"{name}, all done", settled, note=note)


def highlights(rooms: Rooms, long: Made, rounds: int) -> Iterator[Figure]:
    """Page through the long document with and without a word alight, in turn."""
    with_light, without = [], []
    with rooms.open(long.command) as session:
        ready(session, long.word)
        for _ in range(rounds):
            without.append(median(answer.cpu for answer in paged(session)))
            session.press("/")
            session.press(long.frequent)
            session.rest()
            session.press("\r")
            session.rest()
            with_light.append(median(answer.cpu for answer in paged(session)))
            session.press("\x1b")
            session.rest()
    note = f"“{long.frequent}”, {1000 * median(with_light):.1f} ms"
    yield Figure(
        "page-down, a frequent word alight / without, CPU",
        of_pairs(with_light, without),
        1.3,
        note=note,
    )


def ready(session: Session, word: bytes) -> str:
    """Wait until the text stands there and the work behind is done; say so where it never is."""
    session.until(word)
    return "" if session.rest() else "still busy"


def busy() -> str:
    """Say how busy the machine is: times of the clock are only as good as it is idle."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def paged(session: Session) -> list[Answer]:
    """Go to the beginning and page down from there."""
    session.press("j")  # so that going to the beginning draws something
    session.press("g")
    session.rest(2)
    return onward(session)


def onward(session: Session) -> list[Answer]:
    """Page down from where it is."""
    return [session.press(" ") for _ in range(PAGES)]


def of_pairs(ones: Iterable[float], others: Iterable[float]) -> float:
    """Give the median of the ratios of what was measured in turn."""
    return median(one / other for one, other in zip(ones, others, strict=True))


def _list(count: int) -> None:
    """Show a list of so many rows, the cursor in the middle, until killed."""
    from textual.app import App, ComposeResult

    from tests.benchmarks.lists import Numbers

    class Listed(App[None]):
        def compose(self) -> ComposeResult:
            yield Numbers()

        def on_mount(self) -> None:
            self.query_one(Numbers).fill(count, count // 2)

    Listed().run()


if __name__ == "__main__":
    _list(int(sys.argv[1]))
