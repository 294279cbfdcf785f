"""The command line's contract: what each verb prints, where, and with which exit status."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import environment
from tui import __version__, cli

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
PAPER = str(SEEDS / "000_8b68f17e64110e46.txt")
COLUMN = str(SEEDS / "001_0629e3c6cfe85886.txt")
NEWS = str(SEEDS / "002_34f170d6373a7325.txt")

ESCAPES = (
    "Red \x1b[31malert\x1b[0m, a bell \x07, a title \x1b]0;owned\x07 and \x9b5m rang in Kigali."
)


class Ran:
    """One run of the command in this process."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    def one(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["sidelight", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        code = left.value.code
        return Ran(code if isinstance(code, int) else 0, out, err)

    pipes = signal.getsignal(signal.SIGPIPE)
    yield one
    signal.signal(signal.SIGPIPE, pipes)


def text_of(path: str) -> str:
    return Path(path).read_text("utf-8")


def test_outline_json_has_the_shape_of_the_contract(run: Any) -> None:
    ran = run("outline", str(SEEDS), "--format", "json")
    assert ran.status == 0
    assert [set(document) for document in ran.json["documents"]] == [
        {"path", "title", "role", "sha256", "characters", "words", "language"}
        | {"sections", "furniture"}
    ] * 3
    for document in ran.json["documents"]:
        assert document["characters"] == len(text_of(document["path"]))
        for section in document["sections"]:
            assert set(section) == {"title", "level", "start", "end", "origin"} | {
                "confidence",
                "reason",
            }
        assert all(set(piece) == {"start", "end", "kind"} for piece in document["furniture"])


def test_search_json_has_the_shape_of_the_contract_and_finds_the_misspelt(run: Any) -> None:
    ran = run("search", "kazakstan trad", str(SEEDS), "--format", "json")
    assert ran.status == 0
    assert set(ran.json) == {"query", "total", "suggestion", "hits"}
    best = ran.json["hits"][0]
    assert set(best) == {"path", "section", "page", "start", "end", "text", "score"} | {
        "tier",
        "matches",
    }
    assert best["path"] == NEWS
    assert text_of(NEWS)[best["start"] : best["end"]] == best["text"]
    words = [text_of(NEWS)[start:end].casefold() for start, end in best["matches"]]
    assert {"kazakhstan", "trade"} <= {word.removesuffix("’s") for word in words}


def test_claims_json_has_the_shape_of_the_contract(run: Any) -> None:
    ran = run("claims", PAPER, "--format", "json")
    assert ran.status == 0
    assert ran.json["path"] == PAPER
    for claim in ran.json["claims"]:
        assert set(claim) == {"id", "start", "end", "text", "section", "score", "reasons"}
        assert text_of(PAPER)[claim["start"] : claim["end"]] == claim["text"]


def test_claims_all_gives_every_sentence(run: Any) -> None:
    some = run("claims", PAPER, "--format", "json").json["claims"]
    every = run("claims", PAPER, "--all", "--format", "json").json["claims"]
    assert len(every) > len(some)
    assert {claim["start"] for claim in some} <= {claim["start"] for claim in every}


def test_compare_json_has_the_shape_of_the_contract(run: Any) -> None:
    ran = run("compare", "--paper", PAPER, str(SEEDS), "--format", "json")
    assert ran.status == 0
    assert set(ran.json) == {"paper", "searched", "claims"}
    assert ran.json["paper"] == PAPER
    assert set(ran.json["searched"]) == {"reports", "passages", "threshold"}
    assert ran.json["searched"]["reports"] == 2
    for claim in ran.json["claims"]:
        assert set(claim) == {"id", "start", "end", "text", "section"} | {
            "strength",
            "silent",
            "evidence",
        }
        assert 0 <= claim["strength"] <= 1
        for evidence in claim["evidence"]:
            assert set(evidence) == {"path", "start", "end", "text", "rank", "score"} | {
                "coverage",
                "band",
                "shared",
                "signals",
            }
            words = text_of(evidence["path"])[evidence["start"] : evidence["end"]]
            assert words == evidence["text"]
            assert all(isinstance(signal, str) for signal in evidence["signals"])
            for shared in evidence["shared"]:
                assert set(shared) == {"kind", "claim", "passage"}


def test_the_paper_is_no_report_of_its_own_even_inside_a_folder(run: Any) -> None:
    ran = run("compare", "--paper", PAPER, str(SEEDS), "--top", "1", "--format", "json")
    paths = {evidence["path"] for claim in ran.json["claims"] for evidence in claim["evidence"]}
    assert paths == {COLUMN, NEWS}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--paper", PAPER, COLUMN, NEWS),
        ("--paper", PAPER, "--reports", COLUMN, NEWS),
        ("--reports", COLUMN, NEWS, "--paper", PAPER),
        ("--reports", COLUMN, "--paper", PAPER, NEWS),
        (str(SEEDS),),
    ],
)
def test_reports_may_be_named_in_every_order(run: Any, arguments: tuple[str, ...]) -> None:
    ran = run("compare", *arguments, "--format", "json")
    assert (ran.json["paper"], ran.json["searched"]["reports"]) == (PAPER, 2)


def test_lines_in_a_pipe_are_those_of_grep(run: Any) -> None:
    first = run("search", "kazakstan trad", str(SEEDS)).out.splitlines()[0]
    path, line, text = first.split(":", 2)
    assert path == NEWS
    assert text.strip()[:20] in text_of(NEWS).split("\n")[int(line) - 1]


def test_context_shows_the_neighbours_of_a_hit(run: Any) -> None:
    plain = run("search", "Azerbaijan", COLUMN, "--limit", "2").out.splitlines()
    wide = run("search", "Azerbaijan", COLUMN, "--limit", "2", "--context", "1").out
    assert wide.count("\n--\n") == 1
    assert all(line in wide for line in plain)
    assert len(wide.splitlines()) > len(plain) + 1


def test_counts_and_paths_replace_the_lines(run: Any) -> None:
    counts = run("search", "Azerbaijan", str(SEEDS), "--count").out.splitlines()
    assert [line.rpartition(":")[0] for line in counts] == [PAPER, COLUMN, NEWS]
    assert run("search", "Astana", str(SEEDS), "--files-with-matches").out.splitlines() == [NEWS]


def test_the_section_may_stand_in_each_line(run: Any) -> None:
    assert ":Trade Outlook: " in run("search", "kazakstan trad", NEWS, "--with-section").out


def test_nothing_found_is_status_1_and_silence(run: Any) -> None:
    ran = run("search", "qqqqzzzz", str(SEEDS))
    assert (ran.status, ran.out) == (1, "")
    assert run("search", "qqqqzzzz", str(SEEDS), "--format", "json").json["hits"] == []


def test_a_paper_without_reports_is_told_and_silent(run: Any) -> None:
    ran = run("compare", "--paper", PAPER, "--format", "json")
    assert ran.status == 1
    assert ran.json["searched"]["reports"] == 0
    assert all(claim["silent"] for claim in ran.json["claims"])
    assert "no report" in ran.err


@pytest.mark.parametrize("verb", [("outline",), ("search", "trade"), ("claims",), ("compare",)])
@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "binary.txt", "hollow"])
def test_what_cannot_be_opened_is_named_in_one_line(
    run: Any, tmp_path: Path, verb: tuple[str, ...], name: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "hollow").mkdir()
    ran = run(*verb, str(tmp_path / name))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"sidelight: {tmp_path / name}: ")
    assert len(ran.err.splitlines()) == 1


def test_the_others_still_open(run: Any) -> None:
    ran = run("search", "trade", "missing.txt", NEWS)
    assert ran.status == 0
    assert NEWS in ran.out
    assert ran.err.startswith("sidelight: missing.txt: ")


def test_a_paper_that_is_missing_is_an_error_though_reports_are_there(run: Any) -> None:
    ran = run("compare", "--paper", "missing.txt", COLUMN)
    assert (ran.status, ran.out) == (2, "")


def test_reports_that_are_all_missing_are_an_error(run: Any) -> None:
    ran = run("compare", "--paper", PAPER, "missing.txt")
    assert (ran.status, ran.out) == (2, "")


def test_two_papers_for_claims_are_an_error(run: Any, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The city has 12,000 trees. It was founded in 1871.\n" * 3)
    ran = run("claims", str(tmp_path))
    assert ran.status == 2
    assert "which of these is the paper?" in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["serach", "trade", "seeds"], "no such file or verb: serach (did you mean search?)"),
        (["qqqq"], "no such file or verb: qqqq"),
        (["--bogus"], "No such option '--bogus'"),
        (["search"], "Missing argument 'QUERY'"),
        (["outline"], "Missing argument 'PATH…'"),
        (["--reports"], "Option '--reports' requires an argument"),
        (["--reports", "--paper", "p.txt"], "Option '--reports' requires an argument"),
        (["outline", "seeds", "--format", "xml"], "'xml' is not one of"),
        (["search", "x", "seeds", "--limit", "0"], "0 is not in the range"),
        (["search", "x", "seeds", "--count", "--format", "json"], "are for text output"),
    ],
)
def test_a_wrong_command_line_gets_usage_and_status_2(
    run: Any, arguments: list[str], told: str
) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize("arguments", [[], ["seeds"], ["seeds", "-"], ["open", "seeds"]])
def test_the_reader_without_a_terminal_hints_at_the_other_verbs(
    run: Any, arguments: list[str]
) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "sidelight search QUERY PATH…" in ran.err


def test_a_file_named_like_a_verb_is_reached_by_its_path(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "search").write_text("The trade of the two cities grew by 12 percent in 2024.\n")
    assert run("./search").err == run().err  # the hint that the reader needs a terminal
    assert run("search", "trade", "./search").out.startswith("./search:1: ")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("verb", [("outline",), ("search", "bell"), ("claims",), ("compare",)])
def test_no_control_character_of_a_document_is_printed(
    run: Any, tmp_path: Path, verb: tuple[str, ...], form: str
) -> None:
    path = tmp_path / "evil\x1b[2J.txt"
    path.write_text(f"{ESCAPES}\n\n{ESCAPES} The city has 12 gates.\n" * 4, "utf-8")
    ran = run(*verb, str(path), "--format", form)
    printed = ran.out + ran.err
    assert not [c for c in printed if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    if form == "json":
        assert str(path) in json.dumps(ran.json, ensure_ascii=False).replace("\\u001b", "\x1b")


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    done = headless("search", "trade", "-", stdin=b"The trade grew.\n\nThe rest did not.\n")
    assert (done.returncode, done.stdout) == (0, b"-:1: The trade grew.\n")


def test_a_closed_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "tui", "claims", PAPER]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=environment()
    ) as writing:
        assert writing.stdout
        assert writing.stderr
        writing.stdout.close()
        assert writing.wait(20) == -signal.SIGPIPE
        assert writing.stderr.read() == b""


def test_ctrl_c_ends_quietly(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.library.open_collection", pressed)
    ran = run("search", "trade", NEWS)
    assert (ran.status, ran.out.strip(), ran.err.strip()) == (130, "", "")


def headless(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env=environment(),
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("outline", PAPER),
        ("search", "trade", NEWS),
        ("claims", PAPER),
        ("compare", "--paper", PAPER, NEWS),
    ],
    ids=lambda arguments: arguments[0],
)
def test_headless_verbs_import_neither_textual_nor_rich(arguments: tuple[str, ...]) -> None:
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('loaded', *{'textual', 'rich'} & set(sys.modules)))\n"
        "from tui.cli import main\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "loaded")


def test_the_version_is_told(run: Any) -> None:
    assert run("--version").out == f"sidelight {__version__}\n"


@pytest.mark.parametrize("verb", ["open", "outline", "search", "claims", "compare"])
def test_the_help_of_every_verb_has_examples(run: Any, verb: str) -> None:
    ran = run(verb, "--help")
    assert ran.status == 0
    assert f"\n    sidelight {verb} " in ran.out


def test_the_manual_page_has_every_verb_and_option_of_the_help(run: Any) -> None:
    page = run("--man").out.replace("\\-", "-")
    assert page.startswith('.TH SIDELIGHT 1 "" ')
    for verb in ("open", "outline", "search", "claims", "compare"):
        assert f"\n.SS sidelight {verb} " in page
        options = run(verb, "--help").out.partition("Options:\n")[2].splitlines()
        names = [line.split()[0].rstrip(",") for line in options if line.startswith("  -")]
        assert names
        assert all(f"\n.B {name}" in page for name in names)
    assert page.isascii()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion_script(
    run: Any, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", f"{shell}_source")
    ran = run()
    assert (ran.status, ran.err) == (0, "")
    assert f"_SIDELIGHT_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sidelight se", ["plain,search", "plain,seeds/"]),
        ("sidelight --pap", ["plain,--paper"]),
        ("sidelight compare --t", ["plain,--top"]),
        ("sidelight seeds/00", ["file,seeds/00"]),  # left to the shell
        ("sidelight outline se", ["file,se"]),
    ],
)
def test_the_first_word_is_completed_to_verbs_files_and_options(
    run: Any, monkeypatch: pytest.MonkeyPatch, words: str, offered: list[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert run().out.splitlines() == offered


@pytest.mark.parametrize(("option", "kept"), [((), True), (("--no-cache",), False)])
def test_what_was_read_is_kept_for_the_next_time_unless_forbidden(
    run: Any, own_folders: Path, tmp_path: Path, option: tuple[str, ...], kept: bool
) -> None:
    long = tmp_path / "long.txt"
    long.write_text("The trade of the two cities grew in 2024.\n\n" * 25_000, "utf-8")
    for _ in range(2):
        ran = run("search", "trade", str(long), "--count", *option)
        assert (ran.out, ran.err) == (f"{long}:25000\n", "")
    assert any((own_folders / "cache").rglob("*")) == kept


def test_a_cache_that_cannot_be_written_is_told_and_done_without(
    run: Any, own_folders: Path, tmp_path: Path
) -> None:
    (own_folders / "cache").write_text("no folder")
    long = tmp_path / "long.txt"
    long.write_text("The trade of the two cities grew in 2024.\n\n" * 25_000, "utf-8")
    ran = run("search", "trade", str(long), "--count")
    assert (ran.status, ran.out) == (0, f"{long}:25000\n")
    assert ran.err.startswith("sidelight: The search index stays in memory: ")
