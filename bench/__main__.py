"""Measure, and print one table: make bench, or python -m bench."""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.beside import NPM, Docxtemplater, cold_starts, memory
from bench.contenders import FLOOR, FRESH, OURS, Contender, contenders
from bench.letters import LAYERS, TODAY, Letter, letters
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.documents.catalogue import LETTER
from jobshare_docs.generate import Order, render
from jobshare_docs.policy.loading import BUILT_IN, load_policy

NODE = "docxtemplater (Node), a flat letter of plain tags"
SLOW = 20  # the others make so many times fewer letters
NUMBERS = count(1)


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        for line in _report(Path(folder), options.rounds, options.letters, options.memory):
            print(line, flush=True)
    return 0


def _report(folder: Path, rounds: int, many: int, for_memory: int) -> Iterator[str]:
    measured = letters()
    python = sys.version.split()[0]
    yield f"Python {python}, {rounds} interleaved rounds of {many} letters; medians."
    yield "Milliseconds are of processor time, but from a cold start those that pass."
    yield ""
    for letter in measured:
        yield from _table(letter, folder, rounds, many)
    if NPM is None:
        yield "docxtemplater was not measured: it needs Node and npm.\n"
    yield "| peak memory | |"
    yield "|---|---|"
    yield f"| {OURS} | {memory(OURS, for_memory)} |"
    yield f"| {FRESH} | {memory(FRESH, for_memory // 20)} |"
    yield ""
    yield from _cold(folder, measured[0])
    yield ""
    yield f"From answers to checked letters: {_pipeline(many):.0f} a second of processor time."


def _table(letter: Letter, folder: Path, rounds: int, many: int) -> Iterator[str]:
    took = measure(letter, folder, rounds, many)
    base, floor = took[FRESH], took[FLOOR]
    yield f"| {letter.name} | ms | times faster than docxtpl | times the floor |"
    yield "|---|---|---|---|"
    for name, seconds in took.items():
        ratios = f"{base / seconds:.1f} | {seconds / floor:.2f}"
        yield f"| {name} | {seconds * 1000:.2f} | {ratios} |"
    yield ""


def measure(letter: Letter, folder: Path, rounds: int, many: int) -> dict[str, float]:
    """Seconds of processor time a letter of each contender, the median of the letters.

    Processor time, since other programs on the machine cannot lengthen it much. The contenders take
    turns letter by letter, so that none finds the processor warmed up by its own last letter alone.
    """
    here = dict(contenders(letter))
    node = Docxtemplater(letter, folder) if NPM else None
    took: dict[str, list[float]] = {name: [] for name in (*here, *([NODE] if node else []))}
    for _ in range(rounds):
        gc.collect()
        for number in range(many):
            turn = (name for name in here if number % SLOW == 0 or "docxtpl" not in name)
            for name, seconds in _turn(letter, {name: here[name] for name in turn}, folder):
                took[name].append(seconds)
        if node:
            took[NODE].append(node.seconds([next(NUMBERS) for _ in range(max(many // SLOW, 3))]))
    return {name: statistics.median(each) for name, each in took.items()}


def _turn(letter: Letter, turn: dict[str, Contender], folder: Path) -> Iterator[tuple[str, float]]:
    """The seconds of each, the floor last, whose letter is made for it long before its turn.

    What has just been deflated is deflated again in two thirds of the time.
    """
    early = turn[FLOOR](letter.fresh(next(NUMBERS)))
    for name in reversed(turn):
        number = next(NUMBERS)
        fill = early if name == FLOOR else turn[name](letter.fresh(number))
        begun = time.process_time()
        fill(folder / f"{number}.docx")
        yield name, time.process_time() - begun


def _cold(folder: Path, letter: Letter) -> Iterator[str]:
    took = cold_starts(letter.values, letter, folder)
    ours = took["jobshare-docs letter"]
    yield "| one letter, from a cold start | ms | the command takes |"
    yield "|---|---|---|"
    for name, seconds in took.items():
        yield f"| {name} | {seconds * 1000:.0f} | {ours / seconds:.2f} times as long |"


def _pipeline(many: int) -> float:
    """Letters a second: answers read and checked, reckoned, filled and stamped."""
    order = Order(LETTER, TODAY)
    policy = load_policy(BUILT_IN)
    made = 0
    render(load_answers(*LAYERS, policy=policy), order)
    begun = time.process_time()
    for _ in range(many // 2):
        made += len(render(load_answers(*LAYERS, policy=policy), order))
    return made / (time.process_time() - begun)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--memory", type=int, default=5000, help="letters for peak memory")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
