"""Every document of every example, made once for all tests of a run, and the built-in templates.

Beside the examples stand arrangements at the edges: a long one, uneven shares, and one in which
every part that may be left out is left out.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from jobshare_docs import load_answers, order, render
from jobshare_docs.checks.answers import missing_in
from jobshare_docs.documents.catalogue import CATALOGUE

PROJECT = Path(__file__).parent.parent
EXAMPLES = ("community-health-nurse", "part-time-clerk", "trial-records-analyst")
LAYERS = ("answers", "organization", "terms", "worksheet", "reply", "posting")
TODAY = date(2026, 11, 22)
_AT_THE_EDGES = PROJECT / "tests" / "answers" / "documents"
_LAID_OVER = ("forty-tasks", "thirty-seventy")

_LITTLE = """
position: {title: Records Analyst}
employees: {A: {name: Ines Ferrand, incumbent: yes}}
schedule: {weeks: ["A A A B B"]}
purpose: {statement: "As [the policy on job sharing](https://policy.example/job-sharing) says."}
"""


@cache
def documents() -> Mapping[str, bytes]:
    """The documents by example and name: `part-time-clerk/proposal`."""
    found = {}
    for example, layers in _arrangements():
        answers = load_answers(*layers)
        for kind in CATALOGUE.values():
            for form in kind.sheets if not missing_in(answers, kind) else ():
                for name, document in render(answers, order(kind.name, TODAY, form=form)).items():
                    found[f"{example}/{Path(name).stem}"] = document
    return found


def _arrangements() -> Iterator[tuple[str, list[Path]]]:
    """Each arrangement's name and the layers of its answers."""
    for example in EXAMPLES:
        yield example, _layers(example)
    for name in _LAID_OVER:
        yield name, [*_layers(EXAMPLES[0]), _AT_THE_EDGES / f"{name}.yaml"]
    yield "bare", [_AT_THE_EDGES / "bare.yaml"]


def _layers(example: str) -> list[Path]:
    folder = PROJECT / "proposals" / example
    return [path for name in LAYERS if (path := folder / f"{name}.yaml").exists()]


@cache
def templates() -> Mapping[str, bytes]:
    """The Word templates by name."""
    folder = PROJECT / "templates"
    return {f"templates/{path.stem}": path.read_bytes() for path in folder.glob("[!~]*.docx")}


def draft(folder: Path) -> bytes:
    """A draft of a proposal that says almost nothing yet: boxes for what is missing, and a link."""
    (folder / "little.yaml").write_text(_LITTLE, encoding="utf-8")
    answers = load_answers(folder / "little.yaml")
    return render(answers, order("proposal", TODAY, draft=True))["proposal.docx"]
