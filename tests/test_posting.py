"""The advertisement of the vacant share of a position."""

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
def posting(tmp_path: Path) -> Said:
    """The text of the posting of an example, with a text laid over it."""

    def said(over: str = "", example: str = ANALYST) -> str:
        file = tmp_path / "over.yaml"
        file.write_text(over or "position: {}\n", encoding="utf-8")
        folder = PROPOSALS / example
        names = ("answers", "organization", "terms", "posting")
        layers = [path for name in names if (path := folder / f"{name}.yaml").exists()]
        documents = render(load_answers(*layers, file), order("posting", TODAY))
        return text(documents["posting.docx"])

    return said


def test_it_tells_the_hours_the_cycle_and_the_basis_of_the_share(posting: Said) -> None:
    said = posting()
    assert "50%, 18.125 hours a week on average" in said
    assert "A trial, until 30 September 2027" in said
    assert "The rota repeats every two weeks." in said
    assert "You / 11:30–15:15" in said
    assert "who works 50% of full time" in said


def test_it_tells_how_to_apply(posting: Said) -> None:
    said = posting()
    for row in ("2027-118", "Human Resources, hr@westland.example", "29 January 2027"):
        assert f"| {row}\n" in said
    assert "The partner takes part in the selection board." in said


def test_without_a_block_of_its_own_human_resources_is_asked(posting: Said) -> None:
    said = posting(example=NURSE)
    assert "Paul Kirby, Human Resource Consultant, hr@interlake.example" in said
    assert "selection board" not in said


def test_selection_follows_merit_and_pay_is_set_apart(posting: Said) -> None:
    said = posting()
    assert "Selection follows the regular staffing rules and the merit principle." in said
    assert "Classification, pay and benefits are set for each employee separately" in said


def test_a_share_that_somebody_leaves_begins_at_no_date_that_is_past(posting: Said) -> None:
    assert "Begins" in posting() and "not later than 5 April 2027" in posting()
    assert "Begins" not in posting(example=NURSE)


def test_it_lists_the_duties_of_that_share_and_no_others(posting: Said) -> None:
    said = posting().partition("## Duties of this share")[2].partition("## Experience")[0]
    assert "Training for new records clerks" in said and "| You" in said
    assert "Yearly count of boxes in the off-site store | Both partners" in said  # as agreed
    assert "back-up for these duties of your partner:\n\n- Transfers to the archives" in said


def test_skills_sought_and_how_they_complement_the_partners(posting: Said) -> None:
    said = posting()
    assert "- Two years of work with retention schedules" in said
    assert "A partner who has worked in the archives would know" in said


@pytest.mark.parametrize("example", [NURSE, ANALYST])
def test_it_names_neither_partner_nor_says_anything_of_them(posting: Said, example: str) -> None:
    said = posting(example=example)
    for name in ("Dana", "Whitford", "DW", "Priya", "Nair", "PN", "Maeve", "Dubois"):
        assert name not in said
    for private in ("maternity", "four years", "Speaks the languages", "archival studies"):
        assert private not in said


def test_the_vacant_share_is_of_who_leaves(posting: Said) -> None:
    assert "Young parents' group" in posting(example=NURSE)
    for over in ("posting: {vacant: A}\n", "reply: {ending: {leaves: A}}\n"):
        said = posting(over, NURSE)
        assert "Prenatal Committee" in said
        assert "Young parents' group" not in said
        assert "Partner | Partner | Partner   | You      | You" in said


def test_shares_that_differ_are_told_apart(posting: Said) -> None:
    over = "schedule: {weeks: [A A B B B]}\n"
    assert "60%, 21.75 hours a week" in posting(over, NURSE)
    assert "40%, 14.5 hours a week" in posting(over + "posting: {vacant: A}\n", NURSE)


def test_part_time_work_has_no_share_to_advertise(posting: Said) -> None:
    message = r"answers\.yaml:\d+:\d+: purpose\.request: 'posting' is for two who share a position"
    with pytest.raises(ProblemsFound, match=message):
        posting(example=CLERK)
