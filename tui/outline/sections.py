"""DOCUMENT → SECTIONS: headings where there are any, else what its words let one infer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.document import Document, Section, derived, index_at
from tui.outline.weights import Weights

_ENOUGH, _STRETCH = 2, 13
"""So many headings, and one for so many paragraphs on average, make a document's outline; where
they are fewer, sections are inferred beside them."""
_LONG = 120
"""Paragraphs of fewer characters do not count: formulas, lines of code, cells of tables."""
_SURE = 0.8
"""The confidence from which on a heading counts."""


@derived
def outline(document: Document) -> tuple[Section, ...]:
    """Give the sections in reading order: given or detected by headings, else inferred.

    Where nothing can be inferred with confidence there are landmarks; nothing for a short text.
    """
    return built(document)


def built(document: Document, weights: Weights | None = None) -> tuple[Section, ...]:
    """Build the outline, with other weights than the frozen ones where they are given."""
    found = _headed(document)
    given = any(section.origin == "given" for section in found)
    sure = sum(section.confidence >= _SURE for section in found)
    long = sum(p.kind == "body" and p.end - p.start >= _LONG for p in document.paragraphs)
    if not given and sure < max(_ENOUGH, long / _STRETCH):
        from tui.outline.inference import infer  # many patterns: only where they are needed

        found = [*found, *_apart(infer(document, weights), found)]
    if not found:
        from tui.outline.landmarks import landmarks

        found = landmarks(document)
    return close(found, len(document.text))


def section_at(document: Document, offset: int) -> Section | None:
    """Give the deepest section that holds the offset, or None before the first."""
    sections = outline(document)
    if not sections or offset < sections[0].start:
        return None
    index = index_at(sections, offset)
    while index >= 0 and sections[index].end <= offset and index > 0:
        index -= 1
    return sections[index] if sections[index].start <= offset < sections[index].end else None


@derived
def missing_lists(document: Document) -> tuple[int, ...]:
    """Give the indices of paragraphs that announce a list, in a colon, and none follows.

    Where a sub-section follows at once, the sub-sections are what was announced.
    """
    told = []
    below = {section.start for section in outline(document) if section.level > 1}
    paragraphs = document.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind != "body" or document.text[paragraph.end - 1] != ":":
            continue
        following = next(
            (p for p in paragraphs[index + 1 : index + 4] if p.kind != "caption"), None
        )
        if following and following.start in below:
            continue
        if following is None or not _listlike(document, following.start, following.end):
            told.append(index)
    return tuple(told)


_LISTED = re.compile(r"(?:[-*+•▪◦‣·–—“\"‘>]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.):])|[a-z0-9]")


def _listlike(document: Document, start: int, end: int) -> bool:
    paragraph = document.paragraphs[document.paragraph_at(start)]
    words = document.text[start:end]
    if paragraph.kind in ("list", "quote", "table", "code", "heading"):
        return True
    return _LISTED.match(words) is not None or (len(words) < 120 and words[-1] not in ".!?")


def _apart(inferred: Sequence[Section], found: Sequence[Section]) -> list[Section]:
    """Leave out inferred sections that begin where a heading announces one already."""
    ends = [section.end for section in found]
    return [s for s in inferred if not any(0 <= s.start - end <= 4 for end in ends)]


def _headed(document: Document) -> list[Section]:
    return [
        Section(
            " ".join(document.text[p.start : p.end].split()),
            max(1, p.level),
            p.start,
            p.end,
            p.origin,
            p.confidence,
            p.reason,
        )
        for p in document.paragraphs
        if p.kind == "heading"
    ]


def close(sections: Sequence[Section], end: int) -> tuple[Section, ...]:
    """Order the sections, one a place; each ends where the next of its level or above begins."""
    sections = sorted(sections, key=lambda section: (section.start, section.level))
    starts = [None, *(section.start for section in sections)]
    ordered = [s for s, above in zip(sections, starts, strict=False) if s.start != above]
    closed: list[Section] = []
    ends: list[tuple[int, int]] = []
    for section in reversed(ordered):
        while ends and ends[-1][0] > section.level:
            ends.pop()
        closed.append(replace(section, end=ends[-1][1] if ends else end))
        ends.append((section.level, section.start))
    return tuple(reversed(closed))
