"""The reckoned schedule as templates read it: the grid, hours, shares, overlaps and gaps."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from jobshare_docs.documents.grid import GridWriter
from jobshare_docs.documents.plain import Absent
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.figures import length_text
from jobshare_docs.schedule.notation import PEOPLE
from jobshare_docs.schedule.reckoning import PersonHours, Reckoning
from jobshare_docs.wording import weekday_names


def reckoned(
    reckoning: Reckoning | None, names: Mapping[str, str], writer: GridWriter
) -> dict[str, Any]:
    """Every name under `reckoned`; the whole is absent where no usable schedule is given.

    Its `first_weeks` hang on whom a document addresses: see `dated_week`; `not_begun` tells whether
    a day of theirs has nobody at work, `both_on_a_day` whether one has both.
    """
    if reckoning is None:
        return Absent(_nothing())
    return (
        _nothing()
        | _of_rota(reckoning.cycle, writer)
        | _of_people(reckoning, names, writer)
        | _of_position(reckoning)
        | _of_coverage(reckoning, writer)
    )


def _of_rota(cycle: Cycle, writer: GridWriter) -> dict[str, Any]:
    grid = writer.rows(cycle)
    return {
        "cycle_weeks": len(cycle.weeks),
        "seven_days": cycle.seven_days,
        "weekdays": list(weekday_names()[: cycle.columns]),
        "short_weekdays": list(weekday_names(short=True)[: cycle.columns]),
        "grid": grid,
        "has_both": _any_cell(grid, "AB"),
        "has_nobody": _any_cell(grid, "-"),
    }


def _of_people(
    reckoning: Reckoning, names: Mapping[str, str], writer: GridWriter
) -> dict[str, Any]:
    people = {person.letter: person for person in reckoning.people}
    weeks = range(1, len(reckoning.cycle.weeks) + 1)
    return {
        "legend": [_entry(person, names, writer) for person in reckoning.people],
        "people": [_person(person, names, writer) for person in reckoning.people],
        "hours": _by_letter(people, "hours"),
        "shares": _by_letter(people, "share"),
        "paid_shares": _by_letter(people, "paid_share"),
        "weekly": [_week_hours(number, people, writer) for number in weeks],
    }


def _of_position(reckoning: Reckoning) -> dict[str, Any]:
    return {
        "total_hours": reckoning.total_hours,
        "total_share": reckoning.total_share,
        "full_time_hours_per_day": reckoning.cycle.full_time_day,
        "full_time_hours_per_week": reckoning.full_time_hours_per_week,
        "hours_per_day": reckoning.hours_per_day,
        "day_of_rota": _day_of_rota(reckoning),
    }


def _day_of_rota(reckoning: Reckoning) -> str | None:
    """How long a worked day is, as `6:02:30`, where it is no full-time day."""
    is_shorter = reckoning.hours_per_day != reckoning.cycle.full_time_day
    has_days = any(day.morning or day.afternoon for *_, day in reckoning.cycle.places())
    return length_text(reckoning.hours_per_day) if is_shorter and has_days else None


def _of_coverage(reckoning: Reckoning, writer: GridWriter) -> dict[str, Any]:
    weeks = len(reckoning.cycle.weeks)
    return {
        "overlaps": [
            {"when": writer.when(overlap, weeks), "hours": overlap.hours}
            for overlap in reckoning.overlaps
        ],
        "overlap_hours": reckoning.overlap_hours,
        "gaps": [{"when": writer.when(gap, weeks)} for gap in reckoning.gaps],
    }


def _nothing() -> dict[str, Any]:
    none = (
        *("cycle_weeks", "total_hours", "total_share", "full_time_hours_per_day"),
        *("full_time_hours_per_week", "hours_per_day", "day_of_rota", "overlap_hours"),
        *("seven_days", "has_both", "has_nobody", "not_begun", "both_on_a_day"),
    )
    lists = (
        *("weekdays", "short_weekdays", "grid", "legend", "people"),
        *("weekly", "overlaps", "gaps", "first_weeks"),
    )
    return (
        dict.fromkeys(none)
        | {name: [] for name in lists}
        | {name: _by_letter({}, "") for name in ("hours", "shares", "paid_shares")}
    )


def _any_cell(grid: Sequence[Mapping[str, Any]], who: str) -> bool:
    return any(cell["who"] == who for row in grid for cell in row["cells"])


def _by_letter(people: Mapping[str, PersonHours], figure: str) -> dict[str, Fraction | None]:
    return {who: getattr(people[who], figure) if who in people else None for who in PEOPLE}


def _entry(person: PersonHours, names: Mapping[str, str], writer: GridWriter) -> dict[str, Any]:
    """One line of the rota's key."""
    return {
        "who": person.letter,
        "initials": writer.initials[person.letter],
        "name": names[person.letter],
        "share": person.share,
        "bar": writer.bar(person.share),
    }


def _person(person: PersonHours, names: Mapping[str, str], writer: GridWriter) -> dict[str, Any]:
    return {
        "letter": person.letter,
        "name": names[person.letter],
        "initials": writer.initials[person.letter],
        "hours": person.hours,
        "share": person.share,
        "paid_share": person.paid_share,
        "days": person.days,
        "weekly": list(person.weekly),
        "bar": writer.bar(person.share),
    }


def _week_hours(
    number: int, people: Mapping[str, PersonHours], writer: GridWriter
) -> dict[str, Any]:
    hours = {who: people[who].weekly[number - 1] if who in people else None for who in PEOPLE}
    return {"label": writer.week_label(number)} | hours
