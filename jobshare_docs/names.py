"""What to say of names: several in one sentence, and the nearest to one that there is not."""

from collections.abc import Collection, Iterable, Sequence


def unknown(kind: str, name: str, known: Collection[str]) -> str:
    """What to say of a name that is not known: the nearest, or all that there are.

    Of names in names the first alone, since a list of hundreds helps nobody.
    """
    near = nearest(name, known)
    there = sorted(one for one in known if "." not in one and "[]" not in one)
    if near:
        return f"there is no {kind} '{name}'; nearest: '{near}'"
    return f"there is no {kind} '{name}'; known are {', '.join(there) or 'none'}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Several names in one sentence: `a, b and c`."""
    *most, end = names or ("",)
    return f"{', '.join(most)} {last} {end}" if most else end


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, if any is like it at all; case is no difference."""
    from difflib import get_close_matches

    by_folded = {one.casefold(): one for one in known}
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None
