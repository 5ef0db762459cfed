"""The first day of each employee, and the weeks on the calendar that begin with it."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.terms import Effective
from jobshare_docs.remembering import The
from jobshare_docs.schedule.dated import DatedWeek, first_weeks
from jobshare_docs.schedule.mistakes import ScheduleError


def effective_of(arrangement: Arrangement, letter: str) -> Effective | None:
    """The first day that is confirmed for one employee: the own one, else that of all."""
    confirmed = arrangement.confirmation
    each = confirmed.employees if confirmed else None
    own = getattr(each, letter, None)
    return (own.effective if own else None) or (confirmed.effective if confirmed else None)


def is_open(arrangement: Arrangement) -> bool:
    """Whether nobody can tell the first day: it is the partner's, who may yet have to be found."""
    people = arrangement.people
    if not arrangement.is_part_time and "B" not in people:
        return True
    confirmed = (effective_of(arrangement, letter) for letter in people)
    return any(found and found.when and not found.date for found in confirmed)


def first_days(arrangement: Arrangement) -> Mapping[str, date]:
    """The first day by letter, the confirmed one or the one preferred; without those not known."""
    confirmed = {who: effective_of(arrangement, who) for who in arrangement.people}
    days = {
        who: found.date if found and (found.date or found.when) else arrangement.starts
        for who, found in confirmed.items()
    }
    return {who: day for who, day in days.items() if day}


def first_weeks_of(terms: Terms, addressed: str | None = None) -> tuple[DatedWeek, ...]:
    """The first four weeks: from the own first day of the one addressed, else the first.

    None where the first day is open, or the calendar ends before (year 9999).
    """
    if terms.cycle is None or is_open(terms.arrangement):
        return ()
    days = first_days(terms.arrangement)
    return _first_weeks(The(terms.cycle), tuple(days.items()), days.get(addressed or ""))


@lru_cache(maxsize=64)  # in a batch many have the very same cycle
def _first_weeks(
    of_cycle: The, days: tuple[tuple[str, date], ...], begins: date | None
) -> tuple[DatedWeek, ...]:
    try:
        return first_weeks(of_cycle.it, starts=dict(days), begins=begins)
    except ScheduleError:
        return ()
