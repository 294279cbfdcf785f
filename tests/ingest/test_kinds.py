from __future__ import annotations

from pathlib import Path

import pytest

from tui.document import Document, Kind
from tui.ingest import furniture, headings
from tui.ingest.kinds import tell, title
from tui.ingest.text import read_text, split

SEEDS = Path(__file__).parents[2] / "seeds"
LONG = (
    "The committee met again on Monday and heard the report of its members. It then voted for "
    "the plan by a large majority and sent it on to the assembly, which will debate it in May."
)


def told(text: str) -> list[tuple[str, Kind]]:
    return [(text[p.start : p.end], p.kind) for p in tell(text, split(text)) if p.kind != "body"]


def seed(name: str) -> Document:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    return read_text(str(path), path.read_bytes())


def kinds(document: Document) -> list[tuple[str, Kind]]:
    return [
        (document.text[p.start : p.end][:40], p.kind)
        for p in document.paragraphs
        if p.kind != "body"
    ]


def test_the_column_has_a_title_and_furniture_at_both_ends() -> None:
    column = seed("001")
    assert column.title == "What Does Kagame’s Trip to Azerbaijan Mean? My Reflections!"
    assert kinds(column) == [
        ("What Does Kagame’s Trip to Azerbaijan Me", "title"),
        ("Staff Writer", "furniture"),
        ("8 Min Read", "furniture"),
        ("TAGGED:", "furniture"),
        ("Share This Article", "furniture"),
        ("Leave a Comment", "furniture"),
        ("Leave a Reply", "furniture"),
        ("Your email address will not be published", "furniture"),
    ]


def test_the_paper_has_a_keyword_line_and_a_photo_caption() -> None:
    assert kinds(seed("000")) == [
        ("Global Governance, Rwanda, South-South C", "keywords"),
        ("A symbolic seat of diplomacy: Rwanda’s p", "caption"),
    ]


def test_the_report_has_headings_and_no_title() -> None:
    report = seed("002")
    assert report.title == ""
    assert [kind for _, kind in kinds(report)] == ["heading"] * 4


FURNITURE = """
By Jane Doe
Staff Writer
8 Min Read
5 minute read
Reading time: 4 minutes
TAGGED:
Share this article
Share on Facebook
Reporting by Jane Doe; Editing by John Roe
Leave a Comment
Leave a Reply
Post a comment
Your email address will not be published. Required fields are marked *
Subscribe to our newsletter
Sign up for our daily briefing
Follow us on Twitter
Advertisement
Read more
Related Articles
Most Read
Copyright © 2024 Example Media. All rights reserved.
© 2025 The Times
Privacy Policy
Terms of Service
12 comments
Skip to main content
Next article: The budget in numbers
Published: 12 May 2024
Updated 3:45 PM, May 12, 2024
Tweet
Home
""".strip().splitlines()

PROSE = """
Share prices fell again.
By Monday the vote was over.
Follow the money and you find the minister.
Read the report before you vote.
The Commonwealth offers no binding authority.
Comment is free, but facts are sacred.
Published in 2019, the book found few readers.
About half of them came back.
Home ownership fell to a new low.
He said no.
""".strip().splitlines()


@pytest.mark.parametrize("words", FURNITURE)
def test_words_of_furniture_are_known(words: str) -> None:
    assert furniture.furniture(words)


@pytest.mark.parametrize("words", PROSE)
def test_prose_is_no_furniture(words: str) -> None:
    assert not furniture.furniture(words)


@pytest.mark.parametrize(
    "words",
    [
        "Figure 3: Trade between the two countries, 2010–2020.",
        "Fig. 1. The model.",
        "Table 2 – Results of the regression",
        "Photo: The two presidents in Baku.",
        "The two presidents meet in Baku on Monday. (Photo by John Smith)",
        "The new port. Image credit: Jane Doe",
        "A protester in Kigali. Jane Doe/Getty Images",
    ],
)
def test_captions_that_name_themselves_are_known(words: str) -> None:
    assert furniture.caption(words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Keywords: trade, peace, aid", "named"),
        ("Key words — trade; peace; aid", "named"),
        ("Global governance, small states, peacekeeping", "listed"),
        ("trade; foreign aid; post-conflict development", "listed"),
        ("He came, he saw, and he was gone.", ""),
        ("They have trade, peace, aid", ""),
        ("One, two", ""),
    ],
)
def test_keyword_lines(words: str, found: str) -> None:
    assert furniture.keywords(words) == found


HEADINGS = {
    "usual": ("Introduction", LONG, LONG, True),
    "title case": ("Trade Outlook", LONG, LONG, True),
    "capitals": ("THE WAY AHEAD", LONG, LONG, True),
    "numbered": ("2.1 Data and sources", LONG, LONG, True),
    "chapter": ("Chapter 3: The war", LONG, LONG, True),
    "a sentence": ("He said no.", LONG, LONG, False),
    "broken off": ("and then the others", LONG, LONG, False),
    "nothing below": ("Trade Outlook", LONG, "", False),
    "numbered with a stop": ("3. Ways of conveying copies.", LONG, LONG, True),
    "a count": ("25 civilians died in Bunia.", LONG, LONG, False),
    "a count of a name": ("25 Gurkhas died in Bunia.", LONG, LONG, False),
    "a small count": ("12 people died in Lima.", LONG, LONG, False),
    "a speaker": ("QUESTION: When is it?", LONG, LONG, False),
    "open-ended": ("When it rises we have", LONG, LONG, False),
    "below a colon": ("Trade and aid", "It has these parts:", "Peace and security", False),
}


@pytest.mark.parametrize(("words", "before", "after", "found"), HEADINGS.values(), ids=HEADINGS)
def test_bare_lines_are_headings_by_shape_and_company(
    words: str, before: str, after: str, found: bool
) -> None:
    assert (headings.heading(words, before, after)[0] >= 0.5) is found


@pytest.mark.parametrize(
    ("words", "depth"),
    [("2 Methods", 1), ("2.1 Data", 2), ("2.1.3 Sources", 3), ("IV. Results", 1), ("Results", 0)],
)
def test_numbering_tells_the_depth(words: str, depth: int) -> None:
    assert headings.depth(words) == depth


def test_underlines_make_headings_and_are_left_out() -> None:
    text = f"Plan\n====\n\n{LONG}\n\nDetails of it\n---------\n\n{LONG}"
    paragraphs = tell(text, split(text))
    assert [(text[p.start : p.end], p.level) for p in paragraphs if p.kind == "heading"] == [
        ("Plan", 1),
        ("Details of it", 2),
    ]
    assert not any(text[p.start : p.end].startswith(("===", "---")) for p in paragraphs)


def test_a_run_of_short_lines_with_furniture_at_the_end_is_furniture() -> None:
    text = f"{LONG}\n\n{LONG}\n\nShare this article\nJohn Doe Media Group\nLeave a comment\n"
    assert told(text) == [
        ("Share this article", "furniture"),
        ("John Doe Media Group", "furniture"),
        ("Leave a comment", "furniture"),
    ]


def test_list_items_are_told() -> None:
    text = f"{LONG}\n- one thing that matters\n- another thing that matters\n{LONG}"
    assert [kind for _, kind in told(text)] == ["list", "list"]


def test_names_below_the_title_are_furniture() -> None:
    text = f"Rivers of the North\n\nJane Doe1, John M. Roe2 and Ada van Dam*\n\n{LONG}\n\n{LONG}"
    assert [kind for _, kind in told(text)] == ["title", "furniture"]


def test_short_lines_below_a_colon_are_a_list() -> None:
    text = f"{LONG}\n\nThe deal covers:\n\nEnergy\n\nTransport\n\nFarming and food\n\n{LONG}"
    assert told(text) == [("Energy", "list"), ("Transport", "list"), ("Farming and food", "list")]


def test_short_blocks_among_much_furniture_are_furniture() -> None:
    menu = ["Home", "World", "Business", "Sign in", "Search", "Sports", "Contact", "Weather"] * 4
    text = "\n\n".join([*menu, LONG, LONG, LONG, *menu])
    kinds_told = [kind for _, kind in told(text)]
    assert kinds_told.count("furniture") > 55
    assert LONG not in [words for words, _ in told(text)]


def test_every_told_kind_says_why() -> None:
    for name in ("000", "001", "002"):
        for paragraph in seed(name).paragraphs:
            assert bool(paragraph.reason) == (paragraph.kind != "body")
            assert (paragraph.confidence < 1) == (paragraph.kind != "body")


def test_the_title_is_one_line() -> None:
    text = "A long title that is\nbroken\n\n" + LONG
    paragraphs = tell(text, [(0, 27), (29, len(text))])
    assert title(text, paragraphs) in ("", "A long title that is broken")


def test_a_title_stands_above_a_byline_with_an_initial_and_short_paragraphs() -> None:
    body = "Oslo installed 148 solar roofs in 2024, the city said on Monday, after a debate.\n\n"
    text = "Solar roofs in Oslo\n\nBy A. Writer\n\n" + body * 4
    paragraphs = read_text("news.txt", text.encode()).paragraphs
    assert [paragraph.kind for paragraph in paragraphs[:3]] == ["title", "furniture", "body"]
