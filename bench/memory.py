"""Peak memory while letters are made: python -m bench.memory ENGINE COUNT."""

import resource
import sys
import tempfile
from pathlib import Path

from bench.contenders import FRESH, OURS, Contender, docxtpl
from bench.letters import Letter, letters

KIB = 1024


def peak() -> float:
    """The highest memory so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux counts what the process before this one took, in the other figure
        lines = status.read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / KIB
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / KIB**2  # macOS counts in bytes


def engine(name: str, letter: Letter) -> Contender:
    if name == OURS:
        compiled = letter.template()
        return lambda values: lambda path: path.write_bytes(compiled.render(values))
    return dict(docxtpl(letter))[FRESH]


def main(name: str, count: int) -> None:
    letter = letters()[0]
    fill = engine(name, letter)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letter.docx"
        for number in range(count):
            fill(letter.fresh(number))(path)
            if number == count // 10:
                print(f"{peak():.0f} MB after {number:,} letters", end=", ")
    print(f"{peak():.0f} MB after {count:,}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
