"""The rota as documents draw it: its rows, times, signs, and the weeks with dates."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from every_document import PROJECT, TODAY

from jobshare_docs import load_answers
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.documents.sentences import load_sentences
from jobshare_docs.documents.values import ValuesOf

ANALYST = PROJECT / "proposals" / "trial-records-analyst"
SENTENCES = load_sentences(PROJECT / "templates" / "wording.yaml")
PARTNER = "employees: {B: {name: Bea Moreau}}\nconfirmation: {effective: 2027-02-01}\n"

Rota = Callable[..., Mapping[str, Any]]


@pytest.fixture
def rota(tmp_path: Path) -> Rota:
    """What templates read under `reckoned` for other weeks of an example."""

    def reckoned(weeks: str = "", kind: str = "letter", more: str = "") -> Mapping[str, Any]:
        over = tmp_path / "over.yaml"
        rota = f"schedule: {{weeks: {weeks}}}\n" if weeks else "position: {}\n"
        over.write_text(rota + more, "utf-8")
        layers = [ANALYST / f"{name}.yaml" for name in ("answers", "organization", "terms")]
        answers = load_answers(*layers, over)
        found = ValuesOf(answers, CATALOGUE[kind], SENTENCES, TODAY)()
        return dict(found["reckoned"])

    return reckoned


def cells(rows: list[dict[str, Any]]) -> list[list[str]]:
    return [[cell["text"] for cell in row["cells"]] for row in rows]


def test_times_stand_in_the_grid_and_initials_alone_beside_dates(rota: Rota) -> None:
    found = rota(more=PARTNER)
    wednesdays = [week["days"][2]["text"] for week in found["first_weeks"]]
    assert cells(found["grid"])[0][2] == "MD, 8:30–12:00\nBM, 11:30–15:15"
    assert wednesdays == ["MD, BM"] * 4


def test_times_have_a_line_of_their_own_where_the_column_is_too_narrow(rota: Rota) -> None:
    of_seven_days = rota('[{Mon: A, Wed: {A: "8:30-12:00", B: "12:00-16:00"}, Sat: B}]')
    below = "8:30–12:00\nB\n12:00–16:00"
    assert cells(of_seven_days["grid"])[0][2] == f"MD\n{below}"
    assert cells(rota(kind="posting")["grid"])[0][2].startswith("Partner\n8:30–12:00\nYou\n")


def test_in_a_sentence_no_line_parts_two_times(rota: Rota) -> None:
    found = rota()
    assert found["overlaps"][0]["when"] == "Wednesday of week 1, 11:30\u00a0to\u00a012:00"
    assert found["gaps"][0]["when"] == "Wednesday of week 1, 15:15\u00a0to\u00a016:45"


@pytest.mark.parametrize(
    ("weeks", "both", "nobody"),
    [
        ("['A A A B B']", False, False),
        ("['A A AB B B']", True, False),
        ("['A A - B B']", False, True),
        ("['A A AB - B', 'A A B B B']", True, True),
    ],
)
def test_the_signs_of_the_grid_are_known(rota: Rota, weeks: str, both: bool, nobody: bool) -> None:
    found = rota(weeks)
    assert (found["has_both"], found["has_nobody"]) == (both, nobody)


def test_a_week_has_two_rows_only_where_its_halves_differ(rota: Rota) -> None:
    def labels(weeks: str) -> list[str]:
        return [row["label"] for row in rota(weeks)["grid"]]

    assert labels("['A A A B B']") == ["Every week"]
    assert labels("[{am: A A A B B, pm: A A B B B}]") == ["Morning", "Afternoon"]
    assert labels('[{Mon: A, Tue: {B: "8:30-12:00"}}]') == ["Every week"]
    assert labels("['A A A B B', {am: A A A B B, pm: A A B B B}]") == [
        *("Week 1", "Week 2, morning", "Week 2, afternoon"),
    ]
    found = rota("['A A A B B', 'A A B B B']")["grid"]
    assert cells(found) == [["MD", "MD", "MD", "B", "B"], ["MD", "MD", "B", "B", "B"]]


class TestADayOfTheRota:
    def test_is_told_to_the_second_where_it_is_no_full_time_day(self, rota: Rota) -> None:
        fitting = rota('["A A AB B B"], hours_per_day: fit')
        assert fitting["day_of_rota"] == "6:02:30"

    def test_is_not_told_where_it_is_a_full_time_day(self, rota: Rota) -> None:
        assert rota('["A A A B B"]')["day_of_rota"] is None

    def test_is_not_told_of_turns_that_have_their_own_times(self, rota: Rota) -> None:
        turns = "[{Mon-Wed: {A: '8:00-14:00'}, Thu-Fri: {B: '8:00-14:00'}}], hours_per_day: 6"
        assert rota(turns)["day_of_rota"] is None
