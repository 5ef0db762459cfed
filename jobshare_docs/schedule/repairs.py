"""The ways back under the cap: shorter days, a shorter overlap, or else shorter times."""

import math
from fractions import Fraction
from typing import NamedTuple

from jobshare_docs.schedule.coverage import in_words
from jobshare_docs.schedule.figures import clock_text, counted_hours, hours_text
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.notation import PEOPLE
from jobshare_docs.schedule.reckoning import Reckoning, fitting_day


class ShorterDays(NamedTuple):
    """Every whole day made shorter: `fitting` hours are exactly the cap.

    `to_the_minute` is the longest day in whole minutes that keeps to it; `is_shared` says that two
    share the rota, so that `fit` may stand in its place.
    """

    fitting: Fraction
    to_the_minute: Fraction
    is_shared: bool

    def __str__(self) -> str:
        length = clock_text(self.to_the_minute)
        exact = ", or fit for the exact length" if self.is_shared else ""
        return f"shorten the worked day (hours_per_day: {length}{exact})"


class ShorterOverlap(NamedTuple):
    """The overlap cut by so many hours in the cycle, of the hours that it has.

    `halved_days` says that it is enough if each works half of every day on which both work now.
    """

    cut: Fraction
    overlap: Fraction
    when: str
    weeks: int
    halved_days: bool

    def __str__(self) -> str:
        period = "a week" if self.weeks == 1 else f"in the {self.weeks} weeks"
        if self.halved_days:
            return (
                f"halve the overlap: each works half of {self.when}"
                f" ({counted_hours(self.cut)} less {period})"
            )
        return (
            f"shorten the overlap by {hours_text(self.cut)} of its {hours_text(self.overlap)}"
            f" hours {period} ({self.when})"
        )


class ShorterTimes(NamedTuple):
    """So many hours a week less, in a rota in times of the clock with no overlap to shorten."""

    hours: Fraction
    has_extras: bool

    def __str__(self) -> str:
        extras = " or from the extra hours" if self.has_extras else ""
        return f"take {clock_text(self.hours)} hours a week away from the rota{extras}"


Repair = ShorterDays | ShorterOverlap | ShorterTimes


def repairs(reckoning: Reckoning) -> tuple[Repair, ...]:
    """What brings the total back to the cap; nothing where it is not over it.

    A repair that cannot do it alone (days that are all in times of the clock, an overlap too short)
    is left out; where neither can, shorter times do.
    """
    if not reckoning.is_over_cap:
        return ()
    found = (_shorter_days(reckoning), _shorter_overlap(reckoning))
    alone = tuple(repair for repair in found if repair is not None)
    return alone or (ShorterTimes(reckoning.hours_over, bool(reckoning.cycle.extras)),)


def _shorter_days(reckoning: Reckoning) -> ShorterDays | None:
    try:
        fitting = fitting_day(reckoning.cycle, reckoning.cap)
    except ScheduleError:
        return None
    minutes = math.floor(fitting * 60)
    is_shared = reckoning.cycle.letters == PEOPLE
    return ShorterDays(fitting, Fraction(minutes, 60), is_shared) if minutes else None


def _shorter_overlap(reckoning: Reckoning) -> ShorterOverlap | None:
    weeks = len(reckoning.cycle.weeks)
    cut = reckoning.hours_over * weeks
    if cut > reckoning.overlap_hours:
        return None
    whole_days = all(overlap.half is None for overlap in reckoning.overlaps)
    return ShorterOverlap(
        cut=cut,
        overlap=reckoning.overlap_hours,
        when=in_words(reckoning.overlaps, weeks),
        weeks=weeks,
        halved_days=whole_days and cut == reckoning.overlap_hours,
    )
