"""What a draft shows in the place of what is missing."""

from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.documents.catalogue import Kind
from jobshare_docs.documents.needs import missing_items
from jobshare_docs.documents.plain import Absent

_FRONT = "front"


def draft(terms: Terms, kind: Kind | None) -> dict[str, Any]:
    """The missing items of each section, and of the blocks before them under `front`.

    Absent where there is no kind, that is where the document is no draft.
    """
    names = [row.key for row in terms.policy.sections]
    sections: dict[str, list[dict[str, str]]] = {name: [] for name in (_FRONT, *names)}
    items = missing_items(kind, terms) if kind else []
    for item in items:
        row = {"name": item.key, "asks": item.asks}
        sections[item.block if item.block in sections else _FRONT].append(row)
    values = {"sections": sections, "all": [row for rows in sections.values() for row in rows]}
    return values if kind else Absent(values)
