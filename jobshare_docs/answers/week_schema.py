"""The three ways in which a week is written, as JSON Schema."""

from collections.abc import Mapping

from jobshare_docs.blocks.schema import SCALARS, Schema, in_any_case, text_like
from jobshare_docs.schedule.week import SHORT_WEEKDAYS, WEEKDAYS, Half

_SHORTEST = 3

# A word processor leaves its quotes around a line, and makes dashes of hyphens.
_SPACE = r"[\s,“”„‘’‚]"
_CELL = r"(?:[Aa](?:\s*[&+]\s*)?[Bb]|[Bb](?:\s*[&+]\s*)?[Aa]|[AaBb]|[Oo][Ff][Ff]|[-–—−])"
_NEXT = f"{_SPACE}+{_CELL}"
_LINE = f"^{_SPACE}*{_CELL}(?:{_NEXT}){{4}}(?:(?:{_NEXT}){{2}})?{_SPACE}*$"
_LINE_SCHEMA = text_like(_LINE, "Five days, or seven, each of them A, B, AB (both) or - (nobody).")
_CELL_SCHEMA = text_like(
    f"^{_SPACE}*{_CELL}{_SPACE}*$", "A, B, AB (both) or - (nobody).", ["string", "null"]
)
_TIMES_SCHEMA: Schema = {
    "description": 'The times at work, such as "8:30-13:00".',
    "type": list(SCALARS),
}


def _by_name(names: Mapping[str, str], value: Schema) -> Schema:
    """A block of these names, each also as its pattern allows."""
    return {
        "type": "object",
        "properties": dict.fromkeys(names, value),
        "patternProperties": {rf"^\s*{pattern}\s*$": value for pattern in names.values()},
        "additionalProperties": False,
        "minProperties": 1,
    }


def _weekday(name: str) -> str:
    """A pattern of a weekday from its first three letters on: `mon`, `Mond`, `Monday`, `Mon.`."""
    ending = ""
    for letter in reversed(name[_SHORTEST:]):
        ending = f"(?:{in_any_case(letter)}{ending})?"
    return rf"{in_any_case(name[:_SHORTEST])}{ending}\.?"


_HALVES = {half.value: in_any_case(half.value) for half in Half}
_PEOPLE = {letter: in_any_case(letter) for letter in "AB"}
_DAYS = {short: _weekday(name) for short, name in zip(SHORT_WEEKDAYS, WEEKDAYS, strict=True)}
_DAY_SCHEMA: Schema = {
    "anyOf": [_CELL_SCHEMA, _by_name(_PEOPLE, _TIMES_SCHEMA), _by_name(_HALVES, _CELL_SCHEMA)]
}


def week_schema() -> Schema:
    """The schema of a week in any of its three forms."""
    return {
        "anyOf": [
            {"description": 'Monday to Friday, or to Sunday: "A A AB B -"', **_LINE_SCHEMA},
            {
                "description": 'Mornings and afternoons: {am: "A A A B B", pm: "A A B B B"}',
                **_by_name(_HALVES, _LINE_SCHEMA),
                "minProperties": len(_HALVES),
            },
            {
                "description": 'By weekday: {Mon: A, Wed: {A: "8:30-13:00", B: "12:00-16:45"}}',
                **_by_name(_DAYS, _DAY_SCHEMA),
            },
            {"type": "null"},
        ]
    }
