"""The folder that documents go to, and the one beside it in which they wait until all are made.

Nothing lies under its name before the whole batch is done: a new folder takes its place in one
rename; into one that is there already each file is moved. A run that was killed left whole files
and at most one half-written, which no fingerprint fits.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from jobshare_docs import pdf_seal, stamp
from jobshare_docs.archive import ArchiveError
from jobshare_docs.saving import backup_of

_UNFINISHED = ".unfinished"
_DOCUMENTS = "documents"
_PDF = ".pdf"
_MOVED_AT_ONCE = 1000
_EDITED = (
    "{name} was edited since it was made, or is not one of ours, and stays as it is: move it away,"
    " or use --force, which keeps the old one as {backup}"
)


class Shelf:
    """Where the documents of a batch lie: finished in `out`, until then in `waiting`.

    With `pdfs` each has a PDF beside it.
    """

    def __init__(self, out: Path, force: bool = False, pdfs: bool = False) -> None:
        self.out = out
        self.unfinished = out.with_name(out.name + _UNFINISHED)
        self.waiting = self.unfinished / _DOCUMENTS
        self._force, self._pdfs = force, pdfs
        self._has_earlier = out.is_dir()
        self.may_wait = self.waiting.is_dir()

    def prepare(self) -> None:
        """Make the folder in which documents wait."""
        self.waiting.mkdir(parents=True, exist_ok=True)

    def edited(self, names: Iterable[str]) -> dict[str, str]:
        """Those of these documents that may not be written, or whose PDF may not, and why."""
        return {name: why for name in names if (why := self._refusal(name))}

    def _refusal(self, name: str) -> str | None:
        if not self._has_earlier or self._force:
            return None
        names = (name, pdf_name(name)) if self._pdfs else (name,)
        for path in map(self.out.joinpath, names):
            if path.exists() and _inputs_of(path) is None:
                return _EDITED.format(name=path.name, backup=backup_of(path).name)
        return None

    def holds(self, name: str, inputs: str) -> bool:
        """Whether the document or PDF made of these inputs is there, whole and untouched."""
        places = ((self.out, self._has_earlier), (self.waiting, self.may_wait))
        return any(is_there and _inputs_of(folder / name) == inputs for folder, is_there in places)

    def document(self, name: str) -> bytes:
        """A document that waits, or that lies finished since it has not changed."""
        waits = self.waiting / name
        return (waits if waits.exists() else self.out / name).read_bytes()

    def put(self, name: str, document: bytes) -> None:
        """Write a document where it waits."""
        with (self.waiting / name).open("wb", buffering=0) as file:
            file.write(document)

    def count(self) -> int:
        """How many documents and PDFs wait."""
        return sum(1 for _ in self._waiting_names()) if self.waiting.is_dir() else 0

    def _waiting_names(self) -> Iterator[str]:
        """The names of what waits, in no order: a million names are no list in memory."""
        with os.scandir(self.waiting) as entries:
            yield from (entry.name for entry in entries)

    def sweep(self, expected: Iterable[str]) -> None:
        """Remove what waits and is none of these: an earlier run left it, of other answers."""
        wanted = frozenset(expected)
        for name in [name for name in self._waiting_names() if name not in wanted]:
            (self.waiting / name).unlink()

    def finish(self, report: Path) -> list[str]:
        """Put the documents and the report where they belong.

        Gives the PDFs that are there and whose documents are newer than they are.
        """
        outdated: list[str] = []
        if self.out.is_dir():
            outdated = sorted(filter(None, map(self._outdated, self._waiting_names())))
            while names := list(islice(self._waiting_names(), _MOVED_AT_ONCE)):
                for name in names:
                    self._move(self.waiting / name)
            report.replace(self.out / report.name)
        else:
            report.rename(self.waiting / report.name)
            self.waiting.rename(self.out)
        shutil.rmtree(self.unfinished)
        return outdated

    def _outdated(self, name: str) -> str | None:
        """The PDF beside a document that changes now while it does not."""
        pdf = pdf_name(name)
        stays = pdf != name and not (self.waiting / pdf).exists() and (self.out / pdf).exists()
        return pdf if stays else None

    def _move(self, path: Path) -> None:
        there = self.out / path.name
        if there.exists() and _inputs_of(there) is None:
            there.rename(backup_of(there))  # only with --force does it come to this
        path.replace(there)


def pdf_name(document: str) -> str:
    """What the PDF of a document is called."""
    return str(Path(document).with_suffix(_PDF))


def _inputs_of(path: Path) -> str | None:
    """The digest of what an untouched file of ours was made from; None for any other, or none."""
    try:
        content = path.read_bytes()
        if path.suffix == _PDF:
            return pdf_seal.made_of(content)
        said = stamp.read(content)
        return said.inputs if said and stamp.is_untouched(content) else None
    except (OSError, ArchiveError):
        return None
