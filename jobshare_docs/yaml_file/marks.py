"""Where an event begins and ends, and how deep it stands: what its type only promises."""

from collections.abc import Iterator
from itertools import chain

from yaml.error import Mark
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event


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


def depths(start: Event, events: Iterator[Event]) -> Iterator[int]:
    """How many collections are open behind each event, from the one that starts the first."""
    depth = 0
    for event in chain([start], events):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        yield depth
