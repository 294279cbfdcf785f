"""What was surveyed in, lists to walk out: what all lists have alike, and the silent claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.document import shorten
from tui.panes.line import Row
from tui.panes.outcomes import SIGNS
from tui.panes.rows import Rows
from tui.panes.signals import near

if TYPE_CHECKING:
    from tui.claims.overview import Silence


class OverviewRows(Rows):
    """One of the lists; above it the names of all three, and what this one was made from."""

    HEADER = 3
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "overview--chosen",  # the name of this list
        "overview--same",  # =
        "overview--differs",  # ≠
        "overview--also",  # ◦
        "overview--absent",  # ·
        "overview--confirmed",  # ∅, the reader's word
    }
    names: Row = ()
    """All lists' names, the chosen one lit; the screen's to set."""
    made: str = ""
    """What the list was made from."""

    def header(self, line: int, width: int) -> Row:
        """Give the names of the lists, what this one was made from, and the columns' names."""
        if line == 0:
            return self.names
        return ((f" {self.made}", "rows--quiet"),) if line == 1 else ()

    def keep(self) -> None:
        """Take the row under the cursor for the reader's place, whatever else will be listed."""

    def seek(self) -> None:
        """Bring the cursor to the reader's place, or what comes after it, if it is listed."""

    def refill(self, count: int) -> None:
        """Say how many rows there are now; the reader's place stays on its line of the screen."""
        line = self.cursor - self.top
        self.fill(count, self.cursor)
        self.seek()
        self.scroll_rows(self.cursor - line)

    def on_resize(self) -> None:
        """Leave no room below the last row while rows are out of view above."""
        self.scroll_rows(self.top)

    def detail(self) -> Sequence[str]:
        """Say in full what is under the cursor."""
        return ()


class SilentClaims(OverviewRows):
    """Sections, each with its silent claims below it; in one line those that have none."""

    def __init__(self, wanted: int = 0) -> None:
        super().__init__()
        self.wanted = wanted
        """The reader's place in the paper."""
        self._items: list[tuple[Silence, int | None]] = []
        self._spoken: list[Silence] = []
        self._places: dict[int, int] = {}
        self._confirmed: Collection[int] = ()
        self._whole = False

    def show(
        self,
        silences: Iterable[Silence],
        places: dict[int, int],
        confirmed: Collection[int] = (),
        *,
        whole: bool = True,
    ) -> None:
        """List them; the claims' places are given by where they start.

        `confirmed` are the starts of those whose silence the reader confirmed. They are not the
        whole as long as other claims are still to be compared.
        """
        self._whole, self._confirmed = whole, confirmed
        self._places, self._items, self._spoken = places, [], []
        for silence in silences:
            if silence.silent:
                self._items.append((silence, None))
                self._items += ((silence, n) for n in range(len(silence.silent)))
            else:
                self._spoken.append(silence)
        self.refill(len(self._items) + bool(self._items and self._spoken))

    def keep(self) -> None:
        """Take the claim under the cursor for the reader's place."""
        self.wanted = self.start or self.wanted

    def seek(self) -> None:
        """Bring the cursor to the first silent claim that starts at the reader's place or after."""
        starts = [self.start_of(index) for index in range(self.count)]
        after = (i for i, at in enumerate(starts) if at is not None and at >= self.wanted)
        self.move_to(next(after, self.count - 1), quiet=True)

    @property
    def claims(self) -> int:
        """How many claims are listed."""
        return sum(n is not None for _, n in self._items)

    def start_of(self, index: int) -> int | None:
        """Give where a row's claim starts."""
        if index >= len(self._items):
            return None
        silence, n = self._items[index]
        return None if n is None else silence.silent[n].claim.start

    @property
    def start(self) -> int | None:
        """Where the claim under the cursor starts."""
        return self.start_of(self.cursor) if self._items else None

    def selectable(self, index: int) -> bool:
        """Whether the row is a claim."""
        return self.start_of(index) is not None

    def row(self, index: int, width: int) -> Row:
        """Give a section with its counts, a silent claim, or the sections without any."""
        if index >= len(self._items):
            names = ", ".join(each.section or "(no section)" for each in self._spoken)
            return ((f"None silent in: {names}", "rows--quiet"),)
        silence, n = self._items[index]
        if n is None:
            counts = f"  {len(silence.silent)} of {silence.claims} silent"
            if not self._whole:
                counts = f"  {len(silence.silent)} silent of {silence.claims} compared"
            said = sum(each.claim.start in self._confirmed for each in silence.silent)
            yours = f" · {said} confirmed by you" if said else ""
            room = max(width - len(counts) - len(yours) - 1, 8)
            name = shorten(silence.section or "(no section)", room)
            return (
                (name, "rows--group"),
                (counts, "rows--quiet"),
                (yours, "overview--confirmed"),
            )
        claim = silence.silent[n].claim
        number = f"{self._places.get(claim.start, 0) + 1:>5}"
        sign = SIGNS["silent"] if claim.start in self._confirmed else " "
        return (
            (number, "rows--quiet"),
            (sign, "overview--confirmed"),
            (f" {shorten(claim.text, width)}", ""),
        )

    def detail(self) -> Sequence[str]:
        """Give the claim, what stands in no report, and the nearest passage."""
        if not self._items or not self.selectable(self.cursor):
            return ()
        silence, n = self._items[self.cursor]
        finding = silence.silent[n or 0]
        said = [finding.claim.text]
        if finding.claim.start in self._confirmed:
            said.append("You confirmed the silence")
        if finding.missing:
            said.append(f"In no report: {', '.join(finding.missing)}")
        if (nearest := near(finding)) is not None:
            name = shorten(nearest.document.name, 30)
            said.append(f"Nearest, in “{name}”: {nearest.text}")
        else:
            said.append("Nothing near in any report")
        return said
