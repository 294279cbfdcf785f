"""DOCUMENTS → INDEX: every sentence's words as postings, and the vocabulary they make up."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from tui.document import Document, Kind, Sentence
from tui.search.folding import flat, words
from tui.search.table import Table
from tui.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import tantivy

Split = Callable[[Document], Iterable[Sentence]]
"""How a document is taken apart into the passages that are found."""

HIDDEN: frozenset[Kind] = frozenset({"furniture", "caption", "keywords"})
"""The kinds of paragraph that are found only where `kind:` asks for them."""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Their places are their numbers in the postings; the first, which most passages are, is left
out there."""

UNSEEN = len(KINDS)
"""The number that all hidden passages have beside that of their kind."""

LENGTH = 0x7FFF
"""A longer sentence, in characters, is several passages."""

_SLICE = 500
"""Passages between two reports of progress."""
_SMALL = 2_000_000
"""Documents of together fewer characters are written with little memory: it starts sooner."""
_HEAP = 300_000_000, 1
"""Memory and threads for all others; one thread makes few segments, which are searched faster."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Index:
    """Documents made searchable; immutable."""

    documents: tuple[Document, ...]
    """What can be found."""
    vocabulary: Vocabulary
    """The words of all passages."""
    schema: tantivy.Schema
    """The fields of the postings."""
    searcher: tantivy.Searcher
    """Answers queries over the postings."""
    numbered: Mapping[int, Document]
    """The documents by the number that they have in the postings."""
    table: Table
    """Where the passages stand."""
    notice: str = ""
    """What the reader should know about how it was made; mostly nothing."""
    hides: bool = field(init=False)
    """Whether some of its passages are found on request only."""
    whole: bool = field(init=False)
    """Whether the postings are in one piece with nothing taken out: each passage's address there
    is its number, as they are sorted by it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "hides", self.searcher.doc_freq("kind", UNSEEN) > 0)
        whole = self.searcher.num_segments == 1 and self.passages == len(self.table.starts)
        object.__setattr__(self, "whole", whole)

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return self.searcher.num_docs

    def numbers(self, hits: list[tuple[float, tantivy.DocAddress]]) -> list[int]:
        """Give the numbers of the passages found."""
        if self.whole:
            return [address.doc for _, address in hits]
        numbers = self.searcher.fast_field_values("number", [address for _, address in hits])
        return cast("list[int]", numbers)  # every passage has one

    @staticmethod
    def of(documents: Sequence[Document], folder: Path | None = None) -> Index:
        """Index the documents in memory, or in a folder on disk where their index is kept."""
        steps = indexing(documents, folder)
        while True:
            try:
                next(steps)
            except StopIteration as done:
                index: Index = done.value
                return index


def indexing(
    documents: Sequence[Document], folder: Path | None = None, split: Split | None = None
) -> Generator[int, None, Index]:
    """Index in steps: yields how many documents are done, returns the index; may be dropped.

    In a folder only what is not there yet is indexed, and what is broken is made anew; where the
    folder cannot be written, the index is made in memory and its `notice` says why.
    """
    prepare()
    documents = tuple(documents)
    notice = ""
    if folder is not None:
        from tui.search.storage import stored

        try:
            return (yield from stored(documents, folder, split))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            notice = f"The search index stays in memory: {folder}: {reason}"
    postings, table = made(), Table()
    yield from write(postings, table, enumerate(documents), split)
    words, frequencies = measured(postings.searcher())
    languages = tuple(dict.fromkeys(document.language for document in documents))
    return Index(
        documents,
        Vocabulary(words, frequencies, languages),
        postings.schema,
        postings.searcher(),
        dict(enumerate(documents)),
        table,
        notice,
    )


def made(path: Path | None = None) -> tantivy.Index:
    """Make empty postings, in memory or on disk.

    A passage has its words, its number and its document's, and the kind of its paragraph.
    """
    import tantivy

    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("words", tokenizer_name="whitespace", index_option="position")
        .add_integer_field("kind", indexed=True)
        .add_integer_field("document", indexed=True, fast=True)
        .add_integer_field("number", fast=True)
        .build()
    )
    return quiet(tantivy.Index(schema, str(path) if path else None, sort_by_field="number"))


def quiet(postings: tantivy.Index) -> tantivy.Index:
    """Let postings be read again only when they are told to: no thread watches their files."""
    postings.config_reader("manual")
    return postings


def write(
    postings: tantivy.Index,
    table: Table,
    numbered: Iterable[tuple[int, Document]],
    split: Split | None = None,
    gone: Iterable[int] = (),
) -> Generator[int, None, None]:
    """Write the passages of numbered documents and take out those of others; yields its progress.

    The numbers go on where those of the table end. The progress is how many documents are done.
    """
    from tui import ingest

    numbered = tuple(numbered)
    small = sum(len(document.text) for _, document in numbered) < _SMALL
    if split is None:  # what is split for a large index is hardly asked for again
        split = ingest.sentences if small else ingest.split
    writer = postings.writer(15_000_000, 1) if small else postings.writer(*_HEAP)
    for number in gone:
        writer.delete_documents_by_term("document", number)
    since = 0
    for done, (number, document) in enumerate(numbered):
        for entry in _entries(table, number, document, split):
            writer.add_document(entry)
            since += 1
            if since % _SLICE == 0:
                yield done
    writer.commit()
    writer.wait_merging_threads()
    postings.reload()
    yield len(numbered)


def _entries(
    table: Table, number: int, document: Document, split: Split
) -> Iterator[tantivy.Document]:
    """Yield the passages of a document as tantivy takes them; those without a word are left out."""
    from tantivy import Document as Entry

    text, kinds = document.text, [paragraph.kind for paragraph in document.paragraphs]
    folded = flat(text)
    for sentence in split(document):
        kind = kinds[sentence.paragraph]
        for start in range(sentence.start, sentence.end, LENGTH):
            end = min(start + LENGTH, sentence.end)
            found = folded[start:end] if folded is not None else _words(text[start:end])
            if not found or found.isspace():
                continue
            entry = Entry()
            entry.add_text("words", found)
            entry.add_integer("document", number)
            entry.add_integer("number", table.add(number, start, end))
            if kind != KINDS[0]:
                entry.add_integer("kind", KINDS.index(kind))
                if kind in HIDDEN:
                    entry.add_integer("kind", UNSEEN)
            yield entry


def _words(text: str) -> str:
    """Give the folded words of a passage, spaces between."""
    folded = flat(text)
    return " ".join(words(text)) if folded is None else folded


def prepare() -> None:
    """Import what searching needs, so that not the first key has to wait for it."""
    import rapidfuzz.distance
    import rapidfuzz.process  # noqa: F401


def measured(searcher: tantivy.Searcher) -> tuple[list[str], list[int]]:
    """Give the words of the postings, sorted, and in how many passages each stands."""
    counted = sorted(searcher.terms_with_prefix("words", ""))
    return [word for word, _ in counted], [frequency for _, frequency in counted]
