"""The words that documents print and no Word template holds, from `wording.yaml`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Template

from jobshare_docs.keeping import folder_for_keeping, kept
from jobshare_docs.names import nearest
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.remembering import while_unchanged
from jobshare_docs.yaml_file import Mapping as Block
from jobshare_docs.yaml_file import Place, Scalar, read

FILE_NAME = "wording.yaml"

_MAKERS = [Path(__file__).parent, Path(__file__).parent.parent / "yaml_file"]

# Names for things that an answers file may name at will.
_FREE = ("labels.", "values.")


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


@while_unchanged
def load_sentences(*files: Path) -> Sentences:
    """The texts of wording files, laid one on another: what a later one says takes the place.

    Raises ProblemsFound with every mistake: a file that cannot be read, a key of a later file that
    the first does not have, a `$name` that nothing fills in.
    """
    name = "\n".join(map(str, files))
    return kept(folder_for_keeping(), name, files, _MAKERS, lambda: _read(files))


def _read(files: Iterable[Path]) -> Sentences:
    first, *others = (_said(file) for file in files)
    texts = dict(first)
    problems = [problem for said in others for problem in _unknown(said, first)]
    problems += [problem for said in (first, *others) for problem in _unfilled(said, first)]
    if problems:
        raise ProblemsFound(problems)
    for said in others:
        texts |= said
    return Sentences({key: node.text for key, node in texts.items()})


def _said(file: Path) -> dict[str, Scalar]:
    tree, problems = read(file)
    if tree is None or problems:
        raise ProblemsFound(problems)
    return dict(_texts(tree, ""))


def _texts(block: Block, prefix: str) -> Iterator[tuple[str, Scalar]]:
    for key, entry in block.entries.items():
        if isinstance(entry.value, Block):
            yield from _texts(entry.value, f"{prefix}{key}.")
        elif isinstance(entry.value, Scalar):
            yield prefix + key, entry.value
        else:
            raise ProblemsFound([_problem(prefix + key, entry.key, "a text is needed here")])


def _unknown(said: Mapping[str, Scalar], known: Mapping[str, Scalar]) -> Iterator[Problem]:
    for key, node in said.items():
        if key not in known and not key.startswith(_FREE):
            near = nearest(key, known)
            hint = f"; nearest: '{near}'" if near else "; look into the built-in wording.yaml"
            yield _problem(key, node.place, f"no document prints '{key}'{hint}")


def _unfilled(said: Mapping[str, Scalar], known: Mapping[str, Scalar]) -> Iterator[Problem]:
    for key, node in said.items():
        template, usual = Template(node.text), Template(known[key].text if key in known else "")
        names = usual.get_identifiers()
        if not template.is_valid() or not set(template.get_identifiers()) <= set(names):
            shown = ", ".join(f"${name}" for name in names) or "nothing"
            yield _problem(
                key, node.place, f"{shown} is filled in here; write $$ for a dollar sign"
            )


def _problem(key: str, place: Place, message: str) -> Problem:
    return Problem(place.file, message, place.line, place.column, key)
