from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.folding import Places, flat, fold, terms, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kagame’s", ["kagame"]),
        ("Kagame's", ["kagame"]),
        ("don’t", ["don"]),
        ("CAFÉ", ["cafe"]),
        ("cafe\u0301", ["cafe"]),
        ("eﬃcient", ["efficient"]),
        ("Straße", ["strasse"]),
        ("İstanbul", ["istanbul"]),
        ("Björkdahl", ["bjorkdahl"]),
        ("Oʻzbek ŉ", ["o", "zbek", "n"]),
        ("Łódź", ["lodz"]),
        ("Əliyev", ["eliyev"]),
        ("co\u00adoperation", ["cooperation"]),
        ("zero\u200bwidth", ["zerowidth"]),
        ("post-conflict", ["post", "conflict"]),
        ("post‑conflict", ["post", "conflict"]),
        ("co-\noperation", ["co", "operation"]),
        ("South–South", ["south", "south"]),
        ("$381,700", ["381700"]),
        ("14.4%", ["14.4"]),
        ("[1,2,13]", ["1", "2", "13"]),
        ("28.05.2025", ["28", "05", "2025"]),
        ("2013,2014", ["2013", "2014"]),
        ("1,234,567.89.", ["1234567.89"]),
        ("x" * 70, ["x" * 60, "x" * 10]),
        ("(CHOGM).", ["chogm"]),
        ("snake_case", ["snake", "case"]),
        ("ＦＵＬＬ", ["full"]),
        ("中国人", ["中", "国", "人"]),
        ("Кигали", ["кигали"]),
        ("Қазақстанға", ["казакстанга"]),
        ("हिन्दी में", ["हिनदी", "में"]),
        ("كتـــاب", ["كتاب"]),
        ("الكِتَابُ", ["الكتاب"]),
        ("١٢٣", ["123"]),
        ("\ud800broken", ["broken"]),
        ("", []),
    ],
)
def test_what_may_be_typed_differently_is_made_equal(written: str, folded: list[str]) -> None:
    assert words(written) == folded


@pytest.mark.parametrize(
    ("text", "lit"),
    [
        ("the café, open", ["the", "café", "open"]),
        ("a cafe\u0301 here", ["a", "cafe\u0301", "here"]),
        ("an eﬃcient oﬀer", ["an", "eﬃcient", "oﬀer"]),
        ("so\u00adft hyphen", ["so\u00adft", "hyphen"]),
        ("in İzmir’s port", ["in", "İzmir", "port"]),
        ("यह हिन्दी है", ["यह", "हिन्दी", "है"]),
        ("½ done", ["½", "½", "done"]),
    ],
)
def test_places_are_right_to_the_character(text: str, lit: list[str]) -> None:
    assert [text[t.start : t.end] for t in terms(text)] == lit


@given(st.text())
def test_every_term_lies_inside_its_text(text: str) -> None:
    found = list(terms(text))
    assert [term.word for term in found] == words(text)
    assert all(0 <= term.start < term.end <= len(text) for term in found)


@given(st.text())
def test_a_folded_character_comes_from_the_character_it_is_placed_at(text: str) -> None:
    folded, places = fold(text), Places(text)
    for offset in range(len(folded)):
        start, end = places.start(offset), places.end(offset + 1)
        assert folded[offset] in fold(text[start:end])


@given(st.text(alphabet="abcéİﬃŉ\u00ad’-, "))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


ODD = st.text(alphabet="abIS_19,.'’“…‴éß½\u00ad\x00\x1f -", max_size=40)


@given(st.one_of(st.text(), ODD))
def test_a_flat_text_has_the_same_words_where_they_stood(text: str) -> None:
    folded = flat(text)
    if folded is not None:
        assert folded.split() == words(text)
        assert len(folded) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kagame’s café", "kagame   cafe"),
        ("of $381,700 (14.4%)…", "of  381700   14.4   "),
        ("post-conflict", "post conflict"),
        ("eﬃcient", None),
        ("co\u00adoperation", None),
        ("Кигали", None),
        ("x" * 61, None),
        ("x" * 60, "x" * 60),
        ("", ""),
    ],
)
def test_a_text_is_flat_where_folding_moves_nothing(text: str, folded: str | None) -> None:
    assert flat(text) == folded
