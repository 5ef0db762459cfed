"""The command as people call it, and what it is given in most tests."""

from click.testing import CliRunner, Result

from jobshare_docs.cli.main import program

# What every row of a batch is laid over: the example's answers and its employer's.
COMMON = [f"--common=nurse/{name}.yaml" for name in ("answers", "organization", "terms")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments, prog_name="jobshare-docs")
