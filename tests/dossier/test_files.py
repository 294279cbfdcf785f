"""Files on the disk: whole or not at all, the same each time, the sources never harmed."""

import tracemalloc
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.dossier.made import (
    EVIL,
    FIRST,
    claim_at,
    evidence_at,
    finding,
    gathered,
    of_seeds,
    paper_of,
    report_of,
    small,
    written,
)
from tui.dossier import SUFFIXES, Dossier, Unwritable, export
from tui.dossier.files import FORMATS


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    first = export(of_seeds(), tmp_path / f"one{suffix}")
    second = export(of_seeds(), tmp_path / f"two{suffix}")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert all(path.stat().st_size for path in first)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_hostile_documents_can_be_written_in_every_format(tmp_path: Path, suffix: str) -> None:
    for path in export(small(EVIL, EVIL), tmp_path / f"a{suffix}"):
        if suffix != ".qdpx":
            path.read_text("utf-8")


def test_a_table_brings_its_matrix(tmp_path: Path) -> None:
    paths = export(small(), tmp_path / "a.CSV")
    assert paths == (tmp_path / "a.CSV", tmp_path / "a.matrix.csv")
    assert sorted(tmp_path.iterdir()) == sorted(paths)


@pytest.mark.parametrize("name", ["a.txt", "a", "-", "a.csv.gz", ".csv"])
def test_an_unknown_suffix_is_told_with_those_that_are_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unwritable, match=r"\.csv, \.md, \.html, \.jsonld, \.qdpx, \.bib"):
        export(small(), tmp_path / name)


def test_what_was_there_is_replaced_but_a_folder_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    export(small(), tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# Trade")
    (tmp_path / "b.md").mkdir()
    with pytest.raises(Unwritable, match="is a folder"):
        export(small(), tmp_path / "b.md")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="no such folder"):
        export(small(), tmp_path / "none" / "a.md")


def test_a_folder_that_may_not_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", closed)
    with pytest.raises(Unwritable, match=r"a\.md: Permission denied"):
        export(small(), tmp_path / "a.md")


@pytest.mark.parametrize("named", ["{}", "{}:3"])
def test_a_source_is_never_overwritten(tmp_path: Path, named: str) -> None:
    source, link = tmp_path / "rows.csv", tmp_path / "link.csv"
    source.write_text("text\nTrade grew.\n")
    link.symlink_to(source)
    report = report_of(named.format(source), "Trade grew.")
    dossier = gathered(paper_of(FIRST), [report], [])
    for target in (source, link):
        with pytest.raises(Unwritable, match="is one of the documents"):
            export(dossier, target)
    assert source.read_text() == "text\nTrade grew.\n"


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    export(small(), tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8").startswith("# Trade")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(dossier: Dossier, file: BytesIO) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    for suffix in (".csv", ".matrix.csv"):
        (tmp_path / f"a{suffix}").write_text("old")
    monkeypatch.setitem(FORMATS[".csv"], ".matrix.csv", full)
    with pytest.raises(Unwritable, match=r"a\.matrix\.csv: No space left on device"):
        export(small(), tmp_path / "a.csv")
    assert {path.read_text() for path in tmp_path.iterdir()} == {"old"}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_many_reports_are_written_without_being_held(tmp_path: Path, suffix: str) -> None:
    """Thousands of reports and a hundred claims: no more is held than a list of what is there."""
    dossier = large(reports=4_000, claims=100)
    tracemalloc.start()
    paths = export(dossier, tmp_path / f"a{suffix}")
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert held < 10_000_000, f"{held:,} held for {sum(p.stat().st_size for p in paths):,}"


def large(reports: int, claims: int) -> Dossier:
    """Make a dossier with a few passages a claim."""
    news = [report_of(f"{n}.txt", f"Trade grew {n}.") for n in range(40)]
    others = [replace(news[0], path=f"{n}.txt") for n in range(40, reports)]
    paper = paper_of(*(f"Trade grew to {n} millions." for n in range(claims)))
    found = [
        finding(
            claim_at(paper, f"Trade grew to {n} millions."),
            *(evidence_at(report, report.text, rank) for rank, report in enumerate(news[:6], 1)),
        )
        for n in range(claims)
    ]
    whole = gathered(paper, news, found)
    return replace(whole, reports=(*news, *others))


def test_no_more_than_a_screenful_of_columns_stands_in_a_page() -> None:
    assert b"Not shown: 9,994 reports without a passage" in written(large(10_000, 3), ".md")
