"""The pages for people: all that a report must say, nothing that acts on who opens it."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html
from markdown_it import MarkdownIt

from tests.dossier.made import (
    EVIL,
    FIRST,
    SECOND,
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
from tui.dossier import Dossier, facts

Shown = Callable[[Dossier], html.HtmlElement]


def page(dossier: Dossier) -> html.HtmlElement:
    return html.fromstring(written(dossier, ".html").decode("utf-8"))


def rendered(dossier: Dossier) -> html.HtmlElement:
    """Give what a renderer that lets HTML through makes of the Markdown."""
    text = written(dossier, ".md").decode("utf-8")
    made = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return html.fromstring(f"<body>{made}</body>")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("shown", [page, rendered])
def test_a_page_says_all_that_a_report_must_say(shown: Shown) -> None:
    dossier = small()
    text = words(shown(dossier))
    said = [
        "“Supports” means borne out by the press, not true.",
        f"Sidelight {dossier.version}",
        *(f"{band} from {100 * least:g}%" for band, (least, _) in dossier.cuts.items()),
        f"1 report, 1 sentence, threshold {dossier.searched.threshold:g}, by words",
        *(document.sha256 for document in dossier.documents),
        *("R2 b.txt", "French", "c.pdf", "damaged"),
        *(FIRST, SECOND, "Trade grew to 14 million dollars."),
        *("strong: 50% of the claim’s words", "numbers differ: 12 ↔ Trade"),
        *("contradicts", "a note", "2026-11-22T17:05:00Z", "contradicted"),
        *("No passage in 1 report", "lake", "silence confirmed", "looked twice"),
        *("Verdicts that stand beside nothing", "0" * 64, "or has changed since"),
    ]
    assert [one for one in said if one not in text] == []


@pytest.mark.parametrize("shown", [page, rendered])
def test_a_hostile_document_is_shown_and_does_nothing(shown: Shown) -> None:
    tree = shown(small(EVIL, EVIL))
    assert not tree.xpath("//script | //img | //iframe | //@onclick | //@onerror")
    assert not [link for link in tree.xpath("//@href") if not link.startswith("#")]
    assert '<script>alert(1)</script> ]]> a "quote", `code` | *b*' in words(tree)
    assert not re.search("[\x00-\x08\x1b\u202e\ud800-\udfff]", tree.text_content())


def test_the_machines_words_and_the_readers_stand_in_columns_of_their_own() -> None:
    for table in page(of_seeds()).xpath("//article//table"):
        assert [words(head) for head in table.xpath(".//th")] == [
            "Passage",
            "The program sees",
            "The reader says",
        ]
        for row in table.xpath(".//tbody/tr"):
            _, seen, said = (words(cell) for cell in row.xpath("./td"))
            assert re.match(r"[●◐○] (strong|partial|weak): \d+%", seen)
            assert said == "—" or said.split("2026")[0] in facts.LABELS


def test_the_page_needs_nothing_but_itself() -> None:
    text = written(of_seeds(), ".html").decode("utf-8")
    assert "<script" not in text
    assert not re.search(r"(?:\ssrc=|url\(|@import|<link)", text)
    assert "default-src 'none'" in text


def test_every_link_and_every_claim_has_its_place() -> None:
    tree = page(of_seeds())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in tree.xpath("//@href")} <= set(ids)
    assert len(tree.xpath("//article")) == len(of_seeds().entries)


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ('https://e.org/?a="b"&c', ['https://e.org/?a="b"&c']),
        ("javascript:alert(1)", []),
        ("//evil.example", []),
    ],
)
def test_only_an_address_of_the_web_is_a_link(url: str, links: list[str]) -> None:
    tree = page(gathered(paper_of(FIRST), [report_of("a.txt", "Trade grew.", url=url)], []))
    assert [link for link in tree.xpath("//@href") if not link.startswith("#")] == links
    assert url in words(tree)


def test_wire_copies_are_one_voice() -> None:
    text = words(page(copies()))
    assert "Repeats the text of R1: one voice." in text


def copies() -> Dossier:
    wire = [f"The minister spoke of trade, roads and hospital number {n} today." for n in range(9)]
    reports = [report_of("a.txt", *wire), report_of("b.txt", *wire, "So the wire.")]
    paper = paper_of(FIRST)
    found = [evidence_at(report, wire[0], rank) for rank, report in enumerate(reports, 1)]
    return gathered(paper, reports, [finding(claim_at(paper, FIRST), *found)])


def test_what_was_not_searched_is_no_silence() -> None:
    paper = paper_of(FIRST)
    text = words(page(gathered(paper, [], [finding(claim_at(paper, FIRST))])))
    assert "1 claim: 1 not searched" in text
    assert "No passage" not in text


def test_no_clock_is_in_a_page_unless_one_is_given() -> None:
    assert "Made" not in words(page(small()))
    assert "Made 2026-11-22" in words(rendered(replace(small(), made="2026-11-22"))).replace(
        ":", ""
    )
