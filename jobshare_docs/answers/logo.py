"""Where the logo of an organization lies."""

from pathlib import Path

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.layers import is_document
from jobshare_docs.yaml_file import place_of

_LOGO = "organization.logo"


def logo_file(terms: Terms) -> Path | None:
    """The file of the logo, beside the answers file that names it; None where none is named.

    A document that carries answers carries no logo.
    """
    organization = terms.arrangement.organization
    if organization is None or not organization.logo:
        return None
    named_in = place_of(terms.tree, _LOGO).file
    return None if is_document(named_in) else Path(named_in).parent / organization.logo
