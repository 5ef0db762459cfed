"""Whatever a template chooses and repeats, what comes out is well-formed and keeps Word's laws."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from small_files import W, document, p, parts, r, table

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.prose import Prose
from jobshare_docs.word_template import WordTemplate

WORDS = ("a", "R&D <x>", " edge ", "“q”")
OPENERS = ("{% if yes %}", "{% if no %}", "{% for x in many %}", "{% for x in few %}")
CLOSERS = {"if": "{% endif %}", "for": "{% endfor %}"}

words = st.sampled_from(WORDS)
printed = st.sampled_from(("{{ word }}", "{{ prose }}", "{{ lines }}", "{{p prose }}"))


def closing(opener: str) -> str:
    return CLOSERS[opener.split()[1]]


def inline() -> st.SearchStrategy[str]:
    simple = words | st.sampled_from(("{{ word }}", "{{ prose }}", "{{ lines }}"))
    return st.recursive(
        simple,
        lambda inner: st.tuples(st.sampled_from(OPENERS), inner, inner).map(
            lambda made: f"{made[0]}{made[1]}{made[2]}{closing(made[0])}"
        ),
        max_leaves=4,
    )


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph whose text is cut into runs anywhere, or that one value fills."""
    if draw(st.booleans()):
        return p(draw(printed), draw(st.sampled_from(("", "Counted"))))
    text = draw(inline())
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    marks = '<w:bookmarkStart w:id="1" w:name="m"/>', '<w:bookmarkEnd w:id="1"/>'
    made = "".join(r(piece, draw(st.sampled_from(("", "<w:b/>")))) for piece in pieces)
    return f"<w:p>{made}</w:p>" if draw(st.booleans()) else f"<w:p>{marks[0]}{made}{marks[1]}</w:p>"


@st.composite
def tables(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A table with a row repeated, by tags in rows of their own or from first cell to last."""
    opener = draw(st.sampled_from(OPENERS))
    cells = draw(st.lists(inner, min_size=2, max_size=3))
    cells = [each + p("") for each in cells]
    rows = [cells] if draw(st.booleans()) else []
    if draw(st.booleans()):
        blank = [""] * (len(cells) - 1)
        rows += [[opener, *blank], cells, [closing(opener), *blank]]
    else:
        rows.append([p(opener) + cells[0], *cells[1:-1], cells[-1] + p(closing(opener))])
    return table(*rows)


def blocks() -> st.SearchStrategy[str]:
    return st.recursive(
        paragraphs(),
        lambda inner: (
            st.tuples(inner, inner).map("".join)
            | st.tuples(st.sampled_from(OPENERS), inner).map(
                lambda made: p(made[0]) + made[1] + p(closing(made[0]))
            )
            | st.tuples(st.sampled_from(OPENERS), words, inner, words).map(
                lambda made: p(made[1] + made[0]) + made[2] + p(closing(made[0]) + made[3])
            )
            | tables(inner)
        ),
        max_leaves=6,
    )


values = st.fixed_dictionaries(
    {
        "word": words,
        "lines": st.just("one\ntwo\tthree"),
        "prose": st.sampled_from(
            (Prose("plain"), Prose("a **b**\n\n1. x\n   - y\n\n[l](https://x.example)"), Prose(""))
        ),
        "yes": st.just(True),
        "no": st.just(False),
        "many": st.lists(st.integers(0, 9), min_size=1, max_size=3),
        "few": st.just([]),
    }
)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=blocks(), given_values=values)
def test_every_document_is_well_formed_and_lawful(
    content: str, given_values: dict[str, object]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.docx"
        path.write_bytes(document(content + p("end"), header1=content))
        made = parts(WordTemplate.load(path).render(given_values))
    for name in ("word/document.xml", "word/header1.xml"):
        check_laws(made[name])


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
        assert next(paragraph.iterancestors(f"{W}p"), None) is None
    for text in root.iter(f"{W}t"):
        assert len(text) == 0
    marks = [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkStart")]
    ends = [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkEnd")]
    assert sorted(map(str, marks)) == sorted(map(str, ends))


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
