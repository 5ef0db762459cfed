"""What holds for every cycle, whatever its weeks."""

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some
from rota import FULL_DAY, MONDAY

from jobshare_docs.schedule.clock import MINUTES_A_DAY, parse_clock, parse_length, parse_spans
from jobshare_docs.schedule.cycle import FIT, Cycle, Extra, Per
from jobshare_docs.schedule.dated import on_date
from jobshare_docs.schedule.figures import clock_text, hours_text, share_text
from jobshare_docs.schedule.mistakes import NotationError, ScheduleError
from jobshare_docs.schedule.notation import PEOPLE, parse_line
from jobshare_docs.schedule.reckoning import Reckoning, reckon
from jobshare_docs.schedule.repairs import ShorterDays, repairs
from jobshare_docs.schedule.week import Day, Turn, Week
from jobshare_docs.schedule.writing import parse_week

who = some.sampled_from([frozenset[str](), frozenset("A"), frozenset("B"), frozenset("AB")])
half_days = some.builds(Day, who, who, some.just(()))
lengths = some.fractions(min_value=1, max_value=12, max_denominator=60)
extras = some.builds(
    Extra,
    some.just("meeting"),
    who,
    some.fractions(0, 3, max_denominator=60),
    some.sampled_from(Per),
    some.just(True),
)


@some.composite
def turn_days(draw: Callable[..., list[int]]) -> Day:
    """A day in quarter-hour turns, which may run into the night."""
    turns = []
    for letter in PEOPLE:
        marks = some.lists(some.integers(0, 119), max_size=4, unique=True).map(sorted)
        ends = draw(marks)
        pairs = zip(ends[::2], ends[1::2], strict=False)
        turns += [Turn(15 * a, 15 * b, letter) for a, b in pairs if 15 * a < MINUTES_A_DAY]
    return Day(turns=tuple(sorted(turns)))


def weeks_of(days: some.SearchStrategy[Day]) -> some.SearchStrategy[Week]:
    five = some.lists(days, min_size=5, max_size=5)
    seven = some.lists(days, min_size=7, max_size=7)
    return some.builds(Week, some.one_of(five, seven).map(tuple))


def cycles(days: some.SearchStrategy[Day], length: object = None) -> some.SearchStrategy[Cycle]:
    weeks = some.lists(weeks_of(days), min_size=1, max_size=4).map(tuple)
    return some.builds(
        Cycle,
        weeks,
        some.just(FULL_DAY),
        hours_per_day=some.just(length) if length else some.none() | lengths,
        first_week_begins=some.just(MONDAY),
        extras=some.lists(extras, max_size=2).map(tuple),
    )


any_cycle = cycles(some.one_of(half_days, turn_days()))


def reckoned(cycle: Cycle) -> Reckoning:
    """The reckoning of a cycle in which nobody is in two places at once."""
    try:
        return reckon(cycle)
    except ScheduleError:
        assume(False)
        raise


def replaced(cycle: Cycle, weeks: tuple[Week, ...]) -> Cycle:
    return Cycle(weeks, cycle.full_time_day, hours_per_day=cycle.hours_per_day, extras=cycle.extras)


@given(cycles(half_days))
def test_all_hours_are_covered_once_or_twice(cycle: Cycle) -> None:
    reckoning = reckon(cycle)
    halves = [half for *_, day in cycle.places() for half in (day.morning, day.afternoon)]
    covered = sum(map(bool, halves)) * reckoning.hours_per_day / 2
    worked = sum(sum(person.weekly) for person in reckoning.people)
    assert worked == covered + reckoning.overlap_hours


@given(cycles(turn_days()))
def test_overlaps_are_those_that_a_count_of_every_quarter_hour_finds(cycle: Cycle) -> None:
    reckoning = reckoned(cycle)
    quarters = len(cycle.weeks) * 7 * MINUTES_A_DAY // 15
    there: dict[str, set[int]] = {letter: set() for letter in PEOPLE}
    for week, weekday, day in cycle.places():
        for turn in day.turns:
            begins = (week * 7 + weekday) * MINUTES_A_DAY
            span = range((begins + turn.first) // 15, (begins + turn.last) // 15)
            there[turn.who] |= {quarter % quarters for quarter in span}
    assert reckoning.overlap_hours == Fraction(len(there["A"] & there["B"]), 4)
    worked = sum(sum(person.weekly) for person in reckoning.people)
    assert worked == Fraction(len(there["A"] | there["B"]), 4) + reckoning.overlap_hours


@given(any_cycle)
def test_shares_are_hours_over_full_time_hours(cycle: Cycle) -> None:
    reckoning = reckoned(cycle)
    assert reckoning.total_share == sum(person.share for person in reckoning.people)
    for person in reckoning.people:
        assert person.share * reckoning.full_time_hours_per_week == person.hours
        assert person.hours == sum(person.weekly) / len(person.weekly) + person.extra_hours


@given(any_cycle)
def test_exchanging_a_and_b_exchanges_all_and_changes_nothing_else(cycle: Cycle) -> None:
    extras_swapped = tuple(
        Extra(extra.what, Day.whole(extra.who).swapped().morning, extra.hours, extra.per)
        for extra in cycle.extras
    )
    swapped = Cycle(
        tuple(week.swapped() for week in cycle.weeks),
        cycle.full_time_day,
        hours_per_day=cycle.hours_per_day,
        extras=extras_swapped,
    )
    before, after = reckoned(cycle), reckoned(swapped)
    assert after.overlaps == before.overlaps
    assert after.gaps == before.gaps
    for one, other in (("A", "B"), ("B", "A")):
        mine, theirs = before.person(one), after.person(other)
        assert (mine is None) == (theirs is None)
        if mine and theirs:
            assert theirs._replace(letter=one) == mine
    assert tuple(week.swapped() for week in swapped.weeks) == cycle.weeks


@given(any_cycle)
def test_writing_the_cycle_twice_changes_no_average(cycle: Cycle) -> None:
    assume(not any(extra.per is Per.CYCLE for extra in cycle.extras))
    once, twice = reckoned(cycle), reckoned(replaced(cycle, cycle.weeks * 2))
    assert twice.total_hours == once.total_hours
    assert twice.overlap_hours == 2 * once.overlap_hours
    assert len(twice.gaps) == 2 * len(once.gaps)
    for before, after in zip(once.people, twice.people, strict=True):
        assert after == before._replace(weekly=before.weekly * 2, days=before.days * 2)


@given(cycles(some.one_of(half_days, turn_days()), length=FIT), some.fractions(1, 2))
def test_a_day_that_fits_gives_exactly_the_cap(cycle: Cycle, cap: Fraction) -> None:
    try:
        reckoning = reckon(cycle, cap)
    except ScheduleError:
        assume(False)
        raise
    assert reckoning.total_share == cap
    assert not reckoning.is_over_cap
    assert repairs(reckoning) == ()


@given(any_cycle, some.integers(0, 60), some.integers(-3, 3))
def test_dated_weeks_repeat_with_the_cycle(cycle: Cycle, later: int, rounds: int) -> None:
    day = MONDAY + timedelta(days=later)
    again = on_date(cycle, day + timedelta(weeks=rounds * len(cycle.weeks)))
    assert again.day == on_date(cycle, day).day
    assert again.week == on_date(cycle, day).week


@given(any_cycle)
def test_a_total_is_over_the_cap_exactly_where_its_minutes_show_it(cycle: Cycle) -> None:
    reckoning = reckoned(cycle)
    shown = clock_text(reckoning.total_hours) != clock_text(reckoning.cap_hours)
    assert reckoning.is_over_cap == (shown and reckoning.total_hours > reckoning.cap_hours)
    if not reckoning.is_over_cap:
        assert Fraction(share_text(reckoning.total_share)[:-1]) <= 100


@given(any_cycle)
def test_the_shorter_day_that_is_offered_is_never_over_the_cap(cycle: Cycle) -> None:
    for repair in repairs(reckoned(cycle)):
        if isinstance(repair, ShorterDays):
            shorter = Cycle(
                cycle.weeks,
                cycle.full_time_day,
                hours_per_day=repair.to_the_minute,
                extras=cycle.extras,
            )
            assert reckon(shorter).hours_over <= 0


@given(some.fractions(0, 200))
def test_a_printed_figure_is_within_half_a_unit(number: Fraction) -> None:
    assert abs(Fraction(hours_text(number)) - number) <= Fraction(1, 2000)
    assert abs(Fraction(share_text(number)[:-1]) / 100 - number) <= Fraction(1, 20_000)
    hours, minutes = clock_text(number).split(":")
    assert abs(int(hours) + Fraction(int(minutes), 60) - number) <= Fraction(1, 120)


@given(some.lists(who, min_size=5, max_size=5))
def test_a_line_that_is_written_is_read_again(cells: list[frozenset[str]]) -> None:
    assert list(parse_line(" ".join("".join(sorted(cell)) or "-" for cell in cells))) == cells


written = some.text("ABab-+&,: 0123456789apm\u2013\n", max_size=30) | some.text(max_size=10)
written_days = written | some.none() | some.dictionaries(written | some.sampled_from("AB"), written)
weekdays = some.sampled_from(["Mon", "tue", "Wednesday", "am", "pm"])


@pytest.mark.parametrize("read", [parse_clock, parse_length, parse_spans, parse_line])
@given(text=written)
def test_any_text_is_read_or_refused_in_words(read: Callable[[str], object], text: str) -> None:
    try:
        read(text)
    except NotationError as error:
        assert error.mistakes
        assert all(found.message and 0 <= found.offset <= len(text) for found in error.mistakes)


@given(some.dictionaries(weekdays | written, written_days, max_size=4))
def test_any_week_is_read_or_refused_in_words(days: dict[str, str | dict[str, str] | None]) -> None:
    try:
        week = parse_week(days)
    except NotationError as error:
        assert error.mistakes
    else:
        assert len(week.days) in (5, 7)
