"""Whether a Word template says only what it can, and has every heading it needs."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from jobshare_docs.checks.headings import Found, State, out_of_order, sections_found
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.documents.names import names_and_values
from jobshare_docs.documents.templates import Templates, compiled
from jobshare_docs.docx_text import DocxError, sections
from jobshare_docs.names import nearest
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, errors
from jobshare_docs.word_template import Field, WordTemplate
from jobshare_docs.word_template.loose_names import TemplateMistakes
from jobshare_docs.word_template.near_tags import told
from jobshare_docs.word_template.places import PlacedProblem, Spot


def check_template(path: Path, policy: Policy) -> list[Problem]:
    """Every mistake of a template: tags, names, headings; all at once.

    Where there is none, also what fails when it is filled with the examples.
    """
    found = [*check_names(path, policy), *missing_headings(path, policy)]
    if errors(found):
        return found
    from jobshare_docs.checks.rendered import failures  # only where nothing else is wrong

    return [*found, *failures(path, policy)]


def check_names(path: Path, policy: Policy) -> list[Problem]:
    """The mistakes in a template's tags and names, whatever its headings; all at once."""
    try:
        template = compiled(path)
    except TemplateMistakes as error:
        return [*error.problems, *_wrong(path, error, policy)]
    except ProblemsFound as error:
        return list(error.problems)
    return [*template.warnings, *_wrong(path, template, policy)]


def near_tags(path: Path, policy: Policy) -> list[Problem]:
    """What looks like a tag, or is one, in a Word file that has no whole tag: each with its place.

    Whatever else may be wrong with the file does not matter to one that is no template.
    """
    return [one for one in check_names(path, policy) if isinstance(one, PlacedProblem)]


def _wrong(path: Path, template: WordTemplate | TemplateMistakes, policy: Policy) -> list[Problem]:
    known = set(names_and_values(policy, Templates()))
    first_parts = {name.partition(".")[0].partition("[")[0] for name in known}
    near = told(template.near_tags, str(path), first_parts)
    return [*near, *_names(path, template.fields, known)]


def _names(path: Path, fields: Iterable[Field], known: set[str]) -> Iterator[Problem]:
    said: set[str] = set()
    for field in fields:
        wrong = _unknown_part(field.name, known)
        if wrong and wrong not in said:
            said.add(wrong)
            yield _unknown(path, field, wrong, known)


def _unknown_part(name: str, known: set[str]) -> str | None:
    """The shortest beginning of a dotted name that does not exist; None where all of it does."""
    parts = name.replace("[]", ".[]").split(".")
    for number in range(1, len(parts) + 1):
        beginning = ".".join(parts[:number]).replace(".[]", "[]")
        if beginning not in known:
            return beginning
    return None


def _unknown(path: Path, field: Field, name: str, known: set[str]) -> Problem:
    near = _meant(name, known)
    hint = f"; nearest: '{near}'" if near else "; 'jobshare-docs fields' lists the names"
    last = name.rpartition(".")[2]
    return field.place.problem(str(path), last, f"there is no '{name}'{hint}")


def _meant(name: str, known: set[str]) -> str | None:
    """The known name that is most likely meant: by its last part, since what is before it is right.

    The same last part deeper in the same block comes first, then one beside it that is spelt
    nearly so, then the only other name that ends in it.
    """
    owner, _, last = name.rpartition(".")
    same = sorted((one for one in known if owner and one.rpartition(".")[2] == last), key=_depth)
    block = f"{name.partition('.')[0]}."
    deeper = next((one for one in same if one.startswith(block)), None)
    beside = {one.rpartition(".")[2]: one for one in known if one.rpartition(".")[0] == owner}
    near = nearest(last, beside)
    return deeper or (beside[near] if near else None) or (same[0] if len(same) == 1 else None)


def _depth(name: str) -> tuple[int, str]:
    return name.count("."), name


def missing_headings(path: Path, policy: Policy) -> Iterator[Problem]:
    """The outline's headings that the proposal's template lacks, or has in another order.

    No other template is held to them.
    """
    if path.stem not in _with_sections():
        return
    try:
        found = sections_found(sections(path.read_bytes()), policy)
    except DocxError:  # what keeps it from being compiled is told
        return
    for one in found:
        yield from _absent(path, one)
    for one in out_of_order(found):
        message = "this section stands out of order: move it after the one before it"
        yield _under(path, one, message)


def _absent(path: Path, one: Found) -> Iterator[Problem]:
    """A section of the policy without its heading, or with another one."""
    if one.state is State.MISSING:
        yield Problem(
            f"{path}: body",
            f"there is no heading '{one.title}' in the style Heading 1: add it, with what belongs"
            " under it",
        )
    if one.state is State.RENAMED:
        message = f"the policy calls this section '{one.title}': give the heading that title"
        yield _under(path, one, message)


def _under(path: Path, one: Found, message: str) -> Problem:
    where = f'{path}: body, under "{one.heading}"'
    return PlacedProblem(where, message, spot=Spot(one.heading))


def _with_sections() -> set[str]:
    return {
        sheet.template
        for kind in CATALOGUE.values()
        if kind.has_sections
        for sheet in kind.sheets.values()
    }
