"""What was made of files, kept in a folder of the user's own from one run to the next.

To compile a template, or to read a policy, takes longer than a letter. Nothing of an answer is ever
kept.
"""

import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

_Made = TypeVar("_Made")
_SETTING = "JOBSHARE_DOCS_CACHE"
_MARK_LENGTH = 32
_MOST_BYTES = 2 * 1024 * 1024


def folder_for_keeping() -> Path | None:
    """The folder in which things are kept.

    `JOBSHARE_DOCS_CACHE` names another; empty, it means that nothing is kept.
    """
    if (named := os.environ.get(_SETTING)) is not None:
        return Path(named) if named else None
    home = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        return (Path(home) if home else Path.home() / ".cache") / "jobshare-docs"
    except RuntimeError:  # a user without a home
        return None


def kept(
    folder: Path | None,
    name: str,
    made_of: Iterable[bytes | Path],
    makers: Iterable[Path],
    make: Callable[[], _Made],
    *,
    pack: Callable[[_Made], object] = lambda made: made,
    unpack: Callable[..., _Made] = lambda packed: packed,
) -> _Made:
    """What is kept in a folder under a name; else what `make` gives, which is then kept.

    It holds as long as the files and contents that it is `made_of` are the same, and the modules in
    the folders `makers` that made it. `pack` gives a thing that can be pickled, from which `unpack`
    makes the same again. A folder that others may write to is not used, since what is kept is run.
    Whatever goes wrong with the folder, the thing is made.
    """
    if folder is None or not _is_ours_alone(folder):
        return make()
    try:
        mark = _mark(made_of, makers)
    except OSError:  # which whoever makes it will tell
        return make()
    file = folder / f"{sha256(os.fsencode(name)).hexdigest()[:16]}.kept"
    with suppress(Exception):  # damaged, or from another version: made anew
        found = file.read_bytes()
        if found[:_MARK_LENGTH] == mark:
            return unpack(pickle.loads(found[_MARK_LENGTH:]))  # noqa: S301  # from a folder of ours alone
    made = make()
    with suppress(OSError):
        _write(file, mark + pickle.dumps(pack(made), pickle.HIGHEST_PROTOCOL))
    return made


def _mark(made_of: Iterable[bytes | Path], makers: Iterable[Path]) -> bytes:
    whole = sha256(repr((sys.version, [*_modules(makers)])).encode())
    for each in made_of:
        content = _beginning(each) if isinstance(each, Path) else each
        whole.update(b"%d\n" % len(content))
        whole.update(content)
    return whole.digest()


def _beginning(path: Path) -> bytes:
    """What a file holds, as far as anything reads: whoever makes it refuses a larger one."""
    with path.open("rb") as file:
        return file.read(_MOST_BYTES)


def _modules(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """The modules as they are now."""
    for folder in folders:
        with os.scandir(folder) as found:
            for file in sorted(found, key=lambda file: file.name):
                if file.name.endswith(".py"):
                    written = file.stat()
                    yield file.name, written.st_size, written.st_mtime_ns


def _is_ours_alone(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):  # Windows: the folder lies in the user's own
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(file: Path, content: bytes) -> None:
    """Write beside and rename, so that no other program reads half of it."""
    beside = file.with_suffix(f".{os.getpid()}.tmp")
    beside.write_bytes(content)
    beside.replace(file)
