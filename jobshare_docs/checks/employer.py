"""The employer's policy that documents follow: the built-in one, or another that was checked."""

from pathlib import Path

from jobshare_docs.policy.loading import load_policy
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import ProblemsFound
from jobshare_docs.remembering import while_unchanged


@while_unchanged
def policy_in(folder: Path | None) -> Policy:
    """The policy in a folder, the built-in one where none is named.

    Raises ProblemsFound with every mistake in its files. The built-in one is looked through by the
    tests, and not anew by each command.
    """
    if folder is None:
        return load_policy()
    from jobshare_docs.checks.policy import check_policy  # most people have the built-in one

    policy = load_policy(folder)
    problems = list(check_policy(policy))
    if problems:
        raise ProblemsFound(problems)
    return policy
