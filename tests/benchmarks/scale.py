"""A claim among a million passages of fifty thousand reports: what it takes, and what it keeps."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from random import Random
from statistics import median
from time import process_time

from tests.benchmarks.evidence import made, sentences_like
from tests.benchmarks.figures import Figure, Options
from tui.claims import Comparison, claims

REPORTS, REPORTS_QUICK = 50_000, 5_000
"""How many reports, each of five paragraphs of four sentences."""
DIFFERENT = 20_000
"""How many different sentences they are made of."""
CLAIMS = 150


def run(options: Options) -> Iterable[Figure]:
    """Compare the claims of a made paper with made reports, one after the other."""
    count = REPORTS_QUICK if options.quick else REPORTS
    picker, prose = Random(5), list(sentences_like(1, DIFFERENT))
    reports = [
        made(str(n), [" ".join(picker.choices(prose, k=4)) for _ in range(5)]) for n in range(count)
    ]
    paper = made("paper", list(sentences_like(2, CLAIMS)), "paper")
    start = process_time()
    comparison = Comparison(paper, reports)
    name = f"{comparison.searched.passages:,} passages of {count:,} reports"
    yield Figure(f"{name}, prepared with their index", process_time() - start, unit="s CPU")
    gc.collect()
    taken = []
    for claim in claims(paper, every=True):
        start = process_time()
        comparison.finding(claim)
        taken.append((process_time() - start) * 1000)
    yield Figure(f"{name}: the first claim", taken[0], unit="ms CPU")
    yield Figure(f"{name}: a claim", median(taken), unit="ms CPU")
    yield Figure(f"{name}: all {len(taken)} claims", sum(taken) / 1000, unit="s CPU")
