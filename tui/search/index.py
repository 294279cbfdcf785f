"""DOCUMENTS → INDEX: every sentence's words as postings, and the vocabulary they make up."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.document import Document, Sentence
from tui.search.folding import words
from tui.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import tantivy

Split = Callable[[Document], Iterable[Sentence]]
"""How a document is taken apart into the passages that are found."""

_SLICE = 500
"""Passages between two reports of progress."""
_SMALL = 2_000_000
"""Documents of together fewer characters are written by one thread: it starts sooner."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Documents made searchable; immutable."""

    documents: tuple[Document, ...]
    """What can be found; the number of a document in the postings is its place here."""
    vocabulary: Vocabulary
    """The words of all passages."""
    passages: int
    """How many passages there are."""
    schema: tantivy.Schema
    """The fields of the postings."""
    searcher: tantivy.Searcher
    """Answers queries over the postings."""
    notice: str = ""
    """What the reader should know about how it was made; mostly nothing."""

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
    """Index in steps: yields how many documents are done, returns the index. May be dropped."""
    documents = tuple(documents)
    from tantivy import Index as Postings

    schema = fields()
    postings = Postings(schema)
    yield from write(postings, enumerate(documents), split)
    return opened(documents, postings, schema)


def fields() -> tantivy.Schema:
    """Give the fields of a passage: its words, its place, the kind of its paragraph."""
    from tantivy import SchemaBuilder

    return (
        SchemaBuilder()
        .add_text_field("words", tokenizer_name="whitespace", index_option="position")
        .add_text_field("kind", tokenizer_name="raw", index_option="basic")
        .add_integer_field("document", indexed=True, fast=True)
        .add_integer_field("start", fast=True)
        .add_integer_field("length", fast=True)
        .build()
    )


def write(
    postings: tantivy.Index, numbered: Iterable[tuple[int, Document]], split: Split | None = None
) -> Generator[int, None, None]:
    """Write the passages of numbered documents; yields how many documents are done."""
    import tantivy

    if split is None:
        from tui.ingest import sentences

        split = sentences
    numbered = tuple(numbered)
    small = sum(len(document.text) for _, document in numbered) < _SMALL
    writer = postings.writer(15_000_000, 1) if small else postings.writer(200_000_000, 2)
    since = 0
    for done, (number, document) in enumerate(numbered):
        text, paragraphs = document.text, document.paragraphs
        for sentence in split(document):
            found = words(text[sentence.start : sentence.end])
            if not found:
                continue
            entry = tantivy.Document()
            entry.add_text("words", " ".join(found))
            entry.add_text("kind", paragraphs[sentence.paragraph].kind)
            entry.add_integer("document", number)
            entry.add_integer("start", sentence.start)
            entry.add_integer("length", sentence.end - sentence.start)
            writer.add_document(entry)
            since += 1
            if since >= _SLICE:
                since = 0
                yield done
    writer.commit()
    writer.wait_merging_threads()
    postings.reload()
    yield len(numbered)


def opened(
    documents: tuple[Document, ...], postings: tantivy.Index, schema: tantivy.Schema
) -> Index:
    """Make an index of postings that were written."""
    searcher = postings.searcher()
    counted = sorted(searcher.terms_with_prefix("words", ""))
    vocabulary = Vocabulary(
        [word for word, _ in counted],
        [frequency for _, frequency in counted],
        tuple(dict.fromkeys(document.language for document in documents)),
    )
    return Index(documents, vocabulary, searcher.num_docs, schema, searcher)
