"""The development sets of outlines → TEXTS whose headings were removed, and where they stood."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

PAPERS = ("oastm", "plos")
PROSE = ("oastm", "plos", "peps")


@dataclass(frozen=True, eq=False)
class Text:
    """One text whose headings were removed, and where they stood."""

    source: str
    """The set it comes from."""
    paragraphs: tuple[str, ...]
    """In order, without the headings."""
    sections: tuple[int, ...]
    """The paragraphs that open a section."""
    subsections: tuple[int, ...]
    """The paragraphs that open a section or a sub-section."""
    titles: dict[int, list[tuple[int, str]]]
    """The (level, title) pairs that stood above a paragraph."""


def load(data: Path, source: str) -> list[Text]:
    """Read one set of `outline/`."""
    with gzip.open(data / "outline" / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Text(
            source,
            tuple(row["paragraphs"]),
            tuple(row["sections"]),
            tuple(row["subsections"]),
            {int(at): [(level, title) for level, title in t] for at, t in row["titles"].items()},
        )
        for row in rows
    ]


def bare_lines(text: Text) -> tuple[list[str], set[int]]:
    """Put the titles back as lines of their own; give the lines and the places of the titles."""
    lines: list[str] = []
    places: set[int] = set()
    for index, paragraph in enumerate(text.paragraphs):
        for title in filter(None, (" ".join(t.split()) for _, t in text.titles.get(index, ()))):
            places.add(len(lines))
            lines.append(title)
        lines.append(paragraph)
    return lines, places
