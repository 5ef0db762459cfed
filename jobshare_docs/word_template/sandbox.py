"""The environment in which a template's tags are read and run: nothing of Python's inside.

Templates are code from outside. A name is looked up as a mapping's key before anything else, of
Python's own attributes only a few harmless methods are there, and whatever could ask for much
memory or time is refused.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from types import BuiltinMethodType, MethodType
from typing import Any, NoReturn

from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from jobshare_docs.word_template import limits

BEGIN_BLOCK, END_BLOCK = "\x01%", "%\x01"
BEGIN_PRINT, END_PRINT = "\x01{", "}\x01"
BEGIN_NOTE, END_NOTE = "\x01#", "#\x01"

# the engine's own filters: no name in a template may begin with an underscore
ROUNDS_FILTER, LOOP_FILTER = "_rounds", "_loop"
PASSED_FILTER, WEIGHED_FILTER = "_passed", "_weighed"
PRINT_FILTER, TEXT_FILTER = "_printed", "_text"
ONCE_FILTER, SERIAL_FILTER = "_once", "_serial"
LIST_FILTER, NOTE_FILTER = "_list", "_note"
TEXT_METHODS = frozenset((
    "upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "rsplit",
    "splitlines", "startswith", "endswith", "count", "find", "isdigit", "isalpha",
    "isupper", "islower", "removeprefix", "removesuffix", "replace",
))  # fmt: skip
MAPPING_METHODS = frozenset(("items", "keys", "values", "get"))
LOOP_NAMES = frozenset((
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth",
    "depth0", "previtem", "nextitem", "cycle", "changed",
))  # fmt: skip
DATE_NAMES = frozenset(("year", "month", "day", "hour", "minute", "second"))
FILTERS = frozenset((
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby",
    "int", "items", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "reverse", "select", "selectattr", "sort", "string", "sum", "title",
    "trim", "truncate", "unique", "upper", "wordcount",
))  # fmt: skip


class MissingName(Exception):
    """A name that is not there was used: `name` in `owner`, or at the top where there is none."""

    def __init__(self, owner: Any, name: str, at_top: bool) -> None:
        super().__init__(f"there is no '{name}'")
        self.owner, self.name, self.at_top = owner, name, at_top


class Absent(StrictUndefined):
    """What a name that is not there stands for: any use but a test or a default is an error."""

    def missing(self) -> MissingName:
        """The error of having used this."""
        at_top = self._undefined_obj is MISSING
        return MissingName(self._undefined_obj, str(self._undefined_name), at_top)

    def _fail(self, *_: Any, **__: Any) -> NoReturn:
        raise self.missing()

    __iter__ = __str__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = __contains__ = _fail
    __call__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = _fail
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = _fail
    __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pos__ = __neg__ = _fail


MISSING = StrictUndefined()._undefined_obj


class _BytesGenerator(CodeGenerator):
    """Writes the code of a template whose pieces are bytes, as a Word file holds them.

    What never changes is encoded once; what a tag prints, its filter encodes.
    """

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        return repr("".join(group).encode())

    def _output_child_pre(self, *_: Any) -> None:
        """Nothing: the filter around every tag gives bytes, where Jinja would ask for a text."""

    def _output_child_post(self, *_: Any) -> None:
        """Nothing, likewise."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja, with delimiters that no XML can hold, and only what a letter needs."""

    code_generator_class = _BytesGenerator
    intercepted_binops = frozenset(("**", "*", "%", "+"))

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(
            block_start_string=BEGIN_BLOCK,
            block_end_string=END_BLOCK,
            variable_start_string=BEGIN_PRINT,
            variable_end_string=END_PRINT,
            comment_start_string=BEGIN_NOTE,
            comment_end_string=END_NOTE,
            undefined=Absent,
            cache_size=0,
            optimized=False,  # there is next to nothing constant in a letter
        )
        built_in = {name: filter for name, filter in self.filters.items() if name in FILTERS}
        bounded = {name: limits.on_text(built_in[name]) for name in limits.ON_TEXTS}
        self.filters = {**built_in, **bounded, **limits.FILTERS, **filters}
        self.globals = {"range": limits.bounded_range, "namespace": Namespace}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A name in a value: a mapping's key first, then one of the few harmless methods."""
        try:
            return obj[attribute]
        except (TypeError, LookupError, AttributeError):
            return self._attribute(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a value; a text as key is the same as a name."""
        try:
            return obj[argument]
        except (TypeError, LookupError, AttributeError):
            if isinstance(argument, str):
                return self._attribute(obj, argument)
            return self.undefined(obj=obj, name=argument)

    def _attribute(self, obj: Any, name: str) -> Any:
        if name.startswith("_"):
            raise SecurityError(f"'{name}' is not allowed: it begins with an underscore")
        if isinstance(obj, str) and name == "replace":
            return limits.Replacing(obj)
        if _may_read(obj, name):
            return getattr(obj, name)
        return self.undefined(obj=obj, name=name)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a tag may call this: the allowed methods, ranges and namespaces."""
        if obj is Namespace or isinstance(obj, limits.Replacing) or obj is limits.bounded_range:
            return True
        if isinstance(obj, MethodType):
            return isinstance(obj.__self__, LoopContext)
        return isinstance(obj, BuiltinMethodType) and isinstance(obj.__self__, str | dict)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The operators that could ask for much memory or time, within bounds."""
        limits.check_operator(limits.of_render(context), operator, left, right)
        return super().call_binop(context, operator, left, right)


def _may_read(obj: Any, name: str) -> bool:
    if isinstance(obj, str):
        return name in TEXT_METHODS
    if isinstance(obj, Mapping):
        return name in MAPPING_METHODS
    if isinstance(obj, LoopContext):
        return name in LOOP_NAMES
    if isinstance(obj, Namespace):
        return True
    return isinstance(obj, datetime.date | datetime.time) and name in DATE_NAMES
