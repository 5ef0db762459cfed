"""The command that shows the way to a request as a table."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

import click

from jobshare_docs.cli.options import (
    answers_argument,
    ignore_edits_option,
    policy_option,
    templates_option,
)
from jobshare_docs.cli.reporting import MISTAKES, reporting
from jobshare_docs.cli.width import width

_INDENT = "    "
_WIDEST = 110


@click.command("fit", epilog="Example: jobshare-docs fit my-proposal")
@answers_argument
@policy_option
@templates_option
@ignore_edits_option
@reporting
def fit_command(
    answers: tuple[str, ...], policy: Path | None, templates: Path | None, ignore_edits: bool
) -> None:
    """Show whether it fits before you ask: money, readiness, the job, schedule and policy.

    ANSWERS is the folder that holds answers.yaml and worksheet.yaml, or the files themselves. What
    the private worksheet says is shown here and goes nowhere else. The exit status is 1 where
    something is wrong, not where something is still open.
    """
    from jobshare_docs.answers.loading import load_answers
    from jobshare_docs.checks.answers import check
    from jobshare_docs.checks.employer import policy_in
    from jobshare_docs.checks.fit import fit
    from jobshare_docs.cli.own_templates import own_templates
    from jobshare_docs.cli.worksheets import with_worksheets
    from jobshare_docs.documents.catalogue import PROPOSAL
    from jobshare_docs.problems import errors

    rules = policy_in(policy)
    loaded = load_answers(*with_worksheets(answers), policy=rules, ignore_edits=ignore_edits)
    sentences = own_templates(templates, rules).sentences()
    part_time = loaded.asked.arrangement.is_part_time
    for step in fit(loaded, sentences):
        alone = f"fit.questions.{step.question}_part_time"
        key = alone if part_time and alone in sentences else f"fit.questions.{step.question}"
        for line in _row(sentences[key], sentences[f"fit.answers.{step.holds}"], step.says):
            click.echo(line)
    if errors(check(loaded, PROPOSAL, missing_is_wrong=False)):
        sys.exit(MISTAKES)


def _row(question: str, answer: str, says: tuple[str, ...]) -> Iterator[str]:
    """The question and its answer, and below them what to know, as many lines as it takes."""
    yield f"{question:<34}{answer}"
    for said in says:
        yield from wrap(
            said,
            width(_WIDEST),
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_on_hyphens=False,
            break_long_words=False,
        )
