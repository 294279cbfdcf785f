"""TEXT and its blocks → PARAGRAPHS: what kind of block each is, told from words and company."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.document import Kind, Paragraph
from tui.ingest import furniture, headings, runs

_SHORT = 200
"""Blocks longer than this, in characters, are body without a second look, captions apart."""

LEVEL = 0.6
"""A heading's confidence from which on it is one."""

AMONG = 0.95
"""The chance from which on a block among furniture is furniture too."""

_RUN = 3
"""So many short lines below a colon make a list."""

_RULE = re.compile(r"(?P<stroke>[=~*#_^\"'+-])(?P=stroke){2,}$")
_ITEM = re.compile(r"(?:[-*+•▪◦‣·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_END = re.compile(r"[.!?…][\"”’)\]]*$")


def tell(text: str, blocks: Sequence[tuple[int, int]]) -> tuple[Paragraph, ...]:
    """Tell the kind of blocks that carry no markup; blocks are (start, end), in order.

    Long blocks are body. Short ones are told by what they say (furniture, captions, keywords),
    by their place (a title first, furniture in the runs of short lines at the ends) and by
    their shape between their neighbours (headings). A rule below a line is left out.
    """
    told = [_by_words(text, start, end) for start, end in blocks]
    _title(text, told)
    _byline(text, told)
    _company(text, told)
    _keyword_line(text, told)
    _listed(text, told)
    _depicted(text, told)
    _ends(text, told)
    return tuple(_headings(text, told))


def title(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Give the words of the first paragraph told to be the title, on one line; else nothing."""
    for paragraph in paragraphs[:12]:
        if paragraph.kind == "title":
            return " ".join(text[paragraph.start : paragraph.end].split())
    return ""


def _told(paragraph: Paragraph, kind: Kind, confidence: float, reason: str) -> Paragraph:
    start, end, level = paragraph.start, paragraph.end, paragraph.level
    return Paragraph(start, end, kind, level, "detected", confidence, reason)


def _by_words(text: str, start: int, end: int) -> Paragraph:
    body = Paragraph(start, end)
    if end - start > 2 * _SHORT:
        return body
    words = text[start:end]
    if end - start <= _SHORT and furniture.furniture(words):
        return _told(body, "furniture", 0.9, "words of a page's furniture")
    if furniture.caption(words):
        return _told(body, "caption", 0.85, "named as a figure's or photograph's caption")
    if _ITEM.match(words) and not headings.depth(words):
        return _told(body, "list", 0.9, "opens with a list's mark")
    return body


def _size(paragraph: Paragraph) -> int:
    return paragraph.end - paragraph.start


def _title(text: str, told: list[Paragraph]) -> None:
    """Mark the first short line as the title, if longer blocks follow it."""
    for index, paragraph in enumerate(told[:6]):
        if paragraph.kind == "furniture":
            continue
        words = text[paragraph.start : paragraph.end]
        fits = len(words) <= 180 and words.count(" ") < 26 and paragraph.kind == "body"
        if fits and words[-1] not in ".,;:" and words[0] not in '“"(':
            least = max(70, 1.3 * len(words))
            if sum(_size(other) > least for other in told[index + 1 : index + 13]) >= 2:
                why = "a short first line above longer blocks"
                told[index] = _told(paragraph, "title", 0.8, why)
        return


def _keyword_line(text: str, told: list[Paragraph]) -> None:
    for index, paragraph in enumerate(told[:12]):
        if paragraph.kind != "body" or _size(paragraph) > 2 * _SHORT:
            continue
        found = furniture.keywords(text[paragraph.start : paragraph.end])
        if found == "named":
            told[index] = _told(paragraph, "keywords", 0.95, "a line that says it lists keywords")
        elif found and index and _size(told[index - 1]) > 400:
            told[index] = _told(paragraph, "keywords", 0.8, "a list of terms below the abstract")


def _listed(text: str, told: list[Paragraph]) -> None:
    """Mark runs of short lines below a colon as a list."""
    for index, paragraph in enumerate(told):
        if paragraph.kind != "body" or text[paragraph.end - 1] != ":":
            continue
        end = index + 1
        while end < len(told) and _listable(text, told[end]):
            end += 1
        if end - index > _RUN:
            for place in range(index + 1, end):
                told[place] = _told(told[place], "list", 0.8, "short lines below a colon")


def _listable(text: str, paragraph: Paragraph) -> bool:
    if paragraph.kind != "body" or _size(paragraph) > 100:
        return False
    return text[paragraph.end - 1] not in ".!?:"


def _depicted(text: str, told: list[Paragraph]) -> None:
    """Mark captions that do not name themselves: alone, short, and spoken like a picture's."""
    sizes = sorted(map(_size, told))
    usual = sizes[len(sizes) // 2] if sizes else 0
    if usual < 300:
        return
    for index in range(1, len(told) - 1):
        paragraph = told[index]
        if paragraph.kind != "body" or _size(paragraph) > 0.6 * usual:
            continue
        above, below = told[index - 1], told[index + 1]
        lonely = min(_size(above), _size(below)) > 1.8 * _size(paragraph)
        words = text[paragraph.start : paragraph.end]
        if lonely and text[above.end - 1] != ":" and furniture.depicts(words):
            told[index] = _told(
                paragraph, "caption", 0.65, "one sentence apart, a thing named and explained"
            )


def _byline(text: str, told: list[Paragraph]) -> None:
    """Mark the names between the title and the first long block as furniture."""
    if not any(paragraph.kind == "title" for paragraph in told[:6]):
        return
    for index, paragraph in enumerate(told[:12]):
        if _size(paragraph) > _SHORT:
            return
        words = text[paragraph.start : paragraph.end]
        if paragraph.kind == "body" and furniture.names(words):
            told[index] = _told(paragraph, "furniture", 0.75, "names below the title")


def _company(text: str, told: list[Paragraph]) -> None:
    """Mark short blocks that stand among much furniture as furniture."""
    known = [paragraph.kind == "furniture" for paragraph in told]
    if not runs.enough(known):
        return
    sure = runs.sure([text[p.start : p.end] for p in told], known)
    for index, chance in enumerate(sure):
        if chance > AMONG and told[index].kind in ("body", "list"):
            told[index] = _told(told[index], "furniture", 0.8, "among a page's furniture")


def _ends(text: str, told: list[Paragraph]) -> None:
    """Mark runs of short lines at both ends that hold furniture as furniture altogether."""
    _run(text, told, range(len(told) - 1, -1, -1))
    _run(text, told, range(len(told)))


def _run(text: str, told: list[Paragraph], indices: range) -> None:
    run: list[int] = []
    sure = 0
    for index in indices:
        paragraph = told[index]
        words = text[paragraph.start : paragraph.end]
        if paragraph.kind == "furniture":
            sure = len(run) + 1
        elif _size(paragraph) > 100 or _END.search(words) or paragraph.kind != "body":
            break
        run.append(index)
    for index in run[:sure]:
        if told[index].kind == "body":
            told[index] = _told(
                told[index], "furniture", 0.7, "among the furniture at the text's end"
            )


def _headings(text: str, told: list[Paragraph]) -> list[Paragraph]:
    kept: list[Paragraph] = []
    for index, paragraph in enumerate(told):
        if paragraph.end - paragraph.start > _SHORT:
            kept.append(paragraph)
            continue
        words = text[paragraph.start : paragraph.end]
        if kept and _RULE.match(words) and _below(text, kept[-1], paragraph):
            above = kept[-1]
            if _size(above) <= 120 and above.kind in ("body", "title", "heading"):
                level = 1 if words[0] in "=#*" else 2
                told_above = _told(above, "heading", 0.97, "a line underlined")
                kept[-1] = replace(told_above, level=level)
                continue
        if paragraph.kind == "body":
            before = text[kept[-1].start : kept[-1].end] if kept else ""
            following = _following(told, index)
            after = text[following.start : following.end] if following else ""
            score, reason = headings.heading(words, before, after)
            if score >= LEVEL:
                paragraph = replace(
                    _told(paragraph, "heading", score, reason), level=headings.depth(words) or 1
                )
        kept.append(paragraph)
    return kept


def _below(text: str, above: Paragraph, paragraph: Paragraph) -> bool:
    """Tell whether a block stands on the very next line."""
    return text.count("\n", above.end, paragraph.start) == 1


def _following(told: list[Paragraph], index: int) -> Paragraph | None:
    for paragraph in told[index + 1 : index + 4]:
        if paragraph.kind not in ("furniture", "caption"):
            return paragraph
    return None
