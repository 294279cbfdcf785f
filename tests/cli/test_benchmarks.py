"""`python -m tests.benchmarks`: what it prints beside each target, and its exit status."""

import json
import math
import sys
from collections.abc import Iterable
from typing import Any

import pytest

from tests.benchmarks import __main__ as command
from tests.benchmarks.figures import Figure, Options


@pytest.mark.parametrize(
    ("figure", "printed"),
    [
        (Figure("startup", 1.234, 1.6), "✓ met    startup 1.23 ≤ 1.60"),
        (Figure("startup", 2.0, 1.6), "✗ MISSED startup 2.00 ≤ 1.60"),
        (Figure("recall", 0.9, 0.8, at_most=False), "✓ met    recall 0.900 ≥ 0.800"),
        (Figure("frame", 277.4, unit="ms"), "–        frame 277 ms"),
        (Figure("sentences", 12345.6, unit="/s"), "–        sentences 12,346 /s"),
        (Figure("none", 0.0, 0.1), "✓ met    none 0 ≤ 0.100"),
        (Figure("data", math.nan, 0.5, note="no --data"), "✗ MISSED data – ≤ 0.500 no --data"),
    ],
    ids=lambda value: value.name if isinstance(value, Figure) else "",
)
def test_a_figure_stands_beside_its_target(figure: Figure, printed: str) -> None:
    assert command.line(figure).split() == printed.split()


@pytest.mark.parametrize(
    ("values", "status"), [([1.0], 0), ([1.0, 3.0], 1), ([3.0, 1.0], 1), ([], 2)]
)
def test_the_status_tells_whether_all_were_met(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    values: list[float],
    status: int,
) -> None:
    def measure(name: str, options: Options) -> Iterable[Figure]:
        assert options.quick
        yield from (Figure(name, value, 2.0) for value in values)
        if not values:
            raise FileNotFoundError("no such data")

    assert called(monkeypatch, measure, "startup", "--quick", "--json") == status
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [figure["value"] for figure in printed] == values
    assert all(figure["benchmark"] == "startup" for figure in printed)


def test_an_unknown_name_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        called(monkeypatch, None, "nonsense")
    assert left.value.code == 2
    assert "there are" in capsys.readouterr().err


def called(monkeypatch: pytest.MonkeyPatch, measure: Any, *arguments: str) -> int:
    monkeypatch.setattr(command, "measure", measure)
    monkeypatch.setattr(sys, "argv", ["benchmarks", *arguments])
    return command.main()


def test_what_could_not_be_measured_is_null_in_json() -> None:
    printed = json.loads(command.as_json("data", Figure("recall", math.nan, 0.5)))
    assert (printed["value"], printed["met"]) == (None, False)
