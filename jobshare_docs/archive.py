"""A .docx as a list of zip entries, taken apart and joined without touching what does not change.

The standard `zipfile` reads the directory; the rest is by hand, because a letter is mostly parts
that stay as they are: their deflated bytes are copied, never inflated.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

ENTRIES_AT_MOST = 2_000
ENTRY_AT_MOST = 64 * 1024 * 1024
ARCHIVE_AT_MOST = 256 * 1024 * 1024
RATIO_AT_MOST = 200
RATIO_MATTERS_FROM = 1024 * 1024

STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
LEAST_WINDOW_BITS = 10
ENCRYPTED_FLAG, UNICODE_NAME_FLAG = 0x1, 0x800
FIRST_OF_JANUARY_1980 = 0x21

LOCAL_HEADER = struct.Struct("<4s5H3L2H")
# what a header in the list of contents has after what it shares with the file's own header
CENTRAL_END = struct.Struct("<3H2L")
END_OF_ARCHIVE = struct.Struct("<4s4H2LH")


class ArchiveError(ValueError):
    """An archive that cannot be read, in plain words and with a next step."""


class Entry(NamedTuple):
    """One file of an archive: `data` as it is stored there, `size` and `crc` of the content."""

    name: str
    crc: int
    size: int
    method: int
    data: bytes


def entries(document: bytes) -> list[Entry]:
    """The entries of an archive in its own order, still deflated.

    Number, sizes and ratios are checked on the directory, before anything is inflated. Raises
    ArchiveError.
    """
    if not document:
        raise ArchiveError("the file is empty; save it again in Word as a .docx")
    directory = _directory(document)
    _check_sizes(directory, len(document))
    return [_entry(document, listed) for listed in directory]


def inflated(entry: Entry) -> bytes:
    """The content of an entry; raises ArchiveError where it is not what the directory promised."""
    content = entry.data if entry.method == STORED else _inflate(entry)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise _damaged(f"'{entry.name}' in it is not whole")
    return content


def deflated(name: str, content: bytes, level: int = 6) -> Entry:
    """An entry made of `content`, deflated at `level` (zlib's, 1 to 9)."""
    # a window no larger than the content: for a short part, clearing one is most of the work
    bits = min(max(len(content).bit_length(), LEAST_WINDOW_BITS), zlib.MAX_WBITS)
    deflate = zlib.compressobj(level, zlib.DEFLATED, -bits, min(bits - 6, zlib.DEF_MEM_LEVEL))
    data = deflate.compress(content) + deflate.flush()
    return Entry(name, zlib.crc32(content), len(content), DEFLATED, data)


def joined(parts: Iterable[Entry]) -> bytes:
    """An archive of these entries, in this order; equal entries give equal bytes."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in parts:
        name = entry.name.encode()
        header = _header(entry, len(name))
        files += (header, name, entry.data)
        end = CENTRAL_END.pack(0, 0, 0, 0, offset)
        directory += (b"PK\x01\x02\x14\x00", header[4:], end, name)
        offset += len(header) + len(name) + len(entry.data)
    listing = b"".join(directory)
    count = len(directory) // 4
    last = END_OF_ARCHIVE.pack(b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*files, listing, last))


def _header(entry: Entry, name_length: int) -> bytes:
    """The header of a file; the one in the list of contents says the same after four bytes."""
    name, crc, size, method, data = entry
    flags = 0 if name.isascii() else UNICODE_NAME_FLAG
    date = FIRST_OF_JANUARY_1980
    sizes = crc, len(data), size, name_length
    return LOCAL_HEADER.pack(b"PK\x03\x04", 20, flags, method, 0, date, *sizes, 0)


def _directory(document: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(BytesIO(document)) as archive:
            return [listed for listed in archive.infolist() if not listed.filename.endswith("/")]
    # zipfile lets struct's, codec's and its own errors through for damaged directories
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError) as error:
        if document.startswith(b"PK"):
            raise _damaged("its list of contents cannot be read") from error
        raise ArchiveError(_what_else_it_is(document)) from error


def _what_else_it_is(document: bytes) -> str:
    if document.startswith(b"\xd0\xcf\x11\xe0"):
        return "this is an old .doc or a password-protected file; save it in Word as a .docx"
    if document.startswith(b"{\\rtf"):
        return "this is an RTF file; save it in Word as a .docx"
    if document.startswith(b"%PDF"):
        return "this is a PDF; give the Word file it was made from"
    return "this is not a Word document; save it in Word as a .docx"


def _check_sizes(directory: list[zipfile.ZipInfo], length: int) -> None:
    if len(directory) > ENTRIES_AT_MOST:
        raise _too_large(f"it holds {len(directory):,} files, more than {ENTRIES_AT_MOST:,}")
    names = [listed.filename for listed in directory]
    if not all(names):
        raise _damaged("a file in it has no name")
    if len(set(names)) < len(names):
        raise _damaged("it holds two files of one name")
    if sum(listed.compress_size for listed in directory) > length:
        raise _damaged("its list of contents promises more than the file holds")
    if sum(listed.file_size for listed in directory) > ARCHIVE_AT_MOST:
        raise _too_large(f"it would unpack to more than {ARCHIVE_AT_MOST // 1024**2} MiB")
    for listed in directory:
        _check_size(listed)


def _check_size(listed: zipfile.ZipInfo) -> None:
    if listed.flag_bits & ENCRYPTED_FLAG:
        raise ArchiveError("the file is encrypted; save it in Word without a password")
    if listed.compress_type not in (STORED, DEFLATED):
        raise _damaged(f"'{listed.filename}' in it is packed in a way Word does not use")
    if listed.file_size > ENTRY_AT_MOST:
        raise _too_large(f"'{listed.filename}' unpacks to more than {ENTRY_AT_MOST // 1024**2} MiB")
    swollen = listed.file_size > RATIO_AT_MOST * max(listed.compress_size, 1)
    if swollen and listed.file_size > RATIO_MATTERS_FROM:
        raise _too_large(f"'{listed.filename}' unpacks to over {RATIO_AT_MOST} times its size")


def _entry(document: bytes, listed: zipfile.ZipInfo) -> Entry:
    header = document[listed.header_offset : listed.header_offset + LOCAL_HEADER.size]
    if len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise _damaged(f"'{listed.filename}' is not where the list of contents says")
    name_length, extra_length = LOCAL_HEADER.unpack(header)[-2:]
    start = listed.header_offset + LOCAL_HEADER.size + name_length + extra_length
    data = document[start : start + listed.compress_size]
    return Entry(listed.filename, listed.CRC, listed.file_size, listed.compress_type, data)


def _inflate(entry: Entry) -> bytes:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        # one byte more than promised is enough to see a lie, and bounds the memory
        return inflate.decompress(entry.data, entry.size + 1)
    except zlib.error as error:
        raise _damaged(f"'{entry.name}' in it is not whole") from error


def _damaged(what: str) -> ArchiveError:
    return ArchiveError(f"the file is damaged: {what}; open it in Word and save it again")


def _too_large(what: str) -> ArchiveError:
    return ArchiveError(f"the file is too large to be a letter: {what}; use another file")
