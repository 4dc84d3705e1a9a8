"""Acts on questions and their answers: accept, reject, judge, leave open, note.

A question or an answer is a place: it is recognised in the text each time and has no identity of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.domain.anchor import quoted
from reader.domain.changes import ActName, Change, ChangeSet, added, changed, removed
from reader.domain.errors import ActRefused
from reader.domain.model import ANSWERED_BY, Decision, Rejection, Span, Verdict, new_uid, now
from reader.edit.checks import clean_name, the_document, the_link, words_of
from reader.edit.links import new_links
from reader.edit.lookup import Lookup
from reader.edit.marks import anchors_left_over

Place = tuple[str, Span]  # the uid of a paper and a span of its shown text, in source code points


def accept(
    lookup: Lookup, question: Place, answer: Place, *, decision: Decision | None = None, author: str = ""
) -> ChangeSet:
    """Make the link question -> answer that was proposed; the pair is no longer rejected, the question no longer open.

    `decision` is what was decided about this question; without it, what was decided at exactly its place.
    Raises ActRefused when the two are linked in this way already, or a place is not in its text.
    """
    made = new_links(lookup, [(question, answer)], ANSWERED_BY.uid, author=author, origin="suggestion")
    withdrawn = removed(_rejections_of(lookup, [(question, answer)]))
    closed = _decided(lookup, question, decision, author, _no_longer_open)
    return ChangeSet(ActName("question.accept", (_words(lookup, question),)), made + withdrawn + closed)


def accept_all(lookup: Lookup, pairs: Sequence[tuple[Place, Place]], *, author: str = "") -> ChangeSet:
    """Make the links (question, answer) that were proposed, as one act; those that are there already are left out.

    Raises ActRefused when there is none to make, or a place is not in its text.
    """
    wanted = [pair for pair in dict.fromkeys(pairs) if not _is_linked(lookup, *pair)]
    if not wanted:
        raise ActRefused(reason="There is no proposed answer to accept here.")
    made = new_links(lookup, wanted, ANSWERED_BY.uid, author=author, origin="suggestion")
    withdrawn = removed(_rejections_of(lookup, wanted))
    questions = tuple(dict.fromkeys(question for question, _answer in wanted))
    closed = tuple(
        change
        for decision in _open_at(lookup, questions)
        for change in _kept(decision, _no_longer_open(decision), author)
    )
    name = ActName("question.accept-all", tuple(_words(lookup, question) for question in questions))
    return ChangeSet(name, made + withdrawn + closed)


def reject(
    lookup: Lookup, question: Place, answer: Place, *, link_uid: str | None = None, author: str = ""
) -> ChangeSet:
    """Keep for good that this answer is not one to this question; the link `link_uid` between them goes in one step.

    An answer that was rejected already changes nothing. Raises ActRefused when a place is not in its text, or the link
    is no longer there.
    """
    name = ActName("question.reject", (_words(lookup, question),))
    _words(lookup, answer)  # refuses what is not there
    pair = (*_bound(lookup, question), *_bound(lookup, answer))
    is_known = any(_pair_of(old) == pair for old in lookup.rejections(question[0]))
    changes = () if is_known else added([Rejection(new_uid(), *pair, author=author, created_at=now())])
    if link_uid is not None:
        link = the_link(lookup, link_uid)
        changes += removed([link, *anchors_left_over(lookup, [link], set())])
    return ChangeSet(name, changes)


def withdraw_rejection(lookup: Lookup, rejection_uid: str) -> ChangeSet:
    """Let an answer that was rejected be proposed again. Raises ActRefused when the rejection is no longer there."""
    for rejection in lookup.rejections():
        if rejection.uid == rejection_uid:
            quote, _before, _after = quoted(lookup.body(rejection.question_text_uid), rejection.question_span)
            return ChangeSet(ActName("question.unreject", (words_of(quote),)), removed([rejection]))
    raise ActRefused(reason="This rejection is no longer in the project.")


def set_verdict(
    lookup: Lookup, question: Place, verdict_uid: str | None, *, decision: Decision | None, author: str = ""
) -> ChangeSet:
    """Say how a question was answered; None takes the verdict away. `decision` as in `accept`.

    Raises ActRefused when the verdict is not in the project, or the question is not in its text.
    """
    if verdict_uid is not None and all(verdict.uid != verdict_uid for verdict in lookup.verdicts()):
        raise ActRefused(reason="This verdict is not in the project.")
    changes = _decided(lookup, question, decision, author, lambda old: replace(old, verdict_uid=verdict_uid))
    return ChangeSet(ActName("question.verdict", (_words(lookup, question),)), changes)


def set_open(
    lookup: Lookup, question: Place, is_open: bool, *, decision: Decision | None, author: str = ""
) -> ChangeSet:
    """Say that a question was looked at and has no answer here, or take that back. `decision` as in `accept`.

    Raises ActRefused when the question is not in its text.
    """
    words = (_words(lookup, question),)
    name = ActName("question.open", words) if is_open else ActName("question.reopen", words)
    return ChangeSet(name, _decided(lookup, question, decision, author, lambda old: replace(old, is_open=is_open)))


def set_question_note(
    lookup: Lookup, question: Place, note: str, *, decision: Decision | None, author: str = ""
) -> ChangeSet:
    """Put `note` with a question as it is typed; a note of white space only removes it. `decision` as in `accept`.

    What is typed in one go is one undo step. Raises ActRefused when the question is not in its text.
    """
    text = note if note.strip() else ""
    document_uid, span = question
    return ChangeSet(
        ActName("question.note", (_words(lookup, question),)),
        _decided(lookup, question, decision, author, lambda old: replace(old, note=text)),
        merge_key=f"question-note/{document_uid}/{span.start}-{span.end}",
    )


def add_verdict(lookup: Lookup, name: str) -> ChangeSet:
    """Add a verdict of the user's own. Raises ActRefused when the name is empty or taken."""
    tidy = clean_name(name, "verdict")
    verdicts = lookup.verdicts()
    if any(verdict.name.casefold() == tidy.casefold() for verdict in verdicts):
        raise ActRefused(reason=f"There is a verdict “{tidy}” already.")
    position = max((verdict.position for verdict in verdicts), default=0) + 1
    return ChangeSet(ActName("verdict.add", (tidy,)), added([Verdict(new_uid(), tidy, position)]))


def _bound(lookup: Lookup, place: Place) -> tuple[str, str, int, int]:
    """The shown text, the paper and the offsets of a place."""
    document_uid, span = place
    return the_document(lookup, document_uid).text_uid, document_uid, span.start, span.end


def _words(lookup: Lookup, place: Place) -> str:
    """What stands at a place, short. Raises ActRefused when that is nothing."""
    text_uid, _document_uid, *_ends = _bound(lookup, place)
    quote, _before, _after = quoted(lookup.body(text_uid), place[1])
    if quote.isspace():
        raise ActRefused(reason="The passage holds only white space.")
    return words_of(quote)


def _is_linked(lookup: Lookup, question: Place, answer: Place) -> bool:
    sources, targets = (
        {end.uid for end in lookup.highlights_at(_bound(lookup, place)[0], place[1])} for place in (question, answer)
    )
    return any(
        link.kind_uid == ANSWERED_BY.uid and link.source_uid in sources and link.target_uid in targets
        for uid in sources
        for link in lookup.links(highlight_uid=uid)
    )


def _pair_of(rejection: Rejection) -> tuple[str, str, int, int, str, str, int, int]:
    return (
        rejection.question_text_uid, rejection.question_document_uid, rejection.question_start, rejection.question_end,
        rejection.answer_text_uid, rejection.answer_document_uid, rejection.answer_start, rejection.answer_end,
    )  # fmt: skip


def _rejections_of(lookup: Lookup, pairs: Sequence[tuple[Place, Place]]) -> list[Rejection]:
    """The rejections that stand at the places of one of these pairs."""
    texts = {uid: the_document(lookup, uid).text_uid for pair in pairs for uid, _span in pair}
    documents = dict.fromkeys(question[0] for question, _answer in pairs)
    there = {one.uid: one for uid in documents for one in lookup.rejections(uid)}
    return [
        one
        for one in there.values()
        if any(
            (one.question_text_uid, one.answer_text_uid) == (texts[question[0]], texts[answer[0]])
            and _is_same_place(one.question_span, question[1])
            and _is_same_place(one.answer_span, answer[1])
            for question, answer in pairs
        )
    ]


def _is_same_place(one: Span, other: Span) -> bool:
    """Whether the two share at least half of the longer one: a unit of which the ends were moved is still that unit."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= max(len(one), len(other))


def _open_at(lookup: Lookup, questions: Sequence[Place]) -> list[Decision]:
    """The decisions that say of exactly one of these questions that it is open."""
    bound = {_bound(lookup, question) for question in questions}
    documents = dict.fromkeys(document_uid for document_uid, _span in questions)
    there = [decision for uid in documents for decision in lookup.decisions(uid) if decision.is_open]
    return [one for one in there if (one.text_uid, one.document_uid, one.start, one.end) in bound]


def _no_longer_open(decision: Decision) -> Decision:
    return replace(decision, is_open=False)


def _decided(
    lookup: Lookup, question: Place, decision: Decision | None, author: str, decide: Callable[[Decision], Decision]
) -> tuple[Change, ...]:
    """The changes that do `decide` to what was decided about the question."""
    bound, moment = _bound(lookup, question), now()
    there = lookup.decisions(question[0])
    known = next((one for one in there if decision is not None and one.uid == decision.uid), None) or next(
        (one for one in there if (one.text_uid, one.document_uid, one.start, one.end) == bound), None
    )
    if known is not None:
        return _kept(known, decide(known), author)
    nothing = Decision(new_uid(), *bound, author=author, created_at=moment, modified_at=moment)
    decided = decide(nothing)
    return added([decided]) if decided != nothing else ()


def _kept(old: Decision, new: Decision, author: str) -> tuple[Change, ...]:
    """The change from a decision in the project to another; one in which nothing is left goes."""
    if new == old:
        return ()
    if new.verdict_uid is None and not new.is_open and not new.note:
        return removed([old])
    return changed(old, replace(new, author=author or old.author, modified_at=now()))
