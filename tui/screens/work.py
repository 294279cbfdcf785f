"""What is done behind the reader's back, as steps: open, index, outline, claims."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from tui.document import Collection, Document, Section, Unreadable
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from tui.library import Opened

TOLD = 3
"""So many sources that could not be opened are told one by one, the others by their number."""
TELL_EVERY = 0.15
"""Seconds between two words about the same work: what a reader can follow."""
GROWN = 0.5
"""By what share the collection must grow before the screen shows it anew."""
STORED = 2_000_000
"""From so many code points on the index is kept on disk; below, made anew each time."""
CLAIMS_AHEAD = 2_000_000
"""Up to so many code points a paper's claims are read before anyone asks for them."""
OUTLINED_AHEAD = 300
"""How many outlines are inferred before anyone asks for them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of the work."""

    doing: str = ""
    """What is being done, for the status line; empty when all is done."""
    collection: Collection | None = None
    """What is open by now, when it has grown."""
    whole: tuple[Document, Document] | None = None
    """The beginning of a long text, and the whole that takes its place."""
    problem: Unreadable | None = None
    """What could not be opened."""
    notice: str = ""
    """What else the reader should know of it."""
    indexed: bool = False
    """Whether everything that is open can be searched from now on."""
    outlines: tuple[tuple[Document, Sequence[Section]], ...] = ()
    """Outlines just inferred."""


def prepare(desk: Desk) -> Iterator[Progress]:
    """Do all the work of a collection, the visible first; it can be left between any two steps."""
    if desk.beginning is None:
        yield from _outline(desk)
    yield from _open(desk)
    if desk.collection.documents:
        yield from _outline(desk)
        yield from _index(desk)
        yield from _compare(desk)
    desk.complete = True
    _give_back()
    yield Progress()


def _give_back() -> None:
    """Let the system have the memory that the work needed for a time; GNU's library keeps it."""
    import ctypes

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _open(desk: Desk) -> Iterator[Progress]:
    from tui.library import gather, passed_over

    steps: list[Opened] = []
    told, wrong = monotonic(), 0
    for step in desk.steps:
        if isinstance(step.found, Unreadable):
            wrong += 1
            if wrong <= TOLD:
                yield Progress(problem=step.found)
        elif (begun := desk.beginning) is not None and begun.path == step.found.path:
            desk.beginning = None
            desk.replace(begun, step.found)
            yield Progress(collection=desk.collection, whole=(begun, step.found))
            continue
        steps.append(step)
        if desk.enough:
            break
        if monotonic() - told >= TELL_EVERY:
            told, grown = monotonic(), None
            # The lists are made anew each time: ever more rarely as they get longer.
            if len(steps) > len(desk.documents) * GROWN:
                grown = desk.collection = _joined(desk.collection, gather(steps))
                steps.clear()
            yield Progress(f"opening {step.done:,} of {step.total:,} · esc stops", grown)
    if steps:
        desk.collection = _joined(desk.collection, gather(steps))
        yield Progress("", desk.collection)
    if wrong > TOLD:
        yield Progress(notice=f"{wrong - TOLD:,} more could not be opened; q tells them all")
    if desk.collection.skipped:
        yield Progress(notice=passed_over(desk.collection.skipped))


def _joined(before: Collection, more: Collection) -> Collection:
    return Collection(
        before.documents + more.documents,
        before.problems + more.problems,
        max(before.skipped, more.skipped),
        before.place or more.place,
    )


def _index(desk: Desk) -> Iterator[Progress]:
    from tui.library import cache_folder
    from tui.search import indexing

    documents = desk.collection.documents
    if desk.index is not None:
        return
    large = sum(len(document.text) for document in documents) > STORED
    work = indexing(documents, folder=cache_folder() / "index" if large else None)
    told = monotonic()
    while True:
        try:
            done = next(work)
        except StopIteration as end:
            desk.index = end.value
            break
        if monotonic() - told >= TELL_EVERY:
            told = monotonic()
            yield Progress(f"indexing {done:,} of {len(documents):,}")
    yield Progress(indexed=True)


def _outline(desk: Desk) -> Iterator[Progress]:
    from tui.outline import outline

    told, fresh = monotonic(), []
    for document in desk.collection.documents[:OUTLINED_AHEAD]:
        if document in desk.outlines:
            continue
        desk.outlines[document] = outline(document)
        fresh.append((document, desk.outlines[document]))
        if monotonic() - told >= TELL_EVERY:
            yield Progress("reading outlines", outlines=tuple(fresh))
            told, fresh = monotonic(), []
    yield Progress("", outlines=tuple(fresh))


def _compare(desk: Desk) -> Iterator[Progress]:
    from tui.claims import Comparison, claims
    from tui.claims.vectors import NoVectors, load

    papers, reports = desk.collection.papers, desk.collection.reports
    if not papers or not (yield from _claims(desk, papers[0])):
        return
    yield Progress("comparing")
    desk.paper = papers[0]
    desk.claims = claims(desk.paper)
    threshold = desk.settings.threshold
    desk.comparison = Comparison(desk.paper, reports, index=desk.index, threshold=threshold)
    if not desk.comparison.reports:
        return
    yield Progress("comparing by meaning")
    try:
        desk.refine(desk.comparison.with_vectors(load()))
    except NoVectors:
        return


def _claims(desk: Desk, paper: Document) -> Generator[Progress, None, bool]:
    """Read a paper's claims, a long one's only as long as the reader wants; say if it was done."""
    from tui.claims.extraction import scoring
    from tui.ingest import sentences

    long, told = len(paper.text) > CLAIMS_AHEAD, monotonic()
    if not long or desk.asked:
        yield Progress("reading claims")
        for done in scoring(paper):
            if long and not desk.asked:
                return False
            if monotonic() - told >= TELL_EVERY:
                told, total = monotonic(), len(sentences(paper))
                stops = " · esc stops" if long else ""
                yield Progress(f"reading claims, {done:,} of {total:,} sentences{stops}")
        return True
    return False
