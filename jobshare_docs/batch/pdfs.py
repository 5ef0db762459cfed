"""The PDFs of a batch: of many documents at each start of LibreOffice, in the order of the rows."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from jobshare_docs import stamp
from jobshare_docs.batch.shelf import Shelf, pdf_name
from jobshare_docs.batch.work import Outcome
from jobshare_docs.libreoffice import Press, pdfs_of
from jobshare_docs.problems import Problem

_AT_ONCE = 100  # documents of one start: enough to be worth it, few enough for a command line
_ADVICE = "the Word document is made; --resume tries again, or make the PDF in Word"

Outcomes = tuple[Outcome, ...]


class PdfDesk:
    """Adds the PDFs to outcomes whose documents are written."""

    def __init__(self, shelf: Shelf, press: Press, made: date, at_a_time: int) -> None:
        self._shelf, self._press, self._made = shelf, press, made
        self._at_a_time = at_a_time
        self._pool = ThreadPoolExecutor(at_a_time)

    def completed(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes in their order, each with its PDFs or with why there are none."""
        under_way: deque[Future[Outcomes]] = deque()
        for some in _portions(outcomes):
            under_way.append(self._pool.submit(self._with_pdfs, some))
            if len(under_way) > self._at_a_time:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()

    def close(self) -> None:
        """End every LibreOffice that still runs."""
        self._press.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _with_pdfs(self, outcomes: Outcomes) -> Outcomes:
        names = [name for outcome in outcomes for name in outcome.files]
        documents = {name: self._shelf.document(name) for name in names}
        wanted = {
            name: document for name, document in documents.items() if not self._has(name, document)
        }
        beside = self._shelf.unfinished
        made = pdfs_of(list(wanted.values()), beside, self._press, self._made) if wanted else []
        found = dict(zip(wanted, made, strict=True))
        for name, pdf in found.items():
            if isinstance(pdf, bytes):
                self._shelf.put(pdf_name(name), pdf)
        reasons = {name: why for name, why in found.items() if isinstance(why, str)}
        kept = documents.keys() - wanted.keys()
        return tuple(_with_files(outcome, reasons, kept) for outcome in outcomes)

    def _has(self, name: str, document: bytes) -> bool:
        """Whether the PDF of this very document is there."""
        said = stamp.read(document)
        return said is not None and self._shelf.holds(pdf_name(name), said.inputs)


@contextmanager
def pdf_desk(shelf: Shelf, press: Press, made: date, at_a_time: int) -> Iterator[PdfDesk]:
    """A desk that leaves no LibreOffice running, however it is left."""
    desk = PdfDesk(shelf, press, made, at_a_time)
    try:
        yield desk
    finally:
        desk.close()


def _portions(outcomes: Iterator[Outcome]) -> Iterator[Outcomes]:
    """The outcomes in portions of about as many documents as one start is worth."""
    portion: list[Outcome] = []
    count = 0
    for outcome in outcomes:
        portion.append(outcome)
        count += len(outcome.files) or 1
        if count >= _AT_ONCE:
            yield tuple(portion)
            portion, count = [], 0
    if portion:
        yield tuple(portion)


def _with_files(outcome: Outcome, reasons: dict[str, str], kept: set[str]) -> Outcome:
    """The outcome with its PDFs behind their documents, and why one could not be made."""
    files = [
        file
        for name in outcome.files
        for file in ((name,) if name in reasons else (name, pdf_name(name)))
    ]
    failed = [
        str(Problem(pdf_name(name), f"not made: {reasons[name]}; {_ADVICE}"))
        for name in outcome.files
        if name in reasons
    ]
    return replace(
        outcome,
        files=tuple(files),
        unchanged=outcome.unchanged + len(kept.intersection(outcome.files)),
        mistakes=(*outcome.mistakes, *failed),
        lacks_pdf=bool(failed),
    )
