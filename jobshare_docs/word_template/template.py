"""A .docx template: compiled once, rendered many times."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Template

from jobshare_docs import archive
from jobshare_docs.archive import Entry, deflated
from jobshare_docs.problems import Problem, ProblemsFound, errors
from jobshare_docs.word_template import limits, marks
from jobshare_docs.word_template.house import House
from jobshare_docs.word_template.limits import RENDERING
from jobshare_docs.word_template.moving import moved
from jobshare_docs.word_template.package import (
    Package,
    PartError,
    opened,
    relationships_name,
    warnings,
)
from jobshare_docs.word_template.printing import Printer
from jobshare_docs.word_template.ready import PART_SEPARATOR, Ready, kept
from jobshare_docs.word_template.rendering import OWN_FILTERS, Rendering
from jobshare_docs.word_template.sandbox import Sandbox

if TYPE_CHECKING:
    from jobshare_docs.word_template.compiling import Compiled
    from jobshare_docs.word_template.names import Field

PIECES_AT_ONCE = 4_096
SMALL_PART = 4_096
_SEPARATOR = PART_SEPARATOR.encode()

Filters = Mapping[str, Callable[..., Any]]


class WordTemplate:
    """A template for Word documents; make one with `WordTemplate.load`.

    `warnings` are what it gives reason to look at, such as tracked changes that were accepted;
    `near_tags` is what looks like a tag, and is a mistake where there is a value of that name.
    """

    def __init__(self, ready: Ready, filters: Filters, compiled: "Compiled | None" = None) -> None:
        self.warnings, self.near_tags = ready.warnings, ready.near_tags
        self._ready, self._filters = ready, filters
        self._house = House(ready.package)
        sandbox = Sandbox(filters)
        sandbox.filters |= OWN_FILTERS | Printer(ready.shapes).filters
        self._template = Template.from_code(sandbox, ready.code, sandbox.globals)
        self._last: dict[tuple[str, int], tuple[bytes, Entry]] = {}
        self._entries = list(ready.package.entries.values())
        if compiled is not None:
            self._compiled = compiled

    @classmethod
    def load(
        cls,
        path: str | Path,
        filters: Filters | None = None,
        keep_in: Path | None = None,
        dress: Callable[[Package], Package] | None = None,
    ) -> "WordTemplate":
        """Read and compile a template; raises ProblemsFound with all its mistakes at once.

        `keep_in` is a folder in which what was compiled is kept for the next program. `dress` gives
        the package another look before it is compiled.
        """
        package = opened(path)
        try:
            package = dress(package) if dress else package
            if keep_in is None:
                return cls._made(package, filters or {})
            made = kept(keep_in, package, lambda: cls._made(package, filters or {})._ready)
            return cls(made, filters or {})
        except PartError as error:
            raise ProblemsFound([Problem(str(path), str(error))]) from error

    @classmethod
    def _made(cls, package: Package, filters: Filters) -> "WordTemplate":
        from jobshare_docs.word_template.compiling import compiled  # a kept template needs none

        made = compiled(package, filters)
        code = made.sandbox.compile(made.tree)
        warned = (*warnings(package), *made.warnings)
        ready = Ready(package, made.names, made.lines.shapes, code, warned, made.near_tags)
        return cls(ready, filters, made)

    @cached_property
    def _compiled(self) -> "Compiled":
        """The template as it was compiled: for its names, and for telling what went wrong."""
        from jobshare_docs.word_template.compiling import compiled

        return compiled(self._ready.package, self._filters)

    @cached_property
    def fields(self) -> "tuple[Field, ...]":
        """The names the template uses, each once, in the order of the document."""
        from jobshare_docs.word_template.names import fields

        return fields(self._compiled.tree, self._compiled.lines)

    def render(self, values: Mapping[str, Any], level: int = 6) -> bytes:
        """The document with these values in it, deflated at `level`; raises ProblemsFound.

        Values are plain data: mappings, lists, texts, Prose, numbers, dates, times, None.
        """
        return archive.joined(self.parts(values, level))

    def parts(self, values: Mapping[str, Any], level: int = 6) -> list[Entry]:
        """The same as the entries of the document, for those who add to it."""
        if self.near_tags:
            self._refuse_near_tags(values)
        rendering = Rendering(self._house)
        try:
            text = self._text({**self._template.globals, **values, RENDERING: rendering})
        # whatever a template's own expressions raise is a mistake in the template or a value
        except Exception as error:
            from jobshare_docs.word_template.diagnosis import problems_of_render  # only then

            raise ProblemsFound(
                problems_of_render(self._compiled, values, Rendering(self._house), error)
            ) from error
        return list(self._filled(text, rendering, level))

    def _refuse_near_tags(self, values: Mapping[str, Any]) -> None:
        """Raise ProblemsFound where a value that is there would not be filled in."""
        from jobshare_docs.word_template.near_tags import told  # most templates have none

        if found := errors(told(self.near_tags, self._ready.package.where, values)):
            raise ProblemsFound(found)

    def _text(self, values: dict[str, Any]) -> bytes:
        # shared: these values are the render's own already, and need no copy
        context: Any = self._template.new_context(values, shared=True)
        pieces: Iterator[Any] = self._template.root_render_func(context)
        texts: list[bytes] = []
        count = length = 0
        while batch := list(islice(pieces, PIECES_AT_ONCE)):
            texts.append(b"".join(batch))
            count += len(batch)
            length += len(texts[-1])
            limits.check_output(count, length)
        return moved(marks.kept(b"".join(texts)))

    def _filled(self, text: bytes, rendering: Rendering, level: int) -> Iterator[Entry]:
        names = self._ready.names
        contents = dict(zip(names, text.split(_SEPARATOR), strict=False)) if names else {}
        changed = self._with_lists(rendering) if rendering.lists else {}
        if rendering.links:
            self._add_links(rendering, contents, changed)
        for entry in self._entries:
            if entry.name in contents:
                yield self._deflated(entry.name, contents.pop(entry.name), level)
            else:
                yield changed.pop(entry.name, entry)
        for name, content in contents.items():
            yield deflated(name, content, level)
        yield from changed.values()

    def _deflated(self, name: str, content: bytes, level: int) -> Entry:
        """The part deflated; headers and footers are mostly as they were in the last document."""
        if len(content) > SMALL_PART:
            return deflated(name, content, level)
        last = self._last.get((name, level))
        if last is None or last[0] != content:
            last = self._last[name, level] = content, deflated(name, content, level)
        return last[1]

    def _with_lists(self, rendering: Rendering) -> dict[str, Entry]:
        from jobshare_docs.word_template.word_lists import ListWriter  # only where there are any

        return ListWriter(self._house).entries(rendering.lists)

    def _add_links(
        self, rendering: Rendering, contents: dict[str, bytes], changed: dict[str, Entry]
    ) -> None:
        from jobshare_docs.word_template.links import relationships_with  # only where there are any

        for part, links in rendering.links.items():
            name = relationships_name(part)
            known = self._ready.package.entries.get(name)
            base = contents.get(name) or changed.pop(name, None) or known
            contents[name] = relationships_with(base, links)
