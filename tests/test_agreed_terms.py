"""What was agreed, laid over what was asked."""

from pathlib import Path

import pytest
from answer_cases import FOLDER

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.answers.sections import DoneBy
from jobshare_docs.checks.answers import check
from jobshare_docs.schedule.figures import share_text

BASE = sorted((FOLDER / "base" / "job-share").iterdir())


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    """The file that holds the agreed terms."""
    return tmp_path / "terms.yaml"


def agreed(terms: Path, *lines: str) -> Answers:
    """The base with agreed terms, the lines below `agreed:`."""
    text = "\n".join(["confirmation:", "  agreed:", *(f"    {line}" for line in lines)])
    terms.write_text(text, encoding="utf-8")
    return load_answers(*BASE, terms)


def shares(answers: Answers) -> list[str]:
    reckoning = answers.agreed.reckoning
    assert reckoning is not None
    return [share_text(person.share) for person in reckoning.people]


def test_without_agreed_terms_what_was_asked_is_agreed() -> None:
    answers = load_answers(*BASE)
    assert answers.agreed is answers.asked


def test_a_task_is_matched_by_its_name_and_keeps_what_is_not_agreed_anew(terms: Path) -> None:
    answers = agreed(
        terms, "duties: {tasks: [{task: Annual disposal list, done_by: other, by_whom: X}]}"
    )
    duties = answers.agreed.arrangement.duties
    assert duties is not None
    assert duties.tasks is not None
    assert [(task.task, task.done_by) for task in duties.tasks] == [
        ("Filing and retrieval", DoneBy.BOTH),
        ("Counter requests", DoneBy.ON_DUTY),
        ("Annual disposal list", DoneBy.OTHER),
    ]
    assert duties.tasks[2].backup == "B"
    assert duties.rationale == answers.asked.arrangement.duties.rationale  # type: ignore[union-attr]  # it is in the base


def test_who_was_to_do_a_task_goes_where_an_employee_does_it_now(
    terms: Path, tmp_path: Path
) -> None:
    asked = tmp_path / "asked.yaml"
    asked.write_text(
        "duties: {tasks: [{task: Filing, done_by: other, by_whom: the archive clerk}]}\n", "utf-8"
    )
    terms.write_text(
        "confirmation: {agreed: {duties: {tasks: [{task: Filing, done_by: A}]}}}\n", "utf-8"
    )
    answers = load_answers(*BASE, asked, terms)
    duties = answers.agreed.arrangement.duties
    assert duties and duties.tasks and duties.tasks[0].by_whom is None
    assert not [problem for problem in check(answers) if problem.field.endswith("by_whom")]


@pytest.mark.parametrize(
    ("changed", "backup"),
    [
        ("done_by: both", None),
        ("done_by: on-duty", None),
        ("done_by: B", None),
        ("done_by: dropped", None),
        ("done_by: A", "B"),
        ("done_by: other, by_whom: the archives", "B"),
        ("done_by: both, backup: partner", "partner"),
    ],
)
def test_a_backup_goes_that_is_none_for_who_does_the_task_now(
    terms: Path, changed: str, backup: str | None
) -> None:
    task = f"{{task: Annual disposal list, {changed}}}"
    duties = agreed(terms, f"duties: {{tasks: [{task}]}}").agreed.arrangement.duties
    assert duties is not None
    assert duties.tasks is not None
    assert duties.tasks[2].backup == backup


def test_what_was_asked_stays_as_it_was(terms: Path) -> None:
    answers = agreed(terms, "duties: {tasks: [{task: Annual disposal list, done_by: B}]}")
    asked = answers.asked.arrangement.duties
    assert asked is not None
    assert asked.tasks is not None
    assert asked.tasks[2].done_by is DoneBy.A


def test_other_lists_are_replaced(terms: Path) -> None:
    answers = agreed(terms, "schedule: {alternatives: [Half-days.]}")
    schedule = answers.agreed.arrangement.schedule
    assert schedule is not None
    assert schedule.alternatives == ("Half-days.",)


def test_an_agreed_pattern_takes_the_place_of_the_weeks_asked_for(terms: Path) -> None:
    answers = agreed(terms, "schedule: {pattern: two-three}")
    assert shares(answers) == ["40%", "60%"]
    assert check(answers) == []


def test_agreed_weeks_take_the_place_of_a_pattern_asked_for(terms: Path, tmp_path: Path) -> None:
    request = tmp_path / "request.yaml"
    request.write_text("schedule: {pattern: week-about}", encoding="utf-8")
    base = [file for file in BASE if file.name != "schedule.yaml"]
    terms.write_text('confirmation: {agreed: {schedule: {weeks: ["A B B B B"]}}}', encoding="utf-8")
    assert shares(load_answers(*base, request, terms)) == ["20%", "80%"]


def test_a_mistake_in_the_agreed_terms_stands_in_their_file(terms: Path) -> None:
    answers = agreed(terms, "schedule:", '  weeks: ["A A AB B B"]')
    (problem,) = check(answers, "letter")
    assert (problem.where, problem.line, problem.column) == (str(terms), 4, 7)
    assert problem.message.startswith("the total is 1.20 of a full-time position")


def test_the_proposal_never_reads_the_agreed_terms(terms: Path) -> None:
    answers = agreed(terms, "schedule:", '  weeks: ["A A AB B B"]')
    assert check(answers, "proposal") == []


def test_a_task_that_nobody_asked_for_is_told_with_the_nearest_name(terms: Path) -> None:
    answers = agreed(terms, "duties:", "  tasks:", "    - task: Anual disposal list")
    (problem,) = answers.problems
    assert str(problem) == (
        f"{terms}:5:17: confirmation.agreed.duties.tasks[0].task: there is no task"
        " 'Anual disposal list' in the request; nearest: 'Annual disposal list'"
    )


def test_agreed_terms_that_are_empty_change_nothing(terms: Path) -> None:
    answers = agreed(terms, "schedule:", "  weeks:", "duties:", "  tasks:", "    - task:")
    assert answers.problems == ()
    assert shares(answers) == ["50%", "50%"]
    duties = answers.agreed.arrangement.duties
    assert duties is not None
    assert len(duties.tasks or ()) == 3


def test_with_another_rota_what_was_said_of_the_first_one_goes(terms: Path) -> None:
    asked = terms.with_name("asked.yaml")
    asked.write_text(
        'schedule:\n  weeks: ["A A AB B -"]\n  overlap: On Wednesday.\n'
        "  uncovered: Friday is quiet.\n",
        encoding="utf-8",
    )
    terms.write_text(
        'confirmation: {agreed: {schedule: {weeks: ["A A A B B", "A A B B B"]}}}\n',
        encoding="utf-8",
    )
    schedule = load_answers(*BASE, asked, terms).agreed.arrangement.schedule
    assert schedule is not None
    assert (schedule.overlap, schedule.uncovered) == (None, None)
    assert schedule.switching is not None
