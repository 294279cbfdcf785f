"""Speed and memory of opening many documents and a long PDF, and what is read of web pages.

The files are made of the seeds' own sentences. Times are of the processor, in one process, as
ratios to a yardstick measured in the same run: to read the files and `str.split()` them; to have
pypdfium2 extract the text. Web pages take `--data`: the F1 of token 4-grams averaged over pages,
as the article-extraction benchmark reckons it.
"""

from __future__ import annotations

import gc
import gzip
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, Options
from tests.ingest.writers import Words, column, pdf
from tui import ingest, library
from tui.document import Document, Unreadable
from tui.search import Index

FILES, QUICK_FILES = 10_000, 1_000
PAGES, QUICK_PAGES = 300, 60
CHARACTERS = 3_000
"""Of each file."""

_TOKEN = re.compile(r"\w+")
_MEMORY = """
import sys
from pathlib import Path
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
from tui import ingest, library
from tui.search import Index
library.open_collection(library.seeds())
Index.of([])
before = resident()
opened = library.open_collection([sys.argv[1]])
documents = resident() - before
for document in opened.documents:
    ingest.sentences(document)
sentences = resident() - before
index = Index.of(opened.documents)
text = sum(len(document.text.encode()) for document in opened.documents)
print(documents / text, sentences / text, (resident() - before) / text)
"""


def run(options: Options) -> Iterator[Figure]:
    """Measure and give the figures, the quick ones first, with the command's own collector."""
    gc.set_threshold(50_000)
    yield from articles(options)
    yield from long_pdf(QUICK_PAGES if options.quick else PAGES)
    with TemporaryDirectory() as name:
        folder = Path(name)
        count = QUICK_FILES if options.quick else FILES
        files = make_files(folder / "files", count)
        yield from many_files(folder, files)
        yield from memory(folder / "files", count)


def cpu(work: Callable[[], object], times: int = 1) -> float:
    """Give the processor's seconds that some work takes, the best of several times."""
    seconds = []
    for _ in range(times):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def make_files(folder: Path, count: int) -> list[Path]:
    """Write files of sentences drawn from the seeds, in paragraphs of two to five."""
    folder.mkdir()
    texts = [document.text for path in library.seeds() for document in ingest.read(path)]
    pool = [
        sentence
        for text in texts
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if len(sentence) > 40
    ]
    chance = random.Random(7)
    files = []
    for number in range(count):
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < CHARACTERS:
            paragraphs.append(" ".join(chance.choices(pool, k=chance.randint(2, 5))))
        files.append(folder / f"{number:05}.txt")
        files[-1].write_text("\n\n".join(paragraphs)[:CHARACTERS] + "\n", encoding="utf-8")
    return files


def many_files(folder: Path, files: Sequence[Path]) -> Iterator[Figure]:
    """Measure opening a folder of files for the first time, and again."""

    def yardstick() -> None:
        for file in files:
            file.read_text(encoding="utf-8").split()

    base = cpu(yardstick, 3)
    source, cache = [str(folder / "files")], folder / "cache"
    about = f"{len(files):,} files of {CHARACTERS / 1000:g} KB"
    note = f"yardstick: {base:.2f} s"

    alone = cpu(lambda: library.open_collection([str(files[0])]), 5)
    first = cpu(lambda: next(library.opening(source)), 5)
    later = f"the first of {len(files):,} documents, later than it would be alone"
    yield Figure(later, 1000 * (first - alone), None, "ms")

    opened = library.open_collection([])

    def cold() -> None:
        nonlocal opened
        opened = library.open_collection(source)

    parts = {
        "read": cpu(cold),
        "split into sentences and indexed": cpu(
            lambda: Index.of(opened.documents, folder / "index")
        ),
    }
    yield Figure(f"{about}, cold", sum(parts.values()) / base, 15, "×", note=note)
    for name, seconds in parts.items():
        yield Figure(f"  of which {name}", seconds / base, None, "×")
    library.open_collection(source, cache=cache)
    library.open_collection(source, cache=cache)  # the files are no longer fresh
    opened = library.open_collection([])
    again = cpu(lambda: library.open_collection(source, cache=cache), 3)
    yield Figure(f"{about}, again from the cache", again / base, 1, "×", note=note)
    opened = library.open_collection(source, cache=cache)
    index = cpu(lambda: Index.of(opened.documents, folder / "index"))
    yield Figure("  and their index, from its folder", index / base, None, "×")


def memory(files: Path, count: int) -> Iterator[Figure]:
    """Measure what documents, sentences and index take, in a process of their own."""
    if not Path("/proc/self/statm").exists():
        yield Figure("memory", float("nan"), 6, note="measured on Linux only")
        return
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(files)], capture_output=True, text=True, check=True
    )
    documents, sentences, index = map(float, done.stdout.split())
    yield Figure(f"memory of {count:,} documents, to their text", documents, 6, "×")
    yield Figure("  and of their sentences", sentences, 6, "×")
    yield Figure("  and of their index, as indexing leaves it", index, None, "×")


def long_pdf(count: int) -> Iterator[Figure]:
    """Measure reading a long PDF of two columns, beside pypdfium2's own extraction."""
    from pypdfium2 import PdfDocument

    (text, *_) = (document.text for path in library.seeds() for document in ingest.read(path))
    words = text.encode("cp1252", "replace").decode("cp1252").split()
    pages = []
    for number in range(count):
        lines = [" ".join(words[i : i + 7]) for i in range(number % 9, 630 + number % 9, 7)]
        head = Words(50, 770, f"Journal of Long Papers, page {number + 1}")
        pages.append([head, *column(50, 730, lines[:45]), *column(320, 730, lines[45:90])])
    data = pdf(pages)

    def yardstick() -> None:
        source = PdfDocument(data)
        for page in source:
            page.get_textpage().get_text_range()
        source.close()

    ingest.read("a.pdf", data)
    base = cpu(yardstick, 3)
    own = cpu(lambda: ingest.read("a.pdf", data), 3)
    note = f"yardstick: {base:.2f} s"
    yield Figure(
        f"a PDF of {count} pages, to pypdfium2's extraction", own / base, 3, "×", note=note
    )


def articles(options: Options) -> Iterator[Figure]:
    """Measure how well the articles of web pages are told from the pages around them."""
    folder = options.data / "html" if options.data else None
    if folder is None or not folder.is_dir():
        note = "needs --data with html/pages and html/ground-truth.json"
        yield Figure("articles of web pages, F1", float("nan"), 0.958, at_most=False, note=note)
        return
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    found = {file.name.partition(".")[0]: _article(file) for file in (folder / "pages").iterdir()}
    for name, unseen in (("", ()), (" without furniture", ("furniture", "title"))):
        counts = [
            compared(truth[page]["articleBody"], _text(found[page], unseen)) for page in found
        ]
        note = f"{len(found)} pages"
        f1 = averaged(counts)
        yield Figure(f"articles of web pages{name}, F1", f1, 0.958, at_most=False, note=note)


def _article(file: Path) -> Document | None:
    try:
        (document,) = ingest.read(file.name, gzip.decompress(file.read_bytes()))
    except Unreadable:
        return None
    return document


def _text(document: Document | None, unseen: Iterable[str]) -> str:
    if document is None:
        return ""
    kept = (p for p in document.paragraphs if p.kind not in unseen)
    return "\n\n".join(document.text[p.start : p.end] for p in kept)


def compared(true: str, told: str) -> tuple[float, float, float]:
    """Give the shares of 4-grams that are in both texts, only in the told, only in the true."""
    ours, theirs = _grams(told), _grams(true)
    both = (ours & theirs).total()
    counts = both, ours.total() - both, theirs.total() - both
    whole = sum(counts) or 1
    return counts[0] / whole, counts[1] / whole, counts[2] / whole


def _grams(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    grams = (tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)))
    return Counter(gram for gram in grams if gram)


def averaged(counts: Iterable[tuple[float, float, float]]) -> float:
    """Give the F1 of the mean precision and the mean recall."""
    counts = list(counts)
    precision = mean(both / (both + more) for both, more, _ in counts if both + more)
    recall = mean(both / (both + less) for both, _, less in counts if both + less)
    return 2 * precision * recall / (precision + recall)
