"""Whatever is in a file, what comes of it is a document or a clear mistake; never anything else.

`corpus/` holds what could go wrong: bodies (.xml), lines of tags (.txt) and whole files (.docx).
What a fuzz run finds is added there as a file.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_files import document, p, parts

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.prose import Prose
from jobshare_docs.word_template import WordTemplate

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
VALUES = {"x": "text", "prose": Prose("a **b**\n\n- c"), "xs": [1, 2], "none": None, "deep": {}}
PIECES = (
    *("<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:tc>", "</w:tc>", "<w:tr>", "</w:tr>"),
    *("<w:tbl>", "</w:tbl>", "<w:sdt>", "<w:sdtContent>", "</w:sdtContent></w:sdt>", "<w:pPr/>"),
    *("{% if x %}", "{% endif %}", "{% for x in xs %}", "{% endfor %}", "{{ x }}", "{{p prose }}"),
    *("{%tr ", "{%tc if x %}", "{{", "%}", "{#", "#}", "{% else %}", "<!-- a -->", "<?tag b?>"),
    *("&#xE000;", "&amp;", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:sectPr/>", " "),
    *('<w:fldChar w:fldCharType="begin"/>', '<w:fldSimple w:instr="{{ x }}">', "</w:fldSimple>"),
    *('<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:footnoteReference w:id="2"/>'),
    *('<w:footnote w:id="1">', '<w:footnote w:id="2">', "</w:footnote>", "<w:dataBinding/>"),
    *('<w:bookmarkStart w:id="1" w:name="b"/>', '<w:bookmarkEnd w:id="1"/>', "<w:tab/>", "<w:br/>"),
)


NOTED = (
    p("{% for x in xs %}")
    + "".join(f'<w:p><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>' for number in (1, 2))
    + p("{% endfor %}")
)


def outcome(content: bytes) -> str:
    """What comes of a file: "made", or what is told of it, with its place."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.docx"
        path.write_bytes(content)
        try:
            parts(WordTemplate.load(path).render(VALUES))
        except ProblemsFound as found:
            assert found.problems
            assert all(problem.where.startswith(str(path)) for problem in found.problems)
            return str(found)
    return "made"


def file_of(seed: Path) -> bytes:
    """A file of the corpus as a .docx."""
    if seed.suffix == ".docx":
        return seed.read_bytes()
    text = seed.read_text(encoding="utf-8")
    return document(text if seed.suffix == ".xml" else "".join(map(p, text.splitlines())))


@pytest.mark.parametrize("seed", CORPUS, ids=lambda path: path.name)
def test_a_file_of_the_corpus(seed: Path) -> None:
    """A name that begins with `made` becomes a document, any other is told to be wrong."""
    assert (outcome(file_of(seed)) == "made") == seed.name.startswith("made")


def test_the_corpus_is_there() -> None:
    assert len(CORPUS) > 30


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_pieces_of_xml_and_tags(pieces: list[str]) -> None:
    outcome(document("".join(pieces)))
    outcome(document(NOTED, footnotes="".join(pieces)))
    outcome(document(p("a") + "<w:p>" + "".join(pieces) + "</w:p>"))


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.sampled_from([seed for seed in CORPUS if seed.suffix != ".docx"] or [None]),
    at=st.integers(0, 10_000),
    length=st.integers(0, 40),
    piece=st.sampled_from(PIECES),
)
def test_any_change_to_a_file_of_the_corpus(seed: Path, at: int, length: int, piece: str) -> None:
    text = seed.read_text(encoding="utf-8")
    at %= len(text) + 1
    changed = text[:at] + piece + text[at + length :]
    outcome(document(changed if seed.suffix == ".xml" else "<w:p>" + changed + "</w:p>"))
