"""The names in single tags, of a template whose tags do not fit together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jinja2 import TemplateSyntaxError, nodes

from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.word_template.checking import READ_WITH, readable
from jobshare_docs.word_template.names import Field, Scope, names
from jobshare_docs.word_template.near_tags import NearTag
from jobshare_docs.word_template.sandbox import Sandbox
from jobshare_docs.word_template.tags import Kind, Tag

_SET = re.compile(r"(?:for\s+(?P<names>[\w\s,()]+?)\s+in\b|(?:set|with)\s+(?P<name>\w+))")


class TemplateMistakes(ProblemsFound):
    """Raised with every mistake of a template, and the names in those of its tags that are right.

    So a name that does not exist is told beside a tag that is never closed, and what looks like a
    tag as well.
    """

    def __init__(
        self,
        problems: Iterable[Problem],
        fields: Iterable[Field] = (),
        near_tags: Iterable[NearTag] = (),
    ) -> None:
        super().__init__(problems)
        self.fields, self.near_tags = tuple(fields), tuple(near_tags)


def names_in_tag(tag: Tag, sandbox: Sandbox, scope: Scope) -> Iterator[str]:
    """The dotted names of one tag; what it loops over or sets is added to the scope."""
    if tag.kind is Kind.NOTE or (tag.kind is Kind.BLOCK and tag.word not in READ_WITH):
        return
    if tag.word == "elif":  # as an 'if', which can be read without one before it
        tag = replace(tag, code=tag.code.replace("elif", "if", 1))
    try:
        tree = sandbox.parse(readable(tag))
        found = [name for name, _ in names(tree, scope)]
    except (TemplateSyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return  # which is told as a mistake of its own
    yield from found
    for loop in tree.find_all(nodes.For):
        over = next((name for name, _ in names(loop.iter, scope)), "")
        scope.update((target.name, "") for target in loop.target.find_all(nodes.Name))
        if isinstance(loop.target, nodes.Name):
            scope[loop.target.name] = over and f"{over}[]"


def set_by(tag: Tag) -> set[str]:
    """The names of a template's own that a tag gives: what it loops over, or sets."""
    found = _SET.match(tag.code) if tag.kind is Kind.BLOCK else None
    return set(re.findall(r"\w+", found["names"] or found["name"])) if found else set()
