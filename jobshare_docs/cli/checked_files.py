"""What `check` is given: Word files to look at, and answers to lay one on another."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jobshare_docs.answers.carrying import carrying, is_request
from jobshare_docs.answers.layers import is_document
from jobshare_docs.answers.loading import FILE_NAME


class CheckedFiles(NamedTuple):
    """The Word files, each checked by itself, and the layers of each arrangement."""

    documents: list[Path]
    arrangements: list[list[str]]


def files_to_check(given: Sequence[str], held_to_a_kind: bool) -> CheckedFiles:
    """What is checked of the files and folders that are given.

    A document that carries answers is the first layer where YAML files are given with it, unless
    one of these holds the request, or where it is held to a kind.
    """
    files = [one for file in given for one in _files_in(Path(file), alone=len(given) == 1)]
    documents = [file for file in files if is_document(file.name)]
    written = [file for file in files if not is_document(file.name)]
    layered = written or held_to_a_kind
    asked = any(is_request(_answers_in(file)) for file in written)
    bases = carrying(documents) if layered and not asked else []
    arrangements = [[base, *written] for base in bases] or [written] * bool(written)
    return CheckedFiles(documents, [list(map(str, layers)) for layers in arrangements])


def _files_in(file: Path, alone: bool) -> list[Path]:
    """The file itself; of a folder without answers.yaml, its Word files.

    Where the folder is all that is given, the files that belong with its proposal are among them.
    """
    if not file.is_dir() or (file / FILE_NAME).exists():
        return [file]
    documents = list(_word_files_in(file))
    beside = _beside(file, documents) if alone else []
    return [*documents, *beside] or [file]


def _word_files_in(folder: Path) -> Iterator[Path]:
    from jobshare_docs.checks.marking import is_marked_copy
    from jobshare_docs.documents.templates import is_lock

    for file in sorted(folder.glob("*.docx")):
        if not (is_lock(file) or is_marked_copy(file)):
            yield file


def _beside(folder: Path, documents: Iterable[Path]) -> list[Path]:
    from jobshare_docs.answers.folders import employers_files

    return employers_files(folder) if len(carrying(documents)) == 1 else []


def _answers_in(file: Path) -> Path:
    return file / FILE_NAME if file.is_dir() else file
