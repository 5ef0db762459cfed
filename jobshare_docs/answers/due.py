"""The dates of an arrangement on which somebody has to do something."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jobshare_docs.answers.answers import Answers, Terms
from jobshare_docs.answers.terms import Confirmation, Outcome, Reply
from jobshare_docs.yaml_file import place_of


class Due(NamedTuple):
    """One date, what falls due on it, whose arrangement it is, and where the date is written.

    `what` is a word: review, trial, time-bound, last-day, offer, counter-offer, decision, search or
    start. `who` names the employees, and `title` the position, as far as the answers do.
    """

    day: date
    what: str
    who: tuple[str, ...]
    title: str
    file: str
    line: int


def falls_due(answers: Answers, today: date) -> list[Due]:
    """What falls due in an arrangement, also what is overdue; nothing of one that has ended."""
    terms = answers.agreed
    return [_due(terms, *found) for found in _dates(terms, today)]


_Dated = tuple[str, str, date | None]


def _due(terms: Terms, what: str, key: str, day: date) -> Due:
    place = place_of(terms.tree, key)
    people = terms.arrangement.people.values()
    position = terms.arrangement.position
    title = (position.title if position else None) or ""
    who = tuple(one.name for one in people if one.name)
    return Due(day, what, who, title, place.file, place.line)


def _dates(terms: Terms, today: date) -> Iterator[tuple[str, str, date]]:
    confirmation, reply = terms.arrangement.confirmation, terms.arrangement.reply
    written = not (reply and reply.date and reply.date > today)
    if reply and reply.outcome is Outcome.ENDING and written:
        found = _of_ending(reply, today)
    else:
        settled = confirmation.date if confirmation else None
        found = (*_of_reply(reply or Reply(), settled), *_of_terms(terms))
    yield from ((what, key, day) for what, key, day in found if day)


def _of_ending(reply: Reply, today: date) -> tuple[_Dated, ...]:
    last = reply.ending.last_day if reply.ending else None
    return (("last-day", "reply.ending.last_day", last),) if last and last >= today else ()


def _of_reply(reply: Reply, settled: date | None) -> Iterator[_Dated]:
    """What waits for an answer or a decision, unless that came or was confirmed since."""
    if reply.answered or (settled and reply.date and settled >= reply.date):
        return
    if reply.outcome is Outcome.COUNTER_OFFER:
        yield "counter-offer", "reply.answer_by", reply.answer_by
    if reply.outcome is Outcome.RECEIVED:
        yield "decision", "reply.decide_by", reply.decide_by


def _of_terms(terms: Terms) -> Iterator[_Dated]:
    confirmation = terms.arrangement.confirmation
    if confirmation is None:
        return
    if not confirmation.answered:
        yield "offer", "confirmation.reply_by", confirmation.reply_by
    yield from _reviews(terms, confirmation)
    purpose = terms.arrangement.purpose
    if purpose and purpose.basis:
        yield purpose.basis.value, "purpose.ends", purpose.ends
    if "B" not in terms.arrangement.people:
        yield from _of_search(confirmation)


def _reviews(terms: Terms, confirmation: Confirmation) -> Iterator[_Dated]:
    review = confirmation.review
    dates = (review.dates if review else None) or ()
    held = (review.held if review else None) or ()
    for key, day in zip(terms.items("confirmation.review.dates"), dates, strict=False):
        if day not in held:
            yield "review", key, day


def _of_search(confirmation: Confirmation) -> Iterator[_Dated]:
    search, effective = confirmation.if_no_partner, confirmation.effective
    yield (
        "search",
        "confirmation.if_no_partner.search_until",
        search.search_until if search else None,
    )
    yield "start", "confirmation.effective.not_after", effective.not_after if effective else None
