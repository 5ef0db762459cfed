"""The rota as rows of cells."""

import pytest
from rota import cycle

from jobshare_docs.schedule.grid import rows
from jobshare_docs.schedule.writing import WeekText

INITIALS = {"A": "DW", "B": "PN"}


def shown(*weeks: WeekText) -> list[tuple[int, str | None, list[str]]]:
    return [
        (row.week, row.half, ["/".join(cell.lines(INITIALS)) for cell in row.cells])
        for row in rows(cycle(*weeks))
    ]


def test_a_week_of_whole_days_is_one_row() -> None:
    assert shown("A A AB B -") == [(1, None, ["DW", "DW", "DW, PN", "PN", "\u2013"])]


def test_a_week_whose_halves_differ_is_two_and_the_others_stay_one() -> None:
    assert shown({"am": "A A A B B", "pm": "A A B B B"}, "B B B A A") == [
        (1, "am", ["DW", "DW", "DW", "PN", "PN"]),
        (1, "pm", ["DW", "DW", "PN", "PN", "PN"]),
        (2, None, ["PN", "PN", "PN", "DW", "DW"]),
    ]


def test_every_row_has_seven_cells_where_any_week_has() -> None:
    assert [len(cells) for *_, cells in shown("A A A B B", "A A A B B A -")] == [7, 7]


def test_times_stand_in_one_row_of_whole_days() -> None:
    week = {"Mon": "A", "Tue": {"A": "8:30-13:00", "B": "12:00-16:45"}}
    (row,) = shown(week)
    assert row[2][:2] == ["DW", "DW 8:30\u201313:00/PN 12:00\u201316:45"]


@pytest.mark.parametrize(
    ("times", "morning", "afternoon"),
    [
        ("8:30-13:00", "DW 8:30\u201313:00", "\u2013"),
        ("12:00-16:45", "\u2013", "DW 12:00\u201316:45"),
        ("8:30-16:45", "DW 8:30\u201316:45", "DW 8:30\u201316:45"),
        ("12:00-13:00", "\u2013", "DW 12:00\u201313:00"),
        ("22:00-6:00", "\u2013", "DW 22:00\u20136:00"),
    ],
)
def test_beside_split_days_a_turn_stands_in_the_halves_that_it_reaches_into(
    times: str, morning: str, afternoon: str
) -> None:
    am, pm = shown({"Mon": {"am": "A", "pm": "B"}, "Tue": {"A": times}})
    assert (am[1], am[2][:2]) == ("am", ["DW", morning])
    assert (pm[1], pm[2][:2]) == ("pm", ["PN", afternoon])
