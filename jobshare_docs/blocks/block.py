"""Blocks: frozen values whose fields are the annotations of their class."""

from collections.abc import Iterator
from inspect import get_annotations
from typing import Any, NamedTuple, dataclass_transform


class Field(NamedTuple):
    """One field: its name, the key that stands for it in a file, its type, and its default."""

    name: str
    key: str
    annotation: Any
    is_required: bool
    default: Any


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Block:
    """A frozen value of named fields; one without a default has to be given.

    A name that Python keeps for itself ends in an underscore, which its key in a file does not:
    `from_` is written `from`.
    """

    def __init__(self, **values: Any) -> None:
        for field in fields_of(type(self)).values():
            object.__setattr__(self, field.name, values.pop(field.name, field.default))
        if values:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(values)}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} does not change")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in sorted(self.given))
        return f"{type(self).__name__}({said})"

    @property
    def given(self) -> frozenset[str]:
        """The names of the fields that are not absent."""
        return frozenset(name for name, value in vars(self).items() if value is not None)


# A class's own fields, found when they are first asked for: most commands read few blocks.
_FIELDS: dict[type[Block], dict[str, Field]] = {}


def fields_of(block: type[Block]) -> dict[str, Field]:
    """The fields of a kind of block by key, those of the classes it extends first."""
    if block not in _FIELDS:
        _FIELDS[block] = {field.key: field for field in _annotated(block)}
    return _FIELDS[block]


def _annotated(block: type[Block]) -> Iterator[Field]:
    for owner in reversed(block.__mro__[: block.__mro__.index(Block)]):
        for name, annotation in get_annotations(owner).items():
            key, default = name.removesuffix("_"), vars(owner).get(name)
            yield Field(name, key, annotation, name not in vars(owner), default)
