"""Colours as six hexadecimal digits, and whether words in one can be read on another."""

LEAST_CONTRAST = 4.5
"""What WCAG 2.2 asks for words of usual size (1.4.3)."""

PAPER, ON_SHADES = "FFFFFF", "55636E"
"""What words stand on, and the lightest ink of the house style on a shade, in the rota's key."""

_TINT = 0.075
_STEPS = 200


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, part: float) -> str:
    """The colour that is `part` (0 to 1) of `colour` and the rest of `other`."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "".join(f"{round(part * a + (1 - part) * b):02X}" for a, b in pairs)


def tint(colour: str) -> str:
    """The light shade of a colour that stands behind the heads of tables."""
    return mixed(colour, PAPER, _TINT)


def readable_heading(colour: str) -> str:
    """The colour itself, or the nearest darker one that can be read on paper and on its tint."""
    darker = (mixed(colour, "000000", 1 - step / _STEPS) for step in range(_STEPS + 1))
    return next(each for each in darker if _stands_out(each))


def readable_shade(colour: str) -> str:
    """The colour itself, or the nearest lighter one on which words can be read."""
    lighter = (mixed(colour, PAPER, 1 - step / _STEPS) for step in range(_STEPS + 1))
    return next(each for each in lighter if contrast(ON_SHADES, each) >= LEAST_CONTRAST)


def _stands_out(heading: str) -> bool:
    return all(contrast(heading, each) >= LEAST_CONTRAST for each in (PAPER, tint(heading)))


def _luminance(colour: str) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in _shares(colour)]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _shares(colour: str) -> list[float]:
    return [part / 255 for part in _parts(colour)]


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (0, 2, 4)]
