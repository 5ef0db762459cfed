"""What `batch` says when it is done: of rows refused, warned of, kept as edited, and left over."""

import zipfile
from pathlib import Path

import pytest
from batches import FOX, HEADINGS, LEE, WRONG, batch, contents, report, table
from commands import run

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
LETTER_A, LETTER_B = (f"2-Ann-Lee-letter-offer-{letter}.docx" for letter in "AB")


def without_terms(source: str, *options: str) -> str:
    """What is said of a batch whose rows all lack the terms."""
    common = ("--common=nurse/answers.yaml", "--common=nurse/organization.yaml")
    return run("batch", source, "--kind", "letter", "--out", "out", *common, *options).stderr


class TestLeftOver:
    """Files of an earlier run that belong to no row any more are told, and stay."""

    def test_files_under_the_old_name_of_a_row_are_listed_and_not_packed(self) -> None:
        batch(table(LEE, FOX))
        changed = table(("Ann Smith", *LEE[1:]), FOX)
        result = batch(changed, "--resume", "--zip", "all.zip")
        assert result.exit_code == 0
        assert "2 files in out are of no row of this run" in result.stderr
        assert "delete them, or move them away, if nobody needs them" in result.stderr
        assert f"  {LETTER_A}\n  {LETTER_B}\n" in result.stderr
        assert Path("out", LETTER_A).exists()
        with zipfile.ZipFile("all.zip") as archive:
            assert LETTER_A not in archive.namelist()
            assert len(archive.namelist()) == 5
        again = batch(changed, "--resume")
        assert "2 files in out are of no row of this run" in again.stderr

    def test_a_pdf_beside_its_document_is_none(self) -> None:
        batch(table(LEE))
        Path("out", LETTER_A).with_suffix(".pdf").write_bytes(b"%PDF")
        Path("out/notes.txt").write_text("mine", encoding="utf-8")
        assert "of no row" not in batch(table(LEE), "--resume").stderr

    def test_of_many_the_first_are_named(self) -> None:
        batch(table(*((f"Ann{n}", *LEE[1:]) for n in range(4))))
        result = batch(table(*((f"Eve{n}", *LEE[1:]) for n in range(4))), "--resume")
        assert "8 files in out are of no row" in result.stderr
        assert "  ... and 3 more\n" in result.stderr

    def test_a_document_of_a_row_that_is_refused_now_is_one(self) -> None:
        batch(table(LEE))
        result = batch(table((*LEE[:3], "A A C B B")), "--resume")
        assert "2 files in out are of no row of this run that could be made" in result.stderr

    def test_what_an_edit_kept_and_what_force_kept_is_none(self) -> None:
        batch(table(LEE))
        Path("out", LETTER_A).write_bytes(b"edited")
        assert "of no row" not in batch(table(LEE), "--resume").stderr
        assert "of no row" not in batch(table(LEE), "--resume", "--force").stderr
        assert "of no row" not in batch(table(LEE), "--resume").stderr


class TestEdited:
    """A document that somebody edited stays, and the others of its row are made."""

    def test_the_other_letter_is_made_and_the_row_marked(self) -> None:
        batch(table(LEE))
        Path("out", LETTER_A).write_bytes(b"edited")
        before = Path("out", LETTER_B).read_bytes()
        result = batch(table((*LEE[:2], "0099", LEE[3])), "--resume")
        assert result.exit_code == 1
        assert Path("out", LETTER_A).read_bytes() == b"edited"
        assert Path("out", LETTER_B).read_bytes() != before
        (line,) = report()
        assert (line["status"], line["files"]) == ("partly", LETTER_B)
        assert f"{LETTER_A} was edited since it was made" in line["mistakes"]
        assert "1 document that somebody edited stays as it is, in no archive; " in result.stderr

    @pytest.mark.parametrize("options", [(), ("--jobs", "2"), ("--name", "{employees.A.name}")])
    def test_wherever_it_is_made(self, options: tuple[str, ...]) -> None:
        batch(table(LEE), *options)
        edited = next(path for path in Path("out").iterdir() if path.name.endswith("A.docx"))
        edited.write_bytes(b"edited")
        batch(table((*LEE[:2], "0099", LEE[3])), "--resume", *options)
        assert [line["status"] for line in report()] == ["partly"]

    def test_where_all_were_edited_the_row_is_refused(self) -> None:
        batch(table(LEE))
        for name in (LETTER_A, LETTER_B):
            Path("out", name).write_bytes(b"edited")
        said = batch(table(LEE), "--resume").stderr
        assert "2 documents that somebody edited stay as they are" in said
        assert [(line["status"], line["files"]) for line in report()] == [("refused", "")]
        assert len(report()[0]["mistakes"].splitlines()) == 2


def _with_pay(*rows: tuple[str, ...]) -> str:
    headings = (*HEADINGS, "confirmation.employees.A.full_time_salary")
    return table(*((*row, "78400") for row in rows), headings=headings)


class TestInEveryRow:
    """What is wrong in every row is said once in the terminal."""

    def test_the_first_gaps_are_told_and_the_others_counted(self) -> None:
        said = without_terms(_with_pay(LEE, FOX)).splitlines()
        assert "2 rows were refused; out/batch.csv says why" in said
        first = said.index("in every row: confirmation.date: missing; what belongs here: the date"
                           " of the letter")  # fmt: skip
        assert said[first + 3].startswith("in every row: ... and ")
        assert "--common" in said[first + 4]

    def test_what_is_wrong_in_one_alone_is_not(self) -> None:
        said = without_terms(_with_pay(LEE, WRONG))
        assert "in every row: schedule" not in said
        assert "in every row: confirmation.date" in said
        said = batch(table(LEE, WRONG), "--resume").stderr
        assert "1 row was refused" in said
        assert "in every row" not in said

    def test_a_folder_in_which_nothing_was_made_is_none_that_is_there(self) -> None:
        without_terms(table(LEE))
        assert sorted(contents("out")) == ["batch.csv"]
        assert batch(table(LEE)).exit_code == 0
        assert sorted(contents("out")) == [LETTER_A, LETTER_B, "batch.csv"]
        assert "is there already" in batch(table(LEE)).stderr

    def test_a_folder_with_a_batch_csv_of_somebody_else_stays(self) -> None:
        for content in ("mine", "a,b\n1,2\n", ""):
            Path("out").mkdir(exist_ok=True)
            Path("out/batch.csv").write_text(content, encoding="utf-8")
            assert "is there already" in batch(table(LEE)).stderr
            assert Path("out/batch.csv").read_text(encoding="utf-8") == content


def test_one_is_told_as_one_and_several_as_several() -> None:
    assert "1 row was refused; " in batch(table(WRONG), out="one").stderr
    assert "2 rows were refused; " in batch(table(WRONG, WRONG), out="two").stderr
    assert "2 documents made, of 1 row " in batch(table(LEE), out="three").stderr
    assert "1 document made, of 1 row " in batch(table(LEE), "--to", "A", out="four").stderr


def test_rows_that_were_made_with_warnings_are_counted() -> None:
    headings = (*HEADINGS, "confirmation.return_to_full_time")
    assert "warning" not in batch(table(LEE)).stderr
    result = batch(table((*LEE, "her old position"), headings=headings), out="other")
    assert "warning: confirmation.return_to_full_time" in report("other")[0]["mistakes"]
    assert (result.exit_code, report("other")[0]["status"]) == (0, "made")
    assert "1 row has warnings; other/batch.csv tells them" in result.stderr


@pytest.mark.parametrize("letter", ["a", "A"])
def test_an_employee_may_be_written_small(letter: str) -> None:
    assert batch(table(LEE), "--to", letter).exit_code == 0
    assert sorted(contents("out")) == [LETTER_A, "batch.csv"]


@pytest.mark.parametrize("command", ["batch", "letter", "benefits", "fill"])
def test_an_employee_is_told_by_letter_not_by_name(command: str) -> None:
    result = run(command, "x.docx", "--to", "Anna")
    assert result.exit_code == 2
    assert "A or B, as in employees.A of the answers, not a name" in " ".join(result.stderr.split())
