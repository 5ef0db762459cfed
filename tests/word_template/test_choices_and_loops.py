"""Choices and loops: what a tag takes away, what is repeated, and what stays whole."""

from pathlib import Path
from typing import Any

import pytest
from small_files import W, body, lines, p, r, rendered, rows, table, written


def shown(folder: Path, content: str, **values: Any) -> list[str]:
    return lines(body(rendered(written(folder, content), values)))


def cells(folder: Path, content: str, **values: Any) -> list[list[str]]:
    return rows(body(rendered(written(folder, content), values)))


@pytest.mark.parametrize("prefix", ["", "p "])
def test_a_tag_alone_takes_its_paragraph_away(tmp_path: Path, prefix: str) -> None:
    content = p(f"{{%{prefix} if x %}}") + p("yes") + p(f"{{%{prefix} else %}}") + p("no")
    content += p(f"{{%{prefix} endif %}}") + p("end")
    assert shown(tmp_path, content, x=True) == ["yes", "end"]
    assert shown(tmp_path, content, x=False) == ["no", "end"]


def test_per_cent_signs_and_dictionaries_in_prefixed_tags(tmp_path: Path) -> None:
    content = p("{%p if x % 2 and '%}' in '%}' %}") + p("{{p {'a': {'b': 'odd'}}['a']['b'] }}")
    assert shown(tmp_path, content + p("{%p endif %}"), x=3) == ["odd"]


def test_several_tags_alone_in_a_paragraph_take_it_away(tmp_path: Path) -> None:
    content = (
        p("{% for x in xs %}{% if x %}") + p("{{ x }}") + p("{% endif %}{% endfor %}") + p("z")
    )
    assert shown(tmp_path, content, xs=[1, 0, 2]) == ["1", "2", "z"]


def test_elif_set_and_notes(tmp_path: Path) -> None:
    content = p("{% set y = x + 1 %}") + p("{# a note #}")
    content += p("{% if y == 1 %}one{% elif y == 2 %}two{% else %}many{% endif %}")
    assert shown(tmp_path, content, x=1) == ["two"]


def test_with_and_a_namespace(tmp_path: Path) -> None:
    content = p("{% with y = x + 1 %}") + p("{{ y }}") + p("{% endwith %}")
    content += p("{% set n = namespace(sum=0) %}")
    content += p("{% for a in xs %}{% set n.sum = n.sum + a %}{% endfor %}{{ n.sum }}")
    assert shown(tmp_path, content, x=1, xs=[1, 2, 3]) == ["2", "6"]


def test_a_choice_inside_a_sentence_across_runs(tmp_path: Path) -> None:
    content = f"<w:p>{r('a {% if x ', '<w:b/>')}{r('%}B', '<w:i/>')}{r('C{% else %}D')}"
    content += f"{r('{% endif %} e')}</w:p>"
    assert shown(tmp_path, content, x=True) == ["a BC e"]
    assert shown(tmp_path, content, x=False) == ["a D e"]


def test_one_alone_and_its_partner_beside_text_both_stay_inline(tmp_path: Path) -> None:
    content = p("{% for x in xs %}- {{ x }}") + p("  more") + p("{% endfor %}")
    assert shown(tmp_path, content, xs=["a", "b"]) == ["- a", "  more", "- b", "  more", ""]
    assert shown(tmp_path, content, xs=[]) == [""]


def test_halves_of_paragraphs_join(tmp_path: Path) -> None:
    content = p("a {% if x %}b") + p("c {% else %}d") + p("e{% endif %} f")
    assert shown(tmp_path, content, x=True) == ["a b", "c  f"]
    assert shown(tmp_path, content, x=False) == ["a d", "e f"]


@pytest.mark.parametrize("prefix", ["", "tr "])
def test_rows_that_hold_tags_alone_go(tmp_path: Path, prefix: str) -> None:
    content = table(["h", "i"], [f"{{%{prefix}for x in xs %}}", ""], ["{{ x }}", "b"],
                    [f"{{%{prefix}endfor %}}", ""])  # fmt: skip
    assert cells(tmp_path, content, xs=[1, 2]) == [["h", "i"], ["1", "b"], ["2", "b"]]
    assert cells(tmp_path, content, xs=[]) == [["h", "i"]]


@pytest.mark.parametrize("prefix", ["", "tr "])
def test_a_loop_over_one_row_repeats_the_row(tmp_path: Path, prefix: str) -> None:
    content = table(
        ["h", "i"], [f"{{%{prefix}for x in xs %}}{{{{ x }}}}", f"b{{%{prefix}endfor %}}"]
    )
    assert cells(tmp_path, content, xs=[1, 2]) == [["h", "i"], ["1", "b"], ["2", "b"]]


def test_a_loop_between_cells_repeats_the_cells(tmp_path: Path) -> None:
    content = table(["h", "{% for x in xs %}{{ x }}", "b{% endfor %}", "z"])
    assert cells(tmp_path, content, xs=[1, 2]) == [["h", "1", "b", "2", "b", "z"]]


def test_cells_that_hold_prefixed_tags_alone_go(tmp_path: Path) -> None:
    content = table(["h", "{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"])
    assert cells(tmp_path, content, xs=[1, 2]) == [["h", "1", "2"]]


def test_a_loop_from_the_first_cell_to_the_last_of_another_row_repeats_both(tmp_path: Path) -> None:
    content = table(["h", "i"], ["{% for x in xs %}{{ x }}", "b"], ["c", "d{% endfor %}"])
    assert cells(tmp_path, content, xs=[1, 2])[1:] == [
        ["1", "b"],
        ["c", "d"],
        ["2", "b"],
        ["c", "d"],
    ]


def test_a_table_that_lost_all_rows_goes(tmp_path: Path) -> None:
    content = p("a") + table(["{% for x in xs %}"], ["{{ x }}"], ["{% endfor %}"]) + p("b")
    found = body(rendered(written(tmp_path, content), {"xs": []}))
    assert [child.tag for child in found] == [f"{W}p", f"{W}p"]


def test_a_nested_table_that_goes_leaves_its_cell_a_paragraph(tmp_path: Path) -> None:
    inner = table(["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"])
    found = body(rendered(written(tmp_path, table([inner])), {"xs": []}))
    (only,) = found.iter(f"{W}tc")
    assert [child.tag for child in only] == [f"{W}p"]


def test_a_cell_ends_with_a_paragraph_whatever_is_chosen(tmp_path: Path) -> None:
    content = table([p("{% if x %}") + p("yes") + p("{% endif %}"), "b"])
    assert cells(tmp_path, content, x=False) == [["", "b"]]
    assert cells(tmp_path, content, x=True) == [["yes", "b"]]


def test_a_paragraph_that_a_printed_nothing_takes_away(tmp_path: Path) -> None:
    content = p("{{p x }}") + table([p("{{p x }}")])
    assert shown(tmp_path, content, x="") == [""]
    assert shown(tmp_path, content, x="a") == ["a", "a"]


def test_a_paragraph_with_a_section_break_survives(tmp_path: Path) -> None:
    section = "<w:pPr><w:sectPr/></w:pPr>"
    content = p("{% if x %}") + p("a") + f"<w:p>{section}{r('{% endif %}')}</w:p>" + p("b")
    for x in (True, False):
        found = body(rendered(written(tmp_path, content), {"x": x}))
        assert len(list(found.iter(f"{W}sectPr"))) == 1


def test_numbered_lists_start_again_in_each_round(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + p("{{ x }}") + p("one", "Counted") + p("two", "Counted")
    found = rendered(written(tmp_path, content + p("{% endfor %}")), {"xs": "ab"[:1].split() * 3})
    numbers = [each.get(f"{W}val") for each in body(found).iter(f"{W}numId")]
    assert numbers == ["2", "2", "3", "3", "4", "4"]
    lists = found["word/numbering.xml"].findall(f"{W}num")
    assert [each.get(f"{W}numId") for each in lists] == ["1", "2", "3", "4"]
    assert lists[1].find(f"{W}lvlOverride/{W}startOverride") is not None


def test_a_loop_around_the_list_item_alone_counts_on(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + p("{{ x }}", "Counted") + p("{% endfor %}")
    found = rendered(written(tmp_path, content), {"xs": [1, 2]})
    assert len(found["word/numbering.xml"].findall(f"{W}num")) == 1


def test_bookmarks_in_a_loop_stand_once_and_drawings_have_ids_of_their_own(tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="7" name="logo"/></wp:inline></w:drawing></w:r>'
    )
    mark = '<w:bookmarkStart w:id="3" w:name="here"/>' + r("{{ x }}") + '<w:bookmarkEnd w:id="3"/>'
    content = p("{% for x in xs %}") + f"<w:p>{mark}{drawing}</w:p>" + p("{% endfor %}")
    found = body(rendered(written(tmp_path, content), {"xs": [1, 2, 3]}))
    assert (
        len(list(found.iter(f"{W}bookmarkStart"))) == len(list(found.iter(f"{W}bookmarkEnd"))) == 1
    )
    assert [e.get("id") for e in found.iter("{*}docPr")] == ["8", "9", "10"]


def test_a_range_that_a_choice_would_cut_is_dropped(tmp_path: Path) -> None:
    content = '<w:p><w:bookmarkStart w:id="3" w:name="x"/>' + r("a{% if x %}b")
    content += '<w:bookmarkEnd w:id="3"/>' + r("c{% endif %}") + "</w:p>"
    found = body(rendered(written(tmp_path, content), {"x": False}))
    assert list(found.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")) == []


def test_two_thousand_rows(tmp_path: Path) -> None:
    content = table(["{% for x in xs %}{{ x }}", "b{% endfor %}"])
    assert len(cells(tmp_path, content, xs=list(range(2000)))) == 2000


def test_a_choice_around_hyperlinks_and_inline_controls(tmp_path: Path) -> None:
    link = f'<w:hyperlink w:anchor="b">{r("{% if x %}L")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('C{% endif %}')}</w:sdtContent></w:sdt>"
    content = f"<w:p>{link}{r('m')}{control}</w:p>"
    assert shown(tmp_path, content, x=True) == ["LmC"]
    assert shown(tmp_path, content, x=False) == [""]


def test_notes_take_rows_and_cells_away(tmp_path: Path) -> None:
    content = table(["{#tr not printed #}", "b"], ["c", "{#tc nor this #}"])
    assert cells(tmp_path, content) == [["c"]]


def test_halves_join_within_a_text_box(tmp_path: Path) -> None:
    inside = p("a {% if x %}b") + p("c{% endif %} d")
    box = f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"
    assert shown(tmp_path, box, x=True)[1:] == ["a b", "c d"]
    assert shown(tmp_path, box, x=False)[1:] == ["a  d"]


def test_a_loop_in_a_nested_table_stays_there(tmp_path: Path) -> None:
    inner = table(["{% for x in xs %}{{ x }}", "b{% endfor %}"])
    found = cells(tmp_path, table([inner + p("c"), "d"]), xs=[1, 2])
    assert found[1:] == [["1", "b"], ["2", "b"]]
