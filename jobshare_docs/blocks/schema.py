"""What readers read, as JSON Schema, by which editors complete and check while one types.

Only words that mean the same in draft 7 and in draft 2020-12 are used, since editors know either.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from jobshare_docs.blocks.block import Block, Field, fields_of
from jobshare_docs.blocks.readers import (
    BlockOf,
    Choice,
    Leaf,
    ListOf,
    Looked,
    Made,
    Reader,
    Short,
    ValuesByKey,
    Whole,
    reader_of,
)

Schema = dict[str, Any]

# YAML's types are no types of ours: 007 is a number to an editor and a text to us. Nothing at all
# is what stands behind a name that nobody filled in yet.
SCALARS = ("string", "number", "boolean", "null")


def text_like(pattern: str, otherwise: str, kind: str | list[str] = "string") -> Schema:
    """A text that a regular expression matches, and what an editor is to say where none does.

    VS Code shows that sentence in the place of the expression; others pass over it.
    """
    return {"type": kind, "pattern": pattern, "patternErrorMessage": otherwise}


class SchemaOf(NamedTuple):
    """Writes the schema of what a dotted key holds.

    `asks` says in words what belongs under a key; `elsewhere` names the kinds of blocks that stand
    under a definition of their own, to which others refer.
    """

    asks: Callable[[str], str | None]
    elsewhere: Mapping[type[Block], str]

    def block(self, block: type[Block], key: str) -> Schema:
        """The schema of a block under that key; unknown names are refused."""
        fields = fields_of(block).values()
        return {
            "description": self.asks(key) or _first_paragraph(block),
            "type": ["object", "null"],
            "properties": {one.key: self._field(one, f"{key}.{one.key}") for one in fields},
            "additionalProperties": False,
        }

    def _field(self, field: Field, key: str) -> Schema:
        return self.of(reader_of(field.annotation), key)

    def of(self, reader: Reader, key: str) -> Schema:
        """The schema of what a reader reads under that key."""
        match reader:
            case Looked(reader=inner) | Made(reader=inner):
                return self.of(inner, key)
            case Leaf():
                return self._leaf(reader, key)
            case Choice():
                return self._described(_choice(reader), key)
            case Whole():
                return self._described({"description": reader.description, **reader.schema()}, key)
            case ListOf(item=inner):
                return self._described(_list_of(self.of(inner, f"{key}[]")), key)
            case ValuesByKey(value=inner):
                return self._described(_named(self.of(inner, f"{key}.")), key)
            case BlockOf(block=block) if block in self.elsewhere:
                return {"$ref": f"#/$defs/{self.elsewhere[block]}"}
            case BlockOf(block=block):
                return self.block(block, key)
            case Short(short=short, reader=inner):
                alone = fields_of(inner.block)[short.key]
                return self._described(
                    {"anyOf": [self._field(alone, key), self.of(inner, key)]}, key
                )
        raise TypeError(f"no schema describes {reader}")

    def _leaf(self, leaf: Leaf, key: str) -> Schema:
        asked = self.asks(key)
        description = f"{asked}\n\n{leaf.description}" if asked else leaf.description
        schema = _of_pattern(leaf) if leaf.pattern else _of_words(leaf.words)
        return {"description": description, **schema}

    def _described(self, schema: Schema, key: str) -> Schema:
        asked = self.asks(key)
        return {**schema, "description": asked} if asked else schema


def _choice(choice: Choice) -> Schema:
    words: Schema = {"enum": [*map(str, choice.words), None]}
    is_named = isinstance(choice.make, type) and choice.make is not str
    description = (
        _first_paragraph(choice.make) if is_named else f"Write {' or '.join(choice.words)}."
    )
    if choice.pattern:
        told = f"Write {', '.join(choice.words)}."
        words = {"anyOf": [words, text_like(choice.pattern, told)]}
    return {"description": description, **words}


def _list_of(items: Schema) -> Schema:
    said = f"A list, with a dash before each item. {items.get('description', '')}"
    return {"description": said.rstrip(), "type": ["array", "null"], "items": items}


def _named(values: Schema) -> Schema:
    said = f"Names of your own, each with its value. {values.get('description', '')}"
    return {
        "description": said.rstrip(),
        "type": ["object", "null"],
        "additionalProperties": values,
    }


def _of_words(words: tuple[str, ...]) -> Schema:
    if not words:
        return {"type": list(SCALARS)}
    pattern = f"^\\s*(?:{'|'.join(map(in_any_case, words))})\\s*$"
    spelled = text_like(pattern, f"Write {' or '.join(words)}.")
    return {"anyOf": [{"enum": [*words, None]}, spelled, _BOOLEAN]}


def _of_pattern(leaf: Leaf) -> Schema:
    """What may be read at all; numbers too where one is, and none of these is less than nothing."""
    pattern = f"^\\s*(?:{leaf.pattern})?\\s*$"
    if not re.search(pattern, "7"):
        return text_like(pattern, leaf.description, ["string", "null"])
    return text_like(pattern, leaf.description, ["string", "number", "null"]) | {"minimum": 0}


_BOOLEAN: Schema = {"type": "boolean"}


def in_any_case(word: str) -> str:
    """A regular expression of a word in capitals or not, as JavaScript's flags stand outside it."""
    return "".join(f"[{sign.upper()}{sign.lower()}]" if sign.isalpha() else sign for sign in word)


def _first_paragraph(described: Any) -> str:
    return " ".join((described.__doc__ or "").split("\n\n")[0].split())
