"""The finder: what is typed is searched at once, hits are previewed, enter goes there."""

from __future__ import annotations

import re

import pytest
from textual.app import App, ComposeResult

from tests.panes.samples import a_document, text_of
from tui.document import Document, Section, Span
from tui.panes.finder import Finder, Scope
from tui.panes.hits import snippet, status
from tui.panes.messages import Goto
from tui.search import Found, Hit

LONG = "Between the two capitals, and after many a long and learned speech, trade was the word."
PAPER = a_document("Trade grows.", "Diplomacy and trade.", title="The paper", role="paper")
REPORT = a_document("Nothing here.", LONG, "The trade \x1b[31mballoon.", title="The report")


def search(query: str, scope: Scope = "everything") -> Found:
    """Find the paragraphs that hold the query."""
    hits = tuple(
        Hit(document, p.start, p.end, 3.0, "exact", spans)
        for document in ((REPORT, PAPER) if scope == "everything" else (PAPER,))
        for p in document.paragraphs
        if (spans := tuple(found(query, document, p.start, p.end)))
    )
    corrected = "balloon" if query == "baloon" else None
    return Found(query, len(hits), corrected, f"words: {query}", hits)


def found(query: str, document: Document, start: int, end: int) -> list[Span]:
    matches = re.compile(re.escape(query), re.IGNORECASE).finditer(document.text, start, end)
    return [Span(*match.span()) for match in matches]


class Finding(App[None]):
    def __init__(self, indexed: bool = True) -> None:
        super().__init__()
        self.indexed = indexed
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield Finder(self.sought, self.on_goto)

    def on_mount(self) -> None:
        finder = self.query_one(Finder)
        finder.section_at = lambda document, offset: Section(
            "Discussion", 1, 0, len(document.text), "inferred", 0.5, ""
        )
        finder.open()

    def on_goto(self, message: Goto) -> None:
        span, verb = message.span, "look" if message.preview else "go"
        self.said.append(f"{verb} {message.document.title[4:]} {span.start}")

    def sought(self, query: str, scope: Scope) -> Found | None:
        return search(query, scope) if self.indexed else None

    def on_finder_closed(self) -> None:
        self.said.append("closed")


def drawn(finder: Finder) -> list[str]:
    return [strip.text.rstrip() for strip in finder.screen._compositor.render_strips()]


async def test_hits_stand_under_their_documents_with_section_words_and_tier() -> None:
    app = Finding()
    async with app.run_test(size=(100, 10)) as pilot:
        await pilot.press(*"trade")
        assert drawn(app.query_one(Finder)) == [
            " Find in everything    trade",
            " 4 in 2 documents",
            " words: trade",
            " The report".ljust(98) + "2",
            "▌≈\xa0Discussion            … " + LONG[26:] + "      exact",
            " ≈\xa0Discussion            The trade ␛[31mballoon." + " " * 46 + "exact",
            " The paper".ljust(98) + "2",
            " ≈\xa0Discussion            Trade grows." + " " * 57 + "exact",
            " ≈\xa0Discussion            Diplomacy and trade." + " " * 49 + "exact",
            "",
        ]


async def test_a_hit_takes_two_lines_where_they_are_short() -> None:
    app = Finding()
    async with app.run_test(size=(50, 8)) as pilot:
        await pilot.press(*"word")
        lines = drawn(app.query_one(Finder))
        assert lines[4:] == [
            " The report".ljust(48) + "1",
            "▌≈\xa0Discussion    … and learned speech,      exact",
            "▌                trade was the word.",
            "",
        ]


async def test_moving_previews_and_enter_goes_there() -> None:
    app = Finding()
    async with app.run_test(size=(80, 20)) as pilot:
        finder = app.query_one(Finder)
        await pilot.press(*"trade")
        app.said.clear()
        await pilot.press("down", "down", "up", "ctrl+n", "enter")
        assert app.said == ["look report 106", "look paper 0", "look report 106", "look paper 0",
                            "go paper 0"]  # fmt: skip
        finder.step(1)
        await pilot.press("escape")
        assert app.said[-2:] == ["go paper 27", "closed"]
        assert finder.history == ["trade"]


async def test_tab_changes_where_and_the_history_comes_back() -> None:
    app = Finding()
    async with app.run_test(size=(80, 20)) as pilot:
        finder = app.query_one(Finder)
        await pilot.press(*"trade", "enter", "tab")
        scopes = [finder.scope]
        await pilot.press("shift+tab")
        scopes.append(finder.scope)
        await pilot.press("tab", "tab")
        scopes.append(finder.scope)
        assert scopes == ["document", "everything", "section"]
        finder.open("document")
        await pilot.press(*"word", "alt+up")
        assert finder.query_text == "trade"
        assert finder.found is not None
        assert finder.found.total == 2, "the paper only"
        await pilot.press("alt+down")
        assert finder.query_text == ""
        finder.reopen()
        assert finder.query_text == "trade"


async def test_what_is_searched_is_named() -> None:
    app = Finding()
    async with app.run_test(size=(80, 20)) as pilot:
        finder = app.query_one(Finder)
        finder.called = {"everything": "", "document": "The paper", "section": "Cotton"}.__getitem__
        await pilot.press(*"trade")
        assert drawn(finder)[1] == " 4 in 2 documents"
        await pilot.press("tab")
        assert drawn(finder)[1] == " 2 in “The paper”"
        await pilot.press("tab", *["backspace"] * 5)
        assert drawn(finder)[1].startswith(" in “Cotton”: words · ")


async def test_before_a_letter_is_typed_it_says_what_can_be_asked() -> None:
    app = Finding()
    async with app.run_test(size=(60, 6)):
        said = drawn(app.query_one(Finder))[1]
        assert all(sign in said for sign in ("words", '"', "'", "!", "in:"))
        assert "…" not in said


async def test_what_is_sought_before_the_index_is_there_is_not_said_to_be_missing() -> None:
    app = Finding(indexed=False)
    async with app.run_test(size=(100, 5)) as pilot:
        await pilot.press(*"trade")
        finder = app.query_one(Finder)
        assert drawn(finder)[1:] == [" still indexing: hits will come by themselves", "", "", ""]
        app.indexed = True
        finder.open(query="trade")
        assert drawn(finder)[1] == " 4 in 2 documents"


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("trade", " 4 in 2 documents", " words: trade"),
        ("grows", " 1 in 1 document", " words: grows"),
        ("baloon", " nothing · showing results for balloon", " words: baloon"),
    ],
)
def test_the_status_says_how_many_and_how_the_query_was_read(
    query: str, first: str, second: str
) -> None:
    assert [text_of(line) for line in status(search(query))] == [first, second]


def test_where_there_is_room_the_rest_of_the_paragraph_follows_the_hit() -> None:
    both = a_document("Trade grows. Tea does not. And more.", "Another paragraph.")
    row = snippet(Hit(both, 0, 12, 3.0, "exact", (Span(0, 5),)), 80)
    assert row == (
        ("", ""),
        ("Trade", "hits--match"),
        (" grows.", ""),
        (" Tea does not. And more.", "rows--quiet"),
    )


def test_the_words_around_the_match_are_shown_and_the_match_is_lit() -> None:
    hit = search("word").hits[0]
    row = snippet(hit, 30)
    assert text_of(row) == "… speech, trade was the word."
    assert ("word", "hits--match") in row
    assert text_of(snippet(hit, 200)) == LONG
