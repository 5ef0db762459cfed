"""Small .docx files written from a few lines of XML, and what is read back from them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from jobshare_docs import archive
from jobshare_docs.word_template import WordTemplate

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{WORD}}}"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DECLARED = f'xmlns:w="{WORD}" xmlns:r="{LINKS}"'

STYLES = f"""<w:styles {DECLARED}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Counted"><w:name w:val="Counted"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {DECLARED}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
PARTS = {
    "document": ("document.main", "document"),
    "header1": ("header", "hdr"),
    "footer1": ("footer", "ftr"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
}


def p(text: str = "", style: str = "") -> str:
    """A paragraph of one run."""
    form = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{form}{r(text)}</w:p>" if text else f"<w:p>{form}</w:p>"


def r(text: str, form: str = "") -> str:
    """A run, its form given as the inside of a w:rPr."""
    written = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{written}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table; each cell is a text, or XML where it begins with <."""
    written = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    grid = "<w:gridCol/>" * max(map(len, rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def cell(content: str) -> str:
    """A cell of a text or of XML."""
    return f"<w:tc>{content if content.startswith('<') else p(content)}</w:tc>"


def written(folder: Path, body: str, name: str = "letter.docx", **more: str) -> Path:
    """A .docx with this body; further parts by name: header1="<w:p/>", links='<Relationship …'."""
    path = folder / name
    path.write_bytes(document(body, **more))
    return path


def document(body: str, **more: str) -> bytes:
    """The bytes of such a .docx."""
    files = {"word/styles.xml": more.pop("styles", STYLES)}
    overrides = {"/word/styles.xml": "styles"}
    if more.pop("numbering", "yes") == "yes":
        files["word/numbering.xml"], overrides["/word/numbering.xml"] = NUMBERING, "numbering"
    links = more.pop("links", "")
    core = more.pop("core", "")
    for part, content in {"document": f"<w:body>{body}</w:body>", **more}.items():
        kind, root = PARTS[part]
        files[f"word/{part}.xml"] = f"<w:{root} {DECLARED}>{content}</w:{root}>"
        overrides[f"/word/{part}.xml"] = kind
        if part != "document":
            links += _relation(part, kind)
    links += "".join(_relation(n, n) for n in ("styles", "numbering") if f"word/{n}.xml" in files)
    files["word/_rels/document.xml.rels"] = _relations(links)
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="word/document.xml"/>'
    )
    if core:
        files["docProps/core.xml"] = core
    return archive.joined(
        archive.deflated(name, content.encode())
        for name, content in {"[Content_Types].xml": _types(overrides), **files}.items()
    )


def rendered(path: Path, values: Mapping[str, Any], **filters: Any) -> dict[str, etree._Element]:
    """The XML parts of a rendered template, by name."""
    return parts(WordTemplate.load(path, filters=filters).render(values))


def parts(document: bytes) -> dict[str, etree._Element]:
    """The XML parts of a document, by name; each must be well-formed."""
    return {
        entry.name: etree.fromstring(archive.inflated(entry))
        for entry in archive.entries(document)
        if entry.name.endswith((".xml", ".rels"))
    }


def body(document: Mapping[str, etree._Element]) -> etree._Element:
    """The w:body of a document."""
    found = document["word/document.xml"].find(f"{W}body")
    assert found is not None
    return found


def lines(root: etree._Element) -> list[str]:
    """The text of every paragraph: tabs as tabs, breaks as newlines."""
    return [text_of(paragraph) for paragraph in root.iter(f"{W}p")]


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        marks.get(str(element.tag), element.text or "")
        for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
    )


def rows(root: etree._Element) -> list[list[str]]:
    """The texts of the cells of every row."""
    return [
        ["\n".join(lines(cell)) for cell in row.iterchildren(f"{W}tc")]
        for row in root.iter(f"{W}tr")
    ]


def _relation(target: str, kind: str) -> str:
    return f'<Relationship Id="{target}" Type="{LINKS}/{kind}" Target="{target}.xml"/>'


def _relations(content: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{content}</Relationships>'


def _types(overrides: Mapping[str, str]) -> str:
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{TYPE}{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>{listed}</Types>'
    )
