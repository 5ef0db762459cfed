"""Tags outside of the text: in attributes, addresses and properties."""

from pathlib import Path

import pytest
from small_files import LINKS, W, body, p, r, rendered, written

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
