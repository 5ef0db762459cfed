"""Holds Word files to Microsoft's Open XML SDK, for one version of Office or for all.

    python tools/validation.py [FILE...]

Without files it looks at every template and every document of every example. Prints what is wrong;
the exit status is 1 if anything is. Needs Node (its npm fetches the validator once).
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from every_document import documents, templates

PACKAGE = "@ooxml-tools/validate@0.4.6"
OFFICES = (
    *("Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021"),
    "Microsoft365",
)
_SCRIPT = Path(__file__).with_name("validate.mjs")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the validator says: of which file, for which Office, where and what."""

    file: Path
    office: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.office}: {self.place}: {self.message}"


def findings(files: Sequence[Path], offices: Iterable[str]) -> list[Finding]:
    """All that is wrong with the files, found in one run; each file must have been looked at.

    Raises `CalledProcessError` where the validator does not run, `RuntimeError` where it is silent.
    """
    versions = list(offices)
    npm = shutil.which("npm") or "npm"
    run = [npm, "exec", "--yes", f"--package={PACKAGE}", "--", "node", str(_SCRIPT)]
    said = subprocess.run(  # noqa: S603  # the version is pinned
        [*run, ",".join(versions), *map(str, files)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ).stdout
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    if len(lines) != len(versions) * len(files):
        raise RuntimeError(f"{len(lines)} answers for {len(files)} files: {said[:500]}")
    return [_finding(line, found) for line in lines for found in line["found"]]


def _finding(line: dict[str, Any], found: dict[str, Any]) -> Finding:
    place = found["path"]["partUri"] + found["path"]["xpath"]
    return Finding(Path(line["file"]), line["office"], place, found["description"])


def main(arguments: list[str]) -> int:
    """Look at the files named, or at everything that is made of the examples."""
    if shutil.which("npm") is None:
        sys.stderr.write("npm: not found; install Node (on Debian: apt-get install nodejs npm)\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in arguments] or list(_laid_out(Path(folder)))
        found = findings(files, OFFICES)
    for each in found:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"{len(files)} files, {len(OFFICES)} versions of Office: {len(found)} wrong\n")
    return 1 if found else 0


def _laid_out(folder: Path) -> Iterator[Path]:
    """The templates and the documents as files."""
    for name, document in {**templates(), **documents()}.items():
        path = folder / f"{name}.docx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(document)
        yield path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
