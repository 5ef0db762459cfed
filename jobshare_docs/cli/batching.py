"""The `batch` command: thousands of documents at once."""

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.batch.beginning import check_folders, date_of_batch, keep_date
from jobshare_docs.batch.counting import Progress
from jobshare_docs.batch.executors import dask_cluster, processes
from jobshare_docs.batch.naming import DEFAULT, is_unique, wrong_pattern
from jobshare_docs.batch.report import NAME, files_of
from jobshare_docs.batch.rows import Row
from jobshare_docs.batch.run import run
from jobshare_docs.batch.shelf import Shelf
from jobshare_docs.batch.sources import source_at
from jobshare_docs.batch.work import Job, Outcome, bench_of
from jobshare_docs.batch.zipping import zip_files
from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli import pdf_making
from jobshare_docs.cli.batch_end import tell_end
from jobshare_docs.cli.options import (
    EMPLOYEE,
    OneOf,
    embed_option,
    ignore_edits_option,
    policy_option,
    templates_option,
    today_option,
)
from jobshare_docs.cli.own_templates import own_templates
from jobshare_docs.cli.progress import ProgressLine
from jobshare_docs.cli.reporting import MISTAKES, reporting, say
from jobshare_docs.documents.catalogue import CATALOGUE, LETTER
from jobshare_docs.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    from jobshare_docs.libreoffice import Press

_ON_A_CLUSTER = 64  # tasks under way: enough for many workers, few enough to hold in memory
_FOR_EACH = 4  # tasks under way for each process


@click.command(
    "batch",
    epilog="Example: jobshare-docs batch staff.csv --kind letter --common organization.yaml"
    " --common terms.yaml --out letters",
)
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--kind", required=True, type=OneOf(list(CATALOGUE)), help="What to make of each row."
)
@click.option(
    "-o", "--out", required=True, type=click.Path(path_type=Path), metavar="FOLDER",
    help="Where to put the documents and the report, batch.csv.",
)  # fmt: skip
@click.option(
    "--common", multiple=True, type=click.Path(), metavar="FILE",
    help="Answers that all have in common; each row is laid over them. May be given several times.",
)  # fmt: skip
@click.option("--form", type=OneOf(list(LETTER.sheets)), help="Which form letters take.")
@click.option("--to", type=EMPLOYEE, help="Only what goes to this employee.")
@click.option(
    "--name", "pattern", default=DEFAULT, show_default=True, metavar="PATTERN",
    help="How files are called: {row}, {kind}, and dotted names of the answers.",
)  # fmt: skip
@click.option(
    "--resume", is_flag=True,
    help="Go on after an interruption, and make only what is missing or changed.",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1), default=1, metavar="N",
    help="Use so many processes of this computer.",
)  # fmt: skip
@click.option(
    "--scheduler", metavar="ADDRESS", help="Use the workers of a Dask scheduler, tcp://HOST:8786."
)
@click.option(
    "--pdf", is_flag=True, envvar="JOBSHARE_DOCS_PDF",
    help="Also make a PDF of each, through LibreOffice on this computer; with --jobs N so many"
    " LibreOffices at a time.",
)  # fmt: skip
@click.option(
    "--zip", "archive", type=click.Path(path_type=Path), metavar="FILE",
    help="Also put all the documents into one archive.",
)  # fmt: skip
@today_option
@click.option(
    "--force", is_flag=True, help="Replace a document that somebody edited; the old one is kept."
)
@policy_option
@templates_option
@ignore_edits_option
@embed_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of progress.")
@reporting
def batch_command(
    source: Path, out: Path, pattern: str, resume: bool, archive: Path | None, quiet: bool,
    jobs: int, scheduler: str | None, today: date | None, common: tuple[str, ...], **details: Any,
) -> None:  # fmt: skip
    """Make documents for many arrangements at once.

    SOURCE is a folder of answers files or of proposals, or a table (.csv, .xlsx) with one
    arrangement a row, whose headings are dotted names, such as employees.A.name or
    schedule.weeks[0]; 'jobshare-docs new --table FILE.csv' writes an empty one. A row that is wrong
    stops no other: batch.csv tells what became of each.
    """
    rules = policy_in(details["policy"])
    blocks = blocks_of(rules)
    if wrong := wrong_pattern(pattern, blocks):
        raise ProblemsFound([Problem("--name", wrong)])
    press = _press() if details["pdf"] else None
    arrangements = source_at(source, blocks)
    layers = tuple((name, _content(name)) for name in common)
    shelf = Shelf(out, force=details["force"], pdfs=details["pdf"])
    check_folders(shelf, resume)
    job = _job(pattern, today, layers, arrangements.headings, shelf, details)
    own_templates(details["templates"], rules, quiet)
    job = _checked(job, is_sent=scheduler is not None)
    shelf.prepare()
    keep_date(shelf, job.today)
    progress = ProgressLine(len(arrangements), quiet)
    done = _done(job, arrangements.rows(), shelf, _Workers(jobs, scheduler), press, progress)
    progress.clear()
    if archive:
        _zip(out, out / NAME, archive)
    click.echo(out / NAME)
    if tell_end(done, out, progress.rate(), details["pdf"], resume):
        sys.exit(MISTAKES)


class _Workers(NamedTuple):
    """Who does the work: processes of this computer, or the workers of a Dask scheduler."""

    jobs: int
    scheduler: str | None

    @property
    def tasks(self) -> int:
        """How many tasks may be under way at a time."""
        if self.scheduler:
            return _ON_A_CLUSTER
        return self.jobs * _FOR_EACH if self.jobs > 1 else 1

    def executor(self) -> AbstractContextManager[Executor]:
        return dask_cluster(self.scheduler) if self.scheduler else processes(self.jobs)


def _job(
    pattern: str, today: date | None, common: tuple[tuple[str, bytes], ...],
    headings: tuple[str, ...], shelf: Shelf, details: dict[str, Any],
) -> Job:  # fmt: skip
    return Job(
        name=pattern,
        today=today or date_of_batch(shelf) or date.today(),
        common=common,
        headings=headings,
        out=shelf.out if is_unique(pattern) else None,
        run=os.urandom(8).hex(),
        **details,
    )


def _checked(job: Job, is_sent: bool) -> Job:
    """The job as workers are given it; raises ProblemsFound with what would stop every row."""
    bench = bench_of(job)
    bench.check()
    return bench.for_workers_elsewhere() if is_sent else job


def _done(
    job: Job, rows: Iterator[Row], shelf: Shelf, workers: _Workers, press: "Press | None",
    progress: ProgressLine,
) -> Progress:  # fmt: skip
    """What was made; an interruption ends the command, and tells how to go on."""
    try:
        with pdf_making.ended_like_interrupted(), ExitStack() as open_:
            executor = open_.enter_context(workers.executor())
            with_pdfs = _with_pdfs(open_, press, shelf, job.today, workers.jobs)
            return run(job, rows, shelf, executor, workers.tasks, progress, with_pdfs)
    except KeyboardInterrupt:
        progress.clear()
        say(_how_to_go_on(progress.last, shelf))
        sys.exit(MISTAKES)


def _content(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}; correct its name"
        raise ProblemsFound([Problem(name, message)]) from error


def _press() -> "Press":
    from jobshare_docs.libreoffice import Press, find  # only where PDFs are asked for

    return Press(find())


def _with_pdfs(
    open_: ExitStack, press: "Press | None", shelf: Shelf, made: date, at_a_time: int
) -> Callable[[Iterator[Outcome]], Iterator[Outcome]]:
    """What adds PDFs to outcomes; without LibreOffice it leaves them as they are."""
    if press is None:
        return iter
    from jobshare_docs.batch.pdfs import pdf_desk  # only where PDFs are asked for

    return open_.enter_context(pdf_desk(shelf, press, made, at_a_time)).completed


def _zip(out: Path, report: Path, archive: Path) -> None:
    try:
        zip_files(out, (*files_of(report), NAME), archive)
    except KeyboardInterrupt:
        say(f"interrupted: all is made and lies in {out}; for {archive} alone, use --resume")
        sys.exit(MISTAKES)
    click.echo(archive)


def _how_to_go_on(last: Progress, shelf: Shelf) -> str:
    command = [argument for argument in sys.argv[1:] if argument != "--resume"]
    return (
        f"interrupted after {last.rows:,} rows; {shelf.count():,} files that were made wait in"
        f" {shelf.unfinished}\n"
        f"To go on: jobshare-docs {shlex.join([*command, '--resume'])}"
    )
