"""The schedule against the policy, and against what is said of it."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.cross_checks import day_times, written_rota
from jobshare_docs.answers.people import Employee
from jobshare_docs.answers.rota import Schedule
from jobshare_docs.problems import Problem
from jobshare_docs.schedule.cycle import FIT
from jobshare_docs.schedule.figures import (
    clock_text,
    hours_text,
    positions_text,
    share_text,
)
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.reckoning import LongDay, PersonHours, Reckoning
from jobshare_docs.schedule.week import WEEKDAYS


def problems(terms: Terms) -> Iterator[Problem]:
    """How the rota is given, then what it comes to."""
    schedule = terms.arrangement.schedule
    if schedule is None:
        return
    yield from written_rota.problems(terms, schedule)
    try:
        reckoning = terms.reckoned()
    except ScheduleError as error:
        fitted = schedule.hours_per_day == FIT
        yield terms.error("schedule.hours_per_day" if fitted else _rota_field(terms), str(error))
        return
    if reckoning is not None:
        yield from _reckoned(terms, schedule, reckoning)


def _reckoned(terms: Terms, schedule: Schedule, reckoning: Reckoning) -> Iterator[Problem]:
    if terms.could_read("purpose.request"):
        yield from _workers(terms, reckoning)
        yield from _gaps(terms, schedule, reckoning)
    yield from _total(terms, reckoning)
    yield from day_times.problems(terms, reckoning)
    yield from _long_days(terms, reckoning)
    yield from _claimed_overlap(terms, schedule, reckoning)
    yield from _paid_shares(terms, reckoning)
    yield from _exceptions(terms, reckoning)


def _workers(terms: Terms, reckoning: Reckoning) -> Iterator[Problem]:
    letters = {person.letter for person in reckoning.people}
    if terms.arrangement.is_part_time and "B" in letters:
        yield terms.error(
            _rota_field(terms),
            "B works in the rota, and a part-time request has no B: use A and - (nobody)",
        )
    for letter in ("A",) if terms.arrangement.is_part_time else ("A", "B"):
        if letter not in letters:
            yield terms.error(
                _rota_field(terms), f"{letter} never works in the rota: give {letter} some days"
            )


def _total(terms: Terms, reckoning: Reckoning) -> Iterator[Problem]:
    if not reckoning.is_over_cap:
        return
    from jobshare_docs.schedule.repairs import repairs  # which few rotas need

    ways = "; or ".join(str(repair) for repair in repairs(reckoning))
    yield terms.error(
        _rota_field(terms),
        f"the total is {_told_total(reckoning)}: {ways}",
    )


def _told_total(reckoning: Reckoning) -> str:
    """The total and what it is over the cap; in hours where both print as the same share."""
    total, cap = positions_text(reckoning.total_share), positions_text(reckoning.cap)
    over = clock_text(reckoning.hours_over)
    if total != cap:
        return f"{total} of a full-time position, {over} a week over the cap of {cap}"
    hours, most = clock_text(reckoning.total_hours), clock_text(reckoning.cap_hours)
    return f"{hours} hours a week, {over} over the cap of {cap}, which is {most}"


def _gaps(terms: Terms, schedule: Schedule, reckoning: Reckoning) -> Iterator[Problem]:
    spoken_of = schedule.uncovered or not terms.could_read("schedule.uncovered")
    if not reckoning.gaps or terms.arrangement.is_part_time or spoken_of:
        return
    weeks = len(reckoning.cycle.weeks)
    when = ", ".join(gap.when(weeks) for gap in reckoning.gaps)
    yield terms.error(
        _rota_field(terms),
        f"nobody works on {when}: fill it, or say under 'uncovered' what happens then",
    )


def _long_days(terms: Terms, reckoning: Reckoning) -> Iterator[Problem]:
    for who in ("A", "B"):
        days = [long for long in reckoning.long_days if long.who == who]
        if days:
            yield terms.warning(_rota_field(terms), _told_long(who, days, reckoning))


def _told_long(who: str, days: list[LongDay], reckoning: Reckoning) -> str:
    weeks = len(reckoning.cycle.weeks)
    names = [f"{WEEKDAYS[day.weekday]}{f' of week {day.week}' * (weeks > 1)}" for day in days]
    longest = max(day.hours for day in days)
    varies = longest > min(day.hours for day in days)
    return (
        f"{who} works {'up to ' * varies}{clock_text(longest)} hours on {', '.join(names)}, and"
        f" the full-time day is {clock_text(reckoning.cycle.full_time_day)}: the rest is daily"
        " overtime"
    )


def _claimed_overlap(terms: Terms, schedule: Schedule, reckoning: Reckoning) -> Iterator[Problem]:
    """A weekday that the text on overlap names although one of the two never works on it."""
    if terms.arrangement.is_part_time or not schedule.overlap:
        return
    together = {overlap.weekday for overlap in reckoning.overlaps}
    for number, name in enumerate(WEEKDAYS):
        if name.casefold() in schedule.overlap.casefold() and number not in together:
            off = [who for who in ("A", "B") if not _works_on(reckoning, who, number)]
            told = f"{' and '.join(off)} never work{'s' if len(off) == 1 else ''} on a {name}"
            yield terms.warning(
                "schedule.overlap",
                f"it speaks of {name}, and {told if off else f'the two do not meet on a {name}'}:"
                " change the text or the rota",
            )


def _works_on(reckoning: Reckoning, who: str, weekday: int) -> bool:
    return any(who in week.day(weekday).people for week in reckoning.cycle.weeks)


def _paid_shares(terms: Terms, reckoning: Reckoning) -> Iterator[Problem]:
    for person in reckoning.people:
        employee = terms.arrangement.people.get(person.letter)
        if person.paid_share_given and person.pay_differs and employee:
            yield _pay_differs(terms, person, employee)


def _pay_differs(terms: Terms, person: PersonHours, employee: Employee) -> Problem:
    return terms.warning(
        f"employees.{person.letter}.share",
        f"{share_text(person.paid_share)} is paid and {share_text(person.share)} is worked"
        f" ({hours_text(person.hours)} hours a week): change one, or say why in the terms",
    )


def _exceptions(terms: Terms, reckoning: Reckoning) -> Iterator[Problem]:
    complete = [
        field
        for field in terms.items("schedule.exceptions")
        if all(terms.gives(f"{field}.{key}") for key in ("from", "who"))
        and all(terms.could_read(f"{field}.{key}") for key in ("from", "who"))
    ]
    for field, departed in zip(complete, reckoning.departures, strict=False):
        if departed.departure.last < departed.departure.first:
            continue
        total = departed.total
        added = "needs schedule.first_week_begins to be reckoned"
        if total is not None:
            added = (
                f"adds {clock_text(total)} hours"
                if total >= 0
                else (f"takes away {clock_text(-total)} hours")
            )
        yield terms.warning(field, f"this departs from the rota and {added}")


def _rota_field(terms: Terms) -> str:
    return "schedule.weeks" if terms.gives("schedule.weeks") else "schedule.pattern"
