"""The employer's policy that documents follow: the built-in one, or another that was checked."""

import os
from pathlib import Path

from jobshare_docs.answers import loading
from jobshare_docs.answers.answers import Answers
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


def load_answers(
    *paths: str | os.PathLike[str],
    policy: Policy | str | os.PathLike[str] | None = None,
    ignore_edits: bool = False,
) -> Answers:
    """The arrangement that the files describe, laid one on another from left to right.

    A path may be a folder that holds `answers.yaml`, or a document that carries its answers; one
    whose text was edited is refused, unless `ignore_edits`. `policy` is another employer's, or the
    folder of its files, which is looked through as by every command. Mistakes in what the answers
    say are kept in `problems`; raises ProblemsFound where a file cannot be read at all, or a policy
    has mistakes.
    """
    found = policy if isinstance(policy, Policy) else policy_in(Path(policy) if policy else None)
    return loading.load_answers(*paths, policy=found, ignore_edits=ignore_edits)
