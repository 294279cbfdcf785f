"""DOCUMENT → LANDMARKS: opening words every so often, where no section can be told."""

from __future__ import annotations

from tui.document import Document, Section
from tui.outline import labels

_STRIDE = 2500
"""Characters between landmarks, about two screens."""


def landmarks(document: Document) -> list[Section]:
    """Give a node for every few paragraphs, named by its opening words and marked a landmark.

    Nothing for a text of less than two strides: it needs no outline.
    """
    text = document.text
    blocks = [p for p in document.paragraphs if p.kind == "body"]
    if not blocks or blocks[-1].end - blocks[0].start < 2 * _STRIDE:
        return []
    stride = max(_STRIDE, (blocks[-1].end - blocks[0].start) // 200)
    told: list[Section] = []
    due = blocks[0].start
    for block in blocks:
        if block.start >= due:
            title = labels.opening(text[block.start : block.end])
            told.append(
                Section(
                    title,
                    1,
                    block.start,
                    block.end,
                    "inferred",
                    0.1,
                    "landmark: opening words only",
                )
            )
            due = block.start + stride
    return told
