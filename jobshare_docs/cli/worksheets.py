"""Where the private worksheet lies: beside the answers, and only some commands look at it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from jobshare_docs.answers.loading import answers_file

_WORKSHEET = "worksheet.yaml"


def with_worksheets(files: Iterable[str]) -> Iterator[str]:
    """The files, and for a folder the worksheet that lies in it, laid over its answers."""
    for file in files:
        private = Path(file) / _WORKSHEET
        if not private.is_file() or answers_file(file) != Path(file):
            yield file
        if private.is_file():
            yield str(private)
