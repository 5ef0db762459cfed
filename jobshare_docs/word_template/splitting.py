"""Moving a tag's node through the tree: cutting runs in two around it, or taking it elsewhere."""

from copy import deepcopy

from lxml import etree

from jobshare_docs.word_template.flat_text import remove_if_empty
from jobshare_docs.word_template.vocabulary import (
    FORMS,
    INLINE_HOLDERS,
    PARAGRAPH,
    Element,
    parent_of,
    w,
)


def raised(node: Element, level: Element) -> bool:
    """Cut what is between a node and `level` in two, so that the node is a child of `level`.

    False, with the tree as far raised as it goes, where something on the way cannot be cut.
    """
    while (parent := node.getparent()) is not level:
        if parent is None:
            return False
        if parent.tag in INLINE_HOLDERS:
            _cut(parent, node)
        elif not _moved_out(parent, node):
            return False
    return True


def taken_out(node: Element) -> None:
    """Take a node out of the tree, and leave the text that follows it where it is."""
    parent = node.getparent()
    if parent is None:
        return
    previous = node.getprevious()
    if node.tail and previous is not None:
        previous.tail = (previous.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    node.tail = None
    parent.remove(node)


def put_before(node: Element, sibling: Element) -> None:
    """Move a node out of its paragraph to directly before `sibling`."""
    _leave(node)
    sibling.addprevious(node)


def put_after(node: Element, sibling: Element) -> None:
    """Move a node out of its paragraph to directly after `sibling`."""
    _leave(node)
    sibling.addnext(node)


def paragraph_of(node: Element) -> Element:
    """The paragraph in which a tag stands."""
    return next(node.iterancestors(PARAGRAPH))


def copied_shell(element: Element) -> Element:
    """A new element of the same name and attributes, empty."""
    shell = etree.Element(element.tag)
    for name, value in element.attrib.items():
        shell.set(name, value)
    return shell


def _leave(node: Element) -> None:
    """Take a node out; a paragraph it leaves empty goes too, if its cell has another."""
    parent = node.getparent()
    paragraph = next(node.iterancestors(PARAGRAPH), None)
    taken_out(node)
    if parent is None or paragraph is None:
        return
    remove_if_empty(parent, paragraph)
    holder = parent_of(paragraph)
    if all(child.tag in FORMS for child in paragraph) and _holds_another(paragraph, holder):
        holder.remove(paragraph)


def _holds_another(paragraph: Element, holder: Element) -> bool:
    """Whether a paragraph may go: its holder ends with another, or has one before it."""
    last = [child for child in holder if child.tag == PARAGRAPH][-1]
    previous = paragraph.getprevious()
    return last is not paragraph or (previous is not None and previous.tag == PARAGRAPH)


def _cut(parent: Element, node: Element) -> None:
    """Cut the parent of a node in two, before and after it; an empty half goes."""
    holder = parent_of(parent)
    rest = copied_shell(parent)
    rest.extend(deepcopy(child) for child in parent if child.tag in FORMS)
    rest.text, node.tail = node.tail, None
    for sibling in list(node.itersiblings()):
        rest.append(sibling)
    parent.remove(node)
    at = holder.index(parent)
    holder.insert(at + 1, node)
    holder.insert(at + 2, rest)
    remove_if_empty(rest, holder)
    remove_if_empty(parent, holder)


def _moved_out(content: Element, node: Element) -> bool:
    """Move a node out of a content control, where nothing stands before or after it there."""
    control = content.getparent()
    if content.tag != w("sdtContent") or control is None:
        return False
    if node.getprevious() is None:
        content.remove(node)
        control.addprevious(node)
    elif node.getnext() is None:
        content.remove(node)
        control.addnext(node)
    else:
        return False
    return True
