"""What a render needs of a compiled template, and the keeping of it from one run to the next."""

import marshal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any, NamedTuple

import jinja2

from jobshare_docs import keeping
from jobshare_docs.problems import Problem
from jobshare_docs.word_template.package import Package
from jobshare_docs.word_template.shapes import Shape

if TYPE_CHECKING:
    from jobshare_docs.word_template.near_tags import NearTag

PART_SEPARATOR = "\x1c"
"""What stands between the parts in the one text that a render gives."""


class Ready(NamedTuple):
    """A template that can be rendered: its package, the parts one render gives, and Jinja's code.

    `shapes` are those in which its tags print; `warnings` what was found on the way,
    `near_tags` what looks like a tag and may be a mistake.
    """

    package: Package
    names: tuple[str, ...]
    shapes: list[Shape]
    code: CodeType
    warnings: tuple[Problem, ...]
    near_tags: "tuple[NearTag, ...]"


def kept(folder: Path, package: Package, make: Callable[[], Ready]) -> Ready:
    """What was kept of that package in a folder; else what is made of it, which is then kept."""
    return keeping.kept(
        folder,
        package.where,
        _contents(package),
        [Path(__file__).parent],
        make,
        pack=lambda ready: (ready.names, ready.shapes, marshal.dumps(ready.code), *ready[-2:]),
        unpack=lambda packed: _unpacked(package, *packed),
    )


def _contents(package: Package) -> Iterator[bytes]:
    yield jinja2.__version__.encode()
    for entry in package.entries.values():
        yield f"{entry.name} {entry.method}".encode()
        yield entry.data


def _unpacked(
    package: Package,
    names: tuple[str, ...],
    shapes: list[Shape],
    code: bytes,
    *told: Any,
) -> Ready:
    return Ready(package, names, shapes, marshal.loads(code), *told)  # noqa: S302  # as `keeping` has it
