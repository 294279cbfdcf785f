"""Which report stands beside a claim, which comes next, and which claim is begun with."""

from pathlib import Path

import pytest

from tui.document import Document
from tui.screens.desk import Desk
from tui.screens.pair import Pair, claim_for
from tui.screens.work import prepare
from tui.start import desk_of

PAPER = """\
Trade between Kenya and Norway reached $381,700 in 2024, the ministry of finance reported.

Zambia was elected to the Security Council with 148 votes out of 193 in the second ballot.

Exports of coffee from Ethiopia fell by 12 percent after the drought of 2015.
"""
WEATHER = "The weather was mild that week. Hotels by the sea were full, and fishermen sang.\n"
TRADE = "Trade between Kenya and Norway reached $381,700 in 2024, said the ministry of finance.\n"
VOTE = "Zambia was elected to the Security Council with 148 votes out of 193 on a second ballot.\n"
WEAK = f"{VOTE}\nThe ministry of tourism met in the capital on a Monday, and nothing was decided.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Ten reports in the order of their names; the vote is in the fourth, trade in the eighth."""
    paper = tmp_path / "paper.txt"
    paper.write_text(PAPER)
    reports = []
    for number in range(10):
        report = tmp_path / f"{number}.txt"
        report.write_text({3: WEAK, 7: TRADE}.get(number, f"{number} of May. {WEATHER}"))
        reports.append(str(report))
    desk = desk_of((), (str(paper),), tuple(reports))
    for _ in prepare(desk):
        pass
    assert len(desk.claims) >= 2
    return desk


def number_of(report: Document | None) -> int:
    assert report is not None
    return int(Path(report.path).stem)


def test_the_next_reports_are_those_that_speak_by_rank_then_the_silent_in_order(
    desk: Desk,
) -> None:
    pair = Pair(desk, 0)
    pair.turn_to(0)
    speaking = list(dict.fromkeys(number_of(e.document) for e in pair.finding.evidence))  # type: ignore[union-attr]
    assert speaking[0] == 7
    expected = [*speaking, *(n for n in range(10) if n not in speaking)]
    walked = []
    for _ in expected:
        walked.append(number_of(pair.report))
        pair.next_report(1)
    assert walked == expected
    assert number_of(pair.report) == expected[0]
    pair.next_report(-1)
    assert number_of(pair.report) == expected[-1]


def test_a_report_that_says_less_than_the_best_gives_way_to_it(desk: Desk) -> None:
    pair = Pair(desk, 0)
    pair.turn_to(0)
    pair.turn_to(1)
    assert number_of(pair.report) == 3
    pair.turn_to(0)
    assert number_of(pair.report) == 7


def test_a_report_that_was_asked_for_stays_beside_its_claim_and_no_other(desk: Desk) -> None:
    silent = desk.collection.reports[0]
    pair = Pair(desk, 0, silent, held=True)
    pair.turn_to(0)
    pair.turn_to(0)
    assert pair.report is silent
    pair.turn_to(1)
    assert number_of(pair.report) == 3


def test_beside_a_report_the_claim_is_begun_with_that_its_sentence_speaks_to(desk: Desk) -> None:
    reports = desk.collection.reports
    assert claim_for(desk, reports[3], 5) == 1
    assert claim_for(desk, reports[7], 5) == 0
    desk.walked = desk.claims[-1].start
    assert claim_for(desk, reports[0], 0) == len(desk.claims) - 1
    assert claim_for(desk, desk.paper, desk.claims[1].start) == 1
