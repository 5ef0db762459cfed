"""Prose becomes real paragraphs, lists and links where it fills a paragraph."""

from pathlib import Path

import pytest
from lxml import etree
from small_files import LINKS, STYLES, W, body, lines, p, r, rendered, table, written

from jobshare_docs.prose import Prose

LETTER = Prose(
    "Hello **you**\n\n1. one\n2. two\n   - deep\n\n     more\n\n1) anew\n\nSee [us](https://x.example/?a=1&b=2)"
)


def styles(root: etree._Element) -> list[str | None]:
    return [
        style.get(f"{W}val") if (style := each.find(f"{W}pPr/{W}pStyle")) is not None else None
        for each in root.iter(f"{W}p")
    ]


def numbers(root: etree._Element) -> list[str | None]:
    return [each.get(f"{W}val") for each in root.iter(f"{W}numId")]


def test_alone_it_becomes_paragraphs_in_that_ones_style(tmp_path: Path) -> None:
    path = written(tmp_path, p("{{ x }}", "Heading1"))
    found = body(rendered(path, {"x": Prose("One.\n\nTwo & <three>.")}))
    assert lines(found) == ["One.", "Two & <three>."]
    assert styles(found) == ["Heading1", "Heading1"]


def test_lists_are_real_and_each_starts_at_one(tmp_path: Path) -> None:
    found = rendered(written(tmp_path, p("{{ x }}")), {"x": LETTER})
    assert lines(body(found)) == [
        "Hello you", "one", "two", "deep", "more", "anew", "See us",
    ]  # fmt: skip
    assert numbers(body(found)) == ["2", "2", "3", "0", "4"]
    lists = found["word/numbering.xml"].findall(f"{W}num")
    starts = [each.find(f"{W}lvlOverride/{W}startOverride") is not None for each in lists]
    assert starts == [False, True, False, True]
    names = [e.get(f"{W}val") for e in found["word/styles.xml"].iter(f"{W}name")]
    assert {"List Bullet", "List Number"} <= set(names)


def test_a_template_without_numbering_gets_one(tmp_path: Path) -> None:
    found = rendered(written(tmp_path, p("{{ x }}"), numbering="no"), {"x": Prose("- a\n- b")})
    assert numbers(body(found)) == ["1", "1"]
    assert found["word/numbering.xml"].find(f"{W}num") is not None
    targets = [each.get("Target") for each in found["word/_rels/document.xml.rels"]]
    assert "numbering.xml" in targets
    types = [each.get("PartName") for each in found["[Content_Types].xml"]]
    assert "/word/numbering.xml" in types


def test_lists_look_like_those_of_the_templates_own_styles(tmp_path: Path) -> None:
    own = STYLES.replace('w:val="Counted"', 'w:val="List Number"')
    path = written(tmp_path, p("{{ x }}"), styles=own)
    found = rendered(path, {"x": Prose("1. a\n2. b\n   1. deep\n\nText\n\n1. c")})
    lists = {e.get(f"{W}numId"): e for e in found["word/numbering.xml"].findall(f"{W}num")}
    like = [
        lists[number].find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]  # it is there
        for number in numbers(body(found))
    ]
    assert like == ["0", "0", "1", "0"]
    assert set(styles(body(found))) == {"Counted", None}


def test_links_are_relationships_of_their_part(tmp_path: Path) -> None:
    path = written(tmp_path, p("{{ x }}"), header1=p("{{ x }}"))
    found = rendered(
        path, {"x": Prose("[us](https://x.example/?a=1&b=2) [us](mailto:a@b.example)")}
    )
    for part in ("document", "header1"):
        links = found[f"word/{part}.xml"].iter(f"{W}hyperlink")
        known = {e.get("Id"): e.get("Target") for e in found[f"word/_rels/{part}.xml.rels"]}
        targets = [known[e.get(f"{{{LINKS}}}id")] for e in links]
        assert targets == ["https://x.example/?a=1&b=2", "mailto:a@b.example"]


def test_emphasis_keeps_the_runs_own_form(tmp_path: Path) -> None:
    run = r("{{ x }}", '<w:rFonts w:ascii="Arial"/><w:color w:val="FF0000"/><w:sz w:val="20"/>')
    found = body(rendered(written(tmp_path, f"<w:p>{run}</w:p>"), {"x": Prose("a **b**")}))
    forms = [[etree.QName(e).localname for e in form] for form in found.iter(f"{W}rPr")]
    assert forms == [["rFonts", "color", "sz"], ["rFonts", "b", "bCs", "color", "sz"]]


def test_in_a_sentence_it_becomes_line_breaks(tmp_path: Path) -> None:
    found = body(rendered(written(tmp_path, p("Say {{ x }} now")), {"x": LETTER}))
    assert lines(found) == [
        "Say Hello you\n1. one\n2. two\n    • deep\n    more\n1. anew\nSee us now"
    ]
    bold = [run for run in found.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None]
    assert [run.findtext(f"{W}t") for run in bold] == ["you"]


def test_in_a_cell_and_in_a_loop(tmp_path: Path) -> None:
    content = table(["{% for x in xs %}{{ x }}", p("{{ x }}") + p("{% endfor %}")]) + p("z")
    found = body(rendered(written(tmp_path, content), {"xs": [Prose("a\n\n- b"), Prose("c")]}))
    assert lines(found) == ["a", "b", "a", "b", "c", "c", "z"]


def test_empty_prose_leaves_one_empty_paragraph(tmp_path: Path) -> None:
    assert lines(body(rendered(written(tmp_path, p("{{ x }}")), {"x": Prose("")}))) == [""]


def test_a_section_break_stays_with_the_last_paragraph(tmp_path: Path) -> None:
    section = "<w:pPr><w:keepNext/><w:sectPr/></w:pPr>"
    content = f"<w:p>{section}{r('{{ x }}')}</w:p>" + p("end")
    found = body(rendered(written(tmp_path, content), {"x": Prose("a\n\nb")}))
    kept = [each.find(f"{W}pPr/{W}sectPr") is not None for each in found.iter(f"{W}p")]
    assert kept == [False, True, False]


BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="m{0}"/>', '<w:bookmarkEnd w:id="{0}"/>'
COMMENT = (
    '<w:commentRangeStart w:id="0"/>',
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
)


@pytest.mark.parametrize(("begin", "end"), [BOOKMARK, COMMENT, (COMMENT[0] + BOOKMARK[0], "")])
def test_beside_a_bookmark_or_a_comment_it_is_paragraphs_too(
    tmp_path: Path, begin: str, end: str
) -> None:
    if not end:
        end = BOOKMARK[1] + COMMENT[1]
    marked = f"<w:p>{begin}{r('{{ x }}')}{end}</w:p>".format(7)
    for opener, closer in (("{% for x in xs %}", "{% endfor %}"), ("{% if xs %}", "{% endif %}")):
        content = p(opener) + marked.replace("{ x }", "{{ x }}") + p(closer) + p("z")
        values = {"xs": [Prose("a\n\n- **b**"), Prose("c"), "d"], "x": Prose("a\n\n- **b**")}
        found = body(rendered(written(tmp_path, content), values))
        said = ["a", "b", "c", "d", "z"] if "for" in opener else ["a", "b", "z"]
        assert lines(found) == said
        ends = {name: len(list(found.iter(W + name))) for name in RANGE_ENDS if name in marked}
        assert set(ends.values()) == {1}
        assert not list(found.iter(etree.PI))


RANGE_ENDS = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
)  # fmt: skip


def test_a_list_nested_deeper_than_word_can_stays_on_its_last_level(tmp_path: Path) -> None:
    text = "\n".join(f"{'  ' * level}- level {level}" for level in range(12))
    found = rendered(written(tmp_path, p("{{ x }}")), {"x": Prose(text)})
    assert lines(body(found)) == [f"level {level}" for level in range(12)]
    levels = [each.get(f"{W}val") for each in body(found).iter(f"{W}ilvl")]
    assert levels == [*map(str, range(9)), "8", "8", "8"]
