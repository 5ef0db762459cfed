"""What an employer may set for all of its documents."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from jobshare_docs.letterhead.pictures import Picture

ROLES = ("headings", "lines", "A", "B", "both")
"""What a colour may be for: headings, the lines of tables, and the shades of the rota."""

# The width and height of a page in twentieths of a point, by the name of its paper.
PAPERS: Mapping[str, tuple[int, int]] = {"Letter": (12240, 15840), "A4": (11906, 16838)}


class Letterhead(NamedTuple):
    """A letterhead; whatever is None or empty stays as the template has it.

    `colours` are pairs of a role and six hexadecimal digits; `paper` is a name in `PAPERS`; `own`
    is a Word file whose letterhead, page and styles are taken.
    """

    logo: Picture | None = None
    colours: tuple[tuple[str, str], ...] = ()
    typeface: str | None = None
    paper: str | None = None
    own: Path | None = None
