"""What LibreOffice gets wrong in a PDF's metadata, put right."""

import re

_PACKET = re.compile(rb"<\?xpacket begin=.*?(?=<\?xpacket end=)", re.DOTALL)
_ESCAPED_TWICE = re.compile(rb"&amp;(amp|lt|gt|quot|apos);")


def mended(pdf: bytes) -> bytes:
    """The PDF with its metadata escaped once: LibreOffice 7.4 writes `O&amp;apos;Rourke`.

    The title in a reader's window comes from there. The packet keeps its length, since the table at
    the PDF's end counts the bytes: its end is padded with blanks, as packets are.
    """
    return _PACKET.sub(_escaped_once, pdf)


def _escaped_once(packet: "re.Match[bytes]") -> bytes:
    return _ESCAPED_TWICE.sub(rb"&\1;", packet[0]).ljust(len(packet[0]))
