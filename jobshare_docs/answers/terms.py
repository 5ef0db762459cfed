"""What the employer confirms or replies."""

from enum import StrEnum
from typing import Annotated, Literal

from jobshare_docs.answers.people import Official, Position
from jobshare_docs.answers.rota import Schedule, not_a_rota
from jobshare_docs.answers.sections import (
    AdvantagesAndDisadvantages,
    Communications,
    Duties,
    Implementation,
    Partner,
    Precedents,
    Purpose,
    SpaceAndEquipment,
    WorkingTogether,
)
from jobshare_docs.blocks import Block, First, ShortFor
from jobshare_docs.values import Day, Moment, Money, Number, ProseText, Text


class Form(StrEnum):
    """The forms of a written confirmation."""

    MEMO = "memo"
    OFFER = "offer"
    AGREEMENT = "agreement"


class ReplacementReason(StrEnum):
    """Why a letter takes the place of an earlier one."""

    EXTENDED = "extended"
    MADE_PERMANENT = "made-permanent"
    CHANGED = "changed"
    NEW_PARTNER = "new-partner"


class Outcome(StrEnum):
    """What a reply says."""

    RECEIVED = "received"
    COUNTER_OFFER = "counter-offer"
    DECLINED = "declined"
    ENDING = "ending"


class EndingCause(StrEnum):
    """Why an arrangement ends."""

    PARTNER_LEFT = "partner-left"
    OPERATIONAL_REASONS = "operational-reasons"
    END_OF_TRIAL = "end-of-trial"


class Sections(Block):
    """The sections as they stand after talks: only what differs from what was asked."""

    position: Position | None = None
    purpose: Purpose | None = None
    duties: Duties | None = None
    schedule: Annotated[Schedule, First(not_a_rota)] | None = None
    communications: Communications | None = None
    space_and_equipment: SpaceAndEquipment | None = None
    advantages_and_disadvantages: AdvantagesAndDisadvantages | None = None
    partner: Partner | None = None
    precedents: Precedents | None = None
    implementation: Implementation | None = None
    working_together: WorkingTogether | None = None


class Effective(Block):
    """The first day: a date, or the day a partner starts and a date it must not pass."""

    date: Day | None = None
    when: Literal["partner-starts"] | None = None
    not_after: Day | None = None


def _is_a_day(text: str) -> None:
    if "partner" in text.casefold():
        raise ValueError("write it as {when: partner-starts, not_after: 2027-03-01}")


EffectiveOrDay = Annotated[Effective, ShortFor("date", _is_a_day)]


class Review(Block):
    """When and by what the arrangement is judged; `held` are the dates that are done with."""

    dates: tuple[Day, ...] | None = None
    held: tuple[Day, ...] | None = None
    when: ProseText | None = None
    criteria: ProseText | None = None
    decided_by: ProseText | None = None
    if_unsuccessful: ProseText | None = None


class PartnerLeaves(Block):
    """What happens when one partner leaves."""

    interim_cover: ProseText | None = None
    search_period: ProseText | None = None
    then: ProseText | None = None


class Notice(Block):
    """The notice to end the arrangement."""

    by_employee: ProseText | None = None
    by_employer: ProseText | None = None


class IfNoPartner(Block):
    """What happens while no partner is found."""

    search_until: Day | None = None
    then: ProseText | None = None


class Replaces(Block):
    """The earlier letter that this one takes the place of; a new partner is B, unless said."""

    date: Day | None = None
    reason: ReplacementReason | None = None
    new_partner: Literal["A", "B"] | None = None


class Signatory(Block):
    """One who signs besides the employee and the employer."""

    role: Text | None = None
    name: Text | None = None


class EmployeeTerms(Block):
    """What is settled for one employee alone; nobody else's letter may hold it."""

    classification: Text | None = None
    conditions: tuple[ProseText, ...] | None = None
    effective: EffectiveOrDay | None = None
    full_time_salary: Money | None = None
    full_time_vacation_days: Number | None = None
    full_time_compassionate_days: Number | None = None


class TermsByEmployee(Block):
    """The terms of each employee, by letter."""

    A: EmployeeTerms | None = None
    B: EmployeeTerms | None = None


class Confirmation(Block):
    """The terms agreed upon, as the employer confirms them in writing.

    `answered` is the day on which the employee did, after which nobody waits for it.
    """

    form: Form | None = None
    date: Day | None = None
    approved_by: Official | None = None
    signed_by: Official | None = None
    effective: EffectiveOrDay | None = None
    governing_terms: ProseText | None = None
    agreed: Sections | None = None
    employees: TermsByEmployee | None = None
    conditions: tuple[ProseText, ...] | None = None
    handover_paid: ProseText | None = None
    leave_clash: ProseText | None = None
    general_holidays: ProseText | None = None
    rota_change_notice: ProseText | None = None
    expenses: ProseText | None = None
    disagreements: ProseText | None = None
    performance: ProseText | None = None
    review: Review | None = None
    partner_leaves: PartnerLeaves | None = None
    notice: Notice | None = None
    return_to: ProseText | None = None
    return_to_full_time: ProseText | None = None
    if_no_partner: IfNoPartner | None = None
    benefit_notes: ProseText | None = None
    attachments: tuple[Text, ...] | None = None
    copies_to: tuple[Text, ...] | None = None
    signatories: tuple[Signatory, ...] | None = None
    reply_by: Day | None = None
    answered: Day | None = None
    replaces: Replaces | None = None


class Meeting(Block):
    """When, where and with whom a request is talked over."""

    when: Moment | None = None
    where: Text | None = None
    with_: tuple[Text, ...] | None = None


class Ending(Block):
    """Why and when an arrangement ends, who leaves, and what the remaining employee may do."""

    cause: EndingCause | None = None
    leaves: Literal["A", "B"] | None = None
    last_day: Day | None = None
    remaining_employee: ProseText | None = None


class Reply(Block):
    """The employer's reply where the request is not simply granted."""

    outcome: Outcome | None = None
    date: Day | None = None
    signed_by: Official | None = None
    request_received: Day | None = None
    meeting: Meeting | None = None
    decide_by: Day | None = None
    reasons: tuple[ProseText, ...] | None = None
    terms: Sections | None = None
    answer_by: Day | None = None
    answered: Day | None = None
    options: tuple[Text, ...] | None = None
    ending: Ending | None = None
