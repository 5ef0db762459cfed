"""The kinds of documents under a policy whose outline is not the built-in one."""

from jobshare_docs.documents.catalogue import SECTIONS, Kind, Need
from jobshare_docs.policy.policy import Policy


def under(kind: Kind, policy: Policy) -> Kind:
    """The kind as it is under a policy: one of sections has those of the policy's outline."""
    sections = tuple(row.key for row in policy.sections)
    if not kind.has_sections or sections == SECTIONS:
        return kind
    others = {key: need for key, need in kind.needs.items() if key not in SECTIONS}
    return kind._replace(
        needs=others | dict.fromkeys(sections, Need.REQUIRED),
        at_hand=frozenset(sections),
        embeds=(*(key for key in kind.embeds if key not in SECTIONS), *sections),
    )
