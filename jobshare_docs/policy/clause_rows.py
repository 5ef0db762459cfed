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


class FactRow(Row):
    """A fact on which sentences of the letter depend."""

    holds: YesNo
    notes: Text | None = None


class ClauseRow(Row):
    """A sentence or several, printed as they stand."""

    says: Annotated[Text, Then(_with_known_names)]


class Clauses(Block):
    """`clauses.yaml`.

    `gives_up_full_time` is about a permanent job share, `returns_at_the_end` about a trial and an
    agreed period; both speak of employees who come from full-time. `remaining_partner` is said
    where one partner has left and the job share ends, `selection` where a vacant share is
    advertised.
    """

    gives_up_full_time: FactRow
    returns_at_the_end: FactRow
    job_share_ends: ClauseRow
    part_time_ends: ClauseRow
    beyond_the_rota: ClauseRow
    remaining_partner: ClauseRow
    selection: ClauseRow
