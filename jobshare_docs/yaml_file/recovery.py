"""A file that is not YAML, read block by block, so that one slip does not hide the others."""

import re

import yaml

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.parsing import Parser, TooMuchError
from jobshare_docs.yaml_file.syntax import explained
from jobshare_docs.yaml_file.top import not_a_block
from jobshare_docs.yaml_file.tree import Entry, Mapping, Place

_BLOCK_STARTS = re.compile(r"^(?=[A-Za-z_][^\n:]*:(?:\s|$))", re.MULTILINE)
_MOST_REPORTED = 50


def read_in_blocks(text: str, where: str, whole: Problem) -> tuple[Mapping | None, list[Problem]]:
    """The blocks at the left edge that can be read, and what is wrong in each that cannot.

    `whole` is what is wrong with the file as one, told where each block by itself can be read.
    """
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    lines_before = values = 0
    for part in _BLOCK_STARTS.split(text):
        parser = Parser(part, where, lines_before, values, elsewhere=text)
        try:
            root = parser.root()
        except TooMuchError as error:
            return None, [*problems, error.problem]
        except yaml.YAMLError as error:
            problems.append(explained(error, parser))
        else:
            problems += parser.problems
            if isinstance(root, Mapping):
                problems += _added(entries, root)
            elif root is not None:
                problems.append(not_a_block(root))
        if len(problems) >= _MOST_REPORTED:
            break
        lines_before += part.count("\n")
        values = parser.values
    return Mapping(entries, Place(where, 1, 1)), problems or [whole]


def _added(entries: dict[str, Entry], part: Mapping) -> list[Problem]:
    problems = []
    for name, entry in part.entries.items():
        if name in entries:
            file, line, column = entry.key
            message = traps.GIVEN_TWICE.format(name, entries[name].key.line)
            problems.append(Problem(file, message, line, column, name))
        entries.setdefault(name, entry)
    return problems
