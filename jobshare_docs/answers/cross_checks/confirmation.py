"""The terms that the employer confirms, against one another and against who asks."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.layers import is_document
from jobshare_docs.answers.sections import Basis
from jobshare_docs.answers.terms import Confirmation, Effective, ReplacementReason
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import place_of


def problems(terms: Terms) -> Iterator[Problem]:
    """A first day that can be told, dates in their order, nobody's terms who is not there."""
    confirmation = terms.arrangement.confirmation
    if confirmation is None:
        return
    yield from _starts(terms, "confirmation.effective", confirmation.effective)
    yield from _employees(terms, confirmation)
    yield from _dates(terms, confirmation)
    yield from _replaced(terms, confirmation)
    yield from _origins(terms)


def _origins(terms: Terms) -> Iterator[Problem]:
    """Where an employee comes from, if sentences of the letter hang on it."""
    left_out, people = _said_to_full_time(terms), terms.arrangement.people
    for letter, who in people.items() if left_out and "A" in people else ():
        field = f"employees.{letter}"
        if who.name and not (who.incumbent or who.comes_from or _reads_none_of(terms, field)):
            yield terms.warning(
                f"{field}.comes_from",
                f"missing, so the letter leaves out {left_out}: {_how_to_write(terms, letter)}",
            )


def _how_to_write(terms: Terms, letter: str) -> str:
    """Where an employee is written in a document, another file has to say more of them."""
    if is_document(place_of(terms.tree, f"employees.{letter}").file):
        return (
            f"write 'employees: {{{letter}: {{comes_from: new-hire}}}}' (or full-time, part-time)"
            " into terms.yaml, on a line of its own at the margin"
        )
    return "write full-time, part-time or new-hire"


def _said_to_full_time(terms: Terms) -> str | None:
    """What the letter says to those alone who come from full-time."""
    arrangement, clauses = terms.arrangement, terms.policy.clauses
    basis = arrangement.agreed_purpose.basis
    if basis in (Basis.TRIAL, Basis.TIME_BOUND):
        return "what one who comes from full-time returns to"
    gives_up = clauses.gives_up_full_time.holds and not arrangement.is_part_time
    if basis is Basis.PERMANENT and gives_up:
        return "that one who comes from full-time gives up all rights to the former position"
    return None


def _starts(terms: Terms, field: str, effective: Effective | None) -> Iterator[Problem]:
    if effective is None or not terms.could_read(field) or _reads_none_of(terms, field):
        return
    if effective.date and effective.when:
        yield terms.error(
            f"{field}.when", "the first day is given as a date already: keep one of the two"
        )
    elif effective.when and effective.not_after is None:
        yield terms.error(
            f"{field}.not_after",
            "missing; what belongs here: the date by which the partner must have started",
        )
    elif effective.not_after and not effective.when:
        yield terms.error(
            f"{field}.not_after", "this needs when: partner-starts beside it, or leave it out"
        )


def _reads_none_of(terms: Terms, field: str) -> bool:
    """Whether a part of a block is there and could not be read."""
    return any(name.startswith(f"{field}.") for name in terms.unread)


def _employees(terms: Terms, confirmation: Confirmation) -> Iterator[Problem]:
    settled = confirmation.employees
    if settled is None:
        return
    if settled.B and "B" not in terms.arrangement.people and terms.could_read("employees.B"):
        yield terms.error(
            "confirmation.employees.B", "there is no employee B in the request: take this away"
        )
    for letter, own in (("A", settled.A), ("B", settled.B)):
        if own and own.full_time_salary == 0:
            yield terms.error(
                f"confirmation.employees.{letter}.full_time_salary",
                "a salary of nothing cannot be shared: write the full-time salary a year",
            )
        if own:
            yield from _starts(terms, f"confirmation.employees.{letter}.effective", own.effective)


def _dates(terms: Terms, confirmation: Confirmation) -> Iterator[Problem]:
    written = confirmation.date
    if written is None:
        return
    if confirmation.reply_by and confirmation.reply_by < written:
        yield terms.error(
            "confirmation.reply_by",
            f"this is before the date of the letter, {written}: change one of the two",
        )
    effective = confirmation.effective
    starts = effective and (effective.date or effective.not_after)
    if starts and starts < written:
        yield terms.warning(
            "confirmation.effective",
            f"the first day is before the date of the letter, {written}: is that meant?",
        )


def _replaced(terms: Terms, confirmation: Confirmation) -> Iterator[Problem]:
    replaced = confirmation.replaces
    if replaced is None:
        return
    for key, asks in (
        ("date", "the date of the earlier letter"),
        ("reason", "extended, made-permanent, changed or new-partner"),
    ):
        if not terms.gives(f"confirmation.replaces.{key}"):
            yield terms.error(f"confirmation.replaces.{key}", f"missing; what belongs here: {asks}")
    if replaced.date and confirmation.date and replaced.date >= confirmation.date:
        yield terms.error(
            "confirmation.replaces.date",
            f"the earlier letter is not earlier than this one, {confirmation.date}: change one"
            " of the two",
        )
    yield from _replacement(terms, replaced.reason)


def _replacement(terms: Terms, reason: ReplacementReason | None) -> Iterator[Problem]:
    """A reason that the agreed terms bear out."""
    basis = terms.arrangement.agreed_purpose.basis
    field = "confirmation.replaces.reason"
    if reason is ReplacementReason.MADE_PERMANENT and basis not in (None, Basis.PERMANENT):
        yield terms.error(
            field,
            f"the arrangement is made permanent, and its agreed basis is '{basis}': write agreed:"
            " {purpose: {basis: permanent, ends: }} or another reason",
        )
    if reason is ReplacementReason.EXTENDED and basis is Basis.PERMANENT:
        yield terms.error(field, "a permanent arrangement has no end to extend: write 'changed'")
    if reason is ReplacementReason.NEW_PARTNER and terms.arrangement.is_part_time:
        yield terms.error(field, "part-time work has no partner: write 'changed'")
