"""Trees laid one on another: blocks merge key by key, lists and values are replaced."""

from collections.abc import Sequence as Series
from functools import reduce

from jobshare_docs.remembering import by_identity
from jobshare_docs.yaml_file.tree import Entry, Mapping, Scalar


def lay(layers: Series[Mapping]) -> Mapping:
    """The layers as one tree, left to right; each value keeps the place in the file that holds it.

    Raises ValueError where there is no layer.
    """
    if not layers:
        raise ValueError("no layer to lay")
    return reduce(merged, layers)


@by_identity(256)
def merged(base: Mapping, over: Mapping) -> Mapping:
    """`base` with `over` laid on it; what `over` names without a value leaves `base` as it is.

    Where it changes nothing that is `base` itself: in a batch what became of it is remembered.
    """
    known = base.entries
    changed = {
        key: laid
        for key, entry in over.entries.items()
        if (laid := _laid(known[key], entry) if key in known else entry) is not known.get(key)
    }
    return Mapping({**known, **changed}, base.place, base.flow) if changed else base


def _laid(base: Entry, over: Entry) -> Entry:
    if isinstance(base.value, Mapping) and isinstance(over.value, Mapping):
        value = merged(base.value, over.value)
        return base if value is base.value else Entry(base.key, value)
    says_nothing = isinstance(over.value, Scalar) and not over.value.given
    return base if says_nothing else over
