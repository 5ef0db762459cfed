"""The examples that come with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_EMPLOYER = ("organization.yaml", "terms.yaml")

JOB_SHARE = "community-health-nurse"
PART_TIME = "part-time-clerk"


def example_folder(name: str) -> Path:
    """The folder of an example: inside an installed package, beside its source."""
    installed = _PACKAGE / "examples" / name
    return installed if installed.is_dir() else _PACKAGE.parent / "proposals" / name


def example_layers(name: str) -> tuple[Path, ...]:
    """The example's files as they are laid one on another: the employee's, then the employer's."""
    folder = example_folder(name)
    return (folder / "answers.yaml", *(folder / file for file in _EMPLOYER))


def example_worksheet(name: str) -> Path:
    """The example's private worksheet, which is never laid over the rest but to list the names."""
    return example_folder(name) / "worksheet.yaml"


def example_reply(name: str) -> Path:
    """The employer's reply that the example has in the place of terms."""
    return example_folder(name) / "reply.yaml"
