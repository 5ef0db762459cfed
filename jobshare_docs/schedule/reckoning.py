"""What a cycle comes to: hours and shares, overlaps and gaps, in exact fractions."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from jobshare_docs.schedule.coverage import Stretch, gaps, overlaps, refuse_double_turns
from jobshare_docs.schedule.cycle import FIT, Cycle, Departure
from jobshare_docs.schedule.dated import hours_added
from jobshare_docs.schedule.figures import clock_text, hours_text, share_text, whole_minutes
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.notation import PEOPLE, Who
from jobshare_docs.schedule.week import HALF_DAY, NO_HOURS, NO_WORK, Work

__all__ = [
    "DepartureHours",
    "LongDay",
    "PersonHours",
    "Reckoning",
    "clock_text",
    "hours_text",
    "reckon",
    "share_text",
]

ONE_POSITION = Fraction(1)


class PersonHours(NamedTuple):
    """One person's part of the cycle.

    `hours` is the average week with the extra hours, `paid_hours` the same without unpaid ones;
    `weekly` holds the rota's hours week by week, without extra hours; `days` counts the cycle's
    days. A half counts half a day; so do turns that together are no longer than half a worked day.
    """

    letter: str
    hours: Fraction
    extra_hours: Fraction
    paid_hours: Fraction
    share: Fraction
    paid_share: Fraction
    paid_share_given: bool
    weekly: tuple[Fraction, ...]
    days: Fraction
    most_days_in_a_week: int
    longest_day: Fraction
    only_half_days: bool

    @property
    def pay_differs(self) -> bool:
        """Whether the share paid is more than half a point from the share worked."""
        return abs(self.paid_share - self.share) > Fraction(1, 200)


class LongDay(NamedTuple):
    """A day of the rota that is longer than the full-time day: daily overtime.

    `week` counts from one, `weekday` from zero (Monday).
    """

    week: int
    weekday: int
    who: str
    hours: Fraction


class DepartureHours(NamedTuple):
    """A dated departure and the hours that it adds for each person, or takes (negative).

    `added` is None where the cycle has several weeks and no date: the rota's days are not known.
    """

    departure: Departure
    added: Mapping[str, Fraction] | None

    @property
    def total(self) -> Fraction | None:
        """The hours that it adds in all."""
        return None if self.added is None else sum(self.added.values(), Fraction(0))


class Reckoning(NamedTuple):
    """All that follows from a cycle; every figure is exact, hours are in hours.

    `hours_per_day` is the length of a whole worked day; `cap` is in full-time positions.
    """

    cycle: Cycle
    cap: Fraction
    hours_per_day: Fraction
    people: tuple[PersonHours, ...]
    overlaps: tuple[Stretch, ...]
    gaps: tuple[Stretch, ...]
    long_days: tuple[LongDay, ...]
    departures: tuple[DepartureHours, ...]

    def person(self, letter: str) -> PersonHours | None:
        """The person of that letter, if they work in the cycle."""
        return next((person for person in self.people if person.letter == letter), None)

    @property
    def full_time_hours_per_week(self) -> Fraction:
        """The hours of the full-time week."""
        return self.cycle.full_time_day * self.cycle.full_time_days

    @property
    def total_hours(self) -> Fraction:
        """The hours of all in an average week, with extra hours."""
        return sum((person.hours for person in self.people), Fraction(0))

    @property
    def total_share(self) -> Fraction:
        """The total in full-time positions."""
        return self.total_hours / self.full_time_hours_per_week

    @property
    def cap_hours(self) -> Fraction:
        """The hours a week that the cap allows."""
        return self.cap * self.full_time_hours_per_week

    @property
    def hours_over(self) -> Fraction:
        """The hours by which an average week is over the cap; negative where there is room."""
        return self.total_hours - self.cap_hours

    @property
    def is_over_cap(self) -> bool:
        """Whether the total, to the minute, is more than the cap: if and only if its h:mm is."""
        return whole_minutes(self.total_hours) > whole_minutes(self.cap_hours)

    @property
    def overlap_hours(self) -> Fraction:
        """The hours in the cycle during which both are there."""
        return sum((overlap.hours for overlap in self.overlaps), Fraction(0))

    @property
    def weeks_with_overlap(self) -> int:
        """In how many weeks of the cycle both are there at some time."""
        return len({overlap.week for overlap in self.overlaps})


def reckon(cycle: Cycle, cap: Fraction = ONE_POSITION) -> Reckoning:
    """Reckon a cycle under a cap in full-time positions.

    Raises ScheduleError where no length of a day fits (`FIT`), or one person has two turns at once.
    """
    refuse_double_turns(cycle)
    length = worked_day(cycle, cap)
    return Reckoning(
        cycle=cycle,
        cap=cap,
        hours_per_day=length,
        people=tuple(_person(cycle, who, length) for who in everybody(cycle)),
        overlaps=overlaps(cycle, length),
        gaps=gaps(cycle, length),
        long_days=_long_days(cycle, length),
        departures=tuple(
            DepartureHours(departure, hours_added(cycle, departure, length))
            for departure in cycle.departures
        ),
    )


def worked_day(cycle: Cycle, cap: Fraction) -> Fraction:
    """The hours of a whole worked day of the cycle; raises ScheduleError where `FIT` finds none."""
    if cycle.hours_per_day is None:
        return cycle.full_time_day
    if cycle.hours_per_day != FIT:
        return cycle.hours_per_day
    if cycle.letters != PEOPLE:
        raise ScheduleError(
            "'fit' shares one full-time position between two: for one employee alone,"
            " write the hours of a day, such as 7.25"
        )
    return fitting_day(cycle, cap)


def fitting_day(cycle: Cycle, cap: Fraction) -> Fraction:
    """The length of a worked day at which the total is exactly the cap.

    Hours in times of the clock and extra hours stay as they are. Raises ScheduleError where there
    is no such length.
    """
    work = sum((week.work(who) for week in cycle.weeks for who in PEOPLE), NO_WORK)
    extra = sum((_extra_hours(cycle, who) for who in PEOPLE), NO_HOURS) * len(cycle.weeks)
    fixed = Fraction(work.minutes, 60) + extra
    if not work.halves:
        raise ScheduleError("no day is worked by whole or half days, so no length can be fitted")
    length = 2 * (cap * cycle.full_time_hours - fixed) / work.halves
    if length <= 0:
        raise ScheduleError(
            f"the times and extra hours alone are {hours_text(fixed)} hours in the cycle:"
            " they leave nothing for the other days, so shorten them"
        )
    return length


def everybody(cycle: Cycle) -> tuple[str, ...]:
    """Those who work in the rota or have extra hours, A before B."""
    extra: Who = frozenset().union(*(extra.who for extra in cycle.extras))
    return tuple(who for who in PEOPLE if who in cycle.letters or who in extra)


def _extra_hours(cycle: Cycle, who: str, paid_only: bool = False) -> Fraction:
    """The person's extra hours in an average week."""
    hours = (
        extra.hours_a_week(len(cycle.weeks))
        for extra in cycle.extras
        if who in extra.who and (extra.paid or not paid_only)
    )
    return sum(hours, NO_HOURS)


def _person(cycle: Cycle, who: str, length: Fraction) -> PersonHours:
    weekly = tuple(week.work(who).hours(length) for week in cycle.weeks)
    rota = sum(weekly, NO_HOURS) / len(weekly)
    extra = _extra_hours(cycle, who)
    paid_hours = rota + _extra_hours(cycle, who, paid_only=True)
    full_time = cycle.full_time_day * cycle.full_time_days
    days = Counter(day.work(who) for week in cycle.weeks for day in week.days if day.has(who))
    counted = {work: _day_count(work, length) for work in days}
    return PersonHours(
        letter=who,
        hours=rota + extra,
        extra_hours=extra,
        paid_hours=paid_hours,
        share=(rota + extra) / full_time,
        paid_share=cycle.paid_shares.get(who, paid_hours / full_time),
        paid_share_given=who in cycle.paid_shares,
        weekly=weekly,
        days=sum((days[work] * counted[work] for work in days), NO_HOURS),
        most_days_in_a_week=max(sum(day.has(who) for day in week.days) for week in cycle.weeks),
        longest_day=max((work.hours(length) for work in days), default=NO_HOURS),
        only_half_days=set(counted.values()) == {HALF_DAY},
    )


def _day_count(work: Work, length: Fraction) -> Fraction:
    """One day, or half of one: by its halves, or by the hours of its turns."""
    if work.halves:
        return work.halves * HALF_DAY
    return HALF_DAY if work.hours(length) <= length * HALF_DAY else Fraction(1)


def _long_days(cycle: Cycle, length: Fraction) -> tuple[LongDay, ...]:
    longest = whole_minutes(cycle.full_time_day)
    kinds = {day.work(who) for week in cycle.weeks for day in week.days for who in PEOPLE}
    hours = {work: work.hours(length) for work in kinds}
    long = {work for work in kinds if whole_minutes(hours[work]) > longest}
    return tuple(
        LongDay(week + 1, weekday, who, hours[day.work(who)])
        for week, weekday, day in (cycle.places() if long else ())
        for who in PEOPLE
        if day.work(who) in long
    )
