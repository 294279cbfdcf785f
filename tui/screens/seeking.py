"""Search in the open document: where it began, what it found and which match the reader is at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.document import Document, Span, Spanned, index_at
from tui.panes.layout import View

if TYPE_CHECKING:
    from tui.search import Found


@dataclass(slots=True)
class Seeking:
    """One search with `/`, from its first letter until another begins."""

    document: Document
    """What is searched."""
    origin: View | None
    """Where to return when the search is given up."""
    query: str = ""
    """What is asked for."""
    spans: list[Span] = field(default_factory=list)
    """Every match, in reading order."""
    at: int = -1
    """Which match the reader is at; -1 for none."""
    suggestion: str | None = None
    """What was searched for instead of an unknown word."""

    def take(self, query: str, found: Found | None) -> Span | None:
        """Take what was found; give the first match at or after where the search began."""
        self.query = query
        self.spans = [_first(hit.matches, hit) for hit in found.hits] if found else []
        self.suggestion = found.suggestion if found else None
        here = self.origin.here if self.origin else 0
        self.at = next((i for i, span in enumerate(self.spans) if span.end > here), 0)
        return self.current

    def step(self, direction: int, here: int) -> Span | None:
        """Go to the next or previous match, from where the reader is, around the ends."""
        if not self.spans:
            return None
        current = self.current
        if current is None or not current.start <= here <= current.end:
            nearest = index_at(self.spans, here)
            after = self.spans[nearest].start > here
            self.at = nearest - (direction > 0 and after) + (direction < 0 and not after)
        self.at = (self.at + direction) % len(self.spans)
        return self.current

    @property
    def current(self) -> Span | None:
        """The match the reader is at."""
        return self.spans[self.at] if 0 <= self.at < len(self.spans) else None

    @property
    def summary(self) -> str:
        """How many there are and which it is: `3/17`."""
        if not self.query.strip():
            return ""
        count = f"{self.at + 1}/{len(self.spans)}" if self.spans else "no match"
        return f"{count} · {self.suggestion}" if self.suggestion else count


def _first(matches: tuple[Span, ...], hit: Spanned) -> Span:
    return matches[0] if matches else Span(hit.start, hit.end)
