"""Moving notes: a render writes each beside its reference, and its place is in a part of its own.

The signs are characters that no XML holds; `notes` leaves them when a template is compiled.
"""

from enum import Enum


class Moved(Enum):
    """A kind of note that is moved to its part."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"

    @property
    def place(self) -> str:
        """What stands in the part of such notes where they belong."""
        return _PLACE + self.value[0]

    def beside(self, note: str) -> str:
        """A note as it stands beside its reference, until it is moved."""
        return f"{_SIGN}{self.value[0]}{note}{_SIGN}"


_SIGN, _PLACE = "\x03", "\x04"


def moved(rendered: bytes) -> bytes:
    """The rendered text with its notes in their places."""
    if _PLACE.encode() not in rendered:
        return rendered
    pieces = rendered.split(_SIGN.encode())
    text = b"".join(pieces[::2])
    for kind in Moved:
        letter = kind.value[0].encode()
        notes = b"".join(note[1:] for note in pieces[1::2] if note.startswith(letter))
        text = text.replace(kind.place.encode(), notes)
    return text
