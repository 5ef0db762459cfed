"""What the `schedule` command prints."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from jobshare_docs.cli.schedule_view import schedule_lines
from jobshare_docs.schedule.cycle import Cycle, Departure, Extra, Per
from jobshare_docs.schedule.dated import first_weeks
from jobshare_docs.schedule.reckoning import reckon
from jobshare_docs.schedule.writing import WeekText, parse_week

NAMES = {"A": "Dana Whitford", "B": "Priya Nair"}
INITIALS = {"A": "DW", "B": "PN"}
FULL_DAY = Fraction(29, 4)


def shown(*weeks: WeekText, **terms: Any) -> str:
    cycle = Cycle(tuple(map(parse_week, weeks)), FULL_DAY, **terms)
    weeks = first_weeks(cycle)
    return "\n".join(schedule_lines(reckon(cycle), NAMES, INITIALS, first_weeks=weeks)) + "\n"


def test_the_whole_text_of_turns_with_dates() -> None:
    assert (
        shown("B B B A A", "A A A B B", first_week_begins=date(2027, 1, 4))
        == """\
                Mon         Tue         Wed         Thu         Fri
Week 1          PN          PN          PN          DW          DW
Week 2          DW          DW          DW          PN          PN
DW = Dana Whitford, PN = Priya Nair, \u2013 = nobody

Hours                     DW          PN    together
Week 1                  14.5       21.75       36.25
Week 2                 21.75        14.5       36.25
Average week          18.125      18.125       36.25
Share worked             50%         50%        1.00
Days in cycle              5           5

A worked day is 7:15, the full-time day 7:15.
Total: 36.25 hours (36:15) a week, 1.00 of a full-time position. The cap is
  1.00: 36.25 hours (36:15).
Overlap: none.

The first weeks
                Mon         Tue         Wed         Thu         Fri
4 Jan 2027      PN          PN          PN          DW          DW
11 Jan 2027     DW          DW          DW          PN          PN
18 Jan 2027     PN          PN          PN          DW          DW
25 Jan 2027     DW          DW          DW          PN          PN
"""
    )


@pytest.mark.parametrize("columns", [60, 70, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_eighty_columns(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    timed = {"Mon": {"A": "8:30-12:00", "B": "11:30-16:45"}}
    week = {"Mon": timed["Mon"], "Tue": "A", "Wed": "B", "Thu": "AB", "Fri": "-"}
    said = shown(week, "A A A B B", first_week_begins=date(2027, 1, 4))
    assert max(map(len, said.split("\n"))) <= min(columns, 80)


def test_the_key_names_both_however_long_their_names_are() -> None:
    long = {
        "A": "Maria-Alexandrina Konstantinopoulou-Featherstonehaugh",
        "B": " ".join(4 * ["Bartholomew"]),
    }
    cycle = Cycle((parse_week("A A A B B"),), FULL_DAY)
    lines = schedule_lines(reckon(cycle), long, INITIALS, lambda _, text: f"<{text}>")
    assert lines[2:4] == [
        f"<DW> = {long['A']}, <PN> = Bartholomew",
        "  Bartholomew Bartholomew Bartholomew, – = nobody",
    ]


def test_a_total_over_the_cap_comes_with_both_repairs() -> None:
    assert """\
OVER THE CAP by 7.25 hours (7:15) a week. What would help:
- shorten the worked day (hours_per_day: 6:02, or fit for the exact length)
- halve the overlap: each works half of Wednesday (7.25 hours less a week)
Overlap: Wednesday.
  7.25 hours (7:15) together, every week.
""" in shown("A A AB B B")


def test_mornings_and_afternoons_have_rows_of_their_own() -> None:
    assert shown({"am": "A A AB B B", "pm": "A A B B -"}).startswith("""\
                Mon         Tue         Wed         Thu         Fri
Week 1, am      DW          DW          DW, PN      PN          PN
Week 1, pm      DW          DW          PN          PN          \u2013
""")


def test_times_stand_below_the_initials_in_a_week_of_seven_days() -> None:
    week = {"Mon": "A", "Wed": {"A": "8:30-13:00", "B": "12:00-16:45"}, "Sat": {"B": "22:00-6:00"}}
    assert shown(week).startswith("""\
                Mon      Tue      Wed      Thu      Fri      Sat      Sun
Week 1          DW       \u2013        DW       \u2013        \u2013        PN       \u2013
                                  8:30\u2013                      22:00\u2013
                                  13:00                      6:00
                                  PN
                                  12:00\u2013
                                  16:45
""")


def test_one_employee_alone_has_no_partner_and_no_gap() -> None:
    text = shown("A A A - -")
    assert "PN" not in text and "together" not in text
    assert "Overlap" not in text and "Nobody works" not in text
    assert "Total: 21.75 hours (21:45) a week, 0.60 of a full-time position." in text


def test_what_departs_from_the_rota_is_told() -> None:
    text = shown(
        "A A AB B B",
        "A A B B -",
        extras=(Extra("team meeting", frozenset("AB"), Fraction(2), Per.MONTH, paid=False),),
        departures=(
            Departure(date(2027, 1, 4), date(2027, 1, 8), frozenset("AB"), True, "handing over"),
            Departure(date(2027, 2, 1), date(2027, 2, 1), frozenset(), False),
        ),
        first_week_begins=date(2027, 1, 4),
        paid_shares={"A": Fraction(1, 2)},
    )
    for line in (
        "Extra, a week          0.462       0.462       0.923",
        "Share paid               50%         50%",
        "Nobody works: Friday of week 2.",
        "Extra: team meeting: DW and PN, 2 hours a month each, not paid.",
        "4 January 2027 to 8 January 2027: DW and PN (handing over); hours added: +29 (DW\n"
        "  +14.5, PN +14.5).",
        "1 February 2027: nobody, not paid; hours added: -7.25 (DW -7.25).",
        "4 Jan 2027      DW, PN      DW, PN      DW, PN      DW, PN      DW, PN",
    ):
        assert f"{line}\n" in text


def test_days_longer_than_the_full_time_day_are_counted() -> None:
    text = shown("A A B B -", hours_per_day=Fraction(10))
    assert "A worked day is 10:00, the full-time day 7:15.\n" in text
    assert "Longer than the full-time day: DW, 2 days of 10 hours in the cycle (daily\n" in text


def test_a_day_that_fits_is_shown_to_the_second() -> None:
    assert "A worked day is 6:02:30, the full-time day 7:15.\n" in shown(
        "A A AB B B", hours_per_day="fit"
    )


@pytest.mark.parametrize("initials", [INITIALS, {"A": "ABCDEFGHIJKLM", "B": "NOPQRSTUVWXYZ"}, {}])
@pytest.mark.parametrize(
    "weeks",
    [
        ["A A AB B B"],
        [{"am": "AB AB AB AB AB AB AB", "pm": "A A A A - - -"}] * 12,
        [{day: {"A": "18:00-23:30", "B": "22:00-6:30"} for day in ("Mon", "Tue", "Sat", "Sun")}]
        * 3,
    ],
)
def test_no_line_is_wider_than_eighty_columns(
    weeks: list[WeekText], initials: dict[str, str]
) -> None:
    extra = Extra("a very long meeting " * 8, frozenset("AB"), Fraction(1, 3), Per.YEAR)
    cycle = Cycle(
        tuple(map(parse_week, weeks)),
        FULL_DAY,
        hours_per_day=Fraction(17, 3),
        first_week_begins=date(2027, 1, 4),
        extras=(extra,),
    )
    lines = schedule_lines(reckon(cycle), {"A": "Anna " * 30, "B": "Berta"}, initials)
    assert lines
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if line != line.rstrip()]
