"""The Word templates share one house style, and are fit to be read by everyone."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

PROJECT = Path(__file__).parent.parent
FOLDER = PROJECT / "templates"
MASTER = FOLDER / "house-style.docx"
NAMES = (
    *("benefits", "letter_agreement", "letter_memo", "letter_offer", "proposal", "summary"),
    *("changeover", "posting", "reply", "worksheet"),
)
TEMPLATES = [FOLDER / f"{name}.docx" for name in NAMES]
SHARED = ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/fontTable.xml")
SECTIONS = {
    "purpose": "Statement of purpose",
    "duties": "Division of duties",
    "schedule": "Time schedule",
    "communications": "Communications",
    "space_and_equipment": "Space and equipment",
    "advantages_and_disadvantages": "Advantages and disadvantages",
    "partner": "The partner",
    "precedents": "Examples elsewhere",
    "implementation": "Implementation",
}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = {"w": W}
TAGS = re.compile(r"{[%{].*?[%}]}")

each_template = pytest.mark.parametrize("template", TEMPLATES, ids=NAMES)
each_file = pytest.mark.parametrize("file", [*TEMPLATES, MASTER], ids=[*NAMES, "house-style"])


def part(file: Path, name: str) -> bytes:
    with ZipFile(file) as archive:
        return archive.read(name)


def read(file: Path, name: str) -> etree._Element:
    return etree.fromstring(part(file, name))


def written(file: Path) -> Iterator[tuple[str, etree._Element]]:
    """The parts that hold what is printed: the body, headers and footers."""
    with ZipFile(file) as archive:
        names = [
            n
            for n in archive.namelist()
            if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", n)
        ]
    return ((name, read(file, name)) for name in names)


def find(element: etree._Element, path: str) -> list[etree._Element]:
    return list(element.iterfind(path, SPACES))


def value(element: etree._Element | None, attribute: str = "val") -> str:
    return "" if element is None else element.get(f"{{{W}}}{attribute}", "")


def text(element: etree._Element) -> str:
    nodes = element.iter(f"{{{W}}}t", f"{{{W}}}tab")
    return "".join("\t" if node.tag == f"{{{W}}}tab" else node.text or "" for node in nodes)


def headings(file: Path, style: str) -> list[etree._Element]:
    body = read(file, "word/document.xml")
    return [p for p in body.iter(f"{{{W}}}p") if value(p.find("w:pPr/w:pStyle", SPACES)) == style]


def test_no_template_is_forgotten() -> None:
    assert sorted(path.name for path in FOLDER.glob("[!~]*.docx")) == sorted(
        path.name for path in [*TEMPLATES, MASTER]
    )


@each_template
@pytest.mark.parametrize("name", SHARED)
def test_every_template_has_the_house_style(template: Path, name: str) -> None:
    assert part(template, name) == part(MASTER, name), "run 'make restyle'"


@each_template
def test_every_style_that_a_template_uses_is_in_the_house_style(template: Path) -> None:
    styles = read(template, "word/styles.xml")
    known = {style.get(f"{{{W}}}styleId") for style in find(styles, "w:style")}
    for name, root in written(template):
        used = {
            value(e)
            for kind in ("pStyle", "rStyle", "tblStyle")
            for e in root.iter(f"{{{W}}}{kind}")
        }
        assert used <= known, name


def test_the_proposal_has_the_nine_headings_in_order_each_with_its_bookmark() -> None:
    found = [
        (value(heading.find("w:bookmarkStart", SPACES), "name"), text(heading))
        for heading in headings(FOLDER / "proposal.docx", "Heading1")
    ]
    expected = [(f"section_{key}", title) for key, title in SECTIONS.items()]
    expected.insert(7, ("section_partner", "The remaining work"))
    assert found == expected


@pytest.mark.parametrize("name", [name for name in NAMES if name != "proposal"])
def test_no_other_document_has_a_section_of_a_proposal(name: str) -> None:
    assert headings(FOLDER / f"{name}.docx", "Title")
    assert not headings(FOLDER / f"{name}.docx", "Heading1")


def test_heading_levels_do_not_leap_from_a_title_to_what_follows() -> None:
    styles = read(MASTER, "word/styles.xml")
    levels = {}
    for name in ("Title", "Heading1", "Heading2", "Heading3"):
        style = styles.find(f"w:style[@w:styleId='{name}']", SPACES)
        assert style is not None
        levels[name] = value(style.find("w:pPr/w:outlineLvl", SPACES))
    assert levels == {"Title": "0", "Heading1": "0", "Heading2": "1", "Heading3": "2"}


@each_file
def test_tables_have_a_header_row_a_title_and_rows_that_stay_whole(file: Path) -> None:
    tables = list(read(file, "word/document.xml").iter(f"{{{W}}}tbl"))
    assert tables
    for table in tables:
        caption = value(table.find("w:tblPr//w:tblCaption", SPACES))
        assert caption and value(table.find("w:tblPr//w:tblDescription", SPACES))
        rows = find(table, "w:tr")
        assert rows[0].find("w:trPr/w:tblHeader", SPACES) is not None, caption
        assert all(row.find("w:trPr/w:cantSplit", SPACES) is not None for row in rows), caption
        assert not list(table.iter(f"{{{W}}}gridSpan", f"{{{W}}}vMerge")), caption


@each_file
def test_nothing_floats_and_no_paragraph_or_blank_makes_space(file: Path) -> None:
    for name, root in written(file):
        assert not list(root.iter(f"{{{W}}}drawing", f"{{{W}}}pict", f"{{{W}}}framePr")), name
        for paragraph in root.iter(f"{{{W}}}p"):
            assert text(paragraph) or in_a_row_of_tags(paragraph), name
            assert not re.search(r"[^\S\t]{2}", TAGS.sub("·", text(paragraph))), text(paragraph)


def in_a_row_of_tags(paragraph: etree._Element) -> bool:
    """Whether the row of a paragraph holds nothing but a tag, with which it is taken away."""
    row = next(paragraph.iterancestors(f"{{{W}}}tr"), None)
    return row is not None and TAGS.fullmatch(text(row)) is not None


@each_file
def test_language_title_and_compatibility_are_set_and_nothing_is_left_over(file: Path) -> None:
    styles = read(file, "word/styles.xml")
    assert value(styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", SPACES)) == "en-CA"
    core = part(file, "docProps/core.xml").decode()
    assert re.search(r"<dc:title>.+</dc:title>", core)
    assert "<dc:language>en-CA</dc:language>" in core
    assert (
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in (part(file, "word/settings.xml").decode())
    )
    with ZipFile(file) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"python-docx" not in everything
    assert b"w:rsid" not in everything
    assert b"docProps/custom.xml" in part(file, "_rels/.rels")


def test_text_stands_out_from_every_shade_behind_it() -> None:
    styles = read(MASTER, "word/styles.xml")
    inks = {value(e) for e in styles.iter(f"{{{W}}}color")} - {value_of_tags(styles)}
    shades = {value(e, "fill") for e in styles.iter(f"{{{W}}}shd")} | {"FFFFFF"}
    for template in TEMPLATES:
        shades |= {
            value(e, "fill") for e in read(template, "word/document.xml").iter(f"{{{W}}}shd")
        }
    assert len(inks) >= 3 and len(shades) >= 5
    faint = {(ink, shade) for ink in inks for shade in shades if contrast(ink, shade) < 4.5}
    assert not faint


def value_of_tags(styles: etree._Element) -> str:
    """The colour of lone template tags, which no document prints."""
    style = styles.find("w:style[@w:styleId='TemplateTag']", SPACES)
    assert style is not None
    return value(style.find("w:rPr/w:color", SPACES))


def contrast(ink: str, paper: str) -> float:
    """The contrast of two colours as WCAG reckons it: from 1 to 21."""
    dark, light = sorted((luminance(ink), luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_restyle_gives_a_template_the_styles_of_the_master_and_leaves_the_rest(
    tmp_path: Path,
) -> None:
    for file in [TEMPLATES[0], MASTER]:
        shutil.copy(file, tmp_path)
    astray = tmp_path / "astray.docx"
    rewrite(TEMPLATES[0], astray, "word/styles.xml", b"<other/>")

    done = restyle(tmp_path)

    assert done.stdout.split() == [str(astray)]
    with ZipFile(astray) as ours, ZipFile(TEMPLATES[0]) as whole:
        assert ours.namelist() == whole.namelist()
        assert all(ours.read(name) == whole.read(name) for name in whole.namelist())
    assert restyle(tmp_path).stdout == ""


def test_restyle_writes_tables_as_every_office_knows_them(tmp_path: Path) -> None:
    """As Word saves a table, Office 2007 does not know all of it."""
    shutil.copy(MASTER, tmp_path)
    body = part(TEMPLATES[0], "word/document.xml").decode()
    plain = re.sub(r"</?mc:(AlternateContent|Choice)[^>]*>", "", body)
    as_saved = re.sub(r'(<w:tblLook w:val="\w+")/>', r'\1 w:firstRow="1" w:noVBand="1"/>', plain)
    assert as_saved.count("firstRow") > 1
    rewrite(TEMPLATES[0], tmp_path / "saved.docx", "word/document.xml", as_saved.encode())
    restyle(tmp_path)
    assert part(tmp_path / "saved.docx", "word/document.xml").decode() == body


def restyle(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROJECT / "tools" / "restyle.py"), str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT)


def rewrite(source: Path, target: Path, name: str, content: bytes) -> None:
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for info in old.infolist():
            new.writestr(info, content if info.filename == name else old.read(info))
