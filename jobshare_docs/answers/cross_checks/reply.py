"""What the employer replies, against the policy, against who asks, and its dates in their order."""

from collections.abc import Iterator
from datetime import date

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.sections import Basis
from jobshare_docs.answers.starting import first_days
from jobshare_docs.answers.terms import Ending, EndingCause, Outcome, Reply
from jobshare_docs.names import nearest
from jobshare_docs.problems import Problem


def problems(terms: Terms) -> Iterator[Problem]:
    """Options that the policy has, dates in their order, an end that the arrangement can have."""
    reply = terms.arrangement.reply
    if reply is None:
        return
    yield from _options(terms, reply)
    yield from _dates(terms, reply)
    if reply.outcome is Outcome.ENDING:
        yield from _unconfirmed(terms)
    if reply.outcome is Outcome.ENDING and reply.ending:
        yield from _ending(terms, reply.ending)
        yield from _last_day(terms, reply.ending.last_day, reply.date)


def _options(terms: Terms, reply: Reply) -> Iterator[Problem]:
    known = [row.key for row in terms.policy.options]
    for field, name in zip(terms.items("reply.options"), reply.options or (), strict=False):
        if name not in known:
            near = nearest(name, known)
            hint = f"nearest: '{near}'" if near else f"known are {', '.join(known)}"
            yield terms.error(field, f"the policy has no option '{name}'; {hint}")


def _dates(terms: Terms, reply: Reply) -> Iterator[Problem]:
    written, received = reply.date, reply.request_received
    if written is None:
        return
    if received and received > written:
        yield terms.error(
            "reply.request_received",
            f"this is after the date of the reply, {written}: change one of the two",
        )
    for key, day in _later(reply):
        if day and day < written:
            yield terms.error(
                f"reply.{key}",
                f"this is before the date of the reply, {written}: change one of the two",
            )


def _later(reply: Reply) -> tuple[tuple[str, date | None], ...]:
    """The dates that such a reply tells, none of which can be past when it is written."""
    meeting = reply.meeting.when if reply.meeting else None
    if reply.outcome is Outcome.RECEIVED:
        return ("meeting.when", meeting.date() if meeting else None), ("decide_by", reply.decide_by)
    return (("answer_by", reply.answer_by),) if reply.outcome is Outcome.COUNTER_OFFER else ()


def _unconfirmed(terms: Terms) -> Iterator[Problem]:
    """An end of what was only asked for: a trial, perhaps, that was confirmed as permanent."""
    if not terms.gives("confirmation") and terms.could_read("confirmation"):
        yield terms.warning(
            "reply.outcome",
            "the terms that were confirmed are not among these files, so the request speaks in"
            " their place: lay terms.yaml over them",
        )


def _ending(terms: Terms, ending: Ending) -> Iterator[Problem]:
    arrangement = terms.arrangement
    agreed = arrangement.agreed_purpose
    if ending.cause is EndingCause.END_OF_TRIAL and agreed.basis is Basis.PERMANENT:
        yield terms.error(
            "reply.ending.cause", "the arrangement is permanent and has no trial: name another"
        )
    if ending.cause is EndingCause.PARTNER_LEFT and arrangement.is_part_time:
        yield terms.error(
            "reply.ending.cause", "part-time work has no partner who could leave: name another"
        )
    if ending.leaves and ending.leaves not in arrangement.people:
        yield terms.error(
            "reply.ending.leaves", f"there is no employee {ending.leaves} in the request"
        )


def _last_day(terms: Terms, last: date | None, written: date | None) -> Iterator[Problem]:
    """A last day after the first, and hardly one that is past or beyond the agreed end."""
    field, ends = "reply.ending.last_day", terms.arrangement.agreed_purpose.ends
    starts = min(first_days(terms.arrangement).values(), default=None)
    if last is None:
        return
    if starts and last < starts:
        yield terms.error(
            field,
            f"this is before the first day of the arrangement, {starts}: change one of the two",
        )
    elif written and last < written:
        yield terms.warning(field, f"this is before the date of the reply, {written}: is it meant?")
    if ends and last > ends:
        yield terms.warning(field, f"this is after the end that was agreed, {ends}: is it meant?")
