"""The name of a long text → its beginning, to be shown before all of it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tui import ingest
from tui.document import Document, Unreadable
from tui.ingest import formats
from tui.library.cache import Cache, stamp_of, unpacked
from tui.library.names import Sources

LONG = 2_000_000
"""From so many bytes on, a plain text is shown before all of it is read."""
BEGINNING = 100_000
"""How many bytes of it are shown first; a newline must be among them."""


def beginning(
    paths: Iterable[str],
    *,
    paper: Iterable[str] = (),
    reports: Iterable[str] = (),
    cache: Path | None = None,
) -> Document | None:
    """Give the beginning of the first source, where it is a plain text too long to wait for.

    Its offsets are those of the whole document, which `opening` yields later.
    """
    source = next(Sources().named(paths, paper, reports), None)
    if source is None or source.line or source.path == "-":
        return None
    try:
        if Path(source.path).stat().st_size < LONG:
            return None
        found = _begun(source.path, Cache(cache))
    except (OSError, ValueError, Unreadable):
        return None
    if found is not None and source.role:
        found = replace(found, role=source.role, role_reason="")
    return found


def _begun(path: str, kept: Cache) -> Document | None:
    """Read the beginning of a text, or take it from the cache: its patterns take time to build."""
    stamp = stamp_of(path) if kept.works else ""
    stamp = stamp and f"{stamp}:{BEGINNING}"
    try:
        if stamp and (known := unpacked(kept.untouched([stamp]).get(stamp, []), path)):
            return known[0]
        with Path(path).open("rb") as file:
            data = file.read(BEGINNING)
        head = data[: data.rfind(b"\n") + 1]
        if formats.tell(path, head) != "text":
            return None
        found = next(ingest.parts(path, head))
        if isinstance(found, Unreadable):
            return None
        if stamp:
            kept.keep(stamp, stamp, [found], path)
            kept.save()
        return found
    finally:
        kept.close()
