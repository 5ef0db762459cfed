"""`batch`: many documents at once, each row for itself."""

import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from batches import COMMON, FOX, LEE, WRONG, batch, contents, people, report, table
from commands import run

from jobshare_docs import stamp

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")


def test_each_row_gets_its_documents_and_one_bad_row_stops_no_other() -> None:
    result = batch(table(LEE, WRONG, FOX))
    assert result.exit_code == 1
    assert result.stdout == f"{Path('out/batch.csv')}\n"
    assert "4 documents made, of 3 rows" in result.stderr
    assert "1 row was refused" in result.stderr
    assert sorted(contents("out")) == [
        "2-Ann-Lee-letter-offer-A.docx",
        "2-Ann-Lee-letter-offer-B.docx",
        "4-Ed-X-Y-Fox-letter-offer-A.docx",
        "4-Ed-X-Y-Fox-letter-offer-B.docx",
        "batch.csv",
    ]
    assert [tuple(line.values()) for line in report()] == [
        (
            *("2", "Ann Lee, Bo Chan"),
            "2-Ann-Lee-letter-offer-A.docx\n2-Ann-Lee-letter-offer-B.docx",
            *("made", ""),
        ),
        (
            *("3", "Cy Dean, Di Eng", "", "refused"),
            "t.csv:3:4: schedule.weeks[0]: 'C' is not one of A, B, AB, - (nobody)",
        ),
        (
            *("4", 'Ed "X/Y" Fox, Gil Hay'),
            "4-Ed-X-Y-Fox-letter-offer-A.docx\n4-Ed-X-Y-Fox-letter-offer-B.docx",
            *("made", ""),
        ),
    ]


def test_a_letter_is_the_same_as_one_made_alone() -> None:
    batch(table(LEE))
    Path("lee.yaml").write_text(
        "employees:\n  A: {name: Ann Lee, number: 0012}\n  B: {name: Bo Chan}\n", encoding="utf-8"
    )
    layers = [option.removeprefix("--common=") for option in COMMON]
    assert run("letter", *layers, "lee.yaml", "-o", "alone").exit_code == 0
    for letter in "AB":
        made = Path("out", f"2-Ann-Lee-letter-offer-{letter}.docx").read_bytes()
        alone = Path("alone", f"letter-offer-{letter}.docx").read_bytes()
        one, other = stamp.read(made), stamp.read(alone)
        assert one and other and one.inputs == other.inputs
        assert _parts(made) == _parts(alone)


def _parts(document: bytes) -> dict[str, bytes]:
    """What is in a document, but for its fingerprint, which hangs on nothing else."""
    Path("one.docx").write_bytes(document)
    with zipfile.ZipFile("one.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist() if "custom" not in name}


def test_a_missing_value_is_told_at_its_empty_cell() -> None:
    layers = [f"--common=nurse/{name}.yaml" for name in ("organization", "terms")]
    headings = ("employees.A.name", "position.title")
    result = run(
        *("batch", table(("Ann Lee", ""), headings=headings), "--kind", "summary"),
        *("--out", "out", *layers),
    )
    assert result.exit_code == 1
    mistakes = report()[0]["mistakes"].splitlines()
    assert any(line.startswith("t.csv:2:2: position: missing;") for line in mistakes)
    assert any(line.startswith("t.csv:2:1: duties: missing;") for line in mistakes)


def test_a_folder_of_answers_and_received_proposals() -> None:
    Path("many/inside").mkdir(parents=True)
    shutil.copy("nurse/answers.yaml", "many/b.yaml")
    shutil.copy("nurse/answers.yaml", "many/inside/answers.yaml")
    assert run("proposal", "nurse", "-o", "many").exit_code == 0
    Path("many/broken.yaml").write_text("position: [", encoding="utf-8")
    Path("many/notes.txt").write_text("nothing", encoding="utf-8")
    options = [f"--common=nurse/{name}.yaml" for name in ("organization", "terms")]
    result = run("batch", "many", "--kind", "letter", "--out", "out", *options, "--to", "A")
    assert result.exit_code == 1
    assert [(line["row"], line["status"]) for line in report()] == [
        *(("1", "made"), ("2", "refused"), ("3", "made"), ("4", "made")),
    ]
    assert "many/broken.yaml:1:1: position: YAML cannot read this" in report()[1]["mistakes"]


def test_an_edited_proposal_in_a_folder_is_refused_and_no_other() -> None:
    run("proposal", "nurse", "-o", "many")
    document = docx.Document("many/proposal.docx")
    document.paragraphs[-1].add_run("More.")
    document.save("many/proposal.docx")
    options = [f"--common=nurse/{name}.yaml" for name in ("organization", "terms")]
    result = run("batch", "many", "--kind", "letter", "--out", "out", *options)
    assert result.exit_code == 1
    assert "the text was edited since" in report()[0]["mistakes"]


def test_two_processes_make_what_one_makes() -> None:
    source = table(
        *((f"Ann{n}", "Bo", str(n), "A A C B B" if n % 7 == 0 else "") for n in range(60))
    )
    assert batch(source, out="one").exit_code == 1
    assert batch(source, "--jobs", "2", out="two").exit_code == 1
    assert contents("one") == contents("two")


class TestZip:
    """--zip puts all into one archive."""

    def test_it_holds_the_documents_and_the_report(self) -> None:
        result = batch(table(LEE, FOX), "--zip", "all.zip")
        assert result.stdout.splitlines()[0] == "all.zip"
        with zipfile.ZipFile("all.zip") as archive:
            assert archive.testzip() is None
            held = {name: archive.read(name) for name in archive.namelist()}
        assert held == contents("out")


@pytest.mark.parametrize(
    ("source", "said"),
    [("nothing.csv", "there is no such table or folder"), ("nurse/notes.pdf", "there is no such")],
)
def test_a_source_that_is_not_there_is_told(source: str, said: str) -> None:
    result = batch(source)
    assert result.exit_code == 1
    assert said in result.stderr


def test_an_empty_folder_is_told() -> None:
    Path("empty").mkdir()
    assert batch("empty").stderr.startswith("empty: no answers lie in this folder")


def test_a_common_file_that_is_not_there_is_told() -> None:
    result = run("batch", table(LEE), "--kind", "letter", "--out", "o", "--common", "gone.yaml")
    assert (result.exit_code, result.stderr.split(":")[0]) == (1, "gone.yaml")


def test_progress_is_told_with_rate_and_time_left() -> None:
    import io

    from jobshare_docs.batch.counting import Progress
    from jobshare_docs.cli.progress import ProgressLine

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    line = ProgressLine(10_000, stream=stream)
    line._said -= 1
    line(Progress(rows=2_500, refused=3))
    shown = stream.getvalue()
    assert "[######                  ] 2,500 of 10,000 rows, " in shown
    assert " a second, " in shown
    assert shown.rstrip("\x1b[K").endswith("left, 3 refused")


def test_what_would_stop_every_row_is_told_before_any_is_made() -> None:
    Path("broken.yaml").write_text("just a text", encoding="utf-8")
    result = run("batch", people(3), "--kind", "letter", "--out", "out", "--common", "broken.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("broken.yaml:1:1: ")
    assert not Path("out.unfinished").exists()
