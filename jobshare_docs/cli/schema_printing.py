"""The `schema` command: what an answers file may hold, for editors."""

import json
from pathlib import Path

import click

from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli.options import policy_option
from jobshare_docs.cli.reporting import reporting
from jobshare_docs.policy.policy import Policy


@click.command("schema", epilog="Example: jobshare-docs schema > .answers.schema.json")
@policy_option
@reporting
def schema_command(policy: Path | None) -> None:
    """Print the JSON Schema of an answers file, by which editors complete and check.

    'jobshare-docs new' writes it beside the answers, which name it in their first line; VS Code
    reads it with the YAML extension of Red Hat. --policy adds another employer's own sections.
    """
    click.echo(schema_text(policy_in(policy)), nl=False)


def schema_text(policy: Policy) -> str:
    """The schema of answers under a policy, as JSON."""
    from jobshare_docs.answers.schema import answers_schema
    from jobshare_docs.documents.blanks import comments

    schema = answers_schema(policy, comments(policy))
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
