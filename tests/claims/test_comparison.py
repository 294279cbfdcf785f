"""Claims against reports: passages, silence, and what both hold."""

from tests.claims.documents import document, seeds
from tui.claims import Claim, Comparison, claims
from tui.document import Document

VOTE = "Kenya was elected to the Security Council with 148 votes out of 193 in 2012."
TRADE = "Trade between Kenya and Norway reached $381,700 in 2024."
PAPER = document(VOTE, TRADE, role="paper")
REPORT = document(
    "Officials in Oslo said trade with Kenya was worth $381,700 in 2024. They hope for more.",
    "Farmers grow coffee. The weather was mild.",
)


def claim(paper: Document, part: str) -> Claim:
    return next(c for c in claims(paper, every=True) if part in c.text)


def test_a_claim_finds_its_passage_with_what_both_hold() -> None:
    finding = Comparison(PAPER, [REPORT]).finding(claim(PAPER, "Trade"))
    assert not finding.silent
    best = finding.evidence[0]
    assert best.text.startswith("Officials")
    held = {(s.kind, PAPER.text[s.claim.start : s.claim.end]) for s in best.shared}
    assert {("number", "$381,700"), ("date", "2024"), ("name", "Kenya"), ("term", "Trade")} <= held
    assert all(REPORT.text[s.passage.start : s.passage.end] for s in best.shared)


def test_a_claim_without_a_passage_is_silent_and_says_what_is_missing() -> None:
    finding = Comparison(PAPER, [REPORT]).finding(claim(PAPER, "elected"))
    assert finding.silent
    assert finding.evidence == ()
    assert finding.nearest is not None
    assert {"Security Council", "148", "193"} <= set(finding.missing)


def test_strength_orders_the_spoken_before_the_silent() -> None:
    comparison = Comparison(PAPER, [REPORT])
    spoken = comparison.finding(claim(PAPER, "Trade")).strength
    silent = comparison.finding(claim(PAPER, "elected")).strength
    assert 0 <= silent < comparison.searched.threshold <= spoken <= 1


def test_a_claim_among_talk_of_names_in_no_report_is_weaker_than_one_among_the_known() -> None:
    claim_itself = "Exports of tea rose in the year that followed."
    report = document("Kenya and Norway met in Oslo.", "Exports of tea rose, the ministry said.")
    strengths = []
    for names in ("Kenya and Norway", "Ghana and Togo"):
        paper = document(f"Then {names} met. {claim_itself} It was {names} again.", role="paper")
        strengths.append(Comparison(paper, [report]).finding(claim(paper, "Exports")).strength)
    known, strange = strengths
    assert strange < known


def test_one_shared_word_is_never_called_strong_however_short_the_claim() -> None:
    paper = document("Ageing is a fact of life.", role="paper")
    report = document("Line up the farms by age, and the oldest look dreadful: ageing, they say.")
    for evidence in (
        Comparison(paper, [report]).finding(claim(paper, "Ageing"), every=True).evidence
    ):
        assert evidence.band == "weak"


def test_the_threshold_can_be_set() -> None:
    strict = Comparison(PAPER, [REPORT], threshold=1.0)
    assert strict.searched.threshold == 1.0
    assert all(strict.finding(c).silent for c in claims(PAPER, every=True))


def test_every_passage_can_be_asked_for() -> None:
    finding = Comparison(PAPER, [REPORT]).finding(claim(PAPER, "elected"), top=9, every=True)
    assert len(finding.evidence) == 4
    assert [e.rank for e in finding.evidence] == [1, 2, 3, 4]


def test_findings_come_lazily_and_in_any_order() -> None:
    comparison = Comparison(PAPER, [REPORT])
    forth = [comparison.finding(c) for c in claims(PAPER, every=True)]
    back = [comparison.finding(c) for c in reversed(claims(PAPER, every=True))]
    assert forth == back[::-1]


def test_without_reports_every_claim_is_silent() -> None:
    finding = Comparison(PAPER, []).finding(claim(PAPER, "Trade"))
    assert finding.silent
    assert finding.strength == 0
    assert finding.nearest is None


def test_a_report_in_another_language_is_not_searched_and_says_which() -> None:
    french = document("Le commerce entre le Kenya et la Norvège. " * 9, language="fr")
    comparison = Comparison(PAPER, [french])
    assert comparison.searched.reports == 0
    assert comparison.searched.skipped == ((french, "French"),)


def test_a_report_without_a_body_is_searched_whole() -> None:
    from dataclasses import replace

    headline = document("Kenya trade with Norway worth $381,700 in 2024")
    titled = replace(headline, paragraphs=(replace(headline.paragraphs[0], kind="title"),))
    finding = Comparison(PAPER, [titled]).finding(claim(PAPER, "Trade"))
    assert [e.text for e in finding.evidence] == [headline.text]


def test_the_seeds_claims_have_their_passages_and_the_vote_is_silent() -> None:
    paper, *reports = seeds()
    comparison = Comparison(paper, reports)

    def together(subject: str, passage: str) -> bool:
        return any(
            passage in evidence.text
            for c in claims(paper)
            if subject in c.text
            for evidence in comparison.finding(c, every=True).evidence[:6]
        )

    assert together("peacekeeping", "peacekeeping missions abroad")
    assert together("e-governance", "digital governance")
    assert together("Smart Africa", "Smart Nation ambition")
    assert together("South-South", "South-South cooperation that is not based on charity")
    assert comparison.finding(claim(paper, "148 votes out of 193")).silent


def test_an_acronym_stands_for_the_name_that_is_written_out_elsewhere() -> None:
    paper = document("Kenya spoke at the UN in May. Its envoy to the NATO left.", role="paper")
    report = document("Kenya spoke before the United Nations about drought.")
    missing = Comparison(paper, [report]).finding(claim(paper, "UN")).missing
    assert "UN" not in missing
    assert Comparison(paper, [report]).finding(claim(paper, "NATO")).missing == ("NATO",)


def test_words_that_stand_together_in_both_come_before_the_same_words_apart() -> None:
    paper = document("Kenya sends troops to peacekeeping missions.", role="paper")
    apart = document("Kenya ended missions of trade to study peacekeeping and its troops.")
    together = document("Kenya sends soldiers and troops to join peacekeeping missions abroad.")
    claim = claims(paper, every=True)[0]
    finding = Comparison(paper, [apart, together]).finding(claim, every=True)
    assert finding.evidence[0].document is together


def test_of_few_reports_all_passages_are_listed_that_are_asked_for() -> None:
    paper = document("Kenya exports tea.", role="paper")
    reports = [document(*(f"Tea from Kenya, lot {n}." for n in range(70))) for _ in range(3)]
    claim = claims(paper, every=True)[0]
    finding = Comparison(paper, reports).finding(claim, top=60, every=True)
    assert len(finding.evidence) == 180
    assert [e.score for e in finding.evidence] == sorted(
        (e.score for e in finding.evidence), reverse=True
    )


def test_a_figure_in_words_is_not_missing_where_a_report_has_its_digits() -> None:
    paper = document(
        "Some 44 states signed. It cost 5,000 dollars. Sixty-one fled in 2013.", role="paper"
    )
    report = document("Forty-four states signed for five thousand dollars.")
    comparison = Comparison(paper, [report])
    missing = [comparison.finding(c).missing for c in claims(paper, every=True)]
    assert missing == [(), (), ("Sixty-one", "2013")]
