"""The lines of all pages → their paragraphs, broken words joined and pages bridged."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.ingest.pdf.lines import Line

_ITEM = re.compile(r"(?:[•▪◦‣·–*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\[\d{1,3}\])\s")
_END = re.compile(r"[.!?:;…][\"”’)\]]*$")
_TYPEWRITTEN = 0.8
"""The share of monospaced text from which on it is what the document is written in."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a PDF and how it is set."""

    text: str
    """Its words, on one line."""
    page: int
    """The page it begins on, from 1."""
    size: float
    """Of its letters, in points."""
    bold: bool
    """Whether all of its lines are bold."""
    lines: int
    """How many lines it has."""
    mono: bool = False
    """Whether all of it is monospaced, unlike most of the text; its lines are kept then."""


def paragraphs_of(pages: Iterable[Sequence[Line]]) -> list[Piece]:
    """Join lines into paragraphs; what a page, a column or a note cuts in two stays one."""
    pages = _told_mono([page for page in pages if page])
    compounds = _compounds(pages)
    held = [group for page in pages for group in _groups(page)]
    return [_piece(group, compounds) for group in _bridged(held)]


def _told_mono(pages: list[Sequence[Line]]) -> list[Sequence[Line]]:
    """Call no line monospaced where almost all of the text is: it is typewritten, not code."""
    lines = [line for page in pages for line in page]
    share = sum(len(line.text) for line in lines if line.mono)
    if share <= _TYPEWRITTEN * sum(len(line.text) for line in lines):
        return pages
    return [[line._replace(mono=False) for line in page] for page in pages]


def _groups(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph of a page."""
    margins = _margins(page)
    pitch = _pitch(page)
    group: list[Line] = []
    for line in page:
        if group and _parts(group, line, margins, pitch):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _margins(page: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Give the left and right margin of the column that lines with a given left side stand in.

    A column's left is where several lines begin, none of them slightly further left.
    """
    counts = Counter(round(line.left) for line in page)
    lefts = [left for left, count in sorted(counts.items()) if count >= 3] or [min(counts)]
    columns = [left for left in lefts if not any(0 < left - other < 40 for other in lefts)]
    rights: defaultdict[int, list[float]] = defaultdict(list)
    column_of = {
        left: max((c for c in columns if c <= left + 2), default=columns[0]) for left in counts
    }
    for line in page:
        column = column_of[round(line.left)]
        if line.left < column + 2:
            rights[column].append(line.right)
    edges = {column: sorted(ends)[int(0.9 * (len(ends) - 1))] for column, ends in rights.items()}
    return {left: (column, edges[column]) for left, column in column_of.items()}


def _pitch(page: Sequence[Line]) -> float:
    """Give the usual distance between two lines of a paragraph."""
    steps = Counter(
        round(above.bottom - below.bottom, 1)
        for above, below in pairwise(page)
        if 0 < above.bottom - below.bottom < 3 * above.size
    )
    return steps.most_common(1)[0][0] if steps else 12.0


def _parts(
    group: Sequence[Line],
    line: Line,
    margins: dict[int, tuple[float, float]],
    pitch: float,
) -> bool:
    """Say whether a line begins a new paragraph after the lines of one."""
    last = group[-1]
    drop = last.bottom - line.bottom
    if line.mono and all(each.mono for each in group):
        return not -0.5 * pitch < drop < 2.5 * pitch
    left, right = margins[round(line.left)]
    last_left, last_right = margins[round(last.left)]
    weight = line.bold != last.bold and not line.text[0].islower()
    if weight or abs(line.size - last.size) > 0.08 * last.size:
        # a formula or an emphasis may open a line of a paragraph, but hardly its second one
        close = drop < 1.3 * pitch and len(group) > 1
        return not (last.hyphen or (close and _goes_on(last, line)))
    if last.hyphen:
        return False
    if drop < -pitch or left != last_left:  # another column
        return not _goes_on(last, line)
    if drop > 1.35 * max(pitch, 0.9 * line.size):
        return True
    if _ITEM.match(line.text):
        return True
    wide = max(1.0, right - left)
    indented = 4 < line.left - left < 0.2 * wide
    number = line.bold and group[0].text[0].isdigit()
    hanging = number or _ITEM.match(group[0].text) or last.left - last_left > 4
    if indented and not hanging:
        return True
    if indented and len(group) == 1 and abs(line.left - last.left) < 2 and _END.search(last.text):
        return True
    short = last.right < last_right - (0.4 if number else 0.12) * wide
    return short and (_END.search(last.text) is not None or not line.text[0].islower())


def _goes_on(last: Line, line: Line) -> bool:
    """Say whether a line continues another, by their words alone."""
    return last.hyphen or (not _END.search(last.text) and line.text[0].islower())


def _bridged(groups: Iterable[list[Line]]) -> list[list[Line]]:
    """Join what goes on after a page's end, a figure or a note to what it continues."""
    found: list[list[Line]] = []
    for group in groups:
        first = group[0]
        for before in reversed(found[-4:]):
            last = before[-1]
            if first.mono or last.mono:
                continue
            alike = abs(last.size - first.size) < 0.05 * last.size and len(before) > 1
            moved = last.page != first.page or first.bottom > last.bottom
            if alike and moved and first.page - last.page < 2 and _goes_on(last, first):
                before.extend(group)
                break
        else:
            found.append(group)
    return found


def _piece(group: Sequence[Line], compounds: frozenset[str]) -> Piece:
    mono = all(line.mono for line in group)
    words = ""
    hyphen = False
    for line in group:
        if hyphen and not mono:
            words += _hyphen(words, line.text, compounds) + line.text
        else:
            words += ("\n" if mono else " ") * bool(words) + line.text
        hyphen = line.hyphen
    size = Counter(line.size for line in group).most_common(1)[0][0]
    bold = group[0].bold and all(line.bold or line.text[0].islower() for line in group)
    return Piece(words + "-" * hyphen, group[0].page, size, bold, len(group), mono)


def _compounds(pages: Iterable[Sequence[Line]]) -> frozenset[str]:
    """Give all words, and all compounds with their hyphens, that stand inside a line."""
    lines = [line for page in pages for line in page]
    if not any(line.hyphen for line in lines):
        return frozenset()
    return frozenset(_WORD.findall("\n".join(line.text for line in lines).casefold()))


def _hyphen(before: str, after: str, known: frozenset[str]) -> str:
    """Say whether the hyphen between two halves is the word's own: as the text has it elsewhere.

    Where the text does not have the word again, the more usual spelling of English decides.
    """
    head = re.search(r"[^\W\d_]*$", before)
    tail = re.match(r"[^\W\d_]*", after)
    first, second = head[0] if head else "", tail[0] if tail else ""
    if not first or not second or second[0].isupper():
        return "-"
    whole = (first + second).casefold()
    if whole in known:
        return ""
    if f"{first}-{second}".casefold() in known:
        return "-"
    from wordfreq import zipf_frequency

    if zipf_frequency(whole, "en") > 0:
        return ""
    halves = min(zipf_frequency(first.casefold(), "en"), zipf_frequency(second, "en"))
    return "-" if halves > 3.5 and len(first) > 2 else ""
