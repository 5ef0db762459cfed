"""What a render needs of a compiled template, and the keeping of it from one run to the next.

Compiling costs a hundred times a render. Who names a folder to keep templates in pays for it once:
the next program that loads the same template, with the same engine, reads what was kept.
"""

import hashlib
import marshal
import os
import pickle
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import jinja2

from jobshare_docs.problems import Problem
from jobshare_docs.word_template.package import Package
from jobshare_docs.word_template.shapes import Shape

PART_SEPARATOR = "\x1c"
"""What stands between the parts in the one text that a render gives."""

_DIGEST_LENGTH = 32


class Ready(NamedTuple):
    """A template that can be rendered: its package, the parts one render gives, and Jinja's code.

    `shapes` are those in which its tags print; `warnings` what was found on the way.
    """

    package: Package
    names: tuple[str, ...]
    shapes: list[Shape]
    code: CodeType
    warnings: tuple[Problem, ...]


def kept(folder: Path, package: Package, make: Callable[[], Ready]) -> Ready:
    """What was kept of that package in a folder; else what is made of it, which is then kept.

    A folder that others may write to is not used, since what is kept is run. Whatever goes wrong
    with the folder, the template is made.
    """
    if not _is_ours_alone(folder):
        return make()
    wanted = _digest(package)
    file = folder / f"{hashlib.sha256(os.fsencode(package.where)).hexdigest()[:16]}.template"
    with suppress(Exception):  # damaged, or from another version: made anew
        found = file.read_bytes()
        if found[:_DIGEST_LENGTH] == wanted:
            return _unpacked(found[_DIGEST_LENGTH:])._replace(package=package)
    ready = make()
    with suppress(OSError):
        _write(file, wanted + _packed(ready))
    return ready


def _packed(ready: Ready) -> bytes:
    code = marshal.dumps(ready.code)
    return pickle.dumps((ready.names, ready.shapes, code, ready.warnings), pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes) -> Ready:
    names, shapes, code, warnings = pickle.loads(packed)  # noqa: S301  # from a folder of ours alone
    return Ready(Package("", {}, {}), names, shapes, marshal.loads(code), warnings)  # noqa: S302  # likewise


def _digest(package: Package) -> bytes:
    """The digest of a template and of all that compiling it depends on."""
    whole = hashlib.sha256(repr(_engine()).encode())
    for entry in package.entries.values():
        whole.update(f"{entry.name} {entry.method} {len(entry.data)}\n".encode())
        whole.update(entry.data)
    return whole.digest()


@cache
def _engine() -> tuple[object, ...]:
    """Python, Jinja, and the engine's own modules as they are now."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    written = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in modules]
    return sys.version, jinja2.__version__, written


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
