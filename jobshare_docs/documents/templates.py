"""Where the Word templates and the wording lie: the built-in ones, and those that replace them."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jobshare_docs.documents.catalogue import CATALOGUE, Sheet
from jobshare_docs.documents.letterhead import PLAIN
from jobshare_docs.documents.sentences import FILE_NAME as WORDING
from jobshare_docs.documents.sentences import Sentences, load_sentences
from jobshare_docs.keeping import folder_for_keeping
from jobshare_docs.letterhead.letterhead import Letterhead
from jobshare_docs.names import nearest
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, Severity
from jobshare_docs.remembering import while_unchanged
from jobshare_docs.word_template import WordTemplate
from jobshare_docs.word_template.package import Package
from jobshare_docs.wording import FILTERS

LETTERHEAD = "letterhead.docx"
_HOUSE_STYLE = "house-style.docx"
_OF_POLICY = "templates"
_PAPER = "Letter"
"""The paper of the built-in templates."""
_PACKAGE = Path(__file__).parent.parent


@cache
def built_in_folder() -> Path:
    """The folder of the built-in templates: inside an installed package, beside its source."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


class Templates(NamedTuple):
    """The templates in use; a file in `own` takes the place of the built-in one of its name.

    So does one in `employer`, the folder of a policy's own, unless `own` has it too.
    """

    own: Path | None = None
    employer: Path | None = None

    def under(self, policy: Policy) -> "Templates":
        """The same, with the templates that lie in the policy's folder."""
        folder = policy.folder / _OF_POLICY
        return self._replace(employer=folder) if folder.is_dir() else self

    def path(self, name: str) -> Path:
        """The file of a template, named without its ending."""
        return self._file(f"{name}.docx")

    def file_of(self, sheet: Sheet) -> Path:
        """The file of a sheet's template."""
        return sheet.file or self.path(sheet.template)

    def template(self, sheet: Sheet, letterhead: Letterhead = PLAIN) -> WordTemplate:
        """The template of a sheet with a letterhead on it, compiled once.

        Raises ProblemsFound with all its mistakes.
        """
        own = self.letterhead_for(sheet)
        if letterhead.paper == _PAPER and own is None and self._is_built_in(sheet):
            letterhead = letterhead._replace(paper=None)  # they are laid out for it already
        return compiled(self.file_of(sheet), letterhead._replace(own=own))

    def letterhead_for(self, sheet: Sheet) -> Path | None:
        """The letterhead among one's own templates, which the built-in ones take over."""
        file = self.own / LETTERHEAD if self.own else None
        there = file is not None and self._is_built_in(sheet) and file.exists()
        return file if there else None

    def _is_built_in(self, sheet: Sheet) -> bool:
        return self.file_of(sheet).parent == built_in_folder()

    def sentences(self) -> Sentences:
        """The wording that no template holds; raises ProblemsFound."""
        return load_sentences(*self.wording())

    def wording(self) -> tuple[Path, ...]:
        """The files of the wording: the built-in one, and those that change something in it."""
        own = (folder / WORDING for folder in (self.employer, self.own) if folder)
        return (built_in_folder() / WORDING, *(file for file in own if file.exists()))

    def check(self) -> None:
        """Raise ProblemsFound where the folder of one's own templates is none."""
        if self.own is not None and not self.own.is_dir():
            raise ProblemsFound(
                [Problem(str(self.own), "there is no such folder of templates: correct its name")]
            )

    def unused(self) -> Iterator[Problem]:
        """A warning where nothing in one's own folder takes the place of anything built in.

        So too for each template, also the employer's, whose name none has.
        """
        if self.own is not None and not self._is_used(self.own):
            yield Problem(
                str(self.own),
                "nothing in this folder is used: a template takes the place of the built-in one of"
                " its name, such as letter_offer.docx",
                severity=Severity.WARNING,
            )
        for folder in filter(None, (self.own, self.employer)):
            yield from _misnamed(folder)

    def hard_to_read(self) -> Iterator[Problem]:
        """A warning for each colour of one's own letterhead in which words are hard to read."""
        file = self.own / LETTERHEAD if self.own else None
        if file is not None and file.exists():
            from jobshare_docs.letterhead.legibility import hard_to_read  # most have none

            yield from hard_to_read(file, built_in_folder() / _HOUSE_STYLE)

    def _is_used(self, folder: Path) -> bool:
        return bool(_known().intersection(_names(folder))) or (folder / WORDING).exists()

    def _file(self, name: str) -> Path:
        files = (folder / name for folder in (self.own, self.employer) if folder)
        return next((file for file in files if file.exists()), built_in_folder() / name)


def is_lock(path: Path) -> bool:
    """Whether Word put this file beside one that is open, and takes it away again."""
    return path.name.startswith("~$")


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.glob("*.docx") if not is_lock(one))


def _known() -> frozenset[str]:
    """The names of all files that take the place of a built-in one, or dress it."""
    sheets = (sheet for kind in CATALOGUE.values() for sheet in kind.sheets.values())
    return frozenset((LETTERHEAD, *(f"{sheet.template}.docx" for sheet in sheets)))


def _misnamed(folder: Path) -> Iterator[Problem]:
    """A warning for each template whose name is like a built-in one's and is none."""
    for name in _names(folder):
        near = nearest(name, _known()) if name not in _known() else None
        if near:
            yield Problem(
                str(folder / name),
                f"no template is called so; nearest: '{near}'",
                severity=Severity.WARNING,
            )


@while_unchanged
def compiled(path: Path, letterhead: Letterhead = PLAIN) -> WordTemplate:
    """A template of any folder with a letterhead on it, compiled once.

    Raises ProblemsFound with all its mistakes.
    """
    dress = None if letterhead == PLAIN else _dressing(letterhead)
    return WordTemplate.load(path, filters=FILTERS, keep_in=folder_for_keeping(), dress=dress)


def _dressing(letterhead: Letterhead) -> Callable[[Package], Package]:
    from jobshare_docs.letterhead.dressing import dressed  # most documents have none

    return lambda package: dressed(package, letterhead)
