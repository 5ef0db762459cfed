"""The blank changeover log of one round of the partners' own cycle."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.docx_text import text
from jobshare_docs.problems import ProblemsFound

PROPOSALS = Path(__file__).parent.parent / "proposals"
NURSE, CLERK, ANALYST = "community-health-nurse", "part-time-clerk", "trial-records-analyst"
TODAY = date(2026, 11, 22)

Said = Callable[..., str]


@pytest.fixture
def log(tmp_path: Path) -> Said:
    """The text of the log of an example on a day, with a text laid over it."""

    def said(over: str = "", today: date = TODAY, example: str = NURSE) -> str:
        file = tmp_path / "over.yaml"
        file.write_text(over or "position: {}\n", encoding="utf-8")
        answers = load_answers(PROPOSALS / example / "answers.yaml", file)
        return text(render(answers, order("changeover", today))["changeover.docx"])

    return said


def test_it_has_the_turns_of_the_first_round_with_their_dates(log: Said) -> None:
    said = log()
    assert "4 January 2027 to 15 January 2027" in said
    assert "## Turn 1: Priya Nair" in said
    assert "Monday, 4 January to Wednesday, 6 January. Dana Whitford takes over." in said
    assert "Thursday, 7 January to Wednesday, 13 January. Priya Nair takes over." in said
    assert "Turn 3" not in said


def test_later_it_has_the_round_that_holds_today(log: Said) -> None:
    said = log(today=date(2027, 3, 10))
    assert "1 March 2027 to 12 March 2027" in said
    assert "Thursday, 25 February to Wednesday, 3 March. Dana Whitford takes over." in said


def test_shared_tasks_are_listed_to_be_filled_in_and_no_others(log: Said) -> None:
    said = log()
    assert "Task" in said and "Done so far" in said and "Still to do, and by when" in said
    assert "Who has been told" in said
    assert said.count("Referrals and intakes (same day)") == 2  # once for each turn
    assert "Prenatal Committee" not in said
    assert "Anything else" in said


def test_it_has_what_the_partners_agreed_and_how_each_is_reached(log: Said) -> None:
    said = log()
    for words in (
        *("Before your first turn, meet", "Shared: community.nurse@interlake.example"),
        *("d.whitford@interlake.example", "p.nair@interlake.example"),
        *("the unit holds both numbers", "a call or recorded message on open cases"),
        *("Both ask the supervisor and two colleagues", "A talk with the supervisor"),
    ):
        assert words in said
    assert "555-0117" not in said


def test_what_is_not_agreed_yet_is_asked_for(log: Said) -> None:
    said = log("working_together: {feedback: , own_feedback: }\n", example=NURSE)
    assert "Both ask the supervisor" in said  # an empty value takes nothing away
    said = log("employees: {B: {name: Bea Moreau}}\nimplementation: {}\n", example=ANALYST)
    assert "Agree when you ask the supervisor and colleagues how it goes." in said
    assert "Write down how each is reached, and tell the unit." in said


def test_both_at_work_hand_over_in_person(log: Said) -> None:
    said = log('schedule: {weeks: ["A A AB B B", "A A B B -"], uncovered: Nobody is there.}\n')
    assert "Priya Nair takes over; both are at work when it ends, so hand over in person." in said


def test_a_turn_may_end_at_noon(log: Said) -> None:
    said = log("schedule: {weeks: [{am: A A A B B, pm: A A B B B}]}\n")
    assert "Monday, 4 January to Wednesday, 6 January, morning. Priya Nair takes over." in said


def test_a_long_cycle_needs_the_monday_on_which_it_begins(tmp_path: Path) -> None:
    answers = (PROPOSALS / NURSE / "answers.yaml").read_text(encoding="utf-8")
    file = tmp_path / "answers.yaml"
    lines = [line for line in answers.splitlines() if "first_week_begins" not in line]
    file.write_text("\n".join(lines), encoding="utf-8")
    message = r"schedule\.first_week_begins: missing; what belongs here: the Monday on which week 1"
    with pytest.raises(ProblemsFound, match=message):
        render(load_answers(file), order("changeover", TODAY))
    assert render(load_answers(file), order("proposal", TODAY))


def test_without_an_organization_its_header_names_nobody(log: Said) -> None:
    assert "Province of Manitoba" not in log()


def test_there_is_nobody_to_hand_over_to(log: Said) -> None:
    with pytest.raises(ProblemsFound, match=r"employees\.B: missing; 'changeover' needs both"):
        log(example=ANALYST)
    with pytest.raises(ProblemsFound, match=r"purpose\.request: 'changeover' is for two who share"):
        log(example=CLERK)


def test_the_key_tells_of_days_on_which_both_work_in_turn(log: Said) -> None:
    halves = 'schedule: {weeks: [{am: "A A A A A", pm: "B B B B B"}]}'
    assert "DW, PN both in turn" in " ".join(log(halves).split())
    assert "both" not in log().split("How you work together")[0].split("Priya Nair")[1]
