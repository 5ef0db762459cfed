"""The kind of a document made from any template of HR's own, with the names of all the others."""

from pathlib import Path
from types import MappingProxyType

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.documents.catalogue import Kind, Need, Reading, Sheet
from jobshare_docs.documents.templates import compiled

FILL = "fill"

# The private worksheet is its own document's alone.
_READ = tuple(block for block in BLOCKS if block != "worksheet")
# What is there only in a document that addresses one employee.
_OF_ONE = frozenset(("employee", "partner_employee", "gives_up_full_time", "benefits"))


def filling(template: Path) -> Kind:
    """The kind that is made from this template: of the agreed terms, and nothing is required.

    Where it speaks of the employee addressed there is one document for each. Raises ProblemsFound.
    """
    names = {field.name.partition(".")[0] for field in compiled(template).fields}
    sheet = Sheet(template.stem, to_each=bool(names & _OF_ONE), file=template)
    return Kind(
        name=FILL,
        makes="a document from a template of HR's own",
        needs=MappingProxyType(dict.fromkeys(_READ, Need.OPTIONAL)),
        sheets=MappingProxyType({"": sheet}),
        at_hand=frozenset(),
        speaks_of=Reading.AGREED,
    )
