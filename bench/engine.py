"""How long one letter takes: this engine, the floor beneath it, and docxtpl, in one run.

usage: python bench/engine.py [TEMPLATE.docx …] [--rounds N] [--letters N]

Every engine fills the same two-page letter with fresh values each time; rounds are interleaved and
the median of each is printed, in milliseconds a letter, with its ratio to docxtpl as documented
(a fresh template for every letter) and to the floor (deflating and joining the same XML).
"""

import argparse
import gc
import io
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jobshare_docs import archive
from jobshare_docs.word_template import WordTemplate

ROWS = 10
LETTER = """Dear {{ name }},
This letter confirms that {{ name }} shares the position of {{ position.title }}.
{% if trial %}
The arrangement is a trial until {{ ends }}.
{% endif %}
You work {{ hours.week }} hours a week, which is {{ hours.share }} of full time."""


def main() -> int:
    """Measure, and print the table."""
    options = _options()
    template = options.folder / "engine-letter.docx"
    options.folder.mkdir(parents=True, exist_ok=True)
    write_letter_template(template)
    contenders = dict(_contenders(template))
    print(f"{template.stat().st_size:,} bytes of template, Python {sys.version.split()[0]}")
    times = measure(contenders, options.rounds, options.letters)
    base, floor = times["docxtpl, as documented"], times["floor: deflate and join"]
    for name, took in times.items():
        print(f"{name:32} {took * 1000:8.3f} ms   {base / took:7.1f} x docxtpl   "
              f"{took / floor:5.2f} x floor")  # fmt: skip
    return 0


def write_letter_template(path: Path) -> None:
    """A letter of two pages: prose in split runs, a choice, a table of ten rows, headings."""
    import docx

    document = docx.Document()
    document.add_heading("Confirmation", 1)
    for line in LETTER.splitlines():
        _in_pieces(document.add_paragraph(), line)
    table = document.add_table(rows=2, cols=4, style="Table Grid")
    cells = ("{%tr for task in tasks %}", "", "", ""), (
        "{{ task.what }}", "{{ task.who }}", "{{ task.how }}", "{{ loop.index }}",
    )  # fmt: skip
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.add_row().cells[0].text = "{%tr endfor %}"
    for number in range(40):
        document.add_paragraph(
            f"Clause {number}: both partners answer for {{{{ position.title }}}}."
        )
    document.sections[0].footer.paragraphs[0].text = "{{ name }}"
    document.save(str(path))


def _in_pieces(paragraph: Any, text: str) -> None:
    """The text as Word leaves it after a spell check: cut into runs anywhere."""
    for start in range(0, len(text), 9):
        paragraph.add_run(text[start : start + 9])


def letter_values(number: int) -> dict[str, Any]:
    """Fresh values for every letter."""
    return {
        "name": f"Dana Whitford {number}",
        "position": {"title": "Community Health Nurse"},
        "trial": bool(number % 2),
        "ends": "4 January 2028",
        "hours": {"week": "18.125", "share": "50%"},
        "tasks": [
            {"what": f"Task {row} & more", "who": "both", "how": f"as agreed {number}"}
            for row in range(ROWS)
        ],
    }


def _contenders(template: Path) -> Iterator[tuple[str, Callable[[int], bytes]]]:
    compiled = WordTemplate.load(template)
    texts = [
        (entry.name, archive.inflated(entry))
        for entry in archive.entries(compiled.render(letter_values(0)))
        if entry.name.startswith("word/document") or entry.name.startswith("word/footer")
    ]
    rest = [e for e in archive.entries(template.read_bytes()) if e.name not in dict(texts)]

    def floor(_: int) -> bytes:
        changed = [archive.deflated(name, content) for name, content in texts]
        return archive.joined([*rest, *changed])

    yield "floor: deflate and join", floor
    yield "this engine, level 6", lambda number: compiled.render(letter_values(number))
    yield "this engine, level 1", lambda number: compiled.render(letter_values(number), level=1)
    yield from _docxtpl(template)


def _docxtpl(template: Path) -> Iterator[tuple[str, Callable[[int], bytes]]]:
    from docxtpl import DocxTemplate

    def saved(filled: Any) -> bytes:
        target = io.BytesIO()
        filled.save(target)
        return target.getvalue()

    def fresh(number: int) -> bytes:
        filled = DocxTemplate(template)
        filled.render(letter_values(number), autoescape=True)
        return saved(filled)

    reused = DocxTemplate(template)

    def again(number: int) -> bytes:
        reused.render(letter_values(number), autoescape=True)
        return saved(reused)

    yield "docxtpl, reused", again
    yield "docxtpl, as documented", fresh


def measure(
    contenders: dict[str, Callable[[int], bytes]], rounds: int, letters: int
) -> dict[str, float]:
    """Seconds a letter: the median of interleaved rounds; slow contenders make fewer letters."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, make in contenders.items():
            count = max(letters // 20, 3) if name.startswith("docxtpl") else letters
            make(0)
            gc.collect()
            begun = time.perf_counter()
            for number in range(count):
                make(number)
            taken[name].append((time.perf_counter() - begun) / count)
    return {name: statistics.median(each) for name, each in taken.items()}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--folder", type=Path, default=Path(".bench"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
