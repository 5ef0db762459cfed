"""A form with what was answered typed behind its colons and dashes; its comments stay."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Texts

from jobshare_docs.answers.form import Form, Items, Question
from jobshare_docs.yaml_file import (
    Entry,
    Node,
    Place,
    Scalar,
    Sequence,
    find,
    is_given,
    read_bytes,
)
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
    """The line with a text behind its colon or dash, in the place of what stood there.

    The lines of a longer text stand below, further in than the name or the dash.
    """
    head = _HEAD.match(line)
    first, *more = (as_yaml(text) if text else "").split("\n")
    here = head[1] if head else line
    indent = " " * (len(here) - len(here.lstrip(" " if here.endswith("-") else " -")))
    typed = f"{here} {first}".rstrip()
    return "\n".join((typed, *(f"{indent}{below}" if below else "" for below in more)))


def given_in(form: Form, text: str) -> dict[str, str] | None:
    """What was answered in a file that was filled from a form; None where it was changed since."""
    tree, problems = read_bytes(text.encode(), form.name)
    if tree is None or problems:
        return None
    lines = text.split("\n")
    found = ((key, _answer(node, lines)) for key, node in _nodes(form, tree))
    given = {key: answer for key, answer in found if answer}
    return given if filled(form, given) == text else None


def _nodes(form: Form, tree: Block) -> Iterator[tuple[str, Node]]:
    """What stands in a file at each question of a form."""
    for part in form.parts:
        for question in part.questions if isinstance(part, Items) else (part,):
            for number in range(_count(tree, question.key)):
                key = question.key.replace("[]", f"[{number}]")
                if (node := find(tree, key)) is not None:
                    yield key, node


def _count(tree: Block, key: str) -> int:
    """How often a question stands in a file: once, or for each item of its list."""
    items = find(tree, key.partition("[]")[0]) if "[]" in key else None
    return len(items.items) if isinstance(items, Sequence) else 1


def _answer(node: Node, lines: Texts[str]) -> str:
    """The text that was given; a block or list in braces as it stands in its line."""
    if isinstance(node, Scalar):
        return node.text if node.given else ""
    line = lines[node.place.line - 1] if is_given(node) else ""
    return line[node.place.column - 1 :].strip() if node.place.line <= len(lines) else ""
