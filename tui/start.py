"""Paths in, the running reader out: its first page stands before the framework is loaded."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from threading import Timer
from time import monotonic

from tui.config import BadSetting, Settings, load
from tui.document import Collection, Document, visible
from tui.ledger import Ledger, collection_key
from tui.library import Opened, beginning, cache_folder, gather, opening, seeds
from tui.panes.firstpage import Colours, Start, first_page, words_page
from tui.screens.desk import Desk
from tui.screens.keeping import Keeper
from tui.terminal import Stage

FAILED = 2
"""The exit status where nothing could be opened."""
DOUBT = 0.25
"""After how many seconds the reader is told that a document is being opened."""
PATIENCE = 0.1
"""How many seconds to look for the document that was read last time before showing another."""


def run(
    paths: tuple[str, ...], *, paper: tuple[str, ...] = (), reports: tuple[str, ...] = ()
) -> int:
    """Open the reader on these paths; give the command's exit status."""
    stage, status = Stage(), FAILED
    try:
        settings = load()
        with told(stage, (*paper, *reports, *paths)):
            desk = desk_of(paths, paper, reports, settings)
        if desk.start is not None:
            stage.show(page_of(desk, *desk.start))
            status = _read(desk, stage)
        wrong = [str(problem) for problem in desk.collection.problems]
    except BadSetting as bad:
        wrong = [str(bad)]
    finally:
        stage.release()
    for words in wrong:
        print(f"sidelight: {visible(words)}", file=sys.stderr)
    return status


@contextmanager
def told(stage: Stage, names: Sequence[str]) -> Iterator[None]:
    """Say what is being opened, if that takes longer than a reader waits without a doubt."""
    first = visible(names[0]) if names else ""
    page = words_page(f"opening {first} · ctrl+c stops")
    timer = Timer(DOUBT, stage.show, (page,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()  # or it would paint over what follows


def _read(desk: Desk, stage: Stage) -> int:
    gc.set_threshold(50_000)  # to look for garbage every 700 objects is a tenth of the start
    from tui.app import Sidelight

    gc.freeze()
    app = Sidelight(desk, stage)
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
    if (head := beginning(paths, paper=paper, reports=reports, cache=cache_folder())) is not None:
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
