"""Tables of answers, CSV and Excel: their headings, and their rows as texts."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path

from jobshare_docs.batch.excel import EXCEL, Sheet
from jobshare_docs.batch.rows import Row
from jobshare_docs.problems import Problem, ProblemsFound

_SEPARATORS = ",;\t"
_LONGEST_CELL = 1024 * 1024
_FIRST_ROW = 2  # as spreadsheets number them: the headings are row 1
_QUOTES = (
    "a quote in this row is never closed, or text goes on behind it: close it, and write a quote"
    " inside a quoted cell twice"
)
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # what a UTF-16 file begins with
_UTF_16 = "this is no whole UTF-16 file: save the table as 'CSV UTF-8'"


class Table:
    """A table whose first row holds the headings; every row without any text is passed over.

    A CSV file is read row by row. The cells of an Excel sheet are held in memory as long as the
    table is: the library cannot read them one by one.
    """

    def __init__(self, path: Path) -> None:
        self.file = str(path)
        self._path = path
        with self._lines() as lines:
            self.headings = tuple(next(lines, ()))

    def rows(self) -> Iterator[Row]:
        """The rows under the headings, with the numbers that a spreadsheet gives them."""
        with self._lines() as lines:
            next(lines, None)
            for number in count(_FIRST_ROW):
                try:
                    cells = next(lines)
                except StopIteration:
                    return
                except csv.Error:
                    yield Row(number, self.file, mistake=_QUOTES)
                else:
                    if any(map(str.strip, cells)):
                        yield self._row(number, cells)

    def _row(self, number: int, cells: list[str]) -> Row:
        stray = next(filter(None, cells[len(self.headings) :]), None)
        if stray is None:
            return Row(number, self.file, tuple(cells))
        mistake = f"'{stray[:40]}' stands beyond the last heading: quote a cell that holds a comma"
        return Row(number, self.file, mistake=mistake)

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return sum(1 for _ in self.rows())

    @contextmanager
    def _lines(self) -> Iterator[Iterator[list[str]]]:
        if self._path.suffix.lower() in EXCEL:
            yield self._sheet.lines()
            return
        csv.field_size_limit(_LONGEST_CELL)
        with self._path.open("rb") as opened:
            start = opened.read(4096)
        if b"\x00" in start.partition(b"\n")[0] and start[:2] not in _MARKS:
            raise ProblemsFound([Problem(self.file, _UTF_16)])
        encoding = "utf-16" if start[:2] in _MARKS else "utf-8-sig"
        separator = _separator(start.decode(encoding, "ignore"))
        with self._path.open(encoding=encoding, errors="surrogateescape", newline="") as opened:
            try:
                yield csv.reader(opened, delimiter=separator, strict=True)
            except UnicodeError as error:
                raise ProblemsFound([Problem(self.file, _UTF_16)]) from error

    @cached_property
    def _sheet(self) -> Sheet:
        return Sheet(self._path)


def _separator(start: str) -> str:
    """The sign between the cells: what the headings hold most of."""
    first = start.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)
