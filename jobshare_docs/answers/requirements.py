"""Which required values the answers do not give."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jobshare_docs.answers.answers import Terms
from jobshare_docs.policy.policy import Requirement
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import Sequence, find

_EACH = "[]"


@dataclass(frozen=True, slots=True)
class Missing:
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
    return [
        Missing(key, requirement.asks)
        for requirement in requirements
        if requirement.when <= terms.facts and not _is_excused(terms, requirement)
        for key in _expanded(terms, requirement.key)
        if not _is_given(terms, key, requirement.alternative)
    ]


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
    items = find(terms.tree, before)
    for number in range(len(items.items) if isinstance(items, Sequence) else 0):
        yield f"{before}[{number}]{after}"
