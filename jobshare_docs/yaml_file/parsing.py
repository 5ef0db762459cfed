"""YAML text into a located tree, from the parser's events; what would not end ends early."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from jobshare_docs.problems import Problem, Severity
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.decoding import forbidden_in
from jobshare_docs.yaml_file.kept_lines import lone_dash, text_of
from jobshare_docs.yaml_file.marks import depths, end_of, start_of
from jobshare_docs.yaml_file.naming import dotted_name
from jobshare_docs.yaml_file.text_being_read import TextBeingRead
from jobshare_docs.yaml_file.top import joined
from jobshare_docs.yaml_file.tree import Entry, Mapping, Node, Scalar, Sequence

# Only events are asked of it: nothing is ever constructed from what a file says. The composer of
# libyaml is not used, since it crashes the whole process on deep nesting.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Anchored(NamedTuple):
    """What an anchor names, with what an alias of it adds to the tree."""

    node: Node
    values: int
    levels: int


class Parser(TextBeingRead):
    """Makes the tree of one text, or of the part of one that begins after `lines_before` lines.

    A label or an alias of one that stands in `elsewhere`, the text around the part, is not missed.
    """

    def __init__(
        self, text: str, file: str, lines_before: int = 0, values: int = 0, elsewhere: str = ""
    ) -> None:
        super().__init__(text, file, lines_before, values)
        self.elsewhere = elsewhere
        self._events: Iterator[Event] = iter(_LOADER(text).get_event, None)
        self._anchors: dict[str, _Anchored | None] = {}
        self._unused: dict[str, Problem] = {}

    def root(self) -> Node | None:
        """The text's node, None where it holds nothing but comments.

        What stands in a second document is read as if it went on. Raises yaml.YAMLError where the
        text is not YAML, and TooMuchError.
        """
        next(self._events)
        if isinstance(next(self._events), StreamEndEvent):
            return None
        node = self._node(next(self._events))
        next(self._events)
        while isinstance(following := next(self._events), DocumentStartEvent):
            self._wrong(following, traps.SECOND_DOCUMENT)
            node, twice = joined(node, self._node(next(self._events)))
            self.problems += twice
            next(self._events)
        self.problems += [
            problem for name, problem in self._unused.items() if f"*{name}" not in self.elsewhere
        ]
        return node

    def _node(self, event: Event) -> Node:
        self._count(event)
        assert isinstance(event, NodeEvent)
        if event.anchor is not None:
            return self._alias(event) if isinstance(event, AliasEvent) else self._anchored(event)
        return self._scalar(event) if isinstance(event, ScalarEvent) else self._collection(event)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        text, style, place = event.value, event.style, self.place(event)
        if style == ">" or (not style and end_of(event).line >= place.line - self.lines_before):
            text = text_of(event, self.lines)
            self._check_lone_dash(event)
        elif style == '"':
            self._check_escapes(event)
        if event.tag is not None:
            self._wrong(event, traps.tagged(self._line(event)))
        return Scalar(text, bool(style), place)

    def _check_lone_dash(self, event: ScalarEvent) -> None:
        line = lone_dash(event, self.lines)
        if line is not None and not traps.long_dash(event.value):
            number = line + 1 + self.lines_before
            column = self.lines[line].index("-") + 1
            name = dotted_name(self.path)
            self.problems.append(
                Problem(self.file, traps.LONE_DASH, number, column, name, Severity.WARNING)
            )

    def _check_escapes(self, event: ScalarEvent) -> None:
        found = forbidden_in(event.value)
        if found:
            self._wrong(event, traps.FORBIDDEN_ESCAPE.format(found))

    def _collection(self, event: Event) -> Node:
        assert isinstance(event, CollectionStartEvent)
        if event.flow_style and self._begins_with(event, "{{"):
            return self._braces(event)
        if event.tag is not None:
            self._wrong(event, traps.tagged(self._line(event)))
        self._level += 1
        self._check_level(event, self._level)
        node = self._mapping(event) if isinstance(event, MappingStartEvent) else self._list(event)
        self._level -= 1
        return node

    def _begins_with(self, event: Event, signs: str) -> bool:
        start = start_of(event).index
        return self.text[start : start + len(signs)] == signs

    def _braces(self, event: CollectionStartEvent) -> Scalar:
        """A text that begins as a template tag does, which YAML takes for a block in a block."""
        for depth in depths(event, self._events):
            self._count(event)
            self._check_level(event, self._level + depth)
            if depth == 0:
                break
        line = self._line(event)
        if traps.parts(line)[2].startswith("{{"):
            self._wrong(event, traps.begins_with_braces(line))
        else:
            self._wrong(event, traps.BRACES_IN_BRACKETS)
        return Scalar("{{", True, self.place(event))

    def _list(self, start: CollectionStartEvent) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            self.path.append(len(items))
            if isinstance(event, SequenceStartEvent) and not event.flow_style:
                self._check_rota(event)
            items.append(self._node(event))
            self.path.pop()
        return Sequence(tuple(items), self.place(start), bool(start.flow_style))

    def _check_rota(self, event: Event) -> None:
        line = self._line(event)
        better = traps.rota_as_list(line)
        # Each dash of `- - - A B` begins a list in the one before: the first tells of them all.
        if better and line[: start_of(event).column].strip() == "-":
            self._wrong(event, better)

    def _mapping(self, start: CollectionStartEvent) -> Mapping:
        entries: dict[str, Entry] = {}
        item = entries  # the keys since the last that should have had a dash
        events, path, flow = self._events, self.path, start.flow_style
        in_list = bool(path) and isinstance(path[-1], int) and not flow
        while not isinstance(event := next(events), MappingEndEvent):
            if in_list and len(item) > 1 and self._lacks_dash(event, item):
                item = {}
            name = self._key(event, item)
            path.append(name)
            value = next(events)
            lost = flow and self._lacks_colon(event, value)
            if lost:
                self._tell_comma(event, name, item)
            entry = Entry(self.place(event), self._node(value))
            if not lost:
                item.setdefault(name, entry)
            path.pop()
        return Mapping(entries, self.place(start), bool(start.flow_style))

    def _tell_comma(self, event: Event, name: str, item: dict[str, Entry]) -> None:
        """What a comma in braces cut off, put back for whatever looks at the value before it."""
        before = next(reversed(item.items()), None)
        whole = ""
        if before and isinstance(text := before[1].value, Scalar) and text.text and not text.quoted:
            blank = self.text[start_of(event).index - 1].strip()
            whole = f"{text.text},{'' if blank else ' '}{name}"
            item[before[0]] = Entry(before[1].key, Scalar(whole, False, text.place))
        self._wrong(event, traps.split_at_comma(name, whole))

    def _lacks_dash(self, event: Event, item: dict[str, Entry]) -> bool:
        """Whether the first name of a list's item comes again, as that of a next one would."""
        name, (place, _) = next(iter(item.items()))
        if not isinstance(event, ScalarEvent) or event.value != name:
            return False
        self._wrong(event, traps.ITEM_GIVEN_TWICE.format(name, place.line), name)
        return True

    def _key(self, event: Event, entries: dict[str, Entry]) -> str:
        """The name that a key gives; one that is no name is reported and read as best it can be."""
        if not isinstance(event, ScalarEvent):
            self._wrong(event, traps.KEY_IS_NO_NAME)
            return str(self._node(event))[:20]
        name = event.value
        if event.tag is not None or event.anchor is not None:
            self._wrong(event, traps.KEY_WITH_SIGN.format("!" if event.tag else "&"), name)
        if event.style == '"':
            self._check_escapes(event)
        if not event.style and name[:1].isspace():
            self._wrong(event, traps.HARD_SPACE.format(ord(name[0])), name)
        if name == "<<" or not name:
            self._wrong(event, traps.MERGE_KEY if name else traps.KEY_IS_EMPTY, name)
        if name in entries:
            self._wrong(event, traps.GIVEN_TWICE.format(name, entries[name].key.line), name)
        return name

    def _lacks_colon(self, key: Event, value: Event) -> bool:
        """Whether a key in braces stands alone, as Nursing does in `{title: Manager, Nursing}`."""
        if not isinstance(value, ScalarEvent) or value.value or value.style:
            return False
        return ":" not in self.text[end_of(key).index : start_of(value).index]

    def _anchored(self, event: NodeEvent) -> Node:
        name = str(event.anchor)
        values, level, deepest = self.values, self._level, self._deepest
        self._anchors[name] = None
        self._deepest = level
        if isinstance(event, ScalarEvent):
            self._unused[name] = self._problem(event, traps.taken_for_label(self._line(event)))
            node: Node = self._scalar(event)
        else:
            node = self._collection(event)
        self._anchors[name] = _Anchored(node, self.values - values, self._deepest - level)
        self._deepest = max(deepest, self._deepest)
        return node

    def _alias(self, event: AliasEvent) -> Node:
        name = str(event.anchor)
        if name not in self._anchors and f"&{name}" not in self.elsewhere:
            self._wrong(event, traps.taken_for_alias(self._line(event), name))
        meant = self._anchors.get(name)
        if meant is None:
            if name in self._anchors:
                self._wrong(event, traps.REFERS_TO_ITSELF.format(name))
            return Scalar("", False, self.place(event))
        self._unused.pop(name, None)
        self._count(event, meant.values)
        self._check_level(event, self._level + meant.levels)
        return meant.node
