"""What a finished document says of itself in `docProps/custom.xml`, and whether it still holds.

The *file* fingerprint (over name, CRC and size of every other part) no longer matches once another
program has saved the document; the *text* fingerprints (one for each section) no longer match once
its words have changed. Both are signs of an edit, not proofs against a forger.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import count, zip_longest
from typing import NamedTuple

from jobshare_docs.archive import ArchiveError, Entry, deflated, entries, joined
from jobshare_docs.part_xml import entry_of, root_in

CUSTOM = "docProps/custom.xml"
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
_OURS = "jobshare-docs "
_SECTION = "section "
_HEADING_AT_MOST = 200  # Word shows and keeps 255 characters of a property

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES = f"{_OFFICE}/custom-properties"
_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one kind of custom property there is
_FIRST_NUMBER = 2  # a property's number; 0 and 1 are taken (MS-OLEPS, 2.18)
_ESCAPED = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


class SectionMark(NamedTuple):
    """A section's heading, '' for what stands before the first, and the digest of its words."""

    heading: str
    digest: str


class Stamp(NamedTuple):
    """What a document was made as, by which version, under which policy, when, and from what.

    `inputs` is a digest of answers and template; `file` and `text` are filled in by `sealed`.
    """

    kind: str
    version: str
    policy: str
    date: date
    inputs: str = ""
    file: str = ""
    text: tuple[SectionMark, ...] = ()


def sealed(document: bytes, stamp: Stamp, *, with_text: bool = False) -> bytes:
    """The document with this stamp in place of any earlier one; other entries stay byte for byte.

    The file fingerprint is reckoned here and, `with_text`, those of the sections. Custom properties
    that are not ours are kept. Raises `ArchiveError` (a `ValueError`) for what is no .docx.
    """
    return sealed_parts(entries(document), stamp, with_text=with_text)


def sealed_parts(document: Sequence[Entry], stamp: Stamp, *, with_text: bool = False) -> bytes:
    """The same from the document's entries."""
    parts = {entry.name: entry for entry in document}
    earlier = parts.pop(CUSTOM, None)
    for name, announced in ((_TYPES, _with_content_type), (_RELATIONSHIPS, _with_relationship)):
        if name not in parts:
            raise ArchiveError(f"this is no Word document: '{name}' is missing in it")
        parts[name] = announced(parts[name])
    filled = stamp._replace(
        file=_fingerprint(parts.values()),
        text=tuple(_section_marks(joined(document))) if with_text else (),
    )
    kept = () if earlier is None else _foreign_properties(earlier)
    return joined((*parts.values(), deflated(CUSTOM, _custom_part(filled, kept))))


def read(document: bytes) -> Stamp | None:
    """The stamp that a document carries, or None where it is not one of ours."""
    try:
        found = {entry.name: entry for entry in entries(document)}.get(CUSTOM)
        return None if found is None else _stamp(_our_properties(found))
    except (ArchiveError, KeyError, ValueError):
        return None


def is_untouched(document: bytes) -> bool:
    """Whether a document is ours and no program has saved it since we made it."""
    stamp = read(document)
    if stamp is None:
        return False
    others = (entry for entry in entries(document) if entry.name != CUSTOM)
    return stamp.file == _fingerprint(others)


def changed_sections(document: bytes) -> list[str]:
    """The headings of the sections whose words differ from what was written, added ones included.

    A section that is no longer there is named by the heading it had; '' stands for what is before
    the first heading; where sections were only moved, those are named that stand elsewhere now.
    Raises `ValueError` where the document carries no text fingerprints.
    """
    stamp = read(document)
    if stamp is None or not stamp.text:
        raise ValueError("the document does not say what its text was when it was made")
    now = _section_marks(document)
    different = [mark for mark in now if mark not in stamp.text]
    gone = [mark for mark in stamp.text if mark.heading not in {kept.heading for kept in now}]
    moved = [mark for mark, then in zip_longest(now, stamp.text) if mark and mark != then]
    return list(dict.fromkeys(mark.heading for mark in [*different, *gone] or moved))


def digest(pieces: Iterable[bytes]) -> str:
    """A digest of several pieces, in their order and with their bounds: for `Stamp.inputs`."""
    whole = sha256()
    for piece in pieces:
        whole.update(b"%d:" % len(piece))
        whole.update(piece)
    return whole.hexdigest()


def _fingerprint(parts: Iterable[Entry]) -> str:
    """SHA-256 over name, CRC and size of the parts in the order of their names."""
    lines = sorted(f"{part.name}\0{part.crc}\0{part.size}\n" for part in parts)
    return sha256("".join(lines).encode()).hexdigest()


def _section_marks(document: bytes) -> list[SectionMark]:
    """The sections with the digests of their words, white space and addresses of links apart."""
    from jobshare_docs.docx_text import sections  # lxml, which most documents do not need here

    return [
        SectionMark(
            _plain(section.heading)[:_HEADING_AT_MOST],
            digest(_plain(text).encode() for text in section.texts)[:16],
        )
        for section in sections(document, with_front=True)
    ]


def _plain(text: str) -> str:
    return " ".join(re.sub(r" <[^<> ]+>", "", text).split())


def _custom_part(stamp: Stamp, kept: tuple[str, ...]) -> bytes:
    """The part as XML: properties of others, which are kept, then ours."""
    numbered = enumerate(_said(stamp).items(), _FIRST_NUMBER + len(kept))
    ours = (
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{_OURS}{name}">'
        f"<vt:lpwstr>{text.translate(_ESCAPED)}</vt:lpwstr></property>"
        for number, (name, text) in numbered
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{''.join(kept)}{''.join(ours)}</Properties>"
    ).encode()


def _said(stamp: Stamp) -> dict[str, str]:
    """The stamp as named texts."""
    marks = enumerate(stamp.text, 1)
    return {
        "kind": stamp.kind,
        "version": stamp.version,
        "policy": stamp.policy,
        "date": stamp.date.isoformat(),
        "inputs": stamp.inputs,
        "file": stamp.file,
        **{f"{_SECTION}{number}": f"{mark.digest} {mark.heading}" for number, mark in marks},
    }


def _stamp(said: dict[str, str]) -> Stamp:
    numbered = {  # LibreOffice puts properties in the order of their names
        int(name.removeprefix(_SECTION)): text.partition(" ")
        for name, text in said.items()
        if name.startswith(_SECTION)
    }
    return Stamp(
        kind=said["kind"],
        version=said["version"],
        policy=said["policy"],
        date=date.fromisoformat(said["date"]),
        inputs=said["inputs"],
        file=said["file"],
        text=tuple(
            SectionMark(heading, marked) for _, (marked, _, heading) in sorted(numbered.items())
        ),
    )


def _our_properties(part: Entry) -> dict[str, str]:
    """Our properties by their names, in the order of the part."""
    found = {}
    for element in root_in(part).iter(f"{{{_PROPERTIES}}}property"):
        name = element.get("name", "")
        if name.startswith(_OURS):
            found[name.removeprefix(_OURS)] = "".join(map(str, element.itertext())).strip()
    return found


# A template's own parts are the same for every document made from it.
@lru_cache(maxsize=64)
def _foreign_properties(part: Entry) -> tuple[str, ...]:
    """The properties of others as XML, numbered anew."""
    from lxml import etree

    kept = [e for e in root_in(part) if not e.get("name", "").startswith(_OURS)]
    for number, element in enumerate(kept, _FIRST_NUMBER):
        element.set("pid", str(number))
        element.tail = None
    return tuple(etree.tostring(element, encoding="unicode") for element in kept)


@lru_cache(maxsize=64)
def _with_content_type(types: Entry) -> Entry:
    """The list of content types, naming the part of custom properties."""
    root = root_in(types)
    if any(element.get("PartName") == f"/{CUSTOM}" for element in root):
        return types
    override = root.makeelement(f"{{{_PACKAGE}/content-types}}Override")
    override.set("PartName", f"/{CUSTOM}")
    override.set("ContentType", _CONTENT_TYPE)
    root.append(override)
    return entry_of(types.name, root)


@lru_cache(maxsize=64)
def _with_relationship(relationships: Entry) -> Entry:
    """The package's relationships, pointing at the part of custom properties."""
    root = root_in(relationships)
    if any(element.get("Type") == _RELATIONSHIP for element in root):
        return relationships
    taken = {element.get("Id") for element in root}
    relationship = root.makeelement(f"{{{_PACKAGE}/relationships}}Relationship")
    relationship.set("Id", next(f"rId{n}" for n in count(1) if f"rId{n}" not in taken))
    relationship.set("Type", _RELATIONSHIP)
    relationship.set("Target", CUSTOM)
    root.append(relationship)
    return entry_of(relationships.name, root)
