"""The clock times of a worked day against its length."""

import math
from collections.abc import Iterator
from fractions import Fraction

from jobshare_docs.answers.answers import Terms
from jobshare_docs.problems import Problem
from jobshare_docs.schedule.clock import MINUTES_A_DAY, clock_of, time_text
from jobshare_docs.schedule.cycle import FIT, WorkedDay
from jobshare_docs.schedule.figures import clock_text, length_text
from jobshare_docs.schedule.reckoning import Reckoning

# A length that fits the cap need not be whole minutes, as times of the clock are.
_A_MINUTE = Fraction(1, 60)


def problems(terms: Terms, reckoning: Reckoning) -> Iterator[Problem]:
    """An end after the beginning, and as many hours between them as a day is worked."""
    day = reckoning.cycle.worked_day
    if day is None or any(name.startswith("schedule.day") for name in terms.unread):
        return
    if day.last <= day.first:
        yield terms.error("schedule.day.end", _ends_early(day))
    elif day.hours <= 0:
        message = "the break is as long as the day: write its length in hours, such as 1:00"
        yield terms.error("schedule.day.break", message)
    elif abs(day.hours - reckoning.hours_per_day) >= _A_MINUTE:
        yield terms.error(
            "schedule.day",
            f"these times are {clock_text(day.hours)} without the break, and a worked day is"
            f" {length_text(reckoning.hours_per_day)}: {_other_times(day, reckoning)}",
        )


def _ends_early(day: WorkedDay) -> str:
    afternoon = day.last + MINUTES_A_DAY // 2
    if day.first < afternoon < MINUTES_A_DAY:
        return f"the day ends before it begins: did you mean {time_text(clock_of(afternoon))}?"
    return "the day ends before it begins: correct start or end"


def _other_times(day: WorkedDay, reckoning: Reckoning) -> str:
    """What to change; times of the clock are whole minutes, and what 'fit' comes to seldom is."""
    minutes = math.floor(reckoning.hours_per_day * 60)
    end = day.first + minutes + day.rest
    if reckoning.cycle.hours_per_day != FIT or end >= MINUTES_A_DAY:
        return "change the times, the break or hours_per_day"
    length = clock_text(Fraction(minutes, 60))
    return (
        "'fit' does not go with times of the clock; write hours_per_day:"
        f" {length} and end: {time_text(clock_of(end))}"
    )
