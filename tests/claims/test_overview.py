"""Both directions: silent claims, uncovered passages, the matrix and the number ledger."""

from dataclasses import replace

import pytest

from tests.claims.documents import document
from tui.claims import Comparison, claims
from tui.claims.copies import voices
from tui.claims.overview import all_figures, cover, given, silences, uncovered
from tui.claims.passages import evident

PAPER = document(
    "Trade between Kenya and Norway reached $381,700 in 2024.",
    "Kenya was elected to the Security Council with 148 votes out of 193.",
    role="paper",
)
REPORT = document(
    "Trade between Kenya and Norway reached $381,700 in 2024, officials said.",
    "The weather was mild. Fishermen caught 139 votes of applause.",
)
OTHER = document("Tourists liked the beaches.", "Hotels were full in August.")


def test_overviews_read_the_findings_in_both_directions() -> None:
    comparison = Comparison(PAPER, [REPORT, OTHER])
    findings = [comparison.finding(c) for c in claims(PAPER, every=True)]
    (silence,) = silences(findings)
    assert silence.claims == 2
    assert [f.claim.text[:5] for f in silence.silent] == ["Kenya"]
    claimed = cover(comparison, findings)
    assert len(uncovered(claimed, OTHER, evident(OTHER))) == 2
    bare = uncovered(claimed, REPORT, evident(REPORT))
    assert all("Trade" not in REPORT.text[s.start : s.end] for s in bare)


def test_every_figure_of_the_paper_that_a_report_gives_too_is_found_where_it_stands() -> None:
    written = [PAPER.text[figure.start : figure.end] for figure in all_figures(PAPER)]
    found = {written[n]: REPORT.text[s.start : s.end] for n, s in given(PAPER, REPORT).items()}
    assert found == {"$381,700": "$381,700", "2024": "2024"}


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("In 2013 they met.", "They met on 28 May 2013."),
        ("On 28 May they met.", "They met on 28 May 2013."),
        ("On 28 May 2013 they met.", "They met on May 28."),
        ("In May 2013 they met.", "They met in 2013."),
        ("It cost three million dollars.", "It cost $3,000,000 in all."),
        ("Some twenty-five ships came.", "There were 25 ships."),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(mine: str, theirs: str) -> None:
    assert list(given(document(mine, role="paper"), document(theirs))) == [0]


def test_why_names_what_matched_what_did_not_and_the_runner_up() -> None:
    comparison = Comparison(PAPER, [REPORT, OTHER])
    finding = comparison.finding(claims(PAPER, every=True)[1], every=True)
    why = comparison.why(finding, finding.evidence[0])
    assert "Security" in dict(why.lacking)
    assert why.passages == 5
    assert why.runner_up is finding.evidence[1]
    weights = [item.weight for item in why.matched]
    assert weights == sorted(weights, reverse=True)


STORY = (
    "The ministers met in Oslo on Monday and agreed to build a railway between the two ports. "
    "Work is to begin next year, they said, and will take a decade to finish in full."
)


def test_wire_copies_are_one_voice() -> None:
    first = document(STORY, "The minister of transport praised the plan for the new railway line.")
    copy = document("By our staff in Bergen this morning.", STORY)
    apart = document("A storm hit the coast. Ferries stayed in port all day and all night long.")
    assert voices((first, apart, copy)) == {copy: first}


def test_a_copy_of_another_report_or_of_the_paper_says_so() -> None:
    paper = document(STORY, role="paper")
    first, copy = document(STORY + " All agreed."), document(STORY)
    finding = Comparison(paper, [first, copy]).finding(claims(paper, every=True)[0], every=True)
    said = {s.text for e in finding.evidence for s in e.signals if s.kind == "same text"}
    assert said == {"same text as the paper", "edited copy of the paper"}


def test_a_passage_like_a_claims_evidence_is_covered_though_it_is_not_listed() -> None:
    copies = [
        document(f"Trade of {name} reached $381,700 in 2024 with Kenya and Norway.")
        for name in ("Oslo", "Bergen", "Tromsø", "Narvik", "Molde")
    ]
    comparison = Comparison(PAPER, copies)
    finding = comparison.finding(claims(PAPER, every=True)[0])
    claimed = cover(comparison, [replace(finding, evidence=finding.evidence[:1])])
    assert all(uncovered(claimed, copy, evident(copy)) == () for copy in copies)
