"""The folder of one's own templates, as a command is given it."""

from pathlib import Path

from jobshare_docs.cli.reporting import tell
from jobshare_docs.documents.templates import Templates
from jobshare_docs.policy.policy import Policy


def own_templates(folder: Path | None, policy: Policy, quiet: bool = False) -> Templates:
    """The templates in use under a policy; what is not used, or hard to read, is told.

    Raises ProblemsFound where there is no such folder.
    """
    templates = Templates(folder).under(policy)
    templates.check()
    tell(templates.unused(), quiet)
    tell(templates.hard_to_read(), quiet)
    return templates
