"""An organization sets its letterhead once, and every document follows."""

import re
import shutil
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from accessible_word import RULES, Rule, Word
from every_document import EXAMPLES, LAYERS, PROJECT, TODAY
from needed_programs import needs_libreoffice, needs_node
from validation import findings
from word_colours import contrast
from word_files import archive, files_in, paragraph, run, saved_by_libreoffice, word_file

from jobshare_docs import load_answers, order, render
from jobshare_docs.checks.answers import check, missing_in
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.documents.templates import LETTERHEAD, Templates
from jobshare_docs.docx_text import text
from jobshare_docs.letterhead import colours
from jobshare_docs.letterhead.logo import size_of
from jobshare_docs.letterhead.pictures import Picture, PictureError, picture, read_picture
from jobshare_docs.problems import ProblemsFound

HOUSE = {
    "headings": "1F4E68",
    "lines": "B9C4CC",
    "A": "D3E4EF",
    "B": "F6E3C3",
    "both": "D5E3C0",
    "tint": "EEF3F6",
}
OWN = {"headings": "7A1F3D", "lines": "D8B4C0", "A": "F6DDE4", "B": "DDE3F5", "both": "E6DDC8"}
LETTERS = ("letter-offer", "letter-memo", "letter-agreement", "reply")
LETTERHEAD_YAML = """
organization:
  logo: logo.png
  typeface: Cambria
  paper: A4
  colours: {headings: "#7A1F3D", lines: "#D8B4C0", A: "#F6DDE4", B: "#DDE3F5", both: "#E6DDC8"}
"""


def block(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""
    pixels = zlib.compress((b"\0" + b"\x7a\x1f\x3d" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    blocks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(block(*each) for each in blocks)


def jpeg(width: int, height: int) -> bytes:
    """A JPEG without its pixels: a comment, the frame with the size, high before wide, the end."""
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width)
    return b"\xff\xd8\xff\xfe\x00\x04ab" + frame + b"\x03" * 12 + b"\xff\xd9"


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    (tmp_path / "logo.png").write_bytes(png(360, 120))
    (tmp_path / "letterhead.yaml").write_text(LETTERHEAD_YAML, encoding="utf-8")
    return tmp_path / "letterhead.yaml"


def made(example: str, *more: Path, templates: Templates | None = None) -> Mapping[str, bytes]:
    """Every document of an example, with more laid over its answers."""
    folder = PROJECT / "proposals" / example
    layers = [path for name in LAYERS if (path := folder / f"{name}.yaml").exists()]
    answers = load_answers(*layers, *more)
    found: dict[str, bytes] = {}
    for kind in CATALOGUE.values():
        for form in kind.sheets if not missing_in(answers, kind) else ():
            ordered = order(kind.name, TODAY, form=form, templates=templates or Templates())
            found |= render(answers, ordered)
    return found


@pytest.fixture(scope="module")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("letterhead")
    (folder / "logo.png").write_bytes(png(360, 120))
    (folder / "letterhead.yaml").write_text(LETTERHEAD_YAML, encoding="utf-8")
    every: dict[str, bytes] = {}
    for example in EXAMPLES:
        documents = made(example, folder / "letterhead.yaml")
        every |= {f"{example}/{name}": document for name, document in documents.items()}
    return every


def xml(document: bytes) -> dict[str, str]:
    files = files_in(document)
    return {name: files[name].decode() for name in files if name.endswith((".xml", ".rels"))}


def is_letter(name: str) -> bool:
    return Path(name).name.startswith(LETTERS)


class TestEveryDocumentFollows:
    def test_every_kind_is_there(self, dressed: Mapping[str, bytes]) -> None:
        names = {Path(name).stem.partition("-")[0] for name in dressed}
        assert names == set(CATALOGUE)

    def test_no_colour_of_the_house_is_left(self, dressed: Mapping[str, bytes]) -> None:
        for name, document in dressed.items():
            for part, written in xml(document).items():
                for role, colour in HOUSE.items():
                    assert f'"{colour}"' not in written, (name, part, role)

    def test_the_rota_and_its_key_have_the_shades(self, dressed: Mapping[str, bytes]) -> None:
        summary = xml(dressed["community-health-nurse/summary.docx"])
        for role in ("A", "B"):
            assert f'w:fill="{OWN[role]}"' in summary["word/document.xml"]
            assert f'w:fill="{OWN[role]}"' in summary["word/styles.xml"]

    def test_the_typeface_is_the_themes_with_another_in_its_place(
        self, dressed: Mapping[str, bytes]
    ) -> None:
        for document in dressed.values():
            parts = xml(document)
            assert parts["word/theme/theme1.xml"].count('<a:latin typeface="Cambria"/>') == 2
            listed = '<w:font w:name="Cambria"><w:altName w:val="Calibri"/></w:font>'
            assert listed in parts["word/fontTable.xml"]

    def test_the_paper_is_a4_and_tables_end_where_the_text_does(
        self, dressed: Mapping[str, bytes]
    ) -> None:
        for document in dressed.values():
            body = xml(document)["word/document.xml"]
            assert '<w:pgSz w:w="11906" w:h="16838"/>' in body
            assert 'w:left="1418"' in body
            assert '"9404"' not in body
            assert '"9404"' not in xml(document)["word/styles.xml"]
            for table in re.findall(r"<w:tbl>.*?</w:tblGrid>", body):
                columns = re.findall(r'<w:gridCol w:w="(\d+)"', table)
                assert sum(map(int, columns)) == 9070

    def test_the_logo_stands_on_the_first_page_of_letters_alone(
        self, dressed: Mapping[str, bytes]
    ) -> None:
        for name, document in dressed.items():
            pictures = [part for part in files_in(document) if part.startswith("word/media/")]
            assert bool(pictures) == is_letter(name), name

    def test_the_logo_is_told_by_the_name_of_the_organization(
        self, dressed: Mapping[str, bytes]
    ) -> None:
        header = xml(dressed["community-health-nurse/letter-offer-A.docx"])["word/header2.xml"]
        assert 'descr="Interlake Regional Health Services"' in header
        assert "<wp:inline " in header

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
    def test_everyone_can_read_them(self, rule: Rule, dressed: Mapping[str, bytes]) -> None:
        broken = {name: list(rule(Word(document))) for name, document in dressed.items()}
        assert not {name: said for name, said in broken.items() if said}

    @needs_node
    def test_word_finds_nothing_wrong(self, dressed: Mapping[str, bytes], tmp_path: Path) -> None:
        files = []
        for name, document in dressed.items():
            files.append(tmp_path / name.replace("/", " "))
            files[-1].write_bytes(document)
        assert [str(each) for each in findings(files, ["Office2010"])] == []

    def test_they_say_the_same_as_before(self, dressed: Mapping[str, bytes]) -> None:
        for name, document in made("community-health-nurse").items():
            with_logo = text(dressed[f"community-health-nurse/{name}"])
            assert with_logo.replace("\t\n", "\n") == text(document)

    def test_a_letter_of_one_organization_leaves_the_next_as_it_is(self, letterhead: Path) -> None:
        before = made("trial-records-analyst")
        made("trial-records-analyst", letterhead)
        assert made("trial-records-analyst") == before


class TestWhatADocumentCarries:
    def test_a_proposal_carries_colours_but_no_name_of_a_file(self, letterhead: Path) -> None:
        proposal = made("part-time-clerk", letterhead)["proposal.docx"]
        carried = "".join(xml(proposal).values())
        assert "7A1F3D" in carried
        assert "logo.png" not in carried

    def test_a_proposal_can_be_a_layer_where_there_is_no_logo(
        self, letterhead: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "sent").mkdir()
        sent = tmp_path / "sent" / "proposal.docx"
        sent.write_bytes(made("part-time-clerk", letterhead)["proposal.docx"])
        assert not check(load_answers(sent))

    def test_another_logo_is_another_document(self, letterhead: Path) -> None:
        first = made("part-time-clerk", letterhead)
        letterhead.with_name("logo.png").write_bytes(png(200, 200))
        second = made("part-time-clerk", letterhead)
        assert first["letter-memo-A.docx"] != second["letter-memo-A.docx"]
        assert first["proposal.docx"] == second["proposal.docx"]


class TestALogo:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"<?xml version='1.0'?><svg/>", "this is an SVG drawing, which not every Word shows"),
            (b"GIF89a", "this is neither a PNG nor a JPEG picture"),
            (b"", "this is neither a PNG nor a JPEG picture"),
            (png(3, 3)[:20], "the picture in this file cannot be read"),
            (jpeg(3, 3)[:12], "the picture in this file cannot be read"),
            (png(0, 3), "the picture in this file cannot be read"),
            (png(90, 90)[:-20], "the picture in this file is damaged or cut short"),
            (png(9, 9)[:40], "the picture in this file is damaged or cut short"),
            (
                png(9, 9)[:50] + b"?" + png(9, 9)[51:],
                "the picture in this file is damaged or cut short",
            ),
            (jpeg(90, 90)[:-2], "the picture in this file is damaged or cut short"),
        ],
    )
    def test_that_is_no_picture_is_told_with_its_place(
        self, letterhead: Path, content: bytes, message: str
    ) -> None:
        letterhead.with_name("logo.png").write_bytes(content)
        nurse = PROJECT / "proposals" / "community-health-nurse"
        layers = (nurse, nurse / "organization.yaml", nurse / "terms.yaml", letterhead)
        (problem,) = check(load_answers(*layers))
        assert (problem.where, problem.line, problem.column) == (str(letterhead), 3, 9)
        assert problem.message == f"{message}: save the logo as PNG or JPEG and name that file"

    def test_that_has_too_many_pixels_is_told(self) -> None:
        with pytest.raises(PictureError) as error:
            picture(png(20_000, 9))
        assert str(error.value) == (
            "the picture is 20000 by 9 pixels, more than Word shows well: save it smaller, "
            "600 pixels wide say"
        )

    def test_that_is_too_large_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_bytes(png(3, 3) + b"\0" * 2 * 1024 * 1024)
        with pytest.raises(PictureError) as error:
            read_picture(tmp_path / "logo.png")
        assert str(error.value) == (
            "the logo is larger than 2 MiB: save it smaller, 600 pixels wide say"
        )

    @pytest.mark.parametrize(
        ("content", "ending"), [(png(360, 120), "png"), (jpeg(360, 120), "jpeg")]
    )
    def test_has_the_size_that_its_file_says(self, content: bytes, ending: str) -> None:
        assert picture(content) == Picture(content, ending, 360, 120)

    @pytest.mark.parametrize(
        ("width", "height", "expected"),
        [
            (20, 10, (190_500, 95_250)),
            (1000, 1000, (504_000, 504_000)),
            (3000, 300, (1_980_000, 198_000)),
        ],
    )
    def test_stands_in_a_size_that_fits_a_letterhead(
        self, width: int, height: int, expected: tuple[int, int]
    ) -> None:
        assert size_of(Picture(b"", "png", width, height)) == expected


class TestColours:
    @pytest.mark.parametrize("colour", ["FFD700", "FFFFFF", "00FF00", "808080"])
    def test_the_nearest_heading_can_be_read_and_keeps_its_hue(self, colour: str) -> None:
        better = colours.readable_heading(colour)
        for behind in ("FFFFFF", colours.tint(better)):
            assert contrast(better, behind) >= 4.5

    @pytest.mark.parametrize("colour", ["000000", "7A1F3D", "0000FF"])
    def test_on_the_nearest_shade_words_can_be_read(self, colour: str) -> None:
        assert contrast("55636E", colours.readable_shade(colour)) >= 4.5

    @pytest.mark.parametrize("colour", ["1F4E68", "7A1F3D"])
    def test_a_colour_that_will_do_stays(self, colour: str) -> None:
        assert colours.readable_heading(colour) == colour

    @pytest.mark.parametrize("colour", [HOUSE["A"], HOUSE["B"], HOUSE["both"]])
    def test_the_shades_of_the_house_will_do(self, colour: str) -> None:
        assert colours.readable_shade(colour) == colour

    def test_they_are_reckoned_as_wcag_does(self) -> None:
        assert colours.contrast("000000", "FFFFFF") == pytest.approx(21)
        assert colours.contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


MARGINS = 'w:top="1701" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567"'
PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/>'
    f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {MARGINS} w:gutter="0"/></w:sectPr>'
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-CA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/>
  <w:rPr><w:color w:val="7A1F3D"/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>
  <w:basedOn w:val="Standard"/>
  <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Fuzeile"><w:name w:val="footer"/>
  <w:basedOn w:val="Standard"/>
  <w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kopf"><w:name w:val="Our Head"/>
  <w:basedOn w:val="Standard"/><w:rPr><w:b/></w:rPr></w:style>
"""
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId9" TargetMode="External" Target="https://www.interlake.example/" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
    b"</Relationships>"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of templates that holds nothing but a letterhead."""
    folder = tmp_path / "own"
    folder.mkdir()
    header = paragraph("{{ organization.name }}, since 1912", "Kopf") + (
        f'<w:p><w:hyperlink r:id="rId9">{run("www.interlake.example")}</w:hyperlink></w:p>'
    )
    parts = {"header": header, "footer": paragraph("200 Main Street, Selkirk", "Fuzeile")}
    files = dict(files_in(word_file(paragraph("A letter") + PAGE, styles=STYLES, parts=parts)))
    files["word/_rels/header.xml.rels"] = RELATIONS
    (folder / LETTERHEAD).write_bytes(archive(files))
    return folder


class TestALetterheadMadeInWord:
    def test_its_header_and_footer_stand_on_the_first_page_of_letters(self, own: Path) -> None:
        documents = made("community-health-nurse", templates=Templates(own))
        for name, document in documents.items():
            printed = text(document)
            assert ("Interlake Regional Health Services, since 1912" in printed) == is_letter(name)
            assert ("200 Main Street, Selkirk" in printed) == is_letter(name)

    def test_every_document_has_its_page_and_margins(self, own: Path) -> None:
        answers = load_answers(PROJECT / "proposals" / "community-health-nurse")
        for kind in ("proposal", "summary", "changeover"):
            (document,) = render(answers, order(kind, TODAY, templates=Templates(own))).values()
            body = xml(document)["word/document.xml"]
            assert '<w:pgSz w:w="11906" w:h="16838"/>' in body
            assert 'w:top="1701" w:right="1134" w:bottom="1134" w:left="1134"' in body
            assert '"9404"' not in body

    def test_styles_of_the_same_name_look_as_its_own(self, own: Path) -> None:
        for document in made("community-health-nurse", templates=Templates(own)).values():
            styles = xml(document)["word/styles.xml"]
            title = re.search(r'<w:style [^>]*w:styleId="Title".*?</w:style>', styles, re.DOTALL)
            assert title is not None
            assert '<w:color w:val="7A1F3D"/><w:sz w:val="40"/>' in title[0]
            assert '<w:outlineLvl w:val="0"/>' in title[0]
            assert 'w:styleId="Kopf"' in styles
            assert HOUSE["headings"] not in styles

    def test_its_words_keep_their_tabs_and_those_of_the_templates_keep_theirs(
        self, own: Path
    ) -> None:
        letter = made("community-health-nurse", templates=Templates(own))["letter-offer-A.docx"]
        footers = [said for part, said in xml(letter).items() if part.startswith("word/footer")]
        (taken,) = [said for said in footers if "200 Main Street" in said]
        assert '<w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="center" w:pos="4536"/>' in taken
        styles = xml(letter)["word/styles.xml"]
        footer = re.search(r'<w:style [^>]*w:styleId="Footer".*?</w:style>', styles, re.DOTALL)
        assert footer is not None
        assert '<w:tab w:val="right"' in footer[0]
        assert "4536" not in footer[0]

    def test_the_sections_of_a_proposal_stay_numbered_headings(self, own: Path) -> None:
        proposal = made("community-health-nurse", templates=Templates(own))["proposal.docx"]
        styles = xml(proposal)["word/styles.xml"]
        heading = re.search(r'<w:style [^>]*w:styleId="Heading1".*?</w:style>', styles, re.DOTALL)
        assert heading is not None
        assert '<w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/>' in heading[0]

    def test_a_template_of_ones_own_keeps_its_own(self, own: Path) -> None:
        shutil.copy(PROJECT / "templates" / "letter_memo.docx", own)
        documents = made("community-health-nurse", templates=Templates(own))
        assert "since 1912" not in text(documents["letter-memo-A.docx"])
        assert "since 1912" in text(documents["letter-offer-A.docx"])

    def test_what_the_organization_sets_is_put_on_top(self, own: Path, letterhead: Path) -> None:
        documents = made("community-health-nurse", letterhead, templates=Templates(own))
        styles = xml(documents["letter-offer-A.docx"])["word/styles.xml"]
        assert f'w:fill="{OWN["A"]}"' in styles
        assert HOUSE["A"] not in styles

    def test_the_organizations_paper_goes_before_its_own(self, own: Path) -> None:
        letter = made("community-health-nurse", templates=Templates(own))["letter-offer-A.docx"]
        body = xml(letter)["word/document.xml"]
        assert '<w:pgSz w:w="12240" w:h="15840"/>' in body
        assert 'w:left="1134"' in body

    def test_one_that_is_no_word_file_is_told(self, own: Path) -> None:
        (own / LETTERHEAD).write_bytes(b"%PDF-1.7")
        with pytest.raises(ProblemsFound) as error:
            made("community-health-nurse", templates=Templates(own))
        assert str(error.value) == (
            f"{own / LETTERHEAD}: this is a PDF; give the Word file it was made from"
        )

    @needs_node
    def test_word_finds_nothing_wrong(self, own: Path, tmp_path: Path) -> None:
        files = []
        for name, document in made("community-health-nurse", templates=Templates(own)).items():
            files.append(tmp_path / name)
            files[-1].write_bytes(document)
        assert [str(each) for each in findings(files, ["Office2010"])] == []

    @needs_node
    @needs_libreoffice
    def test_one_saved_by_libreoffice_is_taken_too(self, own: Path, tmp_path: Path) -> None:
        saved = saved_by_libreoffice(PROJECT / "templates" / "house-style.docx", tmp_path)
        (own / LETTERHEAD).write_bytes(saved)
        letter = made("community-health-nurse", templates=Templates(own))["letter-offer-A.docx"]
        (tmp_path / "letter.docx").write_bytes(letter)
        assert [str(each) for each in findings([tmp_path / "letter.docx"], ["Office2010"])] == []
