"""Both directions: silent claims, uncovered passages, the matrix and the number ledger."""

from dataclasses import replace

import pytest

from tests.claims.documents import document
from tui.claims import Comparison, claims
from tui.claims.copies import voices
from tui.claims.overview import all_figures, cover, ledger, silences, uncovered
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
    found = {
        written[n]: REPORT.text[one.place.start : one.place.end]
        for n, one in ledger(PAPER, REPORT).items()
        if one.state == "same"
    }
    assert found == {"$381,700": "$381,700", "2024": "2024"}


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("In 2013 the ministers met in Bergen.", "Ministers met in Bergen on 28 May 2013."),
        ("On 28 May the ministers met in Bergen.", "Bergen: ministers met on 28 May 2013."),
        ("On 28 May 2013 ministers met in Bergen.", "Bergen: ministers met on May 28."),
        ("In May 2013 ministers met in Bergen.", "The ministers met in Bergen in 2013."),
        ("The ferry cost three million dollars.", "They paid $3,000,000 for the Bergen ferry."),
        ("Some twenty-five ships left Bergen.", "From Bergen 25 ships sailed."),
        ("Kenya got 148 votes in the council.", "The council gave it 148 votes."),
        ("A third of Bergen is wood.", "Wood covers 33.3% of Bergen."),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(mine: str, theirs: str) -> None:
    found = ledger(document(mine, role="paper"), document(theirs))
    assert [(place, one.state) for place, one in found.items()] == [(0, "same")]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Kenya got 148 votes in the council.", "Storms in Kenya killed 148 people."),
        ("It got 148 votes in the council.", "The bus carried 148 votes of thanks."),
        ("The ferry to Bergen cost $4.8 billion.", "The ferry to Bergen cost 4.8 billion euros."),
        ("In 2018 ministers met in Bergen.", "In 2018 a flood closed schools in Lima."),
        ("Half of the farms in Kenya sell tea.", "Half of the voters in Oslo are women."),
        ("They ruled Kenya for 30 years.", "He went to prison for 30 years."),
        ("It drew 5,000 guests to Bergen.", "It drew 5,000 guests to Lima."),
    ],
)
def test_a_value_that_stands_for_something_else_only_also_occurs(mine: str, theirs: str) -> None:
    found = ledger(document(mine, role="paper"), document(theirs))
    assert [one.state for one in found.values()] == ["also"]


def test_three_decades_are_not_a_three_day_visit() -> None:
    paper = document("For three decades it grew.", role="paper")
    assert ledger(paper, document("He came for a three-day visit.")) == {}


def test_the_same_thing_goes_before_the_mere_value() -> None:
    paper = document("Kenya got 148 votes in the council.", role="paper")
    report = document("Storms killed 148 people.", "The council gave Kenya 148 votes.", "Then 148.")
    (found,) = ledger(paper, report).values()
    assert found.state == "same"
    assert report.text[found.place.start - 6 : found.place.end] == "Kenya 148"


@pytest.mark.parametrize(
    "sentence",
    [
        "There are three ways to do it.",
        "It is told by two cases.",
        "One of the two went home.",
        "This paper examines 25 countries.",
        "Section 3 discusses the 1994 war.",
        "It grew fast (Arellano, 1987).",
        "We selected 40 farmers.",
    ],
)
def test_figures_that_order_a_text_or_tell_of_the_work_are_not_checked(sentence: str) -> None:
    assert all_figures(document(sentence, role="paper")) == ()


@pytest.mark.parametrize("sentence", ["It lasted three decades.", "Eleven countries signed it."])
def test_small_figures_that_count_something_are_checked(sentence: str) -> None:
    assert len(all_figures(document(sentence, role="paper"))) == 1


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
