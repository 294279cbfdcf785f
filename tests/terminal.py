"""A command in, a pseudo-terminal around it out: keys can be sent and the screen looked at."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from subprocess import Popen
from types import TracebackType
from typing import Self

import pyte

_QUERY = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p"  # DECRQM: is this private mode known, and set?
    rb"|(?P<attributes>\x1b\[0?c)"  # DA1: what kind of terminal is this?
    rb"|(?P<cursor>\x1b\[6n)"  # DSR: where is the cursor?
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"  # OSC: which colours are the default ones?
)
"""What a program may ask of a terminal and wait for."""

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][\d;]*[a-z]|\x1bP.*?\x1b\\", re.DOTALL)
"""Key protocol requests and device strings, which pyte would draw as text."""

_PRIVATE_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_SET_FROM_THE_START = {7: True, 25: True}
"""Lines wrap and the cursor is seen before any program runs; all other modes are off."""


class Terminal:
    """A program in a pseudo-terminal of its own: a state that lives as long as the program."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        rows: int = 40,
        columns: int = 120,
        env: Mapping[str, str] | None = None,
        stdin: int | None = None,
    ) -> None:
        self.output = b""
        """Every byte that the program has written so far."""
        self._answered = 0
        self._fed = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._settings = termios.tcgetattr(self._slave)
        # The first terminal that a session opens is its own: its Ctrl+C and its /dev/tty.
        opening = "<>$0 >&0 2>&0" if stdin is None else "1<>$0 2>&1"
        self.started = time.perf_counter()
        self.program = Popen(
            ["sh", "-c", f'exec "$@" {opening}', os.ttyname(self._slave), *command],
            stdin=stdin,
            env={**environment(), **(env or {})},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self._master)
        os.close(self._slave)

    def send(self, keys: str) -> None:
        """Type the keys."""
        os.write(self._master, keys.encode())

    def read(self, seconds: float) -> bool:
        """Take what the program writes next and answer its questions; tell if there was any."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        written = os.read(self._master, 1 << 16)
        self.output += written
        for query in _QUERY.finditer(self.output, self._answered):
            self._answered = query.end()
            os.write(self._master, _answer(query))
        return bool(written)

    def wait_for(self, wanted: str, seconds: float = 20) -> str:
        """Read until a pattern is on the screen; give the screen, or fail showing it."""
        end = time.perf_counter() + seconds
        while not re.search(wanted, self.screen):
            left = end - time.perf_counter()
            if left <= 0 or (not self.read(min(left, 0.2)) and self.program.poll() is not None):
                raise AssertionError(f"no {wanted!r} on the screen:\n{self.screen}")
        return self.screen

    def wait(self, seconds: float = 20) -> int:
        """Read until the program ends; give its exit status."""
        end = time.perf_counter() + seconds
        while self.program.poll() is None:
            if time.perf_counter() > end:
                raise AssertionError(f"still running:\n{self.screen}")
            self.read(0.05)
        while self.read(0):
            pass
        return self.program.returncode

    @property
    def screen(self) -> str:
        """What a person would see now, a line a row."""
        new = self.output[self._fed :]
        self._fed = len(self.output)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", new))
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def modes(self) -> set[int]:
        """The private modes that the program left otherwise than it found them."""
        left: dict[int, bool] = {}
        for numbers, letter in _PRIVATE_MODE.findall(self.output):
            left.update((int(number), letter == b"h") for number in numbers.split(b";"))
        return {mode for mode, on in left.items() if on != _SET_FROM_THE_START.get(mode, False)}

    @property
    def settings_kept(self) -> bool:
        """Whether echo, line editing and the like are as they were before the program ran."""
        return bool(termios.tcgetattr(self._slave) == self._settings)

    @property
    def cpu(self) -> float:
        """Seconds of processor time that all threads of the program have used so far."""
        return time.clock_gettime((~self.program.pid << 3) | 2)  # what clock_getcpuclockid(3) gives


def environment() -> dict[str, str]:
    """Give an environment without what would change how programs start, or look."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR", "TMUX", "LINES", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


def _answer(query: re.Match[bytes]) -> bytes:
    """Answer as a plain modern terminal would."""
    if query["mode"]:
        return b"\x1b[?%s;%d$y" % (query["mode"], 2 if query["mode"] == b"2026" else 0)
    if query["colour"]:
        return b"\x1b]%s;rgb:1e1e/1e1e/1e1e\x1b\\" % query["colour"]
    return b"\x1b[?62;22c" if query["attributes"] else b"\x1b[1;1R"
