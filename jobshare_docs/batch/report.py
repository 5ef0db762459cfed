"""The report of a batch: a CSV file with a line for each row of its source."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from jobshare_docs.batch.work import Outcome

NAME = "batch.csv"
_HEADINGS = ("row", "who", "files", "status", "mistakes")
_FILES = 2
# A spreadsheet would reckon what a cell begins with one of these signs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Lines(Protocol):
    def writerow(self, row: tuple[object, ...], /) -> object: ...


class Report:
    """Takes outcomes in the order of their rows."""

    def __init__(self, lines: _Lines) -> None:
        self._lines = lines
        lines.writerow(_HEADINGS)

    def add(self, outcome: Outcome) -> None:
        """Write the line of a row."""
        files, mistakes = "\n".join(outcome.files), "\n".join(outcome.mistakes)
        self._lines.writerow(
            (outcome.row, _as_text(outcome.who), files, _status(outcome), _as_text(mistakes))
        )


@contextmanager
def report_at(path: Path) -> Iterator[Report]:
    """A report in a new file, in UTF-8 with the mark by which Excel knows it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        yield Report(csv.writer(file))


def files_of(path: Path) -> Iterator[str]:
    """The files that a report names, in its order."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        for line in lines:
            yield from line[_FILES].splitlines()


def made_nothing(path: Path) -> bool:
    """Whether this is a report, and names no file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            is_ours = tuple(next(csv.reader(file), ())) == _HEADINGS
        return is_ours and not any(files_of(path))
    except (OSError, UnicodeError, csv.Error, IndexError):
        return False


def _status(outcome: Outcome) -> str:
    if outcome.failed:
        return "refused"
    return "no PDF" if outcome.lacks_pdf else "partly" if outcome.kept else "made"


def _as_text(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
