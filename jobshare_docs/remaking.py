"""A finished document once more from the answers that it carries, to see what was edited in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jobshare_docs import stamp
from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.layers import layer_of
from jobshare_docs.answers.loading import arranged
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.documents.templates import Templates
from jobshare_docs.generate import Order, render
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class Remade:
    """The document as its answers give it; `is_exact` where nothing else it is made from changed.

    Else it was made with another version, policy or template, and may differ for that reason too.
    """

    document: bytes
    is_exact: bool


def remade(path: Path, document: bytes, policy: Policy, templates: Templates) -> Remade:
    """The document made again from its own answers; raises ProblemsFound where that cannot be."""
    mark = stamp.read(document)
    answers = arranged([layer_of(document, str(path), ignore_edits=True)], policy)
    if mark is None or mark.kind not in CATALOGUE:
        raise ProblemsFound([Problem(str(path), "jobshare-docs did not make this document")])
    made = list(_both_ways(answers, mark, templates))
    if not made:
        raise ProblemsFound(
            [
                Problem(
                    str(path), "no document can be made of its answers: see 'jobshare-docs check'"
                )
            ]
        )
    same = [one for one in made if (again := stamp.read(one)) and again.inputs == mark.inputs]
    return Remade(same[0], True) if same else Remade(made[0], False)


def _both_ways(answers: Answers, mark: stamp.Stamp, templates: Templates) -> Iterator[bytes]:
    """Finished and as a draft, as far as the answers allow."""
    for is_draft in (False, True):
        order = Order(CATALOGUE[mark.kind], mark.date, draft=is_draft, templates=templates)
        try:
            yield from render(answers, order).values()
        except ProblemsFound:
            continue
