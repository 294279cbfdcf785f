"""What leaves the program: the clipboard, the editor, the terminal's own mouse and screen."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from contextlib import suppress
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


def copy(app: App[Any], words: str) -> None:
    """Send words to the terminal (OSC 52) and, where there is one, to the native clipboard."""
    app.copy_to_clipboard(words)
    if os.environ.get("SSH_CONNECTION") or app.is_headless:
        return
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


def edit(app: App[Any], document: Document, offset: int) -> None:
    """Open a source in $VISUAL or $EDITOR at the line of the offset, and come back."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    command = [*shlex.split(editor), f"+{document.line_at(offset)}", document.path]
    try:
        with app.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported:
        app.notify("This terminal cannot be lent to an editor", severity="warning")
    except OSError as error:
        app.notify(f"{command[0]}: {error.strerror}", severity="warning", markup=False)
    app.refresh()


def show_plain(app: App[Any], text: str) -> None:
    """Show text on the terminal's own screen, where its mouse can select, until enter."""
    try:
        with app.suspend():
            print(text, "\n\n[enter to return]", flush=True)
            input()
    except (SuspendNotSupported, EOFError):
        app.notify("This terminal cannot be lent", severity="warning")
    app.refresh()


def take_mouse(app: App[Any], take: bool) -> None:
    """Take the mouse from the terminal, or leave it to its own selection."""
    driver = app._driver  # the framework has no public way to do it while it runs
    name = "_enable_mouse_support" if take else "_disable_mouse_support"
    getattr(driver, name, lambda: None)()
