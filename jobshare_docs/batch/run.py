"""A batch from its first row to its report: rows are handed out, outcomes come back in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from itertools import islice

from jobshare_docs.batch.counting import Progress
from jobshare_docs.batch.executors import Here, result_of
from jobshare_docs.batch.naming import is_unique, key
from jobshare_docs.batch.report import NAME, files_of, report_at
from jobshare_docs.batch.rows import Row
from jobshare_docs.batch.shelf import Shelf
from jobshare_docs.batch.work import Document, Job, Outcome, work

_AT_ONCE = 16  # rows of a task elsewhere: enough to be worth sending, few enough to end soon
_SAME_NAME = "its file '{name}' would have the name of another row's: put {{row}} into --name"


def run(
    job: Job,
    rows: Iterable[Row],
    shelf: Shelf,
    executor: Executor,
    waiting: int,
    tell: Callable[[Progress], None],
    with_pdfs: Callable[[Iterator[Outcome]], Iterator[Outcome]] = iter,
) -> Progress:
    """Make the documents of every row, and the report; `waiting` tasks are under way at a time.

    `with_pdfs` adds to outcomes whose documents are written; `tell` hears of every row.
    Interrupted, it leaves what was made where a later run finds it.
    """
    shelf.prepare()
    report_path = shelf.unfinished / NAME
    done, desk = Progress(), _Desk(shelf, is_unique(job.name))
    with report_at(report_path) as report:
        shelved = map(desk.shelved, _outcomes(job, rows, executor, waiting))
        for outcome in with_pdfs(shelved):
            report.add(outcome)
            done = done.after(outcome)
            tell(done)
    if shelf.may_wait:
        shelf.sweep(files_of(report_path))
    return replace(done, outdated=tuple(shelf.finish(report_path)))


def _outcomes(job: Job, rows: Iterable[Row], executor: Executor, waiting: int) -> Iterator[Outcome]:
    """The outcomes in the order of the rows, with never more than so many tasks under way."""
    remaining = iter(rows)
    at_once = 1 if isinstance(executor, Here) else _AT_ONCE
    under_way: deque[Future[tuple[Outcome, ...]]] = deque()
    while task := tuple(islice(remaining, at_once)):
        under_way.append(executor.submit(work, job, task))
        if len(under_way) >= waiting:
            yield from result_of(under_way.popleft())
    while under_way:
        yield from result_of(under_way.popleft())


class _Desk:
    """Writes the documents that came back from a process that wrote none itself."""

    def __init__(self, shelf: Shelf, all_differ: bool) -> None:
        self._shelf = shelf
        self._all_differ = all_differ
        self._names: set[str] = set()

    def shelved(self, outcome: Outcome) -> Outcome:
        """The outcome with its documents written, or refused where they may not be."""
        if not outcome.documents:
            return outcome
        names = [each.name for each in outcome.documents]
        wrong = tuple(_SAME_NAME.format(name=each) for each in names if key(each) in self._names)
        if wrong:
            return self._refused(outcome, wrong)
        if not self._all_differ:
            self._names.update(map(key, names))
        edited = self._shelf.edited(names)
        outcome = replace(outcome, kept=tuple(edited))
        if len(edited) == len(names):
            return self._refused(outcome, edited.values())
        made = [each for each in outcome.documents if each.name not in edited]
        return replace(
            outcome,
            files=tuple(each.name for each in made),
            unchanged=sum(map(self._held, made)),
            mistakes=(*outcome.mistakes, *edited.values()),
            documents=(),
        )

    def _refused(self, outcome: Outcome, why: Iterable[str]) -> Outcome:
        return replace(outcome, mistakes=(*outcome.mistakes, *why), failed=True, documents=())

    def _held(self, document: Document) -> bool:
        if self._shelf.holds(document.name, document.inputs):
            return True
        self._shelf.put(document.name, document.content)
        return False
