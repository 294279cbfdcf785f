from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.typos import cost
from tui.search.vocabulary import Vocabulary


def vocabulary(language: str = "en", **frequencies: int) -> Vocabulary:
    known = sorted(frequencies)
    return Vocabulary(known, [frequencies[word] for word in known], (language,))


KNOWN = vocabulary(
    kazakhstan=20,
    kazakh=5,
    trade=30,
    trades=3,
    trading=4,
    traded=2,
    traditional=6,
    government=12,
    governance=40,
    peacekeeping=9,
    form=7,
    from_=70,
    there=5,
    their=50,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kazakstan", "kazakhstan"),
        ("kazahkstan", "kazakhstan"),
        ("kazkahstan", "kazakhstan"),
        ("lazakhstan", "kazakhstan"),
        ("akzakhstan", "kazakhstan"),
        ("kazakhstann", "kazakhstan"),
        ("kzakhstn", "kazakhstan"),
        ("trdae", "trade"),
        ("tarde", "trade"),
        ("govermnent", "government"),
        ("governence", "governance"),
        ("peacekepeing", "peacekeeping"),
        ("peecekeping", "peacekeeping"),
        ("thier", "their"),
    ],
)
def test_a_typing_error_is_corrected(typed: str, meant: str) -> None:
    assert KNOWN.guesses(typed)[0].word == meant


@pytest.mark.parametrize("typed", ["xqzwv", "ab", "", "12345", "trade2", "a" * 100, "zzzzzzzzzz"])
def test_what_is_like_nothing_is_not_guessed(typed: str) -> None:
    assert KNOWN.guesses(typed) == ()
    assert KNOWN.guesses(typed, unfinished=True) == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kazahkst", "kazakhstan"), ("akzakhs", "kazakhstan"), ("peackee", "peacekeeping")],
)
def test_an_unfinished_word_is_corrected_by_its_beginning(typed: str, meant: str) -> None:
    assert KNOWN.guesses(typed, unfinished=True)[0].word == meant


def test_the_more_frequent_completions_come_first() -> None:
    assert KNOWN.completions("trad")[:3] == ["trade", "traditional", "trading"]
    assert KNOWN.completions("trad", 2) == ["trade", "traditional"]
    assert KNOWN.completions("x") == []


def test_forms_share_a_stem() -> None:
    assert dict(KNOWN.forms("trade")) == {"trades": 1, "trading": 3, "traded": 1}
    assert set(KNOWN.stemmed("trade")) == {"trade", "trades", "trading", "traded"}
    assert vocabulary("fr", negociation=2, negociations=1).forms("negociation") == [
        ("negociations", 1)
    ]
    assert vocabulary("ar", كتاب=1, والكتاب=1, الكتاب=2).forms("كتاب") == [("الكتاب", 2)]
    assert vocabulary("xx", word=2, words=1).forms("word") == []


def test_slips_of_hands_are_cheaper_than_other_edits() -> None:
    assert cost("trade", "trade") == 0
    swapped, doubled, beside = (
        cost("trdae", "trade"),
        cost("tradde", "trade"),
        cost("tradr", "trade"),
    )
    assert max(swapped, doubled, beside) < cost("trape", "trade")
    assert cost("rrade", "trade") > cost("trsde", "trade")
    assert cost("trde", "trade") < cost("trkade", "trade")


@given(st.text(alphabet="abcdef", max_size=8), st.text(alphabet="abcdef", max_size=8))
def test_a_cost_is_nothing_only_for_the_same_word(typed: str, meant: str) -> None:
    assert (cost(typed, meant) == 0) == (typed == meant)
    assert cost(typed, meant) <= 1.2 * (len(typed) + len(meant)) + 1


@given(st.text(alphabet="abcdé", min_size=3, max_size=9), st.booleans())
def test_guesses_are_known_words_the_likeliest_first(typed: str, unfinished: bool) -> None:
    known = vocabulary(abcde=3, abcdd=2, bcdea=9, abc=1, edcba=4)
    found = known.guesses(typed, unfinished)
    assert all(known.frequency(guess.word) and guess.word != typed for guess in found)
    weights = [guess.weight for guess in found]
    assert weights == sorted(weights, reverse=True)
    assert not weights or weights[0] == 1
