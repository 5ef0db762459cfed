"""The way to a request as a table: six questions, each with its answer and what to know of it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from commands import run

PROPOSALS = Path(__file__).parent.parent / "proposals"
QUESTIONS = [
    "Can I afford it?",
    "Am I ready?",
    "Can my job be shared?",
    "Does the schedule hold?",
    "Does the policy allow it?",
    "Can I send it?",
]
READY_FOR_A_SPLIT_JOB = """
worksheet:
  readiness:
    share_ideas_and_decisions: no
    share_responsibility_and_credit: no
    work_in_a_team: no
    negotiate_differences: no
    adapt_to_partner: no
    skills_flexibility_organization_collaboration_communication: no
"""


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("community-health-nurse", "part-time-clerk"):
        ignored = shutil.ignore_patterns("documents")
        shutil.copytree(PROPOSALS / name, tmp_path / name.rpartition("-")[2], ignore=ignored)
    monkeypatch.chdir(tmp_path)
    yield


def fit(over: str = "", folder: str = "nurse", *, worksheet: bool = True) -> Result:
    if not worksheet:
        Path(folder, "worksheet.yaml").unlink()
    Path("over.yaml").write_text(over or "position: {}\n", encoding="utf-8")
    return run("fit", folder, "over.yaml")


def steps(result: Result) -> dict[str, tuple[str, str]]:
    """The answer to each question, and all that is said of it in one line."""
    found: dict[str, tuple[str, str]] = {}
    for line in result.stdout.splitlines():
        if line.startswith(" "):
            question = list(found)[-1]
            answer, said = found[question]
            found[question] = (answer, f"{said} {line.strip()}".strip())
        else:
            found[line[:34].strip()] = (line[34:], "")
    return found


def test_the_example_answers_every_question() -> None:
    result = fit()
    assert (result.exit_code, result.stderr) == (0, "")
    found = steps(result)
    assert list(found) == QUESTIONS
    assert [answer for answer, _ in found.values()] == [
        *("partly", "partly", "yes", "yes", "yes", "yes")
    ]
    assert "short by $150 a month" in found["Can I afford it?"][1]
    assert "extra time for the partnership" in found["Am I ready?"][1]
    assert (
        "Together 1.00 of a full-time position; the most is 1.00."
        in (found["Does the schedule hold?"][1])
    )


def test_lines_fit_the_terminal() -> None:
    assert max(len(line) for line in fit().stdout.splitlines()) <= 80


def test_without_a_worksheet_three_questions_are_open() -> None:
    found = steps(fit(worksheet=False))
    assert [answer for answer, _ in found.values()] == ["open", "open", "open", "yes", "yes", "yes"]
    assert "Fill in worksheet.yaml" in found["Am I ready?"][1]


def test_short_of_money_and_not_willing_to_spend_less() -> None:
    found = steps(fit("worksheet: {money: {willing_to_spend_less: no}}\n"))
    assert found["Can I afford it?"][0] == "no"
    assert (
        "you say that you can afford it; your figures say that you are short"
        in (found["Am I ready?"][1])
    )
    assert "your figures say" not in fit().stdout


def test_a_partner_who_has_yet_to_be_found_is_told_in_words() -> None:
    written = Path("nurse/answers.yaml").read_text(encoding="utf-8")
    before, _, after = written.partition("  B:\n")
    rest = after[after.index("\npurpose:") :]
    Path("nurse/answers.yaml").write_text(before + rest, encoding="utf-8")
    said = steps(fit())["Does the schedule hold?"][1]
    assert "and the second partner 18.125 hours a week (50%)" in said


def test_the_one_mix_that_the_guideline_judges() -> None:
    answer, said = steps(fit(READY_FOR_A_SPLIT_JOB))["Am I ready?"]
    assert answer == "no"
    assert "consider part-time work on a split job" in said


def test_a_rota_over_the_cap_does_not_hold() -> None:
    result = fit('schedule: {weeks: ["A A AB B B"]}\n')
    assert result.exit_code == 1
    answer, said = steps(result)["Does the schedule hold?"]
    assert answer == "no"
    assert "over.yaml:1:12: schedule.weeks: the total is 1.20 of a full-time position" in said


def test_what_the_policy_refuses() -> None:
    result = fit("purpose: {declaration: no}\n")
    assert result.exit_code == 1
    answer, said = steps(result)["Does the policy allow it?"]
    assert answer == "no"
    assert "another career, a private business" in said
    found = steps(fit("purpose: {other_paid_work: Teaches on Saturdays.}\n"))
    assert found["Does the policy allow it?"][0] == "partly"


def test_what_the_policy_refuses_is_no_contradiction_of_yes() -> None:
    answer, said = steps(fit())["Does the policy allow it?"]
    assert answer == "yes"
    assert said.startswith("No request may be made for another career")
    assert said.endswith("You have declared that yours is not.")


def test_what_is_missing_and_what_is_doubtful_is_told_in_the_order_of_the_file() -> None:
    said = steps(fit("position: {summary: }\nemployees: {A: {email: }}\n"))["Can I send it?"][1]
    places = [int(line) for line in re.findall(r"\.yaml:(\d+):", said)]
    assert places == sorted(places)


def test_a_job_that_is_split_rather_than_shared() -> None:
    tasks = "duties: {tasks: [{task: Schools, done_by: A}, {task: Clinics, done_by: B}]}\n"
    answer, said = steps(fit(tasks))["Can my job be shared?"]
    assert answer == "partly"
    assert "this reads as a job split" in said


def test_what_is_missing_is_told_with_its_place_and_is_no_mistake() -> None:
    path = Path("nurse/answers.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^  if_refused.*\n|^  needs: \|\n.*\n", "", text), encoding="utf-8")
    result = fit()
    assert result.exit_code == 0
    answer, said = steps(result)["Can I send it?"]
    assert answer == "no"
    assert "space_and_equipment" in said and "missing; what belongs here" in said


def test_part_time_work_has_its_own_question() -> None:
    found = steps(fit(folder="clerk"))
    assert "Can my job be done in less time?" in found
    assert found["Am I ready?"][0] == "yes"
    assert "Together 0.60 of a full-time position" in found["Does the schedule hold?"][1]
