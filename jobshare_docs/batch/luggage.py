"""What workers on other machines are given: the folders that a job names, and what lies in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from jobshare_docs.documents.templates import is_lock
from jobshare_docs.problems import Problem, ProblemsFound

Files = tuple[tuple[str, bytes], ...]
Luggage = tuple[tuple[str, Files], ...]
"""Each folder as it was named, and its files by their paths in it."""

_RULES_AND_TEMPLATES = ("*.yaml", "*.yml", "*.docx", "templates/*.yaml", "templates/*.docx")
_MOST_BYTES = 100 * 1024 * 1024
_TOO_MUCH = (
    "its templates and rules are more than 100 MB, too much to send to every worker: take out what"
    " is no template, or use --jobs"
)


def folder_of_files(folder: Path) -> tuple[str, Files]:
    """The templates and rules of a folder; raises ProblemsFound where they are too much to send."""
    found = {path for pattern in _RULES_AND_TEMPLATES for path in folder.glob(pattern)}
    paths = sorted(path for path in found if not is_lock(path))
    if sum(path.stat().st_size for path in paths) > _MOST_BYTES:
        raise ProblemsFound([Problem(str(folder), _TOO_MUCH)])
    files = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    return str(folder), tuple(files)


class Unpacked:
    """Luggage laid out in a folder of this machine, which goes when this value does."""

    def __init__(self, luggage: Luggage) -> None:
        self._at: dict[str, Path] = {}
        if luggage:
            self._folder = TemporaryDirectory(prefix="jobshare-docs-", ignore_cleanup_errors=True)
            self._lay_out(luggage, Path(self._folder.name))

    def at(self, folder: Path | None) -> Path | None:
        """Where a folder lies here; itself where it was not sent."""
        return self._at.get(str(folder), folder)

    def file_at(self, name: str) -> str:
        """The same of a file in such a folder."""
        path = Path(name)
        here = self._at.get(str(path.parent))
        return str(here / path.name) if here else name

    def as_named(self, message: str) -> str:
        """A message with the folders called as they were named."""
        for name, here in self._at.items():
            before = "" if name == "." else f"{Path(name)}/"
            message = message.replace(f"{here}/", before).replace(str(here), name)
        return message

    def _lay_out(self, luggage: Luggage, folder: Path) -> None:
        for number, (name, files) in enumerate(luggage):
            self._at[name] = here = folder / str(number)
            here.mkdir()
            for inside, content in files:
                (here / inside).parent.mkdir(parents=True, exist_ok=True)
                (here / inside).write_bytes(content)


def together(folders: Iterable[tuple[str, Files]]) -> Luggage:
    """Luggage in which each folder is once, with all its files."""
    found: dict[str, dict[str, bytes]] = {}
    for name, files in folders:
        found.setdefault(name, {}).update(files)
    return tuple((name, tuple(files.items())) for name, files in found.items())


def logos(named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Files]]:
    """The logos that layers name, each beside its file; one that is not there is told later."""
    for file, logo in named:
        path = Path(file).parent / logo
        is_beside = not Path(logo).is_absolute() and ".." not in Path(logo).parts
        if is_beside and path.is_file():
            yield str(Path(file).parent), ((logo, path.read_bytes()),)
