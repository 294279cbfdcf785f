"""Papers and reports that are not as one would wish: each has a clear answer."""

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
