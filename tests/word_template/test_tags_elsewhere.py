"""Tags outside of the text: in attributes, addresses and properties."""

from pathlib import Path

import pytest
from small_files import LINKS, W, body, document, p, r, rendered, table, written

from jobshare_docs import archive
from jobshare_docs.problems import ProblemsFound
from jobshare_docs.word_template import WordTemplate

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>'
    "</cp:coreProperties>"
)


def picture(said: str) -> str:
    inline = (
        f'<wp:inline xmlns:wp="{DRAWING}"><wp:docPr id="1" name="logo" descr="{said}"/></wp:inline>'
    )
    return f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>"


def descriptions(folder: Path, content: str, **values: object) -> list[str | None]:
    found = body(rendered(written(folder, content), values))
    return [each.get("descr") for each in found.iter(f"{{{DRAWING}}}docPr")]


def test_what_is_said_in_a_pictures_place(tmp_path: Path) -> None:
    content = picture("Logo of {{ name }}{% if more %}, {{ more }}{% endif %}")
    assert descriptions(tmp_path, content, name='R&D "<x>"', more="") == ['Logo of R&D "<x>"']
    assert descriptions(tmp_path, content, name="A", more="B") == ["Logo of A, B"]


def test_a_picture_in_a_loop_has_its_own_words_and_id(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + picture("{{ x }}") + p("{% endfor %}")
    assert descriptions(tmp_path, content, xs=["a", "b"]) == ["a", "b"]


def test_the_instruction_of_a_simple_field(tmp_path: Path) -> None:
    code = " QUOTE &quot;{{ x }}&quot; "
    field = f'<w:fldSimple w:instr="{code}">{r("{{ x }}")}</w:fldSimple>'
    found = body(rendered(written(tmp_path, f"<w:p>{field}</w:p>"), {"x": 'a "b"'}))
    assert [each.get(f"{W}instr") for each in found.iter(f"{W}fldSimple")] == [" QUOTE \"a 'b'\" "]
    assert "".join(found.itertext()) == 'a "b"'


def test_a_choice_within_one_property_or_address(tmp_path: Path) -> None:
    said = "{% if x %}Offer to {{ x }}{% else %}Offer{% endif %}"
    link = (
        f'<Relationship Id="h" Type="{LINKS}/hyperlink" TargetMode="External" '
        'Target="https://a.example/{% if x %}{{ x }}{% endif %}"/>'
    )
    path = written(tmp_path, p("a"), core=CORE.format(said), links=link)
    for value, title, address in (("Q", "Offer to Q", "Q"), ("", "Offer", "")):
        found = rendered(path, {"x": value})
        assert found["docProps/core.xml"][0].text == title
        targets = [each.get("Target") for each in found["word/_rels/document.xml.rels"]]
        assert f"https://a.example/{address}" in targets


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{% if x %}a", "'{% if x %}' is never closed"),
        ("a {{ x", "'{{ x' is never closed"),
        ("{{ a b }}", "'{{ a b }}' cannot be read: 'b' is not expected there"),
        ("{{ x|shuot }}", "there is no filter 'shuot'"),
    ],
)
def test_mistakes_there_are_told_with_their_place(tmp_path: Path, said: str, message: str) -> None:
    path = written(tmp_path, picture(said), core=CORE.format(said))
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path)
    told = [str(problem).removeprefix(f"{path}: ") for problem in raised.value.problems]
    assert [each.split(": ")[0] for each in told] == ["body", "document properties"]
    assert all(message in each for each in told)


def test_tags_in_a_watermark_a_tip_and_what_is_said_of_a_table(tmp_path: Path) -> None:
    watermark = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>'
        '<v:textpath string="For {{ x }}"/></v:shape></w:pict></w:r></w:p>'
    )
    link = f'<w:p><w:hyperlink w:anchor="a" w:tooltip="to {{{{ x }}}}">{r("a")}</w:hyperlink></w:p>'
    said = '<w:tblPr><w:tblCaption w:val="{{ x }}"/><w:tblDescription w:val="of {{ x }}"/>'
    content = watermark + link + table(["a"]).replace("<w:tblPr/>", f"{said}</w:tblPr>") + p("z")
    found = body(rendered(written(tmp_path, content), {"x": 'R&D "<x>"'}))
    values = [value for each in found.iter() for value in each.attrib.values() if "R&D" in value]
    assert values == [f'{before}R&D "<x>"' for before in ("For ", "to ", "", "of ")]


BOUND = '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/>'


def test_a_control_with_a_tag_shows_its_value_and_not_what_word_ties_it_to(tmp_path: Path) -> None:
    def control(content: str) -> str:
        form = f"<w:sdtPr>{BOUND}<w:text/></w:sdtPr>"
        return f"<w:sdt>{form}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    content = f"<w:p>{control(r('{{ x }}'))}</w:p>" + control(p("{{ x }}")) + control(p("a"))
    found = body(rendered(written(tmp_path, content), {"x": "b"}))
    bound = [control.find(f"{W}sdtPr/{W}dataBinding") for control in found.iter(f"{W}sdt")]
    assert [each is not None for each in bound] == [False, False, True]


CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.mark.parametrize(
    "content",
    [
        f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{{{{</m:t><m:t> x }}}}</m:t></m:r></m:oMath>',
        f"<w:r><w:ruby><w:rt>{r('{{ x }}')}</w:rt><w:rubyBase>{r('a')}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_a_tag_in_an_equation_is_a_mistake(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, p("Sum", "Heading1") + f"<w:p>{content}{r('near')}</w:p>")
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path)
    assert str(raised.value).removeprefix(f"{path}: ") == (
        'body, under "Sum", near "near": '
        "'{{ x }}' stands in an equation or in words with others above them, where no tag is "
        "filled; move it"
    )


@pytest.mark.parametrize(
    ("name", "type", "content", "label"),
    [
        ("word/charts/chart1.xml", CHART, "<c><t>{{</t><t> x }}</t></c>", "chart"),
        ("word/afchunk.htm", "text/html", "<p>{% if x %}</p>", "file inserted by Word"),
    ],
)  # fmt: skip
def test_a_tag_in_another_part_is_a_mistake(
    tmp_path: Path, name: str, type: str, content: str, label: str
) -> None:
    path = tmp_path / "a.docx"
    made = []
    for entry in archive.entries(document(p("a"))):
        if entry.name == "[Content_Types].xml":
            listed = f'<Override PartName="/{name}" ContentType="{type}"/></Types>'
            types = archive.inflated(entry).replace(b"</Types>", listed.encode())
            entry = archive.deflated(entry.name, types)
        made.append(entry)
    path.write_bytes(archive.joined([*made, archive.deflated(name, content.encode())]))
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path)
    (problem,) = raised.value.problems
    assert problem.where == f"{path}: {label}" and "where no tag is filled" in problem.message


def test_a_picture_inside_a_tag_is_told_in_plain_words(tmp_path: Path) -> None:
    content = f'<w:p>{r("{{ x")}<w:r><w:br w:type="page"/></w:r>{r(" }}")}</w:p>'
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(written(tmp_path, content))
    assert "'{{ x }}' cannot be read: a picture, a field, a note or a page break" in str(
        raised.value
    )
