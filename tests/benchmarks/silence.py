"""How well silence is told: claims with their passage among others on its subject, and without."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.benchmarks.evidence import labelled, made
from tests.benchmarks.figures import Figure, Options
from tui.claims import Claim, Comparison

SIZES = (3, 6, 12, 40)
"""How many reports a claim is compared with, in turn."""
CLAIMS, FEW = 160, 40
"""How many claims of each set are taken, and in a quick run."""


def whole(text: str) -> Claim:
    """Make a claim of a paper that is nothing else."""
    return Claim("", 0, len(text), text, "", 1.0, ())


def collections(path: Path, most: int) -> Iterator[tuple[str, list[str], bool]]:
    """Yield claims with the passages nearest to them, the right one among them or left out."""
    passages, wanted = labelled(path)
    reports = [made(name, [text]) for name, text in passages.items()]
    paper = made("claims", [text for text, _ in wanted], "paper")
    comparison = Comparison(paper, reports)
    sizes = cycle(SIZES)
    for block, (text, names) in islice(zip(paper.paragraphs, wanted, strict=True), most):
        claim = Claim("", block.start, block.end, text, "", 1.0, ())
        found = comparison.finding(claim, top=1, every=True).evidence
        near = [e.document.path for e in found if e.document.path not in names]
        size = next(sizes)
        yield text, [passages[name] for name in [min(names), *near[: size - 1]]], True
        yield text, [passages[name] for name in near[:size]], False


def strengths(cases: Iterable[tuple[str, list[str], bool]], model: Any) -> list[tuple[float, bool]]:
    """Give how strongly each claim is spoken to, and whether it is."""
    found = []
    for text, texts, spoken in cases:
        reports = [made(str(place), [one]) for place, one in enumerate(texts)]
        comparison = Comparison(made("claim", [text], "paper"), reports, vectors=model)
        found.append((comparison.finding(whole(text)).strength, spoken))
    return found


def told_apart(found: list[tuple[float, bool]]) -> float:
    """Give how often a claim that is spoken to is stronger than a silent one (the AUC)."""
    spoken = [strength for strength, right in found if right]
    silent = [strength for strength, right in found if not right]
    wins = sum((one > other) + 0.5 * (one == other) for one in spoken for other in silent)
    return wins / (len(spoken) * len(silent))


def run(options: Options) -> Iterable[Figure]:
    """Measure where the labelled sets are, with vectors too if they are installed."""
    from tui.claims.silence import THRESHOLD
    from tui.claims.vectors import NoVectors, load

    name = "silent claims told from others, hard cases, AUC"
    if options.data is None:
        yield Figure(name, math.nan, None, at_most=False, note="needs --data PATH")
        return
    folder = options.data / "retrieval"
    cases = [
        case
        for path in sorted(folder.glob("*-dev.jsonl.gz"))
        for case in collections(path, FEW if options.quick else CLAIMS)
    ]
    models: list[tuple[str, Any]] = [("", None)]
    with suppress(NoVectors):
        models.append((", with vectors", load()))
    for with_what, model in models:
        found = strengths(cases, model)
        yield Figure(name + with_what, told_apart(found), None, at_most=False)
        kept = [strength >= THRESHOLD for strength, right in found if right]
        yield Figure(f"spoken-to claims kept{with_what}", sum(kept) / len(kept), 0.9, at_most=False)
