from __future__ import annotations

import codecs
import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import Unreadable
from tui.ingest.decoding import decode
from tui.ingest.text import read_text, split

JAPANESE = "ルワンダは国際舞台で積極的な行動主体として台頭し、安全保障理事会に選ばれた。"
CHINESE = "卢旺达已成为国际舞台上一个自信的行为体，并当选为安全理事会理事国。"
GREEK = "Η Ρουάντα αναδείχθηκε σε σημαντικό παράγοντα στη διεθνή σκηνή."
RUSSIAN = "Руанда стала заметным игроком и была избрана в Совет Безопасности.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("caf\u00e9".encode(), "café"),
        (codecs.BOM_UTF8 + "caf\u00e9".encode(), "café"),
        (codecs.BOM_UTF16_LE + "café".encode("utf-16-le"), "café"),
        (codecs.BOM_UTF16_BE + "café".encode("utf-16-be"), "café"),
        ("caf\u00e9 and tea".encode("utf-16-le"), "café and tea"),
        ("caf\u00e9 and tea".encode("utf-16-be"), "café and tea"),
        (codecs.BOM_UTF32_LE + "café".encode("utf-32-le"), "café"),
        ("café – “déjà”".encode("cp1252"), "café – “déjà”"),
        ("Élève naïf".encode("latin-1"), "Élève naïf"),
        ("Éléonore Müller dîne à Genève".encode("latin-1"), "Éléonore Müller dîne à Genève"),
        (JAPANESE.encode("shift_jis"), JAPANESE),
        (JAPANESE.encode("euc_jp"), JAPANESE),
        (CHINESE.encode("gb18030"), CHINESE),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (RUSSIAN.encode("koi8_r") * 500, RUSSIAN * 500),
        (GREEK.encode("cp1253"), GREEK),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("à é è ù ô — œuvre ".encode() * 3 + b"\xff", "à é è ù ô — œuvre " * 3 + "\ufffd"),
    ],
)
def test_decodes_by_mark_then_utf8_then_by_what_script_it_reads_as(data: bytes, text: str) -> None:
    assert decode("a.txt", data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        (codecs.BOM_UTF8, "white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (bytes(range(1, 255)) * 3, "binary"),
    ],
)
def test_refuses_what_is_no_text_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=f"^a.txt: .*{reason}"):
        read_text("a.txt", data)


PARAGRAPHS = {
    "blank lines part": ("One here.\n\nTwo here.\n", ["One here.", "Two here."]),
    "each line is one": ("One here.\nTwo here.", ["One here.", "Two here."]),
    "white space around is left out": ("  One. \n\n\n\tTwo.  ", ["One.", "Two."]),
    "short lines stay apart": (
        "Staff Writer\n8 Min Read\n\nText.",
        ["Staff Writer", "8 Min Read", "Text."],
    ),
    "a hard-wrapped block is one": (
        "The committee met on Monday to hear\nthe report and to vote on the plan that\n"
        "had been sent to all of its members.\n\nIt adjourned at noon.",
        [
            "The committee met on Monday to hear\nthe report and to vote on the plan that\n"
            "had been sent to all of its members.",
            "It adjourned at noon.",
        ],
    ),
    "an indented line opens a paragraph in wrapped text": (
        "   The committee met on Monday to hear\nthe report and to vote on the plan that\n"
        "had been sent to all.\n   Another paragraph was added by them\nand it ends here too.",
        [
            "The committee met on Monday to hear\nthe report and to vote on the plan that\n"
            "had been sent to all.",
            "Another paragraph was added by them\nand it ends here too.",
        ],
    ),
    "items of wrapped text stay apart": (
        "The committee has met again and it\ndecided the following matters at once:\n"
        "- first, that the plan that was sent\n  to all be adopted by the members\n"
        "- second, that the meeting be closed",
        [
            "The committee has met again and it\ndecided the following matters at once:",
            "- first, that the plan that was sent\n  to all be adopted by the members",
            "- second, that the meeting be closed",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_splits_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


@given(st.text(alphabet="ab .\n\r\t-1A“”é\u2028\x1b", min_size=1, max_size=300))
def test_blocks_are_in_order_apart_and_hold_all_but_white_space(text: str) -> None:
    blocks = split(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(blocks))
    assert all(text[s:e] == text[s:e].strip() and e > s for s, e in blocks)
    kept = "".join("".join(text[s:e].split()) for s, e in blocks)
    assert kept == "".join(text.split())


def test_a_document_knows_its_bytes_and_its_text() -> None:
    data = b"\xef\xbb\xbfHello there.\r\n\r\nIt is the second one and it is longer.\r\n"
    document = read_text("a.txt", data)
    assert document.text == "Hello there.\n\nIt is the second one and it is longer.\n"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert [document.text[p.start : p.end] for p in document.paragraphs] == [
        "Hello there.",
        "It is the second one and it is longer.",
    ]


def test_a_long_text_of_one_line_and_one_of_many_are_split_alike() -> None:
    assert len(split("word " * 200_000)) == 1
    assert len(split("A line of words.\n" * 100_000)) == 100_000
