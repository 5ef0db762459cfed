"""Whatever a template chooses and repeats, what comes out is well-formed and keeps Word's laws."""

import tempfile
from pathlib import Path

from any_templates import blocks, bodies, numbered, values, with_notes, without_references
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from small_files import W, document, p, parts

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.word_template import WordTemplate


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=bodies(), note=blocks(), given_values=values)
def test_every_document_is_well_formed_and_lawful(
    content: str, note: str, given_values: dict[str, object]
) -> None:
    header = numbered(without_references(content.replace("<w:sectPr/>", "")))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.docx"
        path.write_bytes(document(**with_notes(content + p("end"), note), header1=header))
        made = parts(WordTemplate.load(path).render(given_values))
    if "<w:sectPr/>" in content:
        assert made["word/document.xml"].find(f".//{W}pPr/{W}sectPr") is not None
    for name in ("word/document.xml", "word/header1.xml", "word/footnotes.xml"):
        check_laws(made[name])
    references = ids(made["word/document.xml"], "footnoteReference")
    notes = ids(made["word/footnotes.xml"], "footnote")
    assert len(set(notes)) == len(notes)
    assert set(references) <= set(notes)


def ids(root: etree._Element, name: str) -> list[str]:
    return [str(each.get(f"{W}id")) for each in root.iter(W + name)]


def check_laws(root: etree._Element) -> None:
    for cell in root.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    for each in root.iter(f"{W}tbl"):
        assert each.find(f"{W}tr") is not None
    for row in root.iter(f"{W}tr"):
        assert row.find(f"{W}tc") is not None
    for paragraph in root.iter(f"{W}p"):
        forms = [child for child in paragraph if child.tag == f"{W}pPr"]
        assert not forms or (len(forms) == 1 and paragraph[0] is forms[0])
        around = next(paragraph.iterancestors(f"{W}p", f"{W}txbxContent"), None)
        assert around is None or around.tag == f"{W}txbxContent"
    for text in root.iter(f"{W}t"):
        assert len(text) == 0
    marks = ids(root, "bookmarkStart")
    assert sorted(marks) == sorted(ids(root, "bookmarkEnd"))
    assert len(set(marks)) == len(marks)
    drawings = [each.get("id") for each in root.iter("{*}docPr")]
    assert len(set(drawings)) == len(drawings)


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.sampled_from("{}%#-pr '\"“’x_|.()[]~iffor endif"), max_size=30))
def test_any_text_is_a_template_or_a_clear_mistake(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.docx"
        path.write_bytes(document(p(text) + p("{{ x }}")))
        try:
            parts(WordTemplate.load(path).render({"x": "y"}))
        except ProblemsFound as found:
            assert found.problems
            assert all(problem.where.startswith(f"{path}: ") for problem in found.problems)


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 10_000), byte=st.integers(0, 255), cut=st.booleans())
def test_any_damage_to_a_file_is_a_clear_mistake(at: int, byte: int, cut: bool) -> None:
    whole = document(p("{{ x }}"), header1=p("a"))
    place = at % len(whole)
    damaged = whole[:place] if cut else whole[:place] + bytes([byte]) + whole[place + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.docx"
        path.write_bytes(damaged)
        try:
            WordTemplate.load(path).render({"x": "y"})
        except ProblemsFound as found:
            assert str(path) in str(found)
