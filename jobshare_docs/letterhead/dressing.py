"""A letterhead put on a template's package."""

from jobshare_docs.letterhead.house_colours import with_colours
from jobshare_docs.letterhead.letterhead import PAPERS, Letterhead
from jobshare_docs.letterhead.logo import add_logo
from jobshare_docs.letterhead.own_document import take_over
from jobshare_docs.letterhead.paper import set_paper
from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.typeface import set_typeface
from jobshare_docs.word_template.package import Package


def dressed(package: Package, letterhead: Letterhead) -> Package:
    """The package with the letterhead on it: first what a Word file brings, then what was named.

    Raises ProblemsFound where the letterhead's own file cannot be used, PartError where a part of
    the template cannot be read.
    """
    if letterhead.own is not None:
        package = take_over(package, letterhead.own)
    package = with_colours(package, dict(letterhead.colours))
    parts = Parts(package)
    if letterhead.typeface:
        set_typeface(parts, letterhead.typeface)
    if letterhead.paper:
        set_paper(parts, PAPERS[letterhead.paper])
    if letterhead.logo is not None:
        add_logo(parts, letterhead.logo)
    return parts.changed()
