"""What YAML stumbles over in the value on one line, with the line as it should be."""

import re

from jobshare_docs.schedule.likely_week import several_days_told
from jobshare_docs.yaml_file import traps

# What may stand behind the sign of a text over several lines; `> 10 calls` is a text by itself.
_BLOCK_SIGN = re.compile(r"[|>][-+]?(?:\s+(?![\d.])|(?=[A-Za-z]))")
_COMMENT = re.compile(r"#(?:\s|$)")
_NEEDS_QUOTES = "*&!@%`],}?"


def value_slip(line: str) -> str | None:
    """What is wrong with the value on a line that cannot be read, None where nothing shows."""
    _, key, value = traps.parts(line)
    if not value or _COMMENT.match(value):
        return None
    if value[0] in "\"'":
        return _quote_slip(line, value)
    if value[0] in _NEEDS_QUOTES:
        return f"a text that begins with {value[0]} needs quotes; write: {traps.with_quotes(line)}"
    if value[0] in "[{":
        return _bracket_slip(line, value)
    if value[0] in "|>":
        return _block_text_slip(line, value)
    if key and (value.startswith("- ") or value == "-"):
        return _dash_slip(line, key, value)
    if not key and value.startswith(": "):
        return traps.KEY_IS_EMPTY
    if ": " in value or value.endswith(":"):
        if days := several_days_told(line.strip().removeprefix("-").strip()):
            return days
        better = traps.with_quotes(line)
        return f"a text with a colon and a space in it needs quotes; write: {better}"
    return _lost_slip(line, value)


def _quote_slip(line: str, value: str) -> str | None:
    sign = value[0]
    end = traps.end_of_quoted(value)
    if end is None:
        return f"the quote that begins here does not end; write: {_requoted(line, value[1:])}"
    if value[end:].strip():
        inner = value[1:-1] if value.endswith(sign) else value
        return f"the quotes end before the text does; write: {_requoted(line, inner)}"
    return None


def _requoted(line: str, text: str) -> str:
    return traps.parts(line)[0].lstrip() + traps.quoted(text)


def _bracket_slip(line: str, value: str) -> str | None:
    end = value.rfind("]" if value[0] == "[" else "}")
    if end >= 0 and value[end + 1 :].strip():
        return f"a text that begins with {value[0]} needs quotes; write: {traps.with_quotes(line)}"
    return None


def _block_text_slip(line: str, value: str) -> str | None:
    if re.fullmatch(r"[|>][-+\d]{0,2}", value):
        return None
    better = _requoted(line, _BLOCK_SIGN.sub("", value))
    return f"the text begins on the line below the {value[0]}; write: {better}"


def _dash_slip(line: str, key: str, value: str) -> str:
    if traps.is_rota(value) and len(value) > 1:
        return f"YAML takes this for a list; write: {traps.with_quotes(line)}"
    return f"a list begins on the line below its name; write '{key}:' and below it '  {value}'"


def _lost_slip(line: str, value: str) -> str | None:
    lost = re.search(r"\s(#[^\s#].*)$", line)
    if not lost:
        return None
    better = _requoted(line, f"{value} {lost[1].rstrip()}")
    return f"'{lost[1].rstrip()}' is lost, since YAML takes it for a comment; write: {better}"
