"""The cycle of a rota as it is written: its weeks, the length of its days, what departs from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from jobshare_docs.schedule.clock import MINUTES_A_DAY
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.notation import PEOPLE, Who
from jobshare_docs.schedule.week import WEEKEND, Day, Week

FIT: Final = "fit"
WEEKS_A_YEAR: Final = 52


class Per(StrEnum):
    """How often extra hours fall due."""

    WEEK = "week"
    CYCLE = "cycle"
    MONTH = "month"
    YEAR = "year"


class Extra(NamedTuple):
    """Hours outside the rota, worked by each of `who`: a staff meeting, a monthly talk."""

    what: str
    who: Who
    hours: Fraction
    per: Per
    paid: bool = True

    def hours_a_week(self, weeks: int) -> Fraction:
        """Hours a week for each person, in a cycle of so many weeks; a month is 52 / 12 weeks."""
        length = {
            Per.WEEK: Fraction(1),
            Per.CYCLE: Fraction(weeks),
            Per.MONTH: Fraction(WEEKS_A_YEAR, 12),
            Per.YEAR: Fraction(WEEKS_A_YEAR),
        }
        return self.hours / length[self.per]


class Departure(NamedTuple):
    """Dates, first and last included, on which `who` works in place of the rota.

    They work every day of the position and every day of the rota between the dates, whole days.
    """

    first: date
    last: date
    who: Who
    paid: bool = True
    reason: str = ""

    def covers(self, day: date) -> bool:
        """Whether the day is one of its dates."""
        return self.first <= day <= self.last


class WorkedDay(NamedTuple):
    """The clock times of a worked day, in minutes from midnight, and its unpaid break."""

    first: int
    last: int
    rest: int = 0

    @property
    def hours(self) -> Fraction:
        """The worked time of the day, without the break."""
        return Fraction(self.last - self.first - self.rest, 60)


@dataclass(frozen=True, slots=True)
class Cycle:
    """The weeks that repeat, and all that their hours are reckoned from.

    `hours_per_day` is the length of a worked day: None for the full-time day, `FIT` for the length
    at which the total is exactly the cap. `first_week_begins` is the Monday of week 1.
    `paid_shares` holds the share paid of those for whom it is given.
    """

    weeks: tuple[Week, ...]
    full_time_day: Fraction
    full_time_days: int = 5
    hours_per_day: Fraction | Literal["fit"] | None = None
    first_week_begins: date | None = None
    extras: tuple[Extra, ...] = ()
    departures: tuple[Departure, ...] = ()
    paid_shares: Mapping[str, Fraction] = field(default_factory=dict, hash=False)
    worked_day: WorkedDay | None = None

    def __post_init__(self) -> None:
        if not self.weeks:
            raise ScheduleError("a cycle needs at least one week")
        if self.full_time_day <= 0 or not 1 <= self.full_time_days <= 7:
            raise ScheduleError("the full-time week needs one to seven days of more than no hours")

    @property
    def seven_days(self) -> bool:
        """Whether any week is written to Sunday."""
        return any(len(week.days) > 5 for week in self.weeks)

    @property
    def columns(self) -> int:
        """How many days of a week are shown: five or seven."""
        return 7 if self.seven_days else 5

    @property
    def letters(self) -> tuple[str, ...]:
        """Those who work in the rota, A before B."""
        return tuple(who for who in PEOPLE if any(week.has(who) for week in self.weeks))

    @property
    def full_time_hours(self) -> Fraction:
        """The hours of the full-time position in the whole cycle."""
        return self.full_time_day * self.full_time_days * len(self.weeks)

    def day(self, week: int, weekday: int) -> Day:
        """The day of a week, both counted from zero; a week counts on into the next cycle."""
        return self.weeks[week % len(self.weeks)].day(weekday)

    def places(self) -> list[tuple[int, int, Day]]:
        """Every day of the cycle with its week and weekday, from zero, Monday to Sunday."""
        return [
            (number, weekday, week.day(weekday))
            for number, week in enumerate(self.weeks)
            for weekday in range(7)
        ]

    def minutes(self, who: str) -> list[tuple[int, int]]:
        """The person's turns in minutes from the beginning of the cycle, in order.

        A turn that runs past the end of the cycle is there a second time, before its beginning;
        one that begins past it is there only at its beginning.
        """
        turns = [
            ((number * 7 + weekday) * MINUTES_A_DAY + turn.first, turn.span.minutes)
            for number, week in enumerate(self.weeks)
            for weekday, day in enumerate(week.days)
            for turn in day.turns
            if turn.who == who
        ]
        end = len(self.weeks) * 7 * MINUTES_A_DAY
        wrapped = [(first - end, length) for first, length in turns if first + length > end]
        begun = [turn for turn in turns if turn[0] < end]
        return sorted((first, first + length) for first, length in wrapped + begun)

    def position_days(self) -> frozenset[int]:
        """The weekdays on which the full-time position works, Monday being 0.

        Monday to Friday, in a week of five days; only a weekday that is never worked gives its
        place to a day of the weekend, and only to one that is worked every week: a position from
        Tuesday to Saturday is known by its rota, a Friday off is still a gap.
        """
        by_rank = sorted(range(7), key=lambda day: (not self._belongs(day), day))
        return frozenset(by_rank[: self.full_time_days])

    def _belongs(self, weekday: int) -> bool:
        worked = (not week.day(weekday).is_off for week in self.weeks)
        return all(worked) if weekday in WEEKEND else any(worked)
