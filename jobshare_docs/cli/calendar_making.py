"""The iCalendar file of an arrangement."""

from datetime import date
from pathlib import Path

import click

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.starting import effective_of, first_days
from jobshare_docs.calendar import Plan, begins, calendar_file
from jobshare_docs.problems import ProblemsFound
from jobshare_docs.saving import save
from jobshare_docs.schedule.cycle import Cycle

NAME = "schedule.ics"
_NO_BEGINNING = "missing; the calendar needs the Monday of week 1, such as 2027-01-04"
_NOT_KNOWN = (
    "the calendar needs the first day, and this one hangs on the partner: give its date under"
    " 'date' once it is known"
)
_REVIEW = "Review of the arrangement: {title}"
_END = "Last day of the arrangement: {title}"


def write_calendar(terms: Terms, path: Path, today: date, force: bool) -> None:
    """Write the file of working days and reviews, and print its path; raises ProblemsFound."""
    cycle, arrangement = terms.cycle, terms.arrangement
    starts = _starts(terms, cycle) if cycle else {}
    first = min(starts.values(), default=begins(cycle, arrangement.starts)) if cycle else None
    if cycle is None or first is None:
        raise ProblemsFound([terms.error("schedule.first_week_begins", _NO_BEGINNING)])
    title = (arrangement.position and arrangement.position.title) or "shared position"
    plan = Plan(
        title=title,
        cycle=cycle,
        names={who: one.name for who, one in arrangement.people.items() if one.name},
        first=first,
        last=arrangement.purpose.ends if arrangement.purpose else None,
        dates=tuple(sorted(_dates(arrangement, title))),
        starts=starts,
    )
    for written in save({path: calendar_file(plan, today)}, force):
        click.echo(written)


def _starts(terms: Terms, cycle: Cycle) -> dict[str, date]:
    """The first day by letter; raises ProblemsFound where one that is confirmed is not known."""
    for who in terms.arrangement.people:
        confirmed = effective_of(terms.arrangement, who)
        if confirmed and confirmed.when and not confirmed.date:
            raise ProblemsFound([terms.error("confirmation.effective", _NOT_KNOWN)])
    own = first_days(terms.arrangement)
    return {who: first for who, day in own.items() if (first := begins(cycle, day))}


def _dates(arrangement: Arrangement, title: str) -> list[tuple[date, str]]:
    dates = [(day, _REVIEW.format(title=title)) for day in review_dates(arrangement)]
    ends = arrangement.purpose.ends if arrangement.purpose else None
    return [*dates, (ends, _END.format(title=title))] if ends else dates


def review_dates(arrangement: Arrangement) -> tuple[date, ...]:
    """The dates of the reviews: the confirmed ones, else those that the employee proposes."""
    review = arrangement.confirmation.review if arrangement.confirmation else None
    proposed = arrangement.implementation.review_dates if arrangement.implementation else None
    return (review.dates if review else None) or proposed or ()
