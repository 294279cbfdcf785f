"""What leaves the program: the clipboard, the editor, the terminal's own mouse and screen."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui.document import Document

CLIPBOARDS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)
"""Programs that take the words of the native clipboard on standard input."""
BY_COLON = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor"), ("--goto",)),
    **dict.fromkeys(("subl", "zed"), ()),
}
"""Editors that want FILE:LINE, after what option; the others take +LINE FILE."""
PEEKED = 8_000
"""Characters of a source from which is told what it is."""
WORDS = 6
"""Words by which a place is found in markup."""


def copy(app: App[Any], words: str) -> None:
    """Send words to the terminal (OSC 52) and, where there is one, to the native clipboard."""
    app.copy_to_clipboard(words)
    if os.environ.get("SSH_CONNECTION") or app.is_headless or app.is_web:
        return  # that clipboard would not be the reader's
    wayland, display = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    for program, *options in CLIPBOARDS:
        usable = {"wl-copy": wayland, "xclip": display, "xsel": display}.get(program, "yes")
        if usable and (found := shutil.which(program)):
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    [found, *options],
                    input=words.encode("utf-8", "replace"),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    check=False,
                    timeout=1,
                )
            return


def lend(app: App[Any], work: Callable[[], object]) -> None:
    """Let work have the terminal until it is done; say so where that could not be."""
    problem = ""
    try:
        with app.suspend():
            try:
                work()
            except KeyboardInterrupt:
                pass  # the reader is done with it
            except OSError as error:  # if it left here, the screen would never come back
                problem = f"{error.filename or ''}: {error.strerror}"
    except SuspendNotSupported:
        problem = "This terminal cannot be lent to another program"
    if problem:
        app.notify(problem, severity="warning", markup=False)
    app.refresh()


def edit(app: App[Any], document: Document, offset: int) -> None:
    """Open a source in $VISUAL or $EDITOR at the line of the offset, and come back."""
    line = source_line(document, offset)
    if line is None:
        why = "is not a file of text" if Path(document.path).exists() else "is no longer there"
        app.notify(f"{document.path} {why}", severity="warning", markup=False)
        return
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    path = str(Path(document.path).resolve())  # no name of a file can be taken for an option
    place = [f"+{line}", path]
    if Path(editor[0]).name in BY_COLON:
        place = [*BY_COLON[Path(editor[0]).name], f"{path}:{line}"]
    lend(app, lambda: subprocess.run([*editor, *place], check=False))


def source_line(document: Document, offset: int) -> int | None:
    """Give the line of the source on which the words at an offset stand; None where it has none.

    A text file is its own text; in markup the words are looked for, and the first line is good
    enough where they are not found.
    """
    try:
        text = Path(document.path).read_text("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return None
    if "\0" in text[:PEEKED]:
        return None
    if text.startswith(document.text[:PEEKED]) or text.count("\n") == document.text.count("\n"):
        return document.line_at(offset)
    words = document.text[offset : offset + PEEKED].split()[:WORDS]
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return text.count("\n", 0, found.start()) + 1 if found else 1


def browse(app: App[Any], address: str) -> None:
    """Open an address in $BROWSER or the usual browser; one of the terminal gets it meanwhile."""
    import webbrowser

    if app.is_web:
        app.open_url(address)
        return
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        app.notify(f"No browser found: {address}", severity="warning", markup=False)
        return
    if getattr(browser, "background", isinstance(browser, webbrowser.BackgroundBrowser)):
        browser.open(address)
    else:
        lend(app, lambda: browser.open(address))


def show_plain(app: App[Any], text: str) -> None:
    """Show text on the terminal's own screen, where its mouse can select, until enter."""

    def show() -> None:
        print(text, "\n\n[enter to return]", flush=True)
        with suppress(EOFError):
            input()

    lend(app, show)


def take_mouse(app: App[Any], take: bool) -> None:
    """Take the mouse from the terminal, or leave it to its own selection."""
    driver = app._driver  # the framework has no public way to do it while it runs
    name = "_enable_mouse_support" if take else "_disable_mouse_support"
    getattr(driver, name, lambda: None)()
