"""What YAML stumbles over inside brackets and braces."""

import re

from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.slips import Found, Slip


def open_bracket(slip: Slip) -> Found | None:
    """A bracket that is not closed, or not where its author closed it."""
    if slip.began is None or "flow" not in slip.context:
        return None
    sign = slip.lines[slip.began][slip.began_column : slip.began_column + 1]
    if sign not in ("[", "{"):
        return _number_sign(slip) or _nothing_behind(slip)
    found = _cut_short(slip.lines[slip.began], slip.began_column)
    if found:
        return slip.began, *found
    return slip.began, slip.began_column, _not_closed(sign)


def _not_closed(sign: str) -> str:
    closing = "]" if sign == "[" else "}"
    return f"the {sign} that begins here is not closed: add {closing}, or a comma between values"


def _nothing_behind(slip: Slip) -> Found | None:
    """A bracket at the end of the last line of a block."""
    if slip.above is None:
        return None
    head, _, value = traps.parts(slip.lines[slip.above])
    return (slip.above, len(head), _not_closed(value)) if value in ("[", "{") else None


def _number_sign(slip: Slip) -> Found | None:
    """`{phone: #204}`: the closing bracket is behind the number sign, and so is lost."""
    for line in (slip.line, slip.above):
        text = slip.lines[line] if line is not None else ""
        start = max(text.find("{"), text.find("["))
        found = _cut_short(text, start) if start >= 0 and "#" in text[start:] else None
        if found and line is not None:
            return line, *found
    return None


def _cut_short(line: str, start: int) -> tuple[int, str] | None:
    """A text in brackets that ends early: at an apostrophe in its quotes, or at a number sign."""
    quote = re.search(r"""(?<=[\s\[{,:])(['"])(?:(?!\1).)*\1(?=\w)[^,\]}]*""", line[start:])
    if quote:
        better = traps.quoted(quote[0].strip().strip(quote[1]))
        return start + quote.start(), f"the quotes end before the text does; write: {better}"
    lost = re.search(r"(?<=\s)#[^\s#][^,\]}]*", line[start:])
    if lost:
        better = traps.quoted(lost[0].strip())
        message = f"YAML takes all from here for a comment; write it in quotes: {better}"
        return start + lost.start(), message
    return None


def dash_in_brackets(slip: Slip) -> Found | None:
    """A text that begins with a dash: `[- nobody]`."""
    value = re.match(r"-\s[^,}\]]*", slip.text[slip.column :])
    if not value or not re.search(r"[\[{]", slip.text[: slip.column]):
        return None
    better = traps.quoted(value[0].strip())
    message = f"a text in brackets that begins with a dash needs quotes; write: {better}"
    return slip.line, slip.column, message


def colon_in_brackets(slip: Slip) -> Found | None:
    """A text in brackets with a colon in it: `{title: Manager: north}`."""
    if "flow" not in slip.context or slip.text[slip.column : slip.column + 1] != ":":
        return None
    before, after = slip.text[: slip.column], slip.text[slip.column :]
    start = max(before.rfind(sign) for sign in ",{[") + 1
    piece = before[start:] + re.split(r"[,}\]]", after)[0]
    key, colon, value = piece.strip().partition(": ")
    if ": " not in value + " ":
        return None
    better = f"{key}{colon}{traps.quoted(value.strip())}"
    message = f"a text with a colon and a space in it needs quotes; write: {better}"
    return slip.line, slip.text.index(piece.strip()), message
