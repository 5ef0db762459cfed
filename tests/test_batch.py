"""`batch`: many documents at once, from tables and folders, interrupted, resumed, shared out."""

import csv
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from datetime import date
from datetime import time as clock
from pathlib import Path

import docx
import pytest
from click.testing import Result
from commands import COMMON, run

from jobshare_docs import stamp
from jobshare_docs.batch.headings import problems_of, unknown
from jobshare_docs.batch.naming import DEFAULT, file_name, is_unique, key, wrong_pattern
from jobshare_docs.batch.tables import Table
from jobshare_docs.policy.loading import BUILT_IN
from jobshare_docs.yaml_file import read_bytes

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
HEADINGS = ("employees.A.name", "employees.B.name", "employees.A.number", "schedule.weeks[0]")
LEE = ("Ann Lee", "Bo Chan", "0012", "")
FOX = ('Ed "X/Y" Fox', "Gil Hay", "0014", "B B B A A")
WRONG = ("Cy Dean", "Di Eng", "0013", "A A C B B")


def table(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS, name: str = "t.csv") -> str:
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return name


def people(count: int) -> str:
    """A table of so many people."""
    return table(*((f"Ann{n} Lee", f"Bo{n} Chan", f"{n:05}", "") for n in range(count)))


def batch(source: str, *options: str, out: str = "out", kind: str = "letter") -> Result:
    return run("batch", source, "--kind", kind, "--out", out, *COMMON, *options)


def report(folder: str = "out") -> list[dict[str, str]]:
    with Path(folder, "batch.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def test_each_row_gets_its_documents_and_one_bad_row_stops_no_other() -> None:
    result = batch(table(LEE, WRONG, FOX))
    assert result.exit_code == 1
    assert result.stdout == f"{Path('out/batch.csv')}\n"
    assert "4 documents made, of 3 rows" in result.stderr
    assert "1 rows were refused" in result.stderr
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


class TestResuming:
    """A folder that is there is never written into unasked; --resume makes what is missing."""

    def test_a_folder_that_is_there_stays(self) -> None:
        source = table(LEE)
        batch(source)
        before = contents("out")
        result = batch(source)
        assert result.exit_code == 1
        assert result.stderr.startswith("out: this folder is there already: use --resume")
        assert contents("out") == before

    def test_what_is_unchanged_is_left_alone(self) -> None:
        batch(table(LEE, FOX))
        old = Path("out/2-Ann-Lee-letter-offer-A.docx")
        inode = old.stat().st_ino
        result = batch(table(LEE, (*FOX[:2], "0099", FOX[3])), "--resume")
        assert result.exit_code == 0
        assert "2 documents made, 2 unchanged, of 2 rows" in result.stderr
        assert old.stat().st_ino == inode
        assert not Path("out.unfinished").exists()

    def test_figures_of_the_policy_that_changed_under_one_version_make_documents_anew(self) -> None:
        built_in = Path("rules")
        shutil.copytree(BUILT_IN, built_in)
        changed = Path(shutil.copytree(BUILT_IN, "changed"))
        limits = changed / "limits.yaml"
        words = limits.read_text(encoding="utf-8")
        limits.write_text(words.replace('"1.00"', '"1.10"'), encoding="utf-8")
        assert limits.read_text(encoding="utf-8") != words
        batch(table(LEE))
        same = batch(table(LEE), "--resume", "--policy", str(built_in))
        assert "0 documents made, 2 unchanged" in same.stderr
        other = batch(table(LEE), "--resume", "--policy", str(changed))
        assert "2 documents made, of 1 rows" in other.stderr

    def test_a_document_that_somebody_edited_stays(self) -> None:
        source = table(LEE, FOX)
        batch(source)
        edited = Path("out/2-Ann-Lee-letter-offer-A.docx")
        edited.write_bytes(b"edited by hand")
        result = batch(source, "--resume")
        assert result.exit_code == 1
        assert edited.read_bytes() == b"edited by hand"
        assert "was edited since it was made" in report()[0]["mistakes"]
        assert batch(source, "--resume", "--force").exit_code == 0
        assert Path("out/2-Ann-Lee-letter-offer-A.bak.docx").read_bytes() == b"edited by hand"
        assert stamp.is_untouched(edited.read_bytes())

    def test_what_an_earlier_run_left_unfinished_is_not_taken_for_done(self) -> None:
        waiting = Path("out.unfinished/documents")
        waiting.mkdir(parents=True)
        (waiting / "2-Ann-Lee-letter-offer-A.docx").write_bytes(b"PK\x03\x04 half")
        (waiting / "9-of-other-answers.docx").write_bytes(b"old")
        source = table(LEE)
        result = batch(source)
        assert result.exit_code == 1
        assert "out.unfinished: an earlier run was interrupted" in result.stderr
        assert batch(source, "--resume").exit_code == 0
        assert batch(source, out="undisturbed").exit_code == 0
        assert contents("out") == contents("undisturbed")


def started(*options: str) -> "subprocess.Popen[str]":
    """A real batch in a process of its own."""
    command = [sys.executable, "-m", "jobshare_docs", "batch", *options, *COMMON]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def wait_for_documents(count: int, folder: str = "out.unfinished/documents") -> None:
    for _ in range(3000):
        if Path(folder).is_dir() and sum(1 for _ in os.scandir(folder)) >= count:
            return
        time.sleep(0.01)
    raise AssertionError(f"no {count} documents in {folder}")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_killed_anywhere_goes_on_to_what_an_undisturbed_one_leaves(jobs: str) -> None:
    source = people(150)
    assert batch(source, out="undisturbed").exit_code == 0
    options = (source, "--kind", "letter", "--out", "out", "--jobs", jobs)
    for reached in (3, 60, 140):
        process = started(*options, "--resume")
        wait_for_documents(reached)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert not Path("out").exists()
    assert batch(source, "--resume", "--jobs", jobs).exit_code == 0
    assert contents("out") == contents("undisturbed")
    assert not Path("out.unfinished").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_ends_at_once_and_says_how_to_go_on(jobs: str) -> None:
    source = people(2000)
    process = started(source, "--kind", "letter", "--out", "out", "--jobs", jobs)
    wait_for_documents(10)
    asked = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    # A second, on a machine that does nothing else: a twentieth in one process, a third in two.
    assert time.monotonic() - asked < 1.5
    assert process.returncode == 1
    told = re.match(r"interrupted after (\d+) rows; (\d+) files that were made wait in", said)
    assert told, said
    made = sum(1 for _ in os.scandir("out.unfinished/documents"))
    assert int(told[2]) <= made
    assert jobs == "2" or made - 2 <= 2 * int(told[1]) <= made
    assert "To go on: jobshare-docs batch" in said
    assert said.rstrip().endswith("--resume")
    assert "Traceback" not in said
    assert not Path("out").exists()


def test_a_run_resumed_on_another_day_keeps_its_date(monkeypatch: pytest.MonkeyPatch) -> None:
    source = people(60)
    assert batch(source, out="undisturbed").exit_code == 0
    process = started(source, "--kind", "letter", "--out", "out")
    wait_for_documents(5)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    monkeypatch.delenv("JOBSHARE_DOCS_TODAY")
    assert batch(source, "--resume").exit_code == 0
    assert contents("out") == contents("undisturbed")


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


class TestNames:
    """Names of files are safe everywhere, and no two rows share one."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Ann Lee", "7-Ann-Lee-proposal.docx"),
            ("../../etc/passwd", "7-..-..-etc-passwd-proposal.docx"),
            ('a<b>:"/\\|?*\x07b', "7-a-b-b-proposal.docx"),
            ("", "7-proposal.docx"),
            ("Zo\u0065\u0308", "7-Zoë-proposal.docx"),
        ],
    )
    def test_signs_that_a_file_system_refuses(self, name: str, expected: str) -> None:
        assert _named(DEFAULT, name) == expected

    @pytest.mark.parametrize("name", ["CON", "nul", "com1", "LPT9.txt", "aux.x.y"])
    def test_names_that_windows_keeps(self, name: str) -> None:
        assert _named("{employees.A.name}", name) == f"_{name}.docx"

    def test_long_names_are_cut_and_keep_what_tells_them_apart(self) -> None:
        name = _named(DEFAULT, "é" * 500)
        assert len(name.encode()) <= 255
        assert name.startswith("7-é")
        assert name.endswith("-proposal.docx")

    @pytest.mark.parametrize(
        ("pattern", "said"),
        [
            ("{employees.A.nmae}", "'{employees.A.nmae}': there is no 'nmae'"),
            ("{row", "a brace is opened or closed alone"),
            ("{}", "'{}': "),
        ],
    )
    def test_a_pattern_that_names_nothing_is_told(self, pattern: str, said: str) -> None:
        assert said in (wrong_pattern(pattern) or "")
        assert batch(table(LEE), "--name", pattern).stderr.startswith("--name: ")

    @pytest.mark.parametrize(
        ("pattern", "unique"),
        [
            ("{row}-{kind}", True),
            ("{row}{kind}", False),
            ("{kind}-{row}", False),
            ("{row}7", False),
        ],
    )
    def test_which_patterns_tell_rows_apart_by_themselves(self, pattern: str, unique: bool) -> None:
        assert is_unique(pattern) is unique

    def test_names_that_some_file_system_takes_for_one_are_one(self) -> None:
        assert key("Ann-LEE.docx") == key("ann-lee.docx")
        assert key("Zo\u0065\u0308") == key("ZOË")

    def test_the_second_row_of_one_name_is_refused(self) -> None:
        source = table(LEE, ("ann lee", *LEE[1:]), FOX)
        result = batch(source, "--name", "{employees.A.name}")
        assert result.exit_code == 1
        assert [line["status"] for line in report()] == ["made", "refused", "made"]
        assert "put {row} into --name" in report()[1]["mistakes"]
        assert sorted(contents("out")) == [
            *("Ann-Lee-A.docx", "Ann-Lee-B.docx", "Ed-X-Y-Fox-A.docx", "Ed-X-Y-Fox-B.docx"),
            "batch.csv",
        ]


def _named(pattern: str, name: str) -> str:
    tree, _ = read_bytes(b"employees: {A: {name: x}}", "x.yaml")
    assert tree is not None
    person = tree.entries["employees"].value.entries["A"].value  # type: ignore[union-attr]  # it is a block
    old = person.entries["name"]
    person.entries["name"] = old._replace(value=type(old.value)(name, True, old.key))
    return file_name(pattern, 7, "proposal.docx", tree)


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

    from jobshare_docs.batch.run import Progress
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


def test_what_would_stop_every_row_is_told_before_any_is_made() -> None:
    Path("broken.yaml").write_text("just a text", encoding="utf-8")
    result = run("batch", people(3), "--kind", "letter", "--out", "out", "--common", "broken.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("broken.yaml:1:1: ")
    assert not Path("out.unfinished").exists()


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
