"""What the parser cannot read, in plain words, with the lines as they should be."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.naming import dotted_name
from jobshare_docs.yaml_file.parsing import Parser

_FARTHEST_UP = 200


@dataclass(frozen=True, slots=True)
class _Slip:
    """Where the parser stopped, where what it was reading began, lines and columns from zero."""

    lines: list[str]
    line: int
    column: int
    began: int | None
    began_column: int
    context: str
    problem: str
    lines_before: int

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


_Found = tuple[int, int, str]


def explained(error: yaml.YAMLError, parser: Parser) -> Problem:
    """The parser's error as a problem with its place, and how to mend the line."""
    slip = _slip(error, parser)
    found = next(filter(None, (rule(slip) for rule in _RULES)))
    line, column, message = found
    field = dotted_name(parser.path) or traps.parts(parser.lines[0])[1]
    return Problem(parser.file, message, line + 1 + parser.lines_before, column + 1, field)


def _slip(error: yaml.YAMLError, parser: Parser) -> _Slip:
    lines = parser.lines
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    began = getattr(error, "context_mark", None)
    line = min(mark.line, len(lines) - 1) if mark else 0
    return _Slip(
        lines,
        line,
        mark.column if mark else 0,
        began.line if began else None,
        began.column if began else 0,
        getattr(error, "context", None) or "",
        getattr(error, "problem", None) or str(error),
        parser.lines_before,
    )


def _tab(slip: _Slip) -> _Found | None:
    """A tab before the first sign of a line."""
    for line in _around(slip):
        margin = slip.lines[line][: len(slip.lines[line]) - len(slip.lines[line].lstrip())]
        if "\t" in margin:
            message = "a tab is used to indent this line: use spaces, two for each level"
            return line, margin.index("\t"), message
    return None


def _directive(slip: _Slip) -> _Found | None:
    if slip.text.startswith("%"):
        return slip.line, 0, "a line that begins with % instructs YAML: take it away"
    return None


def _bad_value(slip: _Slip) -> _Found | None:
    """A value on this line, or on one above it, that needs quotes or has lost one."""
    for line in _around(slip):
        message = _value_slip(slip.lines[line])
        if message:
            head = traps.parts(slip.lines[line])[0]
            return line, len(head), message
    return None


def _around(slip: _Slip) -> list[int]:
    """The line the parser stopped at, the one before that says something, and where it began."""
    near = [slip.line]
    above = slip.line - 1
    while above >= max(0, slip.line - _FARTHEST_UP) and not _says_something(slip.lines[above]):
        above -= 1
    if above >= 0 and slip.column <= slip.indent:
        near.insert(0, above)
    if slip.began is not None and "quoted" in slip.context:
        near.insert(0, slip.began)
    return list(dict.fromkeys(near))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _value_slip(line: str) -> str | None:
    _, key, value = traps.parts(line)
    if not value:
        return None
    if value[0] in "\"'":
        return _quote_slip(line, value)
    if value[0] in "*&!@%`],}?":
        return f"a text that begins with {value[0]} needs quotes; write: {traps.with_quotes(line)}"
    if value[0] in "[{":
        return _bracket_slip(line, value)
    if value[0] in "|>":
        return _block_text_slip(line, value)
    if key and (value.startswith("- ") or value == "-"):
        return _dash_slip(line, key, value)
    if ": " in value or value.endswith(":"):
        return (
            f"a text with a colon and a space in it needs quotes; write: {traps.with_quotes(line)}"
        )
    return _lost_slip(line, value)


def _quote_slip(line: str, value: str) -> str | None:
    sign = value[0]
    end = _end_of_quoted(value)
    if end is None:
        return f"the quote that begins here does not end; write: {_requoted(line, value[1:])}"
    if value[end:].strip():
        inner = value[1:-1] if value.endswith(sign) else value
        return f"the quotes end before the text does; write: {_requoted(line, inner)}"
    return None


def _requoted(line: str, text: str) -> str:
    return traps.parts(line)[0].lstrip() + traps.quoted(text)


def _end_of_quoted(value: str) -> int | None:
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, value)
    return found.end() if found else None


def _bracket_slip(line: str, value: str) -> str | None:
    closing = "]" if value[0] == "[" else "}"
    end = value.rfind(closing)
    if end >= 0 and value[end + 1 :].strip():
        return f"a text that begins with {value[0]} needs quotes; write: {traps.with_quotes(line)}"
    return None


def _block_text_slip(line: str, value: str) -> str | None:
    if re.fullmatch(r"[|>][-+\d]{0,2}", value):
        return None
    head = traps.parts(line)[0].strip()
    rest = value.lstrip("|>+-0123456789 ")
    return f"the text begins on the line below the {value[0]}; write: {head} {traps.quoted(rest)}"


def _dash_slip(line: str, key: str, value: str) -> str:
    if traps.is_rota(value) and len(value) > 1:
        return f"YAML takes this for a list; write: {traps.with_quotes(line)}"
    return f"a list begins on the line below its name; write '{key}:' and below it '  {value}'"


def _lost_slip(line: str, value: str) -> str | None:
    lost = re.search(r"\s(#[^\s#].*)$", line)
    if not lost:
        return None
    whole = traps.parts(line)[0].lstrip() + traps.quoted(f"{value} {lost[1].rstrip()}")
    return f"'{lost[1].rstrip()}' is lost, since YAML takes it for a comment; write: {whole}"


def _open_bracket(slip: _Slip) -> _Found | None:
    if "flow" not in slip.context or slip.began is None:
        return None
    sign = slip.lines[slip.began][slip.began_column : slip.began_column + 1]
    closing = "]" if sign == "[" else "}"
    message = f"the {sign} that begins here is not closed: add {closing}, or a comma between values"
    return slip.began, slip.began_column, message


def _no_colon(slip: _Slip) -> _Found | None:
    """A line that should be a name and its value and is not."""
    for line in _around(slip):
        text = slip.lines[line].strip()
        near = re.match(r"([A-Za-z_][\w-]*):([^\s:/].*)", text)
        indent = len(slip.lines[line]) - len(slip.lines[line].lstrip())
        if near:
            message = f"a space is missing behind the colon; write: {near[1]}: {near[2]}"
            return line, indent, message
    at = slip.began if "simple key" in slip.context and slip.began is not None else slip.line
    text = slip.lines[at].strip()
    if not text or ":" in text or text.startswith("-"):
        return None
    indent = len(slip.lines[at]) - len(slip.lines[at].lstrip())
    message = "this line has no 'name:': write one, or indent it further if it goes on from above"
    return at, indent, message


def _too_far_in(slip: _Slip) -> _Found | None:
    if "not allowed" not in slip.problem or slip.line == 0:
        return None
    message = "this line is indented further than the value above it allows: begin it below"
    return slip.line, slip.indent, message + " the name it belongs beside, or in quotes above"


def _out_of_line(slip: _Slip) -> _Found | None:
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


def _anything(slip: _Slip) -> _Found:
    message = f"YAML cannot read this ({slip.problem}): put quotes around the text, or look above"
    return slip.line, slip.column, message


_RULES: tuple[Callable[[_Slip], _Found | None], ...] = (
    _tab,
    _directive,
    _bad_value,
    _open_bracket,
    _no_colon,
    _too_far_in,
    _out_of_line,
    _anything,
)
