"""From answers to checked letters on disk, through batch's own code: python -m bench.batch.

With --run ROWS one long run is measured instead: its rate and its memory, tenth by tenth.
"""

import argparse
import csv
import gc
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from bench.contenders import FRESH, docxtpl
from bench.letters import EXAMPLE, LAYERS, TODAY, letters
from bench.memory import peak
from jobshare_docs.batch.executors import processes
from jobshare_docs.batch.naming import DEFAULT
from jobshare_docs.batch.run import Progress, run
from jobshare_docs.batch.shelf import Shelf
from jobshare_docs.batch.sources import source_at
from jobshare_docs.batch.work import Job, bench_of

HEADINGS = ("employees.A.name", "employees.B.name", "employees.A.number", "schedule.weeks[0]")
ROTAS = ("", "", "", "A A A B B")  # one row in four has a rota of its own
ANSWERS = EXAMPLE / "answers.yaml"
HR = tuple(map(Path, LAYERS[1:]))
WAITING = 4
CSV, YAML = "batch, from a CSV over common layers", "batch, from a YAML file for each"
TWO = "batch --jobs 2, from the CSV"
NUMBERS = count(1)


class Source:
    """Where the rows are, and the layers below them."""

    def __init__(self, path: Path, common: tuple[Path, ...]) -> None:
        self.rows = source_at(path)
        self._common = tuple((str(file), file.read_bytes()) for file in common)

    def job(self, out: Path, to: str | None = None) -> Job:
        headings = self.rows.headings
        named = {"name": DEFAULT, "common": self._common, "headings": headings, "to": to}
        return Job(kind="letter", today=TODAY, out=out, run=os.urandom(8).hex(), **named)


def table(folder: Path, rows: int) -> Source:
    """A CSV over common layers: names and a number in every row."""
    path = folder / f"{rows}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADINGS)
        for row in range(rows):
            rota = ROTAS[row % len(ROTAS)]
            lines.writerow((f"Ann{row} Lee", f"Bo{row} Chan", f"{row:06}", rota))
    return Source(path, (ANSWERS, *HR))


def files(folder: Path, rows: int) -> Source:
    """A folder with the whole answers of each arrangement in a YAML file."""
    inside = folder / "answers"
    inside.mkdir()
    text = ANSWERS.read_text(encoding="utf-8")
    name = re.search(r"^ +name: (.+)$", text[text.index("employees:") :], re.MULTILINE)
    assert name is not None
    for row in range(rows):
        own = text.replace(name[1], f"Ann{row} Lee")
        (inside / f"{row:06}.yaml").write_text(own, encoding="utf-8")
    return Source(inside, HR)


class Took(NamedTuple):
    """Letters made, and the seconds it took: of all processors together, and by the clock."""

    letters: int
    processor: float
    clock: float

    @property
    def each(self) -> float:
        """Processor time of a letter."""
        return self.processor / self.letters

    @property
    def rate(self) -> float:
        """Letters a second by the clock."""
        return self.letters / self.clock


def took(source: Source, folder: Path, jobs: int = 1) -> Took:
    out = folder / f"out{next(NUMBERS)}"
    job = source.job(out)
    bench_of(job).check()
    gc.collect()
    begun, clock = _processor_time(), time.perf_counter()
    with processes(jobs) as executor:
        waiting = jobs * WAITING
        done = run(job, source.rows.rows(), Shelf(out), executor, waiting, lambda _: None)
    return Took(done.made, _processor_time() - begun, time.perf_counter() - clock)


def _processor_time() -> float:
    """Of this process, and of those it started that have ended."""
    times = os.times()
    return sum(times[:4])


def docxtpl_seconds(folder: Path, some: int) -> float:
    """Processor time of docxtpl's bare rendering of the same letter, the median."""
    letter = letters()[0]
    contender = dict(docxtpl(letter))[FRESH]
    found = []
    for number in range(some):
        fill = contender(letter.fresh(number))
        begun = time.process_time()
        fill(folder / "theirs.docx")
        found.append(time.process_time() - begun)
    return statistics.median(found[1:])


def report(folder: Path, rounds: int, rows: int) -> Iterator[str]:
    sources = {CSV: table(folder, rows), YAML: files(folder, rows // 2)}
    found: dict[str, list[Took]] = {CSV: [], YAML: [], TWO: []}
    theirs = []
    for _ in range(rounds + 1):  # the first warms up
        for name, source in sources.items():
            found[name].append(took(source, folder))
        found[TWO].append(took(sources[CSV], folder, jobs=2))
        theirs.append(docxtpl_seconds(folder, 6))
    yield from _rates({name: found[name][1:] for name in sources}, statistics.median(theirs[1:]))
    yield ""
    yield from _two(found[CSV][1:], found[TWO][1:])


def _rates(found: Mapping[str, list[Took]], theirs: float) -> Iterator[str]:
    yield "| from answers to checked letters on disk, one process | a second | times docxtpl |"
    yield "|---|---|---|"
    for name, rounds in found.items():
        each = statistics.median(one.each for one in rounds)
        yield f"| {name} | {1 / each:.0f} | {theirs / each:.1f} |"
    yield f"| docxtpl's bare rendering of the same letter | {1 / theirs:.0f} | 1.0 |"


def _two(one: list[Took], two: list[Took]) -> Iterator[str]:
    alone, together = (statistics.median(each.rate for each in rounds) for rounds in (one, two))
    cost = statistics.median(each.each for each in two) / statistics.median(e.each for e in one)
    yield f"{TWO}: {together:.0f} a second by the clock, where one process makes {alone:.0f}:"
    yield f"{together / alone:.2f} times as many. A letter takes {cost:.2f} times the processor"
    yield f"time of one process, so that two free processors come to {2 / cost:.2f} times."


class Tenths:
    """Hears of each row, and tells of each tenth: how fast it was, and the memory so far."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._clock, self._processor, self._letters = time.perf_counter(), time.process_time(), 0

    def __call__(self, done: Progress) -> None:
        if done.rows == min(1_000, self._rows // 10) or done.rows % (self._rows // 10) == 0:
            self._tell(done)

    def _tell(self, done: Progress) -> None:
        clock, processor = time.perf_counter(), time.process_time()
        made = done.made - self._letters
        print(
            f"| {done.rows:,} | {made / (processor - self._processor):.0f}"
            f" | {made / (clock - self._clock):.0f} | {peak():.0f} |",
            flush=True,
        )
        self._clock, self._processor, self._letters = clock, processor, done.made


def long_run(folder: Path, rows: int) -> None:
    source = table(folder, rows)
    out = folder / "out"
    job = source.job(out, to="A")
    bench_of(job).check()
    print("| rows | letters a second of processor time | by the clock | peak memory, MB |")
    print("|---|---|---|---|", flush=True)
    with processes(1) as executor:
        run(job, source.rows.rows(), Shelf(out), executor, WAITING, Tenths(rows))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.batch", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--run", type=int, metavar="ROWS", help="measure one long run instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.run:
            long_run(Path(folder), options.run)
            return 0
        for line in report(Path(folder), options.rounds, options.rows):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
