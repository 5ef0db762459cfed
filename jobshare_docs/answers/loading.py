"""Answers files into an arrangement: read, laid one on another, each block validated on its own."""

import os
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Values
from pathlib import Path
from typing import Any

from jobshare_docs.answers.agreed import changed_tree
from jobshare_docs.answers.answers import Answers, Terms
from jobshare_docs.answers.arrangement import BLOCKS, Arrangement
from jobshare_docs.answers.block import Section
from jobshare_docs.answers.layers import Layer, layer
from jobshare_docs.answers.naming import by_letter
from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.answers.rota import rota_told
from jobshare_docs.blocks import Block, fields_of, validate
from jobshare_docs.names import nearest
from jobshare_docs.policy.loading import load_policy
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, in_order
from jobshare_docs.remembering import by_identity
from jobshare_docs.yaml_file import (
    Mapping,
    Node,
    Scalar,
    find,
    is_given,
    lay,
    place_of,
)

FILE_NAME = "answers.yaml"
_AGREED = "confirmation.agreed"
_OFFERED = "reply.terms"

Blocks = Values[str, type[Block]]
_CONFIRMATION = "confirmation"


def load_answers(
    *paths: str | os.PathLike[str],
    policy: Policy | None = None,
    ignore_edits: bool = False,
) -> Answers:
    """The arrangement that the files describe, laid one on another from left to right.

    A path may be a folder that holds `answers.yaml` or a proposal, or a document that carries its
    answers; one whose text was edited is refused, unless `ignore_edits`. `policy` is another
    employer's, looked through already. Mistakes in what the files say are kept in `problems`;
    raises ProblemsFound where a file cannot be read at all.
    """
    layers = [layer(str(answers_file(path)), ignore_edits) for path in paths]
    return arranged(layers, policy or load_policy())


def arranged(layers: Sequence[Layer], policy: Policy) -> Answers:
    """The arrangement of layers that were read; raises ProblemsFound where one could not be."""
    files = tuple(each.file for each in layers)
    trees, problems = _trees(layers, policy)
    tree = lay(trees)
    arrangement, found = _arrangement(tree, blocks_of(policy))
    unparsed = _fields(problems)
    problems += _elsewhere(found, problems)
    asked = Terms(arrangement, tree, policy, _fields(problems))
    agreed, found = _changed(asked, _AGREED, unparsed)
    problems += found
    offered, found = _changed(asked, _OFFERED, unparsed, leaves_out=_CONFIRMATION)
    problems += found
    named = (by_letter(problem, asked) for problem in dict.fromkeys(problems))
    ordered = tuple(in_order(named, files))
    return Answers(files, _home(files, trees), policy, asked, agreed, offered, ordered)


def answers_file(path: str | os.PathLike[str]) -> Path:
    """The file that a path means: itself; in a folder, `answers.yaml` or else the proposal.

    Raises ProblemsFound where several documents in it would do.
    """
    path = Path(path)
    if not path.is_dir():
        return path
    if (path / FILE_NAME).exists():
        return path / FILE_NAME
    from jobshare_docs.answers.carrying import document_for  # most folders have an answers.yaml

    return document_for(path) or path


def _trees(layers: Sequence[Layer], policy: Policy) -> tuple[list[Mapping], list[Problem]]:
    problems = [problem for each in layers for problem in each.problems]
    trees = [each.tree for each in layers if each.tree is not None]
    if len(trees) < len(layers):
        known = blocks_of(policy)
        others = [problem for tree in trees for problem in _arrangement(tree, known)[1]]
        files = [each.file for each in layers]
        raise ProblemsFound(in_order(dict.fromkeys(problems + others), files))
    return trees, problems


def _home(files: Sequence[str], trees: Sequence[Mapping]) -> str:
    holders = [file for file, tree in zip(files, trees, strict=True) if "employees" in tree.entries]
    return holders[-1] if holders else files[0]


def _arrangement(tree: Mapping, known: Blocks) -> tuple[Arrangement, list[Problem]]:
    blocks: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, (place, node) in tree.entries.items():
        if name not in known:
            near = nearest(name, known)
            hint = f"; nearest: '{near}'" if near else f"; known are {', '.join(known)}"
            message = f"there is no block '{name}'{hint}"
            problems.append(
                Problem(place.file, message, place.line, place.column, name, meant=near or "")
            )
        elif isinstance(node, Mapping):
            blocks[name], found = _block(known[name], node, name)
            problems += found
        elif not (isinstance(node, Scalar) and not node.given):
            problems.append(_not_a_block(tree, name, node, known[name]))
    return _arranged(blocks), problems


@by_identity(256)
def _block(model: type[Block], node: Mapping, name: str) -> tuple[Block | None, list[Problem]]:
    """The block as its value, None where nothing is given, and what is wrong in it."""
    block, problems = validate(model, node, name)
    return block if is_given(node) else None, problems


def _arranged(blocks: dict[str, Any]) -> Arrangement:
    """The arrangement of its blocks, of which some may be the policy's own."""
    own = {name: blocks.pop(name) for name in tuple(blocks) if name not in BLOCKS}
    return Arrangement(**blocks, own=own)


def _changed(
    asked: Terms, key: str, unparsed: frozenset[str], leaves_out: str = ""
) -> tuple[Terms, list[Problem]]:
    """The answers with the changes under a dotted key; as asked where none stand there.

    What is offered in the place of the request is no change to what was confirmed: it leaves that
    block out.
    """
    changes = find(asked.tree, key)
    if not isinstance(changes, Mapping):
        return asked, []
    base = {name: entry for name, entry in asked.tree.entries.items() if name != leaves_out}
    wrong = asked.unread
    over = {name: one for name, one in changes.entries.items() if f"{key}.{name}" not in wrong}
    tree, problems = changed_tree(
        Mapping(base, asked.tree.place), Mapping(over, changes.place), key
    )
    arrangement, found = _arrangement(tree, blocks_of(asked.policy))
    # What is wrong in the request has been said; what the changes bring in has their own field.
    return Terms(arrangement, tree, asked.policy, unparsed | _fields(found)), problems


def _fields(problems: Iterable[Problem]) -> frozenset[str]:
    """What could not be read, or only under a wrong name; of a block that could not be, all."""
    wrong = [problem for problem in problems if problem.is_error]
    read_badly = {
        problem.field.partition(".")[0] if problem.hides_more else problem.field
        for problem in wrong
    }
    return frozenset(read_badly.union(problem.meant for problem in wrong if problem.meant))


def _not_a_block(tree: Mapping, name: str, node: Node, model: type[Block]) -> Problem:
    # Imported only now, since most answers are right and a command should start quickly.
    from jobshare_docs.blocks.wording import of_other_kind

    file, line, column = place_of(tree, name)
    keys = [key for key in fields_of(model) if key != "none"]
    message = of_other_kind("block", node, keys)
    if name == "schedule" and isinstance(node, Scalar) and (rota := rota_told(node.text)):
        return Problem(file, rota, line, column, name)
    if issubclass(model, Section):
        message += "; a section with nothing to say has 'none:' and a sentence that says so"
    return Problem(file, message, line, column, name)


def _elsewhere(found: Iterable[Problem], said: Iterable[Problem]) -> list[Problem]:
    """What was found at a place of which nothing is said yet: how YAML reads it comes first."""
    places = {(problem.where, problem.line, problem.column) for problem in said}
    return [each for each in found if (each.where, each.line, each.column) not in places]
