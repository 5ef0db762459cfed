"""Results remembered by what they were made of, the very object, since comparing would cost more.

In a batch most rows share their layers below, and so the very same blocks: what becomes of these is
found once. The last results are kept, with the objects that they belong to.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
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
        @lru_cache(maxsize=at_most)
        def made(*given: The) -> Any:
            return make(*(each.it for each in given))  # type: ignore[call-arg]  # as they came

        @wraps(make)
        def remembered(*given: _Parameters.args, **named: _Parameters.kwargs) -> _Result:
            result: _Result = made(*map(The, given)) if not named else make(*given, **named)
            return result

        return remembered

    return remembering
