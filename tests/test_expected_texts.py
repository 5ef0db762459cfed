"""The expected texts are compared, rewritten when asked, and none lies there unused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from word_files import paragraph, word_file

TEST = """
from pathlib import Path

def test_letter(expected):
    expected("letter", Path("letter.docx").read_bytes())

def test_nothing():
    pass
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one document and one test of it."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    (tmp_path / "tests" / "test_letter.py").write_text(TEST)
    (tmp_path / "letter.docx").write_bytes(word_file(paragraph("Dear Dana")))
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path / "tests")
    return tmp_path


def outcome(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")


def test_a_missing_text_fails_and_the_flag_writes_it(project: Path) -> None:
    missing = outcome(project)
    assert missing.returncode == 1
    assert "letter.txt is missing: run pytest --update-expected and read it" in missing.stdout
    assert outcome(project, "--update-expected").returncode == 0
    assert (project / "tests" / "expected" / "letter.txt").read_text() == "Dear Dana\n"
    assert outcome(project).returncode == 0


def test_another_text_fails_and_an_unused_one_too(project: Path) -> None:
    outcome(project, "--update-expected")
    unused = project / "tests" / "expected" / "memo.txt"
    unused.write_text("Dear Priya\n")
    whole = outcome(project)
    assert whole.returncode == 1
    assert f"{unused}: no test compares it; delete it" in whole.stdout
    assert outcome(project, "-k", "nothing").returncode == 0
    (project / "letter.docx").write_bytes(word_file(paragraph("Dear Ingrid")))
    assert "+ Dear Ingrid" in outcome(project).stdout
