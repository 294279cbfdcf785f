"""How many paragraphs in; a document of the seeds' own sentences, and words to look for, out."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tui.document import BODY_KINDS
from tui.ingest import read, sentences

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PARAGRAPH = 330
"""Characters of a paragraph, at most."""
FOUND = 0.1
"""Occurrences a paragraph of the word that is found often."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document made for measuring."""

    path: Path
    """Where it is."""
    word: bytes
    """A word of its first rows that stands in no title."""
    size: int
    """Bytes of its text."""
    frequent: str
    """A word that is found often, and as often as wanted."""

    def __str__(self) -> str:
        return f"{int(self.path.stem):,}"

    @property
    def command(self) -> tuple[str, ...]:
        """What opens it."""
        return (sys.executable, "-m", "tui", "--reports", str(self.path))


def made(folder: Path, count: int) -> Made:
    """Write a document of so many paragraphs of the seeds' sentences."""
    prose, rng = list(_prose()), Random(7)
    paragraphs = []
    for _ in range(count):
        text = ""
        while len(text) <= PARAGRAPH:
            text += rng.choice(prose) + " "
        paragraphs.append(text[: text.rfind(" ", 0, PARAGRAPH)].rstrip(" .,;:") + ".")
    whole = "\n\n".join(paragraphs) + "\n"
    path = folder / f"{count}.txt"
    path.write_text(whole, "utf-8")
    words = re.findall(r"\b[a-z]{5,}\b", whole)
    counts = Counter(words)
    frequent = min(
        (word for word in counts if counts[word] >= FOUND * count), key=lambda w: counts[w]
    )
    late = re.findall(r"\b[a-z]{6,}\b", paragraphs[0][120:250])
    word = next(word for word in late if word not in paragraphs[0][:120])
    return Made(path, word.encode(), len(whole.encode()), frequent)


def _prose() -> Iterator[str]:
    for path in sorted(SEEDS.glob("*.txt")):
        for document in read(str(path)):
            for sentence in sentences(document):
                if document.paragraphs[sentence.paragraph].kind in BODY_KINDS:
                    yield " ".join(document.text[sentence.start : sentence.end].split())
