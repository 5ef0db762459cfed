"""Blocks of the answers as plain values in which every name exists, as templates read them."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from jobshare_docs.blocks import Block, fields_of
from jobshare_docs.remembering import by_identity


class Absent(dict[str, Any]):
    """A block that was not given: every name is there and empty, and the whole counts as false."""

    def __bool__(self) -> bool:
        return False


class _Field(NamedTuple):
    attribute: str
    name: str
    block: type[Block] | None
    is_list: bool


_FIELDS: dict[type[Block], tuple[_Field, ...]] = {}


def plain(kind: type[Block], block: Block | None) -> dict[str, Any]:
    """The block as a mapping of every name it may have; `Absent` where there is no block.

    A value not given is None, a list not given is empty, a block not given is `Absent`. The mapping
    and the blocks right inside it are the caller's own, to add to; the rows of a list are not.
    """
    made = _remembered(kind, block)
    return type(made)((name, _own(value)) for name, value in made.items())


def _own(value: Any) -> Any:
    return type(value)(value) if isinstance(value, dict) else value


@by_identity(256)
def _remembered(kind: type[Block], block: Block | None) -> dict[str, Any]:
    return _made(kind, block)


def _made(kind: type[Block], block: Block | None) -> dict[str, Any]:
    values = {field.name: _value(field, block) for field in _fields(kind)}
    return values if block is not None else Absent(values)


def _value(field: _Field, block: Block | None) -> Any:
    value = getattr(block, field.attribute) if block is not None else None
    if field.is_list:
        return [_member(field, member) for member in value or ()]
    if field.block is not None:
        return _made(field.block, value)
    return value


def _member(field: _Field, member: Any) -> Any:
    return _made(field.block, member) if field.block is not None else member


def _fields(kind: type[Block]) -> tuple[_Field, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(_each(kind))
    return _FIELDS[kind]


def _each(kind: type[Block]) -> Iterator[_Field]:
    return (
        _Field(field.name, key, _block(field.annotation), _is_list(field.annotation))
        for key, field in fields_of(kind).items()
    )


def _block(annotation: Any) -> type[Block] | None:
    """The block that an annotation speaks of, inside optional, annotated and tuple types."""
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return annotation
    return next(filter(None, map(_block, get_args(annotation))), None)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(map(_is_list, get_args(annotation)))
