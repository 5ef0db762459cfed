"""Results remembered by what they were made of, the very object, since comparing would cost more.

In a batch most rows share their layers below, and so the very same blocks: what becomes of these is
found once. The last results are kept, with the objects that they belong to.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


class The:
    """An object that equals itself alone."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, The) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def by_identity(
    at_most: int,
) -> Callable[[Callable[_Parameters, _Result]], Callable[_Parameters, _Result]]:
    """Remember the results of a function of a few objects; nobody may change one of them."""

    def remembering(make: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
        # The objects are kept with their result, so that no other can come to have their identity.
        kept: OrderedDict[tuple[int, ...], tuple[Any, _Result]] = OrderedDict()

        @wraps(make)
        def remembered(*given: _Parameters.args, **named: _Parameters.kwargs) -> _Result:
            if named:
                return make(*given, **named)
            key = tuple(map(id, given))
            try:  # another thread may let it go at any moment
                kept.move_to_end(key)
                return kept[key][1]
            except KeyError:
                pass
            result = make(*given, **named)
            kept[key] = given, result
            if len(kept) > at_most:
                kept.popitem(last=False)
            return result

        return remembered

    return remembering


def while_unchanged(make: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """The function, its results remembered while the files that it is given stay as they are.

    A path among its arguments counts by the file that it leads to and when that was changed, a
    folder by the files in it; they are given by position.
    """

    @lru_cache(maxsize=256)
    def made(marks: tuple[object, ...], *given: Any) -> _Result:
        return make(*given)  # type: ignore[call-arg]  # called as it was

    @wraps(make)
    def remembered(*given: _Parameters.args, **named: _Parameters.kwargs) -> _Result:
        if named:
            return make(*given, **named)
        return made(tuple(_mark(each) for each in given if isinstance(each, Path)), *given)

    return remembered


def _mark(path: Path) -> tuple[object, ...]:
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        stats = ((file.name, file.stat()) for file in files)
        return (path.absolute(), *((name, one.st_mtime_ns, one.st_size) for name, one in stats))
    except OSError:
        return (path.absolute(),)
