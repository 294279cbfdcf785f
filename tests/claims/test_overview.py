"""Both directions: silent claims, uncovered passages, the matrix and the number ledger."""

from tests.claims.documents import document
from tui.claims import Comparison, claims
from tui.claims.copies import voices
from tui.claims.findings import Band
from tui.claims.overview import folded, matrix, numbers, silences, uncovered

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
    rows = matrix(findings, [REPORT, OTHER])
    assert rows[0][0] == "strong"
    assert rows[1] == (None, None)
    left_out = dict(uncovered(findings, [REPORT, OTHER]))
    assert len(left_out[OTHER]) == 2
    assert all("Trade" not in REPORT.text[s.start : s.end] for s in left_out[REPORT])


def test_columns_beyond_what_fits_fold_into_counts() -> None:
    row: tuple[Band | None, ...] = ("strong", None, "weak", "weak", None, "partial")
    assert folded(row, 9) == (row, {})
    assert folded(row, 2) == (("strong", None), {"partial": 1, "weak": 2})


def test_every_figure_of_the_paper_is_set_beside_the_reports() -> None:
    entries = {PAPER.text[e.figure.start : e.figure.end]: e for e in numbers(PAPER, [REPORT])}
    assert len(entries["$381,700"].same) == 1
    assert len(entries["2024"].same) == 1
    ((report, span),) = entries["148"].other
    assert report.text[span.start : span.end] == "139"
    assert entries["193"].same == ()


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
    assert said == {"same text as the paper"}
