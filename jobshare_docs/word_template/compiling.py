"""Compiling a template: every part read, its tags joined, paired, lifted and written as source."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from jobshare_docs.problems import Problem, Severity
from jobshare_docs.word_template import (
    blocks,
    checking,
    laws,
    lifting,
    lone,
    near_tags,
    notes,
    prefixes,
    ranges,
    restarts,
    section_breaks,
    tidying,
    unfilled,
)
from jobshare_docs.word_template.addresses import Addresses
from jobshare_docs.word_template.attributes import take_tags_out
from jobshare_docs.word_template.guarding import guard
from jobshare_docs.word_template.joining import Joined, PlacedTag, join_tags, tag_nodes
from jobshare_docs.word_template.loose_names import TemplateMistakes, names_in_tag, set_by
from jobshare_docs.word_template.moving import Moved
from jobshare_docs.word_template.names import Field, Scope
from jobshare_docs.word_template.numbering import numbering_of
from jobshare_docs.word_template.package import (
    PART_LABELS,
    STYLES_TYPE,
    Package,
    PartError,
    refuse_strict,
)
from jobshare_docs.word_template.places import Place, headings, numbered_paragraphs, places
from jobshare_docs.word_template.printing import Printer
from jobshare_docs.word_template.ready import PART_SEPARATOR
from jobshare_docs.word_template.rendering import OWN_FILTERS
from jobshare_docs.word_template.sandbox import Sandbox
from jobshare_docs.word_template.source import Lines, Part, SourceWriter
from jobshare_docs.word_template.stand_ins import StandIns
from jobshare_docs.word_template.tags import Tag
from jobshare_docs.word_template.vocabulary import Element

_HOLDS_TAB = "a tab inside a tag is left out; write \\t in the quoted text"
_CHANGED = "it has tracked changes, which were accepted; accept or reject them in Word"


@dataclass(frozen=True)
class Compiled:
    """A template as Jinja has it: `names` are the parts whose text one render gives, in order."""

    package: Package
    names: tuple[str, ...]
    source: str
    tree: nodes.Template
    lines: Lines
    sandbox: Sandbox
    warnings: tuple[Problem, ...]
    near_tags: tuple[near_tags.NearTag, ...]


class Compiler:
    """Gathers the parts, the mistakes and the warnings of one template."""

    def __init__(self, package: Package, filters: Mapping[str, Callable[..., Any]]) -> None:
        self.package = package
        self.sandbox = Sandbox(filters)
        self.warnings: list[Problem] = []
        self.near_tags: list[near_tags.NearTag] = []
        self.lines = Lines()
        self.numbering = numbering_of(package)
        self._tags: list[PlacedTag] = []
        self.notes: dict[Moved, notes.References] = {}
        self._paragraphs = 0
        self._mistakes: dict[Problem, int] = {}

    @property
    def mistakes(self) -> list[Problem]:
        """The mistakes found so far, in the order of the document."""
        return sorted(self._mistakes, key=self._mistakes.__getitem__)

    def parts(self) -> Iterator[Part]:
        """The parts that have tags, with their tags where they belong."""
        styles = self.package.named(STYLES_TYPE)
        heading_styles = headings(self.package.tree(styles[0]) if styles else None)
        labels = {
            type: label for type, label in PART_LABELS.items() if label != "document properties"
        }
        of_label = list(labels)
        names = self.package.named(*labels)
        for name in sorted(names, key=lambda name: of_label.index(self.package.types[name])):
            part = self._part(name, labels[self.package.types[name]], heading_styles)
            if part is not None:
                yield part

    def _part(self, name: str, label: str, heading_styles: frozenset[str]) -> Part | None:
        root = self.package.tree(name)
        refuse_strict(root)
        numbers = numbered_paragraphs(root)
        changed = tidying.accept_changes(root)
        tidying.tidy(root)
        known = places(numbers, label, name, heading_styles, self._paragraphs)
        self._paragraphs += len(known)
        joined = join_tags(root, known)
        self._look_at(joined)
        if changed:
            self._warn(label, _CHANGED)
        for unseen in unfilled.in_paragraphs(root, known):
            self.mistake(*unseen)
        stand_ins = StandIns(self.mistake)
        attributes = take_tags_out(root, known, stand_ins)
        self._tags.extend((*joined.tags.values(), *stand_ins.tags))
        part = self._lifted(name, root, joined.tags)
        wanted = notes.TYPES.get(self.package.types[name]) in self.notes
        if not (joined.changed or changed or attributes or wanted):
            return None
        return replace(part, stand_ins=stand_ins, attributes=attributes)

    def _look_at(self, joined: Joined) -> None:
        """Tell of tags with a tab in them, and of those without an end; keep the near ones."""
        near = {(each.place.order, each.start): each for each in near_tags.near_tags(joined.prose)}
        for placed in joined.tags.values():
            if placed.tag.holds_tab:
                self._warn(str(placed.place), _HOLDS_TAB)
        for each in joined.broken:
            text = each.unclosed.text
            meant = near.pop((each.place.order, each.unclosed.start), None)
            said = meant.message if meant else f"'{text}' is never closed"
            self.mistake(each.place, meant.text if meant else text, said)
        self.near_tags.extend(near.values())

    def sources(self) -> dict[str, str]:
        """The sources of the parts that have tags, in order."""
        parts = {part.name: part for part in self.parts()}
        beside: dict[Moved, str] = {}
        for name in list(parts):
            moved = notes.TYPES.get(self.package.types[name])
            if moved is not None and (references := self.notes.get(moved)):
                document = self.package.document
                beside[moved] = name
                parts[document], parts[name] = notes.beside_references(
                    parts[document], parts[name], moved, references
                )
        writers = {name: SourceWriter(part, self.lines) for name, part in parts.items()}
        for part, writer in zip(parts.values(), writers.values(), strict=True):
            notes.take_out(part)
            writer.writers = {moved: writers[name] for moved, name in beside.items()}
        return {name: writer.part() for name, writer in writers.items()}

    def addresses(self) -> dict[str, str]:
        """The sources of link addresses and properties with tags."""
        for unseen in unfilled.in_parts(self.package):
            self.mistake(*unseen)
        found = Addresses(self.package, self.mistake)
        self._tags.extend(found.tags)
        return found.sources(self.lines)

    def _warn(self, label: str, message: str) -> None:
        where = f"{self.package.where}: {label}"
        self.warnings.append(Problem(where, message, severity=Severity.WARNING))

    def _lifted(self, name: str, root: Element, tags: Mapping[Element, PlacedTag]) -> Part:
        """A part with its tags at their levels; mistakes are noted where there is none for one."""
        lone.drop_noted_units(root, tags)
        pairs, wrong = blocks.paired([tags[node] for node in tag_nodes(root)])
        for each in wrong:
            self.mistake(each.placed.place, each.placed.tag.text, each.message)
        lifted = lone.lift_lone_tags(root, tags, pairs)
        misplaced = list(prefixes.misplaced_prefixes(root, tags, pairs, lifted))
        if not wrong and not misplaced:
            misplaced = lifting.lift(root, pairs) or list(_cut_or_repeated(root, pairs))
        for found in misplaced:
            self.mistake(found.placed.place, found.placed.tag.text, found.message)
        if wrong or misplaced:
            return Part(name, root, tags)
        ranges.keep_ranges_whole(root, pairs)
        if name == self.package.document:
            self.notes = notes.in_blocks(root, pairs)
        numbers = ranges.drawings_in_loops(root, pairs)
        restarted = restarts.restarted_items(root, pairs, self.numbering)
        laws.mark(root, tags)
        section_breaks.keep_section_breaks(root, pairs)
        return Part(name, root, tags, numbers, restarted)

    def made(self, names: tuple[str, ...], source: str) -> Compiled | None:
        """The source as Jinja reads it; None where it cannot, or where there is a mistake."""
        self.sandbox.filters |= OWN_FILTERS | Printer(self.lines.shapes).filters
        try:
            tree = self.sandbox.parse(source)
        # int() of Python refuses numbers of thousands of digits, deep brackets end the stack
        except (TemplateSyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
            return None
        for line, message in checking.not_allowed(tree, self.sandbox):
            placed = self.lines.at(line)
            self.mistake(placed.place, placed.tag.text, message)
        if self._mistakes:
            return None
        return Compiled(
            self.package,
            names,
            source,
            guard(tree, self.lines),
            self.lines,
            self.sandbox,
            tuple(self.warnings),
            tuple(self.near_tags),
        )

    def check_each_tag(self, of_interest: Callable[[Tag], bool] = lambda _: True) -> None:
        """Read every tag on its own, so that the mistakes of all of them are told."""
        for placed in filter(lambda each: of_interest(each.tag), self._tags):
            if placed.tag.word in blocks.KNOWN or not placed.tag.word:
                for message in checking.mistakes(placed.tag, self.sandbox):
                    self.mistake(placed.place, placed.tag.text, message)

    def fields(self) -> tuple[Field, ...]:
        """The names in the tags that can be read, although the template as a whole cannot."""
        found: dict[str, Field] = {}
        scope: Scope = {}
        in_order = sorted(self._tags, key=lambda each: (each.place.order, each.tag.start))
        for placed in in_order:
            for name in names_in_tag(placed.tag, self.sandbox, scope):
                found.setdefault(name, Field(name, placed.place))
        return tuple(found.values())

    def look_at_near_tags(self) -> None:
        """Tell of those that are mistakes whatever names are filled; the rest wait for these."""
        own = frozenset().union(*(set_by(placed.tag) for placed in self._tags))
        near = [each._replace(root="") if each.root in own else each for each in self.near_tags]
        self.near_tags = [each for each in near if each.root or not each.is_sure]
        for each in near:
            if each not in self.near_tags:
                self.mistake(each.place, each.text, each.message)

    def mistake(self, place: Place, words: str, message: str) -> None:
        """Note a mistake, once."""
        problem = place.problem(self.package.where, words, message)
        self._mistakes.setdefault(problem, place.order)


def _cut_or_repeated(root: Element, pairs: list[blocks.Block]) -> Iterator[lifting.Misplaced]:
    yield from ranges.cut_fields(root, pairs)
    yield from notes.across_notes(pairs)


def compiled(package: Package, filters: Mapping[str, Callable[..., Any]]) -> Compiled:
    """A template compiled; raises TemplateMistakes with every mistake in it."""
    try:
        return _compiled(Compiler(package, filters))
    except RecursionError as error:
        raise PartError(
            "it holds more things within one another than Word can; undo some"
        ) from error


def _compiled(compiler: Compiler) -> Compiled:
    sources = compiler.sources()
    sources |= compiler.addresses()
    compiler.look_at_near_tags()
    compiler.check_each_tag(checking.needs_a_look)
    if not compiler.mistakes:
        made = compiler.made(tuple(sources), PART_SEPARATOR.join(sources.values()))
        if made is not None:
            return made
    compiler.check_each_tag()
    raise TemplateMistakes(compiler.mistakes, compiler.fields(), compiler.near_tags)
