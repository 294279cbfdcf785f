"""Speed and quality of the search at four sizes, beside raw tantivy and RapidFuzz scans.

Passages are real prose: the seeds' own sentences at the smallest size; then, with `--data`, its
texts cut to about 240 characters; where that is not enough, passages made of stretches of eight
words from all over that prose. The figures' notes say which. Times are of the processor, in one
thread, the best of three, so that other programs count little.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.figures import Figure, Options
from tests.benchmarks.typist import misspell
from tui.document import BODY_KINDS, Document, Paragraph, Sentence
from tui.ingest import read, sentences
from tui.search import Index, indexing, search
from tui.search.folding import words

SEEDS = Path(__file__).parents[2] / "seeds"
PASSAGE = 240
"""Characters of a passage, about."""
PER_DOCUMENT = 350
ROUNDS = 3
"""Each time is the best of so many, since whatever else runs disturbs it."""
TOP = 10
"""Hits asked for where times are compared with those of raw queries."""
SCANS = 15
"""Words that all passages are scanned for."""
STRETCH = 8
"""Words in a row that a recombined passage takes from one place."""

TARGETS: dict[int, dict[str, float]] = {
    350: {"key": 0.5, "open": 50, "memory": 15, "R1": 0.99, "R2": 0.99, "MRR": 0.99, "scan": 0.06},
    10_000: {
        "key": 1,
        "open": 50,
        "memory": 20,
        "size": 0.5,
        "prefix": 4,
        "typo": 0.7,
        "scan": 0.001,
        "R1": 0.97,
        "R2": 0.95,
        "MRR": 0.98,
    },
    100_000: {
        "key": 5,
        "open": 50,
        "memory": 35,
        "size": 0.5,
        "prefix": 2,
        "typo": 0.5,
        "scan": 2e-4,
        "R1": 0.94,
        "R2": 0.93,
        "MRR": 0.96,
    },
    1_000_000: {
        "key": 10,
        "open": 90,
        "memory": 150,
        "size": 0.5,
        "prefix": 1.2,
        "typo": 0.5,
        "R1": 0.92,
        "R2": 0.90,
        "MRR": 0.94,
    },
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """So many passages, as documents, and how they came about."""

    documents: tuple[Document, ...]
    """Each paragraph of theirs is a passage."""
    passages: tuple[tuple[Document, int, int], ...]
    """Document, start and end of each."""
    recombined: bool
    """Whether the passages were put together from stretches of others."""
    note: str
    """Where the prose is from, for the reader of the figures."""


Item = tuple[tuple[Document, int, int], list[str]]
"""A passage, and three of its content words."""


def run(options: Options) -> Iterable[Figure]:
    """Measure at 350, 10,000, 100,000 and 1,000,000 passages; quick: the first two."""
    prose = list(_prose(options.data))
    sizes = [350, 10_000] if options.quick else list(TARGETS)
    with TemporaryDirectory() as folder:
        for size in sizes:
            yield from _measured(_corpus(prose, size, options.data), size, Path(folder) / str(size))


def _measured(corpus: Corpus, size: int, folder: Path) -> Iterator[Figure]:
    target = TARGETS[size]

    def figure(name: str, value: float, key: str = "", unit: str = "", note: str = "") -> Figure:
        quality = key in ("R1", "R2", "MRR", "first")
        aim = 0.95 if key == "first" else target.get(key)
        return Figure(f"{size:,}: {name}", value, aim, unit, not quality, note)

    before = time.process_time()
    index = _built(corpus, folder)
    note = f"{corpus.note}; {len(index.vocabulary.words):,} words"
    (folder / "passages").write_text("\n".join(d.text[s:e] for d, s, e in corpus.passages), "utf-8")
    yield figure("build, CPU", time.process_time() - before, unit="s", note=note)
    text = sum(len(document.text.encode()) for document in corpus.documents)
    disk = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    yield figure("index size / text", disk / text, "size")
    rng = random.Random(size)
    items = list(islice(_items(corpus, rng, index), 300))
    asked = [" ".join([misspell(three[0], rng), *three[1:]]) for _, three in items[:50]]
    (folder / "asked").write_text(json.dumps(asked), "utf-8")
    yield from _opening(folder, figure)
    yield from _keys(index, items, rng, figure)
    yield from _ratios(index, items, rng, figure, corpus)
    yield from _quality(index, items, rng, figure)


def _keys(index: Index, items: list[Item], rng: random.Random, figure: Any) -> Iterator[Figure]:
    """Time every key of queries of three words, every second one with a word misspelt."""
    spent: list[float] = []
    for number, (_, three) in enumerate(items[:60]):
        typed = " ".join([misspell(three[0], rng) if number % 2 else three[0], *three[1:]])
        keys = [partial(search, index, typed[:end]) for end in range(1, len(typed) + 1)]
        rounds = []
        for _ in range(ROUNDS):
            index.vocabulary.forget()
            rounds.append([_time(key) for key in keys])
        spent += map(min, zip(*rounds, strict=True))
    note = f"{len(spent):,} keys, median {median(spent):.2f} ms, longest {max(spent):.1f} ms"
    yield figure("keystroke, p95", quantiles(spent, n=20)[-1], "key", "ms", note)


def _ratios(
    index: Index, items: list[Item], rng: random.Random, figure: Any, corpus: Corpus
) -> Iterator[Figure]:
    """Time single words against tantivy's own queries, and against a RapidFuzz scan.

    A raw query is one of the same field, run for as many hits; ours tells as well which passages
    they are, theirs need not.
    """
    from tantivy import Query

    schema, searcher = index.schema, index.searcher

    def raw(query: Query) -> object:
        return searcher.search(query, TOP).hits

    singles = [three[0] for _, three in items[:200]]
    cases: list[tuple[str, str, list[str], Callable[[str], Any]]] = [
        ("exact word", "", singles, lambda w: Query.term_query(schema, "words", w)),
        (
            "prefix of 2 to 4 letters",
            "prefix",
            [word[: 2 + place % 3] for place, word in enumerate(singles)],
            lambda w: Query.regex_query(schema, "words", w + ".*"),
        ),
        (
            "one typo",
            "typo",
            [misspell(word, rng) for word in singles],
            lambda w: Query.fuzzy_term_query(schema, "words", w, 1),
        ),
    ]
    typo = 0.0
    for name, key, asked, make in cases:
        ours, theirs = [], []
        for word in asked:
            typed = word if key == "prefix" else word + " "
            ours.append(_best(partial(search, index, typed, limit=TOP), index.vocabulary.forget))
            theirs.append(_best(lambda q: raw(make(q)), None, word))  # noqa: B023
        note = f"p50/p95 {_half(ours)} ms, tantivy's {_half(theirs)} ms, top {TOP}"
        yield figure(f"{name} / raw tantivy, p50", median(ours) / median(theirs), key, note=note)
        typo = median(ours)
    if "scan" in TARGETS[len(corpus.passages)]:
        yield _scan(corpus, [misspell(word, rng) for word in singles[:SCANS]], typo, figure)


def _half(spent: list[float]) -> str:
    return f"{median(spent):.3f}/{quantiles(spent, n=20)[-1]:.3f}"


def _scan(corpus: Corpus, asked: list[str], ours: float, figure: Any) -> Figure:
    from rapidfuzz.fuzz import partial_ratio
    from rapidfuzz.process import extract

    folded = [" ".join(words(d.text[s:e])) for d, s, e in corpus.passages]
    scan = partial(extract, scorer=partial_ratio, limit=TOP)
    scans = [_time(scan, word, folded) for word in asked]
    found: Figure = figure(
        "one typo / RapidFuzz partial_ratio scan",
        ours / median(scans),
        "scan",
        note=f"the scan {median(scans):.1f} ms",
    )
    return found


def _quality(index: Index, items: list[Item], rng: random.Random, figure: Any) -> Iterator[Figure]:
    """Look for known passages by three of their words, the longest misspelt."""
    for edits in (1, 2):
        ranks, right, unknown = [], 0, 0
        for place, three in items:
            wrong = misspell(three[0], rng, edits)
            typed = " ".join(sorted([wrong, *three[1:]], key=lambda _: rng.random())) + " "
            found = search(index, typed)
            ranks.append(_rank(found.hits, place))
            alone = search(index, wrong + " ", limit=1)
            if not index.vocabulary.frequency(wrong):
                unknown += 1
                right += (alone.suggestion or "").strip() == three[0]
        note = f"{len(ranks)} queries of three words, one misspelt by {edits} edits"
        share = mean(0 < rank <= 10 for rank in ranks)
        yield figure(f"true passage in the top 10, {edits} edits", share, f"R{edits}", note=note)
        if edits == 1:
            mrr = mean(1 / rank if rank else 0.0 for rank in ranks)
            yield figure("known item, one word misspelt, MRR", mrr, "MRR")
        key = "first" if edits == 1 else ""
        note = f"{unknown} unknown words, {edits} edits"
        yield figure(f"right suggestion, {edits} edits", right / unknown, key, note=note)


def _opening(folder: Path, figure: Any) -> Iterator[Figure]:
    """Open the index in fresh processes: time, and memory after some searches."""
    times, sizes = [], []
    command = [sys.executable, "-m", "tests.benchmarks.search", str(folder)]
    for _ in range(3):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        milliseconds, kilobytes = json.loads(done.stdout)
        times.append(milliseconds)
        sizes.append(kilobytes / 1024)
    yield figure(
        "import and open", min(times), "open", "ms", "processor, best of 3 fresh processes"
    )
    note = "resident, without the documents, after searching"
    yield figure("memory above bare Python", min(sizes), "memory", "MB", note)


def _opened(folder: Path) -> None:
    """Open the index of a folder in this process and print milliseconds and kilobytes."""
    documents = tuple(_documents((folder / "passages").read_text("utf-8").split("\n")))
    asked = json.loads((folder / "asked").read_text("utf-8"))
    bare = _resident()
    before = time.process_time()
    import tui.search

    index = tui.search.Index.of(documents, folder / "index")
    spent = (time.process_time() - before) * 1000
    for query in asked:
        tui.search.search(index, query)
    print(json.dumps([spent, _resident() - bare]))


def _resident() -> int:
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1])  # type: ignore[index]


def _items(corpus: Corpus, rng: random.Random, index: Index) -> Iterator[Item]:
    """Yield known items: passages that the three words single out when they are spelt right."""
    for _ in range(1000):
        item = _item(corpus, rng, index)
        if item and search(index, " ".join("'" + word for word in item[1])).whole == 1:
            yield item


def _item(corpus: Corpus, rng: random.Random, index: Index) -> Item | None:
    """Choose a passage and three content words; of a recombined one, from different places.

    A content word has five letters or more and stands in at most one passage of a hundred.
    """
    often = max(10, index.passages // 100)
    document, start, end = place = rng.choice(corpus.passages)
    found = words(document.text[start:end])
    parts = [found[n : n + STRETCH] for n in range(0, len(found), STRETCH)]
    if not corpus.recombined:
        parts = [[word] for word in found]
    rng.shuffle(parts)
    chosen: list[str] = []
    for part in parts:
        content = [w for w in part if len(w) >= 5 and w.isalpha() and w.isascii()]
        content = [w for w in content if w not in chosen and index.vocabulary.frequency(w) <= often]
        if content:
            chosen.append(rng.choice(content))
    chosen = sorted(chosen[:3], key=len, reverse=True)
    return (place, chosen) if len(chosen) == 3 and len(chosen[0]) >= 6 else None


def _rank(hits: Iterable[Any], place: tuple[Document, int, int]) -> int:
    for rank, hit in enumerate(hits, 1):
        if (hit.document, hit.start, hit.end) == place:
            return rank
    return 0


def _built(corpus: Corpus, folder: Path) -> Index:
    folder.mkdir()
    steps = indexing(corpus.documents, folder / "index", _paragraphs)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            index: Index = done.value
            return index


def _paragraphs(document: Document) -> Iterator[Sentence]:
    for number, paragraph in enumerate(document.paragraphs):
        yield Sentence(paragraph.start, paragraph.end, number)


def _prose(data: Path | None) -> Iterator[str]:
    """Yield real passages: the seeds' sentences, then all texts of the data cut to size."""
    for path in sorted(SEEDS.glob("*.txt")):
        for document in read(str(path)):
            for sentence in sentences(document):
                if document.paragraphs[sentence.paragraph].kind in BODY_KINDS:
                    yield " ".join(document.text[sentence.start : sentence.end].split())
    for text in _texts(data) if data else ():
        yield from _cut(" ".join(text.split()))


def _texts(data: Path) -> Iterator[str]:
    """Yield the data's paragraphs: of papers, then of abstracts, claims, speeches and news."""
    for name in ("outline", "retrieval", "claims"):
        for path in sorted((data / name).glob("*.jsonl.gz")):
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for line in map(json.loads, lines):
                    yield from line.get("paragraphs") or [line["text"]]
    for page in json.loads((data / "html" / "ground-truth.json").read_text("utf-8")).values():
        yield from page["articleBody"].split("\n")


def _cut(text: str) -> Iterator[str]:
    while len(text) > PASSAGE * 1.5:
        place = text.rfind(" ", 0, PASSAGE)
        place = place if place > 0 else PASSAGE
        yield text[:place]
        text = text[place + 1 :]
    if len(text) > PASSAGE / 4:
        yield text


def _corpus(prose: list[str], size: int, data: Path | None) -> Corpus:
    source = "the seeds and --data" if data else "the seeds alone"
    recombined = size > len(prose)
    if recombined:
        passages = list(_recombined(prose, size))
        note = f"prose of {source}, recombined to size"
    else:
        passages = prose[:size]
        note = f"prose of {source}, as it is"
    documents = tuple(_documents(passages))
    places = tuple((d, p.start, p.end) for d in documents for p in d.paragraphs)
    return Corpus(documents, places, recombined, note)


def _recombined(prose: list[str], size: int) -> Iterator[str]:
    rng = random.Random(7)
    pieces = []
    for passage in prose:
        row = passage.split()
        pieces += [
            " ".join(row[n : n + STRETCH]) for n in range(0, len(row) - STRETCH + 1, STRETCH)
        ]
    each = max(1, round(PASSAGE / mean(map(len, pieces))))
    for _ in range(size):
        yield " ".join(rng.choices(pieces, k=each))


def _documents(passages: list[str]) -> Iterator[Document]:
    for first in range(0, len(passages), PER_DOCUMENT):
        text, spans = [], []
        start = 0
        for passage in passages[first : first + PER_DOCUMENT]:
            spans.append(Paragraph(start, start + len(passage)))
            text.append(passage)
            start += len(passage) + 1
        whole = "\n".join(text)
        digest = sha256(whole.encode()).hexdigest()
        yield Document(f"{first}.txt", whole, tuple(spans), digest, title=f"Passages from {first}")


def _best(
    action: Callable[..., object], before: Callable[[], None] | None, *arguments: object
) -> float:
    """Give the milliseconds of the fastest of a few rounds, each after something else."""
    spent = []
    for _ in range(ROUNDS):
        if before:
            before()
        spent.append(_time(action, *arguments))
    return min(spent)


def _time(action: Callable[..., object], *arguments: object) -> float:
    """Give the milliseconds of this thread's processor that a call takes."""
    before = time.thread_time()
    action(*arguments)
    return (time.thread_time() - before) * 1000


if __name__ == "__main__":
    _opened(Path(sys.argv[1]))
