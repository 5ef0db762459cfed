"""Where the arrangements of a batch come from: a table, or a folder of answers files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.loading import FILE_NAME
from jobshare_docs.batch.excel import EXCEL
from jobshare_docs.batch.headings import Blocks, problems_of
from jobshare_docs.batch.kinds import another_kind
from jobshare_docs.batch.rows import Row
from jobshare_docs.batch.tables import Table
from jobshare_docs.problems import Problem, ProblemsFound

_ANSWERS = (".yaml", ".yml", ".docx")
_TABLES = (".csv", ".tsv", ".txt", *EXCEL)


class Source(Protocol):
    """Arrangements one by one; `headings` are empty where they are files."""

    headings: tuple[str, ...]

    def rows(self) -> Iterator[Row]:
        """The arrangements in an order that does not change."""

    def __len__(self) -> int: ...


class Folder:
    """The answers files of a folder by name, and the `answers.yaml` of each folder in it."""

    headings: tuple[str, ...] = ()

    def __init__(self, folder: Path) -> None:
        self._files = sorted(_files(folder))
        if not self._files:
            message = "no answers lie in this folder: no .yaml, no proposal, no FOLDER/answers.yaml"
            raise ProblemsFound([Problem(str(folder), message)])

    def rows(self) -> Iterator[Row]:
        """The files with their content; one that cannot be read is a mistake of its own."""
        for number, file in enumerate(self._files, 1):
            try:
                yield Row(number, str(file), content=file.read_bytes())
            except OSError as error:
                message = f"the file cannot be read: {error.strerror or error}"
                yield Row(number, str(file), mistake=message)

    def __len__(self) -> int:
        return len(self._files)


def source_at(path: Path, blocks: Blocks = BLOCKS) -> Source:
    """The source at a path; raises ProblemsFound with every mistake in a table's headings."""
    if path.is_dir():
        return Folder(path)
    if not path.exists():
        raise ProblemsFound([Problem(str(path), "there is no such table or folder: correct it")])
    message = another_kind(path)
    if message is None and path.suffix.lower() not in _TABLES:
        message = "name a folder of answers, or a table: .csv or .xlsx"
    if message:
        raise ProblemsFound([Problem(str(path), message)])
    table = Table(path)
    problems = problems_of(table.headings, table.file, blocks)
    if not problems and not len(table):
        problems = [Problem(table.file, "there is no row under the headings: write one", 2)]
    if problems:
        raise ProblemsFound(problems)
    return table


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and (path / FILE_NAME).is_file():
            yield path / FILE_NAME
        elif path.is_file() and path.suffix.lower() in _ANSWERS and path.name[0] not in ".~":
            yield path
