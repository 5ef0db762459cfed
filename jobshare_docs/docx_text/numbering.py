"""The numbers and bullets that Word draws before a paragraph, counted as Word counts them.

A paragraph names a list (`w:num`) and a level; the list points at an abstract definition, whose
counters all its lists share unless they start anew (ISO/IEC 29500-1, 17.9).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from jobshare_docs.docx_text.package import Package, W
from jobshare_docs.docx_text.styles import is_on, value, whole

BULLET = "-"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers look, and where they start."""

    format: str
    pattern: str
    start: int
    legal: bool
    restart: int | None


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A list: the counters it shares (the abstract definition's id), levels, and new starts."""

    counters: str
    levels: dict[int, Level]
    styles: dict[str, int]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each has counted in one run of text."""

    def __init__(self, lists: dict[str, ListDefinition]) -> None:
        self._lists = lists
        self._counted: dict[tuple[str, int], int] = {}
        self._started: set[tuple[str, int]] = set()

    def marker(self, number: str | None, level: int | None, style_id: str) -> tuple[str, int]:
        """The marker of the next paragraph of this list, and its level; '' where it has none."""
        found = self._lists.get(number or "")
        if found is None:
            return "", 0
        depth = found.styles.get(style_id, 0) if level is None else level
        if depth not in found.levels:
            return "", 0
        self._count(number or "", found, depth)
        return self._drawn(found, depth), depth

    def _count(self, number: str, found: ListDefinition, depth: int) -> None:
        key = (found.counters, depth)
        starts_anew = depth in found.starts and (number, depth) not in self._started
        if starts_anew or key not in self._counted:
            self._counted[key] = found.starts.get(depth, found.levels[depth].start)
        else:
            self._counted[key] += 1
        self._started.add((number, depth))
        for deeper in range(depth + 1, 9):
            if _restarts(found.levels.get(deeper), depth):
                self._counted.pop((found.counters, deeper), None)

    def _drawn(self, found: ListDefinition, depth: int) -> str:
        level = found.levels[depth]
        if level.format == "bullet":
            return BULLET
        return re.sub(
            r"%([1-9])",
            lambda match: self._figure(found, int(match[1]) - 1, level.legal),
            level.pattern,
        ).strip()

    def _figure(self, found: ListDefinition, depth: int, legal: bool) -> str:
        level = found.levels.get(depth)
        if level is None:
            return ""
        count = self._counted.get((found.counters, depth), level.start)
        write = None if legal else _FORMATS.get(level.format)
        return write(count) if write else str(count)


def lists_of(package: Package) -> dict[str, ListDefinition]:
    """Every list of a document by its numbering id."""
    part = package.related(package.main, "numbering")
    if part is None:
        return {}
    root = package.part(part)
    abstract = {
        element.get(W + "abstractNumId", ""): element for element in root.iter(W + "abstractNum")
    }
    return {
        element.get(W + "numId", ""): _list(element, _definition(element, abstract))
        for element in root.iter(W + "num")
    }


def _definition(num: etree._Element, abstract: dict[str, etree._Element]) -> etree._Element | None:
    """The abstract definition of a list, through a numbering style where it names one."""
    found = abstract.get(value(num, "abstractNumId") or "")
    if (linked := value(found, "numStyleLink")) is None:
        return found
    named = (element for element in abstract.values() if value(element, "styleLink") == linked)
    return next(named, None)


def _list(num: etree._Element, definition: etree._Element | None) -> ListDefinition:
    own = [] if definition is None else definition.findall(W + "lvl")
    overrides = num.findall(W + "lvlOverride")
    replaced = [level for override in overrides for level in override.findall(W + "lvl")]
    starts = {_depth(o): whole(value(o, "startOverride")) for o in overrides}
    return ListDefinition(
        counters="" if definition is None else definition.get(W + "abstractNumId", ""),
        levels={_depth(level): _level(level) for level in [*own, *replaced]},
        styles={style: _depth(lvl) for lvl in own if (style := value(lvl, "pStyle")) is not None},
        starts={depth: start for depth, start in starts.items() if start is not None},
    )


def _level(element: etree._Element) -> Level:
    legal = element.find(W + "isLgl")
    start = whole(value(element, "start"))
    return Level(
        format=value(element, "numFmt") or "decimal",
        pattern=value(element, "lvlText") or "",
        start=0 if start is None else start,
        legal=legal is not None and is_on(legal.get(W + "val")),
        restart=whole(value(element, "lvlRestart")),
    )


def _depth(element: etree._Element) -> int:
    return whole(element.get(W + "ilvl")) or 0


def _restarts(level: Level | None, after: int) -> bool:
    """Whether a level counts anew after a shallower one: after any, unless it names which.

    A level that names 0 never does (`w:lvlRestart`, 17.9.10).
    """
    if level is None:
        return False
    return level.restart is None or (level.restart > 0 and after < level.restart)


def _letters(number: int) -> str:
    """a to z, then aa to zz, then aaa: the same letter again, as Word does."""
    if number < 1:
        return str(number)
    return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * min((number - 1) // 26 + 1, 50)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    drawn = ""
    for worth, figure in _ROMAN:
        drawn += figure * (number // worth)
        number %= worth
    return drawn


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _: "",
}
