"""How far a survey has come in, words out: what each list was made from, and why one is empty."""

from __future__ import annotations

from tui.document import shorten
from tui.screens.desk import Desk
from tui.screens.survey import Surveyed

Three = tuple[str, str, str]
"""A line for each list: silent claims, uncovered passages, numbers."""
AWAITED = "The sources have changed and are being compared again"


def made(desk: Desk, far: Surveyed, figures: int) -> Three:
    """Say what each list was made from, and of how much so far."""
    if desk.comparison is None:
        return "", "", ""
    searched, every = desk.comparison.searched, len(desk.kept)
    done, claims = far.compared >= every, _so_far(far.compared, every, "claim")
    after = f", {searched.passages:,} sentences · {desk.matching}"
    if searched.skipped:
        after += f" · {len(searched.skipped):,} not searched"
    reports = _so_far(searched.reports, searched.reports, "report")
    read = reports if far.done else _so_far(far.read, searched.reports, "report")
    numbers = _so_far(figures, figures, "figure")
    return (
        f"made from {claims}, {reports}{after}",
        f"made from {claims}, {read if done else reports}{after}",
        f"made from {numbers}, {read}{after}",
    )


def again(desk: Desk, far: Surveyed, before: Three) -> Three:
    """Say that lists which were whole are being made anew, and what they were made from."""
    if desk.comparison is None:
        why = AWAITED.lower()
    else:
        why = f"counting again {desk.matching}, {far.compared:,} of {len(desk.kept):,} claims"
    silent, bare, numbers = (f"{why} · {line}" for line in before)
    return silent, bare, numbers


def empty(desk: Desk, far: Surveyed) -> Three:
    """Say why each list is empty, if it is."""
    comparison = desk.comparison
    if comparison is None or not comparison.reports:
        skipped = comparison.searched.skipped if comparison else ()
        why = [f"{shorten(report.name, 30)}, {reason}" for report, reason in skipped[:3]]
        none = f"Nothing was searched: {'; '.join(why) or 'no report is open'}"
        return none, none, "No figures in the paper" if far.done else "Reading"
    if not desk.kept:
        silent = "No sentence of this paper reads like a claim"
    else:
        silent = "No claim is silent" if far.done else "Comparing"
    bare = "Every sentence is covered" if far.done else "Comparing all claims first"
    return silent, bare, "No figures in the paper" if far.done else "Reading"


def counted(known: int, done: bool) -> str:
    """Give how many there are: as long as it goes on with `…`, and no 0 then."""
    return f"{known:,}" if done else f"{known:,}…" if known else "…"


def _so_far(known: int, every: int, what: str) -> str:
    many = what if every == 1 else f"{what}s"
    return f"{every:,} {many}" if known >= every else f"{known:,} of {every:,} {many} so far"
