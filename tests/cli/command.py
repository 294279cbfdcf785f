"""What the tests of the command line share: the seeds, and what one run left behind."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds"
PAPER = str(SEEDS / "000_8b68f17e64110e46.txt")
COLUMN = str(SEEDS / "001_0629e3c6cfe85886.txt")
NEWS = str(SEEDS / "002_34f170d6373a7325.txt")


class Ran:
    """One run of the command in this process."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]
"""Runs the command in this process with the words given."""


def text_of(path: str) -> str:
    return Path(path).read_text("utf-8")
