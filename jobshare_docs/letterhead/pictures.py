"""A logo: a PNG or JPEG file, and its size."""

from pathlib import Path
from typing import NamedTuple
from zlib import crc32

MOST_BYTES = 2 * 1024 * 1024
_MOST_PIXELS = 10_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SAVE_AGAIN = "save the logo as PNG or JPEG and name that file"
_SAVE_SMALLER = "save it smaller, 600 pixels wide say"
_END_OF_JPEG, _NEAR_ITS_END = b"\xff\xd9", 2048  # some programs leave something behind it
# The markers of JPEG that hold the size of the picture: all "starts of frame" (ITU T.81, B.1.1.3).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class PictureError(ValueError):
    """A file that cannot stand as a logo, in plain words and with a next step."""


class Picture(NamedTuple):
    """A picture as it lies in its file; `ending` is `png` or `jpeg`, the size is in pixels."""

    content: bytes
    ending: str
    width: int
    height: int

    @property
    def content_type(self) -> str:
        """What the picture is called in a package."""
        return f"image/{self.ending}"


def read_picture(path: Path) -> Picture:
    """The picture in a file; raises PictureError."""
    return picture(_content(path))


def picture(content: bytes) -> Picture:
    """The picture that these bytes are; raises PictureError."""
    if content.startswith(_PNG):
        ending, size, is_whole = "png", _png_size(content), _is_whole_png(content)
    elif content.startswith(_JPEG):
        ending, size = "jpeg", _jpeg_size(content)
        is_whole = _END_OF_JPEG in content[-_NEAR_ITS_END:]
    else:
        raise PictureError(f"{_what_else_it_is(content)}: {_SAVE_AGAIN}")
    if size is None or not all(size):
        raise PictureError(f"the picture in this file cannot be read: {_SAVE_AGAIN}")
    if not is_whole:
        raise PictureError(f"the picture in this file is damaged or cut short: {_SAVE_AGAIN}")
    if max(size) > _MOST_PIXELS:
        said = "the picture is {} by {} pixels, more than Word shows well".format(*size)
        raise PictureError(f"{said}: {_SAVE_SMALLER}")
    return Picture(content, ending, *size)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise PictureError(
            f"there is no file '{path.name}': a logo is looked for beside the file that names it"
        ) from error
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise PictureError(f"'{path.name}' cannot be read ({reason}): name a picture") from error
    if len(content) > MOST_BYTES:
        raise PictureError(f"the logo is larger than 2 MiB: {_SAVE_SMALLER}")
    return content


def _what_else_it_is(content: bytes) -> str:
    head = content[:1024].lstrip()
    if b"<svg" in head:
        return "this is an SVG drawing, which not every Word shows"
    return "this is neither a PNG nor a JPEG picture"


def _png_size(content: bytes) -> tuple[int, int] | None:
    """The size in the first block of a PNG, which is always its header."""
    if content[12:16] != b"IHDR" or len(content) < 24:
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def _is_whole_png(content: bytes) -> bool:
    """Whether each block of a PNG has the checksum that it names, up to the one that ends it."""
    place = len(_PNG)
    while place + 12 <= len(content):
        end = place + 8 + int.from_bytes(content[place : place + 4])
        said = int.from_bytes(content[end : end + 4])
        if crc32(content[place + 4 : end]) != said:
            return False
        if content[place + 4 : place + 8] == b"IEND":
            return True
        place = end + 4
    return False


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """The size in the frame of a JPEG, found by going from marker to marker."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _FRAMES:
            high, wide = content[place + 5 : place + 7], content[place + 7 : place + 9]
            return int.from_bytes(wide), int.from_bytes(high)
        if marker == 0xFF:  # a filling byte
            place += 1
        else:
            place += 2 + int.from_bytes(content[place + 2 : place + 4])
    return None
