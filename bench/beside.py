"""What runs in a process of its own: docxtemplater, memory over many letters, and cold starts."""

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from bench.flat import FlatLetter
from bench.letters import LAYERS, Letter

HERE = Path(__file__).parent
NPM = shutil.which("npm")
PACKAGES = ("docxtemplater@3.71.0", "pizzip@3.3.0")
NEEDED = "import click, yaml, jinja2, lxml.etree"
LIBRARIES = f"{NEEDED}, docx, babel.dates, markdown_it"  # as pyproject.toml has them
COMMAND = "from jobshare_docs.__main__ import main; main()"  # as the installed script does


class Docxtemplater:
    """docxtemplater, in Node."""

    def __init__(self, letter: Letter, folder: Path) -> None:
        self._letter, self._flat, self._folder = letter, FlatLetter(letter), folder
        self._template = folder / f"flat {letter.name}.docx"
        self.tags = self._flat.write(self._template)

    def seconds(self, numbers: Sequence[int]) -> float:
        """Seconds a letter, after as many to warm up."""
        values = self._folder / "values.json"
        given = [self._flat.values(self._letter.fresh(number)) for number in numbers]
        values.write_text(json.dumps(given), encoding="utf-8")
        packages = [f"--package={each}" for each in PACKAGES]
        run = [str(NPM), "exec", "--yes", *packages, "--", "node", HERE / "docxtemplater.mjs"]
        said = _output([*map(str, run), self._template, values, self._folder])
        return float(said.split()[-1]) / 1000


def memory(engine: str, count: int) -> str:
    """The highest memory after a tenth of the letters, and after all, in MB."""
    return _output([sys.executable, "-m", "bench.memory", engine, str(count)]).strip()


def cold_starts(values: Mapping[str, Any], letter: Letter, folder: Path) -> dict[str, float]:
    """Seconds of a whole process, the median of interleaved runs."""
    given = folder / "given.json"
    given.write_text(json.dumps(_plain(values)), encoding="utf-8")
    script = [HERE / "docxtpl_letter.py", letter.path, given, folder / "theirs.docx"]
    command = ["-c", COMMAND, "letter", "--to", "A", *LAYERS, "-o", folder / "ours"]
    runs = {
        "jobshare-docs letter": command,
        "importing its libraries, no more": ["-c", LIBRARIES],
        "importing those that a letter needs": ["-c", NEEDED],
        "a ten-line docxtpl script": script,
        "Python alone": ["-c", "pass"],
    }
    took: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(12):
        for name, arguments in runs.items():
            begun = time.perf_counter()
            _output([sys.executable, *arguments])
            if number:
                took[name].append(time.perf_counter() - begun)
    return {name: statistics.median(each) for name, each in took.items()}


def _plain(value: Any) -> Any:
    """Values as JSON has them; a block that counts as absent is an empty one."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()} if value else {}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal | Fraction):
        return float(value)
    return value if isinstance(value, str | bool | int | None) else str(value)


def _output(command: Sequence[str | Path]) -> str:
    run = list(map(str, command))
    return subprocess.check_output(run, encoding="utf-8", cwd=HERE.parent)
