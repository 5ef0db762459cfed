"""The arrangements whose answers lie in a folder and the folders in it."""

from collections import defaultdict
from collections.abc import Container, Iterator
from collections.abc import Mapping as Values
from pathlib import Path

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.carrying import carrying
from jobshare_docs.answers.layers import is_document
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, Severity, errors
from jobshare_docs.yaml_file import Entry, is_given, read

_YAML = (".yaml", ".yml")
_ENDINGS = (*_YAML, ".docx")
_MADE_HERE = "documents"
_PEOPLE = "employees"
_POSITION = "position"
_PRIVATE = "worksheet"
# The order in which files of one arrangement are laid; others come after these, by name.
_ORDER = ("answers", "organization", "terms", "reply")
_OF_ONE = ("confirmation", "reply")
_NO_ANSWERS = (
    "no answers lie beside this, so that nothing says whose it is, or when a trial ends: keep it in"
    " one folder with the answers.yaml or the proposal of its arrangement"
)
_SEVERAL = (
    "the answers of several arrangements lie beside this, and it belongs to none of them: give each"
    " arrangement a folder of its own"
)


def arrangements_in(
    folder: Path, policy: Policy, ignore_edits: bool = False
) -> tuple[list[Answers], list[Problem]]:
    """Every arrangement in the folder and below, and what could not be read.

    Where one file of a folder says who asks, the others there are laid over it; where several
    do, each is an arrangement of its own, and so is each file where none does. Where no YAML file
    says so, a proposal that carries its answers does. Terms and replies that belong to no one's
    answers are told as warnings.
    """
    found: list[Answers] = []
    problems: list[Problem] = []
    for files in _by_folder(folder):
        arrangements, apart = _layers(files)
        problems += apart
        for layers in arrangements:
            try:
                answers = load_answers(*layers, policy=policy, ignore_edits=ignore_edits)
                found.append(answers)
                problems += errors(answers.problems)
            except ProblemsFound as error:
                problems += error.problems
    return found, problems


def _by_folder(folder: Path) -> Iterator[list[Path]]:
    by_folder: dict[Path, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _ENDINGS and path.is_file() and not _is_made_here(path):
            by_folder[path.parent].append(path)
    return iter(by_folder.values())


def _is_made_here(path: Path) -> bool:
    """Whether it is a document made of answers that lie above it, or one that Word has open."""
    if not is_document(path.name):
        return False
    made = path.parent.name == _MADE_HERE and any(path.parent.parent.glob("*.y*ml"))
    return made or path.name[0] in ".~"


def _layers(files: list[Path]) -> tuple[list[list[Path]], list[Problem]]:
    """The files of each arrangement in one folder, and what is said of those that have no place."""
    written = [file for file in files if not is_document(file.name)]
    blocks = {file: _blocks(file) for file in written}
    ours = sorted((file for file in written if set(blocks[file]) - {_PRIVATE}), key=_place)
    naming = [file for file in ours if _PEOPLE in blocks[file]]
    named = [file for file in naming if _asks(blocks[file])] or carrying(files) or naming
    others = [file for file in ours if file not in named]
    if len(named) == 1:
        return [[*named, *others]], []
    message = _SEVERAL if named else _NO_ANSWERS
    apart = [problem for file in others for problem in _apart(blocks[file], message)]
    return [[file] for file in named or ours], apart


def _asks(blocks: Container[str]) -> bool:
    """Whether a file that names people is theirs: the employer's terms may say more of them."""
    return _POSITION in blocks or not any(name in blocks for name in _OF_ONE)


def employers_files(folder: Path) -> list[Path]:
    """The YAML files in a folder that are laid over the answers there, in that order."""
    files = (file for file in folder.iterdir() if file.suffix.lower() in _YAML)
    return sorted((file for file in files if set(_blocks(file)) - {_PRIVATE}), key=_place)


def _apart(blocks: Values[str, Entry | None], message: str) -> Iterator[Problem]:
    """The warning at what was settled or replied for one arrangement, if anything is."""
    for name in _OF_ONE:
        entry = blocks.get(name)
        if entry and is_given(entry.value):
            file, line, column = entry.key
            yield Problem(file, message, line, column, name, Severity.WARNING)
            return


def _blocks(file: Path) -> dict[str, Entry | None]:
    """The blocks of the answers in a file; those of a file that cannot be read are its own."""
    tree, problems = read(file)
    found: dict[str, Entry | None] = {}
    if tree:
        found |= {name: entry for name, entry in tree.entries.items() if name in BLOCKS}
    return found or ({_PEOPLE: None} if problems else {})


def _place(file: Path) -> tuple[int, str]:
    known = _ORDER.index(file.stem) if file.stem in _ORDER else len(_ORDER)
    return known, file.name
