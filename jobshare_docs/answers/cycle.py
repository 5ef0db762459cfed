"""The cycle that the answers describe, as the schedule reckons it."""

from fractions import Fraction
from functools import lru_cache
from typing import Literal

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.rota import DatedException, ExtraHours, Schedule, WorkedDayTimes
from jobshare_docs.answers.written_weeks import week_of
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import PatternRow
from jobshare_docs.remembering import The, by_identity
from jobshare_docs.schedule.clock import minutes_of, parse_length
from jobshare_docs.schedule.cycle import FIT, Cycle, Departure, Extra, WorkedDay
from jobshare_docs.schedule.reckoning import Reckoning, reckon
from jobshare_docs.schedule.week import Week


def cycle_of(arrangement: Arrangement, policy: Policy) -> Cycle | None:
    """The cycle of the arrangement's rota or pattern; None where no usable one is given.

    The full-time day and week are the position's where it has its own, else the policy's.
    """
    if arrangement.schedule is None:
        return None
    shares = tuple((who, one.share) for who, one in arrangement.people.items() if one.share)
    day, days = full_time_day(arrangement, policy), _full_time_days(arrangement, policy)
    return _cycle(The(arrangement.schedule), The(policy), day, days, shares)


@by_identity(64)
def reckoned(cycle: Cycle, policy: Policy) -> Reckoning:
    """What a cycle comes to under the policy's cap; raises ScheduleError."""
    return _reckoned(cycle, The(policy))


@lru_cache(maxsize=64)  # in a batch, and in what was asked and agreed, many cycles are equal
def _reckoned(cycle: Cycle, policy: The) -> Reckoning:
    return reckon(cycle, policy.it.cap)


@lru_cache(maxsize=64)  # in a batch many have the very same schedule
def _cycle(
    of_schedule: The,
    of_policy: The,
    day: Fraction,
    days: int,
    shares: tuple[tuple[str, Fraction], ...],
) -> Cycle | None:
    schedule: Schedule = of_schedule.it
    policy: Policy = of_policy.it
    pattern = policy.patterns.get(schedule.pattern or "")
    weeks = schedule.weeks or (pattern_weeks(pattern) if pattern else ())
    if not weeks:
        return None
    return Cycle(
        weeks=tuple(week.swapped() for week in weeks) if schedule.swap else tuple(weeks),
        full_time_day=day,
        full_time_days=days,
        hours_per_day=_hours_per_day(schedule, pattern),
        first_week_begins=schedule.first_week_begins,
        extras=tuple(filter(None, map(_extra, schedule.extra or ()))),
        departures=tuple(filter(None, map(_departure, schedule.exceptions or ()))),
        paid_shares=dict(shares),
        worked_day=_worked_day(schedule.day),
    )


def pattern_weeks(pattern: PatternRow) -> tuple[Week, ...]:
    """The weeks of a policy's pattern."""
    return tuple(week_of(week) for week in pattern.weeks)


def full_time_day(arrangement: Arrangement, policy: Policy) -> Fraction:
    """The length of the full-time day in hours: the position's own, else the policy's."""
    position = arrangement.position
    own = position.full_time_hours_per_day if position else None
    return own or policy.full_time_hours_per_day


def _full_time_days(arrangement: Arrangement, policy: Policy) -> int:
    position = arrangement.position
    own = position.full_time_days_per_week if position else None
    return own or int(policy.full_time_days_per_week)


def _hours_per_day(
    schedule: Schedule, pattern: PatternRow | None
) -> Fraction | Literal["fit"] | None:
    if schedule.hours_per_day is not None or pattern is None or pattern.hours_per_day is None:
        return schedule.hours_per_day
    return FIT if pattern.hours_per_day == FIT else parse_length(pattern.hours_per_day)


def _extra(row: ExtraHours) -> Extra | None:
    if row.what is None or row.who is None or row.hours is None or row.per is None:
        return None
    return Extra(row.what, row.who.letters, row.hours, row.per, row.paid is not False)


def _departure(row: DatedException) -> Departure | None:
    if row.from_ is None or row.who is None:
        return None
    last = row.to or row.from_
    return Departure(row.from_, last, row.who.letters, row.paid is not False, row.reason or "")


def _worked_day(day: WorkedDayTimes | None) -> WorkedDay | None:
    if day is None or day.start is None or day.end is None:
        return None
    rest = int((day.break_ or Fraction(0)) * 60)
    return WorkedDay(minutes_of(day.start), minutes_of(day.end), rest)
