"""Words of a letterhead made in Word that are hard to read are told, each with its place."""

from pathlib import Path

import pytest
from word_files import archive, files_in, paragraph, word_file

from jobshare_docs.documents.templates import LETTERHEAD, Templates, built_in_folder
from jobshare_docs.problems import Severity

PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
)
ASKED = "to 1; 4.5 is asked for)"


def coloured(words: str, colour: str, more: str = "", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:p><w:pPr>{named}</w:pPr><w:r><w:rPr><w:color w:val="{colour}"/>{more}</w:rPr>'
        f"<w:t>{words}</w:t></w:r></w:p>"
    )


def style(name: str, inside: str, kind: str = "paragraph", based_on: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f"{based}{inside}</w:style>"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def told(folder: Path, header: str, styles: str = "", footer: str = "") -> list[str]:
    """The warnings about a letterhead with this header and these styles."""
    parts = {"header": header, "footer": footer or paragraph("200 Main Street")}
    whole = word_file(paragraph("A letter") + PAGE, styles=styles, parts=parts)
    (folder / LETTERHEAD).write_bytes(archive(files_in(whole)))
    problems = list(Templates(folder).hard_to_read())
    assert all(each.severity is Severity.WARNING for each in problems)
    return [str(each) for each in problems]


def test_words_that_stand_out_draw_no_warning(folder: Path) -> None:
    assert told(folder, paragraph("Interlake") + coloured("since 1912", "7A1F3D")) == []


def test_faint_words_are_told_with_their_place_and_the_nearest_that_will_do(folder: Path) -> None:
    faint = coloured("Interlake Health", "9FB3C8")
    assert told(folder, faint, footer=coloured("Selkirk", "AAAAAA")) == [
        f"{folder / LETTERHEAD}: header, near 'Interlake Health': warning: these words are hard "
        f"to read: #9FB3C8 on white (contrast 2.2 {ASKED}; the nearest that will do: #64717E",
        f"{folder / LETTERHEAD}: footer, near 'Selkirk': warning: these words are hard to "
        f"read: #AAAAAA on white (contrast 2.3 {ASKED}; the nearest that will do: #707070",
    ]


def test_each_pair_of_colours_is_told_once_in_a_header(folder: Path) -> None:
    header = coloured("One", "AAAAAA") + coloured("Two", "AAAAAA") + coloured("Three", "BBBBBB")
    assert len(told(folder, header)) == 2


@pytest.mark.parametrize(
    "behind",
    [
        '<w:shd w:val="clear" w:color="auto" w:fill="1F4E68"/>',
        '<w:highlight w:val="darkBlue"/>',
    ],
)
def test_what_is_behind_them_counts(folder: Path, behind: str) -> None:
    assert told(folder, coloured("White on blue", "FFFFFF", behind)) == []
    (said,) = told(folder, coloured("Black on blue", "111111", behind))
    assert "near 'Black on blue'" in said
    assert "the nearest" not in said


def test_a_shaded_cell_counts_too(folder: Path) -> None:
    cell = '<w:tcPr><w:shd w:val="clear" w:fill="1F4E68"/></w:tcPr>' + coloured("Name", "FFFFFF")
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
    table = f"<w:tbl>{grid}<w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    assert told(folder, table + paragraph("End")) == []


def test_a_colour_comes_from_a_style_and_what_it_is_based_on(folder: Path) -> None:
    pale = style("Pale", '<w:rPr><w:color w:val="AAAAAA"/></w:rPr>')
    header = paragraph("Interlake", "Head")
    (said,) = told(folder, header, pale + style("Head", "", based_on="Pale"))
    assert "header, near 'Interlake'" in said


def test_an_automatic_colour_is_words_own_choice(folder: Path) -> None:
    assert told(folder, coloured("Black or white", "auto")) == []


def test_words_in_a_box_are_left_since_what_is_behind_them_is_not_known(folder: Path) -> None:
    box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{coloured('Box', 'FFFFFF')}</w:txbxContent>"
    header = f"{box}</v:textbox></w:pict></w:r></w:p>".replace(
        "<w:pict>", '<w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
    )
    assert told(folder, header + paragraph("Interlake")) == []


def test_a_style_that_the_documents_take_over_is_told_once(folder: Path) -> None:
    pale = '<w:rPr><w:color w:val="AAAAAA"/></w:rPr>'
    assert told(folder, paragraph("Interlake"), style("heading 2", pale) + style("Odd", pale)) == [
        f"{folder / LETTERHEAD}: style 'heading 2': warning: these words are hard to read: "
        f"#AAAAAA on white (contrast 2.3 {ASKED}; the nearest that will do: #707070"
    ]


def test_a_shade_of_the_rota_is_told(folder: Path) -> None:
    dark = '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="1F4E68"/></w:rPr>'
    (said,) = told(folder, paragraph("Interlake"), style("Shade A", dark, "character"))
    assert "style 'shade a': warning: these words are hard to read: #55636E on #1F4E68" in said


def test_the_head_of_tables_is_told(folder: Path) -> None:
    head = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr></w:tblStylePr>'
    )
    (said,) = told(folder, paragraph("Interlake"), style("House Table", head, "table"))
    assert "style 'house table', first row: warning" in said


def test_the_house_style_itself_is_fit_to_read(folder: Path) -> None:
    house = (built_in_folder() / "house-style.docx").read_bytes()
    (folder / LETTERHEAD).write_bytes(house)
    assert list(Templates(folder).hard_to_read()) == []


@pytest.mark.parametrize("content", [None, b"%PDF-1.7"])
def test_without_one_that_can_be_read_nothing_is_told_here(
    folder: Path, content: bytes | None
) -> None:
    if content:
        (folder / LETTERHEAD).write_bytes(content)
    assert list(Templates(folder).hard_to_read()) == []
    assert list(Templates().hard_to_read()) == []
