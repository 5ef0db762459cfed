"""Everyone can read the documents: in Word, by the rules of its own checker and a few more."""

from collections.abc import Iterator
from pathlib import Path

import accessible_word as rules
import pytest
from accessible_word import RULES, Rule, Word
from every_document import EXAMPLES, documents, draft, templates
from word_files import R, archive, paragraph, run, word_file

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)


def broken(rule: Rule, found: Iterator[tuple[str, bytes]]) -> dict[str, list[str]]:
    """What breaks the rule, by document."""
    looked_at = {name: list(rule(Word(document))) for name, document in found}
    return {name: said for name, said in looked_at.items() if said}


def test_no_document_is_forgotten() -> None:
    made = {"letter-offer-A", "letter-memo-A", "letter-agreement", "proposal", "summary"}
    for example in EXAMPLES:
        assert made <= {Path(name).name for name in documents() if name.startswith(example)}
    assert len(templates()) > len(made)


@each_rule
def test_in_every_document_of_every_example(rule: Rule) -> None:
    assert not broken(rule, iter(documents().items()))


@each_rule
def test_in_every_template(rule: Rule) -> None:
    assert not broken(rule, iter(templates().items()))


@each_rule
def test_in_a_draft_with_all_its_boxes(rule: Rule, tmp_path: Path) -> None:
    assert not broken(rule, iter([("draft", draft(tmp_path))]))


def table(*rows: str, properties: str = "", columns: int = 2) -> str:
    grid = "<w:gridCol/>" * columns
    around = f"<w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{around}{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


def shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def picture(description: str, place: str = "inline") -> str:
    properties = f'<wp:docPr id="1" name="Picture 1" descr="{description}"/>'
    return (
        f'<w:p><w:r><w:drawing><wp:{place} xmlns:wp="{WP}">{properties}</wp:{place}>'
        "</w:drawing></w:r></w:p>"
    )


def coloured(ink: str, style: str = "") -> str:
    return (
        f'<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr><w:color w:val="{ink}"/></w:rPr>'
        "<w:t>faint</w:t></w:r></w:p>"
    )


def link(words: str) -> str:
    return f'<w:p><w:hyperlink r:id="rId9" xmlns:r="{R}">{run(words)}</w:hyperlink></w:p>'


TITLED = '<w:tblCaption w:val="Rota"/><w:tblDescription w:val="Who works when."/>'
LOOK = '<w:tblLook w:firstRow="1"/>'
HEADER = "<w:tblHeader/>"
DARK_TABLE = (
    '<w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/>'
    '<w:tblStylePr w:type="firstRow">'
    f"<w:tcPr>{shade('1F4E68')}</w:tcPr></w:tblStylePr></w:style>"
)
FAINT_STYLE = (
    '<w:style w:type="paragraph" w:styleId="Faint"><w:name w:val="Faint"/>'
    '<w:rPr><w:color w:val="AAAAAA"/></w:rPr></w:style>'
)
LINK_STYLE = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0B5394"/></w:rPr></w:style>'
)
LANGUAGE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="english"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
)


BAD = [
    (rules.pictures_have_a_text_in_their_place, word_file(picture("")), "'Picture 1' has none"),
    (
        rules.pictures_have_a_text_in_their_place,
        word_file(picture("logo-final.png")),
        "a file's name: 'logo-final.png'",
    ),
    (
        rules.pictures_have_a_text_in_their_place,
        word_file("<w:p><w:r><w:pict><v:shape/></w:pict></w:r></w:p>"),
        "an old drawing has none",
    ),
    (
        rules.tables_have_a_title_and_a_description,
        word_file(table(row(cell("Rota")), properties='<w:tblCaption w:val="Rota"/>')),
        "no tblDescription: 'Rota'",
    ),
    (
        rules.tables_have_a_header_row,
        word_file(table(row(cell("Rota")), properties=LOOK)),
        "its first row is none: 'Rota'",
    ),
    (
        rules.tables_have_a_header_row,
        word_file(table(row(cell("Rota"), properties=HEADER))),
        "its style is not told of it: 'Rota'",
    ),
    (
        rules.tables_have_a_header_row,
        word_file(table(row(cell("Rota"), cell(""), properties=HEADER), properties=LOOK)),
        "a column has no heading: 'Rota'",
    ),
    (
        rules.tables_are_simple,
        word_file(table(row(cell("Both", '<w:gridSpan w:val="2"/>')), columns=1)),
        "merged or split cells: 'Both'",
    ),
    (
        rules.tables_are_simple,
        word_file(table(row(cell("Down", '<w:vMerge w:val="restart"/>')), columns=1)),
        "merged or split cells: 'Down'",
    ),
    (
        rules.tables_are_simple,
        word_file(table(row(cell("A"), cell("B")), row(cell("C")))),
        "rows of [1, 2] cells: 'ABC'",
    ),
    (
        rules.tables_are_simple,
        word_file(
            table(
                row(f"<w:tc>{table(row(cell('In')), columns=1)}{paragraph('Out')}</w:tc>"),
                columns=1,
            )
        ),
        "a table in a table: 'In'",
    ),
    (
        rules.headings_are_there_and_do_not_leap,
        word_file(paragraph("Words alone")),
        "no paragraph is a heading",
    ),
    (
        rules.headings_are_there_and_do_not_leap,
        word_file(
            paragraph("One", "Titre1") + paragraph("Three", properties='<w:outlineLvl w:val="2"/>')
        ),
        "level 3 after 1: 'Three'",
    ),
    (
        rules.headings_are_there_and_do_not_leap,
        word_file(paragraph("", "Titre1")),
        "a heading of level 1 has no words",
    ),
    (rules.nothing_floats, word_file(picture("A logo", "anchor")), "anchor"),
    (
        rules.nothing_floats,
        word_file(paragraph("Aside", properties='<w:framePr w:w="100"/>')),
        "framePr",
    ),
    (
        rules.nothing_floats,
        word_file(table(row(cell("A")), properties='<w:tblpPr w:tblpX="1"/>')),
        "tblpPr",
    ),
    (rules.no_blanks_are_repeated, word_file(paragraph("Name:   Dana")), "'Name:   Dana'"),
    (
        rules.no_blanks_are_repeated,
        word_file("<w:p><w:r><w:t>Name</w:t><w:tab/><w:tab/></w:r></w:p>"),
        r"'Name\t\t'",
    ),
    (
        rules.text_stands_out_from_what_is_behind_it,
        word_file(coloured("999999")),
        "999999 on FFFFFF, 2.8 to 1: 'faint'",
    ),
    (
        rules.text_stands_out_from_what_is_behind_it,
        word_file(paragraph("faint", "Faint"), styles=FAINT_STYLE),
        "AAAAAA on FFFFFF, 2.3 to 1: 'faint'",
    ),
    (
        rules.text_stands_out_from_what_is_behind_it,
        word_file(coloured("55636E", shade("1F4E68"))),
        "55636E on 1F4E68",
    ),
    (
        rules.text_stands_out_from_what_is_behind_it,
        word_file(
            table(row(f"<w:tc><w:tcPr>{shade('D3E4EF')}</w:tcPr>{coloured('55AA88')}</w:tc>"))
        ),
        "55AA88 on D3E4EF",
    ),
    (
        rules.text_stands_out_from_what_is_behind_it,
        word_file(
            table(
                row(f"<w:tc>{coloured('1F2933')}</w:tc>"),
                properties=f'<w:tblStyle w:val="Dark"/>{LOOK}',
            ),
            styles=DARK_TABLE,
        ),
        "1F2933 on 1F4E68",
    ),
    (
        rules.nobody_is_locked_out,
        word_file(
            paragraph("Mine"),
            parts={"settings": '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'},
        ),
        "documentProtection",
    ),
    (rules.nobody_is_locked_out, b"\xd0\xcf\x11\xe0 encrypted", "the file is encrypted"),
    (
        rules.content_controls_have_a_title,
        word_file(f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Pick one')}</w:sdtContent></w:sdt>"),
        "'Pick one'",
    ),
    (rules.the_document_has_a_title, word_file(paragraph("Untitled")), "no title"),
    (rules.the_language_is_known, word_file(paragraph("Bonjour")), "the document names none"),
    (
        rules.the_language_is_known,
        word_file(paragraph("Bonjour"), styles=LANGUAGE),
        "no language: 'english'",
    ),
    (
        rules.no_paragraph_is_empty,
        word_file(paragraph("Above") + paragraph("") + paragraph("Below")),
        "after 'Above'",
    ),
    (
        rules.no_paragraph_is_empty,
        word_file(table(row(cell("A"), cell("B"), cell(" ")))),
        "at the beginning",
    ),
    (
        rules.links_have_words_and_an_underline,
        word_file(link("Click here")),
        "says nothing of where it leads: 'Click here'",
    ),
    (
        rules.links_have_words_and_an_underline,
        word_file(link("https://policy.example/a?b=c")),
        "says nothing of where it leads: 'https://policy.example/a?b=c'",
    ),
    (
        rules.links_have_words_and_an_underline,
        word_file(link("the policy"), styles=LINK_STYLE),
        "a link is told by its colour alone",
    ),
    (
        rules.nothing_is_said_by_colour_alone,
        word_file(table(row(cell("Monday")), row(cell("", shade("D3E4EF"))))),
        "an empty cell is shaded: 'Monday'",
    ),
    (
        rules.nothing_is_said_by_colour_alone,
        word_file(
            table(
                row(cell("Mon"), cell("Tue")),
                row(cell("works", shade("D3E4EF")), cell("works", shade("F6E3C3"))),
            )
        ),
        "'works' is shaded in 2 ways: 'MonTueworksworks'",
    ),
    (rules.lists_are_lists, word_file(paragraph("• First")), "'• First'"),
    (rules.lists_are_lists, word_file(paragraph("2) Second")), "'2) Second'"),
]


@pytest.mark.parametrize(("rule", "document", "message"), BAD, ids=[message for *_, message in BAD])
def test_a_document_that_breaks_it_is_found(rule: Rule, document: bytes, message: str) -> None:
    said = list(rule(Word(document)))
    assert len(said) == 1
    assert message in said[0]


def test_each_rule_is_seen_to_fail() -> None:
    assert {rule for rule, _, _ in BAD} == set(RULES)


def test_a_row_of_a_form_waits_to_be_written_in() -> None:
    heading = row(cell("Task"), cell("Done so far"), properties=HEADER)
    form = word_file(table(heading, row(cell("Intakes"), cell(""))))
    assert not list(rules.no_paragraph_is_empty(Word(form)))
    layout = word_file(table(heading, row(cell(""), cell("Intakes"))))
    assert len(list(rules.no_paragraph_is_empty(Word(layout)))) == 1


def test_two_blanks_before_a_postal_code_are_a_convention_not_a_layout() -> None:
    address = word_file(paragraph("Selkirk, Manitoba  R1A 1R1"))
    assert not list(rules.no_blanks_are_repeated(Word(address)))


def test_a_picture_that_only_decorates_needs_no_text() -> None:
    mark = (
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext>'
        '<d:decorative val="1" '
        'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative"/>'
        "</a:ext></a:extLst>"
    )
    decorated = picture("").replace('descr=""/>', f'descr="">{mark}</wp:docPr>')
    assert not list(rules.pictures_have_a_text_in_their_place(Word(word_file(decorated))))


def test_a_title_of_the_properties_counts() -> None:
    titled = archive(
        {
            "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>Proposal</dc:title></c>"
        }
    )
    assert not list(rules.the_document_has_a_title(Word(titled)))
