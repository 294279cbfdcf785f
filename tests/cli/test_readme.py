"""What the README promises: its two lines, and examples whose output the command really prints."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import environment

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
EXAMPLES = [
    tuple(example.rstrip("\n").split("\n"))
    for session in SESSIONS
    for example in re.split(r"^\$ ", session, flags=re.MULTILINE)
    if "\n" in example.rstrip("\n")
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_an_example_of_the_readme_prints_these_lines_in_this_order(
    example: tuple[str, ...],
) -> None:
    command, *shown = example
    program, *arguments = shlex.split(command)
    assert program == "sidelight"
    done = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment(),
    )
    assert done.returncode == 0, done.stderr
    printed = iter(done.stdout.splitlines())
    for line in shown:
        assert any(is_shown(line, whole) for whole in printed), f"not printed, or earlier: {line}"


def is_shown(shown: str, printed: str) -> bool:
    """Whether a line of the README is this line of the output, perhaps cut short with `…`."""
    return shown == printed or (shown.endswith("…") and printed.startswith(shown[:-1]))


def test_every_verb_has_an_example() -> None:
    verbs = {example[0].split()[1] for example in EXAMPLES}
    assert verbs == {"outline", "search", "claims", "compare"}


def test_the_integration_run_follows_the_one_test_line_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    pattern = re.search(r"grep -m 1 -E '(.+?)' README\.md", script)
    assert pattern
    lines = [line for line in README.splitlines() if re.search(pattern[1], line)]
    assert len(lines) == 1
    assert lines[0].startswith("python3 -m venv .venv && ")
