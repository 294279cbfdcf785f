"""A program in a pseudo-terminal in; what each key costs it, in frames, bytes and time, out."""

from __future__ import annotations

import fcntl
import os
import struct
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent.parent
FRAME = b"\x1b[?2026l"
"""What ends a frame of a Textual app: the end of a synchronized update."""
QUIET = 0.03
"""After so many seconds without output an answer is complete."""
PATIENCE = 60.0
"""After so many seconds without the awaited output a measurement is given up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program did because of one key, or one change of its window."""

    seconds: float
    """Of the clock, until the end of the first frame stood in the terminal."""
    first_cpu: float
    """Seconds of processor time until then, all threads."""
    cpu: float
    """The same until the program was quiet again."""
    frames: int
    """How many frames it drew; 0 for a program that marks none."""
    size: int
    """How many bytes it wrote."""


class Session(Terminal):
    """A terminal that forgets what it has read, so that reading stays fast."""

    def __init__(
        self, command: Sequence[str], *, env: Mapping[str, str] | None = None, frames: bool = True
    ) -> None:
        """Start a program in 40 rows of 120 columns; `frames`: whether it marks its frames."""
        super().__init__(command, env=env)
        self.marks_frames = frames

    def until(self, wanted: bytes) -> tuple[float, float]:
        """Read until a text was written; give the seconds of the clock and CPU since the start."""
        while wanted not in self.output:
            self._read_more(wanted)
        return perf_counter() - self.started, self.cpu

    def press(self, keys: str) -> Answer:
        """Type keys that draw a frame, and wait until all that follows from them was drawn."""
        self._forget()
        began, cpu = perf_counter(), self.cpu
        self.send(keys)
        return self._answer(began, cpu)

    def resize(self, rows: int, columns: int) -> Answer:
        """Change the size of the window, and wait as for a key."""
        self._forget()
        began, cpu = perf_counter(), self.cpu
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return self._answer(began, cpu)

    def rest(self, seconds: float = 240) -> bool:
        """Read until the program has nothing to do; False where it still has after so long."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            cpu, since = self.cpu, perf_counter()
            while (left := since + 0.4 - perf_counter()) > 0:
                self.read(left)
            self._forget()
            if self.cpu - cpu < 0.01:
                return True
        return False

    @property
    def memory(self) -> int:
        """Bytes of the program that are in memory now."""
        pages = Path(f"/proc/{self.program.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGESIZE")

    def _answer(self, began: float, cpu: float) -> Answer:
        awaited = FRAME if self.marks_frames else b""
        while not self.output or awaited not in self.output:
            self._read_more(awaited)
        seconds, first = perf_counter() - began, self.cpu - cpu
        while self.read(QUIET):
            pass
        frames = self.output.count(FRAME)
        return Answer(seconds, first, self.cpu - cpu, frames, len(self.output))

    def _read_more(self, wanted: bytes) -> None:
        if not self.read(PATIENCE):
            raise TimeoutError(f"no {wanted!r} in {self.output[-500:]!r}")

    def _forget(self) -> None:
        while self.read(0):
            pass
        self.output = b""
        self._answered = self._fed = 0


@dataclass(slots=True)
class Rooms:
    """Gives each program folders of its own, all but the cache, so that none knows another."""

    folder: Path
    """What holds them."""
    count: int = 0
    """How many were given."""

    def open(self, command: Sequence[str], *, frames: bool = True, cache: str = "cache") -> Session:
        """Start a program; `cache` names one that it shares, `new` one that is empty."""
        self.count += 1
        room = self.folder / str(self.count)
        kept = room if cache == "new" else self.folder / cache
        env = {"HOME": str(room), "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(kept)}
        env |= {f"XDG_{kind}_HOME": str(room / kind) for kind in ("CONFIG", "DATA")}
        return Session(command, env=env, frames=frames)
