"""The employee's private worksheet, and what a posting of the vacant half needs."""

from typing import Literal

from jobshare_docs.blocks import Block
from jobshare_docs.values import Day, Money, ProseText, Text, YesNo


class MonthlyMoney(Block):
    """Spending and income in dollars a month; take-home pay is after deductions."""

    spend_now: Money | None = None
    spend_needed: Money | None = None
    take_home: Money | None = None
    other_income: Money | None = None
    willing_to_spend_less: YesNo | None = None


class Career(Block):
    """The four questions on what a smaller job does to a career."""

    three_years: ProseText | None = None
    effect: ProseText | None = None
    duties_to_keep: ProseText | None = None
    aspirations: ProseText | None = None


class Readiness(Block):
    """The ten questions on whether a person is ready to share a job."""

    satisfied_with_job: YesNo | None = None
    patience_to_restructure: YesNo | None = None
    share_ideas_and_decisions: YesNo | None = None
    share_responsibility_and_credit: YesNo | None = None
    work_in_a_team: YesNo | None = None
    negotiate_differences: YesNo | None = None
    spend_extra_time_on_the_partnership: YesNo | None = None
    adapt_to_partner: YesNo | None = None
    can_afford: YesNo | None = None
    skills_flexibility_organization_collaboration_communication: YesNo | None = None


class Weighing(Block):
    """What the employee finds for and against."""

    for_: tuple[ProseText, ...] | None = None
    against: tuple[ProseText, ...] | None = None


class JobAnalysis(Block):
    """What the job is made of, and whether it can be shared."""

    tasks: ProseText | None = None
    time_dependent: ProseText | None = None
    independent: ProseText | None = None
    natural_breaks: ProseText | None = None
    slow_periods: ProseText | None = None
    reduce_workload: ProseText | None = None
    information: ProseText | None = None
    affected: ProseText | None = None
    divide_work: ProseText | None = None
    share_time: ProseText | None = None


class Worksheet(Block):
    """One employee's own reckoning; no other document may hold any of it."""

    for_: Literal["A", "B"] | None = None
    money: MonthlyMoney | None = None
    career: Career | None = None
    readiness: Readiness | None = None
    weighing: Weighing | None = None
    job: JobAnalysis | None = None


class Posting(Block):
    """What the advertisement of the vacant half says besides the answers.

    `vacant` is the letter of that half: of who leaves, where that is said, else B.
    """

    vacant: Literal["A", "B"] | None = None
    competition_number: Text | None = None
    closing_date: Day | None = None
    apply_to: Text | None = None
    salary_range: Text | None = None
    partner_on_selection_board: YesNo | None = None
