"""What looks like a tag and is none, such as `{ { name }}`: it would be printed as it stands.

A lone brace is only text. What a tag holds that stands between braces apart, or with one too few
or too many, is surely a mistake where its name is one that is filled, and where no other brace of
the part belongs to the odd one, as in JSON or LaTeX.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from jobshare_docs.problems import Problem, Severity
from jobshare_docs.word_template.blocks import KNOWN
from jobshare_docs.word_template.joining import Prose
from jobshare_docs.word_template.lone_braces import paired, without_tags
from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.tags import Kind, Tag, Unclosed

# bounded, so that no text takes longer than it is long
_GAP = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]{0,9}"
_REST = r"[^{}\n\0]{0,200}?"
_NAME = r"(?P<root>[^\W\d_]\w{0,60})(?:\.\w{1,60}|\[\w{1,9}\]){0,9}"
_PRINT = re.compile(
    rf"(?P<open>\{{(?:{_GAP}\{{)?){_GAP}"
    rf"(?P<content>{_NAME}(?:{_GAP}(?:\||\bif\b){_REST})?){_GAP}"
    rf"(?P<close>\}}(?:{_GAP}\}})?)"
)
_WITHOUT_BEGINNING = re.compile(
    rf"(?<![\w.{{])(?P<open>)(?P<content>{_NAME}(?<=[\w\]])){_GAP}(?P<close>\}}{_GAP}\}})"
)
_BLOCK = re.compile(
    rf"(?P<open>[{{(\[]{_GAP}%)-?(?P<prefix>(?:p|tr|tc)(?=\s))?{_GAP}"
    rf"(?P<content>(?:{'|'.join(KNOWN)})\b[^{{}}%\n\0]{{0,200}}?){_GAP}"
    rf"(?P<close>%{_GAP}[}})\]]|\}})"
)
_NOTE = re.compile(rf"\{{{_GAP}#(?P<content>[^{{}}#\0]{{0,200}})#{_GAP}\}}")
_SIGNS = frozenset("{}%")
_LATEX = re.compile(r"\\[a-z]+\*?(?:\{[^{}]*\})*\s*$")
_LATEX_AT_MOST = 80


class _Braces(NamedTuple):
    """Where braces and what is between them begin and end, and what is wrong with them."""

    start: int
    end: int
    why: str
    is_sure: bool

    @classmethod
    def around(cls, found: re.Match[str], others: set[int]) -> "_Braces | None":
        """Those of a match, without one that belongs to another brace; None where none is left."""
        (start, end), opening, closing = found.span(), found["open"], found["close"]
        is_dotted = "." in found["content"]
        if not opening:
            is_odd = is_dotted and end - 1 not in others
            return cls(start, end, "its first braces missing", is_sure=True) if is_odd else None
        if (opening, closing) == ("{{", "}}"):  # it would be a tag, but for a third one before it
            return cls(start - 1, end, "a brace too many", is_sure=True)
        # with both ends apart and a bare name in it, it may be a set in a set
        is_sure = is_dotted or "{{" in opening or "}}" in closing
        two_open, two_close = len(opening) > 1, len(closing) > 1
        if two_open and two_close:
            return cls(start, end, "its braces apart", is_sure)
        # what was begun as a tag is never text
        is_begun = two_open and (opening == "{{" or start not in others)
        if is_begun or (two_close and end - 1 not in others):
            return cls(start, end, "a brace too few", is_sure)
        return cls(
            found.end("open") - 1,
            found.start("close") + 1,
            "a brace too few at each end",
            is_sure=False,
        )


class NearTag(NamedTuple):
    """What looks like a tag at `start` of its paragraph.

    `root` is the first part of the name in it, empty where it needs none to be known for a mistake;
    `is_sure` says that braces are apart, or odd.
    """

    place: Place
    start: int
    text: str
    message: str
    root: str
    is_sure: bool


def near_tags(part: Iterable[Prose]) -> Iterator[NearTag]:
    """What looks like a tag in the paragraphs of a part, in their order."""
    part = [each for each in part if not _SIGNS.isdisjoint(each.text)]
    blanks = [without_tags(prose) for prose in part]
    with_others = paired(blanks, [set(_odd(*both)) for both in zip(part, blanks, strict=True)])
    for prose, blank, others in zip(part, blanks, with_others, strict=True):
        if not _SIGNS.isdisjoint(blank):
            found = [*_notes(prose, blank), *_blocks(prose, blank), *_prints(prose, blank, others)]
            yield from sorted(found, key=lambda near: near.start)


def told(near: Iterable[NearTag], file: str, names: Container[str]) -> list[Problem]:
    """The mistakes where a name is one of `names`, which are filled; warnings of the rest."""
    problems: dict[Problem, None] = {}
    for each in near:
        is_known = not each.root or each.root in names
        problem = each.place.problem(file, each.text, each.message)
        if not (is_known and each.is_sure):
            problem = replace(problem, severity=Severity.WARNING)
        if is_known or each.is_sure:
            problems[problem] = None
    return list(problems)


def _odd(prose: Prose, blank: str) -> Iterator[int]:
    """The second braces at what is nearly a tag, and those of a tag that never ends."""
    for found in _PRINT.finditer(blank):
        yield from (found.start() for _ in found["open"][1:2])
        yield from (found.end() - 1 for _ in found["close"][1:2])
    yield from (found.end() - 1 for found in _WITHOUT_BEGINNING.finditer(blank))
    for each in prose.found:
        if isinstance(each, Tag):
            yield each.end
        elif isinstance(each, Unclosed):
            yield from (each.start, each.start + 1)


def _notes(prose: Prose, blank: str) -> Iterator[NearTag]:
    for found in _NOTE.finditer(blank):
        text, meant = found.group(), f"{{# {_plain(found['content'])} #}}"
        said = _message(text, "its signs apart", meant)
        yield NearTag(prose.place, found.start(), text, said, "", is_sure=True)


def _blocks(prose: Prose, blank: str) -> Iterator[NearTag]:
    for found in _BLOCK.finditer(blank):
        in_braces, with_percent = found["open"][0] == "{", found["close"][0] == "%"
        if in_braces or with_percent:
            start = found.start() - blank.endswith("{", 0, found.start())
            text, is_sure = blank[start : found.end()], in_braces and with_percent
            meant = f"{{%{found['prefix'] or ''} {_plain(found['content'])} %}}"
            said = _message(text, "its signs apart or wrong", meant)
            yield NearTag(prose.place, start, text, said, "", is_sure)


def _prints(prose: Prose, blank: str, others: set[int]) -> Iterator[NearTag]:
    """What stands between braces; those that `others` open or close belong to the text."""
    for found in (*_PRINT.finditer(blank), *_WITHOUT_BEGINNING.finditer(blank)):
        braces = _Braces.around(found, others)
        if braces and not _LATEX.search(blank[: found.start()][-_LATEX_AT_MOST:]):
            yield _near(prose, found["content"], found["root"], braces)
    for tag in prose.found:
        if isinstance(tag, Tag) and blank.startswith("}", tag.end) and tag.end not in others:
            yield from _with_brace_after(prose, tag)


def _with_brace_after(prose: Prose, tag: Tag) -> Iterator[NearTag]:
    name = re.match(_NAME, tag.code)
    text = f"{tag.text}}}"
    if name and tag.kind is not Kind.NOTE:
        prints = tag.kind is Kind.PRINT
        said = f"'{text}' has a brace too many, which is printed: write {tag.text}"
        yield NearTag(prose.place, tag.start, text, said, name["root"] * prints, prints)


def _near(prose: Prose, content: str, root: str, braces: _Braces) -> NearTag:
    text = prose.text[braces.start : braces.end]
    said = _message(text, braces.why, f"{{{{ {_plain(content)} }}}}")
    said += "" if braces.is_sure else ", if a tag is meant"
    return NearTag(prose.place, braces.start, text, said, root, braces.is_sure)


def _message(text: str, why: str, meant: str) -> str:
    return f"'{text}' looks like a tag with {why}, and is none: write {meant}"


def _plain(content: str) -> str:
    return " ".join(content.split())
