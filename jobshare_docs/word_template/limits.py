"""What a template may ask for: bounds on texts, lists, numbers, rounds and the whole output."""

from collections.abc import Callable, Iterable, Sized
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from itertools import islice
from typing import Any

from jinja2 import pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import sync_do_groupby
from jinja2.runtime import Context

RENDERING = "_rendering"
"""The name under which a render's own state stands among its values."""

OUTPUT_AT_MOST = 100 * 1024 * 1024
TEXT_AT_MOST = 1024 * 1024
TEXT_WEIGHS_FROM, CHARACTERS_OF_A_LEAF = 10_000, 30
PADDING_AT_MOST = 10_000
ITEMS_AT_MOST = 100_000
PIECES_AT_MOST, WEIGHED_AT_MOST = 20_000_000, 5_000_000
ROUNDS_AT_MOST = 1_000_000
BITS_AT_MOST = 4_096
PLACES_AT_MOST = 20


class TooMuch(SecurityError):
    """A template asks for more than a letter can need."""


def check_operator(rounds: "Rounds", operator: str, left: Any, right: Any) -> None:
    """Refuse powers, text formatting, and products and sums without measure."""
    if operator == "**":
        raise SecurityError("'**' is not allowed in a template; write the figure")
    if operator == "%" and isinstance(left, str):
        raise SecurityError("'%' on a text is not allowed in a template; use a filter")
    if operator == "*":
        _check_product(rounds, left, right)
    if operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
        most = TEXT_AT_MOST if isinstance(left, str) else ITEMS_AT_MOST
        _check(rounds.weight(left) + rounds.weight(right), most, "this sum")


def check_output(pieces: int, length: int) -> None:
    """Refuse a document of more than 100 MiB, or of pieces without end."""
    _check(length, OUTPUT_AT_MOST, "the document")
    _check(pieces, PIECES_AT_MOST, "the number of pieces of the document")


def written(value: Any) -> str:
    """A value as Python writes it, where that is no text without measure.

    A list may hold another many times over, and that one another; so its leaves are counted.
    """
    if isinstance(value, list | tuple | dict):
        _count_leaves(value, ITEMS_AT_MOST)
    return str(value)


def _count_leaves(value: Any, left: int) -> int:
    if isinstance(value, dict):
        value = list(value.items())
    if not isinstance(value, list | tuple):
        return left - 1
    for each in value:
        left = _count_leaves(each, left - 1)
        if left < 0:
            raise TooMuch("this list would be written without end, which is not allowed")
    return left


def bounded_range(*arguments: int) -> range:
    """Python's range, of at most 100,000 numbers."""
    numbers = range(*arguments)
    _check(len(numbers), ITEMS_AT_MOST, "this range")
    return numbers


class Replacing:
    """The method `replace` of a text, which refuses a result without measure."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, old: str, new: str, count: int = -1) -> str:
        """The text with `old` replaced by `new`."""
        return _replaced(self._text, old, new, count)


class Rounds:
    """Counts the rounds of all loops of one render."""

    def __init__(self) -> None:
        self.run = self.weighed = 0

    def of(self, values: Any) -> Any:
        """The values to repeat over, counted; raises where they are no list."""
        if type(values) is not list:  # as nearly all are
            values = _listed(values)
        self.run += len(values)
        _check(self.run, ROUNDS_AT_MOST, "the loops together")
        return values

    def passed(self, values: Any) -> Any:
        """The values that a filter goes through, counted as rounds."""
        if isinstance(values, str):
            self.weight(values)
        elif isinstance(values, Sized):
            self.run += len(values)
            _check(self.run, ROUNDS_AT_MOST, "the loops together")
        return values

    def weight(self, value: Any) -> int:
        """The length of a text, the number of all that a list holds; bounded, and all together.

        Lists that hold others twice, and those others twice, take for ever to compare.
        """
        if isinstance(value, str):
            if len(value) > TEXT_WEIGHS_FROM:
                self._add(len(value) // CHARACTERS_OF_A_LEAF)
            return len(value)
        if not isinstance(value, list | tuple | dict):
            return 1
        leaves = ITEMS_AT_MOST - _count_leaves(value, ITEMS_AT_MOST)
        self._add(leaves)
        return leaves

    def _add(self, weight: int) -> None:
        self.weighed += weight
        _check(self.weighed, WEIGHED_AT_MOST, "what is gone through, all together,")


def _listed(values: Any) -> Any:
    """What a loop can repeat over, with a length; raises where the values are no list."""
    if isinstance(values, str):
        raise TypeError("this is a text, not a list")
    if values is None:
        raise TypeError("this is empty, not a list")
    if not isinstance(values, Iterable):
        raise TypeError("this is no list")
    if not isinstance(values, Sized):
        values = list(islice(values, ITEMS_AT_MOST + 1))
    return values


def of_render(context: Context) -> Rounds:
    """The count of the render that runs."""
    rounds: Rounds = context.parent[RENDERING].rounds
    return rounds


def _check(size: int, most: int, what: str) -> None:
    if size > most:
        raise TooMuch(f"{what} would grow past {most:,}, which is not allowed in a template")


def _check_product(rounds: Rounds, left: Any, right: Any) -> None:
    for value, times in ((left, right), (right, left)):
        if isinstance(value, str | list | tuple) and isinstance(times, int):
            _check(rounds.weight(value) * times, PADDING_AT_MOST, "this product")
    if isinstance(left, int) and isinstance(right, int):
        _check(left.bit_length() + right.bit_length(), BITS_AT_MOST, "this product")


def _replaced(value: Any, old: str, new: str, count: int = -1) -> str:
    text = written(value)
    _check(len(text) + (text.count(old) or 0) * len(new), TEXT_AT_MOST, "this text")
    return text.replace(old, new, count)


@pass_context
def _joined(context: Context, values: Iterable[Any], between: str = "", attribute: str = "") -> str:
    for name in attribute.split(".") if attribute else ():
        values = [context.environment.getattr(value, name) for value in values]
    texts = ["" if value is None else written(value) for value in values]
    _check(sum(map(len, texts)) + len(texts) * len(between), TEXT_AT_MOST, "this text")
    joined = between.join(texts)
    of_render(context).weight(joined)
    return joined


def _rounded(value: Any, precision: int = 0, method: str = "common") -> Any:
    """A number rounded half away from zero, as people round; Decimals and Fractions stay exact."""
    _check(abs(precision), PLACES_AT_MOST, "the number of places")
    if method not in ("common", "ceil", "floor"):
        raise ValueError("the method must be common, ceil or floor")
    scale = 10**precision if precision >= 0 else Fraction(1, 10**-precision)
    exact = Fraction(value) * scale
    whole = exact.__floor__() if method == "floor" else exact.__ceil__()
    if method == "common":
        half_up = (abs(exact) + Fraction(1, 2)).__floor__()
        whole = half_up if exact >= 0 else -half_up
    result = Fraction(whole) / scale
    if isinstance(value, float):
        return float(result)
    return Decimal(result.numerator) / Decimal(result.denominator)


@pass_context
def _batched(
    context: Context, values: Iterable[Any], size: int, fill: Any = None
) -> list[list[Any]]:
    _check(size, ITEMS_AT_MOST, "a batch")
    rows: list[list[Any]] = []
    for value in values:
        if not rows or len(rows[-1]) == size:
            rows.append([])
        rows[-1].append(value)
    if rows and fill is not None:
        rows[-1] += [fill] * (size - len(rows[-1]))
    of_render(context).weight(rows)
    return rows


@pass_context
def _grouped(context: Context, values: Iterable[Any], *arguments: Any, **named: Any) -> list[Any]:
    groups = sync_do_groupby(context.environment, values, *arguments, **named)
    of_render(context).weight(groups)
    return groups


def _as_it_is(value: Any) -> Any:
    """Values are always escaped, once: asking for it changes nothing."""
    return value


def on_text(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter on texts that writes other values within bounds."""

    @wraps(filter)
    def bounded(*arguments: Any, **named: Any) -> Any:
        for argument in arguments:
            if isinstance(argument, list | tuple | dict):
                written(argument)
        return filter(*arguments, **named)

    return bounded


# built-in filters that write what they are given as a text
ON_TEXTS = ("capitalize", "lower", "string", "title", "trim", "truncate", "upper", "wordcount")

# filters that go through all they are given, however often they are called
THOROUGH = frozenset((
    *ON_TEXTS, "batch", "dictsort", "groupby", "items", "join", "list", "map", "max", "min",
    "reject", "rejectattr", "replace", "reverse", "select", "selectattr", "sort", "sum", "unique",
))  # fmt: skip

FILTERS: dict[str, Callable[..., Any]] = {
    "batch": _batched,
    "e": _as_it_is,
    "escape": _as_it_is,
    "groupby": _grouped,
    "join": _joined,
    "replace": _replaced,
    "round": _rounded,
}
