"""The working days of a cycle and its dates as an iCalendar file, which calendar programs read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.schedule.clock import MINUTES_A_DAY
from jobshare_docs.schedule.cycle import Cycle, Departure, WorkedDay
from jobshare_docs.schedule.dated import monday_of, on_date, week_number
from jobshare_docs.schedule.notation import PEOPLE
from jobshare_docs.schedule.week import Day, Half
from jobshare_docs.version import VERSION

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HALVES = {Half.MORNING: "morning", Half.AFTERNOON: "afternoon"}
_MOST_DAYS = 3660  # of one departure: ten years
_NO_LIBRARY = "a calendar needs icalendar, which is not installed: 'pip install icalendar'"


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """What one person works on a day: from and to in minutes from midnight, or a part of the day.

    With neither it is the whole day.
    """

    who: str
    first: int | None = None
    last: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a calendar tells: who works when, from the first day to the last, and single dates.

    `names` are those of the partners by letter, `starts` the own first days where they have any;
    `dates` hold what falls on a day, such as a review.
    """

    title: str
    cycle: Cycle
    names: Mapping[str, str]
    first: date
    last: date | None = None
    dates: tuple[tuple[date, str], ...] = ()
    starts: Mapping[str, date] = field(default_factory=dict)

    def first_of(self, who: str) -> date:
        """The day from which a partner is at work."""
        return max(self.first, self.starts.get(who, self.first))


@dataclass(slots=True)
class _Series:
    """Days on which the same is worked, in one week of the cycle."""

    slot: Slot
    week: int
    weekdays: list[int] = field(default_factory=list)


def calendar_file(plan: Plan, made: date) -> bytes:
    """The iCalendar file (RFC 5545): a repeating event for what each works, and one a date.

    Times are those of the clock where the reader is. Equal plans give equal bytes. Raises
    ProblemsFound where the library is not installed.
    """
    try:
        import icalendar
    except ImportError as error:
        raise ProblemsFound([Problem("--ics", _NO_LIBRARY)]) from error
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//jobshare-docs//{VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plan.title)
    for values in _events(plan):
        calendar.add_component(_event(icalendar.Event(), values, plan, made))
    content: bytes = calendar.to_ical()
    return content


def _event(event: Any, values: Mapping[str, Any], plan: Plan, made: date) -> Any:
    for name, value in values.items():
        event.add(name, value)
    event.add("dtstamp", datetime(made.year, made.month, made.day, tzinfo=UTC))
    event.add("uid", _identity(plan, values))
    return event


def _identity(plan: Plan, values: Mapping[str, Any]) -> str:
    """The same for the same event in a calendar made again, so that programs replace it."""
    said = (plan.title, *plan.names.values(), values["summary"], str(values["dtstart"]))
    return f"{sha256('|'.join(said).encode()).hexdigest()[:24]}@jobshare-docs"


def _events(plan: Plan) -> Iterator[dict[str, Any]]:
    changes = dict(_changes(plan))
    for series in _series(plan.cycle):
        yield from _repeating(plan, series, changes)
    for day, (before, after) in sorted(changes.items()):
        for slot in sorted(after - before):
            yield _worked(plan, slot, day)
    for day, what in plan.dates:
        yield {"summary": what, "dtstart": day, "transp": "TRANSPARENT"}


def _series(cycle: Cycle) -> Iterator[_Series]:
    """What is worked in the cycle, the same on several days of a week being one."""
    for number in range(len(cycle.weeks)):
        found: dict[Slot, _Series] = {}
        for weekday in range(len(_DAYS)):
            for slot in sorted(_slots(cycle.day(number, weekday), cycle.worked_day)):
                found.setdefault(slot, _Series(slot, number + 1)).weekdays.append(weekday)
        yield from found.values()


def _slots(day: Day, times: WorkedDay | None) -> frozenset[Slot]:
    if day.turns:
        return frozenset(Slot(turn.who, turn.first, turn.last) for turn in day.turns)
    return frozenset(_in_halves(day, who, times) for who in PEOPLE if day.has(who))


def _in_halves(day: Day, who: str, times: WorkedDay | None) -> Slot:
    worked = [half for half, people in day.by_half() if who in people]
    if len(worked) == 1:
        return Slot(who, part=_HALVES[worked[0]])
    return Slot(who, times.first, times.last) if times else Slot(who)


def _repeating(
    plan: Plan, series: _Series, changes: Mapping[date, tuple[frozenset[Slot], frozenset[Slot]]]
) -> Iterator[dict[str, Any]]:
    first = _first_day(plan, series)
    if plan.last is not None and first > plan.last:
        return
    values = _worked(plan, series.slot, first)
    rule = _rule(plan.cycle, series)
    if plan.last is not None:
        rule["until"] = _like(values["dtstart"], plan.last, MINUTES_A_DAY - 1)
    left_out = [
        _like(values["dtstart"], day, series.slot.first or 0)
        for day, (before, after) in sorted(changes.items())
        if series.slot in before - after and _is_of(series, day, plan.cycle)
    ]
    yield values | {"rrule": rule} | ({"exdate": left_out} if left_out else {})


def _rule(cycle: Cycle, series: _Series) -> dict[str, Any]:
    nights = (series.slot.first or 0) // MINUTES_A_DAY  # a night after its break: the next day
    return {
        "freq": "weekly",
        "interval": len(cycle.weeks),
        "byday": [_DAYS[(weekday + nights) % 7] for weekday in series.weekdays],
        "wkst": "MO",
    }


def _first_day(plan: Plan, series: _Series) -> date:
    """The first day of a series that is not before its partner begins."""
    day = plan.first_of(series.slot.who)
    while not _is_of(series, day, plan.cycle):
        day += timedelta(days=1)
    return day


def _is_of(series: _Series, day: date, cycle: Cycle) -> bool:
    """Whether a date is one of a series, were there no departure."""
    return week_number(cycle, day) == series.week and day.weekday() in series.weekdays


def _worked(plan: Plan, slot: Slot, day: date) -> dict[str, Any]:
    name = plan.names.get(slot.who) or f"Partner {slot.who}"
    part = f" ({slot.part})" if slot.part else ""
    values = {"summary": f"{name} works{part}: {plan.title}", "categories": [name]}
    if slot.first is None or slot.last is None:
        return values | {"dtstart": day, "transp": "TRANSPARENT"}
    return values | {"dtstart": _at(day, slot.first), "dtend": _at(day, slot.last)}


def _at(day: date, minutes: int) -> datetime:
    """A time of the clock wherever the reader is: RFC 5545 calls it floating."""
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)


def _like(start: date, day: date, minutes: int) -> date:
    """The day as a date or, where the event has times, with one."""
    return _at(day, minutes) if isinstance(start, datetime) else day


def _changes(plan: Plan) -> Iterator[tuple[date, tuple[frozenset[Slot], frozenset[Slot]]]]:
    """Each date that departs from the rota: what would be worked, and what is."""
    cycle = plan.cycle
    for day in _departing(cycle.departures, plan):
        rota = cycle.day(week_number(cycle, day) - 1, day.weekday())
        before, after = (
            frozenset(
                slot for slot in _slots(each, cycle.worked_day) if day >= plan.first_of(slot.who)
            )
            for each in (rota, on_date(cycle, day).day)
        )
        if before != after:
            yield day, (before, after)


def _departing(departures: Iterable[Departure], plan: Plan) -> Iterator[date]:
    for departure in departures:
        last = min(departure.last, plan.last or departure.last)
        for later in range(min((last - departure.first).days + 1, _MOST_DAYS)):
            day = departure.first + timedelta(days=later)
            if day >= plan.first:
                yield day


def begins(cycle: Cycle, starts: date | None) -> date | None:
    """The first day that a calendar tells of; None where nothing says when the cycle begins."""
    if cycle.first_week_begins is None and len(cycle.weeks) > 1:
        return None
    first = cycle.first_week_begins or (monday_of(starts) if starts else None)
    return max(first, starts) if first and starts else first
