"""The sections of the outline against the headings of a Word file."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from jobshare_docs.docx_text import Section
from jobshare_docs.policy.policy import Policy

_BOOKMARK = "section_"


class State(StrEnum):
    """What became of a section of the outline in a Word file."""

    COMPLETE = "complete"
    EMPTY = "empty"
    UNWRITTEN = "to be written"
    RENAMED = "renamed"
    MISSING = "missing"


class Found(NamedTuple):
    """A section of the outline: its key and title, its state, and where it stands, if it does."""

    key: str
    title: str
    state: State
    position: int | None = None
    heading: str = ""


def sections_found(sections: Sequence[Section], policy: Policy) -> list[Found]:
    """Each section of the outline with what became of it, in the outline's order.

    A section is known by its heading; where that was changed, by the bookmark that it carries.
    """
    return [_found(row.key, sections, policy) for row in policy.sections]


def out_of_order(found: Iterable[Found]) -> list[Found]:
    """The sections that stand before one that the outline puts before them."""
    last, wrong = -1, []
    for one in found:
        if one.position is None:
            continue
        if one.position < last:
            wrong.append(one)
        last = max(last, one.position)
    return wrong


def named_key(heading: str, policy: Policy) -> str | None:
    """The section whose title a heading is; numbers before it, case and white space are nothing."""
    said = _plain(heading)
    return next(
        (row.key for row in policy.sections if said in map(_plain, policy.titles(row.key))), None
    )


def _found(key: str, sections: Sequence[Section], policy: Policy) -> Found:
    title = policy.titles(key)[0]
    for position, section in enumerate(sections):
        if named_key(section.heading, policy) == key:
            state = State.COMPLETE if any(section.texts) else State.EMPTY
            return Found(key, title, state, position, section.heading)
    for position, section in enumerate(sections):
        if section.bookmark == _BOOKMARK + key:
            return Found(key, title, State.RENAMED, position, section.heading)
    return Found(key, title, State.MISSING)


def _plain(heading: str) -> str:
    return " ".join(heading.lstrip("0123456789.) \t").casefold().split())
