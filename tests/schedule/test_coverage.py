"""Where both work at once, and where nobody does."""

from fractions import Fraction

import pytest
from rota import FULL_DAY, cycle

from jobshare_docs.schedule.clock import MINUTES_A_DAY
from jobshare_docs.schedule.coverage import Stretch, in_words
from jobshare_docs.schedule.cycle import Cycle, WorkedDay
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.reckoning import reckon
from jobshare_docs.schedule.writing import WeekText

OFFICE_HOURS = WorkedDay(8 * 60 + 30, 16 * 60 + 45, rest=60)


def wednesday(**turns: str) -> WeekText:
    return {"Mon": "A", "Tue": "A", "Wed": turns, "Thu": "B", "Fri": "B"}


@pytest.mark.parametrize(
    ("weeks", "found"),
    [
        (["A A A B B", "A A B B B"], []),
        (["A A AB B B"], [("Wednesday", Fraction("7.25"))]),
        (["A A AB B B", "A A B B -"], [("Wednesday of week 1", Fraction("7.25"))]),
        (
            [{"am": "A A AB B B", "pm": "A A B B -"}],
            [("Wednesday morning", Fraction("3.625"))],
        ),
        (
            ["A A A B B", {"am": "A A B B B", "pm": "A A B B AB"}],
            [("Friday afternoon of week 2", Fraction("3.625"))],
        ),
        (
            [wednesday(A="8:30-13:00", B="12:00-16:45")],
            [("Wednesday, 12:00\u201313:00", Fraction(1))],
        ),
        (
            [wednesday(A="8:30-12:00, 13:00-16:45", B="11:00-14:30")],
            [
                ("Wednesday, 11:00\u201312:00", Fraction(1)),
                ("Wednesday, 13:00\u201314:30", Fraction("1.5")),
            ],
        ),
        ([wednesday(A="8:30-12:00", B="12:00-16:45")], []),
    ],
)
def test_overlaps(weeks: list[WeekText], found: list[tuple[str, Fraction]]) -> None:
    reckoning = reckon(cycle(*weeks))
    assert [(each.when(len(weeks)), each.hours) for each in reckoning.overlaps] == found
    assert reckoning.overlap_hours == sum(hours for _, hours in found)


def test_an_overlap_of_two_nights_is_found_through_midnight() -> None:
    reckoning = reckon(
        cycle({"Mon": {"A": "22:00-6:00"}, "Tue": {"B": "5:00-12:00"}, "Sat": {"B": "22:00-2:00"}})
    )
    assert [each.when(1) for each in reckoning.overlaps] == ["Tuesday, 5:00\u20136:00"]


def test_the_last_night_of_the_cycle_meets_its_first_morning() -> None:
    reckoning = reckon(cycle({"Sun": {"A": "22:00-6:00"}, "Mon": {"B": "4:00-12:00"}}, "- - - - -"))
    assert reckoning.overlaps == ()  # the second week, without turns, lies between them
    reckoning = reckon(cycle({"Sun": {"A": "22:00-6:00"}, "Mon": {"B": "4:00-12:00"}}))
    assert [each.when(1) for each in reckoning.overlaps] == ["Monday, 4:00\u20136:00"]


def test_the_last_night_after_its_break_is_the_first_morning() -> None:
    both = {"A": "22:00-2:00, 2:45-6:00", "B": "22:00-2:00, 3:00-6:00"}
    reckoning = reckon(cycle({"Sun": both}))
    assert [(each.when(1), each.hours) for each in reckoning.overlaps] == [
        ("Monday, 3:00\u20136:00", 3),
        ("Sunday, 22:00\u20132:00", 4),
    ]


def test_two_who_work_the_last_night_together_are_counted_once() -> None:
    reckoning = reckon(cycle({"Sun": {"A": "22:00-6:00", "B": "23:00-5:00"}}))
    assert [(each.when(1), each.hours) for each in reckoning.overlaps] == [
        ("Sunday, 23:00\u20135:00", 6)
    ]


@pytest.mark.parametrize(
    ("weeks", "found"),
    [
        (["A A A B B"], []),
        (["A A AB B B", "A A B B -"], ["Friday of week 2"]),
        ([{"am": "A A AB B B", "pm": "A A B B -"}], ["Friday afternoon"]),
        ([{"am": "- A A B B", "pm": "A A B B B"}], ["Monday morning"]),
        (["A A - B B"], ["Wednesday"]),
        (["A A A B B - -"], []),
        (["- A A A B B -"], []),  # a position that works from Tuesday to Saturday
        (["A A A B B A -", "A A B B - B -"], ["Friday of week 2"]),
        (["A A B B - - -", "A A B B - B -"], ["Friday of week 1", "Friday of week 2"]),
    ],
)
def test_gaps_are_the_half_days_of_the_position_that_nobody_works(
    weeks: list[WeekText], found: list[str]
) -> None:
    reckoning = reckon(cycle(*weeks))
    assert [gap.when(len(weeks)) for gap in reckoning.gaps] == found


@pytest.mark.parametrize(
    ("turns", "without_a_day", "in_office_hours"),
    [
        ({"A": "8:30-12:00", "B": "12:00-16:45"}, [], []),
        ({"A": "8:30-12:00", "B": "14:00-16:45"}, ["12:00\u201314:00"], ["12:00\u201314:00"]),
        # the break of the day, whoever takes it, and the break of one who comes back
        ({"A": "8:30-12:00", "B": "13:00-16:45"}, [], []),
        ({"A": "8:30-12:00", "B": "13:00-16:00"}, ["12:00\u201313:00"], ["16:00\u201316:45"]),
        ({"A": "8:30-12:00, 13:00-16:45"}, [], []),
        ({"A": "8:30-12:00, 13:30-16:45"}, [], ["12:00\u201313:30"]),
        ({"A": "8:30-12:00, 14:00-16:45"}, ["12:00\u201314:00"], ["12:00\u201314:00"]),
        # only a day whose times are known has a beginning and an end to be missed
        ({"A": "9:00-13:00"}, [], ["8:30\u20139:00", "13:00\u201316:45"]),
        ({"A": "8:00-17:00"}, [], []),
    ],
)
def test_gaps_in_a_day_of_times(
    turns: dict[str, str], without_a_day: list[str], in_office_hours: list[str]
) -> None:
    for day, found in ((None, without_a_day), (OFFICE_HOURS, in_office_hours)):
        reckoning = reckon(cycle(wednesday(**turns), worked_day=day))
        assert [gap.when(1) for gap in reckoning.gaps] == [f"Wednesday, {each}" for each in found]


def test_a_night_covers_the_morning_that_it_runs_into() -> None:
    nights = {"Mon": {"A": "22:00-6:00"}, "Tue": {"B": "7:00-15:00"}}
    rota = cycle(nights, full_time_days=2, worked_day=WorkedDay(0, MINUTES_A_DAY))
    assert "Tuesday, 6:00\u20137:00" in [gap.when(1) for gap in reckon(rota).gaps]
    assert "Tuesday, 0:00\u20137:00" not in [gap.when(1) for gap in reckon(rota).gaps]


def test_the_last_night_of_the_cycle_covers_its_first_morning() -> None:
    nights = {"Mon": {"B": "7:00-15:00"}, "Sun": {"A": "22:00-6:00"}}
    first, second = cycle("B B B B B", nights).weeks
    all_day = WorkedDay(0, MINUTES_A_DAY)
    rota = Cycle((second, first), FULL_DAY, full_time_days=1, worked_day=all_day)
    assert next(gap.when(2) for gap in reckon(rota).gaps) == "Monday of week 1, 0:00\u20137:00"
    rota = Cycle((second,), FULL_DAY, full_time_days=1, worked_day=all_day)
    assert next(gap.when(1) for gap in reckon(rota).gaps) == "Monday, 6:00\u20137:00"


def test_one_person_cannot_have_two_turns_at_once() -> None:
    with pytest.raises(ScheduleError) as caught:
        reckon(cycle({"Mon": {"A": "22:00-6:00"}, "Tue": {"A": "5:00-13:00"}}))
    message = "A has two turns at once on Tuesday, 5:00\u20136:00: shorten one of them"
    assert str(caught.value) == message


def test_of_many_places_only_the_first_are_named() -> None:
    fridays = [Stretch(week, 4, Fraction(1)) for week in range(1, 7)]
    assert in_words(fridays[:2], 6) == "Friday of week 1; Friday of week 2"
    assert in_words(fridays, 6) == (
        "Friday of week 1; Friday of week 2; Friday of week 3 and 3 more"
    )
