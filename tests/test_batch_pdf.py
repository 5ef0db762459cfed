"""`batch --pdf`: many PDFs at each start of LibreOffice, also where it fails on one document."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import batches
import pytest
from batches import COMMON, contents
from click.testing import Result
from commands import run
from needed_programs import needs_libreoffice
from process_ends import is_gone

from jobshare_docs import pdf_seal

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
STAND_IN = '''#!{python}
"""Stands in for LibreOffice: a PDF of each document, but for the people it does not get over."""
import os, pathlib, signal, sys, time, zipfile

pathlib.Path("{starts}").open("a").write(str(os.getpid()) + "\\n")
outdir = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
for file in sys.argv[sys.argv.index("--outdir") + 2:]:
    words = zipfile.ZipFile(file).read("word/document.xml").decode()
    if "Crash" in words:
        sys.stderr.write("convert /a -> /b\\nFatal exception: signal 11\\n/usr/lib/x(+0x1)[0x2]\\n")
        sys.stderr.flush()
        os.kill(os.getpid(), signal.SIGSEGV)
    if "Hang" in words:
        time.sleep(300)
    if "Skip" in words:
        continue
    if "Slow" in words:
        time.sleep(0.3)
    pdf = outdir / (pathlib.Path(file).stem + ".pdf")
    pdf.write_text("%PDF-1.6\\n%" + str(hash(words) and len(words)) + "\\nstartxref\\n9\\n%%EOF\\n")
'''

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "soffice"
    starts = tmp_path / "starts.txt"
    path.write_text(STAND_IN.format(python=sys.executable, starts=starts), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("JOBSHARE_DOCS_SOFFICE", str(path))
    monkeypatch.setenv("JOBSHARE_DOCS_SOFFICE_SECONDS", "2")


def starts() -> list[int]:
    return [int(line) for line in Path("starts.txt").read_text().splitlines()]


def table(*names: str) -> str:
    rows = ((f"{name} Lee",) for name in names)
    return batches.table(*rows, headings=("employees.A.name",))


def batch(source: str, *options: str, out: str = "out") -> Result:
    return batches.batch(source, "--to", "A", *options, out=out)


def started(source: str, *options: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "jobshare_docs", "batch", source, "--kind", "letter"]
    command += ["--to", "A", "--out", "out", *COMMON, *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def report(folder: str = "out") -> dict[str, dict[str, str]]:
    return {line["who"].split()[0]: line for line in batches.report(folder)}


def wait_for(pattern: str, count: int = 1) -> None:
    until = time.monotonic() + 60
    while len(list(Path().glob(pattern))) < count:
        assert time.monotonic() < until, f"no {count} of {pattern}"
        time.sleep(0.01)


@needs_libreoffice
class TestWithLibreOffice:
    """The real program."""

    def test_each_document_has_the_pdf_that_it_has_when_made_alone(self) -> None:
        result = batch(table("Ann", "Bea", "Cleo"), "--pdf", "--zip", "all.zip")
        assert result.exit_code == 0, result.stderr
        assert "6 documents and PDFs made, of 3 rows" in result.stderr
        assert report()["Ann"]["files"].splitlines() == [
            "2-Ann-Lee-letter-offer-A.docx",
            "2-Ann-Lee-letter-offer-A.pdf",
        ]
        assert len(contents("out")) == 7
        with zipfile.ZipFile("all.zip") as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == contents("out")
        Path("ann.yaml").write_text("employees: {A: {name: Ann Lee}}\n", encoding="utf-8")
        layers = [*(each.removeprefix("--common=") for each in COMMON), "ann.yaml"]
        alone = ["letter", *layers, "--to", "A", "--pdf", "-o", "alone"]
        assert run(*alone).exit_code == 0
        single = Path("alone/letter-offer-A.pdf").read_bytes()
        assert contents("out")["2-Ann-Lee-letter-offer-A.pdf"] == single

    def test_a_run_killed_in_the_middle_goes_on_to_what_an_undisturbed_one_leaves(self) -> None:
        source = table(*(f"Ann{number}" for number in range(40)))
        assert batch(source, "--pdf", out="undisturbed").exit_code == 0
        process = started(source, "--pdf")
        wait_for("out.unfinished/.~pdf-*/0/pdf/*.pdf", 5)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert not Path("out").exists()
        assert batch(source, "--pdf", "--resume", "--jobs", "2").exit_code == 0
        assert contents("out") == contents("undisturbed")
        assert not Path("out.unfinished").exists()


@not_on_windows
@pytest.mark.usefixtures("stand_in")
class TestWhenLibreOfficeFails:
    """One document stops no other."""

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_the_others_get_their_pdf_and_the_report_says_which_lacks_it(self, jobs: str) -> None:
        source = table("Ann", "Crash", "Bea", "Hang", "Skip", "Cleo")
        result = batch(source, "--pdf", "--jobs", jobs)
        assert result.exit_code == 1
        assert "3 rows lack a PDF; out/batch.csv says why, and --resume tries" in result.stderr
        lines = report()
        assert {who: line["status"] for who, line in lines.items()} == {
            **dict.fromkeys(("Ann", "Bea", "Cleo"), "made"),
            **dict.fromkeys(("Crash", "Hang", "Skip"), "no PDF"),
        }
        advice = "the Word document is made; --resume tries again, or make the PDF in Word"
        assert lines["Crash"]["files"] == "3-Crash-Lee-letter-offer-A.docx"
        assert lines["Crash"]["mistakes"] == (
            "3-Crash-Lee-letter-offer-A.pdf: not made: LibreOffice broke off (SIGSEGV) and said:"
            f" Fatal exception: signal 11; {advice}"
        )
        assert lines["Hang"]["mistakes"] == (
            "5-Hang-Lee-letter-offer-A.pdf: not made: LibreOffice had not finished after 2 seconds"
            f" and was stopped; {advice}"
        )
        assert "not made: LibreOffice ended without making it" in lines["Skip"]["mistakes"]
        assert len(list(Path("out").glob("*.docx"))) == 6
        assert len(list(Path("out").glob("*.pdf"))) == 3
        assert len(starts()) == 3
        assert all(map(is_gone, starts()))

    def test_resumed_it_tries_those_again_and_no_other(self) -> None:
        source = table("Ann", "Skip", "Bea")
        assert batch(source, "--pdf").exit_code == 1
        before = contents("out")
        table("Ann", "Dora", "Bea")
        result = batch(source, "--pdf", "--resume")
        assert result.exit_code == 0
        assert "2 documents and PDFs made, 4 unchanged, of 3 rows" in result.stderr
        assert {name: contents("out")[name] for name in before if "Ann" in name} == {
            name: content for name, content in before.items() if "Ann" in name
        }
        assert len(starts()) == 2

    def test_one_that_fails_at_every_start_is_given_up(self) -> None:
        result = batch(table(*(f"Crash{number}" for number in range(9))), "--pdf")
        assert result.exit_code == 1
        assert len(starts()) == 5
        last = report()["Crash8"]["mistakes"]
        assert "LibreOffice failed 5 times in a row and was not started again; last, Libre" in last
        assert len(list(Path("out").glob("*.docx"))) == 9

    def test_an_interruption_ends_it_at_once_and_says_how_to_go_on(self) -> None:
        for asked in (signal.SIGINT, signal.SIGTERM):
            process = started(table("Ann", "Hang"), "--pdf")
            wait_for("out.unfinished/.~pdf-*/0/pdf/*.pdf")
            begun = time.monotonic()
            os.kill(process.pid, asked)
            _, said = process.communicate(timeout=20)
            # A second, on a machine that does nothing else, where it takes a twentieth.
            assert time.monotonic() - begun < 1.5
            assert process.returncode == 1
            assert "interrupted after 0 rows" in said
            assert said.rstrip().endswith("--pdf --resume")
            assert all(map(is_gone, starts()))
            assert not Path("out").exists()
            assert not list(Path("out.unfinished").glob(".~pdf-*"))
            shutil.rmtree("out.unfinished")


@not_on_windows
@pytest.mark.usefixtures("stand_in")
class TestWhatIsThere:
    """A PDF that somebody edited is never written over, and one that is old is told."""

    def test_an_edited_pdf_stays(self) -> None:
        source = table("Ann", "Bea")
        batch(source, "--pdf")
        edited = Path("out/2-Ann-Lee-letter-offer-A.pdf")
        edited.write_bytes(edited.read_bytes() + b"% a note\n")
        result = batch(source, "--pdf", "--resume")
        assert result.exit_code == 1
        assert report()["Ann"]["mistakes"].startswith("t.csv:2: 2-Ann-Lee-letter-offer-A.pdf was")
        assert edited.read_bytes().endswith(b"% a note\n")
        assert batch(source, "--pdf", "--resume", "--force").exit_code == 0
        assert Path("out/2-Ann-Lee-letter-offer-A.bak.pdf").read_bytes().endswith(b"% a note\n")
        assert pdf_seal.is_untouched(edited.read_bytes())

    def test_a_pdf_older_than_its_document_is_told_and_made_anew(self) -> None:
        source = table("Ann")
        batch(source, "--pdf")
        Path("more.yaml").write_text("position: {title: Clerk}\n", encoding="utf-8")
        changed = batch(source, "--resume", "--common=more.yaml")
        assert changed.exit_code == 0
        assert "A.pdf: warning: was made from an earlier version of its document" in changed.stderr
        anew = batch(source, "--pdf", "--resume", "--common=more.yaml")
        assert "1 documents and PDFs made, 1 unchanged" in anew.stderr

    def test_a_program_that_is_not_there_is_told_first(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("JOBSHARE_DOCS_SOFFICE", "nowhere/soffice")
        result = batch(table("Ann"), "--pdf")
        assert result.stderr.startswith("JOBSHARE_DOCS_SOFFICE: there is no program")
        assert not Path("out.unfinished").exists()

    def test_a_limit_that_is_no_number_is_told_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("JOBSHARE_DOCS_SOFFICE_SECONDS", "soon")
        result = batch(table("Ann"), "--pdf")
        assert result.stderr.startswith("JOBSHARE_DOCS_SOFFICE_SECONDS: 'soon' is no number of")
        assert not Path("out.unfinished").exists()
