"""Names of benchmarks in, each figure beside its target out; status 1 where one is missed."""

from __future__ import annotations

import argparse
import json
import math
import sys
import traceback
from collections.abc import Iterable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.figures import Figure, Options


def names() -> list[str]:
    """Give the benchmarks there are: the modules of this folder that define `run`."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [file.stem for file in files if "\ndef run(" in file.read_text("utf-8")]


def measure(name: str, options: Options) -> Iterable[Figure]:
    """Run one benchmark, its figures as they come."""
    run = import_module(f"tests.benchmarks.{name}").run
    figures: Iterable[Figure] = run(options)
    return figures


def line(figure: Figure) -> str:
    """Give a figure beside its target, in columns: `✓ met   name   value   ≤ target   note`."""
    mark = "  –     " if figure.target is None else "✓ met   " if figure.met else "✗ MISSED"
    target = ""
    if figure.target is not None:
        target = f"{'≤' if figure.at_most else '≥'} {number(figure.target)} {figure.unit}".strip()
    value = f"{number(figure.value)} {figure.unit}".strip()
    note = f"  {figure.note}" if figure.note else ""
    return f"{mark} {figure.name:<64} {value:>14}  {target:<14}{note}".rstrip()


def as_json(name: str, figure: Figure) -> str:
    """Give a figure as one JSON object, null for what was not measured."""
    value = None if math.isnan(figure.value) else figure.value
    return json.dumps({"benchmark": name, **asdict(figure), "value": value, "met": figure.met})


def number(value: float) -> str:
    """Give three significant digits and no exponent, or – where nothing was measured."""
    if math.isnan(value):
        return "–"
    if value == 0 or math.isinf(value):
        return f"{value:g}"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{digits}f}"


def main() -> int:
    """Run the benchmarks that were named, or all; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("name", nargs="*", help=f"of {', '.join(names())}; all if left out")
    parser.add_argument("--data", type=Path, help="folder of the evaluation sets")
    parser.add_argument("--quick", action="store_true", help="smaller and fewer, for a first look")
    parser.add_argument("--json", action="store_true", help="one JSON object a figure and line")
    arguments = parser.parse_args()
    if unknown := set(arguments.name) - set(names()):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    options = Options(data=arguments.data, quick=arguments.quick)
    status = 0
    for name in arguments.name or names():
        if not arguments.json:
            print(f"\n{name}", flush=True)
        try:
            for figure in measure(name, options):
                print(as_json(name, figure) if arguments.json else line(figure), flush=True)
                status = status if figure.met else max(status, 1)
        except Exception:
            traceback.print_exc()
            status = 2
    return status


if __name__ == "__main__":
    sys.exit(main())
