"""The command as people call it."""

from click.testing import CliRunner, Result

from jobshare_docs.cli.main import program


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments, prog_name="jobshare-docs")
