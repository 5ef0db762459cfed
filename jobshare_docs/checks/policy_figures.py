"""Whether the figures of a policy can be reckoned with: limits, patterns, benefits."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.cycle import cycle_of
from jobshare_docs.answers.rota import Schedule
from jobshare_docs.answers.terms import EmployeeTerms
from jobshare_docs.blocks import fields_of
from jobshare_docs.names import unknown
from jobshare_docs.policy.benefit_rows import ProratedRow
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import LimitRow, PatternRow
from jobshare_docs.problems import Problem
from jobshare_docs.schedule.cycle import FIT
from jobshare_docs.schedule.figures import positions_text, share_text
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.reckoning import reckon

_HOURS_IN_A_DAY = 24
_DAYS_IN_A_WEEK = 7


def figures(policy: Policy) -> Iterator[Problem]:
    """What no document could reckon with, each with its file and line."""
    yield from _limits(policy)
    yield from _patterns(policy)
    yield from _benefits(policy)


def _limits(policy: Policy) -> Iterator[Problem]:
    for number, row in enumerate(policy.limit_rows):
        if row.key not in policy.limits:
            message = unknown("limit", row.key, policy.limits)
            yield policy.error("limits", f"limits[{number}].key", message)
        elif wrong := _vain(row):
            yield policy.error("limits", f"limits[{number}].value", wrong)


def _vain(row: LimitRow) -> str | None:
    value = Fraction(row.value)
    if row.key == "full_time_hours_per_day" and not 0 < value <= _HOURS_IN_A_DAY:
        return f"a day of {row.value} hours: write the hours of a full-time day, such as 7.25"
    if row.key == "full_time_days_per_week":
        if not (1 <= value <= _DAYS_IN_A_WEEK and value.denominator == 1):
            return f"a week of {row.value} working days: write a whole number from 1 to 7"
    elif not value:
        return "nothing at all: write the share that both may work together, such as 1.00"
    return None


def _patterns(policy: Policy) -> Iterator[Problem]:
    if any(_vain(row) for row in policy.limit_rows):
        return
    for number, row in enumerate(policy.pattern_rows):
        if not row.weeks:
            message = "a pattern needs its weeks: write each in quotes, from Monday to Friday"
            yield policy.error("patterns", f"patterns[{number}].weeks", message)
        else:
            yield from _reckoned(policy, f"patterns[{number}]", row)


def _reckoned(policy: Policy, where: str, row: PatternRow) -> Iterator[Problem]:
    """Whether a pattern's shares are within the cap, and those that it states.

    Where the days are as long as the cap allows, they hang on that.
    """
    try:
        cycle = cycle_of(Arrangement(schedule=Schedule(pattern=row.name)), policy)
        reckoning = reckon(cycle, policy.cap) if cycle else None
    except ScheduleError as error:
        yield policy.error("patterns", f"{where}.weeks", str(error))
        return
    if reckoning is None:
        return
    if reckoning.is_over_cap:
        total, cap = positions_text(reckoning.total_share), positions_text(reckoning.cap)
        message = f"the total is {total} of a full-time position, over the cap of {cap}"
        yield policy.error("patterns", f"{where}.weeks", f"{message}: change the weeks")
    shares = "/".join(share_text(person.share).rstrip("%") for person in reckoning.people)
    if row.hours_per_day != FIT and shares != row.shares.replace(" ", ""):
        message = f"its weeks come to {shares}: change one of the two"
        yield policy.error("patterns", f"{where}.shares", message)


def _benefits(policy: Policy) -> Iterator[Problem]:
    known = [key for key in fields_of(EmployeeTerms) if key.startswith("full_time_")]
    for number, row in enumerate(policy.benefits.prorated):
        where = f"prorated[{number}]"
        if row.entitlement and row.entitlement not in known:
            message = unknown("item of confirmation.employees", row.entitlement, known)
            yield policy.error("benefits", f"{where}.entitlement", message)
        yield from _in_vain(policy, where, row)
    for group in ("prorated", "calendar_service", "beyond_the_rota", "superannuation"):
        names = [row.name for row in getattr(policy.benefits, group)]
        for name, count in Counter(names).items():
            if count > 1:
                place = f"{group}[{names.index(name, names.index(name) + 1)}]"
                message = f"'{name}' stands there before: keep one of the two"
                yield policy.error("benefits", place, message)


def _in_vain(policy: Policy, where: str, row: ProratedRow) -> Iterator[Problem]:
    """What is said of figures in a row that has none."""
    for name, is_given in (("in_hours", row.in_hours), ("example", row.example)):
        if is_given and not row.has_figures:
            message = (
                "nothing is reckoned here without 'full_time' or 'entitlement': add one of them,"
                " or take this away"
            )
            yield policy.error("benefits", f"{where}.{name}", message)
