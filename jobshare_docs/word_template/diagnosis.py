"""What went wrong in a render: every mistake of it, each at the tag that made it."""

import sys
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import wraps
from types import FrameType, TracebackType
from typing import Any

from jinja2 import Template
from jinja2.runtime import Undefined

from jobshare_docs.problems import Problem
from jobshare_docs.word_template.compiling import Compiled
from jobshare_docs.word_template.sandbox import MISSING, MissingName
from jobshare_docs.word_template.shapes import Use


def problems_of_render(
    made: Compiled, values: Mapping[str, Any], error: Exception
) -> list[Problem]:
    """The problem of a failed render, at the place of its tag."""
    line = _line_of(error.__traceback__)
    placed = made.lines.at(line)
    message = _message(error, values, placed.tag.text, placed.tag.code)
    return [placed.place.problem(made.package.where, placed.tag.text, message)]


def _line_of(traceback: TracebackType | None) -> int:
    """The line of the source at which the innermost frame of the template stood."""
    line = 0
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _message(error: Exception, values: Mapping[str, Any], text: str, code: str) -> str:
    if isinstance(error, MissingName):
        return str(error)
    return str(error)
