"""INDEX and weighted stems → the passages that hold most of them: candidates for evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.document import BODY_KINDS, Document, index_at
from tui.search.index import Index
from tui.search.postings import rarity, term

if TYPE_CHECKING:
    import tantivy


def frequency(index: Index, stem: str) -> int:
    """Give the number of passages with a word of that stem; at most, where several are in one."""
    words = index.vocabulary.stemmed(stem)
    return min(index.passages, sum(map(index.vocabulary.frequency, words)))


def candidates(
    index: Index,
    weights: Mapping[str, float],
    limit: int,
    documents: Sequence[Document] | None = None,
) -> tuple[tuple[Document, int, float], ...]:
    """Find the passages with the greatest sum of the weights of the stems that they hold.

    Gives document, number of the sentence in `tui.ingest.sentences` and score, best first; only
    passages of the body, only of the documents if they are named. A stem's share of the score is
    its weight times BM25's saturated frequency (k1 1.2, b .75), 2.2 at most; its rarity counts
    only as far as the weight holds it. Stems are folded, as of Snowball for the document's
    language; unknown ones are skipped.
    """
    import tantivy

    from tui.ingest import sentences

    schema, searcher = index.schema, index.searcher
    wanted = []
    for stem, weight in weights.items():
        forms = [
            term(index, word, weight / rarity(index, word))
            for word in index.vocabulary.stemmed(stem)
        ]
        if forms:
            wanted.append((tantivy.Occur.Should, tantivy.Query.disjunction_max_query(forms)))
    if not wanted or limit < 1:
        return ()
    hidden = tantivy.Query.term_set_query(schema, "kind", sorted(BODY_KINDS))
    needed = [
        (tantivy.Occur.Must, tantivy.Query.boolean_query(wanted)),
        (tantivy.Occur.Must, _silently(hidden)),
    ]
    if documents is not None:
        named = set(documents)
        numbers = [number for number, document in index.numbered.items() if document in named]
        chosen = tantivy.Query.term_set_query(schema, "document", numbers)
        needed.append((tantivy.Occur.Must, _silently(chosen)))
    hits = searcher.search(tantivy.Query.boolean_query(needed), limit, count=False).hits
    addresses = [address for _, address in hits]
    found_in = searcher.fast_field_values("document", addresses)
    starts = searcher.fast_field_values("start", addresses)
    found = []
    for (score, _), number, start in zip(hits, found_in, starts, strict=True):
        document = index.numbered[int(number or 0)]
        found.append((document, index_at(sentences(document), int(start or 0)), float(score)))
    return tuple(found)


def _silently(query: tantivy.Query) -> tantivy.Query:
    import tantivy

    return tantivy.Query.const_score_query(query, 0.0)
