"""What belongs together in two panes, so that one can follow the other: questions and answers, else links."""

from __future__ import annotations

from reader.domain.model import Span
from reader.questions.following import Correspondence, Towards, counterpart, linked_by_links, linked_by_questions
from reader.ui.document_pane import DocumentPane
from reader.ui.pane_units import PaneUnits


class Route:
    """What belongs together in the papers of two panes, and in which direction one goes."""

    def __init__(self, correspondence: Correspondence, towards: Towards) -> None:
        self._correspondence, self._towards = correspondence, towards
        self._sources: dict[Span, list[Span]] = {}
        for pair in correspondence.pairs:
            if towards != "here":
                self._sources.setdefault(pair.there, []).append(pair.here)
            if towards != "there":
                self._sources.setdefault(pair.here, []).append(pair.there)

    @property
    def leads_somewhere(self) -> bool:
        return bool(self._correspondence.pairs)

    def at(self, offset: int) -> tuple[Span, Span] | None:
        """The passage at or before a source offset, and its counterpart."""
        target = counterpart(self._correspondence, offset, self._towards)
        if target is None:
            return None
        before = [span for span in self._sources.get(target.span, ()) if span.start <= offset]
        return (max(before), target.span) if before else None


def route_between(here: DocumentPane, there: DocumentPane, units: PaneUnits) -> Route:
    """From what is read in one pane to what belongs to it in another: by questions, and by links where there are none.

    It may lead nowhere.
    """
    return _by_questions(here.paper_uid, there.paper_uid, units) or _by_links(here, there)


def _by_questions(here: str, there: str, units: PaneUnits) -> Route | None:
    directions: tuple[tuple[str, str, Towards], ...] = (
        (here, there, "either" if here == there else "there"),
        (there, here, "here"),
    )
    for asking, answering, towards in directions:
        paper = units.between(asking, answering)
        if paper is not None:
            route = Route(linked_by_questions(paper.exchange, paper.decided.pairs, paper.suggestions), towards)
            if route.leads_somewhere:
                return route
    return None


def _by_links(here: DocumentPane, there: DocumentPane) -> Route:
    ends, other_ends = here.marks.link_ends(), there.marks.link_ends()
    pairs = []
    for link in here.marks.links():
        if link.source_uid in ends and link.target_uid in other_ends:
            pairs.append((ends[link.source_uid].span, other_ends[link.target_uid].span))
        elif link.target_uid in ends and link.source_uid in other_ends:
            pairs.append((ends[link.target_uid].span, other_ends[link.source_uid].span))
    return Route(linked_by_links(pairs), "either" if here.document.text_uid == there.document.text_uid else "there")
