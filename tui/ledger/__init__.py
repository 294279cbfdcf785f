"""The reader's own word: places, marks, and how each collection was left, in a file of its own."""

from tui.ledger.book import VARIABLE, Ledger, location
from tui.ledger.model import Mark, Memory, Place, collection_key

__all__ = [
    "VARIABLE",
    "Ledger",
    "Mark",
    "Memory",
    "Place",
    "collection_key",
    "location",
]
