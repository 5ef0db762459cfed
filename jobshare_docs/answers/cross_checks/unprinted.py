"""What is written, and is printed by no letter or no document in such an arrangement."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.people import ComesFrom
from jobshare_docs.answers.sections import FOR_TWO, Basis
from jobshare_docs.problems import Problem

_TERMS_FOR_TWO = ("partner_leaves", "handover_paid")


def problems(terms: Terms) -> Iterator[Problem]:
    """A warning for each, with what the letter prints instead."""
    if not terms.could_read("purpose.request"):
        return
    for name, why in _unprinted(terms):
        field = f"confirmation.{name}"
        if terms.gives(field):
            yield terms.warning(field, f"no letter prints this: {why}")
    if terms.arrangement.is_part_time:
        yield from _left_over(terms)


def _left_over(terms: Terms) -> Iterator[Problem]:
    """What one employee alone has no use for: it was written before the request was changed."""
    for field in filter(terms.gives, FOR_TWO):
        yield terms.warning(
            field,
            "no document prints this: it is for a job share, and this is a part-time request: take"
            " it away, or ask for a job-share",
        )


def _unprinted(terms: Terms) -> Iterator[tuple[str, str]]:
    """The names of the terms, and why they stand there in vain."""
    arrangement = terms.arrangement
    basis, part_time = arrangement.agreed_purpose.basis, arrangement.is_part_time
    if basis is Basis.PERMANENT:
        instead = "; write return_to_full_time" if part_time else ""
        yield "return_to", f"a permanent arrangement has no end to return at{instead}"
    elif basis and not _may_return(terms):
        yield "return_to", "nobody in it comes from full-time"
    if not part_time:
        yield (
            "return_to_full_time",
            "it is for part-time work; what a job share says is the policy's",
        )
    elif basis and basis is not Basis.PERMANENT:
        yield "return_to_full_time", "it is for a permanent arrangement; write return_to"
    if "B" in arrangement.people and not part_time:
        yield "if_no_partner", "there is a partner, so take it away"
    for name in _TERMS_FOR_TWO if part_time else ():
        yield name, "it is for a job share, so take it away"


def _may_return(terms: Terms) -> bool:
    """Whether an employee comes from full-time, or it is not said where from."""
    people = terms.arrangement.people.values()
    return any(
        who.incumbent or who.comes_from in (ComesFrom.FULL_TIME, None) for who in people
    ) or not terms.could_read("employees")
