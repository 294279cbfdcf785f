"""Papers and reports that are not as one would wish: each has a clear answer."""

from dataclasses import replace

import pytest

from tests.claims.documents import document
from tui.claims import Comparison, claims

CLAIM = "Kenya was elected to the Security Council with 148 votes in 2012."


def test_a_paper_without_claims_gives_none() -> None:
    paper = document("What is art? Who knows?", role="paper")
    assert claims(paper) == ()
    assert Comparison(paper, [document(CLAIM)]).searched.passages == 1


def test_an_empty_report_is_not_searched() -> None:
    empty = document("")
    comparison = Comparison(document(CLAIM, role="paper"), [empty])
    assert comparison.searched.reports == 0
    assert comparison.searched.skipped == ((empty, "empty"),)


def test_the_paper_among_the_reports_is_no_report() -> None:
    paper = document(CLAIM, role="paper")
    assert Comparison(paper, [paper]).searched.reports == 0


def test_a_report_identical_to_the_paper_is_found_word_for_word() -> None:
    paper = document(CLAIM, "Its exports of tea rose by 14 percent a year later.", role="paper")
    copy = document(paper.text)
    finding = Comparison(paper, [copy]).finding(claims(paper)[0])
    assert finding.evidence[0].coverage == 1
    assert {"near-verbatim", "same text"} <= {s.kind for s in finding.evidence[0].signals}


def test_a_sentence_of_a_hundred_thousand_words_is_compared_by_its_beginning() -> None:
    endless = " ".join(["Kenya", "exported", "tea", "worth", "millions"] * 20_000) + "."
    paper = document(endless, CLAIM, role="paper")
    report = document("Kenya exported tea worth $40 million.", endless)
    comparison = Comparison(paper, [report])
    for claim in claims(paper, every=True)[:2]:
        assert comparison.finding(claim).nearest is not None


def test_control_characters_and_other_scripts_do_no_harm() -> None:
    paper = document(
        "Кения экспортировала чай на 40 миллионов.", "\x1b[31mRed 5%\x07", role="paper"
    )
    comparison = Comparison(paper, [document("肯尼亚 2012 年出口茶叶 40 \u202e吨。")])
    assert all(comparison.finding(c).strength >= 0 for c in claims(paper, every=True))


def test_two_equal_sentences_are_two_claims() -> None:
    found = claims(document(CLAIM, CLAIM, role="paper"))
    assert len({claim.id for claim in found}) == 2


TWO = ("Trade between Kenya and Norway reached $381,700 in 2024.", CLAIM)


def town(number: int) -> str:
    return "Town" + "".join("abcdefghij"[int(digit)] for digit in str(number))


@pytest.mark.parametrize("texts", [(" ".join(TWO),), TWO], ids=["one paragraph", "two"])
@pytest.mark.parametrize("byline", [False, True], ids=["the same", "each with its byline"])
def test_reports_that_are_all_the_same_still_speak(texts: tuple[str, ...], byline: bool) -> None:
    paper = document(CLAIM, "Its exports of tea rose by 14 percent a year later.", role="paper")
    reports = [document(*texts, *([f"By our staff in {town(n)}."] * byline)) for n in range(400)]
    comparison = Comparison(paper, reports)
    met, unmet = (comparison.finding(claim) for claim in claims(paper, every=True))
    assert not met.silent
    assert met.evidence[0].coverage > 0.9
    assert unmet.silent
    assert comparison.searched.reports == 400
    alone = Comparison(paper, reports[:1]).searched.passages
    assert comparison.searched.passages == 400 * alone


def test_a_report_with_the_text_of_another_has_the_same_passages_and_says_so() -> None:
    paper = document(CLAIM, role="paper")
    first, other, again = document(*TWO), document("Kenya sells tea."), document(*TWO)
    finding = Comparison(paper, [first, other, again]).finding(claims(paper)[0], every=True)
    best, twin, *rest = finding.evidence
    assert (best.document, twin.document) == (first, again)
    assert (best.rank, twin.rank) == (1, 1)
    assert (best.start, best.coverage) == (twin.start, twin.coverage)
    assert twin.signals[0].text == f"same text as {first.path}"
    assert [evidence.rank for evidence in rest] == [2, 2, 3]


def test_a_report_of_furniture_alone_is_not_searched() -> None:
    words = document("Share this. Subscribe to our newsletter now.")
    bare = replace(words, paragraphs=(replace(words.paragraphs[0], kind="furniture"),))
    comparison = Comparison(document(CLAIM, role="paper"), [bare])
    assert comparison.searched.skipped == ((bare, "no text but furniture"),)
