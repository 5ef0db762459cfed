"""All the documents of a batch in one archive."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

_SUFFIX = ".unfinished"
_THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)


def zip_files(folder: Path, names: Iterable[str], archive: Path) -> None:
    """Put these files of a folder into an archive, which takes its place when it is whole.

    They are stored as they are, since a document is deflated already. Equal files give equal bytes.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    beside = archive.with_name(archive.name + _SUFFIX)
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as made:
            for name in names:
                listed = zipfile.ZipInfo(name, _THE_SAME_DAY)
                made.writestr(listed, (folder / name).read_bytes())
        beside.replace(archive)
    except BaseException:  # an interruption too leaves nothing half-made
        beside.unlink(missing_ok=True)
        raise
