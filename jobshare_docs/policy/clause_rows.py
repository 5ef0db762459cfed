"""The rows of `clauses.yaml`: what letters, replies and postings say because the policy does."""

from string import Template
from typing import Annotated

from jobshare_docs.blocks import Block, Then
from jobshare_docs.policy.rows import Row
from jobshare_docs.values import Text, YesNo

FULL_TIME_DAY = "full_time_day"


def _with_known_names(says: str) -> str:
    template = Template(says)
    if not template.is_valid() or set(template.get_identifiers()) - {FULL_TIME_DAY}:
        raise ValueError(f"only ${FULL_TIME_DAY} is filled in here; write $$ for the sign itself")
    return says


Said = Annotated[Text, Then(_with_known_names)]


class FactRow(Row):
    """A fact that an employer has or has not, and how it is said where it holds.

    `says` is said to one employee, `says_of_all` in an agreement that all parties read.
    """

    holds: YesNo
    says: Said | None = None
    says_of_all: Said | None = None
    notes: Text | None = None


class GivingUpRow(FactRow):
    """What one gives up; `signed` follows "I understand and accept that", and is signed for."""

    signed: Said | None = None


class ReturnRow(FactRow):
    """A right to return; `lapses` is said where the arrangement becomes permanent."""

    lapses: Said | None = None


class ClauseRow(Row):
    """A sentence or several, printed as they stand."""

    says: Said
    notes: Text | None = None


class Clauses(Block):
    """`clauses.yaml`; a clause that an employer does not have is left out.

    `gives_up_full_time` is about a permanent job share, `returns_at_the_end` about a trial and an
    agreed period; both speak of employees who come from full-time. `ends_for_operational_reasons`,
    `ends_without_partner` and `remaining_partner` are said where an arrangement ends,
    `alternatives` where a request is declined, `selection` where a vacant share is advertised, and
    `keeping_informed` in the changeover log.
    """

    gives_up_full_time: GivingUpRow
    returns_at_the_end: ReturnRow
    job_share_ends: ClauseRow
    part_time_ends: ClauseRow
    beyond_the_rota: ClauseRow
    remaining_partner: ClauseRow
    selection: ClauseRow
    accountability: ClauseRow | None = None
    set_separately: ClauseRow | None = None
    part_time_benefits: ClauseRow | None = None
    deductions: ClauseRow | None = None
    ends_for_operational_reasons: ClauseRow | None = None
    ends_without_partner: ClauseRow | None = None
    alternatives: ClauseRow | None = None
    keeping_informed: ClauseRow | None = None
