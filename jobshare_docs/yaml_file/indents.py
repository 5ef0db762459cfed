"""A line whose indent is that of no block above it, and the lines it may be meant to stand like."""

import re

from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.slips import Found, Slip, indent_of

_DASHES = re.compile(r"\s*(?:-[ ]+)*")


def out_of_line(slip: Slip) -> Found | None:
    """What to indent the line like: the nearest line further in, or the block it ends up in."""
    if "block" not in slip.context or slip.began is None or slip.began == slip.line:
        return None
    first = _item_without_dash(slip)
    if first is not None:
        below = _number(slip.line, slip)
        message = (
            f"a dash is missing before this line, such as the one on line {below}:"
            f" write - {slip.lines[first].strip()}"
        )
        return first, indent_of(slip.lines[first]), message
    if slip.indent == slip.began_column:
        return slip.line, slip.indent, _mixed(slip)
    return slip.line, slip.indent, f"this line begins at column {slip.indent + 1}{_like(slip)}"


def _item_without_dash(slip: Slip) -> int | None:
    """The first line of a list's first item, where the items below it have their dashes."""
    if not _begins_item(slip.text):
        return None
    found = None
    for line in range(slip.line - 1, (slip.began or 0) - 1, -1):
        text = slip.lines[line]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if _begins_item(text):
            return None
        if indent_of(text) <= slip.indent:
            return found
        found = line if indent_of(text) == slip.indent + 2 else found
    return None


def _mixed(slip: Slip) -> str:
    """A dash among names, or a name among dashes."""
    farther = _deeper(slip) if _begins_item(slip.text) else None
    if farther is not None:
        return (
            f"this dash stands at column {slip.indent + 1}, and those above at column"
            f" {farther[0] + 1}: indent both alike"
        )
    first = _number(slip.began or 0, slip)
    return (
        f"names and dashes are mixed in the block that begins on line {first}:"
        " indent the list below its name, or give this line a dash"
    )


def _like(slip: Slip) -> str:
    first, column = slip.began or 0, slip.began_column
    outer = f", and its block, from line {_number(first, slip)} on, at column {column + 1}"
    deeper = _deeper(slip)
    if deeper is None:
        return f"{outer}: indent both alike"
    inner, line = deeper
    named = _named(slip.lines[line], inner)
    # A name is no item of a list, nor a dash a name: it can only belong to what stands further in.
    is_other = slip.lines[first].startswith("- ", column) is not _begins_item(slip.text)
    farther = (slip.indent - column) - (inner - slip.indent)
    if is_other or farther > 0:
        return f", and {named} above at column {inner + 1}: indent both alike"
    if farther < 0:
        return f"{outer}: indent both alike"
    return (
        f": indent it to column {inner + 1}, like {named} above, or to column {column + 1}, like"
        f" the block from line {_number(first, slip)} on"
    )


def _deeper(slip: Slip) -> tuple[int, int] | None:
    """The column and the line of what stands further in than this line, and least so."""
    found = []
    for line in range(slip.line - 1, (slip.began or 0) - 1, -1):
        text = slip.lines[line]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        column = indent_of(text) if _begins_item(slip.text) else name_column(text)
        if column > slip.indent and _begins_item(text) >= _begins_item(slip.text):
            found.append((column, line))
        if indent_of(text) < slip.indent:
            break
    return min(found, key=lambda each: (each[0], -each[1]), default=None)


def name_column(text: str) -> int:
    """The column, from zero, at which a line's words begin, behind its dashes."""
    dashes = _DASHES.match(text)
    return dashes.end() if dashes else 0


def _begins_item(text: str) -> bool:
    return text.lstrip().startswith("- ")


def _named(text: str, column: int) -> str:
    if text.startswith("- ", column):
        return "the dash"
    key = traps.parts(text)[1]
    return f"'{key}'" if key else "the line"


def _number(line: int, slip: Slip) -> int:
    return line + 1 + slip.lines_before
