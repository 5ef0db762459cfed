"""What a batch looks at before it begins: the folders, and what an earlier run left."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

from jobshare_docs.batch.report import NAME, made_nothing
from jobshare_docs.batch.shelf import Shelf
from jobshare_docs.problems import Problem, ProblemsFound

_SETTINGS = "batch.json"
_THERE = (
    "this folder is there already: use --resume to make only what is missing or changed, or name"
    " another folder"
)
_INTERRUPTED = (
    "an earlier run was interrupted and left this folder: use --resume to go on, or delete it"
)


def check_folders(shelf: Shelf, resume: bool) -> None:
    """Raise ProblemsFound where a folder is in the way, or a file stands in its place."""
    if shelf.out.exists() and not shelf.out.is_dir():
        raise _problem(shelf.out, "a file stands where the folder is to be: name another folder")
    if resume:
        return
    if shelf.unfinished.exists():
        raise _problem(shelf.unfinished, _INTERRUPTED)
    if shelf.out.is_dir() and not _is_as_new(shelf.out):
        raise _problem(shelf.out, _THERE)


def _is_as_new(folder: Path) -> bool:
    """Whether nothing lies there but the report of a run that made nothing."""
    return all(path.name == NAME and made_nothing(path) for path in folder.iterdir())


def date_of_batch(shelf: Shelf) -> date | None:
    """The date on the documents of the run that is resumed, None where none was interrupted."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads((shelf.unfinished / _SETTINGS).read_text(encoding="utf-8"))
        return date.fromisoformat(kept["today"])
    return None


def keep_date(shelf: Shelf, day: date) -> None:
    """Keep the date of a run beside what waits: resumed on another day it leaves the same."""
    path = shelf.unfinished / _SETTINGS
    path.write_text(json.dumps({"today": day.isoformat()}), encoding="utf-8")


def _problem(path: Path, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(str(path), message)])
