"""Cells of an Excel sheet that show an error, or whose formula was never reckoned.

The library that reads the others calls both empty; so the sheet's XML is asked (ECMA-376 part 1,
18.3.1.4: the type `e` of a cell is an error; `f` is its formula, `v` the result last saved).
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jobshare_docs.batch.spoiled import NO_RESULT, NO_VALUE, why_spoiled
from jobshare_docs.part_xml import root_of
from jobshare_docs.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    from lxml import etree

Spoiled = dict[int, dict[int, str]]
"""What to read in such cells, by row and column from zero."""

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384  # Excel's own
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_DAMAGED = "this is no Excel table that can be read ({error}): save it again in Excel as .xlsx"


def spoiled_cells(path: Path) -> Spoiled:
    """The spoiled cells of the first sheet; raises ProblemsFound where it cannot be read."""
    from lxml import etree  # only a table in Excel needs it

    try:
        with zipfile.ZipFile(path) as archive, archive.open(_first_sheet(archive)) as sheet:
            rows = etree.iterparse(sheet, tag="{*}row", resolve_entities=False, no_network=True)
            return {number: found for number, found in _rows(rows) if found}
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise ProblemsFound([Problem(str(path), _DAMAGED.format(error=error))]) from error


def _first_sheet(archive: zipfile.ZipFile) -> str:
    """The name of its part; raises LookupError or PartXmlError."""
    listed = root_of(archive.read(_BOOK)).find("{*}sheets/{*}sheet")
    names = [] if listed is None else listed.items()
    link = next((value for name, value in names if str(name).endswith("}id")), None)
    for each in root_of(archive.read(_LINKS)):
        if link is not None and each.get("Id") == link:
            return posixpath.join("/xl", each.get("Target", "")).lstrip("/")
    raise LookupError("it has no first sheet")


def _rows(parsed: "Iterator[tuple[str, etree._Element]]") -> Iterator[tuple[int, dict[int, str]]]:
    number = -1
    for _, row in parsed:
        number = int(row.get("r", number + 2)) - 1
        if number < _MOST_ROWS:
            yield number, dict(_cells(row))
        row.clear()
        sheet = row.getparent()
        while sheet is not None and sheet[0] is not row:  # what was read is not kept in memory
            del sheet[0]


def _cells(row: "etree._Element") -> Iterator[tuple[int, str]]:
    for place, cell in enumerate(row):
        text = _spoiled(cell)
        column = _column(cell.get("r", ""), place) if text else place
        if text and column < _MOST_COLUMNS:
            yield column, text


def _column(reference: str, place: int) -> int:
    """The column of a reference like AB12, from zero; its place in the row where there is none."""
    letters = re.match("[A-Z]*", reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1 if number else place


def _spoiled(cell: "etree._Element") -> str | None:
    is_error = cell.get("t") == "e"
    is_formula = len(cell) > 0 and str(cell[0].tag).endswith("}f")  # always the first, if any
    if not is_error and not is_formula:
        return None
    said = cell.findtext("{*}v") or ""
    if is_error:
        return said if why_spoiled(said) else NO_VALUE
    # A formula may come to an empty text: then Excel says that it is one.
    return None if said or cell.get("t") == "str" else NO_RESULT
