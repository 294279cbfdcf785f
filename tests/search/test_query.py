from __future__ import annotations

import pytest

from tui.search.query import Clause, Filter, Query, parse


def wherever(query: Query) -> Query:
    """Give the query without where its words stand."""
    wanted, banned = (
        tuple(clause._replace(start=0, end=0) for clause in clauses) for clauses in query[:2]
    )
    return Query(wanted, banned, query.filters)


def word(text: str, unfinished: bool = False) -> Clause:
    return Clause((text,), unfinished=unfinished)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("trade", (word("trade", True),)),
        ("trade ", (word("trade"),)),
        ("trade.", (word("trade"),)),
        ("Kazakstan Trad", (word("kazakstan"), word("trad", True))),
        ('"south south"', (Clause(("south", "south"), "phrase"),)),
        ('"south sou', (Clause(("south", "sou"), "phrase", True),)),
        ("“curly quotes”", (Clause(("curly", "quotes"), "phrase"),)),
        ("'exactly", (Clause(("exactly",), "exact"),)),
        ("‘exactly", (Clause(("exactly",), "exact"),)),
        ("Rwanda’s", (word("rwanda"),)),
        (
            "post-conflict ",
            (
                Clause(("post",), joined="postconflict"),
                Clause(("conflict",), joined="postconflict"),
            ),
        ),
        ("AT&T", (Clause(("at", "t"), "phrase", True),)),
        ("U.S. ", (Clause(("u", "s"), "phrase"),)),
        ("coffee,tea ", (word("coffee"), word("tea"))),
        ("trade k", (word("trade"),)),
        ("k", (word("k", True),)),
        ("trade 5", (word("trade"), word("5", True))),
        ('"', ()),
        ("'", ()),
        ("!", ()),
        ("in:", ()),
        ("tea kind:", (word("tea"),)),
        ('in:"', ()),
        ("  \t ", ()),
    ],
)
def test_words_and_phrases(typed: str, wanted: tuple[Clause, ...]) -> None:
    assert wherever(parse(typed)).wanted == wanted


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("!trade", Query(banned=(word("trade", True),))),
        ('!"free trade"', Query(banned=(Clause(("free", "trade"), "phrase"),))),
        ("in:paper", Query(filters=(Filter("in", "paper"),))),
        ('in:"trade outlook"', Query(filters=(Filter("in", "trade outlook"),))),
        ('in:"trade', Query(filters=(Filter("in", "trade"),))),
        ("kind:furniture", Query(filters=(Filter("kind", "furniture"),))),
        ("KIND:caption", Query(filters=(Filter("kind", "caption"),))),
        ("!in:paper", Query(filters=(Filter("in", "paper", True),))),
        ("IN:paper tea", Query((word("tea", True),), filters=(Filter("in", "paper"),))),
    ],
)
def test_exclusions_and_places(typed: str, query: Query) -> None:
    assert wherever(parse(typed)) == query


def test_a_very_long_query_is_read_in_part() -> None:
    assert len(parse("word " * 10_000).wanted) <= 24
