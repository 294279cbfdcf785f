"""`export` on the command line: what it writes and says, and what it refuses."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import COLUMN, NEWS, PAPER, ROOT, SEEDS, Run
from tests.cli.test_chosen import toggled
from tui.claims import Comparison, claims
from tui.ingest import read
from tui.ledger import Ledger, Quote, Verdict, Verdicts


def judged() -> tuple[str, str]:
    """Judge the first passage that is found and a passage that is gone; give the first's words."""
    paper, report = read(PAPER)[0], read(NEWS)[0]
    compared = Comparison(paper, [report])
    found = next(one for claim in claims(paper)[1:] if (one := compared.finding(claim)).evidence)
    claim, passage = (Quote(s.start, s.end, s.text) for s in (found.claim, found.evidence[0]))
    ledger = Ledger.open()
    for where, note in ((report.sha256, "told twice"), ("0" * 64, "gone")):
        Verdicts(ledger).judge(paper, Verdict(claim, where, passage, "supports", note))
    ledger.close()
    return claim.text, passage.text


@pytest.mark.parametrize("suffix", ["csv", "md", "html", "jsonld", "qdpx", "bib"])
def test_every_format_is_written_and_told(run: Run, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"dossier.{suffix}"
    ran = run("export", PAPER, COLUMN, NEWS, "--to", str(file))
    assert (ran.status, ran.out) == (0, "")
    assert f"wrote {file}" in ran.err
    assert file.stat().st_size


def test_the_readers_verdicts_and_claims_are_in_it(run: Run, tmp_path: Path) -> None:
    added, dropped = toggled(read(PAPER)[0])
    claim, passage = judged()
    ran = run("export", str(SEEDS), "--to", str(tmp_path / "a.csv"))
    assert "1 verdict beside nothing here" in ran.err
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = {row["claim"] for row in rows}
    assert added in texts
    assert dropped not in texts
    said = [row for row in rows if row["verdict"]]
    assert [(row["claim"], row["passage"], row["band"] == "orphaned") for row in said] == [
        (claim, passage, False),
        (claim, passage, True),
    ]


def test_verdicts_are_found_in_a_paper_that_changed_or_told_as_lost(
    run: Run, tmp_path: Path
) -> None:
    paper, report = tmp_path / "paper.txt", tmp_path / "report.txt"
    kept, changed = "Rwanda signed 12 agreements with Kenya in May.", "Norway sold 9 boats in 2013."
    paper.write_text(f"{kept}\n\n{changed}")
    report.write_text("Kenya and Rwanda signed 12 agreements in May.")
    before, beside = read(str(paper))[0], read(str(report))[0]
    passage = Quote(0, len(beside.text), beside.text)
    ledger = Ledger.open()
    for words in (kept, changed):
        start = before.text.index(words)
        claim = Quote(start, start + len(words), words)
        said = Verdict(claim, beside.sha256, passage, "supports")
        Verdicts(ledger).judge(before, said, [beside])
    ledger.close()
    paper.write_text(f"New.\n\n{kept}\n\n{changed.replace('9', '10')}")
    file = tmp_path / "a.csv"
    ran = run("export", "--paper", str(paper), "--reports", str(report), "--to", str(file))
    assert f"not found in the new text: supports: “{changed}”" in ran.err
    with file.open(encoding="utf-8", newline="") as written:
        rows = [row for row in csv.DictReader(written) if row["verdict"]]
    assert [(row["claim"], row["verdict"]) for row in rows] == [(kept, "supports")]


def test_the_same_inputs_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    judged()
    paths = [tmp_path / name for name in ("one.html", "two.html")]
    for path in paths:
        run("export", "--paper", PAPER, "--reports", COLUMN, NEWS, "--to", str(path))
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_date_is_written_only_where_one_is_given(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonld"
    run("export", str(SEEDS), "--to", str(file))
    assert "generated" not in json.loads(file.read_text("utf-8"))
    run("export", str(SEEDS), "--to", str(file), "--date", "2026-11-22")
    assert json.loads(file.read_text("utf-8"))["generated"] == "2026-11-22T00:00:00Z"
    assert run("export", str(SEEDS), "--to", str(file), "--date", "soon").status == 2


def test_the_first_file_is_the_paper_where_none_looks_like_one(run: Run, tmp_path: Path) -> None:
    paper, report = tmp_path / "p.txt", tmp_path / "r.txt"
    paper.write_text("The city of Kigali planted 12,000 trees in 2019.\n", "utf-8")
    report.write_text("In 2019 Kigali planted 12,000 trees.\n", "utf-8")
    file = tmp_path / "a.csv"
    assert run("export", str(paper), str(report), "--to", str(file)).status == 0
    assert "12,000 trees in 2019" in file.read_text("utf-8").split("\n")[1]


def test_a_paper_without_claims_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("What then? Perhaps.\n", "utf-8")
    file = tmp_path / "a.md"
    ran = run("export", "--paper", str(tmp_path / "p.txt"), NEWS, "--to", str(file))
    assert (ran.status, file.exists()) == (1, False)
    assert "no claims" in ran.err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.txt", "name a file that ends in .csv, .md, .html, .jsonld, .qdpx, .bib"),
        ("-", "name a file that ends in"),
        ("none/a.md", "no such folder"),
        ("folder.md", "is a folder"),
        ("paper.md", "is one of the documents"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.md").mkdir()
    Path("paper.md").write_bytes(Path(PAPER).read_bytes())
    ran = run("export", "--paper", "paper.md", NEWS, "--to", name)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"sidelight: {name}: ")
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
    assert Path("paper.md").read_bytes() == Path(PAPER).read_bytes()


def test_what_could_not_be_opened_is_in_it_and_is_an_error(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    ran = run("export", "--paper", PAPER, NEWS, "missing.txt", "--to", str(file))
    assert ran.status == 2
    assert "- missing.txt: no such file or directory" in file.read_text("utf-8")


def test_exporting_makes_no_ledger(run: Run, own_folders: Path, tmp_path: Path) -> None:
    run("export", str(SEEDS), "--to", str(tmp_path / "a.bib"))
    assert not list(own_folders.rglob("ledger.db"))


def test_the_help_and_the_manual_tell_how(run: Run) -> None:
    shown = run("export", "--help").out
    assert "\n    sidelight export paper.txt news/ --to dossier.html" in shown
    page = run("--man").out.replace("\\-", "-")
    assert "\n.SS sidelight export " in page
    assert all(f"\n.B {name}" in page for name in ("--to FILE", "--date DATE", "--top "))


def test_the_shell_completes_the_verb_and_its_options(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", "bash_complete")
    for words, offered in (("sidelight exp", "export"), ("sidelight export --t", "--to")):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
        assert f"plain,{offered}" in run().out.splitlines()


def test_exporting_imports_no_screen_and_no_tables(tmp_path: Path) -> None:
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('loaded', *{'textual', 'rich'} & set(sys.modules)))\n"
        "from tui.cli import main\n"
        "main()"
    )
    arguments = ["export", str(SEEDS), "--to", str(tmp_path / "a.html")]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT
    )
    assert (done.returncode, done.stdout.split()) == (0, ["loaded"])
