"""`python -m jobshare_docs`: the same as the command `jobshare-docs`."""

import gc

_MANY = 50_000  # objects made between two looks for those that nobody holds any more


def main() -> None:
    """Run the command.

    One command makes much and throws little away: to look through it every 700 objects, as Python
    does, takes a tenth of the time of a letter.
    """
    gc.set_threshold(_MANY)
    from jobshare_docs.cli.main import main as command  # loaded under the same rule

    command()


if __name__ == "__main__":
    main()
