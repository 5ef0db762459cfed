"""Turns: how long one person works until the other takes over."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import NamedTuple

from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.dated import DatedDay, begun, monday_of, weeks_from
from jobshare_docs.schedule.notation import PEOPLE, Who
from jobshare_docs.schedule.week import Day, Half


class Slot(NamedTuple):
    """A part of a date that the same people work; `half` is given where the halves differ."""

    date: date
    half: Half | None
    who: Who


class WorkedTurn(NamedTuple):
    """One person's turn from its first slot to its last, with nobody else's slot between them.

    At its end the other takes over; `together` says that both are at work then.
    """

    who: str
    first: Slot
    last: Slot

    @property
    def together(self) -> bool:
        """Whether both are at work when it ends."""
        return len(self.last.who) > 1


def cycle_on(cycle: Cycle, day: date) -> date:
    """The Monday on which the round of the cycle that holds a date begins.

    Dates before the first round belong to it; a cycle of one week needs no date of its first.
    """
    begins = cycle.first_week_begins
    if begins is None:
        return monday_of(day)
    rounds = max(0, (day - begins).days // (7 * len(cycle.weeks)))
    return begins + timedelta(weeks=rounds * len(cycle.weeks))


def turns_ending(
    cycle: Cycle, begins: date, starts: Mapping[str, date] = MappingProxyType({})
) -> list[WorkedTurn]:
    """The turns that end in the round of the cycle beginning on a Monday, in the order of ending.

    Days that nobody works are no end of a turn; nobody works before the own first day in `starts`.
    """
    weeks = len(cycle.weeks)
    first = cycle.first_week_begins
    start = begins if first and begins <= first else begins - timedelta(weeks=weeks)
    slots = list(_slots(cycle, start, 3 * weeks, starts))
    end = begins + timedelta(weeks=weeks)
    found = [turn for who in PEOPLE for turn in _turns(who, slots)]
    within = [turn for turn in found if begins <= turn.last.date < end]
    return sorted(within, key=lambda turn: slots.index(turn.last))


def _turns(who: str, slots: list[Slot]) -> Iterator[WorkedTurn]:
    """Each unbroken run of one person's slots; the last one, whose end is not seen, is left out."""
    for works, run in groupby(slots, key=lambda slot: who in slot.who):
        turn = list(run)
        if works and turn[-1] is not slots[-1]:
            yield WorkedTurn(who, turn[0], turn[-1])


def _slots(cycle: Cycle, begins: date, weeks: int, starts: Mapping[str, date]) -> Iterator[Slot]:
    for week in weeks_from(cycle, begins, weeks):
        for dated in begun(week, starts).days:
            yield from _of_day(dated)


def _of_day(dated: DatedDay) -> Iterator[Slot]:
    day = dated.day
    if day.turns:
        parts = [Slot(dated.date, None, who) for who in _by_the_clock(day)]
    elif day.is_split:
        parts = [Slot(dated.date, half, who) for half, who in day.by_half()]
    else:
        parts = [Slot(dated.date, None, day.morning)]
    yield from (part for part in parts if part.who)


def _by_the_clock(day: Day) -> Iterator[Who]:
    """Who works between one time at which somebody begins or ends and the next."""
    times = sorted({time for turn in day.turns for time in (turn.first, turn.last)})
    for first, last in pairwise(times):
        yield frozenset(t.who for t in day.turns if t.first <= first and last <= t.last)
