"""The letterhead that an arrangement's organization sets for a kind of document."""

import hashlib

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.logo import logo_file
from jobshare_docs.documents.catalogue import Kind
from jobshare_docs.letterhead.letterhead import ROLES, Letterhead
from jobshare_docs.letterhead.pictures import Picture, PictureError, read_picture
from jobshare_docs.problems import ProblemsFound

PLAIN = Letterhead()
"""The letterhead of an organization that sets nothing: templates stay as they are."""


def letterhead_of(terms: Terms, kind: Kind) -> Letterhead:
    """The letterhead; raises ProblemsFound where the logo cannot be read."""
    organization = terms.arrangement.organization
    if organization is None:
        return PLAIN
    colours = organization.colours
    chosen = ((role, getattr(colours, role)) for role in ROLES) if colours else ()
    return Letterhead(
        logo=_logo(terms, kind),
        colours=tuple((role, colour) for role, colour in chosen if colour),
        typeface=organization.typeface,
        paper=organization.paper.value if organization.paper else None,
    )


def mark_of_logo(letterhead: Letterhead) -> tuple[str, ...]:
    """What tells one logo from another among the inputs of a document."""
    logo = letterhead.logo
    return () if logo is None else (hashlib.sha256(logo.content).hexdigest(),)


def _logo(terms: Terms, kind: Kind) -> Picture | None:
    """The logo; a document that carries its answers is the employee's, and has none."""
    file = None if kind.embeds else logo_file(terms)
    if file is None:
        return None
    try:
        return read_picture(file)
    except PictureError as error:
        raise ProblemsFound([terms.error("organization.logo", str(error))]) from error
