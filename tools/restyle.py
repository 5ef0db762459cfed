"""Gives every Word template the styles of `templates/house-style.docx`, the master.

    python tools/restyle.py [FOLDER]

What Word wrote that Office 2007 does not know, it writes as all know it: see `known_to_all`. Prints
the path of each template that changed. Everything else in a template stays byte for byte.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from jobshare_docs.archive import Entry, deflated, entries, inflated, joined

MASTER = "house-style.docx"
SHARED = ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/fontTable.xml")
BODY = "word/document.xml"

_LOOK = re.compile(rb'<w:tblLook [^>]*?(w:val="\w+")[^>]*/>')
_TITLE = re.compile(rb"(?:<w:(?:tblCaption|tblDescription) [^>]*/>)+(?=</w:tblPr>)")
_CHOICE = rb'<mc:AlternateContent><mc:Choice Requires="w14">\g<0></mc:Choice></mc:AlternateContent>'
_SPACES = {
    b"mc": b"http://schemas.openxmlformats.org/markup-compatibility/2006",
    b"w14": b"http://schemas.microsoft.com/office/word/2010/wordml",
}


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


def known_to_all(body: bytes) -> bytes:
    """The body of a document with its tables written so that every Office since 2007 knows them.

    Their looks are one number (ISO/IEC 29500-4, 14.3.11), and their title and description, which
    screen readers tell, a choice for the Words that have them (ISO/IEC 29500-3, 9).
    """
    known = _TITLE.sub(_CHOICE, _LOOK.sub(rb"<w:tblLook \1/>", body))
    for prefix, space in _SPACES.items():
        if known != body and b"xmlns:%b=" % prefix not in known:
            known = known.replace(b"<w:document ", b'<w:document xmlns:%b="%b" ' % (prefix, space))
    return known


def _restyled(entry: Entry, style: dict[str, Entry]) -> Entry:
    if entry.name == BODY:
        body = inflated(entry)
        known = known_to_all(body)
        return entry if known == body else deflated(BODY, known)
    own, master = (entry.crc, entry.size), style.get(entry.name, entry)
    return entry if own == (master.crc, master.size) else master


def restyle(folder: Path) -> list[Path]:
    """Restyle the templates of a folder; the paths of those that changed."""
    style = house_style(folder)
    changed = []
    for path in (folder / MASTER, *templates(folder)):
        before = list(entries(path.read_bytes()))
        after = [_restyled(entry, style) for entry in before]
        if after != before:
            path.write_bytes(joined(after))
            changed.append(path)
    return changed


def main(arguments: list[str]) -> None:
    """Restyle the folder that is named, or the project's own templates."""
    beside = Path(__file__).resolve().parent.parent / "templates"
    for path in restyle(Path(arguments[0]) if arguments else beside):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
