"""Files written all or none: beside their places first, then renamed into them.

Whatever goes wrong on the way, a full disk or an interruption, the files that were there before are
there still, whole, and nothing half-made is left beside them.
"""

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from jobshare_docs import stamp
from jobshare_docs.problems import Problem, ProblemsFound

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REASONS = {
    **dict.fromkeys(_FULL, "the disk is full; make room and run the command again"),
    errno.EROFS: "nothing can be written on this disk; choose another folder",
    errno.ENOENT: "no folder can be made here; choose another folder",
    errno.EACCES: "this may not be written; choose another folder",
    errno.EPERM: "this may not be written; choose another folder",
    errno.ENAMETOOLONG: "the name is too long for this disk; choose a shorter one",
    errno.ELOOP: "its links lead in a circle; choose another folder",
    errno.ENOTDIR: "a file stands where a folder is needed; choose another folder",
    errno.EEXIST: "a file stands where a folder is needed; choose another folder",
    errno.EISDIR: "a folder or device, no file, stands there; move it or choose another folder",
}
_PDF = b"%PDF-"
_OPEN_ELSEWHERE = "the file is open in another program or read-only; close it and run this again"
_EDITED = (
    "this file was edited since it was made, or is not one of ours, and stays as it is; "
    "choose another folder with --out, or use --force, which keeps the old one as {backup}"
)
_CHANGED_MEANWHILE = "this file was changed meanwhile by another program, and stays as it is"
_THERE_ALREADY = (
    "this file is there already and stays as it is; move it away or choose another folder"
)


def save(files: Mapping[Path, bytes], force: bool = False) -> list[Path]:
    """Write documents, every one or none; gives their paths in the order asked for.

    A document of ours that nobody touched is replaced, one that is the same already is left alone,
    and any other file stops everything, unless `force`: then it is kept as NAME.bak.docx (.bak2
    and so on, never over an earlier one). Missing folders are made. Raises `ProblemsFound`.
    """
    _write_all(_checked(lambda path: _target(path, files[path], force), files))
    return list(files)


def create_new(files: Mapping[Path, str | bytes]) -> list[Path]:
    """Write files that must not be there yet, every one or none; text is written as UTF-8.

    Raises `ProblemsFound` where one is there, and for all that stops `save`.
    """
    _write_all(_checked(lambda path: _new_target(path, files[path]), files))
    return list(files)


def replace_text(path: Path, old: str, new: str) -> None:
    """Write a text over a file that holds the old one still; raises `ProblemsFound`."""
    target = _Target(path, path.resolve(), old.encode(), new.encode())
    with _told(path):
        if _present(target.path) != target.old:
            raise ProblemsFound([Problem(str(path), _CHANGED_MEANWHILE)])
    _write_all([target])


class _Target(NamedTuple):
    """A file to write: the path asked for, where it leads, what is there (None: nothing), what
    will be, and whether what is there is kept."""

    asked: Path
    path: Path
    old: bytes | None
    new: bytes
    keep_old: bool = False


class _Steps:
    """How to take back what was done, and what lies beside the files meanwhile."""

    def __init__(self) -> None:
        self.back: list[Callable[[], object]] = []
        self.beside: list[Path] = []
        self.folders: list[Path] = []

    def place_beside(self, path: Path) -> Path:
        """A hidden name in the same folder, so that a rename is all that is left to do."""
        self.beside.append(path.with_name(f".~{os.urandom(6).hex()}.tmp"))
        return self.beside[-1]

    def take_back(self) -> None:
        """Undo every step, the last first; one that fails does not keep the others from it."""
        removals = [*(path.unlink for path in self.beside), *(made.rmdir for made in self.folders)]
        for step in (*reversed(self.back), *removals):
            with suppress(OSError):
                step()

    def sweep(self) -> None:
        """Remove what still lies beside the files."""
        for path in self.beside:
            with suppress(OSError):
                path.unlink()


def _checked(look: Callable[[Path], _Target], files: Iterable[Path]) -> list[_Target]:
    """Every target looked at before anything is written, with all that speaks against it."""
    targets: list[_Target] = []
    problems: list[Problem] = []
    for path in files:
        try:
            with _told(path):
                targets.append(look(path))
        except ProblemsFound as found:
            problems += found.problems
    if problems:
        raise ProblemsFound(problems)
    return targets


def _resolved(asked: Path) -> Path:
    """Where a link leads, so that the link stays one."""
    try:
        return asked.resolve()
    except RuntimeError as error:  # what Python before 3.13 raises in a circle
        raise OSError(errno.ELOOP, str(error)) from error


def _target(asked: Path, new: bytes, force: bool) -> _Target:
    path = _resolved(asked)
    old = _present(path)
    if old is None or old == new:
        return _Target(asked, path, old, new)
    with path.open("r+b"):  # read-only, or open in Word: said before anything is written
        pass
    is_edited = not _is_untouched(old)
    if is_edited and not force:
        message = _EDITED.format(backup=backup_of(path).name)
        raise ProblemsFound([Problem(str(asked), message)])
    return _Target(asked, path, old, new, keep_old=is_edited)


def _is_untouched(document: bytes) -> bool:
    if document.startswith(_PDF):
        from jobshare_docs import pdf_seal  # few documents are PDFs

        return pdf_seal.is_untouched(document)
    return stamp.is_untouched(document)


def _new_target(path: Path, content: str | bytes) -> _Target:
    if os.path.lexists(path):
        raise ProblemsFound([Problem(str(path), _THERE_ALREADY)])
    return _Target(path, path, None, content.encode() if isinstance(content, str) else content)


def _present(path: Path) -> bytes | None:
    """What is at a path now; None where nothing is."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(errno.EISDIR, "not a file")
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _write_all(targets: list[_Target]) -> None:
    steps = _Steps()
    try:
        written = [
            (target, _written_beside(target, steps))
            for target in targets
            if target.old != target.new
        ]
        for target, beside in written:
            with _told(target.asked):
                _put_in_place(target, beside, steps)
    except BaseException:  # an interruption too leaves nothing half-made
        steps.take_back()
        raise
    steps.sweep()


def _written_beside(target: _Target, steps: _Steps) -> Path:
    with _told(target.asked):
        _make_folder(target.path.parent, steps)
        beside = steps.place_beside(target.path)
        _write(beside, target.new)
    return beside


def _make_folder(folder: Path, steps: _Steps) -> None:
    steps.folders[:0] = (parent for parent in (folder, *folder.parents) if not parent.exists())
    folder.mkdir(parents=True, exist_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Made anew, with the mode that the folder and the person's mask give."""
    with path.open("xb") as opened:
        opened.write(content)


def _put_in_place(target: _Target, beside: Path, steps: _Steps) -> None:
    if target.old is None:
        _place_new(target, beside, steps)
        return
    path = target.path
    kept = backup_of(path) if target.keep_old else steps.place_beside(path)
    _keep(path, kept, steps)
    steps.back.append(lambda: kept.replace(path))
    beside.replace(path)


def _place_new(target: _Target, beside: Path, steps: _Steps) -> None:
    """The file under its name, unless another program has put one there meanwhile."""
    path, made = target.path, beside.stat()
    steps.back.append(lambda: _remove(path, made))
    try:
        path.hardlink_to(beside)  # where a rename would take the place of another file
    except OSError as error:
        if os.path.lexists(path):
            raise ProblemsFound([Problem(str(target.asked), _THERE_ALREADY)]) from error
        beside.rename(path)  # a disk without links


def _remove(path: Path, made: os.stat_result) -> None:
    if os.path.samestat(path.stat(), made):
        path.unlink()


def _keep(path: Path, kept: Path, steps: _Steps) -> None:
    """A second name for the file that is there, its dates and all."""
    try:
        kept.hardlink_to(path)
    except OSError:
        copy = steps.place_beside(path)  # a disk without links
        _write(copy, path.read_bytes())
        copy.rename(kept)


def backup_of(path: Path) -> Path:
    """NAME.bak.docx or, where that is taken, .bak2 and so on."""
    names = (path.with_name(f"{path.stem}.bak{n if n > 1 else ''}{path.suffix}") for n in count(1))
    return next(name for name in names if not os.path.lexists(name))


def is_backup(path: Path) -> bool:
    """Whether a file has such a name."""
    return re.fullmatch(r"\.bak\d*", Path(path.stem).suffix) is not None


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the system says of a file into one problem at that file."""
    try:
        yield
    except OSError as error:
        raise ProblemsFound([_problem(path, error)]) from error


def _problem(path: Path, error: OSError) -> Problem:
    is_open = os.name == "nt" and isinstance(error, PermissionError) and path.is_file()
    reason = _OPEN_ELSEWHERE if is_open else _REASONS.get(error.errno or 0)
    return Problem(str(path), reason or f"cannot be written: {error.strerror or error}")
