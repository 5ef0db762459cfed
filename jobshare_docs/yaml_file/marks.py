"""Where an event begins and ends: the marks that its type only promises."""

from yaml.error import Mark
from yaml.events import Event


def start_of(event: Event) -> Mark:
    """Line, column and index, from zero, of the first sign of an event."""
    mark = event.start_mark
    assert mark is not None
    return mark  # type: ignore[return-value]  # libyaml's marks have the same three


def end_of(event: Event) -> Mark:
    """Line, column and index, from zero, behind the last sign of an event."""
    mark = event.end_mark
    assert mark is not None
    return mark  # type: ignore[return-value]  # as above
