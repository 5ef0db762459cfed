"""The nine sections of a proposal but the schedule, and how the partners work together."""

from enum import StrEnum
from typing import Annotated

from jobshare_docs.answers.block import BOTH_AS_IN_A_ROTA, Section
from jobshare_docs.blocks import Block, ShortFor
from jobshare_docs.values import Day, ProseText, Text, YesNo

FOR_TWO = (
    *("partner.complement", "partner.candidates"),
    *("communications.with_partner", "schedule.overlap"),
)
"""Answers that only a job share has; what else a section holds makes sense for one alone."""


class Request(StrEnum):
    """What is asked for."""

    JOB_SHARE = "job-share"
    PART_TIME = "part-time"


class Basis(StrEnum):
    """How long the arrangement is meant to last."""

    PERMANENT = "permanent"
    TRIAL = "trial"
    TIME_BOUND = "time-bound"


class DoneBy(StrEnum):
    """Who does a task from now on."""

    A = "A"
    B = "B"
    BOTH = "both"
    ON_DUTY = "on-duty"
    OTHER = "other"
    DROPPED = "dropped"


class Backup(StrEnum):
    """Who steps in for a task."""

    A = "A"
    B = "B"
    PARTNER = "partner"
    OTHER = "other"
    NONE = "none"


class Beneficiary(StrEnum):
    """To whom an advantage is one."""

    ORGANIZATION = "organization"
    EMPLOYEES = "employees"


class Purpose(Section):
    """Section 1: what is asked for, on which basis, and why."""

    request: Request | None = None
    basis: Basis | None = None
    ends: Day | None = None
    statement: ProseText | None = None
    declaration: YesNo | None = None
    other_paid_work: ProseText | None = None


class Task(Block):
    """One task of the position description, and what becomes of it."""

    task: Text | None = None
    done_by: Annotated[DoneBy, BOTH_AS_IN_A_ROTA] | None = None
    by_whom: Text | None = None
    how: ProseText | None = None
    why: ProseText | None = None
    backup: Backup | None = None
    prompt: YesNo | None = None


class Duties(Section):
    """Section 2: how the duties are divided, and why."""

    rationale: ProseText | None = None
    tasks: tuple[Task, ...] | None = None
    overall_responsibility: ProseText | None = None
    supervision: ProseText | None = None


class Communications(Section):
    """Section 4: how everyone is kept informed."""

    with_partner: ProseText | None = None
    with_supervisor: ProseText | None = None
    with_others: ProseText | None = None
    problems: ProseText | None = None
    staff_meetings: ProseText | None = None
    other_meetings: ProseText | None = None
    handover: ProseText | None = None
    crisis_calls: ProseText | None = None


class SpaceAndEquipment(Section):
    """Section 5: what a partner needs besides what is there."""

    needs: ProseText | None = None
    other_arrangements: ProseText | None = None


class Advantage(Block):
    """One advantage and to whom it is one; written as a text alone, it is the organization's."""

    advantage: ProseText | None = None
    to: Beneficiary = Beneficiary.ORGANIZATION


class Disadvantage(Block):
    """What could go wrong, and how it is lessened or avoided."""

    disadvantage: ProseText | None = None
    remedy: ProseText | None = None


class AdvantagesAndDisadvantages(Section):
    """Section 6: what speaks for the arrangement, and what against it."""

    advantages: tuple[Annotated[Advantage, ShortFor("advantage")], ...] | None = None
    disadvantages: tuple[Disadvantage, ...] | None = None


class Partner(Section):
    """Section 7: who the partner is or should be; part-time, what becomes of the remaining work."""

    experience_and_skills: tuple[ProseText, ...] | None = None
    complement: ProseText | None = None
    candidates: tuple[Text, ...] | None = None
    remaining_work: ProseText | None = None


class Precedent(Block):
    """One arrangement elsewhere, and how a concern was met there."""

    where: Text | None = None
    arrangement: ProseText | None = None
    concern: ProseText | None = None
    addressed: ProseText | None = None


class Precedents(Section):
    """Section 8: examples elsewhere."""

    examples: tuple[Precedent, ...] | None = None


class Implementation(Section):
    """Section 9: when it begins, and what happens where there are concerns."""

    preferred_date: Day | None = None
    review_dates: tuple[Day, ...] | None = None
    if_refused: ProseText | None = None


class WorkingTogether(Block):
    """How both partners are reached and how they hear how it goes."""

    emergency_contact: ProseText | None = None
    shared_addresses: ProseText | None = None
    feedback: ProseText | None = None
    own_feedback: ProseText | None = None
