"""What went wrong in a render: every mistake of it, each at the tag that made it.

A render stops at its first mistake. This one goes on: what fails is noted with the line it stands
on, and gives nothing; so the person reads all mistakes at once.
"""

import sys
from collections.abc import Callable, Mapping
from functools import wraps
from types import TracebackType
from typing import Any

from jinja2 import Template

from jobshare_docs.problems import Problem
from jobshare_docs.word_template.compiling import Compiled
from jobshare_docs.word_template.explaining import FilterFailed, explained
from jobshare_docs.word_template.guarding import guard
from jobshare_docs.word_template.limits import RENDERING, TooMuch
from jobshare_docs.word_template.printing import Printer
from jobshare_docs.word_template.rendering import OWN_FILTERS, Rendering
from jobshare_docs.word_template.sandbox import (
    PASSED_FILTER,
    ROUNDS_FILTER,
    WEIGHED_FILTER,
    Absent,
    Sandbox,
)

MISTAKES_AT_MOST = 100


class Notes:
    """The mistakes of one render, by line, each once."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, str], Exception] = {}

    def take(self, error: Exception, line: int | None = None) -> None:
        """Note a mistake made on a line, by default on the one that now runs."""
        if len(self.found) >= MISTAKES_AT_MOST:
            raise error
        at = _running_line() if line is None else line
        self.found.setdefault((at, str(error)), error)


def problems_of_render(
    made: Compiled, values: Mapping[str, Any], rendering: Rendering, error: Exception
) -> list[Problem]:
    """The problems of a failed render in the order of the document; never none."""
    notes = Notes()
    try:
        _render_noting(made, {**values, RENDERING: rendering}, notes)
    # what is not noted on the way, such as a wrong operator, ends the render as it ended the first
    except Exception as ending:
        notes.found.setdefault((_line_of(ending), str(ending)), ending)
    if not notes.found:
        notes.take(error, _line_of(error))
    in_order = sorted(notes.found.items(), key=lambda item: item[0][0])
    problems = [_problem(made, line, noted, values) for (line, _), noted in in_order]
    return list(dict.fromkeys(problems))  # a text box says everything twice, for old programs


def _problem(made: Compiled, line: int, error: Exception, values: Mapping[str, Any]) -> Problem:
    placed = made.lines.at(line)
    message = explained(error, values, placed.tag, made.sandbox)
    return placed.place.problem(made.package.where, placed.tag.text, message)


def _render_noting(made: Compiled, values: dict[str, Any], notes: Notes) -> None:
    sandbox = Sandbox({})
    sandbox.undefined = _noted_absent(notes)
    sandbox.filters = {
        name: _noting(name, filter, notes) for name, filter in made.sandbox.filters.items()
    }
    for name, printing in Printer(made.lines.shapes).filters.items():
        sandbox.filters[name] = _passing(printing, notes, b"")
    for name in (ROUNDS_FILTER, PASSED_FILTER, WEIGHED_FILTER):
        sandbox.filters[name] = _passing(OWN_FILTERS[name], notes, ())
    code = sandbox.compile(guard(sandbox.parse(made.source), made.lines))
    template = Template.from_code(sandbox, code, sandbox.globals)
    for _ in template.root_render_func(template.new_context(values)):
        pass


def _noting(name: str, filter: Callable[..., Any], notes: Notes) -> Callable[..., Any]:
    @wraps(filter)
    def noted(*arguments: Any, **named: Any) -> Any:
        try:
            return filter(*arguments, **named)
        except (TooMuch, RecursionError):  # what would take for ever ends this render as well
            raise
        # a filter may raise anything: it is given by whoever uses the engine
        except Exception as error:
            passed = 1 if hasattr(filter, "jinja_pass_arg") else 0
            value = arguments[passed] if len(arguments) > passed else None
            notes.take(FilterFailed(name, value, error))
            return ""

    return noted


def _passing(filter: Callable[..., Any], notes: Notes, instead: Any) -> Callable[..., Any]:
    @wraps(filter)
    def passed(*arguments: Any) -> Any:
        try:
            return filter(*arguments)
        except (TooMuch, RecursionError):
            raise
        except Exception as error:  # as above: noted, and the render goes on
            notes.take(error)
            return instead

    return passed


def _noted_absent(notes: Notes) -> type[Absent]:
    """A kind of absent name that is noted when used, and then as good as nothing."""

    def noting(instead: Callable[[Absent], Any]) -> Callable[..., Any]:
        def use(absent: Absent, *_: Any) -> Any:
            notes.take(absent.missing())
            return instead(absent)

        return use

    uses: dict[str, Any] = {
        "__getitem__": noting(lambda absent: absent),
        "__call__": noting(lambda absent: absent),
        "__str__": noting(lambda _: ""),
        "__iter__": noting(lambda _: iter(())),
        "__len__": noting(lambda _: 0),
        "__bool__": noting(lambda _: False),
        "__eq__": noting(lambda _: False),
        "__hash__": object.__hash__,
        "__slots__": (),
    }
    return type("NotedAbsent", (Absent,), uses)


def _running_line() -> int:
    """The line of the source that runs now."""
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return template.get_corresponding_lineno(frame.f_lineno)
    return 0


def _line_of(error: Exception) -> int:
    """The line of the source on which an error came up."""
    line = 0
    traceback: TracebackType | None = error.__traceback__
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line
