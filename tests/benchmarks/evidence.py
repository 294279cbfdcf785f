"""How well claims and their evidence are found, and how fast: quality on labelled sets, speed."""

from __future__ import annotations

import gzip
import json
import math
import time
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import Figure, Options
from tui.claims import Claim, Comparison, claims
from tui.document import Document, Paragraph, Role
from tui.ingest import read

DEPTH = 10
"""Passages that a reader looks at: nDCG is taken over so many."""


def made(path: str, paragraphs: Sequence[str], role: Role = "report") -> Document:
    """Make a document of body paragraphs."""
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Paragraph(start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    digest = sha256(text.encode()).hexdigest()
    return Document(path, text, tuple(blocks), digest, role=role)


def labelled(path: Path) -> tuple[dict[str, str], list[tuple[str, set[str]]]]:
    """Read a retrieval set: the passages by name, and the claims with the passages they need."""
    passages: dict[str, str] = {}
    wanted: list[tuple[str, set[str]]] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if "passage" in row:
                passages[row["passage"]] = " ".join(row["text"].split())
            else:
                wanted.append((" ".join(row["text"].split()), set(row["evidence"])))
    return passages, wanted


def gain(ranked: Sequence[str], wanted: set[str]) -> float:
    """Give nDCG over the first DEPTH, each wanted passage worth the same."""
    got = sum(1 / math.log2(i + 2) for i, name in enumerate(ranked[:DEPTH]) if name in wanted)
    return got / sum(1 / math.log2(i + 2) for i in range(min(DEPTH, len(wanted))))


def retrieved(path: Path, **options: Any) -> float:
    """Give the mean nDCG of a retrieval set: each passage a report, each claim a paragraph."""
    passages, wanted = labelled(path)
    reports = [made(name, [text]) for name, text in passages.items()]
    paper = made("claims", [text for text, _ in wanted], "paper")
    comparison = Comparison(paper, reports, **options)
    total = 0.0
    for block, (text, names) in zip(paper.paragraphs, wanted, strict=True):
        claim = Claim("", block.start, block.end, text, "", 1.0, ())
        found = comparison.finding(claim, top=1, every=True).evidence
        total += gain([evidence.document.path for evidence in found], names)
    return total / len(wanted)
