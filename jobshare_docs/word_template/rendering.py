"""What one render gathers beside its text: rounds, links and lists that its values ask for."""

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context, pass_environment
from jinja2.runtime import Context, LoopContext

from jobshare_docs.word_template.house import House, NewList
from jobshare_docs.word_template.limits import RENDERING, Rounds
from jobshare_docs.word_template.sandbox import (
    LIST_FILTER,
    LOOP_FILTER,
    NOTE_FILTER,
    ONCE_FILTER,
    PASSED_FILTER,
    ROUNDS_FILTER,
    SERIAL_FILTER,
    WEIGHED_FILTER,
    Sandbox,
)


class Rendering:
    """The state of one render.

    `links` are the addresses added to each part, with their ids; `lists` the lists added, of which
    the first has the number `house.first_free`.
    """

    def __init__(self, house: House) -> None:
        self.house = house
        self.rounds = Rounds()
        self.links: dict[str, dict[str, str]] = {}
        self.lists: list[NewList] = []
        self.seen: set[str] = set()
        self.serial = 0
        self.notes: dict[str, int] = {}
        self._bullets = 0

    def link(self, part: str, address: str) -> str:
        """The relationship id of an address in a part, the same for the same address."""
        of_part = self.links.setdefault(part, {})
        if address not in of_part:
            of_part[address] = f"{self.house.link_ids(part)}{len(of_part) + 1}"
        return of_part[address]

    def list_number(self, marker: str, level: int) -> int:
        """The number of a list: bullets share one, every numbered list starts at one.

        It looks like the list of the template's own style, as far down as that has levels.
        """
        like = self.house.list_of_style(marker, level)
        if marker == "number":
            return self._new(NewList(like or marker, level))
        if like:
            return int(like)
        self._bullets = self._bullets or self._new(NewList(marker, None))
        return self._bullets

    def restart(self, list_number: str, level: int) -> int:
        """The number of a list like the template's `list_number`, which starts at one."""
        return self._new(NewList(list_number, level))

    def _new(self, new: NewList) -> int:
        self.lists.append(new)
        return self.house.first_free + len(self.lists) - 1


def _of(context: Context) -> Rendering:
    rendering: Rendering = context.parent[RENDERING]
    return rendering


@pass_context
def counted_rounds(context: Context, values: Any) -> Any:
    """The values of a loop, counted against the bound on all rounds of this render."""
    return _of(context).rounds.of(values)


@pass_context
def passed(context: Context, values: Any) -> Any:
    """The values that a filter goes through, counted like those of a loop."""
    return _of(context).rounds.passed(values)


@pass_context
def weighed(context: Context, value: Any) -> Any:
    """A value, of which all that it holds is counted where it is a list."""
    if isinstance(value, list | tuple | dict):
        _of(context).rounds.weight(value)
    return value


@pass_environment
def of_loop(sandbox: Sandbox, loop: Any, name: str) -> Any:
    """A name of the loop, which has no keys to look for first; or of a value of that name."""
    return getattr(loop, name) if type(loop) is LoopContext else sandbox.getattr(loop, name)


@pass_context
def once(context: Context, key: str) -> bool:
    """Whether this is asked for the first time in this render."""
    seen = _of(context).seen
    first = key not in seen
    seen.add(key)
    return first


@pass_context
def serial(context: Context, _: int) -> int:
    """A drawing id that no other drawing has."""
    rendering = _of(context)
    rendering.serial += 1
    return rendering.house.highest_drawing_id + rendering.serial


@pass_context
def restarted_list(context: Context, list_number: str, level: int) -> int:
    """The number of a list that starts at one, like one of the template's."""
    return _of(context).restart(list_number, level)


@pass_context
def note_number(context: Context, kind: str, first: int | None = None) -> int:
    """The number of the next note of this kind, from `first` on; without `first`, the same."""
    numbers = _of(context).notes
    if first is not None:
        numbers[kind] = numbers.get(kind, first - 1) + 1
    return numbers[kind]


OWN_FILTERS: dict[str, Callable[..., Any]] = {
    ROUNDS_FILTER: counted_rounds,
    PASSED_FILTER: passed,
    WEIGHED_FILTER: weighed,
    LOOP_FILTER: of_loop,
    ONCE_FILTER: once,
    SERIAL_FILTER: serial,
    LIST_FILTER: restarted_list,
    NOTE_FILTER: note_number,
}
