from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.made import document
from tui.document import BODY_KINDS
from tui.search import Found, Index, find, search
from tui.search.folding import words

ODD = document(
    "The café’s eﬃcient “South–South” co-\u00adoperation: 381,700 (14.4%) in İzmir.",
    "In the end trade, trade and trade again; 中国 and Кигали.",
    ("furniture", "Share this tea"),
)
INDEX = Index.of([ODD])

SYNTAX = st.sampled_from(
    [
        "in:",
        "kind:",
        "!",
        "'",
        '"',
        "“",
        "-",
        " ",
        "trade",
        "tra",
        "de",
        "coop",
        "ﬃ",
        "\0",
        "\ud800",
    ]
)
TYPED = st.lists(st.one_of(SYNTAX, st.text(max_size=6)), max_size=8).map("".join)


def valid(found: Found) -> None:
    assert found.total >= len(found.hits) >= 0
    for hit in found.hits:
        assert 0 <= hit.start < hit.end <= len(hit.document.text)
        last = hit.start
        for span in hit.matches:
            assert last <= span.start < span.end <= hit.end
            last = span.end
    assert found.reading is not None
    assert all(count > 0 for _, count in found.counts)


@settings(max_examples=150, deadline=None)
@given(TYPED)
def test_any_string_typed_key_by_key_is_a_query(typed: str) -> None:
    for end in range(len(typed) + 1):
        valid(search(INDEX, typed[:end]))


@settings(max_examples=100, deadline=None)
@given(TYPED)
def test_any_string_typed_key_by_key_finds_in_a_document(typed: str) -> None:
    for end in range(len(typed) + 1):
        valid(find(ODD, typed[:end]))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=5), st.text(max_size=12))
def test_any_document_can_be_searched(paragraphs: list[str], typed: str) -> None:
    anything = document(*paragraphs)
    assert all(paragraph.kind in BODY_KINDS for paragraph in anything.paragraphs)
    valid(search(Index.of([anything]), typed))
    valid(find(anything, typed))


WRITTEN = st.text(
    alphabet=st.one_of(
        st.sampled_from("abc de.,'’-\u00ad\u200bﬁßİŉ1234中国かカताह\u0639\u0640"),
        st.characters(min_codepoint=32, max_codepoint=0x24FF),
    ),
    max_size=40,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WRITTEN, min_size=1, max_size=3))
def test_every_word_of_any_document_is_found(paragraphs: list[str]) -> None:
    anything = document(*paragraphs)
    index = Index.of([anything])
    for paragraph in paragraphs:
        for word in words(paragraph)[:3]:
            for typed in (f"{word} ", f"'{word}", f'"{word}"'):
                assert search(index, typed).total, typed
                assert find(anything, typed).total, typed
