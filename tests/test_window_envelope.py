"""In a window envelope the address is seen, and nothing else, whatever letterhead a letter has.

Folded in three, a letter shifts in an envelope of the usual size (No. 10): what lies between 2.5
and 3.2 inches from its top and less than 5.4 from its left is always seen through the window, what
lies above 2.07 or below 3.6, or farther right, never.
"""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from every_document import PROJECT, TODAY
from needed_programs import needs_libreoffice, needs_poppler
from test_letterhead import PAGE, png
from word_files import paragraph, word_file

from jobshare_docs import load_answers, order, render
from jobshare_docs.documents.templates import LETTERHEAD, Templates
from jobshare_docs.libreoffice import find, pdfs

pytestmark = [needs_libreoffice, needs_poppler]

NURSE = PROJECT / "proposals" / "community-health-nurse"
ADDRESS = "Dana Whitford 12 Quarry Road Selkirk, Manitoba R1A 2B3"
POSTAL = """
employees: {A: {address: "12 Quarry Road\\nSelkirk, Manitoba  R1A 2B3"}}
"""
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<')
TALL = "".join(paragraph(f"{number} Main Street") for number in range(8))  # 35 mm

SEEN_FROM, ALWAYS_FROM, ALWAYS_TO, SEEN_TO, SEEN_LEFT_OF = 2.07, 2.4, 3.2, 3.6, 5.4


class Word(NamedTuple):
    """A word of a page; inches from its left and its top."""

    said: str
    left: float
    top: float
    bottom: float


def first_page(folder: Path, document: bytes) -> list[Word]:
    (path, pdf), *_ = pdfs({folder / "letter.docx": document}, find(), TODAY)[0].items()
    path.write_bytes(pdf)
    command = ["pdftotext", "-bbox", "-l", "1", str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    found = ((each[3], *(float(place) / 72 for place in each[:3])) for each in WORD.findall(said))
    return [Word(*each) for each in found]


def seen(words: list[Word]) -> list[Word]:
    """Those that a shift of the letter can bring before the window."""
    return [
        word
        for word in words
        if word.left < SEEN_LEFT_OF and word.bottom > SEEN_FROM and word.top < SEEN_TO
    ]


def letter(folder: Path, over: str, own: Path | None = None) -> bytes:
    (folder / "over.yaml").write_text(POSTAL + over, "utf-8")
    layers = (NURSE, NURSE / "organization.yaml", NURSE / "terms.yaml", folder / "over.yaml")
    wanted = order("letter", TODAY, form="offer", to="A", templates=Templates(own))
    return render(load_answers(*layers), wanted)["letter-offer-A.docx"]


@pytest.mark.parametrize("letterhead", ["plain", "with a logo", "on A4", "made in Word"])
def test_the_address_is_seen_and_nothing_else(letterhead: str, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(600, 600))
    over = {"with a logo": "organization: {logo: logo.png}", "on A4": "organization: {paper: A4}"}
    own = tmp_path if letterhead == "made in Word" else None
    if own:
        parts = {"header": TALL, "footer": paragraph("Selkirk")}
        (own / LETTERHEAD).write_bytes(word_file(paragraph("A letter") + PAGE, parts=parts))
    found = seen(first_page(tmp_path, letter(tmp_path, over.get(letterhead, ""), own)))
    assert " ".join(word.said for word in found) == ADDRESS
    assert all(ALWAYS_FROM < word.top < word.bottom < ALWAYS_TO for word in found)
