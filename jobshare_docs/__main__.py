"""`python -m jobshare_docs`: the same as the command `jobshare-docs`."""

import atexit
import gc

_MANY = 50_000  # objects made between two looks for those that nobody holds any more


def main() -> None:
    """Run the command.

    It makes much and throws little away: to look through it all every 700 objects, and once more
    before it ends, as Python does, takes a quarter of the time of a letter.
    """
    gc.set_threshold(_MANY)
    atexit.register(gc.freeze)
    from jobshare_docs.cli.main import main as command  # loaded under the same rule

    command()


if __name__ == "__main__":
    main()
