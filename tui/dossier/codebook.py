"""A dossier in, the codes of its REFI-QDA project out, and what all of its XML is made with."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from tui.document import visible
from tui.dossier import facts
from tui.dossier.model import Dossier

SPACE = UUID("b9c1a7b2-6a41-5f0e-8d53-0c5b8f1f9d42")
"""The name space of all identifiers: the same thing has the same one each time."""
READER, PROGRAM = "Reader", "Sidelight"
"""Who codes."""
SPOKEN, SILENT = "claim with passages", "silent claim"
"""What the program says of a claim."""
CODES: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {
    (READER, "Verdict (the reader)"): (
        ("supports", "#3B7D4F", facts.LABELS["supports"]),
        ("contradicts", "#B23A34", facts.LABELS["contradicts"]),
        ("mentions", "#5B7FA6", facts.LABELS["mentions"]),
        ("overstates", "#C9922E", facts.LABELS["overstates"]),
        ("understates", "#A9A13B", facts.LABELS["understates"]),
        ("unrelated", "#8A8A86", facts.LABELS["unrelated"]),
        ("undecided", "#B8B5AC", facts.LABELS["undecided"]),
        (facts.CONFIRMED, "#6A5A8C", "no report speaks of the claim"),
    ),
    (PROGRAM, "Band (the program)"): (
        ("strong", "#2F5D8A", ""),
        ("partial", "#7FA3C4", ""),
        ("weak", "#C3D3E0", ""),
    ),
    (PROGRAM, "Claim (the program)"): (
        (SPOKEN, "#7A6A53", "a checkable sentence that reports speak to"),
        (SILENT, "#C7BBA6", "a checkable sentence that no report speaks to"),
    ),
}
"""By who codes and the group the codes, each with a colour and what it means."""


def codebook(dossier: Dossier) -> Iterator[str]:
    """Yield the codes in their groups."""
    yield "<CodeBook><Codes>\n"
    for (user, group), codes in CODES.items():
        of_group = attributes(guid=guid("group", group), name=group, isCodable="false")
        yield f"<Code{of_group}>\n"
        if "strong" in (name for name, *_ in codes):
            yield f"<Description>{words(facts.cuts(dossier))}</Description>\n"
        for name, colour, meaning in codes:
            identity = guid("code", user, name)
            yield f"<Code{attributes(guid=identity, name=name, isCodable='true', color=colour)}>"
            yield f"<Description>{words(meaning)}</Description></Code>\n"
        yield "</Code>\n"
    yield "</Codes></CodeBook>\n"


def guid(*parts: object) -> str:
    """Give an identifier that the same parts always have."""
    return str(uuid5(SPACE, "\0".join(map(repr, parts))))


def attributes(**values: str) -> str:
    """Give the attributes of an element."""
    return "".join(f" {name}={quoteattr(xml(value))}" for name, value in values.items())


def words(text: str) -> str:
    """Give the text of an element, with no character that XML has no place for."""
    return "\n".join(escape(xml(line)) for line in text.split("\n"))


def xml(text: str) -> str:
    """Give one line as XML takes it."""
    return "".join("\ufffd" if c in "\ufffe\uffff" else c for c in visible(text))
