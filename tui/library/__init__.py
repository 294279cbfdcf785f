"""Paths as the reader names them → the collection of documents they hold, step by step."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tui import ingest
from tui.document import Collection, Document, Unreadable
from tui.library.cache import Cache, key_of, stamp_of, unpacked
from tui.library.head import beginning
from tui.library.names import Source, Sources

__all__ = [
    "Opened",
    "beginning",
    "cache_folder",
    "gather",
    "open_collection",
    "opening",
    "passed_over",
    "seeds",
]

_LOT = 256
"""How many sources are looked up in the cache at once, at most."""


class Opened(NamedTuple):
    """One step of opening: a document, or why there is none, and how far the work is."""

    found: Document | Unreadable
    """What the step brought."""
    done: int
    """How many sources are finished or being read; a source may hold many documents."""
    total: int
    """How many sources are known; as the first is shown, the others are still to be found."""
    place: int | None = None
    """The offset where the reader asked to begin in the document, by `FILE:LINE`."""
    skipped: int = 0
    """How many files in folders were passed over, being of no kind that can be read."""


def open_collection(
    paths: Iterable[str],
    *,
    paper: Iterable[str] = (),
    reports: Iterable[str] = (),
    cache: Path | None = None,
) -> Collection:
    """Open everything that is named; what cannot be opened is in the collection's problems.

    `paper` and `reports` say the roles outright, the papers first where a file is named twice;
    all other roles are guesses. Folders are searched through, `-` is standard input, and
    `FILE:LINE` says where to begin. What was read before is taken from the cache in the folder
    `cache`, for which `cache_folder()` is the usual place; None is no cache.
    """
    return gather(opening(paths, paper=paper, reports=reports, cache=cache))


def passed_over(files: int) -> str:
    """Say that so many files were not even tried."""
    return f"{files:,} {'file' if files == 1 else 'files'} passed over: of no kind that can be read"


def gather(steps: Iterable[Opened]) -> Collection:
    """Make a collection of the steps taken so far."""
    documents: list[Document] = []
    problems: list[Unreadable] = []
    place: tuple[Document, int] | None = None
    skipped = 0
    for step in steps:
        skipped = step.skipped
        if isinstance(step.found, Unreadable):
            problems.append(step.found)
            continue
        documents.append(step.found)
        if step.place is not None and place is None:
            place = step.found, step.place
    return Collection(tuple(documents), tuple(problems), skipped, place)


def opening(
    paths: Iterable[str],
    *,
    paper: Iterable[str] = (),
    reports: Iterable[str] = (),
    cache: Path | None = None,
) -> Generator[Opened, None, None]:
    """Yield each document as soon as it is read: papers, then reports, then the others.

    Nothing is read ahead, and the first before the others are looked for: close the generator
    to stop. No source is opened twice.
    """
    sources = Sources()
    kept = Cache(cache)
    done = told = 0
    try:
        for lot in _lots(sources.named(paths, paper, reports)):
            for problem in sources.problems[told:]:
                yield Opened(problem, done, sources.count, None, sources.skipped)
            told = len(sources.problems)
            for source, parts in _read(lot, kept):
                done += 1
                for part in parts:
                    found = _as_named(part, source)
                    place = _place(found, source) if source.line else None
                    yield Opened(found, done, sources.count, place, sources.skipped)
            kept.save()
    finally:
        kept.save()
        kept.close()


def _lots(sources: Iterator[Source]) -> Iterator[Sequence[Source]]:
    """Part the sources: the first alone, so that it can be shown at once, then more and more.

    The last lot is empty: by then all sources were looked for.
    """
    yield list(islice(sources, 1))
    rest = list(sources)
    start, size = 0, 2
    while start < len(rest):
        yield rest[start : start + size]
        start, size = start + size, min(2 * size, _LOT)
    yield ()


def _read(
    lot: Sequence[Source], cache: Cache
) -> Iterator[tuple[Source, Iterable[Document | Unreadable]]]:
    """Yield the documents of each source, from the cache where they are there."""
    stamps = [stamp_of(source.path) for source in lot] if cache.works else [""] * len(lot)
    untouched = cache.untouched(stamps)
    for source, stamp in zip(lot, stamps, strict=True):
        rows = untouched.get(stamp)
        yield source, (rows and unpacked(rows, source.path)) or _parts(source, stamp, cache)


def _parts(source: Source, stamp: str, cache: Cache) -> Iterator[Document | Unreadable]:
    """Yield the documents of a source that may have changed, and keep them for the next time."""
    try:
        data = ingest.contents(source.path)
    except Unreadable as problem:
        yield problem
        return
    if not cache.works:
        yield from ingest.parts(source.path, data)
        return
    key = key_of(source.path, data)
    known = unpacked(cache.same(key, stamp), source.path)
    if known:
        yield from known
        return
    documents: list[Document] = []
    whole = True
    for part in ingest.parts(source.path, data):
        yield part
        if isinstance(part, Document):
            documents.append(part)
        else:
            whole = False
    if whole:  # a problem has to be found again each time, since it has to be told
        cache.keep(key, stamp, documents, source.path)


def _as_named(found: Document | Unreadable, source: Source) -> Document | Unreadable:
    """Give the role that was said; of what no one named it is told in short why it is none."""
    if isinstance(found, Unreadable):
        short = found.reason.partition("; ")[0]
        return Unreadable(found.path, short) if source.listed else found
    return replace(found, role=source.role, role_reason="") if source.role else found


def _place(found: Document | Unreadable, source: Source) -> int | None:
    """Give where the line that was named begins, or the last one; a row has its own line."""
    if isinstance(found, Unreadable):
        return None
    if found.path != source.path:  # one of many rows
        return 0 if found.path == f"{source.path}:{source.line}" else None
    lines = found.text.split("\n", source.line)[: source.line - 1]
    return min(sum(len(text) + 1 for text in lines), found.text.rfind("\n") + 1)


def seeds() -> tuple[str, ...]:
    """Give the paths of the documents that come with the program; empty if they are missing."""
    package = Path(__file__).parent.parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return tuple(sorted(str(path) for path in folder.glob("*.txt")))
    return ()


def cache_folder() -> Path:
    """Give the folder where what can be computed again is kept; safe to delete."""
    from platformdirs import user_cache_path

    return user_cache_path("sidelight", appauthor=False)
