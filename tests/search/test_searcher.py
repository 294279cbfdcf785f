from __future__ import annotations

import pytest

from tests.search.made import document
from tui.document import Document, Section
from tui.search import Hit, Index, search


def said(hit: Hit) -> str:
    return hit.document.text[hit.start : hit.end]


def lit(hit: Hit) -> list[str]:
    return [hit.document.text[span.start : span.end] for span in hit.matches]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kazakstan trad", "bilateral trade reached $381,700"),
        ("kazahkstan trade", "bilateral trade reached $381,700"),
        ("bilatral trade 2023", "bilateral trade reached $381,700"),
        ("francophony", "Francophonie"),
        ("francofonie summit", "Francophonie Summit"),
        ("Nagorno Karabak", "Nagorno-Karabakh"),
        ("nagorno-karabak", "Nagorno-Karabakh"),
        ("nagornokarabakh", "Nagorno-Karabakh"),
        ("azerbajan cofee", "premium coffee and tea"),
        ("capuccino", "cappuccino"),
        ("capucino beans", "cappuccino"),
        ("tokayev historc", "described the visit as “historic,”"),
        ("nduhungire", "Nduhungirehe"),
        ("Nduhungirhe", "Nduhungirehe"),
        ("vacines minerals", "vaccines and minerals"),
        ("transcaspian route", "Trans-Caspian International Transport Route"),
        ("trans caspian", "Trans-Caspian"),
        ("genoside", "genocide"),
        ("gencoide 1994", "1994"),
        ("148 vots", "148 votes"),
        ("secruity council election", "Security Council"),
        ("bjorkdahl", "Björkdahl"),
        ("Björkdal", "Björkdahl"),
        ("thorhalsson", "Thorhallsson"),
        ("finemore sikink", "Finnemore"),
        ("digitl governent", "digital government"),
        ("artifical inteligence", "artificial intelligence"),
        ("peackeeping misions", "peacekeeping missions"),
        ("comonwealth heads", "Commonwealth Heads"),
        ("diaspra", "diaspora"),
        ("blackuot candlelight", "candlelight"),
        ("Smart Natoin", "Smart Nation ambition"),
        ("astana hub tecnology", "Astana Hub"),
        ("pucnh above weight", "punch"),
        ("logistcs connectvity", "logistics connectivity"),
        ("elite intervews", "interviews"),
        ("vaccin", "vaccines"),
        ("geologcal exploraton", "geological exploration"),
        ("bandng conference", "Bandung"),
        ("e-servces", "e-services"),
        ("nst2", "NST2"),
        ("irembo", "Irembo"),
        ("cafés azerbaijani", "cafés"),
        ("cafes", "cafés"),
    ],
)
def test_a_misspelt_query_finds_its_passage_first(index: Index, typed: str, first: str) -> None:
    hits = search(index, typed).hits
    assert hits, typed
    assert first in said(hits[0])


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("kazakstan", "kazakhstan"),
        ("kazakstan trade", "kazakhstan trade"),
        ("peacekeping missions ", "peacekeeping missions "),
        ('"smart naton"', '"smart nation"'),
        ("kazakhstan trade", None),
        ("kagam", None),
        ("xqzwv", None),
    ],
)
def test_unknown_words_are_corrected(index: Index, typed: str, suggestion: str | None) -> None:
    assert search(index, typed).suggestion == suggestion


@pytest.mark.parametrize(
    ("typed", "tier", "marks"),
    [
        ("trade", "exact", ["trade"]),
        ("trading ", "stem", ["trade"]),
        ("tra", "stem", ["trade"]),
        ("farmgate ", "stem", ["farm-gate"]),
        ("farm-gate", "exact", ["farm", "gate"]),
        ("loop-hole ", "exact", ["loophole"]),
        ("trdae ", "fuzzy", ["trade"]),
        ('"we trade coffee"', "exact", ["we trade coffee"]),
        ("coffee trade ", "exact", ["trade", "coffee"]),
        ("coffees trade ", "stem", ["trade", "coffee"]),
    ],
)
def test_a_hit_says_how_it_was_met_and_where(typed: str, tier: str, marks: list[str]) -> None:
    hit = search(
        Index.of([document("In summer we trade coffee."), document("A farm-gate loophole.")]), typed
    ).hits[0]
    assert (hit.tier, lit(hit)) == (tier, marks)


@pytest.mark.parametrize(
    ("typed", "first", "tier", "suggestion", "reading"),
    [
        ("peace keeping", "peacekeeping", "fuzzy", None, "peace keeping → peacekeeping"),
        ("peace keep", "peacekeeping", "fuzzy", None, "peace keep → peacekeeping"),
        ("kazakh stan ", "Kazakhstan", "fuzzy", "kazakhstan ", "kazakh stan → kazakhstan"),
        ("rivers peace keeping", "peacekeeping", "fuzzy", None, "peace keeping → peacekeeping"),
        ("river bank", "river", "exact", None, "river bank → riverbank"),
        ("'peace 'keeping", "peace", "exact", None, "exactly peace · exactly keeping"),
        ("riverbank ", "riverbank", "exact", None, ""),
        ("farmgate ", "farm gate", "stem", None, "farmgate → farm gate"),
        ("abank ", "bank", "fuzzy", "bank ", "abank → bank"),
        ("riverbanc ", "riverbank", "fuzzy", "riverbank ", "riverbanc → riverbank"),
        ("overrivers ", "over rivers", "stem", None, "overrivers → over rivers"),
    ],
)
def test_one_word_may_be_typed_as_two_and_two_as_one(
    typed: str, first: str, tier: str, suggestion: str | None, reading: str
) -> None:
    index = Index.of(
        [
            document("They made peace.", "The keeping of bees.", "A farm gate."),
            document("Kazakhstan sends peacekeeping forces over rivers.", "A river at a bank."),
            document("On the riverbank."),
        ]
    )
    found = search(index, typed)
    assert first in lit(found.hits[0])
    assert (found.hits[0].tier, found.suggestion, found.reading) == (tier, suggestion, reading)


@pytest.mark.parametrize(
    ("typed", "suggestion", "first"),
    [
        ("atribute ", "attribute ", "attribute"),
        ("ofthese ", None, "of these"),
        ("eservices ", None, "e services"),
    ],
)
def test_a_typing_error_is_likelier_than_a_function_word_run_on(
    typed: str, suggestion: str | None, first: str
) -> None:
    found = search(
        Index.of([document("An attribute.", "A tribute of these kings.", "Many e services.")]),
        typed,
    )
    assert (found.suggestion, lit(found.hits[0])) == (suggestion, [first])


def test_words_as_typed_rank_before_forms_and_forms_before_guesses() -> None:
    index = Index.of(
        [
            document(
                "They barter trace, trace.", "Trades trades trades!", "One long tale about trade."
            )
        ]
    )
    found = search(index, "trade ").hits
    assert [said(hit)[:6] for hit in found][:2] == ["One lo", "Trades"]
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_passages_with_all_words_come_before_those_with_some(index: Index) -> None:
    found = search(index, "kazakhstan peacekeeping trade")
    counts = [len({word.lower() for word in lit(hit)}) for hit in found.hits]
    assert counts[0] >= 2
    assert found.whole <= found.total


def test_words_across_a_line_break_are_in_a_row() -> None:
    hit = search(Index.of([document("a free\ntrade zone")]), '"free trade"').hits[0]
    assert lit(hit) == ["free\ntrade"]


def test_function_words_may_be_missing() -> None:
    found = search(Index.of([document("Trade grew.", "The the the of.")]), "the growth of trade")
    assert said(found.hits[0]) == "Trade grew."


def test_furniture_captions_and_keywords_are_found_on_request_only() -> None:
    index = Index.of(
        [
            document(
                ("heading", "Tea"),
                "Tea is grown.",
                ("furniture", "Share tea"),
                ("caption", "Tea, pictured"),
                ("keywords", "tea, coffee"),
            )
        ]
    )
    assert [said(h) for h in search(index, "tea").hits] == ["Tea", "Tea is grown."]
    assert {said(h) for h in search(index, "tea kind:furniture").hits} == {
        "Share tea",
        "Tea, pictured",
        "tea, coffee",
    }
    assert [said(h) for h in search(index, "tea kind:cap").hits] == ["Tea, pictured"]
    assert [said(h) for h in search(index, "tea kind:heading").hits] == ["Tea"]
    assert search(index, "tea kind:all").total == 5


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tea", {"Tea here.", "Tea there."}),
        ("tea in:paper", {"Tea here."}),
        ("tea in:pap", {"Tea here."}),
        ("tea !in:paper", {"Tea there."}),
        ("tea in:reports", {"Tea there."}),
        ('tea in:"voyage east"', {"Tea there."}),
        ("tea in:voyge", {"Tea there."}),
        ("tea !here", {"Tea there."}),
        ("tea in:nowhere", {"Tea here.", "Tea there."}),
        ("in:paper", {"Tea here.", "Milk."}),
        ("!tea", {"Milk."}),
    ],
)
def test_a_query_may_say_where_to_look(typed: str, found: set[str]) -> None:
    index = Index.of(
        [
            document("Tea here.", "Milk.", title="On drinks", role="paper"),
            document("Tea there.", title="A Voyage East"),
        ]
    )
    assert {said(hit) for hit in search(index, typed).hits} == found


def test_sections_of_an_outline_are_places_too() -> None:
    one = document("Tea one.", "Tea two.", "Tea three.")

    def outline(_: Document) -> tuple[Section, ...]:
        return (Section("Second thoughts", 1, 10, 20, "inferred", 0.5, ""),)

    found = search(Index.of([one]), "tea in:secnd", sections=outline)
    assert [said(hit) for hit in found.hits] == ["Tea two."]
    assert found.reading == "in Second thoughts"


def test_a_scope_holds_on_top_of_the_query() -> None:
    first, second = document("Tea one.", "Tea two."), document("Tea three.")
    index = Index.of([first, second])
    assert search(index, "tea", within=second).total == 1
    assert [said(h) for h in search(index, "tea", within=(first, 8, 30)).hits] == ["Tea two."]
    assert search(index, "tea", within=document("Tea elsewhere.")).total == 0
    assert search(index, "tea", within=(first, -9, 10**12)).total == 2
    assert search(index, "tea", within=(first, 8, 8)).total == 0
    assert search(index, "tea", within=(first, 9, 2)).total == 0


def test_a_rare_completion_is_found_where_it_is_the_only_one() -> None:
    words = [f"tr{letter}n" for letter in "abcdefghijklmnopqrstuvwxyz"]
    often, rare = document(*[" ".join(words)] * 3), document("A trellis of roses.")
    index = Index.of([often, rare])
    assert lit(search(index, "tr", within=rare).hits[0]) == ["trellis"]
    assert search(index, "roses tr", within=often).total == 3
    assert lit(search(index, "roses tr", within=rare).hits[0]) == ["trellis", "roses"]
    assert search(index, "tr", limit=1).hits[0].document is often


def test_passages_are_counted_by_document(index: Index, seeds: tuple[Document, ...]) -> None:
    found = search(index, "kazakhstan", limit=3)
    assert len(found.hits) == 3
    assert sum(count for _, count in found.counts) == found.total > 3
    assert found.counts[0][0] is seeds[2]


def test_forms_are_those_of_the_documents_language() -> None:
    index = Index.of([document("Les négociations continuent.", language="fr")])
    assert search(index, "négociation ").hits[0].tier == "stem"


def test_the_reading_says_what_was_understood(index: Index) -> None:
    found = search(index, "kazakstan 'trade !coffee in:reports")
    assert found.reading == "kazakstan → kazakhstan · exactly trade · without coffee · in report"


def test_an_unknown_kind_is_told_and_hides_nothing(index: Index) -> None:
    found = search(index, "trade kind:xyz")
    assert found.reading == "no kind like “xyz”"
    assert found.total == search(index, "trade ").total


def test_nothing_indexed_finds_nothing() -> None:
    assert search(Index.of([]), "anything at all").hits == ()
    assert search(Index.of([document("…")]), "anything").hits == ()


@pytest.mark.parametrize(
    "typed", ["trade", "kazakstan trad", "rwanda kazakhstan coffee", "in:paper"]
)
def test_how_many_there_are_does_not_hang_on_the_limit(index: Index, typed: str) -> None:
    everything = search(index, typed, limit=1000)
    assert everything.total == len(everything.hits)
    for limit in (0, 1, 10, 50):
        some = search(index, typed, limit=limit)
        assert (some.total, some.whole) == (everything.total, everything.whole)
        assert some.hits == everything.hits[:limit]
        assert some.counts == everything.counts
