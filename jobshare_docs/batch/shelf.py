"""The folder that documents go to, and the one beside it in which they wait until all are made.

Nothing lies under its name before the whole batch is done: a new folder takes its place in one
rename; into one that is there already each file is moved. A run that was killed left whole files
and at most one half-written, which no fingerprint fits.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from jobshare_docs import stamp
from jobshare_docs.archive import ArchiveError
from jobshare_docs.saving import backup_of

_UNFINISHED = ".unfinished"
_DOCUMENTS = "documents"
_EDITED = (
    "{name} was edited since it was made, or is not one of ours, and stays as it is: move it away,"
    " or use --force, which keeps the old one as {backup}"
)


class Shelf:
    """Where the documents of a batch lie: finished in `out`, until then in `waiting`."""

    def __init__(self, out: Path, force: bool = False) -> None:
        self.out = out
        self.unfinished = out.with_name(out.name + _UNFINISHED)
        self.waiting = self.unfinished / _DOCUMENTS
        self._force = force
        self._has_earlier = out.is_dir()
        self.may_wait = self.waiting.is_dir()

    def prepare(self) -> None:
        """Make the folder in which documents wait."""
        self.waiting.mkdir(parents=True, exist_ok=True)

    def refusal(self, name: str) -> str | None:
        """Why a file may not be written under that name, None where it may."""
        if not self._has_earlier or self._force:
            return None
        path = self.out / name
        if not path.exists() or _stamp_of(path):
            return None
        return _EDITED.format(name=name, backup=backup_of(path).name)

    def holds(self, name: str, inputs: str) -> bool:
        """Whether the document made of these inputs is there, whole and untouched."""
        places = ((self.out, self._has_earlier), (self.waiting, self.may_wait))
        return any(is_there and _stamp_of(folder / name) == inputs for folder, is_there in places)

    def put(self, name: str, document: bytes) -> None:
        """Write a document where it waits."""
        with (self.waiting / name).open("wb", buffering=0) as file:
            file.write(document)

    def sweep(self, expected: Iterable[str]) -> None:
        """Remove what waits and is none of these: an earlier run left it, of other answers."""
        wanted = frozenset(expected)
        for entry in list(os.scandir(self.waiting)):
            if entry.name not in wanted:
                Path(entry.path).unlink()

    def finish(self, report: Path) -> None:
        """Put the documents and the report where they belong."""
        if self.out.is_dir():
            for path in sorted(self.waiting.iterdir()):
                self._move(path)
            report.replace(self.out / report.name)
        else:
            report.rename(self.waiting / report.name)
            self.waiting.rename(self.out)
        shutil.rmtree(self.unfinished)

    def _move(self, path: Path) -> None:
        there = self.out / path.name
        if there.exists() and not _stamp_of(there):
            there.rename(backup_of(there))  # only with --force does it come to this
        path.replace(there)


def _stamp_of(path: Path) -> str | None:
    """The digest of what an untouched document was made from; None for any other file, or none."""
    try:
        document = path.read_bytes()
        said = stamp.read(document)
        return said.inputs if said and stamp.is_untouched(document) else None
    except (OSError, ArchiveError):
        return None
