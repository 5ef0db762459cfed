"""What a table really is, whatever its name says."""

import zipfile
from contextlib import suppress
from pathlib import Path

from jobshare_docs.batch.excel import EXCEL, OTHER_WORKBOOKS

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_WORKBOOK = "xl/workbook.xml"
_SAVE = "open it in Excel and save it as 'Excel Workbook (.xlsx)' or 'CSV UTF-8'"
_NOT_READ = (
    f"such a workbook is not read, since its errors cannot be told from empty cells: {_SAVE}"
)
_OLD = f"this is an old Excel file, or one locked with a password: {_SAVE}, without a password"
_ZIPPED = "this is a damaged workbook, or another file than its name says"


def another_kind(path: Path) -> str | None:
    """Why this file is not the table that its ending tells of, None where it may be."""
    with path.open("rb") as file:
        start = file.read(len(_ZIP))
    ending = path.suffix.lower()
    if start == _ZIP:
        return _of_zipped(path, ending)
    if start == _OLD_OFFICE:
        return _OLD
    if ending in (*EXCEL, *OTHER_WORKBOOKS):
        return "this is really a CSV file, or none at all: end its name in .csv, or save it again"
    return None


def _of_zipped(path: Path, ending: str) -> str | None:
    if _holds_workbook(path):
        return None if ending in EXCEL else "this is really an .xlsx: end its name in .xlsx"
    return _NOT_READ if ending in OTHER_WORKBOOKS else f"{_ZIPPED}: {_SAVE}"


def _holds_workbook(path: Path) -> bool:
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        return _WORKBOOK in archive.namelist()
    return False
