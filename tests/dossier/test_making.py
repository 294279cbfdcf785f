"""What goes into a dossier: which verdict stands beside which passage, and which beside none."""

from dataclasses import replace

from tests.dossier.made import (
    FIRST,
    SECOND,
    claim_at,
    evidence_at,
    finding,
    gathered,
    paper_of,
    report_of,
    small,
    verdict,
)
from tui.dossier.facts import LABELS
from tui.ledger.verdict import LABELS as SAID
from tui.ledger.verdict import Quote

PAPER = paper_of(FIRST, SECOND)
REPORT = report_of("a.txt", "Trade grew.", "The lake froze.")
CLAIM = claim_at(PAPER, FIRST)
PASSAGE = evidence_at(REPORT, "Trade grew.")


def test_every_word_of_the_reader_is_explained() -> None:
    assert tuple(LABELS) == SAID


def test_a_verdict_stands_beside_the_passage_it_was_said_of() -> None:
    said = verdict(CLAIM, PASSAGE, "supports")
    entry = gathered(PAPER, [REPORT], [finding(CLAIM, PASSAGE)], [said]).entries[0]
    assert [(one.evidence, one.said) for one in entry.passages] == [(PASSAGE, said)]
    assert entry.outcome == "borne out"


def test_a_passage_that_only_the_reader_names_comes_after_the_programs() -> None:
    other = evidence_at(REPORT, "The lake froze.")
    said = verdict(CLAIM, other, "mentions")
    entry = gathered(PAPER, [REPORT], [finding(CLAIM, PASSAGE)], [said]).entries[0]
    assert [one.said for one in entry.passages] == [None, said]
    assert entry.passages[1].evidence is None


def test_the_same_text_in_two_files_gets_the_readers_word_twice() -> None:
    twin = replace(REPORT, path="b.txt")
    copied = replace(PASSAGE, document=twin, rank=2)
    said = verdict(CLAIM, PASSAGE, "supports")
    entry = gathered(PAPER, [REPORT, twin], [finding(CLAIM, PASSAGE, copied)], [said]).entries[0]
    assert [one.said for one in entry.passages] == [said, said]


def test_a_verdict_is_an_orphan_where_its_words_no_longer_stand() -> None:
    said = verdict(CLAIM, PASSAGE, "supports")
    assert said.passage
    moved = replace(
        said, passage=Quote(said.passage.start + 1, said.passage.end + 1, "Trade grew.")
    )
    elsewhere = replace(said, claim=Quote(0, 4, "Gone"))
    dropped = replace(said, claim=Quote(0, len("Trade"), "Trade"))
    other = replace(said, report="0" * 64)
    found = gathered(PAPER, [REPORT], [finding(CLAIM, PASSAGE)], [moved, elsewhere, dropped, other])
    assert [(orphan.said, orphan.reason) for orphan in found.orphans] == [
        (moved, "the report does not say this any more where it was judged"),
        (elsewhere, "the paper does not say this any more where it was judged"),
        (dropped, "the sentence is not among the claims"),
        (other, "the report is not among these, or has changed since"),
    ]
    assert found.entries[0].outcome == "not yet read"


def test_a_silence_holds_only_for_the_reports_it_was_confirmed_among() -> None:
    new = report_of("new.txt", "The lake is 40 metres deep, they say.")
    silent, said = finding(CLAIM), verdict(CLAIM, None, "unrelated", "", REPORT)
    kept = gathered(PAPER, [REPORT], [silent], [said])
    assert (kept.entries[0].silence, kept.entries[0].outcome, kept.orphans) == (said, "silent", ())
    widened = gathered(PAPER, [REPORT, new], [silent], [said])
    assert widened.entries[0].silence is None
    assert [one.reason for one in widened.orphans] == ["silence was confirmed before 1 report came"]


def test_reports_that_repeat_another_are_of_its_voice() -> None:
    wire = [f"The minister spoke of trade, roads and hospital number {n} today." for n in range(9)]
    first, copy = report_of("a.txt", *wire), report_of("b.txt", *wire, "So the wire.")
    found = [evidence_at(report, wire[0], rank) for rank, report in enumerate((first, copy), 1)]
    gathering = gathered(PAPER, [first, copy], [finding(CLAIM, *found)])
    assert dict(gathering.voices) == {copy: first}


def test_documents_are_the_paper_the_reports_and_those_not_searched() -> None:
    dossier = small()
    assert [one.path for one in dossier.documents] == ["paper.txt", "news/a.txt", "b.txt"]
    assert [problem.path for problem in dossier.unread] == ["c.pdf"]
