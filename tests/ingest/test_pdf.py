"""A PDF is read in reading order, without what its pages repeat, and each place has its page."""

import pytest

from tests.ingest.writers import Words, column, pdf
from tui.document import Document, Unreadable
from tui.ingest import read
from tui.ingest.pdf.columns import in_columns
from tui.ingest.pdf.lines import Line

LEFT = [
    "The first column begins the paper and",
    "its lines are about as long as the col-",
    "umn is wide, so that they are told to",
    "belong together. Its trade reached",
    "$381,700 in 2024, said the ministry of",
    "trade, and the column goes on until it",
    "is full of words that fill all of these",
    "lines, and the sentence does not stop",
]
RIGHT = [
    "until the second column has begun. It",
    "is read after the first one, not line",
    "by line across the page, as careless",
    "programs do. The ministers met in the",
    "capital, and they spoke of visas and",
    "flights, of schools and of hospitals,",
    "before they signed nothing at all and",
    "went home in the evening by train.",
]


def opened(data: bytes) -> Document:
    (document,) = read("a.pdf", data)
    return document


def words(document: Document, *kinds: str) -> list[str]:
    return [
        document.text[p.start : p.end] for p in document.paragraphs if not kinds or p.kind in kinds
    ]


def test_columns_are_read_one_after_the_other_and_paragraphs_bridge_them() -> None:
    page = [*column(50, 700, LEFT), *column(320, 700, RIGHT)]
    (only,) = words(opened(pdf([page])))
    assert only.startswith("The first column begins the paper and its lines")
    assert "the sentence does not stop until the second column has begun" in only


def test_columns_that_are_written_line_by_line_are_put_in_order() -> None:
    def line(left: float, bottom: float, text: str) -> Line:
        return Line(text, 1, left, left + 200, bottom, 10, False, False)

    rows = [
        line(left, 700 - 12 * row, f"{side}{row}")
        for row in range(6)
        for left, side in ((50, "L"), (320, "R"))
    ]
    across = Line("across", 1, 50, 520, 720, 10, False, False)
    ordered = [each.text for each in in_columns([*rows, across])]
    assert ordered == ["across", *(f"L{i}" for i in range(6)), *(f"R{i}" for i in range(6))]


def test_columns_written_across_the_page_are_parted_at_their_seam() -> None:
    rows = zip(column(50, 700, LEFT), column(320, 700, RIGHT), strict=True)
    (only,) = words(opened(pdf([[words for row in rows for words in row]])))
    (same,) = words(opened(pdf([[*column(50, 700, LEFT), *column(320, 700, RIGHT)]])))
    assert only == same


def test_a_word_broken_at_a_line_end_is_whole_again() -> None:
    (only,) = words(opened(pdf([column(50, 700, LEFT)])))
    assert "as long as the column is wide" in only


def test_a_compound_keeps_its_hyphen_where_the_text_writes_it_so() -> None:
    lines = [
        "A well-known minister came to the capital on Monday and spoke of a well-",
        "known plan for the country, and then the minister went back to his home.",
    ]
    (only,) = words(opened(pdf([column(50, 700, lines)])))
    assert only.count("well-known") == 2


def test_running_heads_and_page_numbers_are_left_out() -> None:
    body = [f"Page {{}} has a body of text in line {i}, long enough to be one." for i in range(9)]
    pages = [
        [
            Words(50, 770, "Journal of Careful Reading" if n % 2 else "B. Ann and D. Carl"),
            *column(50, 700, [line.format(n) for line in body]),
            Words(300, 30, str(n + 100)),
        ]
        for n in range(6)
    ]
    text = opened(pdf(pages)).text
    assert "Journal of Careful Reading" not in text
    assert "B. Ann" not in text
    assert "104" not in text
    assert text.count("has a body of text in line 0") == 6


def test_the_numbers_of_a_manuscripts_lines_are_left_out() -> None:
    numbered = [f"{number} {line}" for number, line in enumerate((*LEFT, *RIGHT), 17)]
    (only,) = words(opened(pdf([column(50, 700, numbered)])))
    assert only.startswith("The first column begins the paper and its lines are about")
    assert "17" not in only
    assert "$381,700 in 2024" in only


def test_a_place_has_its_page_also_where_a_paragraph_bridges_two() -> None:
    first = ["It begins here, on the first page of the two that there are, and it"]
    pages = [column(50, 700, LEFT + first), column(50, 700, ["goes on here.", *RIGHT])]
    document = opened(pdf(pages))
    assert len(document.pages) == 2
    assert document.page_at(document.text.index("The first column")) == 1
    assert document.page_at(len(document.text) - 1) is not None


def test_every_page_begins_somewhere_even_an_empty_one() -> None:
    document = opened(pdf([column(50, 700, LEFT), [], column(50, 700, RIGHT)]))
    assert document.page_at(document.text.index("It is read")) == 3 or len(document.pages) == 3


def test_bookmarks_are_given_headings() -> None:
    page = [
        Words(50, 740, "1 Introduction"),
        *column(50, 700, LEFT),
        Words(50, 500, "2 Methods and data"),
        *column(50, 470, RIGHT),
    ]
    document = opened(pdf([page], bookmarks=[("Introduction", 0), ("Methods and data", 0)]))
    assert words(document, "heading") == ["1 Introduction", "2 Methods and data"]
    assert {p.origin for p in document.paragraphs if p.kind == "heading"} == {"given"}


def test_without_bookmarks_larger_and_bold_lines_are_headings_by_their_numbers() -> None:
    page = [
        Words(50, 770, "A Paper about Reading", 20),
        Words(50, 740, "1 Introduction", 14, "F2"),
        *column(50, 710, LEFT),
        Words(50, 560, "1.1 Deeper matters", 10, "F2"),
        *column(50, 540, RIGHT),
        Words(50, 400, "2 Methods", 14, "F2"),
        *column(50, 370, LEFT),
    ]
    document = opened(pdf([page]))
    headings = [p for p in document.paragraphs if p.kind == "heading"]
    found = [(document.text[p.start : p.end], p.level, p.origin) for p in headings]
    assert found == [
        ("1 Introduction", 1, "detected"),
        ("1.1 Deeper matters", 2, "detected"),
        ("2 Methods", 1, "detected"),
    ]
    assert all(p.reason for p in headings)
    assert document.title == "A Paper about Reading"


def test_a_text_whose_font_calls_itself_heavy_is_not_bold() -> None:
    page = [
        Words(50, 770, "A Paper about Reading", 20),
        Words(50, 740, "1 Introduction", 14, "F2"),
        *column(50, 710, LEFT),
        Words(50, 600, "The readers of the second study were asked"),
        Words(50, 560, "Deeper matters", 10, "F2"),
        *column(50, 540, RIGHT),
        Words(50, 400, "2 Methods", 14, "F2"),
        *column(50, 370, LEFT),
    ]
    document = opened(pdf([page], face="/StemV 148"))  # a weight of 732, as LaTeX has it
    assert words(document, "heading") == ["1 Introduction", "Deeper matters", "2 Methods"]


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("2.1 Where f(x) = 1 holds", True),
        ("2.3. Plotting", True),
        ("A.3. The rest of the code", True),
        ("Further results (continued)", True),
        ("R> summary(model)", False),
        ("x <- read.csv(file)", False),
        ("plot(z, n)", False),
        ("Figure 2: What the readers saw", False),
    ],
)
def test_a_bold_line_is_a_heading_unless_it_is_code_or_a_caption(
    heading: str, is_one: bool
) -> None:
    page = [
        Words(50, 770, "A Paper about Reading", 20),
        Words(50, 740, "1 Introduction", 14, "F2"),
        *column(50, 710, LEFT),
        Words(50, 560, heading, 10, "F2"),
        *column(50, 540, RIGHT),
        Words(50, 400, "2 Methods", 14, "F2"),
        *column(50, 370, LEFT),
    ]
    assert (heading in words(opened(pdf([page])), "heading")) is is_one


def test_the_ligatures_of_old_tex_fonts_are_read() -> None:
    page = [
        Words(50, 770, "The \x1crst sta\x1b member’s \x10e\x1eciency\x11 \x1ductuates."),
        *column(50, 740, LEFT),
    ]
    assert "The first staff member’s “efficiency” fluctuates." in opened(pdf([page])).text


def test_a_line_that_a_ligature_opens_keeps_it() -> None:
    lines = [LEFT[0], "\x1dags of all the ships that came into port,", *LEFT[1:]]
    assert "begins the paper and flags of all" in opened(pdf([column(50, 700, lines)])).text


def test_the_authors_above_an_abstract_are_no_part_of_the_text() -> None:
    page = [
        Words(50, 770, "A Paper about Reading", 20),
        Words(50, 740, "Ann Bell and Carl Dorn"),
        Words(50, 726, "Department of Reading, University of Books"),
        Words(50, 700, "Abstract", 10, "F2"),
        *column(50, 680, LEFT),
        Words(50, 500, "1 Introduction", 14, "F2"),
        *column(50, 480, RIGHT),
    ]
    document = opened(pdf([page]))
    assert words(document, "title") == ["A Paper about Reading"]
    assert "Ann Bell" in " ".join(words(document, "furniture"))
    assert words(document, "heading") == ["Abstract", "1 Introduction"]
    assert len(words(document, "body")) == 2


def test_a_title_of_two_lines_is_one() -> None:
    page = [
        Words(50, 770, "read: A Program for Reading Papers that are", 17),
        Words(150, 748, "Beside Other News", 17, "F2"),
        Words(150, 720, "Ann Bell", 12),
        Words(50, 690, "Abstract", 10, "F2"),
        *column(50, 670, LEFT + RIGHT),
    ]
    document = opened(pdf([page]))
    assert document.title == "read: A Program for Reading Papers that are Beside Other News"
    assert words(document, "title") == [document.title]
    assert words(document, "furniture") == ["Ann Bell"]


def test_the_title_inside_a_figure_is_no_heading() -> None:
    page = [
        Words(50, 770, "A Paper about Reading", 20),
        Words(50, 740, "1 Introduction", 14, "F2"),
        *column(50, 710, LEFT),
        Words(90, 560, "Speed of readers", 12, "F2"),
        Words(50, 500, "0.0   0.5   1.0", 10),
        Words(90, 480, "age", 10),
        Words(90, 440, "Speed of other readers", 12, "F2"),
        Words(50, 400, "Figure 1: The readers of the second study, by their age.", 10),
        Words(50, 360, "2 Methods", 14, "F2"),
        *column(50, 330, LEFT),
    ]
    assert words(opened(pdf([page])), "heading") == ["1 Introduction", "2 Methods"]


def test_a_heading_below_a_running_head_stays_where_other_pages_repeat_a_row() -> None:
    first = ["Aa Bb 12", "2.2. Where it stands", "Aa Bb 13", "The", "A", "So", "Aa Bb 14", "But"]
    pages = [
        [
            Words(50, 770, "Journal of Careful Reading"),
            Words(50, 735, words, 10, "F2" if words[0] == "2" else "F1"),
            *column(50, 700, LEFT if number % 2 else RIGHT),
        ]
        for number, words in enumerate(first)
    ]
    text = opened(pdf(pages)).text
    assert "2.2. Where it stands" in text
    assert "Careful" not in text


def test_the_dictionary_tells_authors_and_date_but_no_title_that_the_page_lacks() -> None:
    document = opened(pdf([column(50, 700, LEFT)], title="draft_final2.doc"))
    assert document.authors == ("Ann B", "Carl D")
    assert document.date == "2025-05-28"
    assert "draft" not in document.title


def test_a_title_in_the_dictionary_that_the_page_shows_is_the_title() -> None:
    page = [Words(50, 770, "On Reading with Care"), *column(50, 700, LEFT)]
    assert opened(pdf([page], title="On Reading with Care")).title == "On Reading with Care"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([column(50, 700, LEFT)], encrypted=True), "encrypted: it opens with a password only"),
        (pdf([column(50, 700, LEFT)])[:-300], "truncated: the end of the file is missing"),
        (pdf([[]]), "no text in it: scanned pages need text recognition first"),
        (
            pdf([[Words(50, 30, "1")], []]),
            "no text in it: scanned pages need text recognition first",
        ),
        (b"%PDF-1.4\nnothing\n%%EOF\n", "damaged: no PDF that can be opened"),
    ],
    ids=["encrypted", "truncated", "empty", "numbers only", "damaged"],
)
def test_a_pdf_without_readable_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.pdf", data)
    assert refusal.value.reason == reason


def test_what_trails_the_end_of_a_pdf_does_not_matter() -> None:
    assert opened(pdf([column(50, 700, LEFT)]) + bytes(9000)).text


def test_a_placeholder_is_no_author() -> None:
    data = pdf([column(50, 700, LEFT)]).replace(b"(Ann B; Carl D)", b"(\\(anonymous\\))")
    assert opened(data).authors == ()
