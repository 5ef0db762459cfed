"""YAML's own traps, in plain words, with the line as it should be."""

import re

TOO_MANY_VALUES = "the file holds more than {:,} values: take apart what is repeated"
TOO_DEEP = "the file is nested more than {} levels deep: take some brackets or indents away"
SECOND_DOCUMENT = "a second document begins here (---): keep one in a file, or take the line away"
REFERS_TO_ITSELF = "'*{0}' stands inside '&{0}', the very thing it repeats: write it out"
KEY_IS_NO_NAME = "a list or block stands where a name is needed: write it as 'name: value'"
KEY_WITH_SIGN = "a name that begins with '{}' is not read as one: put it in quotes"
HARD_SPACE = "a hard space (U+{:04X}) stands before this line's words: use plain spaces"
LONE_DASH = (
    "this dash begins no new item, since its line goes on from the text above: put it below the"
    " dash it belongs beside, or the whole text in quotes"
)
KEY_IS_EMPTY = "there is no name before this colon: write it as 'name: value'"
MERGE_KEY = "'<<' merges blocks in other tools and not here: write its lines out in this block"
GIVEN_TWICE = "'{0}' is given twice, first on line {1}: keep one of them"
ITEM_GIVEN_TWICE = (
    "'{0}' is given twice, first on line {1}: put a dash before this line if a new item begins"
    " here, or keep one of them"
)
FORBIDDEN_ESCAPE = "an escape in this text makes {}, which no document can hold: delete it"

# The start of a line, dashes and key, and the value that follows: `  - title: Manager`.
_LINE = re.compile(
    r"""(?P<head>\s*(?:-[ ]+)*(?:[{\[]\s*)?"""
    r"""(?:(?P<key>[^\s:#'"\[\]{},][^:#]*?):(?:[ ]+|$))?)(?P<value>.*)"""
)
_CELL = r"(?:AB|BA|A|B|[AB]\s*[+&]\s*[AB]|-|off)"
_ROTA = re.compile(rf"{_CELL}(?:\s+{_CELL})*\s*", re.IGNORECASE)
_IN_QUOTES = re.compile(r""""[^"\\]*(?:\\.[^"\\]*)*"|'[^']*(?:''[^']*)*'""")
_NO_SPACE = re.compile(r"([A-Za-z_][\w-]*):(?![ \t:/])\s*(\S.*)")
_DASH_NO_SPACE = re.compile(r"-[^\s-]")
_LONG_DASH = re.compile("[\u2013\u2014\u2212][ \u00a0]+(?=\\S)")
_NEXT_ITEM = re.compile(r"\s-\s+(?=[\"'\u201c])")
# What word processors put before the items of a list, the last in a typeface of its own.
BULLETS = "\u2022\u2023\u25e6\u25aa\u25cf\u25cb\u25a0\u00b7\uf0b7"
_CURLY = {"\u201c": "\u201d", "\u201d": "\u201d", "\u201e": "\u201c\u201d", "\u2018": "\u2019"}
_LONGEST_ROTA = 100
_COMMENT = re.compile(r"\s+#.*$")


BRACES_IN_BRACKETS = "a text that begins with {{ needs quotes around it"


def begins_with_braces(line: str) -> str:
    """What is wrong with `name: {{ text }}`, which YAML takes for a block in a block."""
    return f"a text that begins with {{{{ needs quotes; write: {with_quotes(line)}"


def quoted(text: str) -> str:
    """The text as YAML with quotes around it, the kind that needs no more signs inside."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def parts(line: str) -> tuple[str, str, str]:
    """The line as what stands before the value, the key in it, and the value without a comment."""
    found = _LINE.match(line)
    assert found is not None
    quotes = _IN_QUOTES.match(found["value"])
    end = quotes.end() if quotes else 0
    value = found["value"][:end] + _COMMENT.sub("", found["value"][end:])
    return found["head"], found["key"] or "", value.rstrip()


def end_of_quoted(value: str) -> int | None:
    """The index behind the closing quote of a value that begins with one, None if it has none."""
    found = _IN_QUOTES.match(value)
    return found.end() if found else None


def opens_quote(line: str, sign: str) -> bool:
    """Whether the value on a line begins with this quote, which does not end on it."""
    value = parts(line)[2]
    return value.startswith(sign) and end_of_quoted(value) is None


def begins_entry(line: str) -> bool:
    """Whether a line begins with a dash, or with a name and its colon."""
    return line.lstrip().startswith("- ") or bool(parts(line)[1])


def with_quotes(line: str) -> str:
    """The line with quotes around its value."""
    head, _, value = parts(line)
    return head.lstrip() + quoted(without_curly_quotes(value))


def is_rota(text: str) -> bool:
    """Whether a text reads as the cells of a rota."""
    return len(text) < _LONGEST_ROTA and bool(_ROTA.fullmatch(text.strip()))


def tagged(line: str) -> str:
    """What is wrong with a value that begins with `!`, which YAML takes for the name of a type."""
    return f"YAML does not read what begins with '!' as text; write: {with_quotes(line)}"


def missing_space(text: str) -> str | None:
    """What is wrong with `name:Lee` and `-Lee`, which YAML takes for plain text."""
    found = _NO_SPACE.match(text)
    if found:
        return f"a space is missing behind the colon; write: {found[1]}: {found[2].rstrip()}"
    if _DASH_NO_SPACE.match(text):
        return f"a space is missing behind the dash; write: - {text[1:].rstrip()}"
    return None


def long_dash(text: str) -> str | None:
    """What is wrong with `– Lee`, whose dash was a hyphen until Word made it longer."""
    found = _LONG_DASH.match(text)
    if not found:
        return None
    item = without_curly_quotes(_NEXT_ITEM.split(text[found.end() :])[0].rstrip())
    better = quoted(item) if item and is_rota(item) else item
    return f"this is a long dash from Word: type a hyphen; write: - {better}"


def without_curly_quotes(text: str) -> str:
    """The text without the curly quotes around all of it, which a word processor made of others.

    Where there are more of them inside, they are no such quotes and stay.
    """
    if text[:1] not in _CURLY or len(text) < 3 or text[-1] not in _CURLY[text[0]]:
        return text
    pair = {text[0], *_CURLY[text[0]]}
    return text if pair.intersection(text[1:-1]) else text[1:-1].strip()


def taken_for_label(line: str) -> str:
    """What is wrong with a text that begins with `&`, which YAML takes for a label and drops."""
    return f"YAML takes what begins with '&' for a label and drops it; write: {with_quotes(line)}"


def taken_for_alias(line: str, name: str) -> str:
    """What is wrong with a text that begins with `*`, which YAML takes for a label said before."""
    return (
        f"YAML takes '*{name}' for something labelled '&{name}', and there is none;"
        f" write: {with_quotes(line)}"
    )


def rota_as_list(line: str) -> str | None:
    """What is wrong with a line such as `- - A A B B`, which YAML takes for a list in a list."""
    start, dash, cells = line.partition("- ")
    if not dash or not is_rota(_COMMENT.sub("", cells)):
        return None
    better = f"{start.lstrip()}- {quoted(_COMMENT.sub('', cells).strip())}"
    return f"YAML takes this week for a list in a list; write: {better}"


def split_at_comma(name: str, whole: str) -> str:
    """What is wrong in `{title: Manager, Nursing}`, where the comma ends the value.

    `whole` is the value with what was cut off, empty where there is none before it.
    """
    near = missing_space(name)
    if near:
        return near
    message = f"'{name}' has no colon and no value"
    if not whole:
        return message + ": write 'name: value', or put quotes around a text that holds a comma"
    return (
        f"{message}; in {{ }} a comma ends a text; if it belongs to the one before,"
        f" write {quoted(whole)}"
    )
