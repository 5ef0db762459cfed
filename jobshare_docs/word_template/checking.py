"""Reading the code of each tag on its own, so that all mistakes of a template come at once."""

import re
from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError, nodes

from jobshare_docs import names
from jobshare_docs.word_template.flat_text import OBJECT
from jobshare_docs.word_template.restarts import VARIABLE
from jobshare_docs.word_template.sandbox import (
    BEGIN_BLOCK,
    BEGIN_PRINT,
    END_BLOCK,
    END_PRINT,
    Sandbox,
)
from jobshare_docs.word_template.tags import Kind, Tag

# what a block tag needs after it to be read on its own
READ_WITH = {
    "if": "{0}{1}endif{2}",
    "elif": "{1}if x{2}{0}{1}endif{2}",
    "for": "{0}{1}endfor{2}",
    "with": "{0}{1}endwith{2}",
    "set": "{0}",
}
BARE = re.compile(r"\w+")
# Python reads no more brackets within brackets than two hundred
DEPTH_AT_MOST, CODE_AT_MOST = 60, 10_000
OWN_NAME = re.compile(r"\b_\w")


def mistakes(tag: Tag, sandbox: Sandbox) -> Iterator[str]:
    """What is wrong with the code of a tag."""
    if tag.kind is Kind.BLOCK and tag.word not in READ_WITH:
        if not BARE.fullmatch(tag.code):
            yield f"'{tag.text}' says more than '{tag.word}'; take the rest out"
        return
    if tag.kind is Kind.NOTE:
        return
    if tag.word == "set" and "=" not in tag.code:
        yield f"'{tag.text}' needs a value: {{% set name = value %}}"
        return
    try:
        tree = _parsed(tag, sandbox)
    except TemplateSyntaxError as error:
        yield f"'{tag.text.replace(OBJECT, '')}' cannot be read: {_plainly(error)}"
    # int() of Python refuses numbers of thousands of digits, deep brackets end the stack
    except (ValueError, OverflowError, RecursionError, MemoryError):
        yield f"'{tag.text[:60]}' is not allowed: it is too large to read"
    else:
        for node, _ in _all(tree):
            yield from _own(node)
        for _, message in not_allowed(tree, sandbox):
            yield message


def _parsed(tag: Tag, sandbox: Sandbox) -> nodes.Template:
    if len(tag.code) > CODE_AT_MOST:
        raise OverflowError
    return sandbox.parse(readable(tag))


def readable(tag: Tag) -> str:
    """A tag as source that can be parsed on its own."""
    if tag.kind is Kind.PRINT:
        return f"{BEGIN_PRINT}{tag.code} {END_PRINT}"
    whole = f"{BEGIN_BLOCK}{tag.code} {END_BLOCK}"
    return READ_WITH[tag.word].format(whole, BEGIN_BLOCK, END_BLOCK)


def _plainly(error: TemplateSyntaxError) -> str:
    message = str(error.message or "")
    if OBJECT in message:
        return "a picture, a field, a note or a page break stands inside; take it out of the tag"
    if "end of print statement" in message or "end of statement block" in message:
        found = message.partition("got ")[2].strip("'")
        return f"'{found}' is not expected there; quotes or an operator may be missing"
    if "unexpected 'end of" in message or "Expected an expression" in message:
        return "something is missing; write a name in it"
    if message == "expected token ':', got '}'":
        return "a brace too many stands at each end; take these out"
    if "unexpected char" in message and ("'\"'" in message or '"\'"' in message):
        return "a quote in it is never closed"
    return message.rstrip(".")


def needs_a_look(tag: Tag) -> bool:
    """Whether a tag has to be read on its own: it may use the engine's own names, or is large."""
    return OWN_NAME.search(tag.code) is not None or len(tag.code) > CODE_AT_MOST


def not_allowed(tree: nodes.Template, sandbox: Sandbox) -> Iterator[tuple[int, str]]:
    """What a template says that is not there or must not be: the line of it, and why."""
    for node, depth in _all(tree):
        if depth > DEPTH_AT_MOST:
            yield node.lineno, "it says too much in one tag; set a part of it first"
            return
        for message in _why_not(node, sandbox):
            yield node.lineno, message


def _all(tree: nodes.Node) -> Iterator[tuple[nodes.Node, int]]:
    """Every node in the order of the text, with the number of expressions it is nested in."""
    left: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while left:
        node, depth = left.pop()
        yield node, depth
        inner = depth + 1 if isinstance(node, nodes.Expr) else 0
        left.extend((child, inner) for child in reversed(list(node.iter_child_nodes())))


def _why_not(node: nodes.Node, sandbox: Sandbox) -> Iterator[str]:
    match node:
        case nodes.Filter() if node.name not in sandbox.filters:
            yield f"there is no filter '{node.name}'{nearest(node.name, sandbox.filters)}"
        case nodes.Test() if node.name not in sandbox.tests:
            yield f"there is no test '{node.name}'{nearest(node.name, sandbox.tests)}"
        case nodes.Name() | nodes.NSRef() if node.name.startswith("_") and not _is_own(node.name):
            yield _underscored(node.name)
        case nodes.Name(name="self" | "super"):
            yield f"there is no '{node.name}' in a template"
        case nodes.Getattr() if node.attr.startswith("_"):
            yield _underscored(node.attr)
        case nodes.Getitem(arg=nodes.Const(value=str() as key)) if key.startswith("_"):
            yield _underscored(key)
        case nodes.For() if node.recursive:
            yield "a recursive loop is not allowed in a template"
        case nodes.Pow():
            yield "'**' is not allowed in a template; write the figure"


def _own(node: nodes.Node) -> Iterator[str]:
    """Where a tag of the author's uses what is the engine's own."""
    if isinstance(node, nodes.Filter | nodes.Test) and node.name.startswith("_"):
        yield _underscored(node.name)
    if isinstance(node, nodes.Name | nodes.NSRef) and _is_own(node.name):
        yield _underscored(node.name)


def _is_own(name: str) -> bool:
    """Whether a name is the engine's: the number of a list that starts again."""
    return name.startswith(VARIABLE) and name.removeprefix(VARIABLE).isdecimal()


def _underscored(name: str) -> str:
    return f"'{name}' is not allowed in a template: it begins with an underscore"


def nearest(name: str, known: Iterable[object], owner: str = "") -> str:
    """ "; nearest: 'x'" where one of the known names is near, else nothing."""
    near = names.nearest(str(name), [str(one) for one in known if not str(one).startswith("_")])
    return f"; nearest: '{owner}{near}'" if near else ""
