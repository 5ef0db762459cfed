"""What the `schedule` command says: the cycle as a grid, its hours and shares, what to look at."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jobshare_docs.cli.painting import Paint, plainly
from jobshare_docs.cli.schedule_grid import LABEL, cycle_grid, dated_grid
from jobshare_docs.cli.width import width
from jobshare_docs.schedule.coverage import Stretch
from jobshare_docs.schedule.cycle import Extra
from jobshare_docs.schedule.dated import DatedWeek
from jobshare_docs.schedule.figures import (
    clock_text,
    counted_hours,
    hours_text,
    length_text,
    positions_text,
    share_text,
)
from jobshare_docs.schedule.notation import PEOPLE, Who
from jobshare_docs.schedule.reckoning import DepartureHours, Reckoning
from jobshare_docs.schedule.repairs import repairs
from jobshare_docs.wording import counted, long_date

Words = Mapping[str, str]

_COLUMN = 12
_STAYS = "\u00a0"  # where no line breaks


def schedule_lines(
    reckoning: Reckoning,
    names: Words | None = None,
    initials: Words | None = None,
    paint: Paint = plainly,
    first_weeks: Sequence[DatedWeek] | None = (),
) -> list[str]:
    """The lines to print, as wide as the terminal; names and initials by letter, where known.

    `paint` shades what stands for those who work; `first_weeks` is None where they
    are open.
    """
    shown = {letter: (initials or {}).get(letter) or letter for letter in PEOPLE}
    parts = (
        [
            *cycle_grid(reckoning.cycle, shown, paint),
            *_legend(reckoning, names or {}, shown, paint),
        ],
        list(_figures(reckoning, shown)),
        [*_total(reckoning), *_findings(reckoning, shown)],
        list(_dated(first_weeks, shown, paint)),
    )
    return [line for part in parts if part for line in (*part, "")][:-1]


def _legend(reckoning: Reckoning, names: Words, initials: Words, paint: Paint) -> Iterator[str]:
    letters = [person.letter for person in reckoning.people]
    known = [
        f"{initials[letter]}{_STAYS}= {names.get(letter) or f'partner {letter}'}"
        for letter in letters
    ]
    for line in _said(", ".join([*known, f"\u2013{_STAYS}= nobody"])):
        for letter in letters:
            key = f"{initials[letter]}{_STAYS}="
            line = line.replace(key, f"{paint(frozenset(letter), initials[letter])} =", 1)
        yield line.replace(_STAYS, " ")


def _figures(reckoning: Reckoning, initials: Words) -> Iterator[str]:
    people = reckoning.people
    yield _row("Hours", [initials[person.letter] for person in people], "together")
    for number in range(len(reckoning.cycle.weeks)):
        hours = [person.weekly[number] for person in people]
        yield _hours_row(f"Week {number + 1}", hours)
    if any(person.extra_hours for person in people):
        yield _hours_row("Extra, a week", [person.extra_hours for person in people])
    yield _hours_row("Average week", [person.hours for person in people])
    total = positions_text(reckoning.total_share)
    yield _row("Share worked", [share_text(person.share) for person in people], total)
    if any(person.paid_share != person.share for person in people):
        yield _row("Share paid", [share_text(person.paid_share) for person in people], "")
    yield _row("Days in cycle", [hours_text(person.days) for person in people], "")


def _hours_row(label: str, hours: list[Fraction]) -> str:
    return _row(label, [hours_text(each) for each in hours], hours_text(sum(hours, Fraction(0))))


def _row(label: str, cells: list[str], together: str) -> str:
    shown = [*cells, together] if len(cells) > 1 else cells
    return f"{label:<{LABEL}}" + "".join(f"{cell:>{_COLUMN}}" for cell in shown).rstrip()


def _total(reckoning: Reckoning) -> Iterator[str]:
    yield from _said(
        f"A worked day is {length_text(reckoning.hours_per_day)}, the full-time day"
        f" {length_text(reckoning.cycle.full_time_day)}."
    )
    yield from _said(
        f"Total: {_both(reckoning.total_hours)} a week, {positions_text(reckoning.total_share)}"
        f" of a full-time position. The cap is {positions_text(reckoning.cap)}:"
        f" {_both(reckoning.cap_hours)}."
    )
    if reckoning.is_over_cap:
        yield from _said(f"OVER THE CAP by {_both(reckoning.hours_over)} a week. What would help:")
        for repair in repairs(reckoning):
            yield from _said(f"- {repair}")


def _both(hours: Fraction) -> str:
    """Hours in decimals, and to the minute where that says more."""
    if hours.denominator == 1:
        return counted_hours(hours)
    return f"{counted_hours(hours)} ({clock_text(hours)})"


def _findings(reckoning: Reckoning, initials: Words) -> Iterator[str]:
    yield from _overlaps(reckoning)
    yield from _places("Nobody works", reckoning, reckoning.gaps)
    yield from _long_days(reckoning, initials)
    for extra in reckoning.cycle.extras:
        yield from _said(_extra(extra, initials))
    for departure in reckoning.departures:
        yield from _said(_departure(departure, initials))


def _overlaps(reckoning: Reckoning) -> Iterator[str]:
    if len(reckoning.people) < len(PEOPLE):
        return
    if not reckoning.overlaps:
        yield "Overlap: none."
        return
    yield from _places("Overlap", reckoning, reckoning.overlaps)
    weeks = len(reckoning.cycle.weeks)
    often = "every week" if weeks == 1 else f"in {reckoning.weeks_with_overlap} of {weeks} weeks"
    yield from _said(f"  {_both(reckoning.overlap_hours)} together, {often}.")


def _places(title: str, reckoning: Reckoning, places: tuple[Stretch, ...]) -> Iterator[str]:
    weeks = len(reckoning.cycle.weeks)
    if places:
        yield from _said(f"{title}: {'; '.join(place.when(weeks) for place in places)}.")


def _long_days(reckoning: Reckoning, initials: Words) -> Iterator[str]:
    counted_days = Counter((day.who, day.hours) for day in reckoning.long_days)
    for (who, hours), count in counted_days.items():
        yield from _said(
            f"Longer than the full-time day: {initials[who]}, {counted(count, 'day', 'days')}"
            f" of {_both(hours)} in the cycle (daily overtime)."
        )


def _extra(extra: Extra, initials: Words) -> str:
    paid = "paid" if extra.paid else "not paid"
    who = _people(extra.who, initials)
    each = " each" if len(extra.who) > 1 else ""
    return f"Extra: {extra.what}: {who}, {_both(extra.hours)} a {extra.per}{each}, {paid}."


def _departure(found: DepartureHours, initials: Words) -> str:
    departure = found.departure
    dates = long_date(departure.first)
    if departure.last != departure.first:
        dates = f"{dates} to {long_date(departure.last)}"
    reason = f" ({departure.reason.strip()})" if departure.reason.strip() else ""
    paid = "" if departure.paid else ", not paid"
    who = _people(departure.who, initials)
    return f"{dates}: {who}{reason}{paid}; {_added(found, initials)}."


def _added(found: DepartureHours, initials: Words) -> str:
    if found.added is None:
        return "the hours it adds need first_week_begins"
    changes = [f"{initials[who]} {_signed(hours)}" for who, hours in found.added.items() if hours]
    return f"hours added: {_signed(found.total or Fraction(0))}" + (
        f" ({', '.join(changes)})" if changes else ""
    )


def _signed(hours: Fraction) -> str:
    return f"+{hours_text(hours)}" if hours > 0 else hours_text(hours)


def _people(who: Who, initials: Words) -> str:
    return " and ".join(initials[letter] for letter in PEOPLE if letter in who) or "nobody"


def _dated(weeks: Sequence[DatedWeek] | None, initials: Words, paint: Paint) -> Iterator[str]:
    if weeks is None:
        yield from _said(
            "The first weeks begin with the partner's first day, which is not known yet."
        )
    elif weeks:
        yield "The first weeks"
        yield from dated_grid(weeks, initials, paint)


def _said(sentence: str) -> list[str]:
    return textwrap.wrap(sentence, width(), subsequent_indent="  ")
