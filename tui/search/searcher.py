"""INDEX and what was typed → HITS: first what has all words as typed, then ever more forgiving."""

from __future__ import annotations

from tui.search.answer import Answer
from tui.search.hits import Found
from tui.search.index import Index
from tui.search.meaning import EXACT, NONE, meaning, optional
from tui.search.places import Filters, Outline, Within, placed
from tui.search.postings import postings
from tui.search.query import Query, parse
from tui.search.reading import marker, reading, suggestion, units


def search(
    index: Index,
    query: str,
    *,
    limit: int = 50,
    within: Within = None,
    sections: Outline = None,
) -> Found:
    """Search the documents of an index for a query, as the reader types it.

    `within` is a document, or one with the start and end of a stretch of it, and holds on top of
    the query's own `in:`; `sections` gives a document's outline, so that `in:` knows them.
    Best first: all words as typed, all in some form or completed, all but some of them guessed,
    then, where there are few, passages with as many of the words as needed to find some, again
    as typed, in some form, guessed; within each by BM25. Raises for no string.
    """
    parsed = parse(query)
    filters, where = placed(index, parsed.filters, within, sections)
    if parsed.banned:
        filters += _banned(index, parsed)
    meanings = [meaning(index.vocabulary, clause) for clause in parsed.wanted]
    answer, spare = Answer(index, filters, limit), NONE
    if meanings:
        spare = optional(meanings, index.vocabulary.languages)
        meanings = answer.loosen(meanings, spare)
    elif parsed.filters or parsed.banned:
        answer.list_all()
    lit = [m for number, m in enumerate(meanings) if number not in spare] if spare else meanings
    hits = answer.hits(marker(lit))
    read = units(meanings)
    corrected = suggestion(query, read) if hits and hits[0].tier == "fuzzy" else None
    said = reading(read, parsed, where)
    return Found(query, answer.total, corrected, said, hits, answer.whole, answer.counts)


def _banned(index: Index, parsed: Query) -> Filters:
    """Give the filters that keep out what is banned: words as typed, in no other form."""
    import tantivy

    meanings = [meaning(index.vocabulary, clause) for clause in parsed.banned]
    queries = [postings(index, meant, EXACT) for meant in meanings]
    return [(tantivy.Occur.MustNot, query) for query in queries if query is not None]
