"""Printing a value into the XML: escaped, with line breaks and tabs as Word has them."""

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from jobshare_docs.prose import Prose, plain_words
from jobshare_docs.word_template import limits, prose_printing
from jobshare_docs.word_template.limits import RENDERING
from jobshare_docs.word_template.rendering import Rendering, once
from jobshare_docs.word_template.sandbox import PRINT_FILTER, TEXT_FILTER
from jobshare_docs.word_template.shapes import Shape, Use
from jobshare_docs.word_template.writing import escaped, escaped_attribute

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
BREAKS_AND_TABS = re.compile(r"\r\n|[\n\r\t\v\f\x85\u2028\u2029]")
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ADDRESS_SCHEME = re.compile(r"(?!(?:https?|mailto|ftp|tel):)[A-Za-z][A-Za-z0-9+.-]*:")
SAFE_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


# what values are made of; anything else would print as Python names it
PLAIN = (str, int, float, Fraction, list, tuple, Mapping, range)


class CannotPrint(ValueError):
    """A value that must not reach a Word file."""


class Printer:
    """Prints the values of a compiled template, each in the shape of its tag's line."""

    def __init__(self, shapes: list[Shape]) -> None:
        # lines count from 1, and the first tag begins the second
        self._shapes = dict(enumerate(shapes, 2))
        self._around = _Around(self._shapes)
        self.filters = {PRINT_FILTER: self.printed, TEXT_FILTER: self.text}

    @pass_context
    def text(self, context: Context, value: Any, line: int) -> bytes:
        """The XML of a value within a w:t; most are plain words, which need no more than this."""
        if type(value) is str and value.isprintable():
            # asked here as well, since a call for nothing takes as long as all of this
            is_plain = "&" not in value and "<" not in value and ">" not in value
            return (value if is_plain else escaped(value)).encode()
        if (
            type(value) is Prose
            and value.isprintable()
            and (said := plain_words(value)) is not None
        ):
            return escaped(said).encode()
        return self.printed(context, value, line)

    @pass_context
    def printed(
        self, context: Context, value: Any, line: int, list_number: int | None = None
    ) -> bytes:
        """The XML of a value for the tag on this line; `list_number` if its list starts again."""
        kind = type(value)
        if kind is Prose and (said := plain_words(value)) is not None:
            value, kind = said, str
        # most values are plain words: nothing to break, nothing that XML forbids
        if kind is str and value.isprintable() and (around := self._around[line]):
            return around[0] + escaped(value).encode() + around[1]
        return self._written(context, value, line, list_number).encode()

    def _written(self, context: Context, value: Any, line: int, list_number: int | None) -> str:
        shape = self._shapes[line]
        if list_number is not None:
            shape = shape.in_list(list_number)
        if shape.once and not once(context, shape.once):
            shape = shape.bare()
        if isinstance(value, Undefined):
            return str(value)
        if type(value) is Prose and shape.use in (Use.TEXT, Use.PARAGRAPH):
            return _prose(value, shape, context.parent[RENDERING])
        return _in_shape(_checked(words(value)), shape)


class _Around(dict[int, tuple[bytes, bytes] | None]):
    """What stands around plain texts, by line: what a render needs most is made once."""

    def __init__(self, shapes: Mapping[int, Shape]) -> None:
        super().__init__()
        self._shapes = shapes

    def __missing__(self, line: int) -> tuple[bytes, bytes] | None:
        found = self._shapes[line].around_plain_text()
        self[line] = around = found and (found[0].encode(), found[1].encode())
        return around


def words(value: Any) -> str:
    """A value as text: nothing for None, no exponents, dates as they are written in answers."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date | time):
        return value.isoformat()
    if not isinstance(value, PLAIN):
        raise CannotPrint(
            "this is neither a text nor a number, a date or a list; "
            "write a list with | join(', '), and () after what is to be worked out"
        )
    return limits.written(value)


def xml_text(text: str) -> str:
    """Text within a w:t, which line breaks and tabs leave and enter again."""
    if text.isprintable():
        return escaped(text)
    return BREAKS_AND_TABS.sub(_break_or_tab, escaped(text))


def _break_or_tab(found: re.Match[str]) -> str:
    return TAB if found.group() == "\t" else LINE_BREAK


def _checked(text: str) -> str:
    if text.isprintable():
        return text
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        raise CannotPrint(
            f"the value holds the character U+{ord(forbidden.group()):04X}, which no Word file can "
            "hold; take it out of the answers"
        )
    return text


def _in_shape(text: str, shape: Shape) -> str:
    match shape.use:
        case Use.TEXT:
            return xml_text(text)
        case Use.PARAGRAPH:
            return "" if shape.may_go and not text else shape.paragraph(shape.run(xml_text(text)))
        case Use.ATTRIBUTE:
            return escaped_attribute(text)
        case Use.ADDRESS:
            return escaped_attribute(_address(text))
        case Use.FIELD_CODE:
            return escaped(" ".join(text.replace('"', "'").split()))
        case Use.PROPERTY:
            return escaped(text)


def _address(text: str) -> str:
    """An address a relationship may hold: Word refuses the whole file for a malformed one."""
    if ADDRESS_SCHEME.match(text):
        raise CannotPrint(f"'{text}' is no address of http, https, mailto, ftp or tel")
    from urllib.parse import quote  # here: few templates have addresses with tags

    return quote(text.strip(), safe=SAFE_IN_ADDRESS)


def _prose(value: Prose, shape: Shape, rendering: Rendering) -> str:
    _checked(value)
    if shape.use is Use.TEXT:
        return prose_printing.in_line(value, shape, rendering, xml_text)
    return prose_printing.in_paragraphs(value, shape, rendering, xml_text)
