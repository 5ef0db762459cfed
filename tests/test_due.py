"""The list of reviews, ends and unanswered offers that fall due."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from commands import run

PROPOSALS = Path(__file__).parent.parent / "proposals"
NURSE, CLERK, ANALYST = "community-health-nurse", "part-time-clerk", "trial-records-analyst"
BOTH = "Community Health Nurse: Dana Whitford, Priya Nair"


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every list is of copies of the examples, in a folder of their own."""
    shutil.copytree(PROPOSALS, tmp_path / "all", ignore=shutil.ignore_patterns("documents"))
    monkeypatch.chdir(tmp_path)
    yield


def due(today: str, folder: str = "all", within: str = "60d") -> Result:
    arguments = ["due", folder, "--today", today, "--within", within]
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result


def rows(today: str, folder: str = "all", within: str = "60d") -> list[list[str]]:
    lines = due(today, folder, within).stdout.splitlines()
    return [[cell for cell in map(str.strip, line.split("  ")) if cell] for line in lines]


def lay(folder: str, text: str) -> None:
    Path(f"all/{folder}/zz-later.yaml").write_text(text, encoding="utf-8")


def test_it_says_when_what_whose_and_where() -> None:
    path = Path(f"all/{NURSE}/terms.yaml")
    assert rows(today="2026-12-01", folder=f"all/{NURSE}", within="30d") == [
        ["2026-12-18", "in 17 days", "answer to the offer", BOTH, f"{path}:40"]
    ]


def test_what_is_overdue_is_marked_and_comes_first() -> None:
    found = rows(today="2027-04-05", folder=f"all/{NURSE}")
    assert [row[:3] for row in found] == [
        ["2026-12-18", "OVERDUE 108 days", "answer to the offer"],
        ["2027-04-05", "today", "review"],
    ]


def test_dates_of_all_arrangements_are_in_one_order() -> None:
    found = rows(today="2027-05-20", within="20w")
    days = [row[0] for row in found]
    assert days == sorted(days) and len({row[3] for row in found}) == 3
    assert ["2027-09-30", "in 133 days", "end of the trial"] in [row[:3] for row in found]


def test_how_far_to_look_ahead() -> None:
    assert not rows(today="2027-01-01", folder=f"all/{ANALYST}", within="6")
    assert len(rows(today="2027-01-01", folder=f"all/{ANALYST}", within="1w")) == 1
    arguments = ["due", "all", "--within", "soon"]
    result = run(*arguments)
    assert result.exit_code == 2
    assert "'soon' is no length of time: write days or weeks, as 60d or 8w" in result.stderr


def test_an_offer_that_was_answered_waits_no_longer() -> None:
    lay(NURSE, "confirmation: {answered: 2026-12-11}\n")
    found = rows(today="2026-12-20", folder=f"all/{NURSE}", within="365d")
    assert [row[2] for row in found] == ["review", "review"]


def test_a_review_that_was_held_is_done_with() -> None:
    lay(NURSE, "confirmation: {answered: 2026-12-11, review: {held: [2027-04-05]}}\n")
    found = rows(today="2027-06-01", folder=f"all/{NURSE}")
    assert [row[0] for row in found] == ["2027-07-05"]


def test_a_counter_offer_waits_for_its_answer_until_terms_are_confirmed() -> None:
    Path(f"all/{NURSE}/terms.yaml").unlink()
    (found,) = rows(today="2026-12-01", folder=f"all/{NURSE}")
    assert found[1:3] == ["in 10 days", "answer to the counter-offer"]
    lay(NURSE, "reply: {answered: 2026-12-08}\n")
    assert not rows(today="2026-12-15", folder=f"all/{NURSE}")


def test_a_request_that_was_received_waits_for_a_decision() -> None:
    Path(f"all/{NURSE}/terms.yaml").unlink()
    lay(NURSE, "reply: {outcome: received}\n")
    (found,) = rows(today="2026-12-01", folder=f"all/{NURSE}")
    assert found[2] == "decision on the request"
    assert found[4] == f"{Path('all', NURSE, 'reply.yaml')}:8"


def test_while_there_is_no_partner_the_search_ends_some_day() -> None:
    found = rows(today="2027-03-01", folder=f"all/{ANALYST}")
    assert {row[2] for row in found} >= {
        "end of the search for a partner",
        "the partner must have started",
    }


def test_an_arrangement_that_ends_has_its_last_day_and_then_nothing() -> None:
    (found,) = rows(today="2027-09-01", folder=f"all/{ANALYST}")
    assert found[:3] == ["2027-09-30", "in 29 days", "last day of the arrangement"]
    assert not rows(today="2027-10-01", folder=f"all/{ANALYST}")


def test_terms_in_a_folder_of_their_own_are_listed_with_a_warning_at_their_place() -> None:
    Path("all/hr").mkdir()
    shutil.move(f"all/{NURSE}/terms.yaml", "all/hr/terms.yaml")
    (found,) = rows(today="2026-12-10", folder="all/hr")
    assert found[2:] == ["answer to the offer", "-", f"{Path('all/hr/terms.yaml')}:40"]
    warning = due(today="2026-12-10", folder="all/hr").stderr
    assert warning.startswith(
        f"{Path('all/hr/terms.yaml')}:2:1: warning: confirmation: no answers lie beside this"
    )
    assert "keep it in one folder with the answers.yaml" in warning


def test_terms_beside_the_answers_of_several_are_told_to_belong_to_none() -> None:
    Path("all/terms").mkdir()
    for name in (NURSE, CLERK):
        people = f"employees: {{A: {{name: {name}}}}}\n"
        Path(f"all/terms/{name}.yaml").write_text(people, encoding="utf-8")
    shutil.move(f"all/{NURSE}/terms.yaml", "all/terms/terms.yaml")
    warning = due(today="2026-12-10", folder="all/terms").stderr
    assert warning.startswith(f"{Path('all/terms/terms.yaml')}:2:1: warning: confirmation: ")
    assert "give each arrangement a folder of its own" in warning


def test_blank_terms_and_an_organization_alone_draw_no_warning() -> None:
    assert run("new", "all/hr", "--hr").exit_code == 0
    assert due(today="2026-12-10", folder="all/hr").stderr.startswith("Nothing falls due")


def test_a_proposal_that_carries_its_answers_stands_in_for_them() -> None:
    folder = Path("all", ANALYST)
    made = run("proposal", str(folder), "-o", str(folder))
    assert made.exit_code == 0, made.output
    with_answers = rows(today="2027-05-20", folder=str(folder), within="20w")
    Path(folder, "answers.yaml").unlink()
    found = rows(today="2027-05-20", folder=str(folder), within="20w")
    assert [row[:4] for row in found] == [row[:4] for row in with_answers]
    ends = next(row for row in found if row[2] == "end of the trial")
    assert ends[4] == str(folder / "proposal.docx")


def test_documents_made_beside_the_answers_are_no_arrangements_of_their_own() -> None:
    before = rows(today="2027-05-20", within="20w")
    for name in (NURSE, ANALYST):
        assert run("proposal", f"all/{name}").exit_code == 0
    assert rows(today="2027-05-20", within="20w") == before


def test_several_who_ask_in_one_folder_are_told_apart() -> None:
    Path("all/many").mkdir()
    for name in (NURSE, CLERK):
        terms = "confirmation: {reply_by: 2027-01-08}\n"
        people = f"employees: {{A: {{name: {name}}}}}\n"
        Path(f"all/many/{name}.yaml").write_text(people + terms, encoding="utf-8")
    found = rows(today="2027-01-01", folder="all/many")
    assert [row[3] for row in found] == [NURSE, CLERK]


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing() -> None:
    Path("all/broken.yaml").write_text("employees: [\n", encoding="utf-8")
    result = due(today="2026-12-01")
    assert "broken.yaml:" in result.stderr
    assert BOTH in result.stdout


def test_other_files_and_the_private_worksheet_are_left_alone() -> None:
    Path("all/notes.yaml").write_text("shopping: [milk]\n", encoding="utf-8")
    Path(f"all/{CLERK}/broken.txt").write_text("{", encoding="utf-8")
    result = due(today="2026-12-01")
    assert result.stderr == ""


def test_nothing_due_is_said() -> None:
    result = due(today="2026-01-01", within="1d")
    assert result.stdout == ""
    assert "Nothing falls due by 2026-01-02 in 3 arrangements." in result.stderr
