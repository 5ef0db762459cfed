"""What --pdf adds to a command that makes documents."""

import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType

from jobshare_docs.problems import Problem, Severity

_STALE = "was made from an earlier version of {name}; make it anew with --pdf, or delete it"

# To end, and that the terminal was closed, which Windows does not know.
_REQUESTS = [signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]


def office() -> Path:
    """LibreOffice's program; raises `ProblemsFound` with the package to install."""
    from jobshare_docs.libreoffice import find

    return find()


def pdfs_of(
    documents: Mapping[Path, bytes], program: Path, today: date
) -> tuple[dict[Path, bytes], list[Problem]]:
    """The PDFs by path, and what LibreOffice could not make."""
    from jobshare_docs.libreoffice import pdfs

    with ended_like_interrupted():
        return pdfs(documents, program, today)


def outdated(documents: Mapping[Path, bytes], made: Mapping[Path, bytes]) -> list[Problem]:
    """A warning for each PDF beside a document that changes now while the PDF does not."""
    found = {path: path.with_suffix(".pdf") for path in documents}
    return [
        Problem(str(pdf), _STALE.format(name=path.name), severity=Severity.WARNING)
        for path, pdf in found.items()
        if pdf not in made and pdf.is_file() and _changes(path, documents[path])
    ]


def _changes(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content


@contextmanager
def ended_like_interrupted() -> Iterator[None]:
    """A polite request to end clears up as Ctrl-C does: no working folder, no soffice is left."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {each: signal.getsignal(each) for each in _REQUESTS}
    heard = [each for each in before if before[each] is not signal.SIG_IGN]  # as nohup asks
    for each in heard:
        signal.signal(each, _interrupt)
    try:
        yield
    finally:
        for each in heard:
            signal.signal(each, before[each])


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
