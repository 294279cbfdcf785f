"""The jump list: places left by a jump, to walk back and forward through."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.panes.layout import View

_KEPT = 200


@dataclass(slots=True)
class Trail:
    """Where the reader has been, as a browser keeps it."""

    behind: list[View] = field(default_factory=list)
    """Places to go back to, the last one first to return to."""
    ahead: list[View] = field(default_factory=list)
    """Places come back from, the last one first to return to."""

    def leave(self, view: View | None) -> None:
        """Keep a place that a jump leaves; what was ahead is gone."""
        if view is not None and (not self.behind or self.behind[-1] != view):
            self.behind = [*self.behind[1 - _KEPT :], view]
            self.ahead.clear()

    def back(self, now: View | None) -> View | None:
        """Give the place left last, and keep the present one ahead."""
        return _pass(self.behind, self.ahead, now)

    def forward(self, now: View | None) -> View | None:
        """Give the place that `back` came from."""
        return _pass(self.ahead, self.behind, now)


def _pass(source: list[View], target: list[View], now: View | None) -> View | None:
    if not source:
        return None
    if now is not None:
        target.append(now)
    return source.pop()
