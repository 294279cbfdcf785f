"""What leaves the program: links, the browser, the editor, the mouse, plain text, the clipboard."""

import subprocess
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from textual.app import App
from textual.pilot import Pilot

from tests.panes.samples import a_document
from tests.screens.conftest import Open, keys, reading
from tui.screens import outside

ADDRESS = "https://example.org/news/1"
PAGE = f"""<html><head><title>Trade grows</title><link rel="canonical" href="{ADDRESS}">
<meta property="og:url" content="{ADDRESS}"></head><body><article><h1>Trade grows</h1>
<p>The trade of the two cities grew by 12 percent in 2024, as one could read in the yearbook of
the region, see https://example.org/yearbook, page nine, and in many other places as well.</p>
<p>The ministers of both cities were glad about it and said so in a joint statement at noon.</p>
</article></body></html>"""


def sent(pilot: Pilot[int]) -> str:
    """What the page sends to the terminal."""
    page = reading(pilot).page
    console = Console(force_terminal=True, color_system="truecolor")
    strips = page.render_lines(page.region.at_offset((0, 0)))
    return "\n".join(strip.render(console) for strip in strips)


async def test_the_title_and_addresses_in_the_text_are_links(opened: Open, tmp_path: Path) -> None:
    source = tmp_path / "news.html"
    source.write_text(PAGE)
    async with opened(str(source)) as pilot:
        document = reading(pilot).page.document
        assert document is not None and document.url == ADDRESS
        assert f";{ADDRESS}\x1b\\" in sent(pilot)
        assert ";https://example.org/yearbook\x1b\\" in sent(pilot)


async def test_the_browser_gets_the_address_of_the_document(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    source = tmp_path / "news.html"
    source.write_text(PAGE)
    async with opened(str(source)) as pilot:
        monkeypatch.setattr(outside, "browse", lambda _, address: asked.append(address))
        await keys(pilot, "B")
        assert asked == [ADDRESS]
    async with opened() as pilot:
        await keys(pilot, "B")
        assert "no address known" in reading(pilot).status.right


async def test_the_editor_opens_the_source_at_the_line(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setenv("VISUAL", "editor --wait")
    monkeypatch.setattr(outside, "lend", lambda app, work: work())
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    async with opened() as pilot:
        page = reading(pilot).page
        await keys(pilot, "right_square_bracket", "e")
        assert page.document is not None
        line = page.document.line_at(page.here)
        assert line > 1
        assert ran == [["editor", "--wait", f"+{line}", page.document.path]]
        monkeypatch.setenv("VISUAL", "/opt/bin/code")
        await keys(pilot, "e")
        assert ran[-1] == ["/opt/bin/code", "--goto", f"{page.document.path}:{line}"]


async def test_what_is_no_text_is_not_given_to_an_editor(opened: Open, tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_text("Something to read for a while.\n")
    async with opened(str(source)) as pilot:
        source.write_bytes(b"%PDF\0")
        await keys(pilot, "e")
        assert any("not a file of text" in n.message for n in pilot.app._notifications)
        source.unlink()
        await keys(pilot, "e")
        assert any("no longer there" in n.message for n in pilot.app._notifications)


def test_words_are_found_in_markup_or_the_first_line_is_given(tmp_path: Path) -> None:
    source = tmp_path / "news.html"
    source.write_text("<html>\n<p>One.</p>\n\n<p>The trade of\nthe two cities grew.</p></html>\n")
    text = "One.\n\nThe trade of the two cities grew."
    document = replace(a_document(text), path=str(source))
    assert outside.source_line(document, text.index("The")) == 4
    source.write_text("Something else.")
    assert outside.source_line(document, text.index("The")) == 1
    source.unlink()
    assert outside.source_line(document, 0) is None


class Lent(App[None]):
    """Its terminal can be lent, as far as it knows."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


async def test_an_editor_that_cannot_run_is_said_and_the_screen_comes_back() -> None:
    app = Lent()
    async with app.run_test() as pilot:
        outside.lend(app, lambda: subprocess.run(["no-such-editor"]))
        outside.lend(app, interrupt)
        await pilot.pause()
        assert [n.message for n in app._notifications] == [
            "no-such-editor: No such file or directory"
        ]


def interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("browser", "foreground"),
    [
        (webbrowser.BackgroundBrowser("xdg-open"), False),
        (webbrowser.Mozilla("firefox"), False),
        (webbrowser.GenericBrowser("w3m"), True),
        (webbrowser.Elinks("elinks"), True),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_browser_of_the_terminal_gets_the_terminal(
    monkeypatch: pytest.MonkeyPatch, browser: webbrowser.BaseBrowser, foreground: bool
) -> None:
    lent, asked = list[bool](), list[str]()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    monkeypatch.setattr(type(browser), "open", lambda _, address: asked.append(address))
    monkeypatch.setattr(outside, "lend", lambda _, work: lent.append(work() or True))
    outside.browse(App(), ADDRESS)
    assert (asked, bool(lent)) == ([ADDRESS], foreground)


async def test_without_colours_a_theme_of_the_terminal_s_own_is_not_black_on_black(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as pilot:
        pilot.app.theme = "ansi-dark"
        await keys(pilot, "slash", "type rwanda", "enter")
        assert "\x1b[30m" not in sent(pilot) and ";2;" not in sent(pilot)
        assert ";7;39;49m" in sent(pilot), "the match is told by its shape"
