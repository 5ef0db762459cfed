"""Documents that carry answers: which do, and which stands for its folder."""

from collections.abc import Iterable
from pathlib import Path

from jobshare_docs.answers.layers import is_document, layer
from jobshare_docs.names import listed
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.yaml_file import read
from jobshare_docs.yaml_file.reading import misnamed_in

# What only the request itself gives: an employer's file may name people, to say more of them.
_REQUEST = ("employees", "position")
_SEVERAL = (
    "this folder has no answers.yaml, but several documents that carry answers: name one of them,"
    " {names}"
)


def carrying(files: Iterable[Path]) -> list[Path]:
    """Those of the files that are documents and carry answers, also where they were edited."""
    documents = (file for file in files if is_document(file.name))
    return [file for file in documents if layer(file, ignore_edits=True).tree is not None]


def document_for(folder: Path) -> Path | None:
    """The document that stands for the answers.yaml that a folder does not have.

    None where no document in it carries answers, or a YAML file only has to be renamed; raises
    ProblemsFound where several carry some.
    """
    if misnamed_in(folder):
        return None
    found = carrying(sorted(folder.glob("*.docx")))
    if len(found) > 1:
        names = listed([one.name for one in found], "or")
        raise ProblemsFound([Problem(str(folder), _SEVERAL.format(names=names))])
    return found[0] if found else None


def is_request(file: Path) -> bool:
    """Whether a YAML file holds a request, which a proposal beside it would only say again."""
    tree = read(file)[0]
    return tree is not None and all(name in tree.entries for name in _REQUEST)
