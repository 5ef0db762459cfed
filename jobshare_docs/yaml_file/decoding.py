"""Bytes into text: encodings, line ends, and characters that no document can hold."""

import re
from itertools import islice

from jobshare_docs.problems import Problem

_NEXT_STEP = "save the file as UTF-8"
_MOST_REPORTED = 20

# What YAML does not call printable or XML forbids; a Word file is XML. (Named one by one, since an
# expression of all that is allowed takes milliseconds to compile.)
_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_OTHER_LINE_ENDS = re.compile("\x85|\u2028|\u2029")

_PDF = b"%PDF"
_KINDS = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (_PDF, "a PDF"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_INSTEAD = {_PDF: "the Word file of the same proposal (.docx), which can be read, or a YAML file"}


def decoded(content: bytes, where: str) -> tuple[str | None, list[Problem]]:
    """The text with `\\n` at the end of each line, None where there is none, and what is wrong.

    Characters that cannot be printed are reported and replaced, so that the rest can be read.
    """
    for start, kind in _KINDS:
        if content.startswith(start):
            message = f"this is {kind}, not a text file: name {_INSTEAD.get(start, 'a YAML file')}"
            return None, [Problem(where, message, 1, 1)]
    text = _text(content, where)
    if isinstance(text, Problem):
        return None, [text]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text:
        text = _OTHER_LINE_ENDS.sub("\n", text)
    if not _FORBIDDEN.search(text):
        return text, []
    found = islice(_FORBIDDEN.finditer(text), _MOST_REPORTED)
    problems = [_forbidden(text, each.start(), where) for each in found]
    return _FORBIDDEN.sub("\ufffd", text), problems


def forbidden_in(text: str) -> str | None:
    """The first character that a Word file cannot hold, named; an escape (`\\x0b`) makes one."""
    found = _FORBIDDEN_IN_XML.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def _text(content: bytes, where: str) -> str | Problem:
    if content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return Problem(where, f"the file is written in UTF-32: {_NEXT_STEP}", 1, 1)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf_16(content, where)
    if b"\x00" in content:
        return _with_nul(content, where)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _wrong_byte(content, error.start + 3 * content.startswith(b"\xef\xbb\xbf"), where)


def _utf_16(content: bytes, where: str) -> str | Problem:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        codec = "utf-16-le" if content.startswith(b"\xff\xfe") else "utf-16-be"
        before = content[2 : error.start].decode(codec, "replace")
        line, column = _line_and_column(before)
        return Problem(where, f"the UTF-16 of this file is broken here: {_NEXT_STEP}", line, column)


def _with_nul(content: bytes, where: str) -> Problem:
    if content[1::2].count(0) > len(content) // 4 or content[::2].count(0) > len(content) // 4:
        message = f"the file looks like UTF-16 without the mark that says so: {_NEXT_STEP}"
        return Problem(where, message, 1, 1)
    line, column = _line_and_column(content[: content.index(0)].decode("utf-8", "replace"))
    message = "there is a zero byte here: this is no text file, or it is damaged; name a YAML file"
    return Problem(where, message, line, column)


def _wrong_byte(content: bytes, position: int, where: str) -> Problem:
    line, column = _line_and_column(content[:position].decode("utf-8-sig", "replace"))
    byte = content[position : position + 1]
    meant = byte.decode("cp1252", "ignore")
    hint = f" (perhaps a '{meant}' of Windows-1252)" if meant.isprintable() and meant else ""
    message = f"the byte {byte[0]:02X} is not UTF-8{hint}: {_NEXT_STEP}"
    return Problem(where, message, line, column)


def _forbidden(text: str, position: int, where: str) -> Problem:
    line, column = _line_and_column(text[:position])
    name = f"U+{ord(text[position]):04X}"
    if text[position] in "\x85\u2028\u2029":
        message = f"an invisible line separator ({name}) stands here: put a space in its place"
    else:
        message = f"an invisible character ({name}) stands here, which no document can hold"
        message += ": delete it"
    return Problem(where, message, line, column)


def _line_and_column(before: str) -> tuple[int, int]:
    """The place after `before`, both counted from one; CR, LF and CRLF end a line."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
