"""What the parser cannot read, in plain words, with the lines as they should be."""

import re
from collections.abc import Callable

import yaml

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.bracket_slips import (
    colon_in_brackets,
    dash_in_brackets,
    open_bracket,
)
from jobshare_docs.yaml_file.indents import name_column, out_of_line
from jobshare_docs.yaml_file.naming import dotted_name
from jobshare_docs.yaml_file.parsing import Parser
from jobshare_docs.yaml_file.slips import Found, Slip, indent_of, slip_of
from jobshare_docs.yaml_file.value_slips import value_slip

_NAME = re.compile(r"[a-z_]+|[AB]")
_HAS_NAME = re.compile(r":(?:\s|$)")
# What the two parsers of PyYAML say where a line is none of a block's.
_WITHOUT_NAME = ("not allowed", "expected ':'", "expected key", "block end", "'-' indicator")
_FARTHEST_UP = 200
_BLOCK_SIGN = re.compile(r"[|>][-+\d]{0,2}")


def explained(error: yaml.YAMLError, parser: Parser) -> Problem:
    """The parser's error as a problem with its place, and how to mend the line."""
    slip = slip_of(error, parser)
    found = (rule(slip) for rule in _RULES)
    line, column, message = next(filter(None, found), None) or _anything(slip)
    field = dotted_name(parser.path) or _name_of(parser.lines[0])
    number = line + 1 + parser.lines_before
    return Problem(parser.file, message, number, column + 1, field, hides_more=True)


def _name_of(line: str) -> str:
    """The name at the left edge, also one that lacks its colon."""
    text = line.strip()
    return text if _NAME.fullmatch(text) else traps.parts(line)[1]


def _margin(slip: Slip) -> Found | None:
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


def _tab(slip: Slip) -> Found | None:
    """A tab where a value should begin, as lists copied from a word processor have it."""
    if slip.text[slip.column : slip.column + 1] != "\t":
        return None
    return slip.line, slip.column, "a tab stands here, which YAML does not read: use a space"


def _long_dash(slip: Slip) -> Found | None:
    """A line that begins with the dash that Word makes of a hyphen."""
    for line in slip.suspects:
        message = traps.long_dash(slip.lines[line].strip())
        if message:
            return line, indent_of(slip.lines[line]), message
    return None


def _directive(slip: Slip) -> Found | None:
    if slip.text.startswith("%"):
        return slip.line, 0, "a line that begins with % instructs YAML: take it away"
    return None


def _escape(slip: Slip) -> Found | None:
    """A backslash in double quotes, as Windows paths have it."""
    if "quoted" not in slip.context or slip.began is None or slip.began != slip.line:
        return None
    head, _, value = traps.parts(slip.text)
    if "\\" not in value or traps.end_of_quoted(value) is None:
        return None
    better = head.lstrip() + traps.quoted(value[1:-1])
    message = f"a backslash in double quotes changes what follows it; write: {better}"
    return slip.line, slip.began_column, message


def _bad_value(slip: Slip) -> Found | None:
    """A value on this line, or on one above it, that needs quotes or has lost one."""
    for line in slip.suspects:
        if slip.lines[line].lstrip().startswith("#") or _reads_alone(slip.lines[line]):
            continue
        message = value_slip(slip.lines[line])
        if message:
            return line, len(traps.parts(slip.lines[line])[0]), message
    return None


def _reads_alone(line: str) -> bool:
    """Whether a line of brackets is right by itself, so that the slip is not in it."""
    if not line.rstrip().endswith(("}", "]")):
        return False
    try:
        return bool(list(yaml.parse(line, yaml.SafeLoader)))
    except yaml.YAMLError:
        return False


def _missing_space(slip: Slip) -> Found | None:
    for line in slip.suspects:
        message = traps.missing_space(slip.lines[line].strip())
        if message:
            return line, indent_of(slip.lines[line]), message
    return None


def _unindented_text(slip: Slip) -> Found | None:
    """The first line of a block text, no further in than the name above it."""
    line = slip.began if "simple key" in slip.context and slip.began is not None else slip.line
    head = slip.lines[line - 1] if line else ""
    indent = indent_of(slip.lines[line])
    if not _BLOCK_SIGN.fullmatch(traps.parts(head)[2]) or indent > indent_of(head):
        return None
    name = traps.parts(head)[1]
    return line, indent, f"the text of '{name}' stands further in than its name: indent it by two"


def _left_block_text(slip: Slip) -> Found | None:
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


def _no_colon(slip: Slip) -> Found | None:
    """A line that should be a name and its value and is not: this one, or one above like it."""
    line = slip.began if "simple key" in slip.context and slip.began is not None else slip.line
    for suspect in (line, _above_in_block(slip)):
        if suspect is not None and _says_no_name(slip.lines[suspect]):
            return suspect, name_column(slip.lines[suspect]), _write_a_name(slip.lines[suspect])
    return None


def _above_in_block(slip: Slip) -> int | None:
    """The nearest line above that stands no further in than the one at which YAML stopped."""
    if not any(sign in slip.problem for sign in _WITHOUT_NAME):
        return None
    for line in range(slip.line - 1, max(-1, slip.line - _FARTHEST_UP), -1):
        text = slip.lines[line].strip()
        if text and not text.startswith("#") and name_column(slip.lines[line]) <= slip.indent:
            return line
    return None


def _says_no_name(line: str) -> bool:
    text = line[name_column(line) :].strip()
    return bool(text) and not _HAS_NAME.search(text) and text[0] not in "-#{[\"'"


def _write_a_name(line: str) -> str:
    name, _, value = traps.parts(line[name_column(line) :])[2].partition(" ")
    is_name = "_" in name or value[:1] in ("", "|", ">")
    shown = f"'{name}: {value}".rstrip() + "'" if is_name and _NAME.fullmatch(name) else "one"
    return f"this line has no 'name:': write {shown}, or indent it further if it goes on from above"


def _too_far_in(slip: Slip) -> Found | None:
    if "not allowed" not in slip.problem or slip.above is None:
        return None
    key = traps.parts(slip.lines[slip.above])[1]
    name = f"'{key}'" if key else "the line"
    message = (
        f"this line is indented further than {name} above, which has its value already:"
        " indent both alike, or put a text of several lines in quotes"
    )
    return slip.line, slip.indent, message


def _left_of_all(slip: Slip) -> Found | None:
    if "document start" not in slip.problem:
        return None
    return slip.line, slip.indent, "this line begins left of those above: begin all at column 1"


def _anything(slip: Slip) -> Found:
    message = f"YAML cannot read this ({slip.problem}): put quotes around the text, or look above"
    return slip.line, slip.column, message


_RULES: tuple[Callable[[Slip], Found | None], ...] = (
    _margin,
    _tab,
    _long_dash,
    _directive,
    _escape,
    dash_in_brackets,
    colon_in_brackets,
    _bad_value,
    open_bracket,
    _missing_space,
    _unindented_text,
    _left_block_text,
    _no_colon,
    _too_far_in,
    _left_of_all,
    out_of_line,
)
