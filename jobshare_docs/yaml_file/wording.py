"""The words for what a model refuses."""

import re
from collections.abc import Sequence as Series
from difflib import get_close_matches
from typing import Any

from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.tree import Mapping, Node, Scalar, Sequence

_LIST = "a list is needed here, with a dash before each item"
_AS_TEXT = ": put | behind the name, and the lines below it are kept as they are"
_MOST_KEYS = 12

# pydantic's own readers are not used for answers; where a model does use one, this is what it says.
_PLAIN = {
    "bool": "yes or no is needed here",
    "int": "a whole number is needed here",
    "float": "a number is needed here",
    "decimal": "a number is needed here",
    "date": "a date is needed here, such as 2027-01-04",
    "time": "a time of day is needed here, such as 8:30",
    "url": "an address such as https://www.example.org is needed here",
}


def nearest(text: str, known: Series[str]) -> str | None:
    """The known word that is most like a text, upper and lower case alike."""
    by_lower = {word.casefold(): word for word in reversed(known)}
    near = get_close_matches(text.casefold(), list(by_lower), 1)
    return by_lower[near[0]] if near else None


def no_such_key(key: str, known: Series[str]) -> str:
    """A key that its block does not know."""
    near = nearest(key, known)
    if near:
        return f"there is no '{key}' here; nearest: '{near}'"
    return f"there is no '{key}' here" + (f"; there are: {_listed(known)}" if known else "")


def missing(name: str) -> str:
    """A key that a model cannot do without."""
    return f"missing here: write '{name}:' and its value"


def of_other_kind(needed: str, node: Node, keys: Series[str], in_list: bool = False) -> str:
    """A text where a block is needed, or any other such exchange, also as an item of a list."""
    near = traps.missing_space(node.text) if isinstance(node, Scalar) else None
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


def _shown(text: str) -> str:
    return traps.quoted(text) if re.search(r"[:#]|^\W", text) else text


def message(details: dict[str, Any]) -> str:
    """Any other of pydantic's errors."""
    kind, context = details["type"], details.get("ctx", {})
    if kind in ("value_error", "assertion_error"):
        return str(context["error"])
    if kind in ("literal_error", "enum"):
        return _not_one_of(details["input"], _choices(context["expected"]))
    if kind.split("_")[0] in _PLAIN:
        return _PLAIN[kind.split("_")[0]]
    return str(details["msg"][:1].lower() + details["msg"][1:])


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


def kinds(context: dict[str, Any]) -> str:
    """What a union of several kinds may hold: `text or a block`."""
    return _listed([_named(tag) for tag in _choices(context.get("expected_tags", "'text'"))], "or")


def _not_one_of(given: Any, choices: Series[str]) -> str:
    if not isinstance(given, str):
        return f"one of these is needed here: {_listed(choices, 'or')}"
    if len(choices) == 1:
        return f"'{given.strip()}' is not known here: write {choices[0]}, or leave it out"
    near = nearest(given.strip(), choices)
    hint = f"; nearest: '{near}'" if near else ""
    return f"'{given.strip()}' is not one of {', '.join(choices)}{hint}"


def _choices(expected: str) -> list[str]:
    return re.findall(r"'((?:[^'\\]|\\.)*)'", expected)


def _named(tag: str) -> str:
    return "text" if tag == "text" else f"a {tag}"


def _listed(words: Series[str], last: str = "and") -> str:
    shown = [*words[:_MOST_KEYS], "others"] if len(words) > _MOST_KEYS else list(words)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}" if len(shown) > 1 else "".join(shown)
