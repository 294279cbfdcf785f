"""The reader's own word: places, marks, claims chosen, how a collection was left, in a file."""

from tui.ledger.book import VARIABLE, Ledger, location
from tui.ledger.model import Choice, Mark, Memory, Place, collection_key

__all__ = [
    "VARIABLE",
    "Choice",
    "Ledger",
    "Mark",
    "Memory",
    "Place",
    "collection_key",
    "location",
]
