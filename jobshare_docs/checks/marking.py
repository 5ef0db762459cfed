"""The copy of a template in which every mistake has a comment of Word's."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem
from jobshare_docs.stamp import Stamp, digest, sealed
from jobshare_docs.version import VERSION

MARKED = "marked"
"""The kind that such a copy is stamped as, so that one that somebody edited is not overwritten."""

# the copy is the same whenever the mistakes are the same
_NO_DATE = date(1980, 1, 1)


def marked_name(template: Path) -> str:
    """The name of the copy: NAME.marked.docx."""
    return f"{template.stem}.{MARKED}.docx"


def is_marked_copy(file: Path) -> bool:
    """Whether a file is named as such a copy is."""
    return file.name.endswith(f".{MARKED}.docx")


def can_be_marked(problem: Problem) -> bool:
    """Whether a problem is one of a template, with a place where a comment can stand."""
    from jobshare_docs.word_template.places import (
        PlacedProblem,
    )  # the mark alone is asked for often

    return isinstance(problem, PlacedProblem)


def marked_copy(template: Path, problems: Iterable[Problem], policy: Policy) -> bytes:
    """The template with a comment for each problem; raises ProblemsFound if it cannot be read."""
    from jobshare_docs.word_template.marking import marked  # python-docx, which nothing else needs

    identity = policy.identity
    mark = Stamp(
        kind=MARKED,
        version=VERSION,
        policy=f"{identity.name} {identity.version}",
        date=_NO_DATE,
        inputs=digest([template.read_bytes()]),
    )
    return sealed(marked(template, problems), mark)
