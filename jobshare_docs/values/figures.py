"""Money, shares, lengths of time and numbers, exact as they are written."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, TypeAlias

from jobshare_docs.blocks import Leaf
from jobshare_docs.schedule.clock import LENGTH, parse_length

_GROUP_SPACES = "  \u00a0\u2009\u202f"
_PLAIN = re.compile(
    rf"(?:\d{{1,12}}|\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,3}}(?:[{_GROUP_SPACES}]\d{{3}}){{1,3}})"
    r"(?:\.\d{1,6})?",
    re.ASCII,
)
_SEPARATORS = re.compile(rf"[,{_GROUP_SPACES}]")
_DECIMAL_COMMA = re.compile(rf"\d[\d.{_GROUP_SPACES}]*,\d{{1,2}}", re.ASCII)
_NEGATIVE = re.compile(r"[-\u2212\u2013(]\s*\$?\s*\d|\$\s*[-\u2212]")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)\s*(%|percent|per cent)?", re.ASCII)
_RATIO = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})", re.ASCII)


def parse_money(text: str) -> Decimal:
    """An amount in dollars and cents: `78400`, `78,400.50`, `$78 400`; raises ValueError."""
    text = text.strip()
    if _NEGATIVE.match(text):
        raise ValueError(f"'{text}' is less than nothing: write the amount without a sign")
    amount = _number(text, "an amount of money", "78400 or 78,400.50", sign="$")
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        raise ValueError(_too_exact(text, amount))
    return amount


def parse_number(text: str) -> Decimal:
    """A number that is not negative, such as days: `20` or `7.5`; raises ValueError."""
    return _number(text.strip(), "a number", "20 or 7.5")


def parse_count(text: str) -> int:
    """A whole number that is not negative; raises ValueError."""
    number = _number(text.strip(), "a whole number", "5")
    if number != int(number):
        raise ValueError(f"'{text.strip()}' is not whole: write a whole number, such as 5")
    return int(number)


def parse_share(text: str) -> Fraction:
    """A share of full time: `60`, `60%`, `0.6` or `3/5`; `1` is all of it. Raises ValueError."""
    text = text.strip()
    share = _share(text)
    if share is None:
        raise ValueError(f"'{text}' is not a share: write it as 60, 60% or 0.6")
    if share == 0:
        raise ValueError("a share of nothing is no share: write it as 60, 60% or 0.6")
    if share > 1:
        raise ValueError(f"'{text}' is more than the whole: write a share of at most 100%")
    return share


def _share(text: str) -> Fraction | None:
    ratio = _RATIO.fullmatch(text)
    if ratio and int(ratio[1]) < int(ratio[2]):
        return Fraction(int(ratio[1]), int(ratio[2]))
    if ratio:
        raise ValueError(f"'{text}' is not the share of one person: write it as 60, 60% or 0.6")
    found = _PERCENT.fullmatch(text)
    if not found:
        return None
    number = Fraction(found[1])
    if not found[2] and 1 < number < 2:
        raise ValueError(f"'{text}' is more than the whole; for {text}% write the sign too")
    return number if number <= 1 and not found[2] else number / 100


def _number(text: str, kind: str, example: str, sign: str = "") -> Decimal:
    figure = text.removeprefix(sign).strip()
    if _PLAIN.fullmatch(figure):
        return Decimal(_SEPARATORS.sub("", figure))
    if _NEGATIVE.match(text):
        raise ValueError(f"'{text}' is less than nothing: write {kind} without a sign")
    if _DECIMAL_COMMA.fullmatch(text):
        whole, _, decimals = text.rpartition(",")
        better = re.sub(rf"[.{_GROUP_SPACES}]", "", whole)
        raise ValueError(f"'{text}' has a comma before the decimals: write {better}.{decimals}")
    raise ValueError(f"'{text}' is not {kind}: write it as {_figure(text) or example}")


def _figure(text: str) -> str | None:
    """The figure that a number in words stands for, `five`."""
    from jobshare_docs.schedule.likely import likely_length  # only for a mistake

    figure = likely_length(text) if text.isalpha() else None
    return figure if figure and figure.isdecimal() else None


def _too_exact(text: str, amount: Decimal) -> str:
    if re.fullmatch(r"\$?\s*\d{1,3}\.\d{3}", text):
        thousands = text.replace(".", ",").lstrip("$ ")
        cents = f"{amount:.2f}"
        return f"'{text}' can be read in two ways: write {thousands} or {cents}"
    return f"'{text}' has more than two decimals: write dollars and cents, {amount:.2f}"


Money: TypeAlias = Annotated[
    Decimal,
    Leaf(
        parse_money,
        "an amount of money",
        "An amount in dollars: 78400 or 78,400.50.",
        pattern=rf"\$?\s*(?:{_PLAIN.pattern})",
    ),
]
Share: TypeAlias = Annotated[
    Fraction,
    Leaf(
        parse_share,
        "a share",
        "A share of full time: 60, 60% or 0.6; 1 is all of it.",
        pattern=f"{_RATIO.pattern}|{_PERCENT.pattern}",
    ),
]
Length: TypeAlias = Annotated[
    Fraction,
    Leaf(
        parse_length,
        "a length of time",
        "A length of time in hours: 7.25 or 7:15.",
        pattern=LENGTH,
    ),
]
Number: TypeAlias = Annotated[
    Decimal,
    Leaf(parse_number, "a number", "A number: 20 or 7.5.", pattern=_PLAIN.pattern),
]
Count: TypeAlias = Annotated[
    int,
    Leaf(parse_count, "a whole number", "A whole number: 8.", pattern=_PLAIN.pattern),
]
