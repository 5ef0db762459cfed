"""The smallest Excel file that holds a table."""

import zipfile
from datetime import date, time
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# Three ways of showing a number, by their place: as it is, as a date, as a time of the clock.
_FORMATS = (0, 14, 20)
_DAY_NOUGHT = date(1899, 12, 30)
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


Cell = str | float | date | time


def write_excel(path: Path, rows: list[list[Cell]]) -> None:
    """Write the rows as the first sheet of a workbook."""
    lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        f'.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet'
        f'.main+xml"/><Override PartName="/xl/s.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": _links(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _links(("worksheet", "s.xml"), ("styles", "styles.xml")),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs>'
        + "".join(f'<xf numFmtId="{number}"/>' for number in _FORMATS)
        + "</cellXfs></styleSheet>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/s.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _links(*links: tuple[str, str]) -> str:
    each = (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c s="1"><v>{(value - _DAY_NOUGHT).days}</v></c>'
    if isinstance(value, time):
        return f'<c s="2"><v>{(value.hour * 60 + value.minute) / 1440!r}</v></c>'
    if isinstance(value, float | int):
        return f"<c><v>{value!r}</v></c>"
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
