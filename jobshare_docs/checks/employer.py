"""The employer's policy that documents follow: the built-in one, or another that was checked."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from jobshare_docs.answers import loading
from jobshare_docs.answers.answers import Answers
from jobshare_docs.policy.loading import FILES, as_far_as_read, load_policy
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.remembering import while_unchanged

# What is said of some files can be wrong where another is broken: rows that hang on each other.
_HANGS_ON = {
    "outline": {"outline", "terms"},
    "terms": {"outline", "terms"},
    "patterns": {"patterns", "limits"},
}


@while_unchanged
def policy_in(folder: Path | None) -> Policy:
    """The policy in a folder, the built-in one where none is named.

    Raises ProblemsFound with every mistake in its files. The built-in one is looked through by the
    tests, and not anew by each command.
    """
    if folder is None:
        return load_policy()
    from jobshare_docs.checks.policy import check_policy  # most people have the built-in one

    try:
        policy = load_policy(folder)
    except ProblemsFound as found:
        raise ProblemsFound([*found.problems, *_besides(folder, found.problems)]) from None
    problems = list(check_policy(policy))
    if problems:
        raise ProblemsFound(problems)
    return policy


def _besides(folder: Path, told: Collection[Problem]) -> Iterator[Problem]:
    """What else is wrong in a policy of which some files cannot be read, or are not there."""
    from jobshare_docs.checks.policy import check_policy

    there = {name for name in FILES if (folder / f"{name}.yaml").is_file()}
    if not there:
        return
    policy, unreadable = as_far_as_read(folder)
    broken = {Path(problem.where).stem for problem in unreadable}
    for problem in (*unreadable, *check_policy(policy)):
        name = Path(problem.where).stem
        is_sure = problem in unreadable or not broken & _HANGS_ON.get(name, {name})
        if name in there and is_sure and problem not in told:
            yield problem


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
