"""Reading the code of each tag on its own, so that all mistakes of a template come at once."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

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


def mistakes(tag: Tag, sandbox: Sandbox) -> Iterator[str]:
    """What is wrong with the code of a tag."""
    if tag.kind is Kind.BLOCK and tag.word not in READ_WITH:
        if not BARE.fullmatch(tag.code):
            yield f"'{tag.text}' says more than '{tag.word}'; take the rest out"
        return
    if tag.kind is Kind.NOTE:
        return
    try:
        tree = sandbox.parse(_readable(tag))
    except TemplateSyntaxError as error:
        yield f"'{tag.text}' cannot be read: {_plainly(error)}"
    # int() of Python refuses numbers of thousands of digits, deep brackets end the stack
    except (ValueError, OverflowError, RecursionError, MemoryError):
        yield f"'{tag.text[:60]}' is not allowed: it is too large to read"
    else:
        yield from _not_allowed(tag, tree, sandbox)


def _readable(tag: Tag) -> str:
    if tag.kind is Kind.PRINT:
        return f"{BEGIN_PRINT}{tag.code} {END_PRINT}"
    whole = f"{BEGIN_BLOCK}{tag.code} {END_BLOCK}"
    return READ_WITH[tag.word].format(whole, BEGIN_BLOCK, END_BLOCK)


def _plainly(error: TemplateSyntaxError) -> str:
    message = str(error.message or "")
    if "end of print statement" in message or "end of statement block" in message:
        found = message.partition("got ")[2].strip("'")
        return f"'{found}' is not expected there; quotes or an operator may be missing"
    if "unexpected 'end of" in message or "Expected an expression" in message:
        return "something is missing; write a name in it"
    return message.rstrip(".")


def _not_allowed(tag: Tag, tree: nodes.Template, sandbox: Sandbox) -> Iterator[str]:
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = sandbox.filters if isinstance(node, nodes.Filter) else sandbox.tests
        if node.name not in known:
            what = "filter" if isinstance(node, nodes.Filter) else "test"
            yield f"there is no {what} '{node.name}'{nearest(node.name, known)}"
    for name in _names(tree):
        if name.startswith("_"):
            yield f"'{name}' is not allowed in a template: it begins with an underscore"
    for node in tree.find_all(nodes.AssignBlock):
        yield f"'{tag.text}' needs a value: {{% set name = value %}}"
    for loop in tree.find_all(nodes.For):
        if loop.recursive:
            yield f"'{tag.text}' is not allowed: a loop cannot be recursive"
    if any(isinstance(node, nodes.Pow) for node in tree.find_all(nodes.Pow)):
        yield f"'**' is not allowed in a template: '{tag.text}'; write the figure"


def _names(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.NSRef)):
        yield node.attr if isinstance(node, nodes.Getattr) else node.name
    for item in tree.find_all(nodes.Getitem):
        if isinstance(item.arg, nodes.Const) and isinstance(item.arg.value, str):
            yield item.arg.value


def nearest(name: str, known: object, owner: str = "") -> str:
    """ "; nearest: 'x'" where one of the known names is near, else nothing."""
    names = [str(each) for each in known if not str(each).startswith("_")]  # type: ignore[attr-defined]  # any iterable of names
    near = get_close_matches(str(name), names, 1)
    return f"; nearest: '{owner}{near[0]}'" if near else ""
