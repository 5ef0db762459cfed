"""A LibreOffice that goes on behind a document on which it breaks off or stands still."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from threading import Event

from jobshare_docs.libreoffice.finding import patience
from jobshare_docs.libreoffice.running import Conversion, convert

_TRIES = 5  # starts in a row that make nothing: then it is LibreOffice, and no document
_GIVEN_UP = "LibreOffice failed {tries} times in a row and was not started again; last, {reason}"


class Press:
    """Makes PDFs of many Word files, each start of LibreOffice going as far as it comes.

    Several threads may use one. `seconds` limits the time for a document, as `convert` has it;
    raises ProblemsFound where the person set it to no number.
    """

    def __init__(self, office: Path, seconds: float | None = None) -> None:
        self._office, self._seconds = office, seconds or patience()
        self._stopped = Event()
        self._fruitless = 0
        self._reason = ""

    def stop(self) -> None:
        """End every LibreOffice that runs, and begin none."""
        self._stopped.set()

    def conversions(self, files: Sequence[Path], folder: Path) -> list[Conversion]:
        """What became of each file; `folder` takes whatever LibreOffice writes.

        A file on which it broke off has no PDF; the next start begins with the one behind it.
        """
        found: list[Conversion] = []
        starts = count()
        while (left := files[len(found) :]) and not self._is_over():
            found += self._one_start(left, folder / str(next(starts)))
        return [*found, *(Conversion(file, None, self._given_up()) for file in left)]

    def _one_start(self, files: Sequence[Path], folder: Path) -> list[Conversion]:
        """What became of the files that one start came to."""
        found = convert(files, folder, self._office, self._seconds, self._stopped)
        made = [place for place, each in enumerate(found) if each.pdf is not None]
        self._fruitless = 0 if made else self._fruitless + 1
        if not found[-1].broke_off:
            return found
        broken = made[-1] + 1 if made else 0
        self._reason = found[broken].reason
        return found[: broken + 1]

    def _is_over(self) -> bool:
        return self._stopped.is_set() or self._fruitless >= _TRIES

    def _given_up(self) -> str:
        return _GIVEN_UP.format(tries=_TRIES, reason=self._reason)
