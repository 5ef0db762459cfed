"""--pdf: what it writes, what it never overwrites, and what is said where LibreOffice fails."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from click.testing import Result
from commands import run
from needed_programs import needs_libreoffice
from process_ends import is_gone

from jobshare_docs.libreoffice import convert, find, working_folder

pytestmark = pytest.mark.usefixtures("beside_the_nurse")
DOCUMENT = "nurse/documents/summary.docx"
PDF = "nurse/documents/summary.pdf"

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a sh script")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator["Office"]:
    """A program in LibreOffice's place, that does what a test wants to see."""
    yield Office(tmp_path / "soffice", monkeypatch)


class Office:
    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        monkeypatch.setenv("JOBSHARE_DOCS_SOFFICE", str(path))

    def does(self, *lines: str) -> Path:
        self.path.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)
        return self.path


def summary(*options: str) -> Result:
    return run("summary", "nurse", "--today", "2026-11-22", *options)


def written(folder: str = "nurse/documents") -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*")) if Path(folder).exists() else []


@needs_libreoffice
class TestWithLibreOffice:
    """The real program, from the command to the file."""

    def test_each_document_has_its_pdf_beside_it_and_nothing_else_is_left(self) -> None:
        files = [f"nurse/{name}" for name in ("organization.yaml", "terms.yaml")]
        result = run("all", "nurse", *files, "--pdf")
        assert (result.exit_code, result.stderr) == (0, "")
        documents = [name for name in written() if name.endswith(".docx")]
        assert len(documents) > 3
        both = [*documents, *(name.replace(".docx", ".pdf") for name in documents)]
        assert written() == sorted(both)
        assert sorted(Path(line).name for line in result.stdout.splitlines()) == sorted(both)

    def test_the_title_bears_what_people_are_called(self) -> None:
        answers = Path("nurse/answers.yaml").read_text(encoding="utf-8")
        position = "Community Health Nurse"
        assert f"title: {position}\n" in answers
        changed = answers.replace(f"title: {position}\n", "title: O'Rourke & Sons <A>\n")
        Path("nurse/answers.yaml").write_text(changed, encoding="utf-8")
        summary("--pdf")
        with pikepdf.open(PDF) as pdf, pdf.open_metadata() as metadata:
            assert "O'Rourke & Sons <A>" in metadata["dc:title"]
            assert metadata["dc:title"] == str(pdf.docinfo.Title)

    def test_a_setting_asks_for_it_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("JOBSHARE_DOCS_PDF", "1")
        assert summary().exit_code == 0
        assert written() == ["summary.docx", "summary.pdf"]

    def test_names_with_accents_and_blanks_are_no_hindrance(self) -> None:
        result = summary("--pdf", "-o", "Été à 50 %")
        assert (result.exit_code, result.stderr) == (0, "")
        assert written("Été à 50 %") == ["summary.docx", "summary.pdf"]

    def test_equal_answers_give_equal_bytes(self) -> None:
        summary("--pdf", "-o", "one")
        summary("--pdf", "-o", "two")
        assert Path("one/summary.pdf").read_bytes() == Path("two/summary.pdf").read_bytes()

    def test_ours_is_replaced_and_an_edited_one_never(self) -> None:
        summary("--pdf")
        first = Path(PDF).read_bytes()
        assert run("summary", "nurse", "--today", "2026-11-23", "--pdf").exit_code == 0
        edited = Path(PDF).read_bytes() + b"% a reader's note\n"
        assert edited[: len(first)] != first
        Path(PDF).write_bytes(edited)
        document = Path(DOCUMENT).read_bytes()
        result = summary("--pdf")
        assert result.exit_code == 1
        assert result.stderr.startswith(f"{Path(PDF)}: this file was edited since it was made")
        assert (Path(PDF).read_bytes(), Path(DOCUMENT).read_bytes()) == (edited, document)
        assert summary("--pdf", "--force").exit_code == 0
        assert Path("nurse/documents/summary.bak.pdf").read_bytes() == edited
        assert Path(PDF).read_bytes() == first

    def test_somebody_elses_pdf_stays(self) -> None:
        Path("nurse/documents").mkdir()
        Path(PDF).write_bytes(b"%PDF-1.4 scanned")
        result = summary("--pdf")
        assert result.exit_code == 1
        assert "or is not one of ours" in result.stderr
        assert written() == ["summary.pdf"]

    def test_a_pdf_that_no_longer_fits_its_document_is_told(self) -> None:
        summary("--pdf")
        result = run("summary", "nurse", "--today", "2026-11-23")
        assert result.exit_code == 0
        assert result.stderr == (
            f"{Path(PDF)}: warning: was made from an earlier version of summary.docx;"
            " make it anew with --pdf, or delete it\n"
        )

    def test_a_file_that_is_no_document_does_not_stop_the_others(self, tmp_path: Path) -> None:
        summary()
        broken = tmp_path / "broken.docx"
        broken.write_bytes(b"PK\x03\x04 cut short")
        with working_folder(tmp_path) as folder:
            first, second = convert([broken, Path(DOCUMENT)], folder, find())
            assert first.pdf is None
            assert first.reason.startswith("LibreOffice ended without making it")
            assert second.pdf is not None
            assert second.pdf.read_bytes().startswith(b"%PDF-")

    @pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
    def test_nothing_is_written_outside_the_output_folder(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """Apart from LibreOffice's own installation, and a nameless socket while it runs."""
        monkeypatch.setenv("JOBSHARE_DOCS_CACHE", "")  # no compiled template is kept either
        trace = tmp_path / "trace.txt"
        command = [sys.executable, "-B", "-m", "jobshare_docs", "summary", "nurse", "--pdf"]
        watch = ["strace", "-f", "-qq", "-e", "trace=openat,mkdir,rename,link", "-o", str(trace)]
        subprocess.run([*watch, *command], check=True, capture_output=True)
        inside = str(tmp_path / "nurse" / "documents")
        astray = {
            path
            for line in trace.read_text(errors="replace").splitlines()
            if ("O_CREAT" in line or "mkdir(" in line or "rename(" in line) and "= -1" not in line
            for path in line.split('"')[1::2]
        }
        assert any(path.startswith(inside) for path in astray)
        relative = ("nurse/documents", "/dev/null")
        assert not {
            path
            for path in astray
            if not path.startswith((inside, *relative)) and "/uno_packages/cache/" not in path
        }


class TestWithoutLibreOffice:
    """Where there is none, nothing is begun."""

    def test_the_package_is_named_before_anything_is_written(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setattr(sys, "platform", "linux")
        result = summary("--pdf")
        assert result.exit_code == 1
        assert result.stderr == (
            "--pdf: a PDF is made by LibreOffice, which is not on this computer: install it (on"
            " Debian or Ubuntu: 'sudo apt install libreoffice-writer', or without a desktop"
            " 'libreoffice-writer-nogui'), or name its program soffice in JOBSHARE_DOCS_SOFFICE;"
            " without --pdf the Word documents are made all the same\n"
        )
        assert written() == []

    @pytest.mark.parametrize(
        ("system", "setting", "place"),
        [
            ("win32", "ProgramFiles", "LibreOffice/program/soffice.com"),
            ("darwin", "HOME", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ],
    )
    def test_it_is_found_where_other_systems_put_it(
        self,
        system: str,
        setting: str,
        place: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setenv(setting, str(tmp_path))
        monkeypatch.setattr(sys, "platform", system)
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_bytes(b"")
        assert find() == tmp_path / place

    def test_a_program_that_is_not_there_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("JOBSHARE_DOCS_SOFFICE", "nowhere/soffice")
        result = summary("--pdf")
        assert result.exit_code == 1
        assert result.stderr == (
            "JOBSHARE_DOCS_SOFFICE: there is no program 'nowhere/soffice': correct it, or remove"
            " it, and soffice is looked for\n"
        )
        assert written() == []


@not_on_windows
class TestWhenLibreOfficeFails:
    """One clear line, the Word documents, status 1, and nothing left behind."""

    ADVICE = "the Word documents are written; run this again, or make the PDF in Word\n"

    def test_it_crashes(self, office: Office) -> None:
        office.does("echo 'Fatal exception: signal 11'", "kill -SEGV $$")
        result = summary("--pdf")
        assert result.exit_code == 1
        assert result.stdout == f"{Path(DOCUMENT)}\n"
        assert result.stderr == (
            "summary.pdf: not made: LibreOffice broke off (SIGSEGV) and said: Fatal exception:"
            f" signal 11; {self.ADVICE}"
        )
        assert written() == ["summary.docx"]

    def test_it_writes_nothing(self, office: Office) -> None:
        office.does("exit 0")
        result = summary("--pdf")
        assert result.exit_code == 1
        assert result.stderr == (
            f"summary.pdf: not made: LibreOffice ended without making it; {self.ADVICE}"
        )
        assert written() == ["summary.docx"]

    def test_it_writes_half_a_file(self, office: Office) -> None:
        office.does("printf '%%PDF-1.6 half' > ../pdf/0.pdf")
        assert "summary.pdf: not made: " in summary("--pdf").stderr
        assert written() == ["summary.docx"]

    def test_it_cannot_be_started(self, office: Office) -> None:
        office.does().write_bytes(b"no program")
        result = summary("--pdf")
        assert result.exit_code == 1
        assert "cannot be started (Exec format error)" in result.stderr
        assert written() == ["summary.docx"]

    def test_several_documents_are_one_line(self, office: Office) -> None:
        office.does("exit 3")
        result = run("all", "nurse", "--pdf", "-q")
        said = [line for line in result.stderr.splitlines() if "not made: Libre" in line]
        assert len(said) == 1
        assert "proposal.pdf, summary.pdf" in said[0]
        assert ": not made: LibreOffice broke off (status 3); " in said[0]

    def test_it_hangs_and_is_ended_with_its_children(self, office: Office, tmp_path: Path) -> None:
        soffice = office.does("sleep 300 & echo $! > ../child", "sleep 300")
        file = tmp_path / "summary.docx"
        file.write_bytes(b"")
        with working_folder(tmp_path) as folder:
            (found,) = convert([file], folder, soffice, seconds=0.5)
            assert found.pdf is None
            assert found.reason == "LibreOffice had not finished after 0.5 seconds and was stopped"
            assert is_gone(int((folder / "child").read_text()))

    def test_an_interruption_leaves_nothing(self, office: Office) -> None:
        office.does("sleep 300 & echo $! > ../../../../child.txt", "sleep 300")
        command = [sys.executable, "-m", "jobshare_docs", "summary", "nurse", "--pdf"]
        for asked in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
            child = int(appeared(Path("nurse/child.txt")))
            process.send_signal(asked)
            assert "interrupted: nothing was written" in process.communicate(timeout=20)[1]
            assert process.returncode == 1
            assert is_gone(child)
            assert not Path("nurse/documents").exists()
            Path("nurse/child.txt").unlink()


def test_what_an_earlier_run_left_is_removed_a_day_later(tmp_path: Path) -> None:
    old, new = tmp_path / ".~pdf-old", tmp_path / ".~pdf-new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "summary.docx").write_bytes(b"")
    yesterday = time.time() - 25 * 60 * 60
    os.utime(old, (yesterday, yesterday))
    with working_folder(tmp_path):
        pass
    assert [path.name for path in tmp_path.glob(".~pdf-*")] == [".~pdf-new"]


def appeared(path: Path) -> str:
    """What a file says as soon as it says something."""
    for _ in range(200):
        if path.exists() and path.read_text().strip():
            return path.read_text()
        time.sleep(0.05)
    raise AssertionError(f"{path} does not appear")
