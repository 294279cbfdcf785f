"""The command line, run in this process."""

import signal
import sys
from collections.abc import Iterator

import pytest

from tests.cli.command import Ran, Run
from tui import cli


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    def one(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["sidelight", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        code = left.value.code
        return Ran(code if isinstance(code, int) else 0, out, err)

    pipes = signal.getsignal(signal.SIGPIPE)
    yield one
    signal.signal(signal.SIGPIPE, pipes)
