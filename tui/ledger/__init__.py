"""The reader's own word: places, marks, claims chosen, verdicts, how a collection was left."""

from tui.ledger.book import VARIABLE, Ledger, location
from tui.ledger.model import Choice, Mark, Memory, Place, collection_key
from tui.ledger.verdict import LABELS, Label, Outcome, Quote, Verdict, outcome
from tui.ledger.verdicts import Verdicts, holding

__all__ = [
    "LABELS",
    "VARIABLE",
    "Choice",
    "Label",
    "Ledger",
    "Mark",
    "Memory",
    "Outcome",
    "Place",
    "Quote",
    "Verdict",
    "Verdicts",
    "collection_key",
    "holding",
    "location",
    "outcome",
]
