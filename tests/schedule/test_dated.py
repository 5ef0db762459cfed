"""The cycle on the calendar."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from rota import BOTH, FULL_DAY, MONDAY, cycle

from jobshare_docs.schedule.cycle import Cycle, Departure
from jobshare_docs.schedule.dated import (
    first_weeks,
    is_monday,
    monday_of,
    on_date,
    week_number,
    weeks_from,
)
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.reckoning import reckon
from jobshare_docs.schedule.week import Day

A, B = frozenset("A"), frozenset("B")


def turns() -> Cycle:
    return cycle("B B B A A", "A A A B B", first_week_begins=MONDAY)


def test_the_first_weeks_have_their_dates() -> None:
    weeks = first_weeks(turns())
    assert [(week.begins, week.week) for week in weeks] == [
        (date(2027, 1, 4), 1),
        (date(2027, 1, 11), 2),
        (date(2027, 1, 18), 1),
        (date(2027, 1, 25), 2),
    ]
    assert [day.date.day for day in weeks[1].days] == [11, 12, 13, 14, 15]
    assert [day.day.morning for day in weeks[1].days] == [A, A, A, B, B]


def test_without_the_first_date_there_are_none() -> None:
    assert first_weeks(cycle("A A A B B")) == ()


def test_a_cycle_of_seven_days_is_shown_to_sunday() -> None:
    (week,) = first_weeks(cycle("A A A B B - A", first_week_begins=MONDAY), count=1)
    assert [day.date.isoformat() for day in week.days[5:]] == ["2027-01-09", "2027-01-10"]
    assert week.days[6].day == Day.whole(A)


@pytest.mark.parametrize(
    ("day", "week", "who"),
    [
        (date(2027, 1, 4), 1, B),
        (date(2027, 1, 8), 1, A),
        (date(2027, 1, 12), 2, A),
        (date(2027, 3, 1), 1, B),
        (date(2026, 12, 28), 2, A),  # before the beginning the turns count back
        (date(2027, 1, 9), 1, frozenset()),
    ],
)
def test_any_date_has_its_week_of_the_cycle(day: date, week: int, who: frozenset[str]) -> None:
    found = on_date(turns(), day)
    assert (found.week, found.day.morning) == (week, who)
    assert week_number(turns(), day) == week


def test_a_cycle_of_one_week_needs_no_first_date() -> None:
    assert on_date(cycle("A A A B B"), date(2027, 6, 4)).day == Day.whole(B)


def test_a_longer_cycle_does() -> None:
    with pytest.raises(ScheduleError) as caught:
        week_number(cycle("A A A A A", "B B B B B"), MONDAY)
    message = "a cycle of 2 weeks needs first_week_begins: the Monday of week 1"
    assert str(caught.value) == message


def test_the_calendar_ends() -> None:
    with pytest.raises(ScheduleError) as caught:
        weeks_from(cycle("A A A B B"), date(9999, 12, 25), 4)
    assert str(caught.value) == "the calendar ends before week 4 after 9999-12-25"


def test_mondays() -> None:
    assert is_monday(MONDAY)
    assert not is_monday(date(2027, 1, 5))
    assert monday_of(date(2027, 1, 10)) == MONDAY


class TestADeparture:
    handing_over = Departure(date(2027, 1, 6), date(2027, 1, 11), BOTH, reason="handing over")

    def rota(self, *departures: Departure, **terms: Any) -> Cycle:
        terms = {"first_week_begins": MONDAY} | terms
        return cycle("B B B A A", "A A A B B", departures=departures, **terms)

    def test_stands_in_place_of_the_rota_on_its_dates(self) -> None:
        weeks = first_weeks(self.rota(self.handing_over), count=2)
        days = [day for week in weeks for day in week.days]
        assert [day.day.morning for day in days[:7]] == [B, B, BOTH, BOTH, BOTH, BOTH, A]
        assert [day.departure is not None for day in days[:7]] == [False] * 2 + [True] * 4 + [False]

    def test_leaves_the_weekend_free(self) -> None:
        assert on_date(self.rota(self.handing_over), date(2027, 1, 9)).day == Day()

    def test_takes_in_a_weekend_that_the_rota_works(self) -> None:
        rota = cycle("A A A B B B -", departures=(self.handing_over,))
        assert on_date(rota, date(2027, 1, 9)).day == Day.whole(BOTH)
        assert on_date(rota, date(2027, 1, 10)).day == Day()

    def test_adds_hours_for_each(self) -> None:
        (found,) = reckon(self.rota(self.handing_over)).departures
        assert found.added == {"A": FULL_DAY, "B": 3 * FULL_DAY}
        assert found.total == 4 * FULL_DAY

    def test_may_take_hours_from_one_and_give_them_to_the_other(self) -> None:
        cover = Departure(date(2027, 1, 4), date(2027, 1, 15), A, reason="leave")
        (found,) = reckon(self.rota(cover)).departures
        assert found.added == {"A": 5 * FULL_DAY, "B": -5 * FULL_DAY}
        assert found.total == 0

    def test_on_which_nobody_works_takes_hours(self) -> None:
        closed = Departure(date(2027, 1, 7), date(2027, 1, 7), frozenset(), reason="closed")
        (found,) = reckon(self.rota(closed)).departures
        assert found.added == {"A": -FULL_DAY, "B": Fraction(0)}

    def test_over_years_is_reckoned_as_its_days_are(self) -> None:
        long = Departure(date(2027, 1, 6), date(2047, 3, 1), A)
        rota = self.rota(long)
        (found,) = reckon(rota).departures
        assert found.added is not None
        days = [
            date.fromordinal(day)
            for day in range(long.first.toordinal(), 1 + long.last.toordinal())
        ]
        worked_by_b = sum(
            day.weekday() < 5 and on_date(turns(), day).day.morning == B for day in days
        )
        assert found.added["B"] == -worked_by_b * FULL_DAY
        assert found.total == 0

    def test_of_two_the_later_in_the_list_counts(self) -> None:
        closed = Departure(date(2027, 1, 7), date(2027, 1, 7), frozenset())
        rota = self.rota(self.handing_over, closed)
        assert on_date(rota, date(2027, 1, 7)).departure == closed

    def test_cannot_be_reckoned_where_the_dates_of_the_rota_are_not_known(self) -> None:
        (found,) = reckon(self.rota(self.handing_over, first_week_begins=None)).departures
        assert (found.added, found.total) == (None, None)
