"""The folder of one's own templates, as a command is given it."""

from pathlib import Path

from jobshare_docs.cli.reporting import tell
from jobshare_docs.documents.templates import Templates


def own_templates(folder: Path | None, quiet: bool = False) -> Templates:
    """The templates in use, told where nothing in the folder is; raises ProblemsFound for none."""
    templates = Templates(folder)
    templates.check()
    tell(templates.unused(), quiet)
    return templates
