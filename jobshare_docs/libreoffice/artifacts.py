"""The lines of tables, which LibreOffice 7.4 leaves without a mark, marked as nothing to be read.

PDF/UA asks that all there is on a page is either tagged or an artifact (ISO 14289-1, 7.1). The
pages that change are appended, as a PDF's updates are (ISO 32000-1, 7.5.6), so that the table at
its end, which counts the bytes, stays right.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

_TOKEN = re.compile(
    rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+",
    re.DOTALL,
)
_OPERATOR = re.compile(rb"[A-Za-z'\"][A-Za-z0-9*]*")
_BEGIN_MARKS, _END_MARKS = {b"BMC", b"BDC"}, {b"EMC"}
_BEGIN_PATHS = {b"m", b"re"}
_PAINT_PATHS = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_LEAVE_PATHS = {b"n"}  # a path that only cuts off what follows

_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_STREAM = rb"(?:^|[\r\n])%d 0 obj\s*<<[^<>]*/FlateDecode[^<>]*>>\s*stream\r?\n"
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)


def marked(pdf: bytes) -> bytes:
    """The PDF with every unmarked line and shade of its pages made an artifact.

    One that has none, or is written in another way than LibreOffice 7 writes, stays as it is.
    """
    trailer = _TRAILER.search(pdf)
    changed = dict(_changed(pdf)) if trailer else {}
    return _appended(pdf, trailer, changed) if trailer and changed else pdf


def with_artifacts(content: bytes) -> bytes:
    """The content of a page in which each line and shade that has no mark is an artifact."""
    parts, place = [], 0
    for begin, end in _unmarked(content):
        parts += [content[place:begin], b"/Artifact BMC\n", content[begin:end], b"\nEMC"]
        place = end
    return b"".join([*parts, content[place:]])


def _unmarked(content: bytes) -> Iterator[tuple[int, int]]:
    """Where each path begins and ends that is painted and stands in no mark."""
    marks, path = 0, None
    for begin, end, operator in _operations(content):
        marks += (operator in _BEGIN_MARKS) - (operator in _END_MARKS)
        if operator in _BEGIN_PATHS and path is None:
            path = begin
        elif operator in _PAINT_PATHS | _LEAVE_PATHS:
            if path is not None and not marks and operator in _PAINT_PATHS:
                yield path, end
            path = None


def _operations(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Each operator with its place, which begins where the first of its operands does."""
    begin = None
    for token in _TOKEN.finditer(content):
        begin = token.start() if begin is None else begin
        if _OPERATOR.fullmatch(token[0]):
            yield begin, token.end(), token[0]
            begin = None


def _changed(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """The new content of each page that changes, by the number of its object."""
    for number in sorted({int(found[1]) for found in _CONTENTS.finditer(pdf)}):
        content = _content(pdf, number)
        better = with_artifacts(content)
        if better != content:
            yield number, better


def _content(pdf: bytes, number: int) -> bytes:
    """The content of a page, empty where it is not written as LibreOffice does."""
    stream = re.search(_STREAM % number, pdf)
    with suppress(zlib.error):
        if stream:
            return zlib.decompressobj().decompress(pdf[stream.end() :])
    return b""


def _appended(pdf: bytes, trailer: "re.Match[bytes]", changed: dict[int, bytes]) -> bytes:
    """The PDF with an update that puts these contents in the place of its own."""
    parts, places, length = [pdf], {}, len(pdf)
    for number, content in changed.items():
        places[number] = length
        stream = zlib.compress(content, 9)
        head = b"%d 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n" % (number, len(stream))
        parts.append(head + stream + b"\nendstream\nendobj\n")
        length += len(parts[-1])
    table = b"".join(b"%d 1\n%010d 00000 n \n" % each for each in places.items())
    end = b"trailer\n<<%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], length)
    return b"".join([*parts, b"xref\n", table, end])
