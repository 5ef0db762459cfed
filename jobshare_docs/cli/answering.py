"""The `answers` command: what a document was made from."""

from pathlib import Path

import click

from jobshare_docs.cli.reporting import reporting, tell
from jobshare_docs.problems import Problem, ProblemsFound, Severity


@click.command("answers", epilog="Example: jobshare-docs answers proposal.docx > answers.yaml")
@click.argument(
    "document", type=click.Path(readable=False, path_type=Path), metavar="DOCUMENT.docx"
)
@reporting
def answers_command(document: Path) -> None:
    """Print the answers that a proposal carries, as YAML.

    They are those that its reader may know: nobody's pay, no telephone number, nothing private. The
    same document can be made from them again.
    """
    from jobshare_docs.answers.layers import edits, is_document, layer
    from jobshare_docs.yaml_file.writing import written

    if not is_document(document.name):
        raise ProblemsFound([Problem(str(document), "this is no Word document: name a proposal")])
    found = layer(document, ignore_edits=True)
    if found.tree is None:
        raise ProblemsFound(found.problems)
    changed = edits(document.read_bytes())
    if changed:
        tell([Problem(str(document), changed, severity=Severity.WARNING)])
    click.echo(written(found.tree), nl=False)
