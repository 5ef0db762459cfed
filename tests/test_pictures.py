"""'make pictures' shows every page: here, how the sheet of them is laid out."""

from pathlib import Path

from pictures import contact_sheet
from PIL import Image


def page(folder: Path, example: str, number: int, colour: str) -> Path:
    path = folder / example / f"letter-{number}.png"
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (850, 1100), colour).save(path)
    return path


def test_every_page_is_on_the_sheet_and_each_example_begins_a_row(tmp_path: Path) -> None:
    of_nurse = [page(tmp_path, "nurse", number, "red") for number in range(10)]
    of_clerk = [page(tmp_path, "clerk", number, "blue") for number in range(2)]
    sheet = contact_sheet([*of_nurse, *of_clerk])
    rows = [[_colour(sheet, right, down) for right in range(9)] for down in range(3)]
    assert rows == [["red"] * 9, ["red", *[""] * 8], ["blue", "blue", *[""] * 7]]


def _colour(sheet: Image.Image, right: int, down: int) -> str:
    middle = sheet.getpixel((16 + right * 356 + 170, 16 + down * 480 + 220))
    return {(255, 0, 0): "red", (0, 0, 255): "blue"}.get(middle, "")
