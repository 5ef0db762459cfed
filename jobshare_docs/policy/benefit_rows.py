"""The rows of `benefits.yaml`: what part-time work does to pay and benefits."""

from enum import StrEnum
from string import Template
from typing import Annotated

from jobshare_docs.blocks import Block, Then
from jobshare_docs.policy.rows import Row
from jobshare_docs.values import Count, Number, Share, Text, YesNo

FILLED_IN = ("share", "full_time_day", "longest_day", "most_days", "days")


class CycleFact(StrEnum):
    """What may hold of one person's part of a cycle.

    The days of a week are counted against the row's `days`, the longest day against the full-time
    day.
    """

    ALWAYS = "always"
    TOO_FEW_DAYS = "too-few-days"
    ENOUGH_DAYS = "enough-days"
    ENOUGH_HALF_DAYS = "enough-half-days"
    HALF_DAYS = "half-days"
    SHORTER_DAYS = "shorter-days"
    WHOLE_DAYS = "whole-days"
    LONGER_DAYS = "longer-days"


def _with_known_names(says: str) -> str:
    template = Template(says)
    names = set(template.get_identifiers()) if template.is_valid() else {"$"}
    if not names.issubset(FILLED_IN):
        known = ", ".join(f"${name}" for name in FILLED_IN)
        raise ValueError(f"only {known} are filled in here; write $$ for the sign itself")
    return says


class _Telling(Block):
    says: Annotated[Text, Then(_with_known_names)] | None = None


class Example(Block):
    """An example of the source: days at full time, and a share of full time."""

    full_time: Number
    share: Share


class BenefitRow(Row, _Telling):
    """A benefit by name, with what the source says of it."""

    name: Text
    notes: Text | None = None


class ProratedRow(BenefitRow):
    """A benefit that follows the share of full time; without figures, its name is all there is.

    `full_time` is what full time has, in days; `entitlement` names the item of an employee's terms
    that gives this employee's own.
    """

    full_time: Number | None = None
    in_hours: YesNo = False
    entitlement: Text | None = None
    example: Example | None = None

    @property
    def has_figures(self) -> bool:
        """Whether anything can be reckoned."""
        return self.full_time is not None or self.entitlement is not None


class CaseRow(_Telling):
    """How a rule falls out where a fact holds of the cycle."""

    when: CycleFact


class RuleRow(BenefitRow):
    """A rule, and how it falls out for a cycle: the first case that holds.

    `days` is the number of working days in a week on which the rule turns.
    """

    days: Count | None = None
    here: tuple[CaseRow, ...] = ()


class Benefits(Block):
    """`benefits.yaml`."""

    salary: BenefitRow
    deductions: BenefitRow
    prorated: tuple[ProratedRow, ...]
    calendar_service_means: BenefitRow
    calendar_service: tuple[BenefitRow, ...]
    beyond_the_rota: tuple[RuleRow, ...]
    superannuation: tuple[BenefitRow, ...]
    not_applicable: tuple[BenefitRow, ...]
