"""What the parser cannot read, in plain words, with the lines as they should be."""

import re
from collections.abc import Callable

import yaml

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.naming import dotted_name
from jobshare_docs.yaml_file.parsing import Parser
from jobshare_docs.yaml_file.slips import Slip, indent_of, slip_of
from jobshare_docs.yaml_file.value_slips import value_slip

_BLOCK_SIGN = re.compile(r"[|>][-+\d]{0,2}")

_Found = tuple[int, int, str]
"""A line and a column, from zero, and what is wrong there."""


def explained(error: yaml.YAMLError, parser: Parser) -> Problem:
    """The parser's error as a problem with its place, and how to mend the line."""
    slip = slip_of(error, parser)
    found = (rule(slip) for rule in _RULES)
    line, column, message = next(filter(None, found), None) or _anything(slip)
    field = dotted_name(parser.path) or traps.parts(parser.lines[0])[1]
    return Problem(parser.file, message, line + 1 + parser.lines_before, column + 1, field)


def _margin(slip: Slip) -> _Found | None:
    """A tab or a hard space before the first sign of a line."""
    for line in slip.suspects:
        margin = slip.lines[line][: indent_of(slip.lines[line])]
        found = re.search(r"[^ ]", margin)
        if found and found[0] == "\t":
            message = "a tab is used to indent this line: use spaces, two for each level"
            return line, found.start(), message
        if found:
            return line, found.start(), traps.HARD_SPACE.format(ord(found[0]))
    return None


def _directive(slip: Slip) -> _Found | None:
    if slip.text.startswith("%"):
        return slip.line, 0, "a line that begins with % instructs YAML: take it away"
    return None


def _escape(slip: Slip) -> _Found | None:
    """A backslash in double quotes, as Windows paths have it."""
    if "quoted" not in slip.context or slip.began is None or slip.began != slip.line:
        return None
    head, _, value = traps.parts(slip.text)
    if "\\" not in value or traps.end_of_quoted(value) is None:
        return None
    better = head.lstrip() + traps.quoted(value[1:-1])
    message = f"a backslash in double quotes changes what follows it; write: {better}"
    return slip.line, slip.began_column, message


def _bad_value(slip: Slip) -> _Found | None:
    """A value on this line, or on one above it, that needs quotes or has lost one."""
    for line in slip.suspects:
        message = value_slip(slip.lines[line])
        if message:
            return line, len(traps.parts(slip.lines[line])[0]), message
    return None


def _open_bracket(slip: Slip) -> _Found | None:
    if "flow" not in slip.context or slip.began is None:
        return None
    sign = slip.lines[slip.began][slip.began_column : slip.began_column + 1]
    if sign not in ("[", "{"):
        return None
    closing = "]" if sign == "[" else "}"
    message = f"the {sign} that begins here is not closed: add {closing}, or a comma between values"
    return slip.began, slip.began_column, message


def _dash_in_brackets(slip: Slip) -> _Found | None:
    value = re.match(r"-\s[^,}\]]*", slip.text[slip.column :])
    if not value or not re.search(r"[\[{]", slip.text[: slip.column]):
        return None
    better = traps.quoted(value[0].strip())
    message = f"a text in brackets that begins with a dash needs quotes; write: {better}"
    return slip.line, slip.column, message


def _colon_in_brackets(slip: Slip) -> _Found | None:
    """A text in brackets with a colon in it: `{title: Manager: north}`."""
    if "flow" not in slip.context or slip.text[slip.column : slip.column + 1] != ":":
        return None
    before, after = slip.text[: slip.column], slip.text[slip.column :]
    start = max(before.rfind(sign) for sign in ",{[") + 1
    piece = before[start:] + re.split(r"[,}\]]", after)[0]
    key, colon, value = piece.strip().partition(": ")
    if ": " not in value + " ":
        return None
    better = f"{key}{colon}{traps.quoted(value.strip())}"
    message = f"a text with a colon and a space in it needs quotes; write: {better}"
    return slip.line, slip.text.index(piece.strip()), message


def _missing_space(slip: Slip) -> _Found | None:
    for line in slip.suspects:
        message = traps.missing_space(slip.lines[line].strip())
        if message:
            return line, indent_of(slip.lines[line]), message
    return None


def _unindented_text(slip: Slip) -> _Found | None:
    """The first line of a block text, no further in than the name above it."""
    line = slip.began if "simple key" in slip.context and slip.began is not None else slip.line
    head = slip.lines[line - 1] if line else ""
    indent = indent_of(slip.lines[line])
    if not _BLOCK_SIGN.fullmatch(traps.parts(head)[2]) or indent > indent_of(head):
        return None
    name = traps.parts(head)[1]
    return line, indent, f"the text of '{name}' stands further in than its name: indent it by two"


def _left_block_text(slip: Slip) -> _Found | None:
    """A line of a block text that begins left of the lines above it."""
    for line in range(slip.line - 1, -1, -1):
        text = slip.lines[line]
        if text.strip() and indent_of(text) < slip.indent:
            if not _BLOCK_SIGN.fullmatch(traps.parts(text)[2]):
                return None
            first = next(below for below in slip.lines[line + 1 :] if below.strip())
            column = indent_of(first) + 1
            message = f"the text above begins at column {column}: indent this line like it"
            return slip.line, slip.indent, message
    return None


def _no_colon(slip: Slip) -> _Found | None:
    """A line that should be a name and its value and is not."""
    line = slip.began if "simple key" in slip.context and slip.began is not None else slip.line
    text = slip.lines[line].strip()
    if not text or ":" in text or text.startswith("-"):
        return None
    message = "this line has no 'name:': write one, or indent it further if it goes on from above"
    return line, indent_of(slip.lines[line]), message


def _too_far_in(slip: Slip) -> _Found | None:
    if "not allowed" not in slip.problem or slip.above is None:
        return None
    key = traps.parts(slip.lines[slip.above])[1]
    name = f"'{key}'" if key else "the line"
    message = (
        f"this line is indented further than {name} above, which has its value already:"
        " indent both alike, or put a text of several lines in quotes"
    )
    return slip.line, slip.indent, message


def _left_of_all(slip: Slip) -> _Found | None:
    if "document start" not in slip.problem:
        return None
    return slip.line, slip.indent, "this line begins left of those above: begin all at column 1"


def _out_of_line(slip: Slip) -> _Found | None:
    if "block" not in slip.context or slip.began is None or slip.began == slip.line:
        return None
    first = slip.began + 1 + slip.lines_before
    if slip.indent == slip.began_column:
        message = (
            f"names and dashes are mixed in the block that begins on line {first}: indent the list"
            " below its name, or give this line a dash"
        )
    else:
        message = (
            f"this line begins at column {slip.indent + 1}, and its block, from line {first} on,"
            f" at column {slip.began_column + 1}: indent both alike"
        )
    return slip.line, slip.indent, message


def _anything(slip: Slip) -> _Found:
    message = f"YAML cannot read this ({slip.problem}): put quotes around the text, or look above"
    return slip.line, slip.column, message


_RULES: tuple[Callable[[Slip], _Found | None], ...] = (
    _margin,
    _directive,
    _escape,
    _dash_in_brackets,
    _colon_in_brackets,
    _bad_value,
    _open_bracket,
    _missing_space,
    _unindented_text,
    _left_block_text,
    _no_colon,
    _too_far_in,
    _left_of_all,
    _out_of_line,
)
