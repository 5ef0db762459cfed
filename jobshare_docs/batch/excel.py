"""The first sheet of an Excel workbook: its cells as texts, as the answers write them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

from jobshare_docs.batch.excel_cells import Spoiled, spoiled_cells
from jobshare_docs.batch.spoiled import why_spoiled
from jobshare_docs.problems import Problem, ProblemsFound

EXCEL = (".xlsx", ".xlsm")
OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods")
_NO_CALAMINE = (
    "an Excel table is read by python-calamine, which is not installed: 'pip install"
    " python-calamine' (with pipx: 'pipx inject jobshare-docs python-calamine'), or save the table"
    " as 'CSV UTF-8'"
)
_UNREADABLE = "this is no Excel table that can be read ({error}): save it again in Excel"


class Sheet:
    """The first sheet of a workbook, held in memory; raises ProblemsFound.

    A cell that shows an error, or a formula without a result, says so: the library calls it empty.
    """

    def __init__(self, path: Path) -> None:
        self._spoiled = spoiled_cells(path)
        self._sheet = _first_sheet(path, self._spoiled)

    def lines(self) -> Iterator[list[str]]:
        """The rows, from the first one and the first column of the sheet on."""
        left = [""] * (self._sheet.start or (0, 0))[1]
        to_the_last = range(max(self._spoiled, default=-1) + 1)
        both = zip_longest(self._sheet.iter_rows(), to_the_last, fillvalue=())
        for number, (cells, _) in enumerate(both):
            texts = [*left, *map(_text, cells)]
            for column, text in self._spoiled.get(number, {}).items():
                texts += [""] * (column + 1 - len(texts))
                texts[column] = text
            yield texts


def _first_sheet(path: Path, spoiled: Spoiled) -> Any:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise ProblemsFound([Problem(str(path), _NO_CALAMINE)]) from error
    try:
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    except CalamineError as error:
        told = [*_told(path, spoiled)] or [Problem(str(path), _UNREADABLE.format(error=error))]
        raise ProblemsFound(told) from error


def _told(path: Path, spoiled: Spoiled) -> Iterator[Problem]:
    """The errors of a sheet on which the library gives up since it does not know one of them."""
    for row, cells in spoiled.items():
        for column, text in cells.items():
            yield Problem(str(path), why_spoiled(text) or text, row + 1, column + 1)


def _text(cell: Any) -> str:
    """A cell as the answers write it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        minutes = round(cell / timedelta(minutes=1))
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)


def _number(cell: float) -> str:
    """A number as Excel shows it: with 15 digits, which hide that it reckons in powers of two."""
    if cell.is_integer():
        return str(int(cell))
    return format(Decimal(f"{cell:.15g}"), "f")
