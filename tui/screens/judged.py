"""The reader's verdicts on what is open, as the ledger has them, and back to what was before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.document import Document, Span, Spanned
from tui.ledger import Quote, Verdict, Verdicts, holding, outcome
from tui.panes.outcomes import confirms, sign_of


@dataclass(frozen=True, slots=True)
class Said:
    """One word of the reader on a claim and a passage."""

    before: Verdict | None
    """What stood there before, if anything."""
    after: Verdict | None
    """What stands there since, if anything."""

    @property
    def verdict(self) -> Verdict:
        """Either of them: both are on the same claim and passage."""
        verdict = self.after or self.before
        assert verdict is not None, "one of them is said"
        return verdict


@dataclass(slots=True)
class Judged:
    """Read once a paper and after each word; no line that is drawn asks the ledger."""

    verdicts: Verdicts
    """Where they are kept."""
    signs: dict[Span, str] = field(default_factory=dict)
    """The sign of each claim that has any."""
    decided: frozenset[Span] = frozenset()
    """The claims that are judged."""
    _paper: Document | None = None
    _reports: Sequence[Document] = ()
    _of: dict[Span, tuple[Verdict, ...]] = field(default_factory=dict)
    _silent_before: set[Quote] = field(default_factory=set)
    _said: list[Said] = field(default_factory=list)
    _unsaid: list[Said] = field(default_factory=list)

    def load(self, paper: Document | None, reports: Sequence[Document] = ()) -> None:
        """Read what was said of a paper and these reports; of other texts nothing is undone."""
        if paper is not self._paper:
            self._said.clear()
            self._unsaid.clear()
        self._paper, self._reports = paper, reports
        found = defaultdict[Span, list[Verdict]](list)
        every = self.verdicts.of(paper) if paper is not None else ()
        for verdict in holding(every, reports):
            found[Span(verdict.claim.start, verdict.claim.end)].append(verdict)
        self._of = {claim: tuple(said) for claim, said in found.items()}
        self._silent_before = {verdict.claim for verdict in every if verdict.passage is None}
        self.signs = {claim: sign_of(said) for claim, said in self._of.items()}
        self.decided = frozenset(
            claim for claim, said in self._of.items() if outcome(said) != "not yet read"
        )

    @property
    def confirmed(self) -> set[int]:
        """Give where the claims begin whose silence the reader confirmed."""
        return {claim.start for claim, said in self._of.items() if confirms(said)}

    @property
    def last(self) -> Verdict | None:
        """What was said last, which can be taken back."""
        return self._said[-1].after if self._said else None

    def of(self, claim: Spanned) -> tuple[Verdict, ...]:
        """Give all verdicts on a claim."""
        return self._of.get(Span(claim.start, claim.end), ())

    def on(self, asked: Verdict) -> Verdict | None:
        """Give what was said of the same claim and passage."""
        return next((said for said in self.of(asked.claim) if said.place == asked.place), None)

    def made(self, claims: Iterable[Spanned]) -> dict[int, str]:
        """Give the signs of what the verdicts make of claims, by the claims' places."""
        spans = (Span(claim.start, claim.end) for claim in claims)
        return {place: self.signs[span] for place, span in enumerate(spans) if span in self.signs}

    def among(self, claims: Iterable[Spanned]) -> list[int]:
        """Give where those of the claims begin that are judged."""
        return [each.start for each in claims if Span(each.start, each.end) in self.decided]

    def silent_before(self, asked: Verdict) -> bool:
        """Whether the silence that is asked for was confirmed, but among other reports."""
        silent = asked.passage is None and asked.claim in self._silent_before
        return silent and self.on(asked) is None

    def say(self, before: Verdict | None, after: Verdict | None) -> None:
        """Let a verdict stand where another stood, or none did; None takes it back."""
        if before != after:
            self._unsaid.clear()
            self._said.append(Said(before, self._put(before, after)))

    def take_back(self) -> Said | None:
        """Take back the last word that was not taken back yet; None where there is none."""
        if not self._said:
            return None
        said = self._said.pop()
        self._unsaid.append(said)
        self._put(said.after, said.before)
        return said

    def say_again(self) -> Said | None:
        """Say again what was taken back last; None where there is nothing."""
        if not self._unsaid:
            return None
        said = self._unsaid.pop()
        self._said.append(said)
        self._put(said.before, said.after)
        return said

    def _put(self, old: Verdict | None, new: Verdict | None) -> Verdict | None:
        """Write what is said now; give it with its time."""
        if self._paper is not None and new is not None:
            new = self.verdicts.judge(self._paper, new, self._reports)
        elif self._paper is not None and old is not None:
            self.verdicts.unsay(self._paper, old)
        self.load(self._paper, self._reports)
        return new
