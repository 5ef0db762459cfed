"""Marks at the places where a choice could break one of Word's laws, looked at after a render.

They are characters that no XML holds; `laws` leaves them when a template is compiled.
"""

from enum import Enum

EMPTY_PARAGRAPH, PARAGRAPH_END = "<w:p/>", "</w:p>"
TABLE_END = "</w:tbl>"


class Mark(Enum):
    """A place to look at after a render."""

    ENDS_WITH_PARAGRAPH = "\x02P"
    SHELL_BEGINS = "\x02B"
    SHELL_CONTENT = "\x02C"
    SHELL_ENDS = "\x02E"
    TABLE_STANDS_APART = "\x02A"


MARK_SIGN = "\x02"


def kept(rendered: str) -> str:
    """The rendered text with its marks looked at and taken out."""
    first, *marked = rendered.split(MARK_SIGN)
    out = [first]
    shells: list[list[int]] = []
    for piece in marked:
        match Mark(MARK_SIGN + piece[0]):
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
    if "".join(out[content:]).startswith(("</w:tbl>", "</w:tr>")):
        del out[begin:]


def _last_text(out: list[str]) -> str:
    return next((piece for piece in reversed(out) if piece), "")
