"""Whether what an organization sets for its documents can be read, and its logo be found."""

from collections.abc import Callable, Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.logo import logo_file
from jobshare_docs.answers.people import Colours
from jobshare_docs.letterhead.colours import readable_heading, readable_shade
from jobshare_docs.letterhead.pictures import PictureError, read_picture
from jobshare_docs.problems import Problem

_LONGEST_NAME = 31  # of a typeface, in Word
_COLOURS = "organization.colours"
_BEHIND: dict[str, tuple[Callable[[str], str], str]] = {
    "headings": (readable_heading, "headings in this colour cannot be read on white"),
    "A": (readable_shade, "words cannot be read on this shade"),
    "B": (readable_shade, "words cannot be read on this shade"),
    "both": (readable_shade, "words cannot be read on this shade"),
}


def problems(terms: Terms) -> Iterator[Problem]:
    """Words stand out from what is behind them, and the logo is a picture."""
    organization = terms.arrangement.organization
    if organization is None:
        return
    if organization.colours is not None:
        yield from _colours(terms, organization.colours)
    if len(organization.typeface or "") > _LONGEST_NAME:
        yield terms.error(
            "organization.typeface",
            "this is longer than any name of a typeface: write one name, such as Arial",
        )
    yield from _logo(terms)


def _colours(terms: Terms, colours: Colours) -> Iterator[Problem]:
    for role, (readable, complaint) in _BEHIND.items():
        colour: str | None = getattr(colours, role)
        if colour is not None and (better := readable(colour)) != colour:
            yield terms.error(
                f"{_COLOURS}.{role}",
                f'{complaint} (contrast below 4.5 to 1); the nearest that will do: "#{better}"',
            )


def _logo(terms: Terms) -> Iterator[Problem]:
    file = logo_file(terms)
    if file is None:
        return
    try:
        read_picture(file)
    except PictureError as error:
        yield terms.error("organization.logo", str(error))
