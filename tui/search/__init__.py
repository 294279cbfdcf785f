"""DOCUMENTS → INDEX → HITS: search as you type, typing errors forgiven."""

from tui.search.finder import find
from tui.search.hits import Found, Hit, Tier
from tui.search.index import Index, indexing
from tui.search.passages import candidates, count, frequency
from tui.search.searcher import search

__all__ = [
    "Found",
    "Hit",
    "Index",
    "Tier",
    "candidates",
    "count",
    "find",
    "frequency",
    "indexing",
    "search",
]
