"""The blocks of the answers under a policy; the sections that it alone has, from its outline."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.block import Section
from jobshare_docs.answers.terms import Confirmation, Reply, Sections
from jobshare_docs.blocks import Block
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import Item, OutlineRow
from jobshare_docs.values import ProseText

# Where the sections stand once more, as they were agreed or are offered.
_HOLDERS: Mapping[str, tuple[type[Block], str]] = {
    "confirmation": (Confirmation, "agreed"),
    "reply": (Reply, "terms"),
}


def own_sections(policy: Policy) -> tuple[OutlineRow, ...]:
    """The rows of the policy's outline for sections that it alone has."""
    return tuple(row for row in policy.sections if row.own)


def blocks_of(policy: Policy) -> Mapping[str, type[Block]]:
    """Every block that answers may hold under a policy, its own sections last."""
    return _blocks(own_sections(policy))


@cache
def _blocks(rows: tuple[OutlineRow, ...]) -> Mapping[str, type[Block]]:
    if not rows:
        return BLOCKS
    own = {row.key: _section(row) for row in rows}
    sections = _made("Sections", Sections, own)
    holders = {name: _made(name, block, {key: sections}) for name, (block, key) in _HOLDERS.items()}
    return MappingProxyType({**BLOCKS, **holders, **own})


def _section(row: OutlineRow) -> type[Block]:
    """A section whose items are prose, or lists of prose."""
    return _made(row.key, Section, {item.key: _type(item) for item in row.items}, row.asks)


def _type(item: Item) -> Any:
    return tuple[ProseText, ...] if item.list_ else ProseText


def _made(name: str, base: type[Block], types: Mapping[str, Any], described: str = "") -> type[Any]:
    """A block that extends another by optional fields."""
    optional = {key: kind | None for key, kind in types.items()}
    names = {"__annotations__": optional, "__doc__": described or base.__doc__}
    return type(name, (base,), {**names, **dict.fromkeys(types)})
