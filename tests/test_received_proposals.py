"""An employer who has the proposal alone: it stands where the employee's answers would."""

import shutil
from pathlib import Path

import docx
import pytest
from commands import run

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
EMPLOYER = ("hr/organization.yaml", "hr/terms.yaml")


@pytest.fixture(autouse=True)
def received(beside_the_nurse: None, on_one_day: None) -> None:
    """A folder `hr` with the proposal, the organization and the terms, and no answers.yaml."""
    assert run("proposal", "nurse", "-o", "hr").exit_code == 0
    for name in ("organization.yaml", "terms.yaml"):
        shutil.copy(f"nurse/{name}", f"hr/{name}")


def test_a_proposal_is_checked_by_itself_and_as_the_first_layer() -> None:
    for files in (["hr/proposal.docx", *EMPLOYER], [*EMPLOYER, "hr/proposal.docx"], ["hr"]):
        result = run("check", *files, "--for", "letter")
        assert result.exit_code == 0, result.output
        assert "hr/proposal.docx: complete\n" in result.stderr
        assert f"{'letter':<34}complete\n" in result.stderr


def test_a_proposal_alone_is_held_to_what_it_is_asked_for() -> None:
    assert "confirmation: missing" in run("check", "hr/proposal.docx", "--for", "letter").stderr
    assert "missing" not in run("check", "hr/proposal.docx").stderr


def test_terms_in_a_folder_are_checked_with_its_proposal() -> None:
    Path("hr/terms.yaml").write_text("confirmation: {reply_by: soon}\n", encoding="utf-8")
    result = run("check", "hr")
    assert result.exit_code == 1
    assert "hr/terms.yaml:1:26: confirmation.reply_by: 'soon' is not a date" in result.stderr


def test_each_of_several_proposals_is_the_first_layer_of_its_own() -> None:
    shutil.copy("hr/proposal.docx", "hr/second.docx")
    result = run("check", "hr/proposal.docx", "hr/second.docx", *EMPLOYER)
    assert result.exit_code == 0, result.output
    assert result.stderr.count(f"{'letter':<34}complete\n") == 2


def test_beside_the_answers_themselves_a_proposal_is_checked_by_itself() -> None:
    edit("hr/proposal.docx")
    result = run("check", "nurse", "hr/proposal.docx")
    assert result.exit_code == 0, result.output
    assert "--ignore-edits" not in result.stderr


def test_an_edited_proposal_is_no_layer_unless_its_edits_are_ignored() -> None:
    edit("hr/proposal.docx")
    refused = run("check", "hr/proposal.docx", *EMPLOYER)
    assert refused.exit_code == 1
    assert "use --ignore-edits to take what it carries all the same" in refused.stderr
    assert run("check", "hr/proposal.docx", *EMPLOYER, "--ignore-edits").exit_code == 0


def test_a_folder_means_the_proposal_in_it_where_there_is_no_answers_file() -> None:
    result = run("letter", "hr", *EMPLOYER)
    assert (result.exit_code, result.stderr) == (0, "")
    assert Path("hr/documents/letter-offer-A.docx").exists()


def test_of_several_proposals_in_a_folder_one_has_to_be_named() -> None:
    shutil.copy("hr/proposal.docx", "hr/second.docx")
    result = run("letter", "hr", *EMPLOYER)
    assert result.exit_code == 1
    assert result.stderr == (
        "hr: this folder has no answers.yaml, but several documents that carry answers: name one of"
        " them, proposal.docx or second.docx\n"
    )


def test_answers_under_another_name_are_not_passed_over_for_a_proposal() -> None:
    shutil.copy("nurse/answers.yaml", "hr/answers.yml")
    assert "rename it to answers.yaml" in run("letter", "hr", *EMPLOYER).stderr


def test_a_name_in_the_terms_takes_no_proposal_its_place() -> None:
    terms = Path("hr/terms.yaml")
    terms.write_text(
        "employees: {B: {comes_from: new-hire}}\nconfirmation: {reply_by: 2026-12-18}\n",
        encoding="utf-8",
    )
    result = run("due", "hr", "--today", "2026-12-01", "--within", "30d")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Community Health Nurse: Dana Whitford, Priya Nair  hr/terms.yaml:2" in result.stdout


def test_what_a_proposal_does_not_say_of_an_employee_the_terms_may_say() -> None:
    text = Path("nurse/answers.yaml").read_text(encoding="utf-8")
    Path("nurse/answers.yaml").write_text(text.replace("comes_from: part-time", "comes_from:"))
    assert run("proposal", "nurse", "-o", "hr", "--force").exit_code == 0
    told = run("letter", "hr", *EMPLOYER).stderr
    assert "hr/proposal.docx: warning: employees.B.comes_from: missing, so the letter" in told
    assert "write 'employees: {B: {comes_from: new-hire}}' (or full-time, part-time) into" in told
    with Path("hr/terms.yaml").open("a", encoding="utf-8") as terms:
        terms.write("\nemployees: {B: {comes_from: new-hire}}\n")
    assert run("letter", "hr", *EMPLOYER, "--force").stderr == ""


def test_a_folder_that_holds_only_a_letterhead_is_checked() -> None:
    Path("house").mkdir()
    docx.Document().save("house/letterhead.docx")
    result = run("check", "house")
    assert "name a file in it" not in result.stderr
    assert result.stderr.startswith("house/letterhead.docx: ")


def edit(path: str) -> None:
    document = docx.Document(path)
    document.paragraphs[-1].add_run(" And more.")
    document.save(path)
