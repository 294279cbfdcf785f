"""Markdown and reStructuredText are read without their markup, each block on its own line."""

import pytest

from tui.document import Document
from tui.ingest import read

MARKDOWN = """\
---
title: "On *Trade*"
author: Ann B, Carl D
date: 2025-05-28
---
# On Trade

A paragraph with **bold**, a [link](http://x.y), `code` and
![a picture](p.png) &amp; a break.

Deeper
------

> A quote
> of two lines.

- one
- two
  1. first below
  2. second below

| Year | Trade |
|------|------:|
| 2024 | 381   |

```python
x = 1

y = 2
```

<!-- unseen -->
"""

RST = """\
==========
 On Trade
==========

:Author: Ann B
:Date: 2025-05-28

.. _label:

First Section
=============

A paragraph with **bold**, ``code`` and a `link
<http://x>`_ in it, see :ref:`the other <label>`. An example::

    x = 1

Deeper
------

* one
* two
  continued

.. note::
   Mind the gap.

.. image:: x.png
   :alt: never seen

====  =====
Year  Trade
====  =====
2024  381
====  =====

Second Section
==============

The last words [1]_.
"""


def opened(name: str, text: str) -> Document:
    (document,) = read(name, text.encode())
    return document


def blocks(document: Document) -> list[tuple[int, str, int, str]]:
    """The line, kind, level and words of each paragraph."""
    return [
        (document.line_at(p.start), p.kind, p.level, document.text[p.start : p.end])
        for p in document.paragraphs
    ]


def test_markdown_shows_what_the_reader_sees_on_the_lines_of_the_file() -> None:
    assert blocks(opened("a.md", MARKDOWN)) == [
        (6, "title", 0, "On Trade"),
        (8, "body", 0, "A paragraph with bold, a link, code and\na picture & a break."),
        (11, "heading", 1, "Deeper"),
        (14, "quote", 0, "A quote\nof two lines."),
        (17, "list", 1, "• one"),
        (18, "list", 1, "• two"),
        (19, "list", 2, "1. first below"),
        (20, "list", 2, "2. second below"),
        (22, "table", 0, "Year │ Trade"),
        (24, "table", 0, "2024 │ 381"),
        (27, "code", 0, "x = 1\n\ny = 2"),
    ]


def test_lists_may_be_deep() -> None:
    text = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(30))
    document = opened("a.md", text)
    assert [p.level for p in document.paragraphs] == list(range(1, 31))


def test_front_matter_is_metadata() -> None:
    document = opened("a.md", MARKDOWN)
    assert (document.title, document.authors) == ("On Trade", ("Ann B", "Carl D"))
    assert document.date == "2025-05-28"
    assert "author" not in document.text


def test_rst_shows_what_the_reader_sees_on_the_lines_of_the_file() -> None:
    found = [block for block in blocks(opened("a.rst", RST)) if block[1] != "furniture"]
    assert found == [
        (2, "title", 0, "On Trade"),
        (10, "heading", 1, "First Section"),
        (
            13,
            "body",
            0,
            "A paragraph with bold, code and a link\n in it, see label. An example:",
        ),
        (16, "code", 0, "x = 1"),
        (18, "heading", 2, "Deeper"),
        (21, "list", 1, "• one"),
        (22, "list", 1, "• two\ncontinued"),
        (26, "body", 0, "Mind the gap."),
        (32, "table", 0, "Year  Trade"),
        (34, "table", 0, "2024  381"),
        (37, "heading", 1, "Second Section"),
        (40, "body", 0, "The last words [1]."),
    ]


def test_rst_notes_are_read_wherever_their_words_stand() -> None:
    text = (
        ".. note::\n\n   Mind it.\n\n.. tip:: Do *this*.\n\n.. [1] A footnote\n   of two lines.\n"
    )
    assert [block[1:] for block in blocks(opened("a.rst", text))] == [
        ("quote", 0, "Mind it."),
        ("body", 0, "Do this."),
        ("list", 1, "[1] A footnote\nof two lines."),
    ]


def test_rst_fields_are_metadata() -> None:
    document = opened("a.rst", RST)
    assert document.authors == ("Ann B",)
    assert document.date == "2025-05-28"


@pytest.mark.parametrize("name", ["a.md", "a.rst"])
@pytest.mark.parametrize(
    "text",
    [
        "Only words.",
        "Words\r\n\r\nand more words.\r\n",
        "# \n\n- \n\nwords\n",
        "- - - deep words\n",
        "> > words\n> - and\n",
        "| a |\n|---|\nwords after\n",
        "```\nnever closed words",
        "Title\n=====\n\n::\n\n   words\n",
        "a | b\n--|--\n\n\n1. words\n   - more\n\n     deep\n",
        "*" * 200 + "words" + "_" * 200,
        "[" * 300 + "words",
    ],
)
def test_every_paragraph_is_its_own_stretch_of_the_text(name: str, text: str) -> None:
    document = opened(name, text)
    assert document.text.count("\n") == text.replace("\r\n", "\n").count("\n")
    last = 0
    for paragraph in document.paragraphs:
        assert last <= paragraph.start < paragraph.end <= len(document.text)
        last = paragraph.end
    assert "words" in document.text
