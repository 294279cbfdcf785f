"""Which sentences are claims, and why."""

from dataclasses import replace

import pytest

from tests.claims.documents import document, seeds
from tui.claims import claims
from tui.document import Kind, Paragraph

CHECKABLE = [
    "Kenya was elected in 2012 with 148 votes out of 193.",
    "Exports rose by 14 percent after the agreement was signed in Nairobi.",
    "The summit drew over 5,000 delegates, more than any before it.",
    "In 2016 Kenya hosted the Trade Summit and pledged $40 million.",
    "Deaths fell by 12 percent in 2013 (Table 2).",
]
NOT = [
    "This paper examines how Kenya engages with global institutions.",
    "Section 5 presents three illustrative case studies.",
    "The structure of the paper is as follows.",
    "How does Kenya secure influence?",
    "Thematic coding was conducted on the interview data using qualitative methods.",
    "Policymakers should expand training and must invest in schools.",
    "Scholars define cooperation as a framework of solidarity (Chaturvedi et al., 2012).",
    "The concept of norm diffusion, introduced by Finnemore and Sikkink (1998), describes it.",
    "The data sources include:",
    "Table 3 lists the 14 countries.",
    "We then fitted linear models with vague priors to the samples.",
    "Daily values of each variable were interpolated between the stations.",
    "The parameters of all models are given in Table 2 and S3 Fig.",
]


@pytest.mark.parametrize("sentence", CHECKABLE)
def test_a_factual_report_is_a_claim_with_reasons(sentence: str) -> None:
    (claim,) = claims(document(sentence, role="paper"))
    assert claim.text == sentence
    assert claim.reasons


@pytest.mark.parametrize("sentence", NOT)
def test_aims_roadmaps_methods_and_wishes_are_no_claims(sentence: str) -> None:
    paper = document(sentence, role="paper")
    assert claims(paper) == ()
    (scored,) = claims(paper, every=True)
    assert scored.score < 0.4


def test_every_sentence_has_a_score_and_its_place() -> None:
    paper = document(*CHECKABLE, *NOT, role="paper")
    found = claims(paper, every=True)
    assert len(found) == len(CHECKABLE) + len(NOT)
    assert all(paper.text[c.start : c.end] == c.text for c in found)
    assert len({c.id for c in found}) == len(found)


def test_the_united_nations_are_no_past_tense() -> None:
    (claim,) = claims(document("The United Nations is a body.", role="paper"), every=True)
    assert claim.reasons == ("1 name",)


def test_the_more_there_is_to_check_the_higher_the_score() -> None:
    bare = "Exports rose after the agreement was signed by the two sides."
    told = "Exports rose by 14 percent after the Tea Agreement was signed in Nairobi in 2016."
    first, second = claims(document(bare, told, role="paper"), every=True)
    assert first.score < second.score


def test_an_identifier_stays_when_the_text_around_changes() -> None:
    alone = claims(document(CHECKABLE[0], role="paper"))[0]
    among = claims(document("An introduction.", *CHECKABLE, role="paper"))[0]
    assert alone.id == among.id
    assert alone.start != among.start


def test_captions_and_keywords_are_never_claims() -> None:
    paper = document(CHECKABLE[0], role="paper")
    caption = replace(paper, paragraphs=(Paragraph(0, len(paper.text), kind="caption"),))
    assert claims(caption) == ()


@pytest.mark.parametrize(
    ("kind", "opening", "is_claim"),
    [("code", "where", False), ("body", "where", True), ("code", "When", True)],
)
def test_what_goes_on_after_a_formula_is_no_claim(kind: Kind, opening: str, is_claim: bool) -> None:
    told = "Trade between the two countries then was of the form"
    rest = f"{opening} the ministers of Japan and China signed the treaty in Tokyo in May 1998."
    paper = document(told, "T = 3 S,", rest)
    first, second, third = paper.paragraphs
    paper = replace(paper, paragraphs=(first, replace(second, kind=kind), third))
    assert (rest in [claim.text for claim in claims(paper)]) is is_claim


def test_a_paper_without_text_has_no_claims() -> None:
    assert claims(document("", role="paper"), every=True) == ()


def test_the_seed_papers_vote_is_a_claim_and_its_roadmap_is_none() -> None:
    texts = [claim.text for claim in claims(seeds()[0])]
    assert any("148 votes out of 193" in text for text in texts)
    assert not any(text.startswith(("Section", "This paper", "The structure")) for text in texts)
    assert not any(text.endswith("?") for text in texts)
