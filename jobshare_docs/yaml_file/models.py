"""What a model knows: the keys that may stand in one of its blocks."""

from collections.abc import Iterator
from inspect import isclass
from typing import Any, get_args

from pydantic import BaseModel

from jobshare_docs.yaml_file.naming import Step


def keys_at(model: type[BaseModel], path: tuple[Step, ...]) -> list[str]:
    """The keys of the block that a path leads to, as they are written; none if it is no block."""
    keys = [key for found in _models(model, path) for key in _keys(found)]
    return list(dict.fromkeys(keys))


def _models(annotation: Any, path: tuple[Step, ...]) -> Iterator[type[BaseModel]]:
    """Every model that may stand there: a union may have several."""
    if isclass(annotation) and issubclass(annotation, BaseModel):
        if not path:
            yield annotation
        elif path[0] in _keys(annotation):
            yield from _models(_keys(annotation)[str(path[0])], path[1:])
        return
    arguments = get_args(annotation)
    shorter = path[1:] if path and _holds_items(annotation) else path
    for argument in arguments:
        yield from _models(argument, shorter)


def _holds_items(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) in (list, tuple, dict, set, frozenset)


def _keys(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}
