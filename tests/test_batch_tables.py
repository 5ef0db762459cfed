"""The tables of `batch`: their headings, cells and encodings, and the empty one of `new`."""

import csv
from datetime import date
from datetime import time as clock
from pathlib import Path

import pytest
from batches import HEADINGS, batch, report, table
from commands import run

from jobshare_docs.batch.headings import problems_of, unknown
from jobshare_docs.batch.tables import Table

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("employees.C.name", "there is no 'C' in 'employees'"),
        ("employes.A.name", "there is no 'employes' among the blocks; nearest: 'employees'"),
        ("employees.A.nmae", "there is no 'nmae' in 'employees.A'; nearest: 'name'"),
        ("employees.A", "a block or a list stands under this name"),
        ("schedule.weeks", "a block or a list stands under this name"),
        ("position.title[0]", "'position.title' has no item [0]"),
        ("Full name", "there is no 'Full name' among the blocks"),
        ("Name", "among the blocks; perhaps 'employees.A.name', 'employees.B.name' or 'position"),
        ("Salary", "; perhaps 'confirmation.employees.A.full_time_salary' or 'confirmation"),
        ("Room", "among the blocks: correct it, or put # before it if it is a note"),
        ("employees..name", "this is no name of the answers"),
    ],
)
def test_a_heading_that_is_no_name_is_told(heading: str, said: str) -> None:
    result = batch(table(("x", "y"), headings=("employees.B.name", heading)))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"t.csv:1:2: {heading}: ")
    assert said in result.stderr
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "heading",
    [
        *("employees.A.name", "duties.tasks[0].task", "schedule.weeks[1]", "schedule.pattern"),
        *("confirmation.agreed.schedule.day.start", "schedule.exceptions[0].from"),
        *("confirmation.effective.date", "confirmation.effective", "organization.colours.headings"),
    ],
)
def test_a_heading_that_is_a_name_is_none(heading: str) -> None:
    assert unknown(heading) is None


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("schedule.weeks[0]", "A A AB B X"),
        ("confirmation.review.dates[0]", "soon"),
        ("duties.tasks[0].done_by", "nobody else"),
        ("confirmation.agreed.schedule.weeks[0]", "A A AB B X"),
        ("reply.meeting.with[0]", "{{ name }}\x07"),
    ],
)
def test_a_cell_of_a_list_is_told_at_its_own_column(heading: str, cell: str) -> None:
    batch(
        table(("Ann Lee", cell, "0012"), headings=("employees.A.name", heading, "position.number"))
    )
    (first, *_) = report()[0]["mistakes"].splitlines()
    assert first.startswith("t.csv:2:2: ")


def test_a_row_of_blanks_is_passed_over_as_an_empty_one() -> None:
    Path("t.csv").write_text("employees.A.name,# note\n\n ,\t\nAnn,\n,\n", encoding="utf-8")
    assert batch("t.csv").exit_code == 0
    assert [line["row"] for line in report()] == ["4"]


def test_a_table_without_rows_is_told() -> None:
    result = batch(table())
    assert (result.exit_code, result.stderr) == (
        1,
        "t.csv:2: there is no row under the headings: write one\n",
    )
    assert not Path("out").exists()


def test_a_table_of_ten_thousand_columns_is_read() -> None:
    tasks = [f"duties.tasks[{number}].{name}" for number in range(200) for name in ("task", "how")]
    notes = [f"# {number}" for number in range(9_600)]
    assert problems_of((*tasks, *notes), "t.csv") == []
    assert len(problems_of((*tasks, *tasks), "t.csv")) == len(tasks)
    source = table(("Ann", *notes), headings=("employees.A.name", *notes))
    assert batch(source).exit_code == 0


def test_a_column_for_what_holds_another_is_told() -> None:
    headings = ("confirmation.effective", "confirmation.effective.date")
    for ordered in (headings, headings[::-1]):
        (problem,) = problems_of(ordered, "t.csv")
        assert (problem.line, problem.column) == (1, 2)


def test_two_columns_of_one_name_are_told() -> None:
    result = batch(table(("x", "y"), headings=("employees.B.name", "employees.B.name")))
    assert "t.csv:1:2: employees.B.name: column 1 says the same" in result.stderr


def test_a_column_with_a_number_sign_is_a_note() -> None:
    source = table(("Ann", "of no matter"), headings=("employees.A.name", "# seen by"))
    assert batch(source).exit_code == 0


def test_other_separators_and_encodings_are_read() -> None:
    Path("semicolon.csv").write_text(
        "employees.A.name;employees.B.name\nZoë;Bo\n", encoding="utf-16"
    )
    assert batch("semicolon.csv").exit_code == 0
    assert report()[0]["who"] == "Zoë, Bo"


def test_bytes_that_are_no_utf_8_are_told_at_their_cell() -> None:
    Path("old.csv").write_bytes(b"employees.A.name,employees.B.name\nAnn,Zo\xeb\nEve,Bo\n")
    assert batch("old.csv").exit_code == 1
    assert [line["status"] for line in report()] == ["refused", "made"]
    assert report()[0]["mistakes"].startswith("old.csv:2:2: a character of this cell is not UTF-8")


def test_a_quote_that_is_never_closed_ends_the_table_and_nothing_else() -> None:
    Path("open.csv").write_text(
        'employees.A.name,employees.B.name\nAnn,Bo\n"Eve,Di\n' + "x" * 1_100_000, encoding="utf-8"
    )
    assert batch("open.csv").exit_code == 1
    assert [line["status"] for line in report()] == ["made", "refused"]
    assert "a quote in this row is never closed" in report()[1]["mistakes"]


def test_a_cell_that_a_spreadsheet_would_reckon_is_a_text_in_the_report() -> None:
    batch(table(("=1+1", "Bo", "1", "")))
    assert report()[0]["who"] == "'=1+1, Bo"


def test_an_excel_table_is_read_as_its_cells_show(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine", reason="needs python-calamine (the extra 'batch')")
    from excel_files import write_excel

    write_excel(tmp_path / "t.xlsx", [list(HEADINGS[:3]), ["Ann Lee", "Bo Chan", 12]])
    assert batch("t.xlsx").exit_code == 0
    assert report()[0]["who"] == "Ann Lee, Bo Chan"


def test_numbers_dates_and_times_typed_into_excel_are_read_as_answers_write_them() -> None:
    pytest.importorskip("python_calamine", reason="needs python-calamine (the extra 'batch')")
    from excel_files import write_excel

    headings = ["# a note", "sum", "first day", "begins", "yes or no", "day", "empty"]
    cells = [1, 0.1 + 0.2, date(2027, 1, 4), clock(8, 30), True, 7.25, ""]
    write_excel(Path("t.xlsx"), [[*headings], [*cells], [""] * 7, ["last"]])
    table = Table(Path("t.xlsx"))
    assert table.headings == tuple(headings)
    assert [(row.number, row.cells) for row in table.rows()] == [
        (2, ("1", "0.3", "2027-01-04", "08:30", "yes", "7.25", "")),
        (4, ("last", "", "", "", "", "", "")),
    ]
    assert len(table) == 2


class TestNewTable:
    """`new --table` writes an empty table whose headings are names of the answers."""

    def test_every_heading_is_one(self) -> None:
        result = run("new", "--table", "staff.csv")
        assert (result.exit_code, result.stdout) == (0, "staff.csv\n")
        with Path("staff.csv").open(encoding="utf-8-sig", newline="") as file:
            headings = next(csv.reader(file))
        assert len(headings) > 20
        assert [each for each in headings if unknown(each)] == []

    def test_left_empty_it_changes_nothing(self) -> None:
        run("new", "--table", "staff.csv")
        with Path("staff.csv").open("a", encoding="utf-8") as file:
            file.write("Nurse\n")
        assert batch("staff.csv").exit_code == 0

    def test_it_never_overwrites(self) -> None:
        Path("staff.csv").write_text("mine", encoding="utf-8")
        assert run("new", "--table", "staff.csv").exit_code == 1
        assert Path("staff.csv").read_text(encoding="utf-8") == "mine"

    def test_only_a_csv_is_written(self) -> None:
        result = run("new", "--table", "staff.xlsx")
        assert result.exit_code == 1
        assert "a new table is a .csv" in result.stderr


def test_the_sections_that_another_policy_alone_has_are_columns_too() -> None:
    policy = Path(__file__).parent / "policies" / "harbour-credit-union"
    answers = policy / "example" / "answers.yaml"
    own = _own_heading(policy)
    assert unknown(own) is not None
    source = table(("Branch words.",), headings=(own,))
    options = ["--kind", "proposal", "--out", "out", "--policy", str(policy)]
    result = run("batch", source, *options, "--common", str(answers))
    assert (result.exit_code, report()[0]["mistakes"]) == (0, "")
    document = next(path for path in Path("out").iterdir() if path.suffix == ".docx")
    assert "Branch words." in run("text", str(document)).stdout


def _own_heading(policy: Path) -> str:
    """The first text of a section that no other policy has."""
    from jobshare_docs.answers.own_sections import own_sections
    from jobshare_docs.policy.loading import load_policy

    row = own_sections(load_policy(policy))[0]
    return f"{row.key}.{next(item.key for item in row.items if not item.list_)}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('employees.A.name,employees.B.name\n"Ann,Zoe\nEve,Bo\n', "t.csv:2:1: a quote in this row"),
        (
            'employees.A.name,employees.B.name\n"Ann" A,Zoe\nEve,Bo\n',
            "t.csv:2:1: a quote in this row",
        ),
        ("employees.A.name,employees.B.name\nAnn,Zoe,extra\n", "t.csv:2:1: 'extra' stands beyond"),
    ],
)
def test_no_cell_and_no_row_is_lost_without_a_word(text: str, said: str) -> None:
    Path("t.csv").write_text(text, encoding="utf-8")
    assert batch("t.csv").exit_code == 1
    assert report()[0]["mistakes"].startswith(said)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"\xff\xfep\x00o\x00\x00\xd8", "name\nAnn".encode("utf-16-le")]
)
def test_a_damaged_utf_16_table_is_told(content: bytes) -> None:
    Path("t.csv").write_bytes(content)
    result = batch("t.csv")
    assert result.exit_code == 1
    assert result.stderr == "t.csv: this is no whole UTF-16 file: save the table as 'CSV UTF-8'\n"
