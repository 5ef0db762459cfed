"""What tests of `batch` have in common: a table of invented people, the command, what it leaves."""

import csv
from pathlib import Path

from click.testing import Result
from commands import run

# What every row is laid over: the example's answers and its employer's.
COMMON = [f"--common=nurse/{name}.yaml" for name in ("answers", "organization", "terms")]
HEADINGS = ("employees.A.name", "employees.B.name", "employees.A.number", "schedule.weeks[0]")
LEE = ("Ann Lee", "Bo Chan", "0012", "")
FOX = ('Ed "X/Y" Fox', "Gil Hay", "0014", "B B B A A")
WRONG = ("Cy Dean", "Di Eng", "0013", "A A C B B")


def table(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS, name: str = "t.csv") -> str:
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return name


def people(count: int) -> str:
    """A table of so many people."""
    return table(*((f"Ann{n} Lee", f"Bo{n} Chan", f"{n:05}", "") for n in range(count)))


def batch(source: str, *options: str, out: str = "out", kind: str = "letter") -> Result:
    return run("batch", source, "--kind", kind, "--out", out, *COMMON, *options)


def report(folder: str = "out") -> list[dict[str, str]]:
    with Path(folder, "batch.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}
