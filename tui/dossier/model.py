"""What every format is written from: one immutable value, with all that is said and found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tui.claims import Evidence, Finding, Searched
from tui.document import Document, SidelightError, Spanned, Unreadable


class Unwritable(SidelightError):
    """A file that could not be written, and why, in one line."""


class Quoted(Spanned, Protocol):
    """A stretch of a document with the words that stood there."""

    @property
    def text(self) -> str:
        """The words."""


class Said(Protocol):
    """The reader's word on a claim and a passage, or on the silence about a claim.

    The ledger's verdicts are such words; the two packages know nothing of each other.
    """

    @property
    def claim(self) -> Quoted:
        """The claim, in the paper."""

    @property
    def report(self) -> str:
        """The report's sha256; empty where the reader confirms that none speaks of the claim."""

    @property
    def passage(self) -> Quoted | None:
        """The passage, in the report; None with an empty report."""

    @property
    def label(self) -> str:
        """What the reader says."""

    @property
    def note(self) -> str:
        """The reader's own words, if any."""

    @property
    def decided_at(self) -> str:
        """When it was said, as ISO 8601 in UTC."""

    @property
    def among(self) -> tuple[str, ...]:
        """The sha256 of each report that was open when a silence was confirmed."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage beside a claim: found by the program, judged by the reader, or both."""

    report: Document
    """Where it stands."""
    start: int
    """The first code point."""
    end: int
    """One past the last code point."""
    evidence: Evidence | None
    """What the program sees; None where it does not list the passage."""
    said: Said | None
    """What the reader says, if anything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with all that stands beside it."""

    number: int
    """Its place among the claims, from 1."""
    finding: Finding
    """What the program found."""
    added: bool
    """Whether it is a claim by the reader's word."""
    passages: tuple[Beside, ...]
    """The program's passages by rank, then others that the reader judged, in their order."""
    silence: Said | None
    """The reader's word on the silence about it, if any."""
    outcome: str
    """What the reader's verdicts make of it."""

    @property
    def said(self) -> bool:
        """Whether the reader said anything of it."""
        return bool(self.silence) or any(passage.said for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Orphan:
    """A verdict that stands beside nothing here; it is told, and never moved elsewhere."""

    said: Said
    """The reader's word."""
    reason: str
    """What is not there."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A paper beside its reports, as program and reader left them."""

    version: str
    """Of the program."""
    made: str
    """When it was made, as the caller says; empty: no time is written, and files repeat."""
    paper: Document
    """The paper."""
    reports: tuple[Document, ...]
    """The reports that were searched, in the order they were named."""
    searched: Searched
    """In what and with which threshold, and which reports were not searched."""
    unread: tuple[Unreadable, ...]
    """What could not be opened at all."""
    cuts: Mapping[str, tuple[float, int]]
    """The least coverage of each band and the fewest items shared, the strongest first."""
    entries: tuple[Entry, ...]
    """The claims in the paper's order."""
    orphans: tuple[Orphan, ...]
    """The verdicts that stand beside nothing here."""
    voices: Mapping[Document, Document]
    """report → the one whose text it repeats: of one voice with it."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The paper, the reports that were searched, and those that were not."""
        return (self.paper, *self.reports, *(report for report, _ in self.searched.skipped))
