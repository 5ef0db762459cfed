"""The private worksheet: what the figures and answers come to, worked by hand."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from commands import run

from jobshare_docs import load_answers
from jobshare_docs.answers.worksheet import Readiness
from jobshare_docs.blocks import fields_of
from jobshare_docs.documents.templates import Templates
from jobshare_docs.documents.worksheet import no_worksheet, worksheet
from jobshare_docs.policy.loading import load_policy

PROPOSALS = Path(__file__).parent.parent / "proposals"
QUESTIONS = load_policy().readiness.questions
RULE = load_policy().readiness.rule


@pytest.fixture
def came_to(tmp_path: Path) -> Callable[[str], dict[str, Any]]:
    """What a worksheet comes to."""

    def values(words: str) -> dict[str, Any]:
        file = tmp_path / "worksheet.yaml"
        file.write_text(f"worksheet:\n{words}", encoding="utf-8")
        return worksheet(load_answers(file).asked, Templates().sentences())

    return values


@pytest.mark.parametrize(
    ("money", "to_cut", "outcome", "said"),
    [
        # The guideline's examples: A fits, B is short by 150 and willing to spend less.
        (
            "spend_now: 600, spend_needed: 500, take_home: 400, other_income: 100",
            *(0, "fits", "it fits. You have $500 a month, and need $500."),
        ),
        (
            "spend_now: 1000, spend_needed: 750, take_home: 500, other_income: 100,"
            " willing_to_spend_less: yes",
            *(150, "short-and-willing", "short by $150 a month ($600, and you need $750)"),
        ),
        (
            "spend_needed: 750, take_home: 500, other_income: 100, willing_to_spend_less: no",
            *(150, "short", "short by $150 a month. You have $600, and need $750."),
        ),
        ("spend_needed: 750, take_home: 500", 250, "short", "short by $250"),
        ("spend_needed: 500, take_home: 900", 0, "fits", "it fits. You have $900"),
        ("spend_needed: 700.50, take_home: 700", "0.50", "short", "short by $0.50"),
        ("spend_now: 750, take_home: 500", None, None, "no verdict without"),
        ("spend_needed: 750, other_income: 900", None, None, "no verdict without"),
    ],
)
def test_money(
    came_to: Callable[[str], dict[str, Any]],
    money: str,
    to_cut: Any,
    outcome: str | None,
    said: str,
) -> None:
    values = came_to(f"  money: {{{money}}}\n")["money"]
    assert values["to_cut"] == (None if to_cut is None else Decimal(to_cut))
    assert values["outcome"] == outcome
    assert said in values["verdict"]


def test_without_take_home_pay_the_share_of_the_salary_is_before_deductions(
    tmp_path: Path,
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "position: {title: Analyst, full_time_salary: 60000}\n"
        "employees: {A: {name: Ines Ferrand}}\n"
        "schedule: {pattern: two-three}\n"
        "worksheet: {for: A, money: {spend_needed: 100}}\n",
        encoding="utf-8",
    )
    money = worksheet(load_answers(file).asked, Templates().sentences())["money"]
    assert money["gross"] == 2000  # 60,000 at 40%, a twelfth of it
    assert "$2,000 a month before deductions" in money["verdict"]
    assert (money["outcome"], money["to_cut"]) == (None, None)


def answered(noes: set[str], left_out: frozenset[str] | set[str] = frozenset()) -> str:
    said = (
        f"{row.key}: {'no' if row.key in noes else 'yes'}"
        for row in QUESTIONS
        if row.key not in left_out
    )
    return f"  readiness: {{{', '.join(said)}}}\n"


class TestReadiness:
    """One mix of answers has a verdict; every other is something to talk about."""

    OTHERS = {row.key for row in QUESTIONS} - set(RULE.yes_to)

    def test_the_questions_are_those_that_answers_may_hold(self) -> None:
        assert [row.key for row in QUESTIONS] == list(fields_of(Readiness))
        assert len(QUESTIONS) == 10
        assert len(self.OTHERS) == 7

    def test_yes_to_three_and_no_to_all_others_means_a_split_job(
        self, came_to: Callable[[str], dict[str, Any]]
    ) -> None:
        values = came_to(answered(self.OTHERS))["readiness"]
        assert values["split_job"] is True
        (verdict,) = values["verdicts"]
        assert "consider part-time work on a split job" in verdict

    @pytest.mark.parametrize("other", sorted(OTHERS))
    def test_one_more_yes_has_no_verdict(
        self, came_to: Callable[[str], dict[str, Any]], other: str
    ) -> None:
        values = came_to(answered(self.OTHERS - {other}))["readiness"]
        assert values["split_job"] is False
        assert len(values["noes"]) == 6
        assert "split job" not in " ".join(values["verdicts"])

    @pytest.mark.parametrize("named", RULE.yes_to)
    def test_one_more_no_has_no_verdict(
        self, came_to: Callable[[str], dict[str, Any]], named: str
    ) -> None:
        assert came_to(answered(self.OTHERS | {named}))["readiness"]["split_job"] is False

    def test_what_is_not_answered_is_open_and_no_verdict(
        self, came_to: Callable[[str], dict[str, Any]]
    ) -> None:
        values = came_to(answered(self.OTHERS - {"work_in_a_team"}, {"work_in_a_team"}))
        assert values["readiness"]["split_job"] is False
        assert values["readiness"]["open"] == ["working as one of a team"]
        assert "still open: working as one of a team." in values["readiness"]["verdicts"][1]

    def test_nothing_answered_is_told_in_one_sentence(
        self, came_to: Callable[[str], dict[str, Any]]
    ) -> None:
        verdicts = came_to("  for: A\n")["readiness"]["verdicts"]
        assert verdicts == ["Readiness: no question is answered yet."]

    def test_all_yes_is_told_and_judged_no_further(
        self, came_to: Callable[[str], dict[str, Any]]
    ) -> None:
        verdicts = came_to(answered(set()))["readiness"]["verdicts"]
        assert verdicts == ["Readiness: yes to every question."]


def test_fifteen_found_for_it_and_eight_against(
    came_to: Callable[[str], dict[str, Any]],
) -> None:
    weighing = came_to("  weighing: {for: [More time for family]}\n")["weighing"]
    assert len(weighing["advantages"]) == 15
    assert len(weighing["disadvantages"]) == 8
    assert weighing["for"] == ["More time for family"]
    assert all(row["source"] and row["as_of"] for row in weighing["advantages"])


@pytest.mark.parametrize(
    ("job", "said"),
    [
        ("{divide_work: By site., share_time: Week about.}", "if that still meets what the unit"),
        ("{divide_work: By site.}", "still open: how you and a partner would share the time."),
        ("{tasks: Many.}", "how the work would be divided; how you and a partner would"),
    ],
)
def test_the_job(came_to: Callable[[str], dict[str, Any]], job: str, said: str) -> None:
    assert said in came_to(f"  job: {job}\n")["job"]["verdict"]


def names(values: Any, prefix: str = "") -> set[str]:
    if not isinstance(values, dict):
        return set()
    return {
        name
        for key, value in values.items()
        for name in {prefix + key, *names(value, f"{prefix}{key}.")}
    }


def test_every_other_document_has_the_names_and_nothing_behind_them(
    came_to: Callable[[str], dict[str, Any]],
) -> None:
    assert names(no_worksheet()) == names(came_to("  for: A\n"))
    assert not no_worksheet()


class TestTheCommand:
    """`jobshare-docs worksheet` writes one document and says what it comes to."""

    def run(self, folder: Path, *arguments: str) -> Result:
        return run("worksheet", *arguments, "-o", str(folder))

    @pytest.mark.parametrize("given", ["", "worksheet.yaml"])
    def test_a_folder_or_the_worksheet_itself(self, tmp_path: Path, given: str) -> None:
        result = self.run(tmp_path, str(PROPOSALS / "community-health-nurse" / given))
        assert result.exit_code == 0
        assert result.stdout == f"{tmp_path / 'worksheet.docx'}\n"
        assert result.stderr.splitlines()[:2] == [
            "Money: you are short by $150 a month ($2,950, and you need $3,100), and you are"
            " willing to spend less.",
            "Readiness: no to some questions. Things to talk about: extra time for the"
            " partnership.",
        ]

    def test_answers_without_a_worksheet_say_where_it_belongs(self, tmp_path: Path) -> None:
        answers = PROPOSALS / "community-health-nurse" / "answers.yaml"
        result = self.run(tmp_path, str(answers))
        assert result.exit_code == 1
        assert result.stderr.startswith(f"{answers}:")
        assert "worksheet: missing; what belongs here: Your own reckoning" in result.stderr
        assert not list(tmp_path.iterdir())

    def test_in_the_file_that_will_be_sent_it_is_a_warning(self, tmp_path: Path) -> None:
        file = tmp_path / "answers.yaml"
        file.write_text("duties: {supervision: Nobody.}\nworksheet: {for: A}\n", encoding="utf-8")
        result = self.run(tmp_path, str(file))
        assert result.exit_code == 0
        assert f"{file}:2:" in result.stderr
        assert "you will send this with it" in result.stderr
