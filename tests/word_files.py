"""Small Word files, written for a test from the XML that matters in it."""

import subprocess
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from jobshare_docs.libreoffice import find

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN_TYPES = {"document": "document.main"}

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>
  <w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/>
  <w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Haus"><w:name w:val="House Section"/>
  <w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Leer"><w:name w:val="Unlisted Heading"/>
  <w:basedOn w:val="Titre1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkte"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def word_file(
    body: str,
    *,
    styles: str = STYLES,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """A .docx whose body is `body`.

    `parts` maps a kind (`numbering`, `header`, `footnotes`) to the XML inside its root; each is
    related to the body under its own name as id, as each of `links` is to an address.
    """
    texts = {"document": f"<w:body>{body}</w:body>", "styles": styles, **(parts or {})}
    files = {
        "[Content_Types].xml": _content_types(texts),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(
            {kind: (kind, f"{kind}.xml") for kind in texts if kind != "document"}, links or {}
        ),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, inside in texts.items():
        root = roots.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
    return archive(files)


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def files_in(document: bytes) -> dict[str, bytes]:
    """The files of an archive by name."""
    with zipfile.ZipFile(BytesIO(document)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str) -> str:
    """A run of text that keeps its edge spaces."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def saved_by_libreoffice(source: Path, folder: Path) -> bytes:
    """A .docx opened and saved again by LibreOffice Writer, with a profile of its own."""
    profile = (folder / "profile").as_uri()
    command = [find(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / source.name).read_bytes()


def _content_types(texts: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" '
        f'ContentType="{_PART_TYPE}.{_MAIN_TYPES.get(kind, kind)}+xml"/>'
        for kind in texts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(
    inside: Mapping[str, tuple[str, str]], links: Mapping[str, str] | None = None
) -> str:
    parts = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, (kind, target) in inside.items()
    )
    addresses = "".join(
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{address}" TargetMode="External"/>'
        for name, address in (links or {}).items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{parts}{addresses}</Relationships>'
