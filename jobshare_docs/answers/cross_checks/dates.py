"""The dates against one another."""

from collections.abc import Iterator
from datetime import date, timedelta

from jobshare_docs.answers.answers import Terms
from jobshare_docs.problems import Problem
from jobshare_docs.schedule.dated import is_monday, monday_of


def problems(terms: Terms) -> Iterator[Problem]:
    """Week 1 begins on a Monday, reviews lie between start and end, exceptions run forward."""
    yield from _first_week(terms)
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


def _exceptions(terms: Terms) -> Iterator[Problem]:
    schedule = terms.arrangement.schedule
    rows = (schedule.exceptions if schedule else None) or ()
    for field, row in zip(terms.items("schedule.exceptions"), rows, strict=False):
        if row.from_ and row.to and row.to < row.from_:
            yield terms.error(
                f"{field}.to",
                f"{row.to} is before {row.from_}: exchange the two",
            )
