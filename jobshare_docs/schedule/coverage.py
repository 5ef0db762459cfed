"""Where in the cycle both work at once, and where nobody does."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from jobshare_docs.schedule.clock import MINUTES_A_DAY, Span, span_text
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.notation import BOTH, NOBODY, PEOPLE
from jobshare_docs.schedule.week import HALF_DAY, WEEKDAYS, Day, Half

_LONGEST_BREAK = 90
"""Minutes that a person may be away within a day, where the break of a worked day is not given."""

_HALF_NAMES = {Half.MORNING: " morning", Half.AFTERNOON: " afternoon"}

_MANY = 3

Minutes = tuple[int, int]


class Stretch(NamedTuple):
    """A part of the cycle: a day, a half of it, or the time between two minutes of it.

    `week` counts from one, `weekday` from zero (Monday); `half` is None for a whole day; `first`
    and `last` are minutes from midnight, None where the day is not written in times of the clock.
    """

    week: int
    weekday: int
    hours: Fraction
    half: Half | None = None
    first: int | None = None
    last: int | None = None

    @property
    def times(self) -> tuple[time, time] | None:
        """The times of the clock at which it begins and ends, where they are known."""
        return (self._span.start, self._span.end) if self._span else None

    def when(self, weeks: int) -> str:
        """In words, in a cycle of so many weeks: `Friday afternoon of week 2`."""
        half = _HALF_NAMES[self.half] if self.half else ""
        of_week = f" of week {self.week}" if weeks > 1 else ""
        clock = f", {span_text(self._span)}" if self._span else ""
        return f"{WEEKDAYS[self.weekday]}{half}{of_week}{clock}"

    @property
    def _span(self) -> Span | None:
        if self.first is None or self.last is None:
            return None
        return Span(self.first, self.last)


def in_words(stretches: Sequence[Stretch], weeks: int) -> str:
    """Several parts of a cycle in words; of many only the first three, and how many more."""
    named = "; ".join(stretch.when(weeks) for stretch in stretches[:_MANY])
    more = len(stretches) - _MANY
    return f"{named} and {more} more" if more > 0 else named


def overlaps(cycle: Cycle, length: Fraction) -> tuple[Stretch, ...]:
    """The parts of the cycle that both work, where a whole day has `length` hours.

    Turns are compared through midnight, also from the end of the cycle to its beginning. The hours
    are those during which both are there, not the sum of the two.
    """
    halves = [
        stretch
        for week, weekday, day in cycle.places()
        for stretch in _halves(week, weekday, length, _both_there(day))
    ]
    together = [_stretch(first, last) for first, last in _common(*map(cycle.minutes, PEOPLE))]
    return tuple(sorted([*halves, *together], key=_place))


def gaps(cycle: Cycle, length: Fraction) -> tuple[Stretch, ...]:
    """The parts of the position's days that nobody works; none where one employee works alone.

    On a day in turns: what is uncovered of the worked day whose times the cycle gives, else between
    the first and the last turn of that day, unless the turns are a whole day's work. A break is no
    gap.
    """
    if cycle.letters != PEOPLE:
        return ()
    days = cycle.position_days()
    return tuple(
        stretch
        for week, weekday, day in cycle.places()
        if weekday in days
        for stretch in (
            _uncovered_times(cycle, week, weekday, length)
            if day.turns
            else _halves(week, weekday, length, _nobody_there(day))
        )
    )


def refuse_double_turns(cycle: Cycle) -> None:
    """Raise ScheduleError where a night turn runs into the next turn of the same person."""
    for who in PEOPLE:
        turns = cycle.minutes(who)
        for earlier, later in pairwise(turns):
            if later[0] < earlier[1]:
                place = _stretch(max(later[0], 0), min(later[1], earlier[1]))
                when = place.when(len(cycle.weeks))
                raise ScheduleError(f"{who} has two turns at once on {when}: shorten one of them")


def _both_there(day: Day) -> list[Half]:
    return [half for half, who in day.by_half() if who == BOTH]


def _nobody_there(day: Day) -> list[Half]:
    return [half for half, who in day.by_half() if who == NOBODY]


def _halves(week: int, weekday: int, length: Fraction, halves: list[Half]) -> Iterator[Stretch]:
    if len(halves) == 2:
        yield Stretch(week + 1, weekday, length)
    elif halves:
        yield Stretch(week + 1, weekday, length * HALF_DAY, halves[0])


def _stretch(first: int, last: int) -> Stretch:
    """The stretch between two minutes of the cycle, which belongs to the day on which it begins."""
    day, minute = divmod(first, MINUTES_A_DAY)
    week, weekday = divmod(day, 7)
    hours = Fraction(last - first, 60)
    return Stretch(week + 1, weekday, hours, first=minute, last=minute + last - first)


def _common(some: list[Minutes], others: list[Minutes]) -> Iterator[Minutes]:
    """What two sorted lists of stretches have in common, from the beginning of the cycle on."""
    one = other = 0
    while one < len(some) and other < len(others):
        first = max(some[one][0], others[other][0])
        last = min(some[one][1], others[other][1])
        if last > first >= 0:
            yield first, last
        if some[one][1] <= others[other][1]:
            one += 1
        else:
            other += 1


def _uncovered_times(cycle: Cycle, week: int, weekday: int, length: Fraction) -> Iterator[Stretch]:
    day = cycle.day(week, weekday)
    begins, ends = _window(cycle, day)
    open_times = list(_between(_taken(cycle, week, weekday), begins, ends))
    covered = Fraction(ends - begins - sum(last - first for first, last in open_times), 60)
    if cycle.worked_day is None and covered >= length:
        return  # a whole day's work is done, and what lies between is the break
    for first, last in open_times:
        if not _is_break(cycle, day, first, last):
            hours = Fraction(last - first, 60)
            yield Stretch(week + 1, weekday, hours, first=first, last=last)


def _taken(cycle: Cycle, week: int, weekday: int) -> list[Minutes]:
    """The turns of a day, and those of the day before that run into it, in order."""
    before = cycle.day(week, weekday - 1) if weekday else cycle.day(week - 1, 6)
    spilt = [(turn.first - MINUTES_A_DAY, turn.last - MINUTES_A_DAY) for turn in before.turns]
    return sorted([*spilt, *((turn.first, turn.last) for turn in cycle.day(week, weekday).turns)])


def _window(cycle: Cycle, day: Day) -> Minutes:
    if cycle.worked_day:
        return cycle.worked_day.first, cycle.worked_day.last
    return min(turn.first for turn in day.turns), max(turn.last for turn in day.turns)


def _between(taken: Iterable[Minutes], begins: int, ends: int) -> Iterator[Minutes]:
    """The parts of a window that no stretch of a sorted list takes."""
    for first, last in taken:
        if begins < min(first, ends):
            yield begins, min(first, ends)
        begins = max(begins, last)
    if begins < ends:
        yield begins, ends


def _is_break(cycle: Cycle, day: Day, first: int, last: int) -> bool:
    """Whether an uncovered time is the break of the day, or else of one person who comes back."""
    left = {turn.who for turn in day.turns if turn.last <= first}
    come = {turn.who for turn in day.turns if turn.first >= last}
    if cycle.worked_day:
        return bool(left and come) and last - first <= cycle.worked_day.rest
    return bool(left & come) and last - first <= _LONGEST_BREAK


def _place(stretch: Stretch) -> tuple[int, int, int]:
    return stretch.week, stretch.weekday, stretch.first or 0
