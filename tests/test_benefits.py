"""Each employee's own figures, worked by hand, and the rules as they fall out for a cycle."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.answers.terms import EmployeeTerms
from jobshare_docs.documents.benefits import benefits, prorated
from jobshare_docs.docx_text import text
from jobshare_docs.policy.benefit_rows import CycleFact, ProratedRow
from jobshare_docs.policy.loading import BUILT_IN, load_policy
from jobshare_docs.problems import ProblemsFound

DAY = Fraction("7.25")
TODAY = date(2026, 11, 22)
ROWS = {row.name: row for row in load_policy().benefits.prorated}
HOLIDAY, VACATION = ROWS["general holidays"], ROWS["earned vacation entitlement"]
COMPASSIONATE = ROWS["compassionate leave"]

PEOPLE = """
position: {title: Records Analyst}
employees:
  A: {name: Ines Ferrand, incumbent: yes}
  B: {name: Tomas Okafor, comes_from: part-time}
"""


@pytest.fixture
def statement(tmp_path: Path) -> Callable[..., str]:
    """The statement of an employee on a rota, as text."""

    def said(schedule: str, letter: str = "A", more: str = "") -> str:
        file = tmp_path / "answers.yaml"
        file.write_text(f"{PEOPLE}schedule: {schedule}\n{more}", encoding="utf-8")
        documents = render(load_answers(file), order("benefits", TODAY, to=letter))
        return " ".join(text(documents[f"benefits-{letter}.docx"]).split())

    return said


@pytest.mark.parametrize(
    ("share", "hours", "days"),
    [
        ("1/5", "1.45", "3"),
        ("3/10", "2.175", "4.5"),
        ("2/5", "2.9", "6"),
        ("1/2", "3.625", "7.5"),
        ("3/5", "4.35", "9"),
        ("7/10", "5.075", "10.5"),
        ("4/5", "5.8", "12"),
    ],
)
def test_a_holiday_of_7_25_hours_and_15_days_of_vacation_at_a_share(
    share: str, hours: str, days: str
) -> None:
    own = EmployeeTerms(full_time_vacation_days=Decimal(15))
    holiday = prorated(HOLIDAY, Fraction(share), own, DAY)
    assert (holiday["hours"], holiday["days"]) == (Fraction(hours), Fraction(share))
    vacation = prorated(VACATION, Fraction(share), own, DAY)
    assert (vacation["days"], vacation["is_example"]) == (Fraction(days), False)


@pytest.mark.parametrize(
    ("row", "full_time", "share", "days"),
    [(VACATION, 15, "2/5", "6"), (COMPASSIONATE, 3, "1/2", "3/2")],
)
def test_the_examples_of_the_source_come_out_as_it_says(
    row: ProratedRow, full_time: int, share: str, days: str
) -> None:
    example = prorated(row, Fraction("3/5"), EmployeeTerms(), DAY)["example"]
    assert example == {"full_time": full_time, "share": Fraction(share), "days": Fraction(days)}


@pytest.mark.parametrize("given", ["0", "22.5"])
def test_an_entitlement_that_is_given_is_no_example(given: str) -> None:
    own = EmployeeTerms(full_time_compassionate_days=Decimal(given))
    values = prorated(COMPASSIONATE, Fraction("1/2"), own, DAY)
    assert (values["days"], values["is_example"]) == (Fraction(given) / 2, False)


def test_without_an_entitlement_the_figure_is_called_an_example(
    statement: Callable[..., str],
) -> None:
    said = statement('{weeks: ["A A A B B"]}')
    assert "15 days (example)" in said
    assert "9 days (example)" in said  # 15 at 60%
    assert "15 days at 40% are 6" in said


REST_DAY = {
    CycleFact.TOO_FEW_DAYS: "never has 5 working days in one week",
    CycleFact.ENOUGH_DAYS: "so this can occur after such a week",
    CycleFact.ENOUGH_HALF_DAYS: "does not say whether half-days count",
}
SHIFT = {
    CycleFact.ALWAYS: "Entire shifts of your cycle can qualify",
    CycleFact.HALF_DAYS: "half-days only, and they do not qualify",
    CycleFact.SHORTER_DAYS: "so no day of your cycle qualifies",
}
IN_A_DAY = {
    CycleFact.WHOLE_DAYS: "Your longest day is a full-time day of 7.25 hours",
    CycleFact.SHORTER_DAYS: "is paid at straight time up to 7.25 hours",
    CycleFact.LONGER_DAYS: "what goes beyond 7.25 hours is overtime",
}
LONG_DAYS = (
    '{weeks: [{Mon: {A: "8:00-17:00"}, Tue: {A: "8:00-17:00"}, Wed: B, Thu: B}],'
    " uncovered: Nobody is needed on Friday.}"
)
WITH_SATURDAY = (
    '{weeks: ["A A A A - A -", "B B B - B - -"], uncovered: The unit covers the other days.}'
)


@pytest.mark.parametrize(
    ("schedule", "letter", "rest_day", "in_a_day", "shift"),
    [
        ("{pattern: five-on-five-off-thursday}", "A", "too-few-days", "whole-days", "always"),
        ("{pattern: three-two-alternating}", "B", "too-few-days", "whole-days", "always"),
        ("{pattern: week-about}", "A", "enough-days", "whole-days", "always"),
        ("{pattern: four-one}", "A", "too-few-days", "whole-days", "always"),
        ("{pattern: half-days}", "A", "enough-half-days", "shorter-days", "half-days"),
        ("{pattern: split-wednesday}", "A", "too-few-days", "whole-days", "always"),
        (
            "{pattern: three-days-each-short-days}",
            *("A", "too-few-days", "shorter-days", "shorter-days"),
        ),
        (LONG_DAYS, "A", "too-few-days", "longer-days", "always"),
        (WITH_SATURDAY, "A", "enough-days", "whole-days", "always"),
    ],
)
def test_work_beyond_the_rota_falls_out_for_this_cycle(
    statement: Callable[..., str],
    schedule: str,
    letter: str,
    rest_day: str,
    in_a_day: str,
    shift: str,
) -> None:
    said = statement(schedule, letter)
    for sentences, holds in ((REST_DAY, rest_day), (IN_A_DAY, in_a_day), (SHIFT, shift)):
        assert [fact for fact, words in sentences.items() if words in said] == [CycleFact(holds)]


def test_the_hours_of_a_fitted_day_are_told(statement: Callable[..., str]) -> None:
    # 36.25 hours in six days: 6 hours and 2.5 minutes.
    assert "Your longest day has 6.042 hours" in statement("{pattern: three-days-each-short-days}")


def test_pay_is_the_share_that_is_paid_of_the_full_time_salary(
    statement: Callable[..., str],
) -> None:
    salary = "confirmation: {employees: {A: {full_time_salary: 78401}}}\n"
    said = statement("{pattern: week-about}", more=salary)
    assert "$78,401" in said
    assert "$39,200.50" in said


@pytest.mark.parametrize(
    "own",
    [
        "employees: {A: {name: Ines Ferrand, full_time_salary: 60000}}\n",
        "position: {title: Records Analyst, full_time_salary: 60000}\n",
    ],
)
def test_before_terms_are_agreed_the_employee_states_the_salary(tmp_path: Path, own: str) -> None:
    for name, words in (("a", PEOPLE + "schedule: {pattern: four-one}\n"), ("b", own)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    answers = load_answers(tmp_path / "a", tmp_path / "b")
    documents = render(answers, order("benefits", TODAY, to="A"))
    assert "$12,000" in text(documents["benefits-A.docx"])


def test_without_a_salary_the_percentage_is_told(statement: Callable[..., str]) -> None:
    said = statement("{pattern: two-three}")
    assert "not given" in said
    assert "40% of it" in said
    assert "$" not in said


def test_every_row_bears_its_source_and_its_date(statement: Callable[..., str]) -> None:
    rows = load_policy().benefits
    with_figures = [row for row in rows.prorated if row.has_figures]
    rules = (*rows.beyond_the_rota, *rows.superannuation, *rows.not_applicable)
    said = statement("{pattern: week-about}")
    # Salary, deductions, what calendar service means, and one line for each list of one source.
    assert said.count("as of 22 Nov 2026") == len((*with_figures, *rules)) + 3 + 2
    assert said.count("Source of each: Guidelines, Benefits, item 5, as of 22 Nov 2026") == 2
    assert all(row.name.lower() in said.lower() for row in (*rows.prorated, *rows.calendar_service))
    assert "pension board" in said
    assert "Confirm these figures" in said


def test_rows_of_several_sources_have_each_its_own_beside_it(tmp_path: Path) -> None:
    policy = copytree(BUILT_IN, tmp_path / "policy")
    file = policy / "benefits.yaml"
    words = file.read_text(encoding="utf-8")
    row = words.index("merit increases")
    changed = words[row:].replace("item 5", "Pay Plan, page 3", 1)
    file.write_text(words[:row] + changed, encoding="utf-8")
    answers = tmp_path / "answers.yaml"
    answers.write_text(f"{PEOPLE}schedule: {{pattern: week-about}}\n", "utf-8")
    loaded = load_answers(answers, policy=load_policy(policy))
    (document,) = render(loaded, order("benefits", TODAY, to="A")).values()
    said = text(document)
    assert "| Guidelines, Benefits, Pay Plan, page 3, as of 22 Nov 2026" in said
    assert said.count("Source of each:") == 1


def test_it_speaks_of_the_agreed_rota(statement: Callable[..., str]) -> None:
    agreed = "confirmation: {agreed: {schedule: {weeks: ['A A B B B']}}}\n"
    assert "40% of full time" in statement("{pattern: week-about}", more=agreed)


def test_a_document_that_addresses_nobody_has_the_names_and_nothing_behind_them() -> None:
    example = Path(__file__).parent.parent / "proposals" / "community-health-nurse"
    terms = load_answers(example).agreed
    nothing, something = benefits(terms, None), benefits(terms, "A")
    assert not nothing
    assert something
    assert nothing.keys() == something.keys()
    assert nothing["share"] is None


def test_a_name_that_nothing_fills_in_is_a_mistake_of_the_policy(tmp_path: Path) -> None:
    folder = tmp_path / "policy"
    copytree(BUILT_IN, folder)
    file = folder / "benefits.yaml"
    words = file.read_text(encoding="utf-8").replace("most $most_days", "most $most_dais")
    file.write_text(words, encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_policy(folder)
    (problem,) = found.value.problems
    assert problem.where == str(file)
    assert problem.line == 1 + words[: words.index("says: >-\n          Your cycle never")].count(
        "\n"
    )
    assert "only $share, $full_time_day" in problem.message
