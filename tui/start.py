"""Paths in, the running reader out: its first page stands before the framework is loaded."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from dataclasses import fields
from time import monotonic

from tui.config import BadSetting, Settings, load
from tui.document import Collection, Document, visible
from tui.ledger import Ledger, collection_key
from tui.library import Opened, beginning, cache_folder, gather, opening, seeds
from tui.panes.firstpage import Colours, Start, first_page
from tui.screens.desk import Desk
from tui.screens.keeping import Keeper
from tui.terminal import Held, hold

PATIENCE = 0.1
"""How many seconds to look for the document that was read last time before showing another."""


def run(
    paths: tuple[str, ...], *, paper: tuple[str, ...] = (), reports: tuple[str, ...] = ()
) -> int:
    """Open the reader on these paths; give the command's exit status."""
    held: Held | None = None
    try:
        settings = load()
        desk = desk_of(paths, paper, reports, settings)
        status = 2
        if desk.start is not None:
            held = hold(page_of(desk, *desk.start))
            status = _read(desk, held)
        wrong = [str(problem) for problem in desk.collection.problems]
    except BadSetting as bad:
        status, wrong = 2, [str(bad)]
    finally:
        if held is not None:
            held.release()
    for words in wrong:
        print(f"sidelight: {visible(words)}", file=sys.stderr)
    return status


def _read(desk: Desk, held: Held | None) -> int:
    gc.set_threshold(50_000)  # to look for garbage every 700 objects is a tenth of the start
    from tui.app import Sidelight

    gc.freeze()
    app = Sidelight(desk, held)
    app.run(mouse=desk.settings.mouse)
    return app.return_code or 0


def desk_of(
    paths: tuple[str, ...],
    paper: tuple[str, ...] = (),
    reports: tuple[str, ...] = (),
    settings: Settings | None = None,
) -> Desk:
    """Open what is to be shown first; the rest waits in the desk's steps."""
    paths = paths or (() if paper or reports else seeds())
    keeper = Keeper(Ledger.open(), collection_key((*paths, *paper, *reports)))
    steps = opening(paths, paper=paper, reports=reports, cache=cache_folder())
    first: list[Opened] = []
    desk = Desk(steps, keeper, settings or Settings())
    if (head := beginning(paths, paper=paper, reports=reports)) is not None:
        desk.beginning, desk.collection = head, Collection((head,))
        return desk
    until = monotonic() + PATIENCE
    for step in steps:
        first.append(step)
        desk.collection = gather(first)
        found = desk.first
        wanted = keeper.memory.document
        if found and (not wanted or found.sha256 == wanted or monotonic() > until):
            break
    return desk


def page_of(desk: Desk, document: Document, line: int | None) -> str:
    """Paint the first page as it will stand: at the line that was named, or as it was left."""
    memory, settings = desk.keeper.memory, desk.settings
    view = desk.keeper.place_in(document) if line is None else None
    start = Start(view.offset, view.here) if view else Start(here=line or 0)
    same_theme = settings.theme in ("", memory.theme)
    coloured = os.environ.get("COLORTERM") in ("truecolor", "24bit")
    plain = not (same_theme and coloured) or "NO_COLOR" in os.environ
    return first_page(
        document,
        shutil.get_terminal_size(),
        memory.width or settings.width,
        start,
        contents=desk.with_contents,
        colours=Colours() if plain else Colours(*memory.colours[: len(fields(Colours))]),
    )
