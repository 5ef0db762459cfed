"""A file that is not YAML, read block by block, so that one slip does not hide the others."""

import re
from collections.abc import Iterator

import yaml

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file.lost_text import lost_behind_number_sign
from jobshare_docs.yaml_file.parsing import Parser
from jobshare_docs.yaml_file.syntax import explained
from jobshare_docs.yaml_file.text_being_read import TooMuchError
from jobshare_docs.yaml_file.top import joined, not_a_block
from jobshare_docs.yaml_file.tree import Mapping, Node, Place

# A name at the left edge; one whose colon was forgotten has its lines below it all the same.
_BLOCK_STARTS = re.compile(
    r"^(?=[A-Za-z_][^\n:]*:(?:\s|$)|[a-z_]+[ \t]*\n[ \t]+[^\s#])", re.MULTILINE
)
# The name of a block that slipped one column to the right, where no other line begins there: its
# own lines still stand at column 3, where those of a name within a block stand further in.
_SLIPPED = re.compile(
    r"^ ([A-Za-z_][^\n:]*):[ \t]*(?:#[^\n]*)?\n(?=(?:[ \t]*(?:#[^\n]*)?\n){0,9}  [^\s#])",
    re.MULTILINE,
)
_AT_COLUMN_TWO = re.compile(r"^ [^\s#]", re.MULTILINE)
_MOST_REPORTED = 50


def read_in_blocks(text: str, where: str, whole: Problem) -> tuple[Mapping | None, list[Problem]]:
    """The blocks at the left edge that can be read, and what is wrong in each that cannot.

    `whole` is what is wrong with the file as one, told where each block by itself can be read.
    """
    blocks: Node = Mapping({}, Place(where, 1, 1))
    problems: list[Problem] = []
    lines_before = values = 0
    for part in _parts(text):
        parser = Parser(part, where, lines_before, values, elsewhere=text)
        try:
            block, found = _block(parser)
        except TooMuchError as error:
            return None, [*problems, error.problem]
        if block is not None:
            blocks, twice = joined(blocks, block)
            found += twice
        problems += _slipped(part, where, lines_before) + found
        if len(problems) >= _MOST_REPORTED:
            break
        lines_before += part.count("\n")
        values = parser.values
    assert isinstance(blocks, Mapping)
    return blocks, problems or [whole]


def _parts(text: str) -> Iterator[str]:
    """The text cut at its left edge, and before the name of a block that slipped away from it."""
    slipped = list(_SLIPPED.finditer(text))
    alone = len(slipped) == 1 and len(_AT_COLUMN_TWO.findall(text)) == 1
    cut = slipped[0].start() if alone else 0
    for half in (text[:cut], text[cut:]):
        yield from _BLOCK_STARTS.split(half)


def _slipped(part: str, where: str, lines_before: int) -> list[Problem]:
    found = _SLIPPED.match(part)
    if not found:
        return []
    message = "this line begins at column 2, and the other blocks at column 1: begin it there too"
    return [Problem(where, message, lines_before + 1, 2, found[1])]


def _block(parser: Parser) -> tuple[Mapping | None, list[Problem]]:
    try:
        root = parser.root()
    except yaml.YAMLError as error:
        return None, [explained(error, parser)]
    if root is None:
        return None, parser.problems
    lost = lost_behind_number_sign(parser.text, root, parser.file, parser.lines_before)
    if isinstance(root, Mapping):
        return root, parser.problems + lost
    return None, [*parser.problems, *lost, not_a_block(root)]
