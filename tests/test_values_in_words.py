"""What people write in words or in short, and what they are advised where it cannot be read."""

from fractions import Fraction
from pathlib import Path

import pytest
from commands import run

from jobshare_docs import load_answers

pytestmark = pytest.mark.usefixtures("beside_the_nurse")


def told(text: str) -> str:
    Path("over.yaml").write_text(text, encoding="utf-8")
    return run("check", "nurse", "nurse/organization.yaml", "nurse/terms.yaml", "over.yaml").stderr


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("30 min", Fraction(1, 2)),
        ("half an hour", Fraction(1, 2)),
        ("1 hour", Fraction(1)),
        ("45 Minutes", Fraction(3, 4)),
        ("an hour", Fraction(1)),
        ("0:30", Fraction(1, 2)),
        ("0.5", Fraction(1, 2)),
    ],
)
def test_a_break_may_be_written_in_minutes(written: str, hours: Fraction) -> None:
    Path("over.yaml").write_text(f"schedule: {{day: {{break: {written}}}}}\n", encoding="utf-8")
    answers = load_answers("nurse", "over.yaml")
    schedule = answers.asked.arrangement.schedule
    assert answers.problems == () and schedule is not None and schedule.day is not None
    assert schedule.day.break_ == hours


def test_a_break_that_is_no_length_is_told() -> None:
    message = "over.yaml:1:25: schedule.day.break: 'a while' is not a length of time: write 7.25"
    assert message in told("schedule: {day: {break: a while}}\n")


def test_a_number_in_words_is_told_as_a_figure() -> None:
    message = "full_time_days_per_week: 'five' is not a whole number: write it as 5\n"
    assert message in told("position: {full_time_days_per_week: five}\n")
    assert "'some' is not a whole number: write it as 5\n" in told(
        "position: {full_time_days_per_week: some}\n"
    )


def test_yes_and_no_have_short_forms() -> None:
    said = told("employees: {A: {incumbent: Y}, B: {incumbent: n}}\n")
    assert "incumbent" not in said


@pytest.mark.parametrize("block", ["", "confirmation:\n agreed:\n  "])
def test_a_pattern_that_stands_for_the_schedule_is_told_its_place(block: str) -> None:
    said = told(f"{block}schedule: week-about\n")
    assert "a pattern has its own line below 'schedule:'; write: pattern: week-about\n" in said
    said = told(f"{block}schedule: A A A B B\n")
    assert "the weeks have their own line below 'schedule:'; write: weeks: [\"A A A B B\"]" in said


def test_a_task_that_differs_in_capitals_is_the_same() -> None:
    path = "confirmation: {agreed: {duties: {tasks: [{task: prenatal COMMITTEE, done_by: B}]}}}\n"
    assert "there is no task" not in told(path)
    answers = load_answers("nurse", "nurse/organization.yaml", "nurse/terms.yaml", "over.yaml")
    duties = answers.agreed.arrangement.duties
    assert duties is not None and duties.tasks is not None
    done_by = {task.task: task.done_by for task in duties.tasks}
    assert done_by["Prenatal Committee"] == "B" and "prenatal COMMITTEE" not in done_by


@pytest.mark.parametrize(
    "week", ["- Mon Tue Wed: A, Thu Fri: B", "- Mon Tue Wed: A\n   Thu Fri: B"]
)
def test_days_that_share_a_name_are_told_as_one_line(week: str) -> None:
    said = told(f"schedule:\n weeks:\n {week}\n")
    assert 'one day stands before a colon; write the week as one line: - "A A A B B"' in said
