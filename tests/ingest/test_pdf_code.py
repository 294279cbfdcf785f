"""What a PDF shows beside its sentences is code: console output, formulas, rows of figures."""

import pytest
from pypdfium2 import PdfDocument

from tests.ingest.test_pdf import LEFT, RIGHT, opened, words
from tests.ingest.writers import Words, column, pdf
from tui.claims import claims
from tui.ingest.pdf.code import is_code
from tui.ingest.pdf.dingbats import readable
from tui.ingest.pdf.fonts import is_even


@pytest.mark.parametrize(
    "text",
    [
        'R> coeftest(fm, df = Inf, vcov = vcovHC(fm, type = "HC0"))',
        '>>> x = read("a.txt")',
        "$ git clone https://example.org/a.git",
        "In [3]: frame.head()",
        'library("scatterplot3d")',
        "z1 <- zoo(z1.data, z1.index)",
        "1st Qu.:2004-01-20 12:00:00 1st Qu.:-0.27251",
        "Min. :2004-02-02 Min. :-1.8746 Min. :-2.7384 Min. :-1.51862",
        "2004-02-02 1.2554339 0.6815732 -0.63292049",
        "0.0 0.2 0.4 0.6 0.8 1.0",
        "Σθ = σ2ΛθΛ⊤ θ, (4)",
        "Y|B ∼ N Xβ + Zb, σ2In",
        "3 z2„ sin(z) z",
        "θ̂ = arg max log L(θ|y), (12)",
        "(27)",
        "∥y − Xβb∥2 n − p",
        "(5) M(x) = Var(y, x) (6)",
    ],
)
def test_code_output_formulas_and_figures_are_none_of_words(text: str) -> None:
    assert is_code(text, mono=False)


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, 35 (12%) of 290 said so.",
        "Results: F(1, 24) = 5.32, p = .03, η2 = .12.",
        "where X and Z are known matrices of sizes n × p and n × q, and σ2 > 0",
        "For all x ≥ 0 we have f(x) = 1 and so the sum is finite.",
        "Trade reached $381,700 in 2024 (+4.2%), up from $366,000 in 2023.",
        "[12] A. B. Xu et al., Phys. Rev. D 12, 45 (1999), 101–117.",
        "• 3 of 5 (60%)",
        "2006/03/08",
        "Notation. For p, q ∈ P and n ∈ ω we write q ≤ p.",
        '> sink("a.txt") will divert all subsequent output from the console to an external file.',
        "(2) Trade grew by 5% = 3 points in 2024",
        "Table 2: n = 35, p < 0.01",
        "> 65 years and older people were asked first",
        "ETH Zurich",
        "No",
        "他说，2024年GDP增长5.0%，2023年为5.2%。",
        "证明. 已知 U = X + Y, V = X − Y, I(X;Z) = H(Z)",
        "Στην Αθήνα το 2024 ο πληθυσμός ήταν 3.1 εκατομμύρια.",
    ],
)
def test_prose_with_figures_or_a_formula_stays_text(text: str) -> None:
    assert not is_code(text, mono=False)


def test_lines_in_a_monospaced_font_keep_their_breaks_and_are_no_claims() -> None:
    shown = ["The fitted model of 2024 has", "35 degrees of freedom and 12 parameters."]
    lines = [Words(50, 560 - 12 * i, line, 10, "F3") for i, line in enumerate(shown)]
    document = opened(pdf([[*column(50, 700, LEFT), *lines, *column(50, 500, RIGHT)]]))
    assert words(document, "code") == ["\n".join(shown)]
    assert not any("fitted" in claim.text for claim in claims(document))


@pytest.mark.parametrize(
    ("text", "font", "is_one"),
    [
        ("Break detected at observation 72", "F3", True),
        ("Break detected at observation 72", "F1", False),
        ("2004 2005 2006 2007", "F1", False),
    ],
)
def test_letters_at_equal_distances_are_monospaced_whatever_their_font_is_called(
    text: str, font: str, is_one: bool
) -> None:
    source = PdfDocument(pdf([[Words(50, 700, text, 10, font)]]))
    page = source[0]
    textpage = page.get_textpage()
    assert is_even(textpage, text, 0) is is_one
    for each in (textpage, page, source):
        each.close()


def test_a_word_set_like_code_inside_a_line_is_text() -> None:
    lines = column(50, 700, LEFT)
    mixed = [lines[0]._replace(text="The"), Words(70, 700, "read()", 10, "F3"), *lines[1:]]
    assert not words(opened(pdf([mixed])), "code")


@pytest.mark.parametrize("text", ["ann.bell@example.org", "https://example.org/a", "v020.i02."])
def test_an_address_is_no_code_however_it_is_set(text: str) -> None:
    assert not is_code(text, mono=True)


def test_a_typewritten_document_is_text() -> None:
    page = [line._replace(font="F3") for line in column(50, 700, LEFT + RIGHT)]
    (only,) = words(opened(pdf([page])), "body")
    assert only.startswith("The first column begins")


@pytest.mark.parametrize("rise", [0, 4, 6])
def test_the_raised_number_of_a_note_is_left_out(rise: int) -> None:
    note = "Due to the use of columns the readers of 2024 were slower."
    page = [
        *column(50, 700, LEFT),
        Words(50, 100 + rise, "1", 6),
        Words(53.5, 100, note, 9),
    ]
    assert note in words(opened(pdf([page])))


def test_a_number_as_large_as_its_line_is_part_of_it() -> None:
    page = [*column(50, 700, LEFT), Words(50, 500, "3D printers were sold in 2024 to all of them.")]
    assert any(text.startswith("3D printers") for text in words(opened(pdf([page]))))


def test_dingbats_that_stand_for_letters_are_read() -> None:
    shown = "P❡♥❛❧✐③❡❞ ❧❡❛st sq✉❛r❡s ✈❡rs✉s ❣❡♥❡r❛❧✐③❡❞ ❧❡❛st sq✉❛r❡s"
    assert readable(shown) == "Penalized least squares versus generalized least squares"


def test_dingbats_that_stand_for_themselves_stay() -> None:
    shown = "✓ done ✗ not done ♥ liked ① first ② second ❛quoted❜ ★★★ ❦"
    assert readable(shown) == shown
