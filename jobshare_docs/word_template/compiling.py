"""Compiling a template: every part read, its tags joined, paired, lifted and written as source."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import Context

from jobshare_docs.problems import Problem, ProblemsFound, Severity
from jobshare_docs.word_template import blocks, checking, laws, lifting, lone, tidying
from jobshare_docs.word_template.addresses import attribute_sources
from jobshare_docs.word_template.joining import Broken, PlacedTag, join_tags, tag_nodes
from jobshare_docs.word_template.names import Field, fields
from jobshare_docs.word_template.package import PART_LABELS, WORD_TYPE, Package
from jobshare_docs.word_template.places import Place, headings, places
from jobshare_docs.word_template.printing import Printer
from jobshare_docs.word_template.rendering import RENDERING
from jobshare_docs.word_template.sandbox import PRINT_FILTER, ROUNDS_FILTER, Sandbox, guard
from jobshare_docs.word_template.source import Lines, SourceWriter
from jobshare_docs.word_template.vocabulary import FALLBACK, Element

PART_SEPARATOR = "\x1c"
STYLES_TYPE = WORD_TYPE + "styles+xml"


@dataclass(frozen=True)
class Compiled:
    """A template as Jinja has it: `names` are the parts whose text one render gives, in order."""

    package: Package
    names: tuple[str, ...]
    source: str
    tree: nodes.Template
    fields: tuple[Field, ...]
    lines: Lines
    sandbox: Sandbox
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class Part:
    """A part with its tags lifted, ready to be written."""

    name: str
    root: Element
    tags: Mapping[Element, PlacedTag]


class Compiler:
    """Gathers the parts, the mistakes and the warnings of one template."""

    def __init__(self, package: Package, filters: Mapping[str, Callable[..., Any]]) -> None:
        self.package = package
        self.sandbox = Sandbox(filters)
        self.mistakes: list[Problem] = []
        self.warnings: list[Problem] = []
        self.lines = Lines()

    def parts(self) -> Iterator[Part]:
        """The parts that have tags, with their tags where they belong."""
        styles = self.package.named(STYLES_TYPE)
        heading_styles = headings(self.package.tree(styles[0]) if styles else None)
        labels = {
            type: label for type, label in PART_LABELS.items() if label != "document properties"
        }
        for name in self.package.named(*labels):
            part = self._part(name, labels[self.package.types[name]], heading_styles)
            if part is not None:
                yield part

    def _part(self, name: str, label: str, heading_styles: frozenset[str]) -> Part | None:
        root = self.package.tree(name)
        changed = tidying.accept_changes(root)
        tidying.tidy(root)
        known = places(root, label, heading_styles)
        tags, broken = join_tags(root, known)
        if changed:
            self._warn(
                label, "it has tracked changes, which were accepted; accept or reject them in Word"
            )
        self._check_each(tags, broken)
        self._lift(root, tags)
        laws.mark(root, tags)
        return Part(name, root, tags) if tags or changed else None

    def _warn(self, label: str, message: str) -> None:
        where = f"{self.package.where}: {label}"
        self.warnings.append(Problem(where, message, severity=Severity.WARNING))

    def _check_each(self, tags: Mapping[Element, PlacedTag], broken: list[Broken]) -> None:
        for each in broken:
            text = each.unclosed.text
            self.mistake(each.place, text, f"'{text}' is never closed")
        for placed in tags.values():
            if any(placed.node.iterancestors(FALLBACK)):
                continue
            if placed.tag.holds_tab:
                self._warn(
                    str(placed.place),
                    "a tab inside a tag is left out; write \\t in the quoted text",
                )
            if placed.tag.word in blocks.KNOWN or not placed.tag.word:
                for message in checking.mistakes(placed.tag, self.sandbox):
                    self.mistake(placed.place, placed.tag.text, message)

    def _lift(self, root: Element, tags: Mapping[Element, PlacedTag]) -> None:
        lone.drop_noted_units(root, tags)
        in_order = [tags[node] for node in tag_nodes(root)]
        pairs, wrong = blocks.paired(in_order)
        if wrong:
            for each in wrong:
                self.mistake(each.placed.place, each.placed.tag.text, each.message)
            return
        lifted = lone.lift_lone_tags(root, tags, pairs)
        misplaced = list(lifting.misplaced_prefixes(root, tags, pairs, lifted))
        for found in misplaced or lifting.lift(root, tags, pairs):
            self.mistake(found.placed.place, found.placed.tag.text, found.message)

    def mistake(self, place: Place, words: str, message: str) -> None:
        """Note a mistake, once."""
        problem = place.problem(self.package.where, words, message)
        if problem not in self.mistakes:
            self.mistakes.append(problem)


def compiled(package: Package, filters: Mapping[str, Callable[..., Any]]) -> Compiled:
    """A template compiled; raises ProblemsFound with every mistake in it."""
    compiler = Compiler(package, filters)
    parts = list(compiler.parts())
    names = [part.name for part in parts]
    texts = [SourceWriter(p.root, p.name, p.tags, compiler.lines).part() for p in parts]
    for name, text in attribute_sources(
        package, compiler.lines, compiler.mistake, compiler.sandbox
    ):
        names.append(name)
        texts.append(text)
    if compiler.mistakes:
        raise ProblemsFound(compiler.mistakes)
    return _compiled(compiler, names, PART_SEPARATOR.join(texts))


def _compiled(compiler: Compiler, names: list[str], source: str) -> Compiled:
    sandbox = compiler.sandbox
    sandbox.filters[PRINT_FILTER] = Printer(compiler.lines.shapes).printed
    sandbox.filters[ROUNDS_FILTER] = _counted_rounds
    try:
        tree = sandbox.parse(source)
    except TemplateSyntaxError as error:
        placed = compiler.lines.at(error.lineno)
        message = f"'{placed.tag.text}' cannot be read: {error.message}"
        raise ProblemsFound(
            [placed.place.problem(compiler.package.where, placed.tag.text, message)]
        ) from error
    found = fields(tree, compiler.lines)
    return Compiled(
        compiler.package,
        tuple(names),
        source,
        guard(tree),
        found,
        compiler.lines,
        sandbox,
        tuple(compiler.warnings),
    )


@pass_context
def _counted_rounds(context: Context, values: Any) -> Any:
    return context.parent[RENDERING].rounds.of(values)
