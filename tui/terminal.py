"""Pages in, on the terminal before the framework has it; keys typed meanwhile are kept.

The framework takes a while to load, and a long document to be read. Until then the terminal's own
queue holds the keys, and it echoes none; only its interrupt, Ctrl+C, works as ever.
"""

from __future__ import annotations

import os
import sys
from typing import Any

ALTERNATE = "\x1b[?1049h"
"""Enters the alternate screen; a terminal may clear it even if it is there already."""
_BACK = "\x1b[?1049l\x1b[?25h"
_IFLAG, _LFLAG, _CC = 0, 3, 6


class Stage:
    """The alternate screen, from the first page shown on it until the framework has taken it."""

    def __init__(self) -> None:
        self.settings: list[Any] | None = None
        """The terminal's line settings as they were found, from the first page on."""
        self.taken = False
        """Whether the framework has it by now, and will give it back."""

    def show(self, page: str) -> None:
        """Paint a page; nothing where there is no such terminal, as in a browser."""
        if os.environ.get("TEXTUAL_DRIVER"):
            return
        if self.settings is None:
            try:
                import termios
            except ImportError:  # no POSIX system
                return
            self.settings = termios.tcgetattr(0)
            silent = termios.tcgetattr(0)
            silent[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
            silent[_IFLAG] &= ~(termios.ICRNL | termios.IXON)
            silent[_CC][termios.VSUSP] = b"\0"  # a shell would be left with a strange screen
            termios.tcsetattr(0, termios.TCSANOW, silent)
            page = f"{ALTERNATE}\x1b[?25l{page}"
        _write(page)

    def release(self) -> None:
        """Leave the terminal as it was found, unless the framework does that."""
        if self.taken or self.settings is None:
            return
        import termios

        termios.tcsetattr(0, termios.TCSANOW, self.settings)
        _write(_BACK)


def _write(codes: str) -> None:
    assert sys.__stderr__ is not None  # where the framework draws, too
    sys.__stderr__.write(codes)
    sys.__stderr__.flush()
