"""A letterhead that was made in Word: its first-page header and footer, page, styles and theme."""

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from jobshare_docs import archive
from jobshare_docs.letterhead.house_colours import colours_shown, with_colours
from jobshare_docs.letterhead.logo import letterhead_lines
from jobshare_docs.letterhead.merged_styles import keep_tabs, take_styles, with_style_ids
from jobshare_docs.letterhead.paper import page_of, set_paper
from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.styles import NAMESPACES
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.word_template.package import (
    Package,
    PartError,
    opened,
    relationships_name,
)
from jobshare_docs.word_template.vocabulary import LINKS, Element, w

_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_OUTSIDE = "External"
_INCOMPLETE = "a part that '{part}' speaks of is not in it; save it again in Word"


def take_over(template: Package, letterhead: Path) -> Package:
    """The template with the letterhead's; raises ProblemsFound where that file cannot be used."""
    own = Parts(opened(letterhead))
    try:
        parts = Parts(with_colours(template, colours_shown(own)))
        _take_page(parts, own)
        _take_theme(parts, own)
        headers = [name for name, _ in letterhead_lines(parts)]
        footers = list(_footers_of_letters(parts, headers))
        ids = take_styles(parts, own)
        for name, kind in (*((name, "header") for name in headers), *footers):
            _take_story(parts, own, name, kind, ids)
    except PartError as error:
        raise ProblemsFound([Problem(str(letterhead), str(error))]) from error
    return parts.changed()


def _take_page(parts: Parts, own: Parts) -> None:
    section = _last_section(own)
    page = None if section is None else page_of(section)
    if page is not None:
        set_paper(parts, *page)


def _take_theme(parts: Parts, own: Parts) -> None:
    theirs, mine = own.one(_THEME_TYPE), parts.one(_THEME_TYPE)
    if theirs is not None and mine is not None:
        mine[:] = [deepcopy(each) for each in theirs]


def _last_section(parts: Parts) -> Element | None:
    return parts.tree(parts.package.document).find("w:body/w:sectPr", NAMESPACES)


def _footers_of_letters(parts: Parts, letterheads: list[str]) -> Iterator[tuple[str, str]]:
    """The footer of the first page of a letter: of a template whose first header is one."""
    if set(letterheads) & set(stories(parts, "header")):
        yield from ((name, "footer") for name in stories(parts, "footer"))


def stories(parts: Parts, kind: str) -> Iterator[str]:
    """The header or footer of the first page; of every page where the first has none."""
    section = _last_section(parts)
    if section is None:
        return
    found = {
        each.get(w("type")): each.get(f"{{{LINKS}}}id", "")
        for each in section.iterfind(f"w:{kind}Reference", NAMESPACES)
    }
    has_first = section.find("w:titlePg", NAMESPACES) is not None and "first" in found
    identity = found.get("first" if has_first else "default")
    if identity:
        yield _target(parts, parts.package.document, identity)


def _target(parts: Parts, part: str, identity: str) -> str:
    for relation in parts.relations(part):
        if relation.get("Id") == identity:
            target = relation.get("Target", "")
            folder = posixpath.dirname(part)
            return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    raise PartError(_INCOMPLETE.format(part=part))


def _take_story(parts: Parts, own: Parts, name: str, kind: str, ids: dict[str, str]) -> None:
    """Put the letterhead's header or footer in the place of one of the template's."""
    theirs = next(stories(own, kind), None)
    if theirs is None:
        return
    mine, root = parts.tree(name), deepcopy(own.tree(theirs))
    if (
        not any(str(words).strip() for words in root.itertext())
        and root.find(f".//{w('drawing')}") is None
    ):
        return  # an empty footer takes nobody's place
    keep_tabs(root, own)
    with_style_ids(root, ids)
    _relate(parts, own, name, theirs, root)
    mine[:] = list(root)


def _relate(parts: Parts, own: Parts, name: str, theirs: str, root: Element) -> None:
    """Bring along the pictures and addresses that a header speaks of, under ids of their own."""
    relations = own.relations(theirs) if relationships_name(theirs) in own.package.entries else ()
    known = {each.get("Id", ""): each for each in relations}
    brought: dict[str, str] = {}
    for element in root.iter():
        for key, identity in element.attrib.items():
            if not str(key).startswith(f"{{{LINKS}}}"):
                continue
            if identity not in known:
                raise PartError(_INCOMPLETE.format(part=theirs))
            if identity not in brought:
                brought[identity] = _brought(parts, own, name, theirs, known[identity])
            element.set(key, brought[identity])


def _brought(parts: Parts, own: Parts, name: str, theirs: str, relation: Element) -> str:
    kind = relation.get("Type", "").rpartition("/")[2]
    if relation.get("TargetMode") == _OUTSIDE:
        return parts.relate(name, kind, relation.get("Target", ""), outside=True)
    if kind != "image":
        raise PartError(
            "its header holds more than words and pictures, such as a chart; keep to those"
        )
    target = _target(own, theirs, relation.get("Id", ""))
    content = archive.inflated(own.package.entries[target])
    file = f"word/media/{posixpath.basename(target)}"
    return parts.relate(name, kind, parts.add(file, content, own.package.types[target]))
