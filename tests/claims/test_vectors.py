"""Matching by meaning: with the extra's vectors, without them, and with a folder that is none."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.claims.documents import document
from tui.claims import Comparison, claims
from tui.claims.vectors import NoVectors, Vectors, load

PAPER = document("The government cut spending on schools.", role="paper")
REPORTS = [
    document("The weather was mild in the hills."),
    document("Ministers slashed the education budget."),
    document("Ships sailed to the harbour at noon."),
]


def test_a_passage_that_says_the_same_in_other_words_comes_first() -> None:
    pytest.importorskip("wordllama")
    comparison = Comparison(PAPER, REPORTS, vectors=load())
    finding = comparison.finding(claims(PAPER, every=True)[0], every=True)
    assert finding.evidence[0].document is REPORTS[1]
    shared = {PAPER.text[s.claim.start : s.claim.end] for s in finding.evidence[0].shared}
    assert {"cut", "schools"} <= shared
    assert {s.kind for s in finding.evidence[0].shared} == {"similar"}


def test_a_comparison_takes_vectors_later_without_being_made_again() -> None:
    pytest.importorskip("wordllama")
    plain = Comparison(PAPER, REPORTS)
    rich = plain.with_vectors(load())
    assert rich.stock is plain.stock
    assert plain.searched.vectors == ""
    assert rich.searched.vectors
    claim = claims(PAPER, every=True)[0]
    assert rich.finding(claim) == Comparison(PAPER, REPORTS, vectors=load()).finding(claim)


def test_without_the_extra_the_reason_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    load.__globals__["packaged"].cache_clear()
    monkeypatch.setattr("tui.claims.vectors.find_spec", lambda name: None)
    with pytest.raises(NoVectors, match=r"install sidelight\[semantic\]"):
        load()


def test_a_folder_that_holds_no_vectors_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoVectors, match="no such folder"):
        load(str(tmp_path / "none"))
    with pytest.raises(NoVectors, match="install model2vec or sentence-transformers"):
        load(str(tmp_path))


def test_without_passages_there_is_nothing_to_match() -> None:
    pytest.importorskip("wordllama")
    fresh = load()
    assert isinstance(fresh, Vectors)
    fresh = Vectors(fresh.name, fresh.weights, fresh.tokenizer)
    assert fresh.words([]).shape == (0, fresh.weights.shape[1])
    comparison = Comparison(PAPER, [], vectors=fresh)
    assert comparison.finding(claims(PAPER, every=True)[0]).silent


def test_texts_become_rows_of_length_one_and_nothing_becomes_zeros() -> None:
    pytest.importorskip("wordllama")
    rows = load().embed(["Tea from Kenya", "", "tea from kenya"])
    assert rows.shape[0] == 3
    assert abs(float((rows[0] * rows[2]).sum()) - 1) < 1e-5
    assert float(abs(rows[1]).sum()) == 0


def test_threads_that_meet_new_words_at_once_get_the_rows_of_one_alone() -> None:
    pytest.importorskip("wordllama")
    alone = load()
    assert isinstance(alone, Vectors)
    shared = Vectors(alone.name, alone.weights, alone.tokenizer)
    texts = [f"word{n} grew in year{n} beside town{n % 7}" for n in range(400)]
    parts = [texts[start:] + texts[:start] for start in range(0, 400, 50)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(shared.embed, parts))
    for part, rows in zip(parts, found, strict=True):
        assert abs(rows - alone.embed(part)).max() < 1e-6
