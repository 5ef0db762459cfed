"""A Word file as plain text: what a person reads in it, in the order in which it is read."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needed_programs import needs_libreoffice
from word_files import (
    STYLES,
    R,
    W,
    archive,
    files_in,
    paragraph,
    run,
    saved_by_libreoffice,
    word_file,
)

from jobshare_docs.docx_text import DocxError, paragraphs, sections, text

LISTS = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>
    <w:pStyle w:val="Punkte"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%1%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>
    <w:lvlText w:val="%3"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def item(text: str, number: int, level: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=listed)


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def words_of(body: str) -> list[str]:
    return [found.text for found in paragraphs(word_file(body))]


class TestHeadings:
    def test_are_known_by_the_name_of_their_style_whatever_its_id(self) -> None:
        body = paragraph("Hours", "Titre1") + paragraph("Week 1", "Titre2") + paragraph("Words")
        assert text(word_file(body)) == "# Hours\n\n## Week 1\n\nWords\n"

    def test_are_inherited_from_the_style_that_a_style_is_based_on(self) -> None:
        body = paragraph("Hours", "Haus") + paragraph("No heading", "Leer")
        found = paragraphs(word_file(body))
        assert [(p.style, p.level) for p in found] == [
            ("House Section", 1),
            ("Unlisted Heading", None),
        ]

    def test_may_be_set_on_a_paragraph_alone(self) -> None:
        body = paragraph("Hours", properties='<w:outlineLvl w:val="2"/>')
        assert text(word_file(body)) == "### Hours\n"

    def test_are_not_begun_by_the_title_of_the_document(self) -> None:
        title = (
            '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/>'
            '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        )
        document = word_file(paragraph("Proposal", "Titel"), styles=STYLES + title)
        assert text(document) == "Proposal\n"
        assert sections(document) == []

    def test_are_known_where_the_document_does_not_define_the_style(self) -> None:
        assert text(word_file(paragraph("Hours", "Heading1"), styles="")) == "# Hours\n"

    def test_end_although_styles_are_based_on_each_other_in_a_circle(self) -> None:
        circle = "".join(
            f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/>'
            f'<w:basedOn w:val="{other}"/></w:style>'
            for one, other in (("a", "b"), ("b", "a"))
        )
        assert text(word_file(paragraph("Words", "a"), styles=circle)) == "Words\n"


class TestLists:
    def test_keep_their_markers_and_count_on_after_other_text(self) -> None:
        body = (
            item("one", 2) + item("a", 2, 1) + item("b", 2, 1) + item("deep", 2, 2)
            + paragraph("Between") + item("two", 2) + item("a again", 2, 1)
        )  # fmt: skip
        assert text(word_file(body, parts={"numbering": LISTS})) == (
            "1. one\n  1a) a\n  1b) b\n    III deep\n\nBetween\n\n2. two\n  2a) a again\n"
        )

    def test_start_again_where_a_list_says_so(self) -> None:
        body = item("one", 2) + item("two", 2) + item("anew", 3) + item("on", 3)
        printed = text(word_file(body, parts={"numbering": LISTS}))
        assert printed == "1. one\n2. two\n1. anew\n2. on\n"

    def test_may_come_from_the_style_and_be_switched_off(self) -> None:
        off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        body = (
            paragraph("log", "Punkte")
            + paragraph("mail", "Punkte")
            + paragraph("no bullet", "Punkte", off)
        )
        printed = text(word_file(body, parts={"numbering": LISTS}))
        assert printed == "- log\n- mail\n\nno bullet\n"

    def test_number_headings(self) -> None:
        body = paragraph("Purpose", "Titre1", '<w:numPr><w:numId w:val="2"/></w:numPr>')
        document = word_file(body, parts={"numbering": LISTS})
        assert text(document) == "# 1. Purpose\n"
        assert sections(document)[0].heading == "Purpose"

    def test_break_their_lines_under_their_words(self) -> None:
        body = item("one</w:t><w:br/><w:t>more", 2)
        assert text(word_file(body, parts={"numbering": LISTS})) == "1. one\n   more\n"


class TestTables:
    def test_stand_in_columns(self) -> None:
        body = table(
            row(cell(paragraph("Task")), cell(paragraph("Who"))),
            row(cell(paragraph("Referrals and intakes")), cell(paragraph("On duty"))),
        )
        assert text(word_file(body)) == (
            "Task                  | Who\nReferrals and intakes | On duty\n"
        )

    def test_keep_a_row_in_a_line_and_a_long_sentence_whole(self) -> None:
        long = "Divided equally by site, and each partner is the contact for her own sites."
        body = table(
            row(cell(paragraph("a</w:t><w:br/><w:t>b") + paragraph("c")), cell(paragraph("d"))),
            row(cell(paragraph(long)), cell(paragraph("e"))),
        )
        assert text(word_file(body)) == f"a / b / c | d\n{long} | e\n"

    def test_leave_merged_cells_empty(self) -> None:
        body = table(
            row(cell(paragraph("wide"), '<w:gridSpan w:val="2"/>'), cell(paragraph("x"))),
            row(
                cell(paragraph("ghost"), "<w:vMerge/>"),
                cell(paragraph("b")),
                cell(paragraph("c")),
            ),
        )
        assert text(word_file(body)) == "wide |   | x\n     | b | c\n"

    def test_are_found_in_tables_and_content_controls(self) -> None:
        inner = table(row(cell(paragraph("in")), cell(paragraph("deep"))))
        control = f"<w:sdt><w:sdtContent>{row(cell(inner))}</w:sdtContent></w:sdt>"
        document = word_file(table(row(cell(paragraph("out"))), control))
        assert text(document) == "out\nin / deep\n"
        assert [found.in_table for found in paragraphs(document)] == [True, True, True]


class TestTrackedChanges:
    def test_are_accepted(self) -> None:
        body = (
            f"<w:p>{run('She works ')}<w:del>{run('five')}</w:del><w:ins>{run('three')}</w:ins>"
            f"<w:moveFrom>{run(' gone')}</w:moveFrom><w:moveTo>{run(' days')}</w:moveTo></w:p>"
        )
        assert words_of(body) == ["She works three days"]

    def test_join_paragraphs_whose_mark_was_deleted(self) -> None:
        mark = "<w:rPr><w:del/></w:rPr>"
        body = paragraph("One ", "Titre1", mark) + paragraph("whole") + paragraph("end", "", mark)
        found = paragraphs(word_file(body))
        assert [(p.text, p.level) for p in found] == [("One whole", None), ("end", None)]

    def test_take_rows_and_cells_away(self) -> None:
        body = table(
            row(cell(paragraph("gone")), properties="<w:del/>"),
            row(cell(paragraph("gone"), "<w:cellDel/>"), cell(paragraph("kept"))),
        )
        assert words_of(body) == ["kept"]


class TestWords:
    def test_keep_tabs_breaks_and_hyphens(self) -> None:
        body = (
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
            '<w:t>d</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/>'
            '<w:sym w:char="nonsense"/><w:sym w:char="00E9"/></w:r></w:p>'
        )
        assert words_of(body) == ["a\tb\nc\N{NON-BREAKING HYPHEN}d□□é"]

    def test_drop_edge_spaces_that_are_not_kept(self) -> None:
        assert words_of("<w:p><w:r><w:t> a\n b </w:t></w:r></w:p>") == ["a  b"]

    def test_leave_out_what_is_hidden(self) -> None:
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
        assert words_of(f"<w:p>{hidden}{shown}</w:p>") == ["shown"]

    def test_give_the_address_of_a_link_unless_it_is_its_words(self) -> None:
        links = {"l1": "https://guide.example/", "l2": "mailto:hr@interlake.example"}
        body = (
            f'<w:p><w:hyperlink r:id="l1">{run("the guideline")}</w:hyperlink>, '
            f'<w:hyperlink r:id="l1">{run("https://guide.example")}</w:hyperlink>'
            f'<w:hyperlink r:id="l2">{run("hr@interlake.example")}</w:hyperlink>'
            f'<w:hyperlink w:anchor="below">{run(" below")}</w:hyperlink></w:p>'
        )
        assert [p.text for p in paragraphs(word_file(body, links=links))] == [
            "the guideline <https://guide.example/>https://guide.examplehr@interlake.example below"
        ]

    def test_show_a_field_by_its_result_and_a_page_number_by_a_sign(self) -> None:
        def complex_field(instruction: str, result: str) -> str:
            marks = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in FIELD_MARKS]
            order = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
            return f"{marks[0]}{order}{marks[1]}{run(result)}{marks[2]}"

        link = complex_field('HYPERLINK "https://guide.example"', "the guideline")
        body = (
            f"<w:p>{run('Page ')}{complex_field(' PAGE ', '7')}"
            f'{run(" of ")}<w:fldSimple w:instr="NUMPAGES">{run("9")}</w:fldSimple>'
            f'{run(", ")}<w:fldSimple w:instr="DATE">{run("today")}</w:fldSimple>'
            f"{run(', ')}{link}</w:p>"
        )
        assert words_of(body) == ["Page # of #, today, the guideline <https://guide.example>"]

    def test_take_one_of_two_alternatives_and_text_boxes_after_their_paragraph(self) -> None:
        box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
        body = (
            f"<w:p>{run('Before')}<w:r><mc:AlternateContent>"
            f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
            "</mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            f"</mc:AlternateContent></w:r>{run(' after')}</w:p>"
        )
        document = word_file(body)
        assert text(document) == "Before after\n\nIn the box\n"
        assert [p.in_text_box for p in paragraphs(document)] == [False, True]

    def test_are_read_in_content_controls_and_formulas(self) -> None:
        math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        body = (
            f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:p>"
            f"<w:sdt><w:sdtContent>{run('4 January')}</w:sdtContent></w:sdt>"
            f"<m:oMath xmlns:m='{math}'><m:r><m:t>=2</m:t></m:r></m:oMath></w:p>"
            "</w:sdtContent></w:sdt>"
        )
        assert words_of(body) == ["4 January=2"]


FIELD_MARKS = ("begin", "separate", "end")


def test_headers_notes_and_footers_are_marked() -> None:
    references = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{kind}"/>'
        for kind, pages in (("header", "first"), ("footer", "default"))
    )
    note = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = f"<w:p>{run('Words')}{note}</w:p><w:sectPr>{references}</w:sectPr>"
    parts = {
        "header": paragraph("Interlake"),
        "footer": paragraph("") + paragraph("Confidential"),
        "footnotes": f'<w:footnote w:id="-1">{paragraph("separator")}</w:footnote>'
        f'<w:footnote w:id="7">{paragraph("A note.")}</w:footnote>',
    }
    document = word_file(body, parts=parts)
    assert text(document) == (
        "[header, first page] Interlake\n\nWords[1]\n\n[1] A note.\n\n[footer] Confidential\n"
    )
    assert [found.part for found in paragraphs(document)] == [
        *("header", "body", "footnote", "footer")
    ]


def test_sections_run_from_one_first_heading_to_the_next() -> None:
    heading = (
        '<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr>'
        f'<w:bookmarkStart w:id="2" w:name="purpose"/>{run("Purpose ")}</w:p>'
    )
    body = (
        paragraph("Front") + heading + paragraph("Why") + paragraph("Small", "Titre2")
        + table(row(cell(paragraph("In a table", "Titre1")), cell(paragraph("x"))))
        + paragraph(" ", "Titre1") + paragraph("Duties", "Titre1")
    )  # fmt: skip
    document = word_file(body)
    found = [(s.heading, s.bookmark, s.texts) for s in sections(document)]
    assert found == [
        ("Purpose", "purpose", ["Why", "Small", "In a table", "x"]),
        ("Duties", None, []),
    ]
    assert sections(document, with_front=True)[0].texts == ["Front"]


def test_a_strict_document_reads_the_same() -> None:
    strict = {
        name: content.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, content in files_in(word_file(paragraph("Hours", "Titre1"))).items()
    }  # fmt: skip
    assert text(archive(strict)) == "# Hours\n"


def test_an_empty_document_has_no_text() -> None:
    assert text(word_file(paragraph(""))) == ""


def test_a_deeply_nested_document_is_read_or_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 110 + paragraph("deep") + "</w:sdtContent></w:sdt>" * 110
    assert words_of(deep) == ["deep"]
    deeper = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    with pytest.raises(DocxError, match=r"^the part 'word/document.xml' is damaged: "):
        text(word_file(deeper))


def damaged(name: str, content: str | None) -> bytes:
    files: dict[str, str | bytes] = {**files_in(word_file(paragraph("Words")))}
    if content is None:
        del files[name]
    else:
        files[name] = content
    return archive(files)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b"", "the file is empty; save it again in Word as a .docx"),
        (b"Dear Ms. Whitford", "this is not a Word document; save it in Word as a .docx"),
        (
            damaged("word/document.xml", None),
            "this is an archive, but no Word document is in it",
        ),
        (
            damaged("_rels/.rels", None),
            "this is an archive, but no Word document is in it",
        ),
        (
            archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "this is an OpenDocument file, no Word document: save it as .docx",
        ),
        (
            damaged("word/document.xml", "<w:document xmlns:w='urn:x'/>"),
            "this is no Word document: its main part has no body",
        ),
        (
            damaged("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
            "the part 'word/document.xml' has a document type, which no Word document has",
        ),
    ],
)
def test_what_is_no_word_document_is_refused_in_plain_words(document: bytes, message: str) -> None:
    with pytest.raises(DocxError) as refused:
        text(document)
    assert str(refused.value) == message


def test_a_damaged_part_is_named() -> None:
    with pytest.raises(DocxError, match=r"^the part 'word/styles.xml' is damaged: "):
        text(damaged("word/styles.xml", "<w:styles"))


def test_an_excel_workbook_is_refused() -> None:
    rels = files_in(word_file(""))["_rels/.rels"].replace(b"word/document", b"xl/workbook")
    book = archive({"_rels/.rels": rels, "xl/workbook.xml": "<workbook/>"})
    with pytest.raises(DocxError, match=r"^this is an Excel workbook, no Word document: "):
        text(book)


@needs_libreoffice
def test_a_document_saved_by_libreoffice_reads_the_same(tmp_path: Path) -> None:
    body = (
        paragraph("Purpose", "Titre1") + paragraph("Words &amp; more") + paragraph("log", "Punkte")
        + item("one", 2) + item("two", 2)
        + table(
            row(cell(paragraph("Task")), cell(paragraph("Who"))),
            row(cell(paragraph("Intakes")), cell(paragraph("both"))),
        )
        + f'<w:p><w:hyperlink r:id="l1">{run("the guideline")}</w:hyperlink></w:p>'
    )  # fmt: skip
    links = {"l1": "https://guide.example/page"}
    document = word_file(body, parts={"numbering": LISTS}, links=links)
    source = tmp_path / "letter.docx"
    source.write_bytes(document)
    saved = saved_by_libreoffice(source, tmp_path / "saved")
    assert text(saved) == text(document)
    assert sections(saved) == sections(document)


RICH = word_file(
    paragraph("Purpose", "Titre1")
    + item("one", 2)
    + table(row(cell(paragraph("Task"), '<w:gridSpan w:val="2"/>')))
    + f'<w:p><w:hyperlink r:id="l1">{run("the guideline")}</w:hyperlink></w:p>',
    parts={"numbering": LISTS},
    links={"l1": "https://guide.example"},
)


@given(
    part=st.sampled_from([name for name in files_in(RICH) if name.endswith((".xml", ".rels"))]),
    place=st.integers(0, 3000),
    length=st.integers(0, 40),
    inserted=st.sampled_from([b"", b"99999999999", b"-1", b'"', b"<w:del>", b"/", b"\xff"]),
)
def test_any_damage_ends_in_text_or_in_one_kind_of_error(
    part: str, place: int, length: int, inserted: bytes
) -> None:
    files: dict[str, str | bytes] = {**files_in(RICH)}
    content = files_in(RICH)[part]
    files[part] = content[:place] + inserted + content[place + length :]
    with suppress(DocxError):
        text(archive(files))
