"""Hours and shares as they are printed: the only place where they are rounded, half up."""

from fractions import Fraction


def hours_text(hours: Fraction) -> str:
    """Hours to three places, without trailing zeros: `18.125`."""
    return _decimal(hours, 3).rstrip("0").rstrip(".")


def counted_hours(hours: Fraction) -> str:
    """Hours with their noun: `1 hour`, `18.125 hours`."""
    written = hours_text(hours)
    return f"{written} hour" if written == "1" else f"{written} hours"


def clock_text(hours: Fraction) -> str:
    """Hours as hours and minutes, to the minute: `6:02`."""
    minutes = whole_minutes(hours)
    sign = "-" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02}"


def length_text(hours: Fraction) -> str:
    """The length of a day as `7:15`, with seconds where it has any, rounded down: `6:02:30`.

    Down, so that the days of a cycle made to fit under the cap are not printed as more than it.
    """
    minutes, seconds = divmod(int(hours * 3600), 60)
    clock = f"{minutes // 60}:{minutes % 60:02}"
    return f"{clock}:{seconds:02}" if seconds else clock


def share_text(share: Fraction) -> str:
    """A share of full time in percent, to two places without trailing zeros: `50%`, `62.5%`."""
    return f"{_decimal(share, 2, 100).rstrip('0').rstrip('.')}%"


def positions_text(share: Fraction) -> str:
    """A share as a number of full-time positions, always to two places: `1.20`."""
    return _decimal(share, 2)


def whole_minutes(hours: Fraction) -> int:
    """The hours in minutes, half up."""
    return half_up(hours * 60)


def half_up(number: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    return _scaled(number, 1)


def _scaled(number: Fraction, scale: int) -> int:
    """The number times `scale`, half up; in whole numbers, since a letter prints many of them."""
    numerator, denominator = number.numerator, number.denominator
    nearest = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    return nearest if numerator >= 0 else -nearest


def _decimal(number: Fraction, places: int, times: int = 1) -> str:
    """The number, `times` as large, to so many places."""
    scaled = _scaled(number, times * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{'-' if scaled < 0 else ''}{whole}.{rest:0{places}}"
