"""Many reports: an index finds the candidates, and the answers stay what they were."""

import pytest

from tests.claims.documents import document, seeds
from tui.claims import Comparison, claims
from tui.search import Index

PAPER = document(
    "Trade between Kenya and Norway reached $381,700 in 2024.",
    "Kenya was elected to the Security Council with 148 votes out of 193.",
    role="paper",
)
REPORTS = [
    document("Officials in Oslo said trade with Kenya was worth $381,700 in 2024."),
    *(document(f"Ferry number {n} left the port of Bergen at noon.") for n in range(50)),
]


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.claims.stock.LARGE", 0)


@pytest.mark.usefixtures("indexed")
def test_an_index_finds_the_same_best_passage() -> None:
    comparison = Comparison(PAPER, REPORTS)
    assert comparison.stock.whole is None
    assert comparison.searched.passages == 51
    trade, vote = (comparison.finding(claim) for claim in claims(PAPER, every=True))
    assert trade.evidence[0].document is REPORTS[0]
    assert not trade.silent
    assert vote.silent
    assert "Security Council" in vote.missing


@pytest.mark.usefixtures("indexed")
def test_who_names_a_number_of_passages_gets_ten_and_more_of_an_index() -> None:
    said = "Trade between Kenya and Norway reached $381,700 in 2024, as told in lot"
    reports = [document(f"{said} {number}.") for number in range(12)]
    comparison = Comparison(PAPER, reports)
    claim = claims(PAPER, every=True)[0]
    assert len(comparison.finding(claim).evidence) < 10
    assert len(comparison.finding(claim, top=1).evidence) >= 10


@pytest.mark.usefixtures("indexed")
def test_an_index_that_holds_the_paper_too_gives_no_passage_of_it() -> None:
    index = Index.of([PAPER, *REPORTS])
    comparison = Comparison(PAPER, REPORTS, index=index)
    for claim in claims(PAPER, every=True):
        finding = comparison.finding(claim, every=True)
        assert all(evidence.document is not PAPER for evidence in finding.evidence)


@pytest.mark.usefixtures("indexed")
def test_candidates_of_the_seeds_agree_with_the_search_of_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper, *reports = seeds()
    few = Comparison(paper, reports)
    monkeypatch.undo()
    whole = Comparison(paper, reports)
    asked = claims(paper)
    same = sum(
        any(e.start == best.start for e in few.finding(claim, every=True).evidence)
        for claim in asked
        if (best := whole.finding(claim).nearest)
    )
    assert same > 0.9 * len(asked)
