"""The first weeks that documents date begin with the first day, and never before it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from jobshare_docs import load_answers, order, render
from jobshare_docs.checks.answers import check
from jobshare_docs.cli.main import program
from jobshare_docs.docx_text import text

PROPOSALS = Path(__file__).parent.parent / "proposals"
NURSE, ANALYST = "community-health-nurse", "trial-records-analyst"
TODAY = date(2026, 11, 22)
FEBRUARY = "confirmation: {effective: 2027-02-03}\n"  # a Wednesday, in a week 1
OWN = "confirmation: {employees: {B: {effective: 2027-02-01}}}\n"  # A begins on 4 January
OPEN = "confirmation: {effective: {when: partner-starts, not_after: 2027-03-01}}\n"

Laid = Callable[..., list[Path]]
Letter = Callable[..., str]


@pytest.fixture
def laid(tmp_path: Path) -> Laid:
    """The files of an example, and a text laid over them."""

    def files(over: str, example: str = NURSE) -> list[Path]:
        file = tmp_path / "over.yaml"
        text = over.replace("confirmation:", "implementation: {}\nconfirmation:")
        file.write_text(text, encoding="utf-8")
        names = ("answers", "organization", "terms")
        return [*(PROPOSALS / example / f"{name}.yaml" for name in names), file]

    return files


@pytest.fixture
def letter(laid: Laid) -> Letter:
    """The text of a letter, with a text laid over the example."""

    def said(over: str, to: str = "A", form: str = "offer", example: str = NURSE) -> str:
        documents = render(load_answers(*laid(over, example)), order("letter", TODAY, form=form))
        return text(documents[f"letter-{form}-{to}.docx" if to else f"letter-{form}.docx"])

    return said


def weeks(said: str) -> list[str]:
    """The rows of the table of the first weeks."""
    return [plain(line) for line in said.splitlines() if line.startswith("Week of")]


def plain(line: str) -> str:
    """A row with its cells set apart by one sign, and a date from its initials by a space."""
    return "; ".join(cell.strip() for cell in line.replace("\u2002", " ").split("|"))


@pytest.mark.parametrize(("form", "to"), [("offer", "A"), ("memo", "B"), ("agreement", "")])
def test_no_working_day_stands_before_the_first_day(letter: Letter, form: str, to: str) -> None:
    first, *rest = weeks(letter(FEBRUARY, to, form))
    assert first == "Week of 1 February; 1 Feb –; 2 Feb –; 3 Feb PN; 4 Feb DW; 5 Feb DW"
    assert rest[0].startswith("Week of 8 February; 8 Feb DW")
    assert len(rest) == 3


def test_each_partner_begins_on_the_own_first_day(letter: Letter) -> None:
    first = weeks(letter(OWN))[0]
    assert first == "Week of 4 January; 4 Jan –; 5 Jan –; 6 Jan –; 7 Jan DW; 8 Jan DW"
    assert weeks(letter(OWN, "B"))[0].startswith("Week of 1 February; 1 Feb PN")
    assert weeks(letter(OWN, "", "agreement"))[0] == first


LEGEND = "DW Dana Whitford\u2003PN Priya Nair"


@pytest.mark.parametrize(("form", "to"), [("offer", "A"), ("memo", "B"), ("agreement", "")])
def test_the_key_says_what_stands_on_the_days_before_it(letter: Letter, form: str, to: str) -> None:
    assert f"{LEGEND}\u2003– not begun yet" in letter(FEBRUARY, to, form)
    assert "not begun" not in letter("position: {}\n", to, form)


def test_nobody_at_work_says_enough(letter: Letter) -> None:
    over = FEBRUARY + 'schedule: {weeks: ["A A B B -"], uncovered: No counter on Fridays.}\n'
    assert f"{LEGEND}\u2003– nobody at work" in letter(over)
    assert "not begun" not in letter(over)


def test_it_begins_when_the_one_who_joins_starts(letter: Letter) -> None:
    by = "and not later than 1 March 2027"
    assert f"Begins\tWhen your partner starts, {by}" in letter(OPEN, "A")
    assert f"Begins\tWhen you start, {by}" in letter(OPEN, "B")
    assert f"Begins\tWhen you start, {by}" in letter(OPEN, "B", "memo")
    assert f"Begins\tWhen Priya Nair starts, {by}" in letter(OPEN, "", "agreement")
    nobody_yet = letter("position: {}\n", "", "agreement", ANALYST)
    assert "Begins\tWhen the partner starts, and not later than 5 April" in nobody_yet


def test_the_statement_says_the_same(laid: Laid) -> None:
    documents = render(load_answers(*laid(OPEN)), order("benefits", TODAY))
    assert "from the day your partner starts" in text(documents["benefits-A.docx"])
    assert "from the day you start" in text(documents["benefits-B.docx"])


@pytest.mark.parametrize(("over", "example"), [(OPEN, NURSE), ("position: {}\n", ANALYST)])
def test_nothing_is_dated_while_the_first_day_is_open(
    letter: Letter, over: str, example: str
) -> None:
    assert weeks(letter(over, example=example)) == []
    assert "First four weeks" not in letter(over, example=example)


def test_the_schedule_command_dates_the_same_weeks(laid: Laid) -> None:
    def shown(*files: Path) -> str:
        return (
            CliRunner()
            .invoke(program, ["schedule", *map(str, files)], prog_name="jobshare-docs")
            .output
        )

    dated = shown(*laid(FEBRUARY)).partition("The first weeks")[2]
    assert "1 Feb 2027      –           –           PN" in dated
    assert "Jan" not in dated
    undated = shown(*laid(OPEN)).partition("Overlap: none.")[2]
    assert "The first weeks begin with the partner's first day, which is not known yet." in undated
    assert "2027" not in undated


def test_the_changeover_log_has_no_turn_before_the_first_day(laid: Laid) -> None:
    answers = load_answers(*laid(FEBRUARY))
    said = text(render(answers, order("changeover", TODAY))["changeover.docx"])
    assert "1 Feb –; 2 Feb –; 3 Feb PN" in plain(said)
    assert "Wednesday, 3 February. Dana Whitford takes over." in said
    assert f"{LEGEND}\u2003– not begun yet" in said


class TestADateBeforeTheFirstWeek:
    def told(self, files: list[Path], kind: str = "letter") -> list[str]:
        return [str(one).rpartition("/")[2] for one in check(load_answers(*files), kind)]

    def test_a_confirmed_one(self, laid: Laid) -> None:
        over = "confirmation: {effective: 2026-12-28}\n"
        assert self.told(laid(over)) == [
            "over.yaml:2:27: warning: confirmation.effective: the first day, 2026-12-28, is before"
            " week 1 of the rota, which begins on 2027-01-04: change one of the two"
        ]

    def test_a_confirmed_one_is_held_to_the_week_that_is_agreed(self, laid: Laid) -> None:
        agreed = "agreed: {schedule: {first_week_begins: 2026-12-28}}"
        assert self.told(laid(f"confirmation: {{effective: 2026-12-28, {agreed}}}\n")) == []

    def test_one_of_an_employee(self, laid: Laid) -> None:
        over = "confirmation: {employees: {B: {effective: 2026-12-28}}}\n"
        assert self.told(laid(over)) == [
            "over.yaml:2:43: warning: confirmation.employees.B.effective: the first day,"
            " 2026-12-28, is before week 1 of the rota, which begins on 2027-01-04: change one of"
            " the two"
        ]

    @pytest.mark.parametrize(
        ("day", "is_what"),
        [
            ("2026-11-30", "is before week 1 of the rota, which begins on 2027-01-04"),
            ("2027-02-01", "is 4 weeks after week 1 of the rota, which begins on 2027-01-04"),
        ],
    )
    def test_one_that_is_preferred(self, tmp_path: Path, day: str, is_what: str) -> None:
        file = tmp_path / "over.yaml"
        file.write_text(f"implementation: {{preferred_date: {day}}}\n", encoding="utf-8")
        files = [PROPOSALS / NURSE / "answers.yaml", file]
        (told,) = [one for one in self.told(files, "proposal") if "preferred_date" in one]
        assert told == (
            f"over.yaml:1:34: warning: implementation.preferred_date: the first day, {day},"
            f" {is_what}: change one of the two"
        )

    def test_a_week_within_the_first_round_is_near_enough(self, tmp_path: Path) -> None:
        file = tmp_path / "over.yaml"
        file.write_text("implementation: {preferred_date: 2027-01-18}\n", encoding="utf-8")
        assert self.told([PROPOSALS / NURSE / "answers.yaml", file], "proposal") == []
