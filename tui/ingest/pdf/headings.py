"""Paragraphs of a PDF and its bookmarks → blocks: which of them are headings, and the title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tui.ingest import furniture
from tui.ingest.blocks import Block
from tui.ingest.pdf.code import is_code
from tui.ingest.pdf.paragraphs import Piece
from tui.ingest.pdf.title import body_size, with_title

_NUMBER = re.compile(
    r"(?:(?:[Cc]hapter|[Pp]art|[Aa]ppendix|[Ss]ection|CHAPTER|PART|APPENDIX|SECTION)\s+)?"
    r"(?:\d+|[A-Z]|[IVX]+)(?:[.:]\d+)*[.:)]?\s+"
)
_DOTS = re.compile(r"(\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)[.)]?\s+\S")
_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST = 160
_FRONT = 60
"""How many paragraphs may stand above an abstract: authors, their addresses, dates."""

_LONG = 80
_LARGER, _MUCH_LARGER = 1.08, 1.15
"""How much larger than the text's letters a heading's are, at least; a long one's are larger."""

_DEEP = re.compile(r"\d+(?:\.\d+)+\.?\s+[A-Z]|[IVX]+\.\s+[A-Z]{4}")
"""A number that hardly anything but a heading has."""

_ENTRY = re.compile(r"(.*\S)\s+(?:\d{1,3}|[ivxl]{1,6})$")
"""A heading and its page, as a table of contents names them."""

_OPENING = '“"‘«¿¡'
_USUAL = re.compile(
    r"(?:\d+\.?\s+)?(?:abstract|introduction|conclusions?|acknowledge?ments?|references)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\w*>+\s|.*(?:<-|[\w.]\(.*\)$|[{}]$)")
"""A prompt, a call or the like: examples are often set in bold."""
_LEADERS = re.compile(r"(?:[.·…]\s?){5}")
_ITEM = re.compile(r"[•▪◦‣·–*-]\s")


_TICKS = re.compile(r"(?:[-−–]?\d[\d.,]*%?\s+){2,}[-−–]?\d[\d.,]*%?(?:\s\D{1,20})?")
_LABEL = 40
"""Shorter paragraphs than this may be labels in a figure."""


class Bookmark(NamedTuple):
    """An entry of the PDF's own outline."""

    title: str
    """Its words."""
    level: int
    """Its depth, 1 the outermost."""
    page: int
    """The page it leads to, from 1."""


def with_headings(pieces: Sequence[Piece], bookmarks: Sequence[Bookmark]) -> list[Block]:
    """Make blocks of the paragraphs, the headings by the bookmarks where they can be found.

    Where there are no bookmarks, or most of them lead to no words of the page, short lines that
    are set larger than the text, or bold and numbered, are headings.
    """
    pieces, title = with_title(pieces)
    given = _marked(pieces, bookmarks)
    abstract = _abstract(pieces)
    blocks = []
    levels = {**_usual(pieces), **({} if given else _levels(pieces, title))}
    for index, piece in enumerate(pieces):
        if index in given:
            block = Block(piece.text, "heading", given[index], page=piece.page)
        elif index == title:
            block = Block(piece.text, "title", page=piece.page)
        elif index in levels:
            level, reason = levels[index]
            block = Block(piece.text, "heading", level, "detected", 0.85, reason, piece.page)
        elif reason := _beside_the_text(index, piece, abstract):
            block = Block(piece.text, "furniture", 0, "detected", 0.9, reason, piece.page)
        else:
            block = _plain(piece)
        blocks.append(block)
    return blocks


def _plain(piece: Piece) -> Block:
    """Make a block of a paragraph that is no heading: text, a list's item, or code."""
    if is_code(piece.text, mono=piece.mono):
        return Block(piece.text, "code", 0, "detected", 0.85, "hardly any words", piece.page)
    listed = _ITEM.match(piece.text) is not None
    return Block(piece.text, "list" if listed else "body", int(listed), page=piece.page)


def _forms(words: str) -> set[str]:
    """Give a heading's letters and figures, with its number and without."""
    number = _NUMBER.match(words)
    forms = {words.casefold(), words[number.end() :].casefold() if number else ""}
    return {"".join(filter(str.isalnum, form)) for form in forms} - {""}


def _marked(pieces: Sequence[Piece], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """Find the paragraphs that bookmarks name; nothing unless half of them are found."""
    likely: defaultdict[int, list[tuple[int, set[str]]]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        if bookmarks and len(piece.text) <= _LONGEST and not _LEADERS.search(piece.text):
            likely[piece.page].append((index, _forms(piece.text)))
    found: dict[int, int] = {}
    for mark in bookmarks:
        wanted = _forms(mark.title)
        for page in (mark.page, mark.page + 1):
            named = [i for i, forms in likely[page] if i not in found and wanted & forms]
            if named:  # a list of contents names it too, but in smaller or lighter letters
                best = max(named, key=lambda i: (pieces[i].bold, round(pieces[i].size), i))
                found[best] = mark.level
                break
    return found if len(found) >= 0.5 * len(bookmarks) else {}


def _abstract(pieces: Sequence[Piece]) -> int:
    """Give the index of the abstract's heading, or 0 where there is none at the beginning."""
    first = enumerate(pieces[:_FRONT])
    return next((i for i, p in first if p.text.casefold().strip(" .:") == "abstract"), 0)


def _beside_the_text(index: int, piece: Piece, abstract: int) -> str:
    """Say why a paragraph is no part of the text, if it is none."""
    if _LEADERS.search(piece.text):
        return "a line of the table of contents"
    front = index < abstract and len(piece.text) < 2 * _LONGEST
    return "above the abstract" if front and not furniture.caption(piece.text) else ""


def _usual(pieces: Sequence[Piece]) -> dict[int, tuple[int, str]]:
    """Find the headings that most papers have, on lines of their own: bookmarks often lack them."""
    reason = "a usual heading on a line of its own"
    return {i: (1, reason) for i, piece in enumerate(pieces) if _USUAL.fullmatch(piece.text)}


def _may_be_heading(piece: Piece) -> bool:
    """Say whether nothing in a paragraph's words speaks against a heading."""
    words = piece.text
    if len(words) > _LONGEST or piece.lines > 3 or words[0].islower() or words[-1] in ".,;":
        return False
    number = _DOTS.match(words)
    named = words[number.end() - 1 :] if number else words
    letters = sum(c.isalpha() for c in named) / len(named.replace(" ", ""))
    formula = letters < 0.7 or ("=" in words and not number) or not _WORD.search(words)
    opens = words[0].isalnum() or words[0] in _OPENING
    return opens and not formula and furniture.keywords(words) != "named"


def _in_a_figure(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether a line has the labels of a figure's axes, or these and a caption, around it."""
    above, below = pieces[index - 1] if index else None, pieces[index + 1]
    if furniture.caption(below.text):
        return above is not None and len(above.text) < _LABEL and not above.bold
    return not below.mono and _TICKS.fullmatch(below.text) is not None


def _without_contents(
    pieces: Sequence[Piece], sizes: dict[int, tuple[float, str]]
) -> dict[int, tuple[float, str]]:
    """Leave out the lines of a table of contents: other headings, with a page's number behind."""
    forms = {form for index in sizes for form in _forms(pieces[index].text)}
    kept = {}
    for index, size in sizes.items():
        entry = _ENTRY.match(pieces[index].text)
        if entry is None or not _forms(entry[1]) & forms:
            kept[index] = size
    return kept


def _after_the_authors(
    pieces: Sequence[Piece], sizes: dict[int, tuple[float, str]]
) -> dict[int, tuple[float, str]]:
    """Leave out what stands large above the first long paragraph: the authors, not headings.

    The line right above that paragraph may well be its heading, and a numbered one is one.
    """
    long = (i for i, piece in enumerate(pieces) if len(piece.text) > 2 * _LONGEST)
    first = next(long, 0)
    return {
        index: size
        for index, size in sizes.items()
        if index >= first - 1 or _DOTS.match(pieces[index].text)
    }


def _levels(pieces: Sequence[Piece], title: int | None) -> dict[int, tuple[int, str]]:
    """Tell headings by how they are set: their level and the reason."""
    body = body_size(pieces)
    sizes: dict[int, tuple[float, str]] = {}
    for index, piece in enumerate(pieces):
        words = piece.text
        large = piece.size > _LARGER * body and (title is None or index > title)
        bold = piece.bold and piece.size > 0.95 * body
        if (piece.lines > 1 or len(words) > _LONG) and not _DOTS.match(words):
            large = large and piece.size > _MUCH_LARGER * body
        told = large or bold or (piece.lines == 1 and _DEEP.match(words))
        if not told or index in (title, len(pieces) - 1) or not _may_be_heading(piece):
            continue
        if not large and (_CODE.match(words) or furniture.caption(words)):
            continue
        if not _DOTS.match(words) and _in_a_figure(pieces, index):
            continue
        if large or len(words) < _LONG or (bold and _DOTS.match(words)):
            how = "larger than the text" if large else "in bold" if bold else "with a number"
            sizes[index] = round(2 * piece.size) / 2, f"a line of its own, set {how}"
    sizes = _after_the_authors(pieces, _without_contents(pieces, sizes))
    order = sorted({size for size, _ in sizes.values()}, reverse=True)
    dotted = {index: _DOTS.match(pieces[index].text) for index in sizes}
    depths = {sizes[i][0]: dots[1].count(".") + 1 for i, dots in dotted.items() if dots}
    levels: dict[int, tuple[int, str]] = {}
    for index, (size, reason) in sizes.items():
        dots = dotted[index]
        level = dots[1].count(".") + 1 if dots else depths.get(size, order.index(size) + 1)
        levels[index] = min(level, 6), reason
    return levels
