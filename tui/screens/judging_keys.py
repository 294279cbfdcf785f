"""The keys of the reader's word, and what they are called where they are named beside a pair."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.ledger import Label
from tui.panes.keys import key

MEANS: dict[Label, str] = {
    "supports": "It states the claim, or entails it",
    "contradicts": "The opposite, or an incompatible value",
    "mentions": "It refers to it, no evidence either way",
    "overstates": "The same finding, but stronger",
    "understates": "The same finding, but weaker",
    "unrelated": "Another matter; a silence is confirmed",
    "undecided": "It is not judged, for now",
}
"""What the reader says of a passage and a claim; the same key again takes it back."""


def judges(keys: str, label: Label, description: str = "") -> Binding:
    """Bind a key to a verdict."""
    called = description or label.capitalize()
    return key(f"verdict.{label}", keys, f"judge('{label}')", called, MEANS[label])


JUDGING_KEYS: list[BindingType] = [
    judges("plus", "supports"),
    judges("minus", "contradicts"),
    judges("0", "mentions"),
    judges("greater_than_sign", "overstates"),
    judges("less_than_sign", "understates"),
    judges("u", "unrelated"),
    judges("space", "undecided", "Decide later"),
    key("verdict.note", "i", "note", "Note", "Your own words on it; esc leaves them as they were"),
    key("verdict.undo", "U", "take_back", "Take back", "The last verdict or note, then older"),
    key("verdict.redo", "ctrl+r", "say_again", "Say again", "What was taken back last"),
    key("claim.unjudged", "r", "unjudged", "Next to judge", "The next claim that is not judged"),
    key("claim.toggle", "a", "toggle_claim", "Drop claim", "Drop this claim, or bring it back"),
]  # fmt: skip

HINTS = {
    "verdict.supports": "supports",
    "verdict.contradicts": "contradicts",
    "verdict.mentions": "mentions",
    "verdict.unrelated": "unrelated",
    "verdict.overstates": "overstates",
    "verdict.understates": "understates",
    "verdict.undecided": "later",
    "verdict.note": "note",
}
"""The keys that are named where nothing is said yet."""
SILENT_HINTS = {"verdict.unrelated": "confirms the silence", "verdict.undecided": "later"}
"""Those named beside a silence."""
SAID_HINTS = {"verdict.note": "note", "claim.unjudged": "next to judge"}
"""Those named where something is said."""
LAST_HINTS = {"verdict.undo": "takes it back", **SAID_HINTS}
"""Those named where it was said last."""
