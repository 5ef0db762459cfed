"""What one process does: rows in, documents out; the same rows may be given to several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from jobshare_docs.answers.layers import Layer, layer_of
from jobshare_docs.answers.loading import arranged
from jobshare_docs.batch.headings import Plan, plan_of
from jobshare_docs.batch.luggage import Luggage, Unpacked, folder_of_files, logos, together
from jobshare_docs.batch.naming import file_name
from jobshare_docs.batch.rows import Row, ground_of, layer_of_row
from jobshare_docs.batch.shelf import Shelf
from jobshare_docs.checks.answers import check
from jobshare_docs.checks.employer import policy_in
from jobshare_docs.documents.catalogue import kind_named
from jobshare_docs.documents.templates import Templates
from jobshare_docs.generate import Order, Planned, plan
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, errors
from jobshare_docs.version import VERSION
from jobshare_docs.yaml_file import Scalar, find

_OTHER_VERSION = (
    "a worker has jobshare-docs {here} and this is {there}: their documents would differ; install"
    " one version on all"
)
_LOGO = "organization.logo"
_LEVEL = 1  # for thousands: a tenth larger, in half the time


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made of every row, in plain values that any process can be sent.

    `common` are layers below each row, by name and content. Where `out` is given, documents are
    written by whoever makes them; else they come back with the outcome. `luggage` holds the folders
    of whoever does not share ours. `run` tells this run from others of the same job.
    """

    kind: str
    today: date
    name: str
    common: tuple[tuple[str, bytes], ...] = ()
    headings: tuple[str, ...] = ()
    form: str | None = None
    to: str | None = None
    policy: Path | None = None
    templates: Path | None = None
    ignore_edits: bool = False
    embed: bool = True
    force: bool = False
    pdf: bool = False
    out: Path | None = None
    luggage: Luggage = ()
    run: str = ""
    version: str = VERSION


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was made but not written: its name, the digest of its inputs, its bytes."""

    name: str
    inputs: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: whose it is, its files, what is wrong, and what is still to write.

    `lacks_pdf` tells that a document is there while its PDF could not be made; `kept` are documents
    that stay since somebody edited them; `gaps` is what is wrong, without the place in a row.
    """

    row: int
    who: str = ""
    files: tuple[str, ...] = ()
    unchanged: int = 0
    mistakes: tuple[str, ...] = ()
    failed: bool = False
    lacks_pdf: bool = False
    kept: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()


def work(job: Job, rows: tuple[Row, ...]) -> tuple[Outcome, ...]:
    """What becomes of these rows, each on its own: one that is wrong stops no other."""
    if job.version != VERSION:
        message = _OTHER_VERSION.format(here=VERSION, there=job.version)
        raise ProblemsFound([Problem("--scheduler", message)])
    bench = bench_of(job)
    return tuple(bench.outcome(row) for row in rows)


@lru_cache(maxsize=2)
def bench_of(job: Job) -> "Bench":
    """The bench of a job, one in each process."""
    return Bench(job)


class Bench:
    """One process's policy, templates and common layers, each read once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._shelf = Shelf(job.out, job.force, job.pdf) if job.out else None
        self._plan: Plan | None = plan_of(job.headings) if job.headings else None
        self._luggage = Unpacked(job.luggage)

    @cached_property
    def policy(self) -> Policy:
        """The policy; raises ProblemsFound."""
        return policy_in(self._luggage.at(self._job.policy))

    @cached_property
    def order(self) -> Order:
        """What is ordered of every row."""
        job = self._job
        return Order(
            kind=kind_named(job.kind),
            today=job.today,
            form=job.form,
            to=job.to,
            templates=Templates(self._luggage.at(job.templates)),
            embed=job.embed,
            level=_LEVEL,
        )

    @cached_property
    def common(self) -> list[Layer]:
        """The layers below each row."""
        return [
            layer_of(content, self._luggage.file_at(file), self._job.ignore_edits)
            for file, content in self._job.common
        ]

    def for_workers_elsewhere(self) -> Job:
        """The job with all that it names on this machine; raises ProblemsFound."""
        job = self._job
        folders = (folder for folder in (job.policy, job.templates) if folder)
        named = ((each.file, find(each.tree, _LOGO)) for each in self.common if each.tree)
        beside = logos((file, at.text) for file, at in named if isinstance(at, Scalar))
        luggage = together((*map(folder_of_files, folders), *beside))
        return replace(job, luggage=luggage, out=None)

    def check(self) -> None:
        """Raise ProblemsFound with what would stop every row: policy, templates, common layers."""
        unread = [problem for each in self.common if each.tree is None for problem in each.problems]
        if unread:
            raise ProblemsFound(unread)
        order = self.order.under(self.policy)
        order.templates.check()
        for sheet in [order.kind.sheet(order.form)] if order.form else order.kind.sheets.values():
            order.templates.template(sheet)

    def outcome(self, row: Row) -> Outcome:
        """What becomes of a row."""
        try:
            layer = layer_of_row(row, self._plan, self._job.ignore_edits)
            answers = arranged([ground_of(row), *self.common, layer], self.policy)
        except ProblemsFound as found:
            return self._refused(row, "", found.problems)
        who = ", ".join(one.name for one in answers.asked.arrangement.people.values() if one.name)
        problems = check(answers, self.order.kind)
        if errors(problems):
            return self._refused(row, who, problems)
        try:
            return self._made(row, who, problems, plan(answers, self.order))
        except ProblemsFound as found:
            return self._refused(row, who, [*problems, *found.problems])

    def _made(self, row: Row, who: str, problems: list[Problem], planned: list[Planned]) -> Outcome:
        names = [self._name(row, one) for one in planned]
        if self._shelf is None:
            documents = tuple(map(_document, names, planned))
            return Outcome(row.number, who, mistakes=self._told(problems), documents=documents)
        edited = self._shelf.edited(names)
        problems += [Problem(row.file, why, row.number) for why in edited.values()]
        if len(edited) == len(names):
            return replace(self._refused(row, who, problems), kept=tuple(edited))
        made = {name: one for name, one in zip(names, planned, strict=True) if name not in edited}
        unchanged = sum(self._held(self._shelf, name, one) for name, one in made.items())
        told = self._told(problems)
        return Outcome(row.number, who, tuple(made), unchanged, told, kept=tuple(edited))

    def _held(self, shelf: Shelf, name: str, planned: Planned) -> bool:
        """Whether it is there already; else it is now."""
        if shelf.holds(name, planned.stamp.inputs):
            return True
        shelf.put(name, planned.made())
        return False

    def _name(self, row: Row, planned: Planned) -> str:
        terms = planned.answers.asked
        return file_name(self._job.name, row.number, planned.file_name, terms.tree)

    def _refused(self, row: Row, who: str, problems: Sequence[Problem]) -> Outcome:
        told = self._told(problems)
        gaps = self._told(_anywhere(each, row) for each in errors(problems))
        return Outcome(row.number, who, mistakes=told, failed=True, gaps=tuple(dict.fromkeys(gaps)))

    def _told(self, problems: Iterable[Problem]) -> tuple[str, ...]:
        return tuple(self._luggage.as_named(str(problem)) for problem in problems)


def _anywhere(problem: Problem, row: Row) -> Problem:
    """The same, without its place where that is in the row."""
    return replace(problem, where="", line=None) if problem.where == row.file else problem


def _document(name: str, planned: Planned) -> Document:
    return Document(name, planned.stamp.inputs, planned.made())
