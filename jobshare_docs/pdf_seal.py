"""A PDF's own fingerprint, so that one which was changed since is known as such.

A PDF has no custom properties that survive everywhere, but comments may stand between its objects
and its end (ISO 32000, 7.2.4): ours holds a digest of all other bytes. Every change made by another
program, also one that is only appended, ends the match.
"""

import re
from datetime import date
from hashlib import sha256

_SEAL = b"%%jobshare-docs %s\n"
_SEALED = re.compile(rb"%jobshare-docs ([0-9a-f]{64})\n(?=startxref\s+\d+\s+%%EOF\s*\Z)")
_MADE_OF = b"%%jobshare-docs made of %s\n"
_SAID_MADE_OF = re.compile(rb"%jobshare-docs made of ([0-9a-f]{64})\n(?=%jobshare-docs )")
_END = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")

# What LibreOffice writes anew at each export; each is replaced by as many bytes, since the table at
# a PDF's end counts them.
_MOMENTS = re.compile(
    rb"(/CreationDate ?\(D:|/ModDate ?\(D:|<xmp:(?:Create|Modify|Metadata)Date>)"
    rb"(\d{4})(-?)(\d\d)(-?)(\d\d)(T?)(\d\d)(:?)(\d\d)(:?)(\d\d)"
)
_IDENTITY = re.compile(
    rb"/ID\s*\[\s*<[0-9A-F]{32}>\s*<[0-9A-F]{32}>\s*\]|/DocChecksum\s*/[0-9A-F]{32}"
)
_DIGITS = re.compile(rb"[0-9A-F]{32}")


def sealed(pdf: bytes, made: date, inputs: str = "") -> bytes:
    """The PDF with its seal, and with `made` in place of the moment of its export.

    So the same pages give the same bytes, as long as the same LibreOffice lays them out with the
    same fonts. `inputs` is the digest of what its document was made from, and is kept in it. Raises
    ValueError for what does not end as a PDF does.
    """
    dated = _MOMENTS.sub(lambda found: _midnight(found, made), pdf)
    nameless = _IDENTITY.sub(lambda found: _DIGITS.sub(b"0" * 32, found[0]), dated)
    name = sha256(nameless).hexdigest()[:32].upper().encode()
    named = _IDENTITY.sub(lambda found: _DIGITS.sub(name, found[0]), nameless)
    end = _END.search(named)
    if end is None:
        raise ValueError("this is no whole PDF: its end is missing")
    of = _MADE_OF % inputs.encode() if inputs else b""
    whole = named[: end.start()] + of + named[end.start() :]
    seal = _SEAL % sha256(whole).hexdigest().encode()
    return named[: end.start()] + of + seal + named[end.start() :]


def made_of(pdf: bytes) -> str | None:
    """The digest of what an untouched PDF's document was made from, '' where it does not say.

    None for one that was changed or is not ours.
    """
    if not is_untouched(pdf):
        return None
    said = _SAID_MADE_OF.search(pdf)
    return said[1].decode() if said else ""


def is_untouched(pdf: bytes) -> bool:
    """Whether a PDF is ours and not one byte of it has changed since we made it."""
    seal = _SEALED.search(pdf)
    if seal is None:
        return False
    rest = pdf[: seal.start()] + pdf[seal.end() :]
    return sha256(rest).hexdigest().encode() == seal[1]


def _midnight(found: "re.Match[bytes]", made: date) -> bytes:
    """The moment with its date replaced and its time at nought, in its own notation."""
    label, _, dash, _, _, _, letter, _, colon, _, _, _ = found.groups()
    day = dash.join(part.encode() for part in made.isoformat().split("-"))
    return bytes(label + day + letter + colon.join([b"00"] * 3))
