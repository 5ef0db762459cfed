"""Excel tables whose cells hold no answer, and tables that are something else than their name says.

An error is never taken for an empty cell: what all have in common would be printed in its place.
"""

import zipfile
from pathlib import Path

import pytest
from batches import batch, report, table

pytest.importorskip("python_calamine", reason="needs python-calamine (the extra 'batch')")

from excel_files import write_excel

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
HEADINGS = ["employees.A.name", "confirmation.employees.A.full_time_salary", "position.number"]
SALARY = "<c><v>78400</v></c>"


def excel(cell: str, place: str = SALARY, name: str = "t.xlsx") -> str:
    """A workbook of two rows, in whose first the salary, or what stands at `place`, is replaced."""
    write_excel(Path(name), [[*HEADINGS], ["Ann Lee", 78400, "x"], ["Bo Chan", 78401, 12000]])
    sheet = _parts(name)["xl/s.xml"]
    assert place in sheet
    _with_sheet(sheet.replace(place, cell, 1), name)
    return name


def _parts(name: str) -> dict[str, str]:
    with zipfile.ZipFile(name) as archive:
        return {each: archive.read(each).decode() for each in archive.namelist()}


def _with_sheet(sheet: str, name: str = "t.xlsx") -> None:
    parts = _parts(name) | {"xl/s.xml": sheet}
    with zipfile.ZipFile(name, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!"])
def test_an_error_is_refused_at_its_cell_and_stops_no_other_row(error: str) -> None:
    assert batch(excel(f'<c t="e"><f>A9</f><v>{error}</v></c>')).exit_code == 1
    assert [line["status"] for line in report()] == ["refused", "made"]
    told = report()[0]["mistakes"]
    assert told.startswith(f"t.xlsx:2:2: the spreadsheet shows an error here, '{error}': ")


def test_an_error_in_a_column_of_words_is_refused_too() -> None:
    batch(excel('<c r="C2" t="e"><v>#N/A</v></c>', '<c t="inlineStr"><is><t>x</t></is></c>'))
    assert report()[0]["mistakes"].startswith("t.xlsx:2:3: the spreadsheet shows an error here")


def test_an_error_that_the_library_does_not_know_is_told_at_its_cell() -> None:
    result = batch(excel('<c t="e"><v>#SPILL!</v></c>'))
    assert result.stderr.startswith("t.xlsx:2:2: the spreadsheet shows an error here, '#SPILL!'")


@pytest.mark.parametrize("cell", ["<c><f>A9</f></c>", "<c><f>A9</f><v></v></c>"])
def test_a_formula_that_was_never_reckoned_is_refused(cell: str) -> None:
    assert batch(excel(cell)).exit_code == 1
    assert report()[0]["mistakes"].startswith(
        "t.xlsx:2:2: this formula has no result in the file: open it in Excel, save it"
    )


def test_a_formula_that_comes_to_an_empty_text_is_an_empty_cell() -> None:
    assert batch(excel('<c t="str"><f>A9</f><v></v></c>')).exit_code == 0


def test_a_row_of_formulas_alone_is_not_passed_over() -> None:
    last = '<c t="inlineStr"><is><t>Bo Chan</t></is></c><c><v>78401</v></c><c><v>12000</v></c>'
    excel('<c r="A3"><f>A9</f></c></row><row r="4"><c r="B4" t="e"><v>#N/A</v></c>', last)
    batch("t.xlsx")
    assert [(line["row"], line["status"]) for line in report()] == [
        *(("2", "made"), ("3", "refused"), ("4", "refused")),
    ]


def test_an_error_in_a_note_is_of_no_matter_but_one_in_a_heading_is_told() -> None:
    noted = table(("Ann", "#REF!"), headings=("employees.A.name", "# note"))
    assert batch(noted).exit_code == 0
    result = batch(table(("Ann", "1"), headings=("employees.A.name", "#REF!")), out="other")
    assert result.stderr.startswith("t.csv:1:2: the spreadsheet shows an error here, '#REF!'")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#REF!", "the spreadsheet shows an error here, '#REF!'"),
        ("#BEZUG!", "the spreadsheet shows an error here, '#BEZUG!'"),
        ("Err:502", "the spreadsheet shows an error here, 'Err:502'"),
        ("########", "the column was too narrow to show this"),
        ("1,2E+04", "the spreadsheet shortened this number to '1,2E+04'"),
    ],
)
def test_what_a_spreadsheet_saves_into_a_csv_for_no_value_is_refused(text: str, said: str) -> None:
    batch(table(("Ann", text), headings=("employees.A.name", "position.number")))
    assert report()[0]["mistakes"].startswith(f"t.csv:2:2: {said}")


@pytest.mark.parametrize("text", ["#3", "#A-12", "1E4", "E-12", "No. 7!"])
def test_a_number_of_a_position_may_have_such_signs(text: str) -> None:
    assert (
        batch(table(("Ann", text), headings=("employees.A.name", "position.number"))).exit_code == 0
    )


def test_an_empty_first_column_moves_no_place() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="B{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for row, text in enumerate(("schedule.weeks[0]", "A A X"), 1)
    )
    begun, _, _ = _parts(excel(SALARY))["xl/s.xml"].partition("<row>")
    _with_sheet(f"{begun}{rows}</sheetData></worksheet>")
    batch("t.xlsx")
    assert report()[0]["mistakes"].startswith("t.xlsx:2:2: schedule.weeks[0]: ")


class TestKinds:
    """A table that is something else than its name says."""

    def test_a_workbook_by_another_name(self) -> None:
        for name in ("t.xls", "t.csv"):
            result = batch(excel(SALARY, name=name))
            said = f"{name}: this is really an .xlsx: end its name in .xlsx\n"
            assert (result.exit_code, result.stderr) == (1, said)

    def test_a_csv_that_is_called_a_workbook(self) -> None:
        result = batch(table(("Ann",), headings=("employees.A.name",), name="t.xlsx"))
        assert result.stderr.startswith("t.xlsx: this is really a CSV file, or none at all: end")

    def test_an_old_or_a_locked_workbook(self) -> None:
        for name in ("t.xls", "t.xlsx"):
            Path(name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
            assert f"{name}: this is an old Excel file, or one locked" in batch(name).stderr

    def test_a_workbook_whose_errors_cannot_be_told(self) -> None:
        with zipfile.ZipFile("t.ods", "w") as archive:
            archive.writestr("content.xml", "<x/>")
        assert batch("t.ods").stderr.startswith("t.ods: such a workbook is not read")

    @pytest.mark.parametrize("sheet", ["<worksheet", "<worksheet><row r='x'/></worksheet>"])
    def test_a_damaged_workbook(self, sheet: str) -> None:
        excel(SALARY)
        _with_sheet(sheet)
        assert batch("t.xlsx").stderr.startswith("t.xlsx: this is no Excel table that can be read")
        Path("t.xlsx").write_bytes(b"PK\x03\x04 torn off")
        assert batch("t.xlsx").stderr.startswith("t.xlsx: this is ")
