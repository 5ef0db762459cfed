"""The employer's rules as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from jobshare_docs.policy.benefit_rows import Benefits
from jobshare_docs.policy.clause_rows import Clauses
from jobshare_docs.policy.readiness_rows import Readiness
from jobshare_docs.policy.rows import (
    Identity,
    Item,
    LimitRow,
    OptionRow,
    OutlineRow,
    PatternRow,
)
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import Mapping as Tree
from jobshare_docs.yaml_file import place_of

LIMITS = ("full_time_hours_per_day", "full_time_days_per_week", "total_share")


class Requirement(NamedTuple):
    """One value that has to be given.

    `key` is dotted and may hold `[]` for each item of a list; `alternative` is a key that serves as
    well. It is required where every fact in `when` holds. `even_if_none` holds it also where the
    section states that there is nothing to say. `kinds` are the documents that alone require it.
    """

    key: str
    asks: str
    alternative: str | None = None
    when: frozenset[str] = frozenset()
    even_if_none: bool = False
    kinds: tuple[str, ...] = ()

    @property
    def block(self) -> str:
        """The block that should hold the value."""
        return self.key.partition(".")[0]


@dataclass(frozen=True)
class Policy:
    """One employer's policy; hours and days are those of full time, the cap is a share of it.

    `files` holds what its files say, by name, with the place of each value.
    """

    folder: Path
    files: Mapping[str, Tree]
    identity: Identity
    sections: tuple[OutlineRow, ...]
    front: tuple[OutlineRow, ...]
    terms: tuple[OutlineRow, ...]
    limit_rows: tuple[LimitRow, ...]
    options: tuple[OptionRow, ...]
    benefits: Benefits
    clauses: Clauses
    pattern_rows: tuple[PatternRow, ...]
    readiness: Readiness

    def __repr__(self) -> str:
        return f"Policy({self.identity.name} {self.identity.version}: {self.folder})"

    @cached_property
    def limits(self) -> dict[str, Fraction]:
        """The figures that the arithmetic is held to, by key."""
        return {row.key: Fraction(row.value) for row in self.limit_rows if row.key in LIMITS}

    @property
    def full_time_hours_per_day(self) -> Fraction:
        """The length of a full-time day in hours."""
        return self.limits["full_time_hours_per_day"]

    @property
    def full_time_days_per_week(self) -> Fraction:
        """The days that a full-time week has."""
        return self.limits["full_time_days_per_week"]

    @property
    def cap(self) -> Fraction:
        """The share of full time that both partners together may not exceed."""
        return self.limits["total_share"]

    @cached_property
    def patterns(self) -> dict[str, PatternRow]:
        """The cycles by name."""
        return {row.name: row for row in self.pattern_rows}

    @cached_property
    def blocks(self) -> dict[str, OutlineRow]:
        """Every block of the outline and of the terms by its key; the outline's own comes first."""
        return {row.key: row for row in (*self.terms, *self.front, *self.sections)}

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """What is required inside the blocks, front and sections in order."""
        return _requirements((*self.front, *self.sections))

    @cached_property
    def required_terms(self) -> tuple[Requirement, ...]:
        """What the written confirmation requires besides."""
        return _requirements(self.terms)

    def error(self, file: str, key: str, message: str) -> Problem:
        """What is wrong with a value of one of the files, named without its ending."""
        place = place_of(self.files[file], key)
        return Problem(place.file, message, place.line, place.column, key)

    def asks(self, key: str, part_time: bool) -> str:
        """The sentence on what belongs in a block."""
        row = self.blocks[key]
        return (row.asks_part_time if part_time else None) or row.asks

    def titles(self, key: str) -> tuple[str, ...]:
        """The headings under which a section may stand."""
        row = self.blocks[key]
        return tuple(title for title in (row.title, row.title_part_time) if title)


def _requirements(rows: Iterable[OutlineRow]) -> tuple[Requirement, ...]:
    return tuple(
        _requirement(row.key, item) for row in rows for item in row.items if not item.optional
    )


def _requirement(block: str, item: Item) -> Requirement:
    return Requirement(
        key=f"{block}.{item.key}",
        asks=item.asks,
        alternative=item.or_ and f"{block}.{item.or_}",
        when=frozenset(item.when),
        even_if_none=bool(item.always),
        kinds=item.for_,
    )
