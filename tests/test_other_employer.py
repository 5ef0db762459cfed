"""Another employer: every document through its policy folder, without a line of code.

Its day has eight hours and its cap is 1.2; its sections are named and ordered otherwise, and a
tenth is its own, as are its benefits, its clauses and its template of the proposal.
"""

import json
import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from jsonschema import Draft202012Validator
from yaml_as_editors_read_it import loaded

from jobshare_docs.answers.loading import load_answers
from jobshare_docs.checks.answers import check
from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli.main import program
from jobshare_docs.docx_text import sections, text
from jobshare_docs.embedded_answers import answers_in
from jobshare_docs.policy.loading import BUILT_IN

pytestmark = pytest.mark.usefixtures("elsewhere")

PROJECT = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "policies" / "harbour-credit-union"
POLICY = policy_in(FOLDER)
EXAMPLE = FOLDER / "example"
ANSWERS = EXAMPLE / "answers.yaml"
EMPLOYER = (EXAMPLE / "organization.yaml", EXAMPLE / "terms.yaml")

HEADINGS = [
    *("Why we ask", "Hours and days", "Who does what", "Keeping in touch", "Training"),
    *("The other half", "For and against", "Desk and equipment", "Where it works already"),
    "When it begins",
]


def run(command: str, *words: object) -> Result:
    options = ["--policy", str(FOLDER)]
    return CliRunner().invoke(program, [command, *map(str, words), *options])


def made(command: str, *words: object) -> dict[str, bytes]:
    """The documents that a command makes, by name."""
    result = run(command, *words, "-o", "made", "--today", "2026-12-07")
    assert (result.exit_code, result.stderr) == (0, "")
    return {Path(line).name: Path(line).read_bytes() for line in result.stdout.splitlines()}


def test_its_day_and_cap_are_its_own() -> None:
    assert (POLICY.full_time_hours_per_day, POLICY.cap) == (8, Fraction("1.2"))
    reckoning = load_answers(ANSWERS, policy=POLICY).asked.reckoning
    assert reckoning is not None
    assert (reckoning.total_hours, reckoning.total_share) == (48, Fraction("1.2"))
    assert not reckoning.is_over_cap


def test_its_answers_draw_no_message() -> None:
    assert check(load_answers(ANSWERS, *EMPLOYER, policy=POLICY)) == []


def test_everything_at_once(expected: Callable[[str, bytes], None]) -> None:
    documents = made("all", ANSWERS, *EMPLOYER)
    assert set(documents) == {
        *("proposal.docx", "letter-offer-A.docx", "letter-offer-B.docx", "summary.docx"),
        *("benefits-A.docx", "benefits-B.docx", "posting.docx", "changeover.docx"),
    }
    expected("harbour-credit-union/proposal", documents["proposal.docx"])


def test_its_benefits_are_its_own() -> None:
    statement = text(made("benefits", ANSWERS, *EMPLOYER, "--to", "A")["benefits-A.docx"])
    assert (
        "Vacation      | 25 days   | 15 days  | Your percentage of the full-time days." in statement
    )
    assert "Wellness days | 4 days    | 2.4 days |" in statement
    assert "Your cycle has weeks of 3 days, so it can be paid." in statement
    assert "pension" not in statement.lower()
    assert "Guidelines" not in statement


@pytest.mark.parametrize("form", ["memo", "agreement"])
def test_each_form_of_the_letter_has_its_clauses(form: str) -> None:
    for document in made("letter", ANSWERS, *EMPLOYER, "--form", form).values():
        assert "the other is offered the whole position for ninety days" in text(document)
        assert "gives up all rights" not in text(document)
        assert "I give up" not in text(document)

        assert "Accountability\tEach partner answers for the whole counter." in text(document)
        assert "Every employee has the same benefits." in text(document)
        for of_another in (
            "Deductions follow",
            "operational reasons",
            "set for each",
            "part-time employees",
        ):
            assert of_another not in text(document)


def over(written: str) -> Path:
    """A file to lay over the example."""
    Path("over.yaml").write_text(written, encoding="utf-8")
    return Path("over.yaml")


TRIAL = "purpose: {basis: trial, ends: 2027-06-30}\n"


@pytest.mark.parametrize("form", ["offer", "memo", "agreement"])
def test_a_return_is_promised_in_its_words(form: str) -> None:
    terms = "confirmation: {return_to: The counter., review: {if_unsuccessful: It ends.}}\n"
    letters = made("letter", ANSWERS, *EMPLOYER, over(TRIAL + terms), "--form", form)
    (mine, *_) = letters.values()
    assert "back at" in text(mine) and "the right to return" not in text(mine)


def test_where_nothing_is_given_up_nothing_is_signed_for() -> None:
    agreed = "confirmation: {agreed: {purpose: {basis: permanent}},"
    replaces = " replaces: {date: 2026-01-12, reason: made-permanent}}\n"
    laid_over = over(TRIAL + agreed + replaces)
    said = text(made("letter", ANSWERS, *EMPLOYER, laid_over, "--to", "A")["letter-offer-A.docx"])
    assert "becomes permanent" in said
    assert "I understand" not in said and "give up" not in said


def replied(written: str) -> str:
    return text(made("reply", ANSWERS, *EMPLOYER, over(written))["reply.docx"])


def test_a_reply_offers_its_options() -> None:
    reply = made("reply", ANSWERS, EMPLOYER[0], EXAMPLE / "reply.yaml")["reply.docx"]
    assert "four days of ten hours" in text(reply)
    assert "The branch manager looks for another way with you" in text(reply)
    assert "employing authority" not in text(reply)


ENDS = (
    "reply: {outcome: ending, date: 2027-03-01, signed_by: {name: Olena Marsh}, reasons: [So it"
    " is.], ending: {last_day: 2027-05-31, remaining_employee: You have the whole desk., cause: "
)


def test_a_reply_ends_an_arrangement_in_its_words() -> None:
    for_reasons = replied(ENDS + "operational-reasons}}\n")
    assert "The branch is reorganized." in for_reasons and "bona fide" not in for_reasons
    one_left = replied(ENDS + "partner-left, leaves: B}}\n")
    assert "June Okafor leaves the job share." in one_left and "Management" not in one_left
    assert "You are offered the whole position for ninety days." in one_left
    after_trial = replied(TRIAL + ENDS + "end-of-trial}}\n")
    assert "back at" in after_trial and "right to return" not in after_trial


def test_posting_statement_and_log_say_nothing_that_it_does_not() -> None:
    documents = made("all", ANSWERS, *EMPLOYER)
    posting = text(documents["posting.docx"])
    assert "The branch manager chooses, and the partner is heard." in posting
    assert "merit" not in posting and "Classification, pay" not in posting
    statement = text(documents["benefits-A.docx"])
    assert "This statement is yours alone." in statement and "set for each" not in statement
    log = text(documents["changeover.docx"])
    assert "Each partner answers for the whole counter. At the end of every turn" in log
    assert "partner on duty: you keep" not in log


def test_the_worksheet_asks_its_questions() -> None:
    result = run("worksheet", ANSWERS, EXAMPLE / "worksheet.yaml", "-o", "made")
    assert "Readiness: Ask for shorter hours instead." in result.stderr
    assert "Do you like to work in a team?" in text(Path("made/worksheet.docx").read_bytes())


class TestSectionOfItsOwn:
    """Training is a section that no other employer has."""

    def without(self, block: str) -> Path:
        """The example without what it says of training, or with something else."""
        before, _, rest = ANSWERS.read_text(encoding="utf-8").partition("training:\n")
        after = rest[rest.index("partner:\n") :]
        Path("answers.yaml").write_text(before + block + after, encoding="utf-8")
        return Path("answers.yaml")

    def told(self, block: str) -> list[str]:
        answers = load_answers(self.without(block), policy=POLICY)
        return [str(problem) for problem in check(answers, "proposal")]

    def test_its_heading_stands_where_the_policy_puts_it(self) -> None:
        proposal = made("proposal", ANSWERS)["proposal.docx"]
        assert [one.heading for one in sections(proposal) if one.heading] == HEADINGS

    def test_missing_altogether(self) -> None:
        missing = "training: missing; what belongs here: What both partners learn, and when."
        assert self.told("") == [f"answers.yaml:1:1: {missing}"]

    def test_a_value_of_it_missing(self) -> None:
        assert self.told("training: {statement: In spring.}\n") == [
            "answers.yaml:30:1: training.courses: missing; what belongs here: the courses that each"
            " of you takes"
        ]

    def test_a_value_misspelt(self) -> None:
        assert self.told("training: {statements: In spring., courses: [One]}\n") == [
            "answers.yaml:30:12: training.statements: there is no 'statements' here; nearest:"
            " 'statement'",
        ]

    def test_nothing_to_say(self) -> None:
        assert self.told("training: {none: Nobody trains.}\n") == []
        proposal = made("proposal", Path("answers.yaml"))["proposal.docx"]
        assert "Nobody trains." in text(proposal)

    def test_a_draft_shows_what_belongs_there(self) -> None:
        result = run("proposal", self.without(""), "--draft", "-o", "made")
        assert result.exit_code == 0
        draft = text(Path("made/proposal.docx").read_bytes())
        assert "Still to write: how both of you keep your licences" in draft
        assert "what it costs" not in draft

    def test_the_proposal_carries_it(self) -> None:
        proposal = made("proposal", ANSWERS)["proposal.docx"]
        assert "Mortgage basics" in (answers_in(proposal) or "")
        again = run("proposal", "made/proposal.docx", "-o", "again", "--today", "2026-12-07")
        assert (again.exit_code, again.stderr) == (0, "")
        assert text(Path("again/proposal.docx").read_bytes()) == text(proposal)

    def test_the_letter_says_where_it_differs(self) -> None:
        letter = text(made("letter", ANSWERS, *EMPLOYER, "--to", "A")["letter-offer-A.docx"])
        assert "Courses | - Mortgage basics / - Fraud prevention | - Fraud prevention" in letter

    def test_a_finished_proposal_is_held_to_it(self) -> None:
        made("proposal", ANSWERS)
        result = run("check", "made/proposal.docx")
        assert result.exit_code == 0
        assert "Training" in result.stderr

    def test_another_policy_does_not_know_it(self) -> None:
        result = CliRunner().invoke(program, ["check", str(ANSWERS)])
        assert result.exit_code == 1
        assert "there is no block 'training'" in result.stderr

    def test_its_names_are_listed_for_templates(self) -> None:
        listed = run("fields").stdout
        assert "  training.statement" in listed
        assert "  training.courses[]" in listed

    def test_its_template_is_right(self) -> None:
        result = run("check", FOLDER / "templates" / "proposal.docx")
        assert (result.exit_code, result.stderr) == (
            0,
            f"{FOLDER / 'templates' / 'proposal.docx'}: complete\n",
        )

    def test_the_schema_has_it(self) -> None:
        schema = Draft202012Validator(json.loads(run("schema").stdout))
        for file in EXAMPLE.iterdir():
            assert list(schema.iter_errors(loaded(file))) == []
        assert not schema.is_valid({"training": {"statements": "In spring."}})
        assert schema.is_valid({"confirmation": {"agreed": {"training": {"courses": ["One"]}}}})


class TestTemplatesOfOnesOwn:
    """A template given by --templates comes before the employer's, which comes before ours."""

    def proposal(self, template: Path) -> Result:
        Path("own").mkdir()
        Path("own/proposal.docx").write_bytes(template.read_bytes())
        return run("proposal", ANSWERS, "--templates", "own", "-o", "made")

    def test_one_with_all_headings(self) -> None:
        result = self.proposal(FOLDER / "templates" / "proposal.docx")
        assert (result.exit_code, result.stdout) == (0, "made/proposal.docx\n")

    def test_one_for_another_outline_leaves_no_section_out_unsaid(self) -> None:
        result = self.proposal(Path(__file__).parent.parent / "templates" / "proposal.docx")
        assert result.exit_code == 1
        said = "own/proposal.docx: body: there is no heading 'Training' in the style Heading 1"
        assert said in result.stderr
        assert not Path("made").exists()

    def test_a_title_that_the_built_in_one_lacks_is_told_with_the_next_step(self) -> None:
        rules = Path(shutil.copytree(BUILT_IN, "rules"))
        outline = rules / "outline.yaml"
        words = outline.read_text(encoding="utf-8")
        words = words.replace("title: Statement of purpose", "title: Why we ask", 1)
        outline.write_text(words, encoding="utf-8")
        nurse = PROJECT / "proposals" / "community-health-nurse"
        command = ["proposal", str(nurse), "--policy", "rules", "-o", "made"]
        result = CliRunner().invoke(program, command)
        template = PROJECT / "templates" / "proposal.docx"
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            f'{template}: body, under "Statement of purpose": the policy calls this section'
            " 'Why we ask': give the heading that title",
            f"{template}: this is the built-in template: copy it to"
            f" {Path('rules', 'templates', 'proposal.docx')} and change the copy",
        ]

    def test_that_step_leads_to_a_proposal_that_check_finds_complete(self) -> None:
        self.test_a_title_that_the_built_in_one_lacks_is_told_with_the_next_step()
        Path("rules/templates").mkdir()
        document = Document(str(PROJECT / "templates" / "proposal.docx"))
        (heading,) = (one for one in document.paragraphs if one.text == "Statement of purpose")
        heading.runs[0].text = "Why we ask"
        for run_of_text in heading.runs[1:]:
            run_of_text.text = ""
        document.save("rules/templates/proposal.docx")
        nurse = PROJECT / "proposals" / "community-health-nurse"
        command = ["proposal", str(nurse), "--policy", "rules", "-o", "made"]
        assert CliRunner().invoke(program, command).exit_code == 0
        checked = CliRunner().invoke(program, ["check", "made/proposal.docx", "--policy", "rules"])
        assert checked.exit_code == 0, checked.output

    def test_one_of_the_employers_with_nearly_its_name_is_told(self) -> None:
        rules = Path(shutil.copytree(FOLDER, "rules"))
        (rules / "templates" / "proposal.docx").rename(rules / "templates" / "propsal.docx")
        command = ["summary", str(ANSWERS), "--policy", "rules", "-o", "made"]
        result = CliRunner().invoke(program, command)
        assert result.exit_code == 0
        near = "warning: no template is called so; nearest: 'proposal.docx'"
        assert result.stderr == f"{Path('rules/templates/propsal.docx')}: {near}\n"

    def test_one_of_another_kind(self) -> None:
        Path("own").mkdir()
        built_in = Path(__file__).parent.parent / "templates" / "summary.docx"
        Path("own/summary.docx").write_bytes(built_in.read_bytes())
        result = run("summary", ANSWERS, "--templates", "own", "-o", "made")
        assert result.exit_code == 0
