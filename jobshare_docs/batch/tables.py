"""Tables of answers, CSV and Excel: their headings, and their rows as texts."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from jobshare_docs.batch.rows import Row
from jobshare_docs.problems import Problem, ProblemsFound

EXCEL = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
_SEPARATORS = ",;\t"
_LONGEST_CELL = 1024 * 1024
_FIRST_ROW = 2  # as spreadsheets number them: the headings are row 1
_NO_CALAMINE = (
    "an Excel table is read by python-calamine, which is not installed: 'pip install"
    " jobshare-docs[batch]', or save the table as 'CSV UTF-8'"
)
_UNCLOSED = "a cell longer than 1 MiB begins here, perhaps since a quote is never closed: close it"


class Table:
    """A table whose first row holds the headings; every row without any text is passed over."""

    def __init__(self, path: Path) -> None:
        self.file = str(path)
        self._path = path
        with self._lines() as lines:
            self.headings = tuple(next(lines, ()))

    def rows(self) -> Iterator[Row]:
        """The rows under the headings, with the numbers that a spreadsheet gives them."""
        with self._lines() as lines:
            next(lines, None)
            number = _FIRST_ROW
            try:
                for number, cells in enumerate(lines, _FIRST_ROW):
                    if any(cells):
                        yield Row(number, self.file, tuple(cells))
            except csv.Error:
                yield Row(number + 1, self.file, mistake=_UNCLOSED)

    def __len__(self) -> int:
        return sum(1 for _ in self.rows())

    @contextmanager
    def _lines(self) -> Iterator[Iterator[list[str]]]:
        if self._path.suffix.lower() in EXCEL:
            yield _excel(self._path)
            return
        csv.field_size_limit(_LONGEST_CELL)
        with self._path.open("rb") as opened:
            start = opened.read(4096)
        encoding = "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        with self._path.open(encoding=encoding, errors="surrogateescape", newline="") as opened:
            yield csv.reader(opened, delimiter=_separator(start.decode(encoding, "ignore")))


def _separator(start: str) -> str:
    """The sign between the cells: what the headings hold most of."""
    first = start.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _excel(path: Path) -> Iterator[list[str]]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise ProblemsFound([Problem(str(path), _NO_CALAMINE)]) from error
    try:
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except CalamineError as error:
        message = f"this is no Excel table that can be read ({error}): save it again in Excel"
        raise ProblemsFound([Problem(str(path), message)]) from error
    return ([_text(cell) for cell in row] for row in rows)


def _text(cell: Any) -> str:
    """A cell as the answers write it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)
