"""Text lost behind `#`: `bin #7` ends at `bin`, since YAML takes the rest for a comment."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, takewhile

import yaml
from yaml.events import DocumentEndEvent, Event, ScalarEvent

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.marks import end_of, start_of
from jobshare_docs.yaml_file.naming import name_at
from jobshare_docs.yaml_file.tree import Node

# A number sign behind a space, and right behind it something that is no decoration. (The sign leads
# the expression, so that the search leaps from one to the next.)
_LOST = re.compile(r"#(?<=[ \t]#)#*(?=[^\s#=*~_-])")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
_MOST_REPORTED = 50
_QUOTES = "\"'"


def lost_behind_number_sign(
    text: str, tree: Node, where: str, lines_before: int = 0
) -> list[Problem]:
    """The comments that look like part of a text, each with the line as it should be."""
    if not _LOST.search(text):
        return []
    return [
        replace(problem, field=name_at(tree, problem.line or 0, problem.column or 0))
        for problem in islice(_lost(text, where, lines_before), _MOST_REPORTED)
    ]


def _lost(text: str, where: str, lines_before: int) -> Iterator[Problem]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events = takewhile(_within_first_document, yaml.parse(text, Loader=loader))
    covered = _covered(event for event in events if isinstance(event, ScalarEvent))
    for number, line in enumerate(text.split("\n"), 1):
        comment = _comment_start(line, covered.get(number, ()))
        if comment is not None and line[:comment].strip() and _LOST.match(line, comment):
            yield _problem(where, number + lines_before, comment, line)


def _within_first_document(event: Event) -> bool:
    return not isinstance(event, DocumentEndEvent)


def _covered(scalars: Iterable[ScalarEvent]) -> dict[int, list[tuple[int, int]]]:
    """The stretches of each line, by its number, that stand inside a scalar."""
    covered: dict[int, list[tuple[int, int]]] = {}
    for event in scalars:
        first, last = start_of(event), end_of(event)
        block = event.style in ("|", ">")
        for number in range(first.line, last.line + 1):
            start = first.column if number == first.line else 0
            end = last.column if number == last.line else 1 << 30
            if not (block and number == first.line):
                covered.setdefault(number + 1, []).append((start, end))
    return covered


def _comment_start(line: str, covered: Iterable[tuple[int, int]]) -> int | None:
    for found in _COMMENT.finditer(line):
        if not any(start <= found.start() < end for start, end in covered):
            return found.start()
    return None


def _problem(where: str, number: int, comment: int, line: str) -> Problem:
    lost = line[comment:].rstrip()
    head, _, value = traps.parts(line[:comment].rstrip())
    whole = f"{head.strip()} {traps.quoted(f'{value.strip(_QUOTES)} {lost}'.strip())}"
    message = (
        f"'{lost}' is lost, since YAML takes it for a comment; write: {whole.strip()}"
        " (or put a space behind # if it is a comment)"
    )
    return Problem(where, message, number, comment + 1)
