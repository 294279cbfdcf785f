from __future__ import annotations

import pytest

from tests.search.made import document
from tui.document import Document
from tui.search import find
from tui.search.hits import Hit

PAGE = document(
    "Free trade is a trade-off. Trading goes on.",
    "The free\ntrade zone in Kazakhstan, $381,700.",
    ("furniture", "Share this trade"),
    "The café’s e-services; eﬃcient, not traditional.",
)


def lit(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.document.text[s.start : s.end] for hit in hits for s in hit.matches]


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("trade", ["trade", "trade", "trade", "trade"]),
        ("trad", ["trade", "trade", "Trading", "trade", "trade", "traditional"]),
        ("trad ", ["trade", "trade", "trade", "trade"]),
        ("free trade", ["Free trade", "free\ntrade"]),
        ('"free trade"', ["Free trade", "free\ntrade"]),
        ("'free", ["Free", "free"]),
        ("free !zone", ["Free"]),
        ("cafe", ["café"]),
        ("efficient", ["eﬃcient"]),
        ("381700", ["381,700"]),
        ("381,7", ["381,700"]),
        ("zone kazakhstan", ["zone", "Kazakhstan"]),
        ("trades ", ["trade", "trade", "Trading", "trade", "trade"]),
        ("kazakstan", ["Kazakhstan"]),
        ("eservices", ["e-services"]),
        ("the zone of trade ", ["trade", "zone"]),
        ("xqzwv", []),
        ("", []),
        ('"', []),
    ],
)
def test_occurrences_are_found_in_reading_order(typed: str, marks: list[str]) -> None:
    assert lit(find(PAGE, typed).hits) == marks


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("中国", ["中国", "中国"]),
        ("签署", ["签署"]),
        ("中国 贸易", ["中", "国", "贸", "易"]),
        ("हिन्दी", ["हिन्दी"]),
        ("हिन्द", ["हिन्दी"]),
        ("हिन्द ", []),
        ("كتاب", ["كتـــاب"]),
        ("123", ["١٢٣"]),
        ("токаев", ["Тоқаев"]),
    ],
)
def test_scripts_of_every_kind_are_found(typed: str, marks: list[str]) -> None:
    page = document(
        "中国和卢旺达签署了。", "中国的贸易。", "यह हिन्दी है।", "كتـــاب ١٢٣", "Тоқаев келді."
    )
    assert lit(find(page, typed).hits) == marks


def test_each_occurrence_is_a_hit_of_its_own() -> None:
    found = find(PAGE, "trade")
    assert found.total == len(found.hits) == 4
    starts = [hit.matches[0].start for hit in found.hits]
    assert starts == sorted(starts)
    assert found.counts == ((PAGE, 4),)


def test_a_corrected_word_is_told() -> None:
    found = find(PAGE, "kazakstan")
    assert (found.suggestion, found.hits[0].tier) == ("kazakhstan", "fuzzy")


def test_a_number_is_no_part_of_another() -> None:
    page = document("Section 2.4 says so.", "There are 2 kinds.", "Lemma 2.")
    assert lit(find(page, "lemma 2 kinds ").hits) == ["2", "kinds", "Lemma", "2"]


def test_a_large_document_is_searched_by_paragraphs() -> None:
    large = document(*["One sentence here. Another about tea."] * 30_000, "The last: coffee.")
    assert find(large, "tea").total == 30_000
    assert find(large, "cofee").total == 1


def test_the_seeds_name_is_found_wherever_it_stands(seeds: tuple[Document, ...]) -> None:
    for seed in seeds:
        assert find(seed, "rwanda").total == seed.text.lower().count("rwanda")
