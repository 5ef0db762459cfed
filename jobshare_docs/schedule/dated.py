"""The cycle on the calendar: which week a date falls in, and who works on it."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from jobshare_docs.schedule.cycle import Cycle, Departure
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.notation import PEOPLE, Who
from jobshare_docs.schedule.week import DAY_OFF, NO_WORK, Day


class DatedDay(NamedTuple):
    """One date: its place in the cycle, who works on it, and the departure that says so, if any.

    `week` counts from one, `weekday` from zero (Monday).
    """

    date: date
    week: int
    weekday: int
    day: Day
    departure: Departure | None = None


class DatedWeek(NamedTuple):
    """One week on the calendar: its Monday, its place in the cycle from one, five or seven days."""

    begins: date
    week: int
    days: tuple[DatedDay, ...]


def first_weeks(
    cycle: Cycle,
    count: int = 4,
    starts: Mapping[str, date] = MappingProxyType({}),
    begins: date | None = None,
) -> tuple[DatedWeek, ...]:
    """The first weeks of the arrangement with their dates; none where week 1 has no date.

    From the one that holds `begins`, else the earliest of the first days in `starts`, by letter,
    else from week 1. Nobody is at work before the own first day. Raises ScheduleError as
    `weeks_from` does.
    """
    if cycle.first_week_begins is None:
        return ()
    first = begins or min(starts.values(), default=cycle.first_week_begins)
    return tuple(begun(week, starts) for week in weeks_from(cycle, first, count))


def begun(week: DatedWeek, starts: Mapping[str, date]) -> DatedWeek:
    """The week with nobody at work before the own first day, where the letter has one."""
    if all(day <= week.begins for day in starts.values()):
        return week
    days = (dated._replace(day=dated.day.of(_begun(dated.date, starts))) for dated in week.days)
    return week._replace(days=tuple(days))


def weeks_from(cycle: Cycle, day: date, count: int) -> tuple[DatedWeek, ...]:
    """So many weeks from the one that holds a date; raises ScheduleError as `week_number` does.

    Also where the calendar ends before (year 9999).
    """
    begins = monday_of(day)
    if (date.max - begins).days < 7 * count:
        raise ScheduleError(f"the calendar ends before week {count} after {day}")
    return tuple(_dated_week(cycle, begins + timedelta(weeks=later)) for later in range(count))


def on_date(cycle: Cycle, day: date) -> DatedDay:
    """Who works on a date, departures included; raises ScheduleError as `week_number` does.

    Of two departures that hold the date the later one in the list counts.
    """
    week, weekday = week_number(cycle, day), day.weekday()
    rota = cycle.day(week - 1, weekday)
    for departure in reversed(cycle.departures):
        if departure.covers(day):
            worked = _departed(departure, rota, _is_meant(cycle, departure, weekday))
            return DatedDay(day, week, weekday, worked, departure)
    return DatedDay(day, week, weekday, rota)


def week_number(cycle: Cycle, day: date) -> int:
    """The week of the cycle, from one, that a date falls in; dates before the beginning count back.

    Raises ScheduleError where the cycle has several weeks and no date of its first.
    """
    if len(cycle.weeks) == 1:
        return 1
    if cycle.first_week_begins is None:
        raise ScheduleError(
            f"a cycle of {len(cycle.weeks)} weeks needs first_week_begins: the Monday of week 1"
        )
    weeks = (monday_of(day) - monday_of(cycle.first_week_begins)).days // 7
    return weeks % len(cycle.weeks) + 1


def is_monday(day: date) -> bool:
    """Whether a week of the rota can begin on the date."""
    return day.weekday() == 0


def monday_of(day: date) -> date:
    """The Monday of the week that holds a date."""
    return day - timedelta(days=day.weekday())


def hours_added(
    cycle: Cycle, departure: Departure, length: Fraction
) -> Mapping[str, Fraction] | None:
    """The hours that a departure adds to the rota for each person, where a day has `length` hours.

    Negative for one who works less; None where the rota's days are not known (no date of week 1).
    """
    if len(cycle.weeks) > 1 and cycle.first_week_begins is None:
        return None
    days = max(0, (departure.last - departure.first).days + 1)
    rounds, rest = divmod(days, len(cycle.weeks) * 7)
    changes = _changes(cycle, departure, min(days, len(cycle.weeks) * 7))
    return {
        who: rounds * _hours_gained(who, changes, length)
        + _hours_gained(who, changes[:rest], length)
        for who in PEOPLE
    }


def _begun(day: date, starts: Mapping[str, date]) -> Who:
    return frozenset(who for who in PEOPLE if starts.get(who, day) <= day)


def _hours_gained(who: str, changes: list[tuple[Day, Day]], length: Fraction) -> Fraction:
    before = sum((before.work(who) for before, _ in changes), NO_WORK)
    after = sum((after.work(who) for _, after in changes), NO_WORK)
    return after.hours(length) - before.hours(length)


def _changes(cycle: Cycle, departure: Departure, days: int) -> list[tuple[Day, Day]]:
    """The first so many days of a departure, each as the rota has it and as it becomes."""
    dates = [departure.first + timedelta(days=later) for later in range(days)]
    return [
        (before, _departed(departure, before, _is_meant(cycle, departure, day.weekday())))
        for day in dates
        for before in [_rota(cycle, day)]
    ]


def _is_meant(cycle: Cycle, departure: Departure, weekday: int) -> bool:
    """Whether it speaks of a weekday: of the position's own, or of others where it has no more."""
    position = cycle.position_days()
    days = (departure.last - departure.first).days + 1
    spoken_of = {(departure.first.weekday() + later) % 7 for later in range(min(days, 7))}
    return weekday in position or not spoken_of & position


def _departed(departure: Departure, before: Day, is_meant: bool) -> Day:
    return Day.whole(departure.who) if is_meant or not before.is_off else DAY_OFF


def _rota(cycle: Cycle, day: date) -> Day:
    return cycle.day(week_number(cycle, day) - 1, day.weekday())


def _dated_week(cycle: Cycle, begins: date) -> DatedWeek:
    days = [on_date(cycle, begins + timedelta(days=later)) for later in range(cycle.columns)]
    return DatedWeek(begins, week_number(cycle, begins), tuple(days))
