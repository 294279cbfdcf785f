"""How well claims and their evidence are found, and how fast: quality on labelled sets, speed."""

from __future__ import annotations

import gc
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


def balanced_precision(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Give average precision as if both labels were equally frequent."""
    weight = sum(labels) / max(1, len(labels) - sum(labels))
    order = sorted(range(len(labels)), key=lambda place: -scores[place])
    right = seen = total = 0.0
    for place in order:
        seen += 1.0 if labels[place] else weight
        if labels[place]:
            right += 1.0
            total += right / seen
    return total / right


def checkable(data: Path, folds: int = 5) -> float:
    """Give the claims model's average precision on sentences that it was not learned from."""
    import numpy as np

    from tests.benchmarks.learn_claims import common_words, fit, load, matrix

    texts, labels = load(data)
    rows, wanted = matrix(texts, common_words(texts)), np.array(labels, float)
    order = np.random.RandomState(1).permutation(len(labels))
    scores = np.zeros(len(labels))
    for fold in range(folds):
        held = order[fold::folds]
        rest = np.setdiff1d(order, held)
        scores[held] = rows[held] @ fit(rows[rest], wanted[rest])
    return balanced_precision(labels, scores.tolist())


def seeds() -> tuple[Document, list[Document]]:
    """Read the paper and the reports that come with the program."""
    folder = Path(__file__).parents[2] / "seeds"
    paper, *reports = (read(str(path))[0] for path in sorted(folder.glob("*.txt")))
    return paper, reports


def compared(paper: Document, reports: Sequence[Document]) -> float:
    """Give the CPU seconds that all claims of a loaded paper take."""
    gc.collect()  # what the reading left
    start = time.process_time()
    comparison = Comparison(paper, reports)
    for claim in claims(paper):
        comparison.finding(claim)
    return time.process_time() - start


def loaded() -> float:
    """Give the least CPU seconds of three comparisons of the seeds, each read anew."""
    from tui.ingest import sentences
    from tui.outline import outline

    def once() -> float:
        paper, reports = seeds()
        for document in (paper, *reports):
            sentences(document)
            outline(document)
        return compared(paper, reports)

    return min(once() for _ in range(3))


def sentences_like(seed: int, count: int) -> Iterator[str]:
    """Yield made sentences whose words are as frequent as in English."""
    import random

    from tui.claims.words import frequencies

    words = [
        word for word in frequencies() if word.isalpha() and word not in ("in", "and", "or", "not")
    ]
    weights = [frequencies()[word] for word in words]
    picker = random.Random(seed)
    for _ in range(count):
        yield " ".join(picker.choices(words, weights, k=22)).capitalize() + "."


def many(passages: int) -> tuple[float, float, float]:
    """Compare 150 claims with made reports; give seconds, raw tantivy's seconds, and MB grown."""
    import tracemalloc

    import tantivy

    texts = list(sentences_like(1, passages))
    reports = [made(str(n), texts[n : n + 20]) for n in range(0, passages, 20)]
    paper = made("paper", list(sentences_like(2, 150)), "paper")
    schema = tantivy.SchemaBuilder().add_text_field("words", tokenizer_name="en_stem").build()
    raw = tantivy.Index(schema)
    writer = raw.writer(100_000_000, 1)
    for text in texts:
        writer.add_document(tantivy.Document(words=[text]))
    writer.commit()
    writer.wait_merging_threads()
    raw.reload()
    searcher = raw.searcher()
    queries = [raw.parse_query(c.text.rstrip("."), ["words"]) for c in claims(paper, every=True)]
    start = time.process_time()
    for query in queries:
        searcher.search(query, 100)
    plain = time.process_time() - start
    comparison = Comparison(paper, reports)
    asked = claims(paper, every=True)
    gc.collect()  # what the making of a hundred thousand passages left is not the claims' cost
    start = time.process_time()
    for claim in asked:
        comparison.finding(claim)
    ours = time.process_time() - start
    tracemalloc.start()
    for claim in asked[:100]:
        comparison.finding(claim)
    before = tracemalloc.get_traced_memory()[0]
    for claim in asked[100:]:
        comparison.finding(claim)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return ours, plain, grown / 1e6


def run(options: Options) -> Iterable[Figure]:
    """Measure speed always, quality where the labelled sets are."""
    from tui.claims.vectors import NoVectors, load

    yield Figure("seeds, all claims against both reports", loaded(), 0.15, "s CPU")
    size = 10_000 if options.quick else 100_000
    ours, plain, grown = many(size)
    yield Figure(f"150 claims × {size:,} passages ÷ raw tantivy", ours / plain, 3.0)
    yield Figure(f"150 claims × {size:,} passages", ours, None, "s CPU")
    yield Figure("memory that 50 more findings keep", grown, 5.0, "MB")
    model = None
    try:
        model = load()
        texts = list(sentences_like(3, 20_000))
        start = time.process_time()
        model.embed(texts)
        rate = len(texts) / (time.process_time() - start)
        yield Figure("vectors", rate, 10_000, "sentences/s", at_most=False)
    except NoVectors as why:
        yield Figure("vectors", math.nan, 10_000, "sentences/s", at_most=False, note=str(why))
    yield from quality(options, model)


def quality(options: Options, model: Any) -> Iterator[Figure]:
    """Measure against the labelled sets."""
    sets = (("verified-claims", 0.905, 0.935), ("science-abstracts", 0.85, 0.875))
    if options.data is None:
        for name, target, _ in sets:
            note = "needs --data PATH"
            yield Figure(f"{name}, nDCG@10", math.nan, target, at_most=False, note=note)
        return
    for name, plain, rich in sets:
        path = options.data / "retrieval" / f"{name}-dev.jsonl.gz"
        note = "targets are for the held-out half, which is easier" if plain > 0.9 else ""
        yield Figure(f"{name}, nDCG@10", retrieved(path), plain, at_most=False, note=note)
        if model is not None and not options.quick:
            value = retrieved(path, vectors=model)
            yield Figure(f"{name} with vectors", value, rich, at_most=False, note=note)
    note = "cross-validated, both labels equally frequent"
    yield Figure("checkable, AP", checkable(options.data), 0.9, at_most=False, note=note)
