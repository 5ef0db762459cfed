"""The command `jobshare-docs` and its subcommands, each imported only where it is run."""

from importlib import import_module

import click

from jobshare_docs.names import nearest
from jobshare_docs.version import VERSION

# The command, where it lives, and the line that --help prints of it (so that help imports nothing).
_COMMANDS = {
    "new": ("starting", "Start a folder with an answers file to fill in."),
    "check": ("checking", "Look for mistakes in answers, a template or a finished document."),
    "proposal": ("making", "Make the proposal that an employee hands to the supervisor."),
    "letter": ("making", "Make the written confirmation of the agreed terms."),
    "summary": ("making", "Make the arrangement on one page, for the team."),
    "benefits": ("making", "Make the statement of each employee's own pay and benefits."),
    "worksheet": ("making", "Make your private worksheet, and say what it comes to."),
    "reply": ("making", "Make the employer's reply to a request, or to an end."),
    "posting": ("making", "Make the advertisement of the vacant share."),
    "changeover": ("making", "Make a blank log for handing over from turn to turn."),
    "fill": ("filling", "Fill a Word template of your own."),
    "all": ("making_all", "Make every document that the answers are complete for."),
    "schedule": ("showing", "Show the rota, its hours and shares in the terminal."),
    "fit": ("fit_view", "Show whether you can afford it, are ready, and what is missing."),
    "due": ("due_list", "List reviews, ends and unanswered offers that fall due."),
    "patterns": ("showing", "List the rotas that can be called by name."),
    "fields": ("showing", "List the names that a Word template may use."),
    "schema": ("schema_printing", "Print the JSON Schema of answers, for editors."),
    "answers": ("answering", "Print the answers that a proposal was made from, as YAML."),
    "batch": ("batching", "Make documents for many arrangements at once, from a table."),
    "text": ("showing", "Print a Word document as plain text."),
}


class _Commands(click.Group):
    """A group that imports a command where it is run, and no other."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"jobshare_docs.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], _COMMANDS)
            hint = f" Did you mean '{near}'?" if near else " 'jobshare-docs --help' lists them."
            ctx.fail(f"There is no command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with: jobshare-docs new my-proposal",
)
@click.version_option(VERSION, prog_name="jobshare-docs")
def program() -> None:
    """Word documents of a job-share or part-time arrangement, from one answers file.

    An employee fills in answers.yaml and gets a proposal of nine sections. Human resources lays the
    agreed terms on top and gets the letter. Both get a summary on one page.
    """


def main() -> None:
    """Run the command; its status is 0 if all is well, 1 for mistakes, 2 for a wrong call."""
    program(prog_name="jobshare-docs")
