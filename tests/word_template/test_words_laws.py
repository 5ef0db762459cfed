"""Word's laws, where a choice or a loop could break them."""

import re
from pathlib import Path

import pytest
from small_files import W, body, document, lines, p, r, rendered, table, written

from jobshare_docs.prose import Prose
from jobshare_docs.word_template import WordTemplate
from jobshare_docs.word_template.marks import SIGN

SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr>{}</w:p>"


def breaks(folder: Path, content: str, **values: object) -> list[str]:
    """The texts of the paragraphs that carry a section break."""
    found = body(rendered(written(folder, content), values))
    return [
        "".join(e.itertext())
        for e in found.iter(f"{W}p")
        if e.find(f"{W}pPr/{W}sectPr") is not None
    ]


def test_a_section_break_inside_a_false_choice_survives(tmp_path: Path) -> None:
    content = p("{% if x %}") + p("a") + SECTION.format(r("b")) + p("{% endif %}") + p("c")
    assert breaks(tmp_path, content, x=True) == ["b"]
    assert breaks(tmp_path, content, x=False) == [""]


def test_one_section_break_of_a_choice_is_enough(tmp_path: Path) -> None:
    content = p("{% if x %}") + SECTION.format(r("a")) + p("{% else %}") + SECTION.format(r("b"))
    content += p("{% endif %}") + p("c")
    assert breaks(tmp_path, content, x=True) == ["a"]
    assert breaks(tmp_path, content, x=False) == ["b"]


def test_a_section_for_each_round_and_one_for_no_round(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + SECTION.format(r("{{ x }}")) + p("{% endfor %}") + p("c")
    assert breaks(tmp_path, content, xs=[1, 2]) == ["1", "2"]
    assert breaks(tmp_path, content, xs=[]) == [""]


def kinds(folder: Path, content: str, **values: object) -> list[str]:
    found = body(rendered(written(folder, content), values))
    return [str(child.tag).removeprefix(W) for child in found]


def test_tables_stand_apart_when_what_is_between_them_goes(tmp_path: Path) -> None:
    content = table(["a"]) + p("{% if x %}") + p("b") + p("{% endif %}") + table(["c"]) + p("z")
    assert kinds(tmp_path, content, x=True) == ["tbl", "p", "tbl", "p"]
    assert kinds(tmp_path, content, x=False) == ["tbl", "p", "tbl", "p"]
    content = table(["a"]) + p("{{p x }}") + table(["c"]) + p("z")
    assert kinds(tmp_path, content, x="") == ["tbl", "p", "tbl", "p"]


def test_a_table_in_a_loop_stands_apart_from_that_of_the_next_round(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + table(["{{ x }}"]) + p("{% endfor %}") + p("z")
    assert kinds(tmp_path, content, xs=[1, 2]) == ["tbl", "p", "tbl", "p"]


def test_a_table_that_goes_leaves_no_paragraph(tmp_path: Path) -> None:
    rows = ["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]
    content = table(["a"]) + p("{# note #}") + table(*rows) + p("z")
    assert kinds(tmp_path, content, xs=[]) == ["tbl", "p"]


def test_prose_alone_in_an_item_whose_list_starts_again_is_paragraphs(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + p("Head") + p("{{ x }}", "Counted") + p("{% endfor %}")
    found = rendered(written(tmp_path, content), {"xs": [Prose("a\n\n**b**"), Prose("c")]})
    assert lines(body(found)) == ["Head", "a", "b", "Head", "c"]
    numbers = [each.get(f"{W}val") for each in body(found).iter(f"{W}numId")]
    assert numbers == ["2", "2", "3"]


def test_an_empty_loop_leaves_neither_an_empty_table_nor_an_empty_cell(tmp_path: Path) -> None:
    inner = p("{% for x in xs %}") + p("{{ x }}") + p("{% endfor %}")
    content = (
        table([inner, "b"]) + p("c") + table(["{% for x in xs %}{{ x }}{% endfor %}"]) + p("z")
    )
    found = body(rendered(written(tmp_path, content), {"xs": []}))
    assert [len(cell.findall(f"{W}p")) for cell in found.iter(f"{W}tc")] == [1, 1, 1]
    whole = table(["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"])
    assert kinds(tmp_path, whole + p("z"), xs=[]) == ["p"]


def test_ids_that_the_engine_adds_are_not_those_of_the_file(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    links = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="https://{name}.example/" '
        'TargetMode="External"/>'
        for name in ("rIdLink1", "rIdLists")
    )
    path = tmp_path / "a.docx"
    path.write_bytes(document(p("{{ x }}"), links=links, numbering="no"))
    found = rendered(path, {"x": Prose("[us](https://ours.example/)\n\n- a")})
    ids = [each.get("Id") for each in found["word/_rels/document.xml.rels"]]
    assert len(set(ids)) == len(ids) == 5


CHOICES = {
    "{% if x %}A{% else %}B{% endif %}": 0,
    "{% if x %}A{% elif y %}B{% else %}C{% endif %}": 0,
    "{% if x %}{% if y %}A{% endif %}B{% else %}{% for z in xs %}A{% endfor %}B{% endif %}": 0,
    "{% for x in xs %}A{% else %}B{% endfor %}C{% if x %}A{% else %}B{% endif %}": 0,
    "{% if x %}A{% endif %}": 1,
    "{% if x %}A{% elif y %}B{% endif %}": 1,
    "{% if x %}A{% else %}{% if y %}B{% endif %}{% endif %}": 1,
    "{% if x %}A{% else %}{% endif %}": 1,
    "{% if x %}{{p y }}{% else %}B{% endif %}": 1,
}


@pytest.mark.parametrize(("choice", "looked_at"), CHOICES.items())
def test_a_cell_is_looked_at_only_where_a_choice_may_leave_it_without_an_end(
    tmp_path: Path, choice: str, looked_at: int
) -> None:
    pieces = re.findall(r"{[{%].*?[%}]}|\w", choice)
    path = written(tmp_path, table(["".join(map(p, pieces))]) + p("z"))
    assert WordTemplate.load(path)._compiled.source.count(SIGN) == looked_at
    for x, y in ((True, ""), (False, ""), (False, True)):
        found = body(rendered(path, {"x": x, "y": y, "xs": [1, 0]}))
        (cell,) = found.iter(f"{W}tc")
        assert cell[-1].tag == f"{W}p"
