"""A proposal carries its answers: what is in it, what comes out of it, and when it is refused."""

import shutil
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st
from needed_programs import needs_libreoffice
from word_files import saved_by_libreoffice

from jobshare_docs import load_answers, order, render
from jobshare_docs.archive import entries, joined
from jobshare_docs.embedded_answers import answers_in, with_answers
from jobshare_docs.yaml_file import (
    Entry,
    Mapping,
    Node,
    Place,
    Scalar,
    Sequence,
    is_given,
    read_bytes,
)
from jobshare_docs.yaml_file.writing import written

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
PROPOSALS = Path(__file__).parent.parent / "proposals"
EMPLOYER = ("nurse/organization.yaml", "nurse/terms.yaml")
TODAY = date(2026, 11, 22)
NOWHERE = Place("x.yaml", 0, 0)


def received(name: str = "received.docx") -> Path:
    """A proposal as it lies alone in somebody's mail."""
    assert run("proposal", "nurse", "-o", "made").exit_code == 0
    return Path(shutil.copy("made/proposal.docx", name))


def edited(path: Path, old: str, new: str) -> None:
    document = docx.Document(str(path))
    found = [one for one in document.paragraphs if old in one.text]
    assert found
    for paragraph in found:
        paragraph.text = paragraph.text.replace(old, new)
    document.save(str(path))


@pytest.mark.parametrize("name", [path.parent.name for path in PROPOSALS.glob("*/answers.yaml")])
def test_the_answers_of_a_proposal_make_it_again_byte_for_byte(name: str) -> None:
    first = render(load_answers(PROPOSALS / name), order("proposal", TODAY))["proposal.docx"]
    Path("proposal.docx").write_bytes(first)
    printed = run("answers", "proposal.docx")
    assert (printed.exit_code, printed.stderr) == (0, "")
    Path("answers.yaml").write_text(printed.stdout, encoding="utf-8")
    for source in ("answers.yaml", "proposal.docx"):
        assert run("proposal", source, "-o", "again").exit_code == 0
        assert Path("again/proposal.docx").read_bytes() == first


def test_the_letter_is_made_from_the_proposal_as_from_its_answers() -> None:
    received()
    assert run("letter", "nurse", *EMPLOYER, "-o", "asked").exit_code == 0
    result = run("letter", "received.docx", *EMPLOYER, "-o", "sent")
    assert (result.exit_code, result.stderr) == (0, "")
    for name in ("letter-offer-A.docx", "letter-offer-B.docx"):
        assert Path("sent", name).read_bytes() == Path("asked", name).read_bytes()


def test_documents_made_from_one_in_its_folder_go_beside_it() -> None:
    run("proposal", "nurse")
    run("summary", "nurse/documents/proposal.docx")
    assert Path("nurse/documents/summary.docx").exists()
    received()
    run("summary", "received.docx")
    assert Path("documents/summary.docx").exists()


def test_nothing_private_is_among_the_answers() -> None:
    Path("pay.yaml").write_text(
        "employees: {A: {full_time_salary: 31337}}\nposition: {full_time_salary: 51337}\n"
        "purpose: {other_paid_work: Teaches zither.}\n"
        "organization: {name: N, hr_contact: {name: P, phone: 204-555-0199}}\n",
        encoding="utf-8",
    )
    layers = ("nurse", "nurse/worksheet.yaml", "nurse/terms.yaml", "pay.yaml")
    assert run("proposal", *layers, "-o", "out").exit_code == 0
    said = run("answers", "out/proposal.docx").stdout
    for secret in ("salary", "1337", "zither", "phone:", "555", "worksheet", "confirmation"):
        assert secret not in said, secret
    assert "  hr_contact:\n    name: P\n" in said


@needs_libreoffice
def test_the_answers_survive_a_save_in_libreoffice() -> None:
    before = run("answers", str(received())).stdout
    saved_by_libreoffice(Path("received.docx"), Path("saved").absolute())
    saved = run("answers", "saved/received.docx")
    assert (saved.stderr, saved.stdout) == ("", before)
    result = run("letter", "saved/received.docx", *EMPLOYER)
    assert (result.exit_code, result.stderr) == (0, "")


class TestEdited:
    """A proposal whose text was edited since it was made does not say what its answers say."""

    OLD, NEW = "One desk, one car", "Two desks, one car"

    def test_it_is_refused_naming_the_section(self) -> None:
        edited(received(), self.OLD, self.NEW)
        result = run("letter", "received.docx", *EMPLOYER)
        assert result.exit_code == 1
        assert result.stderr.startswith("received.docx: the text was edited since the document")
        assert "under 'Space and equipment'," in result.stderr
        assert "--ignore-edits" in result.stderr
        assert not Path("documents").exists()

    @pytest.mark.parametrize("command", ["letter", "schedule"])
    def test_its_answers_are_taken_all_the_same_where_that_is_asked(self, command: str) -> None:
        edited(received(), self.OLD, self.NEW)
        assert run(command, "received.docx", *EMPLOYER).exit_code == 1
        assert run(command, "--ignore-edits", "received.docx", *EMPLOYER).exit_code == 0

    def test_its_answers_are_printed_with_a_warning(self) -> None:
        edited(received(), self.OLD, self.NEW)
        result = run("answers", "received.docx")
        assert result.exit_code == 0
        assert self.OLD in result.stdout
        assert "warning: the text was edited since" in result.stderr

    def test_one_that_says_nothing_of_its_text_is_refused(self) -> None:
        parts = entries(received().read_bytes())
        bare = joined(part for part in parts if part.name != "docProps/custom.xml")
        Path("bare.docx").write_bytes(bare)
        result = run("letter", "bare.docx", *EMPLOYER)
        assert result.exit_code == 1
        assert result.stderr.startswith("bare.docx: nothing in this document says whether")


def test_a_mistake_in_carried_answers_names_the_document_and_the_field() -> None:
    received()
    result = run("letter", "received.docx", "nurse/organization.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("received.docx: confirmation: missing; what belongs here: ")


def test_without_answers_nothing_can_be_made_of_a_document() -> None:
    assert run("proposal", "--no-embed", "nurse", "-o", "bare").exit_code == 0
    for command in (["answers"], ["letter"]):
        result = run(*command, "bare/proposal.docx")
        assert result.exit_code == 1
        assert result.stderr.startswith("bare/proposal.docx: this document carries no answers: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"no zip", "this is not a Word document"), (None, "there is no such file")],
)
def test_what_is_no_document_is_told(content: bytes | None, said: str) -> None:
    if content is not None:
        Path("note.docx").write_bytes(content)
    result = run("letter", "note.docx")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"note.docx: {said}")


def test_the_answers_of_the_document_a_template_was_made_from_stay_behind() -> None:
    """HR may make a template of a proposal it received; no letter may carry that one's answers."""
    carried = entries(received().read_bytes())
    assert "Dana Whitford" in (answers_in(joined(carried)) or "")
    assert answers_in(joined(with_answers(carried, None))) is None
    assert answers_in(joined(with_answers(carried, "position:\n  title: T\n"))) == (
        "position:\n  title: T"
    )


def test_word_finds_what_it_expects_around_the_answers() -> None:
    with zipfile.ZipFile(received()) as archive:
        types = archive.read("[Content_Types].xml").decode()
        links = archive.read("word/_rels/document.xml.rels").decode()
        beside = archive.read("customXml/_rels/item1.xml.rels").decode()
    assert "/customXml/itemProps1.xml" in types
    assert "../customXml/item1.xml" in links
    assert "itemProps1.xml" in beside
    docx.Document("received.docx")


def test_a_draft_carries_what_there_is() -> None:
    Path("part.yaml").write_text("position: {title: Clerk}\n", encoding="utf-8")
    assert run("proposal", "--draft", "part.yaml", "-o", "out").exit_code == 0
    assert run("answers", "out/proposal.docx").stdout == "position:\n  title: Clerk\n"


SIGNS = "ab1é’ \n\n:#-|>'\"{}[]&*!%@`,?~=\\\t\u2028\x85\x7f"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=20) | st.sampled_from(
    ["null", "~", "yes", "---", "...", "- a", "a\n\n- b\n- c", "007", "x: y", "#x", " a", "a\n b\n"]
)


def _scalar(text: str) -> Scalar:
    return Scalar(text, True, NOWHERE)


def _blocks(values: st.SearchStrategy[Node]) -> st.SearchStrategy[Mapping]:
    keys = st.text("abc _:#'-", min_size=1, max_size=8).filter(lambda key: key[0] != " ")
    pairs = st.dictionaries(keys, values, max_size=3)
    return pairs.map(
        lambda found: Mapping({k: Entry(NOWHERE, v) for k, v in found.items()}, NOWHERE)
    )


# No block of the answers has a list in a list.
LEAVES: st.SearchStrategy[Node] = TEXTS.map(_scalar)
TREES = st.recursive(
    LEAVES,
    lambda inner: _blocks(
        inner
        | st.lists(LEAVES | _blocks(inner), max_size=3).map(
            lambda items: Sequence(tuple(items), NOWHERE)
        )
    ),
    max_leaves=8,
)


def said(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [said(item) for item in node.items if is_given(item)]
    return {key: said(entry.value) for key, entry in node.entries.items() if is_given(entry.value)}


@given(TREES)
def test_any_answers_read_back_as_they_were_written(node: Node) -> None:
    tree = Mapping({"block": Entry(NOWHERE, node)}, NOWHERE)
    if not is_given(tree):
        return
    text = written(tree)
    again, problems = read_bytes(text.encode(), "x.yaml")
    assert not problems
    assert again is not None
    assert said(again) == said(tree)
    assert written(again) == text
