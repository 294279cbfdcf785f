"""How a collection was left, kept as the reader goes and found again at the next start."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.document import Document
from tui.ledger import Ledger, Memory, Place
from tui.panes.layout import View


@dataclass(slots=True)
class Keeper:
    """Writes what changed, and only that; a program that is killed loses the last second."""

    ledger: Ledger
    """Where it is kept."""
    key: str
    """Which collection this is."""
    memory: Memory = field(init=False)
    """How the collection was left, or is now."""
    newcomer: bool = field(init=False)
    """Whether the reader never left a collection before."""
    _places: dict[str, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.newcomer = not self.ledger.remembers()
        self.memory = self.ledger.memory(self.key) or Memory()

    def place_in(self, document: Document) -> View | None:
        """Give the view that a document was left at, for lines of any length."""
        place = self.ledger.place(document.sha256)
        if place is None or max(place.here, place.top) > len(document.text):
            return None
        return View(document, (0, 1) if place.top else (0, 0), 0, place.top, place.here)

    def keep(self, view: View | None, memory: Memory) -> None:
        """Write where the reader is and how the screen looks, if either changed."""
        if view is not None:
            place = Place(view.here, view.offset)
            if self._places.get(view.document.sha256) != place:
                self._places[view.document.sha256] = place
                self.ledger.set_place(view.document.sha256, place)
        if memory != self.memory:
            self.memory = memory
            self.ledger.remember(self.key, memory)
