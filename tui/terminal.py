"""The terminal between the first page and the framework: words in, keys kept for later.

The framework takes a while to load. Until it does, the first page stands on the alternate screen
and the keys are neither echoed nor lost: the terminal's own queue holds them.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Any

ALTERNATE = "\x1b[?1049h"
"""Enters the alternate screen; a terminal may clear it even if it is there already."""
_BACK = "\x1b[?1049l\x1b[?25h"
_IFLAG, _LFLAG = 0, 3


@dataclass(slots=True)
class Held:
    """A terminal that shows the first page; `release` it unless the framework has taken it."""

    settings: list[Any]
    """Its line settings as they were found."""
    taken: bool = False
    """Whether the framework has it by now, and will give it back."""

    def release(self) -> None:
        """Leave the terminal as it was found, unless the framework does that."""
        if self.taken:
            return
        import termios

        termios.tcsetattr(0, termios.TCSANOW, self.settings)
        _write(_BACK)


def hold(page: str) -> Held | None:
    """Show the page and keep the keys; None where there is no such terminal, as in a browser."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return None
    try:
        import termios
    except ImportError:  # no POSIX system
        return None
    settings = termios.tcgetattr(0)
    silent = termios.tcgetattr(0)
    silent[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    silent[_IFLAG] &= ~(termios.ICRNL | termios.IXON)
    termios.tcsetattr(0, termios.TCSANOW, silent)
    _write(f"{ALTERNATE}\x1b[?25l{page}")
    return Held(settings)


def _write(codes: str) -> None:
    assert sys.__stderr__ is not None  # where the framework draws, too
    sys.__stderr__.write(codes)
    sys.__stderr__.flush()
