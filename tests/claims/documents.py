"""Small papers and reports for the tests of claims, and the three seeds."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from tui.document import Document, Paragraph, Role
from tui.ingest import read

SEEDS = Path(__file__).parents[2] / "seeds"


def document(*paragraphs: str, role: Role = "report", language: str = "en") -> Document:
    """Make a document of body paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Paragraph(start, start + len(paragraph)))
        start += len(paragraph) + 2
    digest = sha256(text.encode()).hexdigest()
    return Document("made.txt", text, tuple(blocks), digest, role=role, language=language)


@cache
def seeds() -> tuple[Document, ...]:
    """Read the paper and the two reports."""
    return tuple(read(str(path))[0] for path in sorted(SEEDS.glob("*.txt")))
