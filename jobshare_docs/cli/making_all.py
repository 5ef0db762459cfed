"""The command that makes every document at once."""

from typing import Any

import click

from jobshare_docs.answers.answers import Answers
from jobshare_docs.checks.answers import check, missing_in
from jobshare_docs.cli.making import answers_of, make, order_of
from jobshare_docs.cli.options import embed_option, making, making_options
from jobshare_docs.cli.reporting import reporting, say
from jobshare_docs.documents.catalogue import Kind
from jobshare_docs.documents.needs import kinds_to_speak_of
from jobshare_docs.problems import Problem, ProblemsFound, errors


@click.command("all", epilog="Example: jobshare-docs all my-proposal organization.yaml terms.yaml")
@making_options
@embed_option
@reporting
def all_command(embed: bool, **options: Any) -> None:
    """Make every document that the answers are complete for.

    What is missing for the others is told on standard error. The private worksheet and a reply are
    made only where you lay them over the answers, a posting where you do or there is no partner
    yet.
    """
    shared = making(**options)
    answers = answers_of(shared)
    kinds = kinds_to_speak_of(answers.asked)
    complete = [kind for kind in kinds if not missing_in(answers, kind)]
    for kind in kinds:
        if kind not in complete:
            _tell_incomplete(answers, kind)
    if not complete:
        raise ProblemsFound(errors(check(answers)) or [_nothing_complete(answers)])
    make(answers, shared, [order_of(kind, shared, embed=embed) for kind in complete])


def _tell_incomplete(answers: Answers, kind: Kind) -> None:
    lacking = missing_in(answers, kind)
    things = "1 thing is" if len(lacking) == 1 else f"{len(lacking)} things are"
    say(f"{kind.name}: not made, {things} missing:")
    for problem in lacking:
        say(f"  {problem}")


def _nothing_complete(answers: Answers) -> Problem:
    return Problem(answers.home, "nothing is complete yet; 'proposal --draft' shows what there is")
