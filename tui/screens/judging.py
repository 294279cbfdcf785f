"""A screen with a pair of texts to be judged: verdicts by one key, notes, and back again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from tui.document import Document
from tui.ledger import Label, Verdict
from tui.panes.compared import ComparedPage
from tui.panes.outcomes import says
from tui.panes.page import Page
from tui.panes.verdict import Hint, VerdictLine
from tui.screens.desk import Desk
from tui.screens.judged import Said
from tui.screens.judging_keys import HINTS, JUDGING_KEYS, LAST_HINTS, SAID_HINTS, SILENT_HINTS
from tui.screens.phrases import not_to_judge
from tui.screens.twopages import TwoPageScreen

if TYPE_CHECKING:
    from tui.panes.note import NoteLine
    from tui.panes.rail import Rail
    from tui.screens.pair import Pair

NOT_FOUND = "not found for this claim by now"
"""Said of a passage that stands beside a claim only by the reader's word."""
AMONG_OTHERS = "confirmed among other reports:"
"""Said of a silence that reports were opened to since."""
KEPT_NOTE = "your note stays: i changes it"


class JudgingScreen(TwoPageScreen):
    """What the reader says of a claim and a passage goes to the ledger at once."""

    PAGE: ClassVar[type[Page]] = ComparedPage
    BINDINGS: ClassVar[list[BindingType]] = JUDGING_KEYS

    pair: Pair
    rail: Rail

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.verdict = VerdictLine(id="verdict")
        self._tally = (0, 0)
        self._known: dict[str, Hint] = {}
        self._note: NoteLine | None = None
        self._noting: tuple[Document, Verdict, Widget | None] | None = None

    def show_claim(self, place: int) -> None:
        """Put a claim before the reader."""
        raise NotImplementedError

    def show_pair(self) -> None:
        """Show claim and passage as they are now."""
        raise NotImplementedError

    # What the reader says

    def action_judge(self, label: Label) -> None:
        """Say what the passage does to the claim; a second time takes it back, but no note."""
        self.page.take_count()
        asked = self.pair.asked
        if asked is None or (asked.passage is None and label not in ("unrelated", "undecided")):
            self.status.say(right=not_to_judge(self.pair))
            return
        before = self.desk.judged.on(asked)
        note = before.note if before else ""
        if before is None or before.label != label:
            self._say(before, replace(asked, label=label, note=note))
        elif not note:
            self._say(before, None)
        elif label != "undecided":
            self._say(before, replace(asked, note=note))
        else:
            self.status.say(right=KEPT_NOTE)

    def _say(self, before: Verdict | None, after: Verdict | None) -> None:
        self.desk.judged.say(before, after)
        self.sign()
        self.tell_verdict()
        self._tell_notice()

    def action_take_back(self) -> None:
        """Undo the last word, and show where it stood."""
        self._return_to(self.desk.judged.take_back(), "taken back")

    def action_say_again(self) -> None:
        """Redo what was undone last, and show where it stands."""
        self._return_to(self.desk.judged.say_again(), "said again")

    def _return_to(self, said: Said | None, done: str) -> None:
        self.page.take_count()
        if said is None:
            self.status.say(right=f"nothing to be {done}")
            return
        self.sign()
        asked, paper = self.pair.asked, self.pair.paper
        place = self.desk.claim_at(paper, said.verdict.claim.start) if paper else None
        if place is not None and (asked is None or asked.place != said.verdict.place):
            self.show_claim(place)
            self.pair.look_at(said.verdict)
            self.show_pair()
        self.tell_verdict()
        self._tell_notice()
        self.status.say(right=f"{done}: {says(said.verdict)}")

    def _tell_notice(self) -> None:
        """Say what the ledger could not keep."""
        ledger = self.desk.keeper.ledger
        if ledger.notice:
            self.notify(ledger.notice, severity="error", markup=False)
            ledger.notice = ""

    # Notes

    async def action_note(self) -> None:
        """Write a note on what is shown, or change it."""
        from tui.panes.note import NoteLine

        self.page.take_count()
        asked = self.pair.asked
        if asked is None or self.pair.paper is None:
            self.status.say(right=not_to_judge(self.pair))
        elif self._note is None:
            before = self.desk.judged.on(asked)
            self._noting = self.pair.paper, before or asked, self.focused
            self._note = NoteLine(before.note if before else "")
            self.add_class("-asking")
            await self.mount(self._note, before=self.footer)

    def on_note_line_ended(self, message: NoteLine.Ended) -> None:
        """Keep the note, or leave it as it was."""
        if self._note is None or self._noting is None:
            return
        (paper, asked, focused), line, self._note = self._noting, self._note, None
        line.remove()
        self.remove_class("-asking")
        (focused or self.page).focus()
        if message.note is None or message.note == asked.note:
            return
        noted = replace(asked, note=message.note)
        if paper is self.desk.paper:
            self._say(self.desk.judged.on(asked), noted)
        else:  # it was changed meanwhile: the words are found again with the others
            self.desk.judged.verdicts.judge(paper, noted, self.desk.documents)
            self._tell_notice()

    # What is shown of it

    def sign(self) -> None:
        """Show the reader's own word beside the claims, and in the paper."""
        desk, kept = self.desk, self.desk.kept
        self._tally = len(desk.judged.among(kept)), len(kept)
        self.rail.sign(desk.signed)
        self.rail.judge(desk.judged.made(desk.claims))
        self.dim(self.pages[0])

    def tell_verdict(self) -> None:
        """Show what the reader said of the pair, or the keys to say it with."""
        asked, judged = self.pair.asked, self.desk.judged
        said = judged.on(asked) if asked else None
        hints = SAID_HINTS if said else HINTS
        if said is not None and said == judged.last:
            hints = LAST_HINTS
        elif said is None and asked is not None and asked.passage is None:
            hints = SILENT_HINTS
        self.verdict.show(
            said,
            [self._hint(each, words) for each, words in hints.items()] if asked else (),
            why=self._why(asked),
            of_claim=judged.of(self.pair.claim),
            judged=self._tally,
        )

    def _why(self, asked: Verdict | None) -> str:
        """Say why there is nothing to judge, or why it stands there or has to be judged again."""
        if asked is None:
            return not_to_judge(self.pair)
        if self.pair.remembers:
            return NOT_FOUND
        return AMONG_OTHERS if self.desk.judged.silent_before(asked) else ""

    def _hint(self, action: str, words: str) -> Hint:
        """Give a key as it is set."""
        if not self._known:
            for active in self.active_bindings.values():
                binding = active.binding
                shown = self.app.get_key_display(binding)
                self._known.setdefault(str(binding.id), Hint(binding.key, shown, ""))
        found = self._known.get(action, Hint("", "", ""))
        return replace(found, words=words)

    # Through the claims

    def action_unjudged(self) -> None:
        """Go to the next claim that is not judged, in the list's order."""
        self.page.take_count()
        if self.rail.to_unjudged():
            self.follow_rail()
        else:
            self.status.say(right="no other claim is left to judge")

    def follow_rail(self) -> None:
        """Show the claim under the list's cursor."""
        if self.rail.claim is not None and self.rail.claim != self.pair.place:
            self.show_claim(self.rail.claim)

    def action_toggle_claim(self) -> None:
        """Drop the claim shown, or bring it back; the list keeps it, dimmed."""
        if self.pair.stands:
            self.desk.toggle(self.pair.claim)
            self.sign()
            self.show_pair()
