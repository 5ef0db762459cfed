"""The words for what a block cannot hold."""

import re
from collections.abc import Sequence as Series

from jobshare_docs.names import listed, nearest
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.tree import Mapping, Node, Scalar, Sequence

_LIST = "a list is needed here, with a dash before each item"
_AS_TEXT = ": put | behind the name, and the lines below it are kept as they are"
_MOST_KEYS = 12


def no_such_key(key: str, known: Series[str]) -> str:
    """A key that its block does not know."""
    near = nearest(key, known)
    if near:
        return f"there is no '{key}' here; nearest: '{near}'"
    return f"there is no '{key}' here" + (f"; there are: {_listed(known)}" if known else "")


def of_other_kind(needed: str, node: Node, keys: Series[str], in_list: bool = False) -> str:
    """A text where a block is needed, or any other such exchange, also as an item of a list."""
    near = _slip_of_dash(node)
    if near and needed in ("list", "block"):
        return near
    if needed == "list":
        return _LIST + (", not a block" if isinstance(node, Mapping) else "")
    if needed == "block" and in_list and keys and isinstance(node, Scalar):
        return f"a block is needed here, which begins with: {keys[0]}: {_shown(node.text)}"
    if needed == "block":
        example = f", such as '{keys[0]}:'" if keys else ""
        return f"a block is needed here, lines of 'name: value' below it{example}"
    if isinstance(node, Sequence):
        return _list_for_text(needed, node)
    return _block_for_text(needed, node)


def _slip_of_dash(node: Node) -> str | None:
    """A dash without a space, or one that Word made longer, before a text or a name."""
    if isinstance(node, Mapping) and node.entries:
        name, (_, value) = next(iter(node.entries.items()))
        shown = value.text if isinstance(value, Scalar) else ""
        return traps.long_dash(f"{name}: {shown}".rstrip())
    if not isinstance(node, Scalar):
        return None
    return traps.long_dash(node.text) or traps.missing_space(node.text)


def _shown(text: str) -> str:
    return traps.quoted(text) if re.search(r"[:#]|^\W", text) else text


def _list_for_text(needed: str, node: Sequence) -> str:
    texts = [item.text for item in node.items if isinstance(item, Scalar)]
    if len(texts) == len(node.items) and traps.is_rota(" ".join(texts)):
        return (
            f"YAML takes this week for a list; write it in quotes: {traps.quoted(' '.join(texts))}"
        )
    if node.flow and len(texts) == len(node.items):
        whole = traps.quoted(f"[{', '.join(texts)}]")
        return f"{needed} is needed here, not a list; a text in brackets needs quotes: {whole}"
    return f"{needed} is needed here, not a list{_AS_TEXT if needed == 'text' else ''}"


def _block_for_text(needed: str, node: Node) -> str:
    if isinstance(node, Mapping):
        hint = perhaps_a_text(node) or (_AS_TEXT if needed == "text" else "")
        return f"{needed} is needed here, not a block{hint}"
    return f"{needed} is needed here"


def perhaps_a_text(node: Mapping) -> str:
    """The hint that `Note: text` was meant as a text, where a block may be one."""
    if len(node.entries) != 1:
        return ""
    key, (place, value) = next(iter(node.entries.items()))
    if not isinstance(value, Scalar) or value.place.line != place.line or "\n" in value.text:
        return ""
    whole = traps.quoted(f"{key}: {value.text}")
    return f"; a text with a colon and a space in it needs quotes: {whole}"


def not_one_of(given: str | None, choices: Series[str]) -> str:
    """A text that is none of the words of a choice, or no text at all."""
    if given is None:
        return f"one of these is needed here: {_listed(choices, 'or')}"
    if len(choices) == 1:
        return f"'{given}' is not known here: write {choices[0]}, or leave it out"
    near = nearest(given, choices)
    hint = f"; nearest: '{near}'" if near else ""
    return f"'{given}' is not one of {', '.join(choices)}{hint}"


def _listed(words: Series[str], last: str = "and") -> str:
    shown = [*words[:_MOST_KEYS], "others"] if len(words) > _MOST_KEYS else list(words)
    return listed(shown, last)
