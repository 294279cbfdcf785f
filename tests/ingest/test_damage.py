"""Whatever the bytes are, a source becomes documents or says in one line why it does not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.writers import Words, column, docx, epub, paragraph, pdf
from tui.document import Document, Unreadable
from tui.ingest import parts

PROSE = [f"Words of a line of prose, the {number}th of many." for number in range(12)]
TEXT = "\n\n".join(PROSE)
WORD = "".join(paragraph(line, "" if number % 4 else "H1") for number, line in enumerate(PROSE))
CHAPTER = "<h1>One</h1>" + "".join(f"<p>{line}</p>" for line in PROSE)
ROWS = "".join(f'{{"text": "{line}", "date": "2025-05-28"}}\n' for line in PROSE)
WHOLE = {
    "a.pdf": pdf([[Words(50, 770, "A Title of Words", 20), *column(50, 700, PROSE)]] * 2),
    "a.docx": docx(WORD),
    "a.epub": epub([CHAPTER] * 2),
    "a.md": f"# Title\n\n{TEXT}\n\n- one\n- two\n\n| a | b |\n|---|---|\n".encode(),
    "a.rst": f"Title\n=====\n\n{TEXT}\n\n* one\n\n::\n\n   code\n".encode(),
    "a.jsonl": ROWS.encode(),
    "a.csv": ("title,text\n" + "".join(f'a,"{line}"\n' for line in PROSE)).encode(),
    "a.txt": TEXT.encode(),
}


def check(name: str, data: bytes) -> None:
    """Hold what every source must give."""
    found = list(parts(name, data))
    assert found
    for part in found:
        if isinstance(part, Unreadable):
            assert "\n" not in str(part)
            assert part.reason
            continue
        assert isinstance(part, Document)
        last = 0
        for each in part.paragraphs:
            assert last <= each.start < each.end <= len(part.text)
            assert part.text[each.start : each.end].strip()
            last = each.end
        assert list(part.pages) == sorted(part.pages)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int) -> None:
    chance = random.Random(f"{name}{seed}")
    data = bytearray(WHOLE[name])
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = len(data) if seed % 3 else chance.randrange(len(data))
    check(name, bytes(data[:cut]))


@given(st.binary(max_size=300), st.sampled_from([*WHOLE, "a", "a.png", "-"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    check(name, data)


@given(st.text(max_size=200), st.sampled_from(["a.md", "a.rst", "a.csv", "a.jsonl", "a.txt"]))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    check(name, text.encode("utf-8", "replace"))


MARKUP = (
    *("# a", "- b", "  - c", "> d", "| e | f |", "|---|---|", "```", "", "    g", "1. h", "***"),
    *("====", "----", "::", ".. note::", "   i", "<div>", "[j]: k", "\\", "+++", "---", "* l"),
)


@given(st.lists(st.sampled_from(MARKUP), max_size=14), st.sampled_from(["a.md", "a.rst"]))
@settings(max_examples=400, deadline=None)
def test_any_markup_is_read_or_refused(lines: list[str], name: str) -> None:
    check(name, "\n".join(lines).encode())
