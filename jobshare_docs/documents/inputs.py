"""A digest of all that a document is made from, to tell whether it would come out the same."""

from collections.abc import Iterable
from pathlib import Path

from jobshare_docs.policy.policy import Policy
from jobshare_docs.remembering import by_identity, while_unchanged
from jobshare_docs.stamp import digest
from jobshare_docs.version import VERSION


def digest_of_inputs(said: Iterable[str], answers: str, files: Iterable[Path]) -> str:
    """The digest of what was ordered, the answers as one text, the files, and this version.

    The answers are those that the document's reader may know: a digest could be guessed at.
    """
    ordered = "\n".join((VERSION, *said))
    return digest([ordered.encode(), answers.encode(), *map(_content, files)])


@by_identity(8)
def mark_of_policy(policy: Policy) -> str:
    """What tells a policy's files from others: its figures may change under the same version.

    It is that of the files as they are when a policy is asked for it first.
    """
    return _digest_of_files(policy.folder, tuple(policy.files))


@while_unchanged
def _digest_of_files(folder: Path, names: tuple[str, ...]) -> str:
    return digest(_content(folder / f"{name}.yaml") for name in sorted(names))


@while_unchanged
def _content(file: Path) -> bytes:
    return file.read_bytes()
