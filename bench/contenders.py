"""Who fills the letters: each is given values and a path, and writes the document there."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.letters import Letter
from jobshare_docs import archive
from jobshare_docs.wording import FILTERS

Fill = Callable[[Mapping[str, Any], Path], object]

FLOOR, FRESH = "the floor: deflate the same XML (zlib 6), write", "docxtpl, fresh for each letter"
OURS = "this engine, zlib 6"


def contenders(letter: Letter) -> Iterator[tuple[str, Fill]]:
    """Name and way of filling, for those that run in this process."""
    yield FLOOR, floor(letter)
    compiled = letter.template()
    yield OURS, lambda values, path: path.write_bytes(compiled.render(values))
    yield "this engine, zlib 1", lambda values, path: path.write_bytes(compiled.render(values, 1))
    yield from docxtpl(letter)


def floor(letter: Letter) -> Fill:
    """Nothing but the deflating and writing of what changes in such a letter."""
    before = archive.entries(letter.path.read_bytes())
    made = archive.entries(letter.template().render(letter.values))
    changed = [(each, archive.inflated(each)) for each in made if each not in before]
    static = [each for each in made if each in before]

    def write(_: Mapping[str, Any], path: Path) -> None:
        deflated = [each._replace(data=_deflated(content)) for each, content in changed]
        path.write_bytes(archive.joined([*static, *deflated]))

    return write


def _deflated(content: bytes) -> bytes:
    """As the standard library does it."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(content) + deflate.flush()


def docxtpl(letter: Letter) -> Iterator[tuple[str, Fill]]:
    """The same template, with the same filters."""
    import jinja2
    from docxtpl import DocxTemplate  # here: what it takes counts where it is measured

    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(FILTERS)
    reused = DocxTemplate(letter.path)

    def again(values: Mapping[str, Any], path: Path) -> None:
        reused.render(values, environment, autoescape=True)
        reused.save(path)

    def fresh(values: Mapping[str, Any], path: Path) -> None:
        filled = DocxTemplate(letter.path)
        filled.render(values, environment, autoescape=True)
        filled.save(path)

    yield "docxtpl, one object used again", again
    yield FRESH, fresh
