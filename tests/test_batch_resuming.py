"""`batch --resume`: what is there stays, and a run goes on behind any end."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batches import COMMON, FOX, LEE, batch, contents, people, report, table

from jobshare_docs import stamp
from jobshare_docs.policy.loading import BUILT_IN

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")


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
        assert "2 documents made, of 1 row " in other.stderr

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
