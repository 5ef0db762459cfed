"""What every type of a field has in common: it is read from text, by a parser of our own."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import PlainValidator, WithJsonSchema

from jobshare_docs.yaml_file import TextNeededError

_Value = TypeVar("_Value")

# Editors read YAML's own types, and see a number where the answers hold its text.
_CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab"
_TYPES = ["string", "number", "boolean"]


def read_by(parser: Callable[[str], _Value], value_type: type[_Value], kind: str) -> PlainValidator:
    """The parser as a validator; a value of its type passes, a list or block is no `kind`.

    A plain text is always parsed, since it may be what was written.
    """

    def validated(value: Any) -> _Value:
        if type(value) is value_type and value_type is not str:
            return value
        if not isinstance(value, str):
            raise TextNeededError(kind)
        try:
            return parser(value)
        except ValueError as error:
            raise _in_curly_quotes(value) or error from error

    return PlainValidator(validated)


def _in_curly_quotes(text: str) -> ValueError | None:
    text = text.strip()
    if not text or text[0] not in _CURLY_QUOTES:
        return None
    return ValueError(
        f"{text}: curly quotes are no quotes for YAML: leave them out, or type them anew"
    )


def described(description: str) -> WithJsonSchema:
    """The JSON Schema of a leaf, with what an editor shows for it."""
    return WithJsonSchema({"type": _TYPES, "description": description})
