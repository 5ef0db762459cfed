"""Marks at the places where a choice could break one of Word's laws, looked at after a render.

They are characters that no XML holds; `laws` leaves them when a template is compiled.
"""

from enum import StrEnum
from itertools import islice

EMPTY_PARAGRAPH, PARAGRAPH_END = b"<w:p/>", b"</w:p>"
TABLE_END, ROW_END = b"</w:tbl>", b"</w:tr>"
SIGN = "\x02"


class Mark(StrEnum):
    """A place to look at after a render; the sign stands before each."""

    ENDS_WITH_PARAGRAPH = "P"
    SHELL_BEGINS = "B"
    SHELL_CONTENT = "C"
    SHELL_ENDS = "E"
    TABLE_STANDS_APART = "A"

    @property
    def written(self) -> str:
        """The mark as it stands in the text."""
        return SIGN + self


_SIGN = SIGN.encode()
# as the numbers that bytes are made of, since a render meets dozens of them
_ENDS_WITH_PARAGRAPH, _SHELL_BEGINS, _SHELL_CONTENT, _SHELL_ENDS, _TABLE_STANDS_APART = (
    mark.encode()[0] for mark in Mark
)


def kept(rendered: bytes) -> bytes:
    """The rendered text with its marks looked at and taken out."""
    first, *marked = rendered.split(_SIGN)
    out = [first]
    shells: list[list[int]] = []
    for piece in marked:
        mark = piece[0]
        if mark == _ENDS_WITH_PARAGRAPH:
            if not _last_text(out).endswith(PARAGRAPH_END):
                out.append(EMPTY_PARAGRAPH)
        elif mark == _SHELL_BEGINS:
            shells.append([len(out), len(out)])
        elif mark == _SHELL_CONTENT:
            shells[-1][1] = len(out)
        elif mark == _SHELL_ENDS:
            _close_shell(out, *shells.pop())
        elif mark == _TABLE_STANDS_APART and _last_text(out).endswith(TABLE_END):
            out.append(EMPTY_PARAGRAPH)
        out.append(piece[1:])
    return b"".join(out)


def _close_shell(out: list[bytes], begin: int, content: int) -> None:
    """Drop a table or row of which only the end tag is left."""
    left = next(filter(None, islice(out, content, None)), b"")
    if left.startswith((TABLE_END, ROW_END)):
        del out[begin:]


def _last_text(out: list[bytes]) -> bytes:
    return out[-1] or next((piece for piece in reversed(out) if piece), b"")
