"""The same words give the same findings, whatever order Python keeps its sets in."""

import os
import subprocess
import sys

PROGRAM = """
from tests.claims.documents import seeds
from tui.claims import Comparison, claims
paper, *reports = seeds()
comparison = Comparison(paper, reports)
for claim in claims(paper, every=True)[:80]:
    finding = comparison.finding(claim, every=True)
    print(claim.id, claim.score, finding.strength, [(e.start, e.score) for e in finding.evidence])
"""


def test_findings_are_the_same_in_every_run() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == 80
