"""A .docx template: compiled once, rendered many times."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Template

from jobshare_docs import archive
from jobshare_docs.archive import Entry
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.word_template import laws, limits
from jobshare_docs.word_template.compiling import PART_SEPARATOR, Compiled, compiled
from jobshare_docs.word_template.links import relationships_with
from jobshare_docs.word_template.names import Field, fields
from jobshare_docs.word_template.package import PartError, opened, relationships_name, warnings
from jobshare_docs.word_template.rendering import RENDERING, Rendering
from jobshare_docs.word_template.word_lists import HouseLists

PIECES_AT_ONCE = 4_096


class WordTemplate:
    """A template for Word documents; make one with `WordTemplate.load`.

    `warnings` are what it gives reason to look at, such as tracked changes that were accepted.
    """

    def __init__(self, made: Compiled, warned: tuple[Problem, ...]) -> None:
        self._compiled = made
        self._house = HouseLists(made.package)
        self._template = Template.from_code(
            made.sandbox, made.sandbox.compile(made.tree), made.sandbox.globals
        )
        self._entries = list(made.package.entries.values())
        self.warnings = warned

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The names the template uses, each once, in the order of the document."""
        return fields(self._compiled.tree, self._compiled.lines)

    @classmethod
    def load(
        cls, path: str | Path, filters: Mapping[str, Callable[..., Any]] | None = None
    ) -> "WordTemplate":
        """Read and compile a template; raises ProblemsFound with all its mistakes at once."""
        package = opened(path)
        try:
            made = compiled(package, filters or {})
            return cls(made, (*warnings(package), *made.warnings))
        except PartError as error:
            raise ProblemsFound([Problem(str(path), str(error))]) from error

    def render(self, values: Mapping[str, Any], level: int = 6) -> bytes:
        """The document with these values in it, deflated at `level`; raises ProblemsFound.

        Values are plain data: mappings, lists, texts, Prose, numbers, dates, times, None.
        """
        rendering = Rendering(self._house)
        try:
            text = self._text({**values, RENDERING: rendering})
        # whatever a template's own expressions raise is a mistake in the template or a value
        except Exception as error:
            from jobshare_docs.word_template.diagnosis import problems_of_render  # only then

            raise ProblemsFound(
                problems_of_render(self._compiled, values, Rendering(self._house), error)
            ) from error
        return archive.joined(self._filled(text, rendering, level))

    def _text(self, values: dict[str, Any]) -> str:
        pieces = self._template.root_render_func(self._template.new_context(values))
        texts: list[str] = []
        count = length = 0
        while batch := list(islice(pieces, PIECES_AT_ONCE)):
            texts.append("".join(batch))
            count += len(batch)
            length += len(texts[-1])
            limits.check_output(count, length)
        return laws.kept("".join(texts))

    def _filled(self, text: str, rendering: Rendering, level: int) -> Iterator[Entry]:
        names = self._compiled.names
        contents = dict(zip(names, text.split(PART_SEPARATOR), strict=False)) if names else {}
        changed = self._house.entries(rendering.lists) if rendering.lists else {}
        for part, links in rendering.links.items():
            name = relationships_name(part)
            base = (
                contents.get(name) or changed.get(name) or self._compiled.package.entries.get(name)
            )
            contents[name] = relationships_with(base, links)
        for entry in self._entries:
            if entry.name in contents:
                yield archive.deflated(entry.name, contents.pop(entry.name).encode(), level)
            else:
                yield changed.pop(entry.name, entry)
        for name, content in contents.items():
            yield archive.deflated(name, content.encode(), level)
        yield from changed.values()
