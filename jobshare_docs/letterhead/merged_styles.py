"""Styles of two documents made one: where both have a style of a name, the letterhead's look."""

from copy import deepcopy

from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.styles import NAMESPACES, Styles, named_styles
from jobshare_docs.word_template.package import STYLES_TYPE
from jobshare_docs.word_template.vocabulary import VALUE, Element, value, w

_LOOKS = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
_DEFAULTS = "w:docDefaults"
# What a style keeps, and the properties that stand before it (ISO/IEC 29500-1, 17.3.1.26).
_BEFORE_LISTS = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_BEFORE_TABS = (*_BEFORE_LISTS, "numPr", "suppressLineNumbers", "pBdr", "shd")
_BEFORE_LEVELS = (
    *(
        *_BEFORE_TABS,
        "tabs",
        "suppressAutoHyphens",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
    ),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap"),
)
_KEPT = {"numPr": _BEFORE_LISTS, "tabs": _BEFORE_TABS, "outlineLvl": _BEFORE_LEVELS}


def take_styles(parts: Parts, own: Parts) -> dict[str, str]:
    """Let a template's styles look as the letterhead's of the same name, and add its others.

    A style keeps its id, list, tabs and level of heading, which the template goes by. Given back
    is the id in the template for each of the letterhead's.
    """
    mine, theirs = parts.one(STYLES_TYPE), own.one(STYLES_TYPE)
    if mine is None or theirs is None:
        return {}
    ids = _ids(named_styles(mine), named_styles(theirs))
    for name, style in named_styles(theirs).items():
        _take(mine, named_styles(mine).get(name), _with_ids(deepcopy(style), ids))
    _take_defaults(mine, theirs)
    return ids


def with_style_ids(root: Element, ids: dict[str, str]) -> None:
    """Let what is written in the letterhead's styles name those of the template."""
    for kind in ("pStyle", "rStyle", "tblStyle"):
        for used in root.iter(w(kind)):
            used.set(VALUE, ids.get(value(used), value(used)))


def keep_tabs(root: Element, own: Parts) -> None:
    """Write the tabs of the letterhead's styles into its paragraphs, before its styles go."""
    styles = own.one(STYLES_TYPE)
    tabs = {
        style.get(w("styleId")): style.find("w:pPr/w:tabs", NAMESPACES)
        for style in (() if styles is None else styles.iter(w("style")))
    }
    for form in root.iter(w("pPr")):
        of_style = tabs.get(value(form.find(w("pStyle"))))
        if of_style is not None and form.find(w("tabs")) is None:
            before = {w(each) for each in ("pStyle", *_BEFORE_TABS)}
            form.insert(sum(each.tag in before for each in form), deepcopy(of_style))


def _take(mine: Element, ours: Element | None, style: Element) -> None:
    if ours is None:
        style.attrib.pop(w("default"), "")
        _drop_list(style)
        mine.append(style)
    elif style.get(w("type")) == ours.get(w("type")):
        _look_like(ours, style)


def _ids(mine: Styles, theirs: Styles) -> dict[str, str]:
    """The id in the template for each of the letterhead's; a new one where it is taken."""
    taken = {style.get(w("styleId"), "") for style in mine.values()}
    return {
        style.get(w("styleId"), ""): mine[name].get(w("styleId"), "")
        if name in mine
        else _free(style.get(w("styleId"), ""), taken)
        for name, style in theirs.items()
    }


def _free(identity: str, taken: set[str]) -> str:
    while identity in taken:
        identity += "Own"
    return identity


def _with_ids(style: Element, ids: dict[str, str]) -> Element:
    style.set(w("styleId"), ids[style.get(w("styleId"), "")])
    for name in ("basedOn", "next", "link"):
        for spoken in style.iterfind(f"w:{name}", NAMESPACES):
            spoken.set(VALUE, ids.get(value(spoken), value(spoken)))
    return style


def _look_like(ours: Element, style: Element) -> None:
    kept = {name: ours.find(f"w:pPr/w:{name}", NAMESPACES) for name in _KEPT}
    _drop_list(style)
    for name in _LOOKS:
        for old in ours.findall(w(name)):
            ours.remove(old)
        ours.extend(style.findall(w(name)))
    for name, element in kept.items():
        if element is not None:
            _keep(ours, name, element)


def _keep(ours: Element, name: str, element: Element) -> None:
    """Put a property of the paragraph back, in the place that the schema has for it."""
    form = ours.find(w("pPr"))
    if form is None:
        form = ours.makeelement(w("pPr"))
        looks = [each for each in ours if each.tag in {w(look) for look in _LOOKS}]
        ours.insert(ours.index(looks[0]) if looks else len(ours), form)
    for old in form.findall(w(name)):
        form.remove(old)
    before = {w(each) for each in _KEPT[name]}
    form.insert(sum(each.tag in before for each in form), element)


def _drop_list(style: Element) -> None:
    for form in style.iterfind("w:pPr", NAMESPACES):
        for numbered in form.findall(w("numPr")):
            form.remove(numbered)


def _take_defaults(mine: Element, theirs: Element) -> None:
    old, new = mine.find(_DEFAULTS, NAMESPACES), theirs.find(_DEFAULTS, NAMESPACES)
    if old is not None and new is not None:
        mine.replace(old, deepcopy(new))
