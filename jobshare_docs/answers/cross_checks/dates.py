"""The dates against one another."""

from collections.abc import Iterator
from datetime import date, timedelta

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.terms import Confirmation, TermsByEmployee
from jobshare_docs.problems import Problem
from jobshare_docs.schedule.dated import is_monday, monday_of

_A_YEAR = timedelta(days=366)
_SATURDAY = 5


def problems(terms: Terms) -> Iterator[Problem]:
    """Week 1 begins on a Monday, the first day is in it, reviews lie between start and end.

    Exceptions run forward.
    """
    yield from _first_week(terms)
    yield from _first_days(terms)
    yield from _reviews(terms)
    yield from _exceptions(terms)


def _first_week(terms: Terms) -> Iterator[Problem]:
    schedule = terms.arrangement.schedule
    begins = schedule.first_week_begins if schedule else None
    if begins and not is_monday(begins):
        yield terms.error(
            "schedule.first_week_begins",
            f"{begins} is a {begins:%A}, and a week of the rota begins on a Monday: write"
            f" {monday_of(begins)} or {monday_of(begins) + timedelta(days=7)}",
        )


def _first_days(terms: Terms) -> Iterator[Problem]:
    """The first days against week 1: none before it, and none preferred beyond its round."""
    begins = terms.cycle.first_week_begins if terms.cycle else None
    if begins is None or not is_monday(begins):
        return
    days, agreed = dict(_confirmed(terms.arrangement)), _agreed_week_1(terms.arrangement) or begins
    for field, day in days.items():
        if day < agreed:
            yield _beside_week_1(terms, field, day, "is before", agreed)
    if not days:
        yield from _preferred(terms, begins)


def _confirmed(arrangement: Arrangement) -> Iterator[tuple[str, date]]:
    confirmation = arrangement.confirmation or Confirmation()
    each = confirmation.employees or TermsByEmployee()
    for key, one in (("", confirmation), ("employees.A.", each.A), ("employees.B.", each.B)):
        if one and one.effective and one.effective.date:
            yield f"confirmation.{key}effective", one.effective.date


def _agreed_week_1(arrangement: Arrangement) -> date | None:
    """The Monday of week 1 where another is agreed than was asked for."""
    changes = arrangement.confirmation.agreed if arrangement.confirmation else None
    schedule = changes.schedule if changes else None
    return schedule.first_week_begins if schedule else None


def _preferred(terms: Terms, begins: date) -> Iterator[Problem]:
    field, day = "implementation.preferred_date", terms.arrangement.starts
    cycle = terms.cycle
    if day is None or cycle is None:
        return
    if day < begins:
        yield _beside_week_1(terms, field, day, "is before", begins)
    elif (weeks := (day - begins).days // 7) > len(cycle.weeks):
        yield _beside_week_1(terms, field, day, f"is {weeks} weeks after", begins)


def _beside_week_1(terms: Terms, field: str, day: date, lies: str, begins: date) -> Problem:
    """A doubt, and a mistake where the first day is in a year long past."""
    tell = terms.error if begins - day > _A_YEAR else terms.warning
    return tell(
        field,
        f"the first day, {day}, {lies} week 1 of the rota, which begins on {begins}: change one of"
        " the two",
    )


def _reviews(terms: Terms) -> Iterator[Problem]:
    arrangement = terms.arrangement
    asked = arrangement.implementation.review_dates if arrangement.implementation else None
    confirmed = arrangement.confirmation.review if arrangement.confirmation else None
    ends = arrangement.purpose.ends if arrangement.purpose else None
    yield from _within(terms, "implementation.review_dates", asked or (), ends)
    agreed = (confirmed and confirmed.dates) or ()
    ends = arrangement.agreed_purpose.ends
    yield from _within(terms, "confirmation.review.dates", agreed, ends)


def _within(
    terms: Terms, field: str, days: tuple[date, ...], ends: date | None
) -> Iterator[Problem]:
    starts = terms.arrangement.starts
    for name, day in zip(terms.items(field), days, strict=False):
        if starts and day <= starts:
            message = f"a review on {day} is not after the first day, {starts}"
            yield terms.warning(name, message)
        if ends and day > ends:
            message = f"a review on {day} is after the last day, {ends}"
            yield terms.warning(name, message)
        if _is_free(terms, day):
            yield terms.warning(name, f"a review on {day} is on a {day:%A}: is it meant?")


def _is_free(terms: Terms, day: date) -> bool:
    """Whether it is a day of the weekend on which this position is not worked either."""
    worked = terms.cycle.position_days() if terms.cycle else frozenset()
    return day.weekday() >= _SATURDAY and day.weekday() not in worked


def _exceptions(terms: Terms) -> Iterator[Problem]:
    schedule = terms.arrangement.schedule
    rows = (schedule.exceptions if schedule else None) or ()
    for field, row in zip(terms.items("schedule.exceptions"), rows, strict=False):
        if row.from_ and row.to and row.to < row.from_:
            yield terms.error(
                f"{field}.to",
                f"{row.to} is before {row.from_}: exchange the two",
            )
