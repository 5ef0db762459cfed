"""The words that documents print and no Word template holds, from `wording.yaml`."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Template

from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.yaml_file import Mapping as Block
from jobshare_docs.yaml_file import Scalar, read

FILE_NAME = "wording.yaml"


class Sentences:
    """The texts of a wording file by dotted key, with `$names` to fill in."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {key: Template(text) for key, text in texts.items()}

    def __getitem__(self, key: str) -> str:
        return self._texts[key].template

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def filled(self, key: str, **values: object) -> str:
        """The text of that key with its names filled in."""
        return self._texts[key].substitute({name: str(value) for name, value in values.items()})


@cache
def load_sentences(path: Path) -> Sentences:
    """The texts of a wording file; raises ProblemsFound where it cannot be read."""
    tree, problems = read(path)
    if tree is None or problems:
        raise ProblemsFound(problems)
    return Sentences(dict(_texts(tree, "")))


def _texts(block: Block, prefix: str) -> Iterator[tuple[str, str]]:
    for key, entry in block.entries.items():
        if isinstance(entry.value, Block):
            yield from _texts(entry.value, f"{prefix}{key}.")
        elif isinstance(entry.value, Scalar):
            yield prefix + key, entry.value.text
        else:
            place = entry.key
            said = Problem(place.file, "a text is needed here", place.line, place.column, key)
            raise ProblemsFound([said])
