"""A form with what was answered typed behind its colons and dashes; its comments stay."""

import re
from collections.abc import Iterator, Mapping

from jobshare_docs.answers.form import Form, Items, Question
from jobshare_docs.yaml_file import Entry, Place, Scalar
from jobshare_docs.yaml_file import Mapping as Block
from jobshare_docs.yaml_file.writing import written

Given = Mapping[str, str]
"""What was answered by dotted key, items by number: `duties.tasks[1].task`."""

_HEAD = re.compile(r"(\s*(?:- )?[^\s:#][^:]*:|\s*-)")
_BRACES = re.compile(r"\{\s*\w+:\s.*\}")
_NOWHERE = Place("", 0, 0)


def filled(form: Form, given: Given) -> str:
    """The text of the form with the answers in it, each written so that it is read as it was."""
    lines = list(form.lines)
    # From below, since an item more makes all lines after it stand further down.
    for part in reversed(form.parts):
        if isinstance(part, Items):
            lines[part.first : part.last + 1] = list(_items(form, part, given))
        else:
            lines[part.line : part.line + 1] = list(_answered(form.lines[part.line], part, given))
    return "\n".join(lines)


def as_yaml(text: str) -> str:
    """An answer as it is written behind a colon; a block in braces stays as it is."""
    if _BRACES.fullmatch(text):
        return text
    block = Block({"a": Entry(_NOWHERE, Scalar(text, True, _NOWHERE))}, _NOWHERE)
    return written(block).removeprefix("a:").strip()


def _answered(line: str, question: Question, given: Given) -> Iterator[str]:
    if question.repeats:
        yield from [_typed(line, text) for text in _texts(question, given)] or [line]
    else:
        yield _typed(line, given[question.key]) if question.key in given else line


def _texts(question: Question, given: Given) -> Iterator[str]:
    number = 0
    while (key := question.key.replace("[]", f"[{number}]")) in given:
        yield given[key]
        number += 1


def _items(form: Form, items: Items, given: Given) -> Iterator[str]:
    """The lines of every item that was given, or of a blank one; comments stand in the first."""
    yield from _item(form, items, given, 0)
    number = 1
    while any(key.startswith(f"{items.key}[{number}].") for key in given):
        typed = _item(form, items, given, number)
        yield from (line for line in typed if not line.lstrip().startswith("#"))
        number += 1


def _item(form: Form, items: Items, given: Given, number: int) -> Iterator[str]:
    questions = {question.line: question for question in items.questions}
    for index in range(items.first, items.last + 1):
        line = form.lines[index]
        question = questions.get(index)
        key = question.key.replace("[]", f"[{number}]") if question else ""
        yield _typed(line, given[key]) if key in given else line


def _typed(line: str, text: str) -> str:
    """The line with a text behind its colon or dash, in the place of what stood there."""
    head = _HEAD.match(line)
    value = as_yaml(text) if text else ""
    return f"{head[1] if head else line} {value}".rstrip()
