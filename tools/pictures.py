"""Shows every page of every document of every example as a picture, and all on one sheet.

    python tools/pictures.py

Writes EXAMPLE/DOCUMENT-PAGE.png and contact-sheet.png into build/pictures, in the place of all that
was there. Needs LibreOffice and poppler (pdftoppm).
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

from every_document import PROJECT, documents
from PIL import Image, ImageDraw, ImageFont

from jobshare_docs.libreoffice import convert, find, working_folder
from jobshare_docs.problems import ProblemsFound

_FOLDER = PROJECT / "build" / "pictures"
_DOTS_PER_INCH = 100
_COLUMNS = 9
_THUMBNAIL = (340, 440)  # Letter's proportions, in pixels
_MARGIN, _CAPTION = 16, 24
_GROUND, _INK = (208, 212, 216), (31, 41, 51)


def pictures(folder: Path) -> list[Path]:
    """Draw every page into a folder; their paths in the order of examples, documents and pages.

    Raises `ProblemsFound` where there is no LibreOffice, `RuntimeError` where it makes no PDF.
    """
    office = find()
    with working_folder(folder) as inside:
        files = [_laid(inside, name, document) for name, document in documents().items()]
        drawn: list[Path] = []
        for (example, name), pdf in _pdfs(files, inside / "office", office):
            drawn += _pages(pdf, folder / example / name)
    return drawn


def _laid(folder: Path, name: str, document: bytes) -> Path:
    """The document as a file whose name says its example too."""
    path = folder / f"{name.replace('/', '@')}.docx"
    path.write_bytes(document)
    return path


def _pdfs(
    files: Sequence[Path], folder: Path, office: Path
) -> Iterator[tuple[tuple[str, str], Path]]:
    for each in convert(files, folder, office):
        if each.pdf is None:
            raise RuntimeError(f"{each.file.name}: {each.reason}")
        example, _, name = each.file.stem.partition("@")
        yield (example, name), each.pdf


def _pages(pdf: Path, stem: Path) -> list[Path]:
    """A PNG of each page, numbered as pdftoppm does."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    program = shutil.which("pdftoppm") or "pdftoppm"
    draw = [program, "-png", "-r", str(_DOTS_PER_INCH), str(pdf), str(stem)]
    subprocess.run(draw, check=True)  # noqa: S603  # found on the search path
    return sorted(stem.parent.glob(f"{stem.name}-[0-9]*.png"))


def contact_sheet(pages: Sequence[Path]) -> Image.Image:
    """All pages small, in rows, each with its name below; a new example begins a new row."""
    rows = list(_rows(pages))
    width, height = _THUMBNAIL[0] + _MARGIN, _THUMBNAIL[1] + _MARGIN + _CAPTION
    size = (_COLUMNS * width + _MARGIN, len(rows) * height + _MARGIN)
    sheet = Image.new("RGB", size, _GROUND)
    for down, row in enumerate(rows):
        for right, page in enumerate(row):
            _place(sheet, page, (_MARGIN + right * width, _MARGIN + down * height))
    return sheet


def _rows(pages: Sequence[Path]) -> Iterator[Sequence[Path]]:
    for example in dict.fromkeys(page.parent for page in pages):
        of_example = [page for page in pages if page.parent == example]
        for number in range(ceil(len(of_example) / _COLUMNS)):
            yield of_example[number * _COLUMNS : (number + 1) * _COLUMNS]


def _place(sheet: Image.Image, page: Path, corner: tuple[int, int]) -> None:
    with Image.open(page) as picture:
        small = picture.convert("RGB")
        small.thumbnail(_THUMBNAIL)
    sheet.paste(small, corner)
    below = (corner[0], corner[1] + _THUMBNAIL[1] + 4)
    caption = f"{page.parent.name}: {page.stem}"
    ImageDraw.Draw(sheet).text(below, caption, fill=_INK, font=ImageFont.load_default(size=14))


def main() -> int:
    """Draw everything anew, and print where the sheet is."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
    try:
        pages = pictures(_FOLDER)
    except ProblemsFound as found:
        sys.stderr.write(f"{found}\n")
        return 1
    contact_sheet(pages).save(_FOLDER / "contact-sheet.png")
    sys.stdout.write(f"{len(pages)} pages: {_FOLDER / 'contact-sheet.png'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
