"""Who fills the letters: each is given values, and then a path to write the document to."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bench.letters import Letter
from jobshare_docs import archive
from jobshare_docs.wording import FILTERS

Fill = Callable[[Path], object]
Contender = Callable[[Mapping[str, Any]], Fill]
"""What one does before it is given a path is not measured: that is for the floor alone."""

FLOOR, FRESH = "the floor: deflate the same XML (zlib 6), write", "docxtpl, fresh for each letter"
OURS = "this engine, zlib 6"


def contenders(letter: Letter) -> Iterator[tuple[str, Contender]]:
    """Name and way of filling, for those that run in this process."""
    yield FLOOR, floor(letter)
    compiled = letter.template()
    yield OURS, lambda values: lambda path: path.write_bytes(compiled.render(values))
    yield (
        "this engine, zlib 1",
        lambda values: lambda path: path.write_bytes(compiled.render(values, 1)),
    )
    yield from docxtpl(letter)


def floor(letter: Letter) -> Contender:
    """Nothing but the deflating and writing of what changes in this very letter."""
    before = archive.entries(letter.path.read_bytes())
    compiled = letter.template()

    def made(values: Mapping[str, Any]) -> Fill:
        parts = compiled.parts(values)
        changed = [(each, archive.inflated(each)) for each in parts if each not in before]
        static = [each for each in parts if each in before]

        def write(path: Path) -> None:
            deflated = [each._replace(data=_deflated(content)) for each, content in changed]
            path.write_bytes(archive.joined([*static, *deflated]))

        return write

    return made


def _deflated(content: bytes) -> bytes:
    """As the standard library does it."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(content) + deflate.flush()


def docxtpl(letter: Letter) -> Iterator[tuple[str, Contender]]:
    """The same template, with the same filters."""
    import jinja2
    from docxtpl import DocxTemplate  # here: what it takes counts where it is measured

    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(FILTERS)
    reused = DocxTemplate(letter.path)

    def fill(template: DocxTemplate, values: Mapping[str, Any], path: Path) -> None:
        template.render(values, environment, autoescape=True)
        template.save(path)

    yield "docxtpl, one object used again", lambda values: partial(fill, reused, values)
    yield FRESH, lambda values: lambda path: fill(DocxTemplate(letter.path), values, path)
