"""Marks at the places where a choice could break one of Word's laws, looked at after a render.

They are characters that no XML holds; `laws` leaves them when a template is compiled.
"""

from enum import StrEnum
from itertools import islice

EMPTY_PARAGRAPH, PARAGRAPH_END = "<w:p/>", "</w:p>"
TABLE_END = "</w:tbl>"
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


def kept(rendered: str) -> str:
    """The rendered text with its marks looked at and taken out."""
    first, *marked = rendered.split(SIGN)
    out = [first]
    shells: list[list[int]] = []
    for piece in marked:
        match piece[0]:
            case Mark.SHELL_BEGINS:
                shells.append([len(out), len(out)])
            case Mark.SHELL_CONTENT:
                shells[-1][1] = len(out)
            case Mark.SHELL_ENDS:
                _close_shell(out, *shells.pop())
            case Mark.TABLE_STANDS_APART if _last_text(out).endswith(TABLE_END):
                out.append(EMPTY_PARAGRAPH)
            case Mark.ENDS_WITH_PARAGRAPH if not _last_text(out).endswith(PARAGRAPH_END):
                out.append(EMPTY_PARAGRAPH)
        out.append(piece[1:])
    return "".join(out)


def _close_shell(out: list[str], begin: int, content: int) -> None:
    """Drop a table or row of which only the end tag is left."""
    left = next(filter(None, islice(out, content, None)), "")
    if left.startswith(("</w:tbl>", "</w:tr>")):
        del out[begin:]


def _last_text(out: list[str]) -> str:
    return next((piece for piece in reversed(out) if piece), "")
