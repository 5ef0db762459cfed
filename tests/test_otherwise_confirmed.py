"""What the letter says where the first day or the reviews are confirmed otherwise than asked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.docx_text import text

NURSE = Path(__file__).parent.parent / "proposals" / "community-health-nurse"
TODAY = date(2026, 11, 22)

Rows = Callable[..., dict[str, list[str]]]


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    """The points of a letter that differ from the request: what was asked, and what is agreed."""

    def told(over: str, to: str = "A", form: str = "offer") -> dict[str, list[str]]:
        file = tmp_path / "over.yaml"
        file.write_text(over, encoding="utf-8")
        layers = [NURSE / f"{name}.yaml" for name in ("answers", "organization", "terms")]
        documents = render(load_answers(*layers, file), order("letter", TODAY, form=form))
        said = text(documents[f"letter-{form}-{to}.docx" if to else f"letter-{form}.docx"])
        lines = said.partition("in these points:")[2].partition("## ")[0].splitlines()
        cells = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line]
        return {row[0]: row[1:] for row in cells}

    return told


def test_what_is_confirmed_as_asked_is_no_difference(rows: Rows) -> None:
    assert {"First day", "Reviews"}.isdisjoint(rows("position: {}\n"))


@pytest.mark.parametrize(("form", "to"), [("offer", "A"), ("memo", "B"), ("agreement", "")])
def test_another_first_day(rows: Rows, form: str, to: str) -> None:
    found = rows("confirmation: {effective: 2027-02-01}\n", to, form)
    assert found["First day"] == ["4 January 2027", "1 February 2027"]


def test_the_own_first_day_of_one_employee(rows: Rows) -> None:
    over = "confirmation: {employees: {B: {effective: 2027-02-01}}}\n"
    assert "First day" not in rows(over)
    assert rows(over, "B")["First day"] == ["4 January 2027", "1 February 2027"]


def test_a_first_day_that_is_open(rows: Rows) -> None:
    over = "confirmation: {effective: {when: partner-starts, not_after: 2027-03-01}}\n"
    assert rows(over)["First day"] == [
        "4 January 2027",
        "When the partner starts, and not later than 1 March 2027",
    ]


def test_other_reviews(rows: Rows) -> None:
    found = rows("confirmation: {review: {dates: [2027-06-07]}}\n")
    assert found["Reviews"] == ["5 April 2027 and 5 July 2027", "7 June 2027"]


def test_of_two_first_days_the_confirmed_one_is_told(rows: Rows) -> None:
    over = (
        "confirmation: {effective: 2027-02-01, agreed: {implementation:"
        " {preferred_date: 2027-01-18}}}\n"
    )
    assert rows(over)["First day"] == ["4 January 2027", "1 February 2027"]


def test_a_letter_in_the_place_of_another_has_its_own_dates(rows: Rows) -> None:
    over = "confirmation: {effective: 2028-01-03, replaces: {date: 2026-11-02, reason: changed}}\n"
    assert "First day" not in rows(over)
