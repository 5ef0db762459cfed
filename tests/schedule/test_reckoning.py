"""Hours and shares worked out by hand, for arrangements that people have."""

from fractions import Fraction

import pytest
from rota import BOTH, cycle

from jobshare_docs.schedule.cycle import FIT, Cycle, Extra, Per
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.reckoning import PersonHours, Reckoning, reckon
from jobshare_docs.schedule.writing import WeekText

SPLIT_WEDNESDAY: WeekText = {"am": "A A A B B", "pm": "A A B B B"}
FOUR_WEEKS = ["A A A B B", "A A B B B", "B B A A A", "B B B A A"]
OVERLAP_AT_NOON: WeekText = {
    "Mon": "A",
    "Tue": "A",
    "Wed": {"A": "8:30-13:00", "B": "12:00-16:45"},
    "Thu": "B",
    "Fri": "B",
}


def person(reckoning: Reckoning, letter: str) -> PersonHours:
    found = reckoning.person(letter)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("weeks", "hours", "shares", "days"),
    [
        (["A A A A A", "B B B B B"], ("18.125", "18.125"), ("1/2", "1/2"), ("5", "5")),
        (["B B B A A", "A A A B B"], ("18.125", "18.125"), ("1/2", "1/2"), ("5", "5")),
        ([SPLIT_WEDNESDAY], ("18.125", "18.125"), ("1/2", "1/2"), ("2.5", "2.5")),
        (["A A B B B", "A B B B B"], ("10.875", "25.375"), ("0.3", "0.7"), ("3", "7")),
        (["B B B B A"], ("7.25", "29"), ("0.2", "0.8"), ("1", "4")),
        (["A A AB B B"], ("21.75", "21.75"), ("0.6", "0.6"), ("3", "3")),
        ([OVERLAP_AT_NOON], ("19", "19.25"), ("76/145", "77/145"), ("3", "3")),
        (["A - - - - A A", "- B B B B - -"], ("10.875", "14.5"), ("0.3", "0.4"), ("3", "4")),
        (FOUR_WEEKS, ("18.125", "18.125"), ("1/2", "1/2"), ("10", "10")),
    ],
)
def test_hours_shares_and_days_of_a_cycle(
    weeks: list[WeekText],
    hours: tuple[str, str],
    shares: tuple[str, str],
    days: tuple[str, str],
) -> None:
    reckoning = reckon(cycle(*weeks))
    a, b = reckoning.people
    assert (a.hours, b.hours) == tuple(map(Fraction, hours))
    assert (a.share, b.share) == tuple(map(Fraction, shares))
    assert (a.days, b.days) == tuple(map(Fraction, days))
    assert reckoning.total_share == sum(map(Fraction, shares))


def test_hours_are_told_week_by_week() -> None:
    reckoning = reckon(cycle("A A AB B B", "A A B B -"))
    assert person(reckoning, "A").weekly == (Fraction("21.75"), Fraction("14.5"))
    assert person(reckoning, "B").weekly == (Fraction("21.75"), Fraction("14.5"))
    assert not reckoning.is_over_cap


def test_one_employee_alone_is_the_total() -> None:
    reckoning = reckon(cycle("A A A - -"))
    assert [one.letter for one in reckoning.people] == ["A"]
    assert reckoning.total_share == Fraction(3, 5)
    assert reckoning.gaps == ()


def test_the_position_may_have_a_full_time_day_and_week_of_its_own() -> None:
    ten_hours = cycle("A A B B -", full_time_day=Fraction(10), full_time_days=4)
    reckoning = reckon(ten_hours)
    assert (reckoning.full_time_hours_per_week, reckoning.total_share) == (40, 1)
    assert (reckoning.gaps, reckoning.long_days) == ((), ())


def test_a_worked_day_may_be_shorter_or_longer_than_the_full_time_day() -> None:
    six = reckon(cycle("A A A B B", hours_per_day=Fraction(6)))
    assert (person(six, "A").hours, six.long_days) == (18, ())
    ten = reckon(cycle("A A B B -", hours_per_day=Fraction(10)))
    assert [(day.week, day.weekday, day.who, day.hours) for day in ten.long_days] == [
        (1, 0, "A", 10),
        (1, 1, "A", 10),
        (1, 2, "B", 10),
        (1, 3, "B", 10),
    ]
    assert ten.hours_over == Fraction("3.75")


class TestTheCap:
    def test_three_days_each_are_over_it(self) -> None:
        reckoning = reckon(cycle("A A AB B B"))
        assert reckoning.is_over_cap
        assert (reckoning.total_share, reckoning.hours_over) == (Fraction(6, 5), Fraction("7.25"))

    def test_another_employer_may_allow_more(self) -> None:
        assert not reckon(cycle("A A AB B B"), cap=Fraction(6, 5)).is_over_cap

    @pytest.mark.parametrize(
        ("hours_per_day", "over"),
        [
            (Fraction(6) + Fraction(2, 60), False),  # 36:12 a week
            (Fraction(6) + Fraction(3, 60), True),  # 36:18 a week
            (Fraction("6.0417"), False),  # 36:15 and less than a second
        ],
    )
    def test_it_is_compared_to_the_minute(self, hours_per_day: Fraction, over: bool) -> None:
        assert reckon(cycle("A A AB B B", hours_per_day=hours_per_day)).is_over_cap is over


class TestADayThatFits:
    def test_makes_the_total_exactly_the_cap(self) -> None:
        reckoning = reckon(cycle("A A AB B B", hours_per_day=FIT))
        assert reckoning.hours_per_day == Fraction(145, 24)  # 6:02:30
        assert reckoning.total_share == 1
        assert not reckoning.is_over_cap

    def test_leaves_room_for_extra_hours_and_times_of_the_clock(self) -> None:
        extra = Extra("team meeting", BOTH, Fraction(1), Per.WEEK)
        reckoning = reckon(cycle(OVERLAP_AT_NOON, hours_per_day=FIT, extras=(extra,)))
        assert reckoning.hours_per_day == (Fraction("36.25") - Fraction("9.25") - 2) / 4
        assert reckoning.total_hours == Fraction("36.25")

    @pytest.mark.parametrize(
        ("rota", "message"),
        [
            (
                cycle("A A A - -", hours_per_day=FIT),
                "'fit' shares one full-time position between two: for one employee alone,"
                " write the hours of a day, such as 7.25",
            ),
            (
                cycle({"Mon": {"A": "8:30-13:00", "B": "13:00-16:45"}}, hours_per_day=FIT),
                "no day is worked by whole or half days, so no length can be fitted",
            ),
            (
                cycle(
                    "A A B B B",
                    hours_per_day=FIT,
                    extras=(Extra("on call", BOTH, Fraction(20), Per.WEEK),),
                ),
                "the times and extra hours alone are 40 hours in the cycle:"
                " they leave nothing for the other days, so shorten them",
            ),
        ],
    )
    def test_is_refused_where_there_is_none(self, rota: Cycle, message: str) -> None:
        with pytest.raises(ScheduleError) as caught:
            reckon(rota)
        assert str(caught.value) == message


class TestExtraHours:
    @pytest.mark.parametrize(
        ("hours", "per", "a_week"),
        [
            (Fraction(1), Per.WEEK, Fraction(1)),
            (Fraction(3), Per.CYCLE, Fraction(3, 2)),
            (Fraction(13), Per.MONTH, Fraction(3)),  # a month is one twelfth of 52 weeks
            (Fraction(52), Per.YEAR, Fraction(1)),
        ],
    )
    def test_count_in_the_average_week(self, hours: Fraction, per: Per, a_week: Fraction) -> None:
        extra = Extra("meeting", frozenset("A"), hours, per)
        reckoning = reckon(cycle("B B B A A", "A A A B B", extras=(extra,)))
        assert person(reckoning, "A").extra_hours == a_week
        assert person(reckoning, "A").hours == Fraction("18.125") + a_week
        assert person(reckoning, "A").weekly == (Fraction("14.5"), Fraction("21.75"))
        assert person(reckoning, "B").hours == Fraction("18.125")
        assert reckoning.hours_over == a_week

    def test_count_for_each_who_has_them(self) -> None:
        extra = Extra("meeting", BOTH, Fraction(1), Per.WEEK)
        assert reckon(cycle("A A A B B", extras=(extra,))).total_hours == Fraction("38.25")

    def test_that_are_not_paid_are_worked_all_the_same(self) -> None:
        extra = Extra("reading", frozenset("A"), Fraction("3.625"), Per.WEEK, paid=False)
        a = person(reckon(cycle("A A B B -", extras=(extra,))), "A")
        assert (a.share, a.paid_share, a.paid_share_given) == (
            Fraction(1, 2),
            Fraction(2, 5),
            False,
        )
        assert a.pay_differs


class TestTheShareThatIsPaid:
    def test_is_the_share_worked_where_nothing_is_said(self) -> None:
        a = person(reckon(cycle("A A B B B")), "A")
        assert (a.paid_share, a.pay_differs) == (Fraction(2, 5), False)

    @pytest.mark.parametrize(
        ("given", "differs"),
        [(Fraction("0.4"), False), (Fraction("0.405"), False), (Fraction("0.41"), True)],
    )
    def test_differs_from_more_than_half_a_point(self, given: Fraction, differs: bool) -> None:
        a = person(reckon(cycle("A A B B B", paid_shares={"A": given})), "A")
        assert (a.share, a.paid_share, a.paid_share_given) == (Fraction(2, 5), given, True)
        assert a.pay_differs is differs


class TestWhatTheOvertimeAndShiftRulesAskFor:
    @pytest.mark.parametrize(
        ("weeks", "most_a", "most_b"),
        [
            (["A A A A A", "B B B B B"], 5, 5),
            (["B B B A A", "A A A B B"], 3, 3),
            (["A A A A A A -", "B B B B B - -"], 6, 5),
            ([{"am": "A A A A A", "pm": "B B B B B"}], 5, 5),
        ],
    )
    def test_the_most_days_worked_in_one_week(
        self, weeks: list[WeekText], most_a: int, most_b: int
    ) -> None:
        a, b = reckon(cycle(*weeks)).people
        assert (a.most_days_in_a_week, b.most_days_in_a_week) == (most_a, most_b)

    def test_half_days_only(self) -> None:
        a, b = reckon(cycle({"am": "A A A A A", "pm": "B B B B B"})).people
        assert a.only_half_days and b.only_half_days
        assert a.longest_day == Fraction("3.625")

    def test_a_single_whole_day_is_enough_for_a_full_shift(self) -> None:
        a, b = reckon(cycle({"am": "A A A A A", "pm": "B B B B A"})).people
        assert not a.only_half_days
        assert a.longest_day == Fraction("7.25")
        assert b.only_half_days

    def test_turns_are_half_a_day_up_to_half_its_hours(self) -> None:
        day = {"Mon": {"A": "8:30-12:00", "B": "12:00-16:45"}}
        a, b = reckon(cycle(day)).people
        assert (a.days, a.only_half_days) == (Fraction(1, 2), True)
        assert (b.days, b.only_half_days) == (1, False)

    def test_turns_of_exactly_half_a_day_are_half_a_day(self) -> None:
        day = {"Mon": {"A": "8:00-12:00", "B": "12:00-16:01"}}
        a, b = reckon(cycle(day, hours_per_day=Fraction(8))).people
        assert (a.days, b.days) == (Fraction(1, 2), 1)
