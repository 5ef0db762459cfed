"""Names of files out of what the answers say, safe on every file system."""

import re
import unicodedata

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.batch.headings import Blocks, unknown
from jobshare_docs.yaml_file import Mapping, Scalar, find

DEFAULT = "{row}-{employees.A.name}-{kind}"
ENDING = ".docx"
_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r'[\x00-\x20\x7f-\x9f<>:"/\\|?*\u2028\u2029\ufeff-]+')
# Windows keeps these for devices, also with an ending behind them.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_LONGEST = 200  # bytes of UTF-8; file systems take 255, and a backup needs an ending more
_WRITE = "write a name of the answers, such as {employees.A.name}"
_OF_ITSELF = ("row", "kind")


def wrong_pattern(pattern: str, blocks: Blocks = BLOCKS) -> str | None:
    """Why a pattern gives no names, None where it does."""
    for name in _FIELD.findall(pattern):
        why = None if name in _OF_ITSELF else unknown(name, blocks, _WRITE)
        if why:
            return f"'{{{name}}}': {why}"
    if _FIELD.sub("", pattern).strip("{}") != _FIELD.sub("", pattern):
        return "a brace is opened or closed alone: write names as {employees.A.name}"
    return None


def is_unique(pattern: str) -> bool:
    """Whether no two rows can have one name, since each begins with its number."""
    return re.match(r"\{row\}(?![{\d])", pattern) is not None


def file_name(pattern: str, row: int, document: str, tree: Mapping) -> str:
    """The name of a row's document; `document` is what it would be called alone."""
    kind = document.removesuffix(ENDING)
    letter = kind[-2:] if re.search("-[AB]$", kind) and "{kind}" not in pattern else ""
    values = {name: _said(name, row, kind, tree) for name in _FIELD.findall(pattern)}
    for longest in (_LONGEST, 60, 30, 15):
        stem = _safe(_filled(pattern, {name: _cut(text, longest) for name, text in values.items()}))
        if len(stem.encode()) <= _LONGEST:
            break
    return _cut(stem, _LONGEST) + letter + ENDING


def key(name: str) -> str:
    """What two names have in common that some file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _said(name: str, row: int, kind: str, tree: Mapping) -> str:
    if name in _OF_ITSELF:
        return str(row) if name == "row" else kind
    node = find(tree, name)
    return node.text if isinstance(node, Scalar) and node.given else ""


def _filled(pattern: str, values: dict[str, str]) -> str:
    return _FIELD.sub(lambda found: values[found[1]], pattern)


def _safe(text: str) -> str:
    plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip("-. ")
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain or "_"


def _cut(text: str, longest: int) -> str:
    """The beginning of a text that takes no more bytes, never half a sign."""
    return text.encode()[:longest].decode(errors="ignore").rstrip("-. ")
