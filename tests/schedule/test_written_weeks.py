"""A week is written as a line, as a pair of lines, or by weekday."""

import pytest

from jobshare_docs.schedule.mistakes import Mistake, NotationError
from jobshare_docs.schedule.week import Day, Turn, Week
from jobshare_docs.schedule.writing import WeekText, parse_week

A, B, BOTH, NOBODY = frozenset("A"), frozenset("B"), frozenset("AB"), frozenset[str]()


def test_a_line_is_a_week_of_whole_days() -> None:
    assert parse_week("A A AB B -") == Week(tuple(map(Day.whole, (A, A, BOTH, B, NOBODY))))


def test_a_pair_of_lines_is_a_week_of_mornings_and_afternoons() -> None:
    week = parse_week({"am": "A A A B B", "PM": "A A B B B"})
    assert week == Week(tuple(map(Day, (A, A, A, B, B), (A, A, B, B, B))))


def test_a_block_gives_each_weekday_its_own_times() -> None:
    week = parse_week(
        {
            "Mon": "A",
            "tuesday": {"am": "A", "pm": "AB"},
            "Wed": {"A": "8:30-13:00", "b": "12:00-16:45"},
            "Thurs": "B",
            "Fri": None,
        }
    )
    wednesday = Day(turns=(Turn(510, 780, "A"), Turn(720, 1005, "B")))
    assert week.days == (Day.whole(A), Day(A, BOTH), wednesday, Day.whole(B), Day())


def test_a_weekday_left_out_is_off_and_the_weekend_makes_seven_days() -> None:
    assert parse_week({"Tue": "A"}).days == (Day(), Day.whole(A), Day(), Day(), Day())
    assert len(parse_week({"Sat": "A"}).days) == 7


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("A A C B B", [Mistake("'C' is not one of A, B, AB, - (nobody)", 4)]),
        (
            {"am": "A A C B B", "pm": "A A B B D"},
            [
                Mistake("'C' is not one of A, B, AB, - (nobody)", 4, ("am",)),
                Mistake("'D' is not one of A, B, AB, - (nobody)", 8, ("pm",)),
            ],
        ),
        (
            {"am": "A A A B B", "pm": "A A B B B - -"},
            [Mistake("am has 5 days and pm has 7: give both the same days", 0, ("pm",))],
        ),
        (
            {"am": "A A A B B"},
            [Mistake('give a line for am and a line for pm: {am: "A A A B B", pm: …}')],
        ),
        (
            {"am": "A A A B B", "pm": "A A B B B", "Mon": "A"},
            [Mistake("stands beside am and pm: a week needs only these two", 0, ("mon",))],
        ),
        (
            {"Wen": "A", "Mon": "Q", "Tue": {"A": "8:30-13"}},
            [
                Mistake(
                    "'Wen' is not a weekday: use Mon, Tue, Wed, Thu, Fri, Sat, Sun", 0, ("Wen",)
                ),
                Mistake("'Q' is not one of A, B, AB, - (nobody)", 0, ("Mon",)),
                Mistake("'13' is not a time of day: write 13:00", 5, ("Tue", "A")),
            ],
        ),
        (
            {"Mon": {"A": "8:30-13:00", "C": "9:00-10:00"}},
            [Mistake("'C' is not one of A, B (or am, pm)", 0, ("Mon", "C"))],
        ),
        (
            {"Mon": {"am": "A", "B": "13:00-16:00"}},
            [Mistake("'B' is not one of am, pm", 0, ("Mon", "B"))],
        ),
        (
            {"Mon": "8:30-13:00"},
            [Mistake('say who works at these times: {A: "8:30-13:00"}', 0, ("Mon",))],
        ),
        (
            {"Mon": "A B"},
            [Mistake("2 cells found, and a day needs one: A, B, AB or - (nobody)", 0, ("Mon",))],
        ),
        (
            {"Mon": "A", "Monday": "B"},
            [Mistake("Monday is given twice: keep one of them", 0, ("Monday",))],
        ),
    ],
)
def test_a_week_that_cannot_be_read_says_every_mistake_within_its_keys(
    text: WeekText, mistakes: list[Mistake]
) -> None:
    with pytest.raises(NotationError) as caught:
        parse_week(text)
    assert caught.value.mistakes == tuple(mistakes)
