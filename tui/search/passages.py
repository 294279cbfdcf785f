"""INDEX and weighted stems → the passages that hold most of them: candidates for evidence."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from tui.document import BODY_KINDS, Document, Sentence, index_at
from tui.search.index import KINDS, Index
from tui.search.places import numbered, of_kinds
from tui.search.postings import rarity, term

if TYPE_CHECKING:
    import tantivy


def frequency(index: Index, stem: str) -> int:
    """Give the number of passages with a word of that stem; at most, where several are in one."""
    words = index.vocabulary.stemmed(stem)
    return min(index.passages, sum(map(index.vocabulary.frequency, words)))


def count(index: Index, documents: Container[Document]) -> int:
    """Give the number of passages of the documents' bodies."""
    import tantivy

    bodies = of_kinds(index, [kind for kind in KINDS if kind in BODY_KINDS])
    others = [
        (tantivy.Occur.MustNot, numbered(index, "document", number))
        for number, document in index.numbered.items()
        if document not in documents
    ]
    everything = (tantivy.Occur.Must, tantivy.Query.all_query())
    query = tantivy.Query.boolean_query([everything, bodies, *others])
    return int(index.searcher.search(query, 1).count)  # type: ignore[attr-defined]


def candidates(
    index: Index,
    weights: Mapping[str, float],
    limit: int,
    documents: Collection[Document] | None = None,
) -> tuple[tuple[Document, Sentence, float], ...]:
    """Find the passages with the greatest sum of the weights of the stems that they hold.

    Gives document, passage and score, best first; only passages of the body, only of the
    documents if they are named. Each word of a stem adds its
    weight times BM25's saturated frequency (k1 1.2, b .75), 2.2 at most; its rarity counts only as
    far as the weight holds it. Stems are folded, as of Snowball for the document's language;
    unknown ones are skipped.
    """
    import tantivy

    wanted = [
        (tantivy.Occur.Should, term(index, word, weight / rarity(index, word)))
        for stem, weight in weights.items()
        for word in index.vocabulary.stemmed(stem)
    ]
    if not wanted or limit < 1:
        return ()
    query = tantivy.Query.boolean_query(wanted)
    size = limit + limit // 4 + 20
    while True:
        hits = index.searcher.search(query, size, count=False).hits
        found = list(islice(_read(index, hits, documents), limit))
        if len(found) == limit or len(hits) < size:
            return tuple(found)
        size *= 8  # what is named is a small part: look further down


def _read(
    index: Index, hits: list[tuple[float, tantivy.DocAddress]], named: Collection[Document] | None
) -> Iterator[tuple[Document, Sentence, float]]:
    """Yield what is of the body and of the documents that are named."""
    places = index.table.places(index.numbers(hits))
    for (score, _), (held, start, end) in zip(hits, places, strict=True):
        document = index.numbered[held]
        if named is None or document in named:
            paragraph = index_at(document.paragraphs, start)
            if document.paragraphs[paragraph].kind in BODY_KINDS:
                yield document, Sentence(start, end, paragraph), score
