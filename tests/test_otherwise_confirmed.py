"""What the letter says where the first day or the reviews are confirmed otherwise than asked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.questions import readers_of
from jobshare_docs.answers.terms import Sections
from jobshare_docs.blocks import fields_of
from jobshare_docs.documents.sentences import load_sentences
from jobshare_docs.docx_text import text

NURSE = Path(__file__).parent.parent / "proposals" / "community-health-nurse"
TODAY = date(2026, 11, 22)

# Compared as a whole, or not told to every reader.
TOLD_APART = {"position.supervisor.phone", "purpose.other_paid_work"}
WORDING = Path(__file__).parent.parent / "templates" / "wording.yaml"

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


def agreed(block: str) -> str:
    return f"confirmation: {{agreed: {{{block}}}}}\n"


@pytest.mark.parametrize(
    ("block", "point", "asked", "now"),
    [
        (
            "schedule: {weeks: [A A - B B], uncovered: A clerk., extra:"
            " [{what: Staff meeting, who: both, hours: 1, per: month, paid: no},"
            " {what: Training, who: B, hours: 7.5, per: year, paid: yes}]}",
            "Hours outside the rota",
            "Not spoken of",
            "- Staff meeting: both partners, 1 hour a month, not paid / - Training: Priya Nair,"
            " 7.5 hours a year, paid",
        ),
        (
            "schedule: {exceptions: [{from: 2027-01-04, to: 2027-01-06, who: both, paid: yes,"
            " reason: handing over}, {from: 2027-02-01, to: 2027-02-01, who: A}]}",
            "Dates that depart from the rota",
            "Not spoken of",
            "- 4 January 2027 to 6 January 2027: both partners, handing over, paid /"
            " - 1 February 2027: Dana Whitford",
        ),
        (
            "advantages_and_disadvantages: {advantages: [More hands., {advantage: Time., to:"
            " employees}]}",
            "Advantages",
            "- Vacations and illness are covered without casual staff. / - Two sets of skills on"
            " one caseload.",
            "- More hands. / - Time. (to the employees)",
        ),
        (
            "precedents: {examples: [{where: Gimli, arrangement: Week about, concern: Calls,"
            " addressed: One list.}]}",
            "Examples elsewhere",
            "- Public health unit, Winkler: Two nurses, week on and week off. Concern: Families"
            " asked for one contact. Answer: Each family was given a primary nurse",
            "- Gimli: Week about. Concern: Calls. Answer: One list.",
        ),
        (
            "communications: {none: Nothing is.}",
            "Communications: nothing to say",
            "Not spoken of",
            "Nothing is.",
        ),
        ("schedule: {day: {end: 16:30, break: 0:45}}", "Break", "1:00", "0:45"),
        ("schedule: {day: {end: 16:30, break: 0:45}}", "End of the day", "16:45", "16:30"),
        (
            "position: {full_time_hours_per_day: 8}, schedule: {hours_per_day: 7.25}",
            "Hours of a full-time day",
            "7:15",
            "8:00",
        ),
    ],
)
def test_each_kind_of_value_is_told_in_words(
    rows: Rows, block: str, point: str, asked: str, now: str
) -> None:
    assert rows(agreed(block))[point] == [asked, now]


@pytest.mark.parametrize("figure", ["full_time_hours_per_day: 7.25", "full_time_days_per_week: 5"])
def test_what_is_usual_anyway_is_no_difference(rows: Rows, figure: str) -> None:
    assert set(rows(agreed(f"position: {{{figure}}}"))) == set(rows("position: {}\n"))


def test_half_days_are_told_apart_in_the_rota(rows: Rows) -> None:
    asked, now = rows(agreed("schedule: {pattern: split-wednesday}"))["Rota"]
    assert "DW · DW · DW, morning; PN, afternoon · PN · PN" in now
    assert asked.startswith("- Week 1: PN · PN · PN · DW · DW")


def test_every_value_that_may_differ_has_a_name() -> None:
    sentences = load_sentences(WORDING)
    keys = [key for key, _ in readers_of({name: BLOCKS[name] for name in fields_of(Sections)})]
    values = {key.partition("[]")[0] for key in keys}
    values -= {key for key in values if any(one.startswith(f"{key}.") for one in values)}
    unnamed = {key for key in values if f"labels.{key}" not in sentences}
    told_by_one_word = {key for key in unnamed if key.partition(".")[2].isalpha()}
    assert unnamed - told_by_one_word - TOLD_APART == {"position.full_time_salary"}


def test_a_letter_in_the_place_of_another_has_its_own_dates(rows: Rows) -> None:
    over = "confirmation: {effective: 2028-01-03, replaces: {date: 2026-11-02, reason: changed}}\n"
    assert "First day" not in rows(over)
