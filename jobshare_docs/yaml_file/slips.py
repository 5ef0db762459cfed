"""Where the parser stopped, and the lines around that place."""

from typing import NamedTuple

import yaml

from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.parsing import Parser

_FARTHEST_UP = 200

Found = tuple[int, int, str]
"""A line and a column, from zero, and what is wrong there."""


class Slip(NamedTuple):
    """The place at which the parser stopped, and that at which what it was reading began.

    Lines and columns count from zero, in `lines`; `lines_before` come before them in the file.
    """

    lines: list[str]
    lines_before: int
    line: int
    column: int
    began: int | None
    began_column: int
    context: str
    problem: str

    @property
    def text(self) -> str:
        """The line at which the parser stopped."""
        return self.lines[self.line]

    @property
    def indent(self) -> int:
        """The spaces before that line."""
        return indent_of(self.text)

    @property
    def above(self) -> int | None:
        """The nearest line above that says something."""
        for line in range(self.line - 1, max(-1, self.line - _FARTHEST_UP), -1):
            if self.lines[line].strip() and not self.lines[line].lstrip().startswith("#"):
                return line
        return None

    @property
    def suspects(self) -> list[int]:
        """The lines that may be to blame: the one above comes first where this one begins badly."""
        lines = [self.line]
        if self._begins_badly and self.above is not None:
            lines.insert(0, self.above)
        if self.began is not None and "quoted" in self.context:
            lines.insert(0, self.began)
        elif (open_quote := self._open_quote()) is not None:
            lines.insert(0, open_quote)
        return list(dict.fromkeys(lines))

    def _open_quote(self) -> int | None:
        """The line above on which a quote begins that only the first one on this line ends."""
        for sign in (one for one in "\"'" if one in self.text):
            for line in range(self.line - 1, max(-1, self.line - _FARTHEST_UP), -1):
                if traps.opens_quote(self.lines[line], sign):
                    return line if traps.begins_entry(self.lines[line + 1]) else None
                if sign in self.lines[line]:
                    break
        return None

    @property
    def _begins_badly(self) -> bool:
        first_colon = self.text.find(":")
        return self.column <= self.indent or self.column == first_colon


def slip_of(error: yaml.YAMLError, parser: Parser) -> Slip:
    """The parser's own account of its error."""
    began = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or began
    last = len(parser.lines) - 1
    return Slip(
        lines=parser.lines,
        lines_before=parser.lines_before,
        line=min(mark.line, last) if mark else 0,
        column=mark.column if mark else 0,
        began=min(began.line, last) if began else None,
        began_column=began.column if began else 0,
        context=getattr(error, "context", None) or "",
        problem=getattr(error, "problem", None) or str(error),
    )


def indent_of(line: str) -> int:
    """The spaces and tabs before a line."""
    return len(line) - len(line.lstrip())
