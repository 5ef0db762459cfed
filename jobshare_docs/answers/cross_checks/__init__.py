"""What one part of the answers says against another."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.cross_checks import (
    confirmation,
    dates,
    duties,
    letterhead,
    people,
    reply,
    request,
    rota,
    unprinted,
)
from jobshare_docs.problems import Problem

_CHECKS = (
    people.problems,
    request.problems,
    duties.problems,
    rota.problems,
    dates.problems,
    confirmation.problems,
    unprinted.problems,
    reply.problems,
    letterhead.problems,
)


def cross_checked(terms: Terms) -> Iterator[Problem]:
    """Every contradiction in the blocks that could be read, errors and warnings."""
    for check in _CHECKS:
        yield from check(terms)
