"""`batch --scheduler`: a real Dask scheduler with worker processes on this machine's loopback."""

import csv
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import batches
import pytest
from batches import COMMON, contents
from click.testing import Result
from PIL import Image

from jobshare_docs.batch.luggage import Unpacked
from jobshare_docs.batch.work import Job, work
from jobshare_docs.documents.templates import built_in_folder
from jobshare_docs.policy.loading import BUILT_IN
from jobshare_docs.problems import ProblemsFound
from jobshare_docs.version import VERSION

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
pytest.importorskip("distributed", reason="needs dask.distributed (the extra 'batch')")

_SECONDS = 60


def table(rows: int) -> None:
    batches.table(
        *((f"Ann{row} Lee", str(row), "A A C B B" if row % 50 == 7 else "") for row in range(rows)),
        headings=("employees.A.name", "employees.A.number", "schedule.weeks[0]"),
    )


def batch(out: str, *options: str) -> Result:
    return batches.batch("t.csv", *options, out=out)


def wait_for(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + _SECONDS
    while not is_so():
        assert time.monotonic() < until, "nothing happened for a minute"
        time.sleep(0.02)


@contextmanager
def cluster(
    workers: int, cwd: Path | None = None
) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """The address of a scheduler, and its worker processes."""
    own = ["--host", "127.0.0.1", "--no-dashboard"]
    where = str(Path("where.json").absolute())
    scheduler = _process("scheduler", *own, "--port", "0", "--scheduler-file", where)
    wait_for(Path("where.json").exists)
    each = ["--scheduler-file", where, "--nthreads", "1", "--no-nanny", *own]
    started = [_process("worker", *each, cwd=cwd) for _ in range(workers)]
    try:
        yield _address(workers), started
    finally:
        for process in (*started, scheduler):
            process.kill()
            process.wait()


def _process(kind: str, *options: str, cwd: Path | None = None) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "distributed.cli.dask_" + kind, *options]
    # A worker looks for nothing but what this one finds, wherever it was begun.
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=settings, cwd=cwd
    )


def _address(workers: int) -> str:
    from distributed import Client

    with Client(scheduler_file="where.json", set_as_default=False) as client:  # type: ignore[no-untyped-call]  # it has no types
        client.wait_for_workers(workers, timeout=_SECONDS)  # type: ignore[no-untyped-call]  # as above
        return str(client.scheduler.address)


def test_a_cluster_makes_what_one_process_makes_though_a_worker_is_killed() -> None:
    table(400)
    assert batch("alone").exit_code == 1
    with cluster(2) as (address, workers):
        command = [sys.executable, "-m", "jobshare_docs", "batch", "t.csv", "--kind", "letter"]
        command += ["--out", "shared", *COMMON, "--scheduler", address]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        waiting = Path("shared.unfinished/documents")
        wait_for(lambda: waiting.is_dir() and sum(1 for _ in waiting.iterdir()) > 20)
        workers[0].send_signal(signal.SIGKILL)
        assert process.poll() is None, "the batch was over before a worker was killed"
        _, said = process.communicate(timeout=120)
        assert process.returncode == 1, said.decode()
        assert workers[0].wait() == -signal.SIGKILL
    assert contents("shared") == contents("alone")
    with Path("shared/batch.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [line["row"] for line in csv.DictReader(file)]
    assert rows == [str(row) for row in range(2, 402)]


def test_a_cluster_goes_on_where_one_process_was_killed() -> None:
    table(60)
    assert batch("alone").exit_code == 1
    with cluster(1) as (address, _):
        waiting = Path("shared.unfinished/documents")
        waiting.mkdir(parents=True)
        for name in sorted(contents("alone"))[:20]:
            shutil.copy(Path("alone", name), waiting / name)
        result = batch("shared", "--scheduler", address, "--resume")
        assert result.exit_code == 1
        assert "unchanged" in result.stderr
    assert contents("shared") == contents("alone")


def test_an_interruption_ends_it_at_once_and_says_how_to_go_on() -> None:
    table(4000)
    with cluster(1) as (address, _):
        command = [sys.executable, "-m", "jobshare_docs", "batch", "t.csv", "--kind", "letter"]
        command += ["--out", "out", *COMMON, "--scheduler", address]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        waiting = Path("out.unfinished/documents")
        wait_for(lambda: waiting.is_dir() and sum(1 for _ in waiting.iterdir()) > 20)
        asked = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
        # A second, on a machine that does nothing else; here the worker beside it is at work.
        assert time.monotonic() - asked < 2
    assert process.returncode == 1
    assert said.startswith("interrupted after ")
    assert said.rstrip().endswith("--resume")


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    table(1)
    result = batch("out", "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 1
    assert result.stderr.startswith("tcp://127.0.0.1:1: no Dask scheduler answers there (")
    assert "dask scheduler" in result.stderr


def test_workers_that_share_no_folder_are_sent_policy_templates_and_logo(tmp_path: Path) -> None:
    table(4)
    _own_rules()
    own = ("--policy", "rules", "--templates", "own", "--common", "hr/organization.yaml")
    assert batch("alone", *own, "--kind=letter").exit_code == 0
    (tmp_path / "elsewhere").mkdir()
    with cluster(1, cwd=tmp_path / "elsewhere") as (address, _):
        result = batch("shared", *own, "--scheduler", address)
        assert result.exit_code == 0, result.stderr
        Path("hr/organization.yaml").write_text("organization: {logo: gone.png}\n")
        assert batch("without", *own, "--scheduler", address).exit_code == 1
    assert contents("shared") == contents("alone")
    with Path("without/batch.csv").open(encoding="utf-8-sig", newline="") as file:
        (first, *_) = csv.DictReader(file)
    assert first["mistakes"].startswith("hr/organization.yaml:1:22: organization.logo: ")
    assert "jobshare-docs-" not in first["mistakes"]


def _own_rules() -> None:
    """A policy with another figure, a wording of one's own, and a logo beside a common layer."""
    shutil.copytree(BUILT_IN, "rules")
    limits = Path("rules/limits.yaml")
    limits.write_text(limits.read_text(encoding="utf-8").replace('"1.00"', '"1.10"'))
    Path("own").mkdir()
    shutil.copy(built_in_folder() / "letter_offer.docx", "own")
    shutil.copy(built_in_folder() / "wording.yaml", "own")
    Path("hr").mkdir()
    Image.new("RGB", (40, 20), "navy").save("hr/logo.png")
    Path("hr/organization.yaml").write_text("organization: {logo: logo.png}\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["hr", ".", "one/two"])
def test_messages_of_a_worker_name_files_as_they_were_named(name: str) -> None:
    unpacked = Unpacked(((name, (("images/logo.png", b"x"),)),))
    file = unpacked.file_at(str(Path(name, "terms.yaml")))
    assert Path(file).parent.joinpath("images/logo.png").read_bytes() == b"x"
    assert unpacked.as_named(f"{file}:1:2: wrong") == f"{Path(name, 'terms.yaml')}:1:2: wrong"
    assert unpacked.at(Path("other")) == Path("other")


def test_a_worker_of_another_version_makes_nothing() -> None:
    job = Job(kind="letter", today=date(2026, 11, 22), name="{row}", version="0.0.1")
    with pytest.raises(ProblemsFound, match=f"--scheduler: a worker has jobshare-docs {VERSION}"):
        work(job, ())
