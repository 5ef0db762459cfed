"""The letters for docxtemplater, which has a language of its own: flat, with nothing but values.

Each text that a value gave becomes a plain tag, with no choice and no loop left: easier work than
the other engines have.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from bench.letters import Letter
from jobshare_docs import archive
from jobshare_docs.archive import Entry
from jobshare_docs.word_template.vocabulary import TEXT

BODY = "word/document.xml"


class FlatLetter:
    """A finished letter with a tag in the place of every text that differs from the template's."""

    def __init__(self, letter: Letter) -> None:
        self._compiled = letter.template()
        own = set(_texts(archive.entries(letter.path.read_bytes())))
        first = list(_texts(self._compiled.parts(letter.values)))
        self._places = [place for place, text in enumerate(first) if text not in own]
        self._letter = letter

    def write(self, path: Path) -> int:
        """Write the template; gives the number of its tags."""
        made = self._compiled.parts(self._letter.values)
        names = {place: f"{{t{number}}}" for number, place in enumerate(self._places)}
        parts = [_with_tags(each, names) if each.name == BODY else each for each in made]
        path.write_bytes(archive.joined(parts))
        return len(names)

    def values(self, given: Mapping[str, Any]) -> dict[str, str]:
        """What stands in the places of the tags."""
        texts = list(_texts(self._compiled.parts(given)))
        return {f"t{number}": texts[place] for number, place in enumerate(self._places)}


def _texts(parts: list[Entry]) -> Iterator[str]:
    body = next(part for part in parts if part.name == BODY)
    return (each.text or "" for each in etree.fromstring(archive.inflated(body)).iter(TEXT))


def _with_tags(body: Entry, names: Mapping[int, str]) -> Entry:
    root = etree.fromstring(archive.inflated(body))
    for place, element in enumerate(root.iter(TEXT)):
        element.text = names.get(place, element.text)
    return archive.deflated(BODY, etree.tostring(root, encoding="UTF-8", standalone=True))
