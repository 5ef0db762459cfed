"""How wide what is printed may be."""

import shutil

NARROWEST, USUAL = 60, 80


def width(widest: int = USUAL) -> int:
    """The columns of the terminal, 80 where there is none: at least 60, at most `widest`."""
    return min(max(shutil.get_terminal_size().columns, NARROWEST), widest)
