"""Whether a template can be filled: with the example's values, for everybody it may serve."""

from collections.abc import Iterator
from pathlib import Path

from jobshare_docs.documents.catalogue import CATALOGUE, Kind, Sheet
from jobshare_docs.documents.filling import filling
from jobshare_docs.documents.names import values_of_examples
from jobshare_docs.documents.outline import under
from jobshare_docs.documents.templates import Templates, compiled
from jobshare_docs.locale_text import written_in
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound

# What fails for want of a value that the examples lack may work where it is there.
_FOR_WANT_OF_A_VALUE = ("NoneType", "is empty, so there is no")


def failures(path: Path, policy: Policy) -> list[Problem]:
    """What fails when a template without mistakes is filled, each once and with its place.

    A name of a built-in template says for which kind it is, as with `--templates`; any other is
    taken for one that `fill` uses.
    """
    template = compiled(path)
    found: dict[Problem, None] = {}
    with written_in(policy.identity.locale):
        for kind, sheet in _uses(path, policy):
            letters = ("A", "B") if sheet.to_each else (None,)
            for values in values_of_examples(kind, letters, policy, Templates()):
                try:
                    template.render(values)
                except ProblemsFound as error:
                    found |= dict.fromkeys(filter(_is_of_the_template, error.problems))
    return list(found)


def _uses(path: Path, policy: Policy) -> Iterator[tuple[Kind, Sheet]]:
    known = [
        (under(kind, policy), sheet)
        for kind in CATALOGUE.values()
        for sheet in kind.sheets.values()
        if sheet.template == path.stem
    ]
    yield from known or ((kind, kind.sheet(None)) for kind in [filling(path)])


def _is_of_the_template(problem: Problem) -> bool:
    return not any(words in problem.message for words in _FOR_WANT_OF_A_VALUE)
