"""The reader's verdicts are kept with their texts, and in texts that change found again or lost."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tui.document import Document
from tui.ingest import read, sentences
from tui.ledger import LABELS, Ledger, Quote, Verdict, Verdicts, holding
from tui.ledger.book import Step

CLAIM = "Rwanda signed 12 agreements with Kenya in May 2024."
OTHER = "The minister opened 3 schools in Kigali in 2019."
SAID = "Kenya and Rwanda signed a dozen agreements."
MORE = "Schools were opened in Kigali."
ROOT = Path(__file__).parents[2]


@pytest.fixture
def verdicts(tmp_path: Path) -> Verdicts:
    return Verdicts(Ledger.open(tmp_path / "ledger.db"))


Write = Callable[..., Document]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, *paragraphs: str) -> Document:
        (tmp_path / name).write_text("\n\n".join(paragraphs))
        return read(str(tmp_path / name))[0]

    return written


def quote(document: Document, words: str) -> Quote:
    start = document.text.index(words)
    return Quote(start, start + len(words), words)


def on(
    paper: Document, claim: str, report: Document | None, passage: str = "", label: str = "supports"
) -> Verdict:
    words = quote(report, passage) if report else None
    (known,) = (each for each in LABELS if each == label)
    return Verdict(quote(paper, claim), report.sha256 if report else "", words, known)


def silent(paper: Document, claim: str, reports: Sequence[Document]) -> Verdict:
    among = tuple(report.sha256 for report in reports)
    return Verdict(quote(paper, claim), "", None, "unrelated", among=among)


def said(verdicts: Sequence[Verdict]) -> list[tuple[str, str, str]]:
    return [(v.claim.text, v.passage.text if v.passage else "", v.label) for v in verdicts]


def test_a_verdict_is_there_the_next_time_with_all_that_was_said(
    tmp_path: Path, write: Write
) -> None:
    paper, report = write("p.txt", CLAIM, OTHER), write("r.txt", SAID, MORE)
    first = Verdicts(Ledger.open(tmp_path / "ledger.db"))
    later = Verdict(
        quote(paper, OTHER), report.sha256, quote(report, MORE), "overstates", "“3” is not there"
    )
    kept = [first.judge(paper, later, [report])]
    kept += [first.judge(paper, on(paper, CLAIM, report, SAID), [report])]
    kept += [first.judge(paper, silent(paper, CLAIM, [report]), [report])]
    first.ledger.close()
    again = Verdicts(Ledger.open(tmp_path / "ledger.db"))
    found = again.of(paper)
    assert set(found) == set(kept)
    assert said(found) == [
        (CLAIM, "", "unrelated"),
        (CLAIM, SAID, "supports"),
        (OTHER, MORE, "overstates"),
    ], "in the paper's order"
    assert all(v.decided_at.endswith("Z") and len(v.decided_at) == 20 for v in found)
    assert again.of(report) == ()


def test_the_last_word_on_a_passage_is_the_one_that_counts_until_it_is_taken_back(
    verdicts: Verdicts, write: Write
) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID, MORE)
    verdicts.judge(paper, on(paper, CLAIM, report, SAID, "supports"), [report])
    verdicts.judge(paper, on(paper, CLAIM, report, SAID, "mentions"), [report])
    verdicts.judge(paper, on(paper, CLAIM, report, MORE, "unrelated"), [report])
    assert [v.label for v in verdicts.of(paper)] == ["mentions", "unrelated"]
    verdicts.unsay(paper, on(paper, CLAIM, report, SAID))
    assert [v.label for v in verdicts.of(paper)] == ["unrelated"]


def test_a_time_that_is_given_is_kept(verdicts: Verdicts, write: Write) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    before = Verdict(
        quote(paper, CLAIM), report.sha256, quote(report, SAID), "mentions", "", "2020-01-01T00:00Z"
    )
    assert verdicts.judge(paper, before, [report]) == before
    assert verdicts.of(paper) == (before,)


def test_only_verdicts_on_what_is_open_hold(verdicts: Verdicts, write: Write) -> None:
    paper = write("p.txt", CLAIM, OTHER)
    one, two = write("one.txt", SAID), write("two.txt", MORE)
    verdicts.judge(paper, on(paper, CLAIM, one, SAID), [one, two])
    verdicts.judge(paper, silent(paper, OTHER, [one, two]), [one, two])
    held = [
        (said(verdicts.of(paper, reports)))
        for reports in ([one, two], [one], [two], [one, two, write("three.txt", "New.")])
    ]
    passage, silence = (CLAIM, SAID, "supports"), (OTHER, "", "unrelated")
    assert held == [[passage, silence], [passage, silence], [silence], [passage]]


def test_a_verdict_whose_words_do_not_stand_in_their_place_is_not_shown(
    verdicts: Verdicts, write: Write
) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    right = on(paper, CLAIM, report, SAID)
    shifted = Verdict(Quote(1, 1 + len(CLAIM), CLAIM), right.report, right.passage, "supports")
    verdicts.judge(paper, shifted, [report])
    assert verdicts.of(paper) == ()
    wrong = Verdict(right.claim, right.report, Quote(0, 3, "Tom"), "supports")
    assert list(holding([right, wrong], [report])) == [right]


def test_verdicts_follow_their_words_through_changes_of_paper_and_report(
    verdicts: Verdicts, write: Write
) -> None:
    paper, report = write("p.txt", CLAIM, OTHER), write("r.txt", SAID, MORE)
    first = verdicts.judge(paper, on(paper, CLAIM, report, SAID), [report])
    verdicts.judge(paper, on(paper, OTHER, report, MORE, "contradicts"), [report])
    for new, changed in (
        (write("p.txt", "New.", OTHER, CLAIM), report),
        (write("p.txt", "New.", OTHER, CLAIM), write("r.txt", MORE, "And this.", SAID)),
        (write("p.txt", CLAIM + " " + OTHER), write("r.txt", SAID.replace(" a ", "  a "), MORE)),
    ):
        assert verdicts.recover(new, [new, changed]) == ()
        found = verdicts.of(new, [changed])
        assert sorted(v.label for v in found) == ["contradicts", "supports"]
        assert first.decided_at in {v.decided_at for v in found}
        assert verdicts.recover(new, [new, changed]) == (), "and stay there"


@pytest.mark.parametrize(
    ("paper", "report"),
    [
        ((CLAIM.replace("12", "13"), OTHER), (SAID,)),
        ((OTHER,), (SAID,)),
        ((CLAIM, OTHER, CLAIM), (SAID,)),
        ((CLAIM,), (SAID.replace("a dozen", "twelve"),)),
        ((CLAIM,), (SAID, MORE, SAID)),
        (("New.", CLAIM), (MORE,)),
    ],
    ids=["other number", "gone", "twice", "other words", "twice in the report", "both changed"],
)
def test_what_is_not_surely_the_same_is_lost_is_told_once_and_stays_in_the_ledger(
    verdicts: Verdicts, write: Write, paper: Sequence[str], report: Sequence[str]
) -> None:
    old, before = write("p.txt", CLAIM), write("r.txt", SAID)
    kept = verdicts.judge(old, on(old, CLAIM, before, SAID), [before])
    new, after = write("p.txt", *paper), write("r.txt", *report)
    assert verdicts.recover(new, [new, after]) == (kept,)
    assert verdicts.recover(new, [new, after]) == ()
    assert not verdicts.of(new, [after])
    assert verdicts.of(old, [before]) == (kept,)


def test_what_was_lost_is_found_when_its_words_come_back(verdicts: Verdicts, write: Write) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    verdicts.judge(paper, on(paper, CLAIM, report, SAID), [report])
    for text, lost in ((OTHER, 1), (OTHER + " More.", 0)):
        new = write("p.txt", text)
        assert len(verdicts.recover(new, [new, report])) == lost, "told once"
    new = write("p.txt", OTHER, CLAIM)
    assert verdicts.recover(new, [new, report]) == ()
    assert said(verdicts.of(new, [report])) == [(CLAIM, SAID, "supports")]


def test_a_silence_is_lost_with_a_report_that_changed(verdicts: Verdicts, write: Write) -> None:
    paper = write("p.txt", CLAIM)
    one, two = write("one.txt", SAID), write("two.txt", MORE)
    kept = verdicts.judge(paper, silent(paper, CLAIM, [one, two]), [one, two])
    third = write("three.txt", "Another.")
    assert verdicts.recover(paper, [paper, one, two, third]) == (), "one more is no change"
    changed = write("two.txt", MORE, "More.")
    assert verdicts.recover(paper, [paper, one, changed]) == (kept,)
    assert verdicts.of(paper, [one, changed]) == ()
    assert verdicts.of(paper, [one, two]) == (kept,)


def test_a_report_that_is_not_open_takes_nothing_away(verdicts: Verdicts, write: Write) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    verdicts.judge(paper, on(paper, CLAIM, report, SAID), [report])
    new = write("p.txt", "New.", CLAIM)
    assert verdicts.recover(new, [new]) == ()
    assert said(verdicts.of(new)) == [(CLAIM, SAID, "supports")]
    assert said(verdicts.of(new, [report])) == [(CLAIM, SAID, "supports")]


def test_texts_of_other_files_and_of_standard_input_have_no_older_ones(
    verdicts: Verdicts, write: Write
) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    verdicts.judge(paper, on(paper, CLAIM, report, SAID), [report])
    piped = read("-", f"{CLAIM}\n".encode())[0]
    verdicts.judge(piped, on(piped, CLAIM, report, SAID), [report])
    for new in (write("q.txt", "New.", CLAIM), read("-", f"New.\n\n{CLAIM}\n".encode())[0]):
        assert verdicts.recover(new, [new, report]) == ()
        assert verdicts.of(new) == ()


def test_two_articles_of_one_file_are_two_texts(verdicts: Verdicts, tmp_path: Path) -> None:
    rows = [f'{{"title": "{n}", "text": "{text}"}}' for n, text in enumerate((CLAIM, OTHER))]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    one, two = read(str(tmp_path / "rows.jsonl"))
    assert one.sha256 != two.sha256
    claims = [sentences(each)[0] for each in (one, two)]
    quotes = [
        Quote(s.start, s.end, d.text[s.start : s.end])
        for d, s in zip((one, two), claims, strict=True)
    ]
    kept = verdicts.judge(one, Verdict(quotes[0], two.sha256, quotes[1], "mentions"), [two])
    assert verdicts.recover(two, [one, two]) == ()
    assert verdicts.of(one) == (kept,)


def test_of_two_words_that_meet_in_one_place_the_later_stays(
    verdicts: Verdicts, write: Write
) -> None:
    report, old = write("r.txt", SAID), write("p.txt", CLAIM, OTHER)
    times = ("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z")
    before = on(old, CLAIM, report, SAID, "mentions")
    verdicts.judge(
        old, Verdict(before.claim, before.report, before.passage, "mentions", "", times[1])
    )
    new = write("p.txt", OTHER, CLAIM)
    now = on(new, CLAIM, report, SAID, "supports")
    verdicts.judge(new, Verdict(now.claim, now.report, now.passage, "supports", "", times[0]))
    assert verdicts.recover(new, [new, report]) == ()
    assert [v.label for v in verdicts.of(new)] == ["supports"]
    assert verdicts.of(old) == ()


def test_what_another_program_takes_back_meanwhile_is_not_brought_back(
    verdicts: Verdicts, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    kept = verdicts.judge(paper, on(paper, CLAIM, report, SAID), [report])
    new, change = write("p.txt", "New.", CLAIM), Ledger.change

    def late(ledger: Ledger, steps: Sequence[Step]) -> bool:
        monkeypatch.undo()
        Verdicts(ledger).unsay(paper, kept)
        return change(ledger, steps)

    monkeypatch.setattr(Ledger, "change", late)
    assert verdicts.recover(new, [new, report]) == ()
    assert verdicts.of(new) == verdicts.of(paper) == ()


def test_a_file_of_the_second_version_gets_verdicts_and_loses_nothing(
    tmp_path: Path, write: Write
) -> None:
    file, paper, report = tmp_path / "ledger.db", write("p.txt", CLAIM), write("r.txt", SAID)
    ledger = Ledger.open(file)
    ledger.set_mark("a", "x", 7, "words")
    ledger.close()
    with sqlite3.connect(file) as older:
        older.executescript("DROP TABLE verdict; DROP TABLE searched; PRAGMA user_version = 2;")
    older.close()
    ledger = Ledger.open(file)
    assert not ledger.notice
    assert [mark.letter for mark in ledger.marks("a")] == ["x"]
    kept = Verdicts(ledger).judge(paper, on(paper, CLAIM, report, SAID), [report])
    assert Verdicts(ledger).of(paper) == (kept,)


def test_a_ledger_that_cannot_be_written_says_so_and_shows_nothing_that_is_not_kept(
    verdicts: Verdicts, write: Write
) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    kept = verdicts.judge(paper, on(paper, CLAIM, report, SAID), [report])
    verdicts.ledger._connection.execute("PRAGMA query_only = 1")
    verdicts.judge(paper, on(paper, CLAIM, report, SAID, "contradicts"), [report])
    assert verdicts.ledger.notice.startswith("not kept: ")
    assert verdicts.of(paper) == (kept,)
    assert not verdicts.ledger._connection.in_transaction


def test_words_that_no_file_can_hold_are_told_of(verdicts: Verdicts, write: Write) -> None:
    paper, report = write("p.txt", CLAIM), write("r.txt", SAID)
    half = Verdict(quote(paper, CLAIM), report.sha256, Quote(0, 1, "\ud800"), "supports")
    verdicts.judge(paper, half, [report])
    assert verdicts.ledger.notice.startswith("not kept: ")


def test_a_killed_program_loses_no_verdict(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    code = f"""
from pathlib import Path
from tui.document import Document
from tui.ledger import *
verdicts = Verdicts(Ledger.open(Path({str(file)!r})))
paper, n = Document("p.txt", "x" * 9999, (), "sha"), 0
while n := n + 1:
    verdicts.judge(paper, Verdict(Quote(n, n + 1, "x"), "r", Quote(0, 1, "x"), "supports"))
    print(n, flush=True)
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, text=True, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(30)][-1]
        writer.send_signal(signal.SIGKILL)
    paper = Document("p.txt", "x" * 9999, (), "sha")
    assert len(Verdicts(Ledger.open(file)).of(paper)) >= told


def test_two_programs_at_once_both_keep_their_verdicts(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    code = f"""
from pathlib import Path
from tui.document import Document
from tui.ledger import *
verdicts = Verdicts(Ledger.open(Path({str(file)!r})))
paper = Document("p.txt", "x" * 200, (), "sha")
input()
for n in range(50):
    verdicts.judge(paper, Verdict(Quote(n, n + 1, "x"), {{0!r}}, Quote(0, 1, "x"), "supports"))
print(verdicts.ledger.notice)
"""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code.format(name)],
            text=True,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for name in "ab"
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    assert [writer.communicate()[0].strip() for writer in writers] == ["", ""]
    paper = Document("p.txt", "x" * 200, (), "sha")
    assert len(Verdicts(Ledger.open(file)).of(paper)) == 100
