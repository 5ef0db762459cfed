"""Which required values the answers do not give."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from jobshare_docs.answers.answers import Terms
from jobshare_docs.policy.policy import Requirement
from jobshare_docs.problems import Problem

_EACH = "[]"


class Missing(NamedTuple):
    """A required value that was not given, with the sentence on what belongs there."""

    key: str
    asks: str

    @property
    def block(self) -> str:
        """The block that should hold the value."""
        return self.key.partition(".")[0]

    def problem(self, terms: Terms) -> Problem:
        """The same as a problem, at the line of the block that should hold the value."""
        return terms.error(self.key, f"missing; what belongs here: {self.asks}")


def missing(terms: Terms, requirements: Iterable[Requirement]) -> list[Missing]:
    """The required values that are not given, readable or not; each item of a list is looked at."""
    absent = {
        key: requirement.asks
        for requirement in requirements
        if requirement.when <= terms.facts and not _is_excused(terms, requirement)
        for key in _expanded(terms, requirement.key)
        if not _is_given(terms, key, requirement.alternative)
    }
    return [Missing(key, asks) for key, asks in absent.items() if not _is_inside(key, absent)]


def _is_inside(key: str, absent: Container[str]) -> bool:
    """Whether what holds the value is missing itself, and asked for."""
    holders = [key[:end] for end, sign in enumerate(key) if sign in ".["]
    return any(holder in absent for holder in holders)


def _is_excused(terms: Terms, requirement: Requirement) -> bool:
    return not requirement.even_if_none and terms.gives(f"{requirement.block}.none")


def _is_given(terms: Terms, key: str, alternative: str | None) -> bool:
    return terms.gives(key) or (alternative is not None and terms.gives(alternative))


def _expanded(terms: Terms, key: str) -> Iterator[str]:
    """The key once for each item of the list it speaks of; itself where it speaks of none."""
    before, each, after = key.partition(_EACH)
    if not each:
        yield key
        return
    for item in terms.items(before):
        yield f"{item}{after}"
