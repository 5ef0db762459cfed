"""Gives every Word template the styles of `templates/house-style.docx`, the master.

    python tools/restyle.py [FOLDER]

Prints the path of each template that changed. Everything else in a template stays byte for byte.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from jobshare_docs.archive import Entry, entries, joined

MASTER = "house-style.docx"
SHARED = ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/fontTable.xml")


def templates(folder: Path) -> Iterator[Path]:
    """The Word templates of a folder that follow the master, in the order of their names."""
    # Word leaves ~$name.docx beside a file that is open
    return (
        path
        for path in sorted(folder.glob("*.docx"))
        if path.name != MASTER and not path.name.startswith("~$")
    )


def house_style(folder: Path) -> dict[str, Entry]:
    """The parts of the master that all templates share, by name."""
    return {
        entry.name: entry
        for entry in entries((folder / MASTER).read_bytes())
        if entry.name in SHARED
    }


def restyled(template: bytes, style: dict[str, Entry]) -> bytes:
    """The template with the shared parts of the master in the place of its own."""
    return joined(style.get(entry.name, entry) for entry in entries(template))


def restyle(folder: Path) -> list[Path]:
    """Restyle the templates of a folder; the paths of those that changed."""
    style = house_style(folder)
    changed = []
    for path in templates(folder):
        before = path.read_bytes()
        if differs(before, style):
            path.write_bytes(restyled(before, style))
            changed.append(path)
    return changed


def differs(template: bytes, style: dict[str, Entry]) -> bool:
    """Whether a shared part of the template says anything else than the master's."""
    own = {entry.name: entry for entry in entries(template)}
    return any(
        (own[name].crc, own[name].size) != (entry.crc, entry.size)
        for name, entry in style.items()
        if name in own
    )


def main(arguments: list[str]) -> None:
    """Restyle the folder that is named, or the project's own templates."""
    beside = Path(__file__).resolve().parent.parent / "templates"
    for path in restyle(Path(arguments[0]) if arguments else beside):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
