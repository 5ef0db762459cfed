"""A value goes into the document as it is, wherever its tag stands and however Word cut it."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from small_files import LINKS, W, body, lines, p, r, rendered, written

from jobshare_docs.word_template import WordTemplate


def printed(folder: Path, content: str, **values: Any) -> list[str]:
    return lines(body(rendered(written(folder, content), values)))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("R&D <x> ]]> &amp;", "R&D <x> ]]> &amp;"),
        ("{{ 7*7 }} {% if %}", "{{ 7*7 }} {% if %}"),
        ("  edges  ", "  edges  "),
        ("one\ntwo\r\nthree\tfour", "one\ntwo\nthree\tfour"),
        ("Zoë 你好 😀 don’t", "Zoë 你好 😀 don’t"),
        (None, ""),
        (Decimal("1E+2"), "100"),
        (date(2027, 1, 4), "2027-01-04"),
        (True, "True"),
    ],
)
def test_a_value_is_printed_whole(tmp_path: Path, value: object, shown: str) -> None:
    assert printed(tmp_path, p("a {{ x }} b"), x=value) == [f"a {shown} b"]
    assert printed(tmp_path, p("{{ x }}"), x=value) == [shown]


@pytest.mark.parametrize(
    "tag",
    [
        r("{{ x") + '<w:proofErr w:type="spellStart"/>' + r("y") + r(" }}"),
        r("{") + r("{ x") + '<w:bookmarkStart w:id="0" w:name="b"/>' + r("y }}"),
        r("{{") + r(" xy ", "<w:b/>") + r("}") + r("}"),
        '<w:hyperlink w:anchor="b">' + r("{{ x") + "</w:hyperlink>" + r("y }}"),
        r("{{ x") + "<w:ins w:id='1' w:author='Q'>" + r("y") + "</w:ins>" + r(" }}"),
        r("{{ x") + "<w:del w:id='1'><w:r><w:delText>no</w:delText></w:r></w:del>" + r("y }}"),
    ],
)
def test_a_tag_cut_in_pieces_is_joined(tmp_path: Path, tag: str) -> None:
    assert printed(tmp_path, f"<w:p>{r('a ')}{tag}{r(' b')}</w:p>", xy="whole") == ["a whole b"]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{{ x|default(“none”) }}", "none"),
        ("{{\u00a0x|default(‘it’)\u00a0}}", "it"),
        ("{{ x|default(“it’s”) }}", "it’s"),
        ("{{ x|default('it’s') }}", "it’s"),
        ("{{ 7 – 2 }}", "5"),
        ("{{ '}}' }}", "}}"),
        ("{{ {'a': {'b': 1}}['a']['b'] }}", "1"),
        ("{{ '%s' }}", "%s"),
        ("{# a note #}", ""),
        ("{_{ x }_}", "{{ x }}"),
        ("{ x } { { y } }", "{ x } { { y } }"),
        ("{% raw %}{{ x }} {%{% endraw %}", "{{ x }} {%"),
        ("{{r 'x' }}", "x"),
        ("{{r {'a': '%}'}['a'] }}", "%}"),
        ("{%r if 7 % 2 %}odd{%r endif %}", "odd"),
    ],
)
def test_what_word_or_a_person_writes_in_a_tag(tmp_path: Path, tag: str, shown: str) -> None:
    assert printed(tmp_path, p(f"a {tag} b")) == [f"a {shown} b"]


def test_dashes_in_a_tag_take_the_white_space_beside_it(tmp_path: Path) -> None:
    assert printed(tmp_path, p("a  {{- 'x' –}}  b") + p("c")) == ["axb", "c"]


def test_the_tag_takes_the_form_of_the_run_it_began_in(tmp_path: Path) -> None:
    found = body(
        rendered(written(tmp_path, f"<w:p>{r('{{ ', '<w:b/>')}{r('x }}')}</w:p>"), {"x": 1})
    )
    runs = found.findall(f".//{W}r")
    assert [run.find(f"{W}rPr/{W}b") is not None for run in runs] == [True]


def test_tags_work_in_every_part_of_the_file(tmp_path: Path) -> None:
    relation = (
        f'<Relationship Id="h" Type="{LINKS}/hyperlink" TargetMode="External" '
        'Target="https://a.example/%7B%7B%20x%20%7D%7D"/>'
    )
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ x }}</dc:title></cp:coreProperties>"
    )
    note = f'<w:footnote w:id="1">{p("note {{ x }}")}</w:footnote>'
    path = written(
        tmp_path,
        p("body {{ x }}"),
        header1=p("head {{ x }}"),
        footer1=p("foot {{ x }}"),
        footnotes=note,
        links=relation,
        core=core,
    )
    found = rendered(path, {"x": "R&D a"})
    assert lines(found["word/document.xml"]) == ["body R&D a"]
    assert lines(found["word/header1.xml"]) == ["head R&D a"]
    assert lines(found["word/footer1.xml"]) == ["foot R&D a"]
    assert lines(found["word/footnotes.xml"]) == ["note R&D a"]
    assert found["docProps/core.xml"][0].text == "R&D a"
    targets = [each.get("Target") for each in found["word/_rels/document.xml.rels"]]
    assert "https://a.example/R&D%20a" in targets


def test_a_field_code_takes_a_value(tmp_path: Path) -> None:
    code = '<w:r><w:instrText> HYPERLINK "{{ x }}" </w:instrText></w:r>'
    found = body(rendered(written(tmp_path, f"<w:p>{code}</w:p>"), {"x": 'https://a.example/"b'}))
    assert found.findtext(f".//{W}instrText") == ' HYPERLINK "https://a.example/\'b" '


def test_text_boxes_and_content_controls(tmp_path: Path) -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('{{ x }}')}</w:txbxContent></w:pict></w:r></w:p>"
    control = f"<w:sdt><w:sdtContent>{p('{{ x }}')}</w:sdtContent></w:sdt>"
    assert printed(tmp_path, box + control, x="in") == ["in", "in", "in"]


def test_a_mappings_key_comes_before_its_methods(tmp_path: Path) -> None:
    assert printed(tmp_path, p("{{ x.items }} {{ x.get('keys') }}"), x={"items": 1, "keys": 2}) == [
        "1 2"
    ]


def test_lists_are_joined_and_sums_and_figures_worked_out(tmp_path: Path) -> None:
    content = p("{{ xs|join(', ', attribute='n.m') }}; {{ 'a' ~ 1 ~ none }}; {{ 2.5|round }}")
    content += p("{{ xs|map(attribute='n.m')|sum }}; {{ -0.125|round(2) }}; {{ [1,2,3]|batch(2) }}")
    assert printed(tmp_path, content, xs=[{"n": {"m": 1}}, {"n": {"m": 2}}]) == [
        "1, 2; a1; 3.0",
        "3; -0.13; [[1, 2], [3]]",
    ]


def test_many_values_of_nothing_end_no_document_early(tmp_path: Path) -> None:
    content = p("{% for x in xs %}{{ x }}{% endfor %}") + p("end")
    assert printed(tmp_path, content, xs=[None] * 20_000) == ["", "end"]


def test_filters_come_from_who_loads(tmp_path: Path) -> None:
    path = written(tmp_path, p("{{ x|doubled }}"))
    found = rendered(path, {"x": 2}, doubled=lambda value: value * 2)
    assert lines(body(found)) == ["4"]


def test_equal_values_give_equal_bytes_and_untouched_parts_stay(tmp_path: Path) -> None:
    path = written(tmp_path, p("{{ x }}"), header1=p("plain"))
    template = WordTemplate.load(path)
    first, second = template.render({"x": 1}), template.render({"x": 1})
    assert first == second
    assert b"plain" not in first  # deflated, as it was
    from jobshare_docs import archive

    before = {entry.name: entry for entry in archive.entries(path.read_bytes())}
    after = {entry.name: entry for entry in archive.entries(first)}
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_the_fields_of_a_template_resolve_loop_variables(tmp_path: Path) -> None:
    content = p("{{ a.b }} {{ now|default(c.d) }}") + p(
        "{% for t in duties.tasks %}{{ t.task }}{% if loop.last %}{{ t.who.name }}{% endif %}"
        "{% endfor %}{% set s = a.e %}{{ s.f }}"
    )
    template = WordTemplate.load(written(tmp_path, content))
    assert [field.name for field in template.fields] == [
        "a.b", "now", "c.d", "duties.tasks", "duties.tasks[].task", "duties.tasks[].who.name",
        "a.e", "a.e.f",
    ]  # fmt: skip
    assert str(template.fields[0].place) == 'body, near "{{ a.b }} {{ now|default(c.d) }}"'


def test_tracked_changes_are_accepted_with_a_warning(tmp_path: Path) -> None:
    deleted = "<w:del w:id='1'><w:r><w:delText>old</w:delText></w:r></w:del>"
    mark = "<w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr>"
    content = f"<w:p>{deleted}<w:ins w:id='2'>{r('new')}</w:ins></w:p><w:p>{mark}{r('a')}</w:p>"
    path = written(tmp_path, content + p("b"))
    template = WordTemplate.load(path)
    assert [str(warning) for warning in template.warnings] == [
        f"{path}: body: warning: it has tracked changes, which were accepted; "
        "accept or reject them in Word"
    ]
    assert printed(tmp_path, content + p("b")) == ["new", "ab"]
