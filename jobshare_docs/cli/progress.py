"""How far a batch is, on standard error: one line that is written over, or a line now and then."""

import sys
from time import monotonic
from typing import TextIO

from jobshare_docs.batch.counting import Progress

_BAR = 24
_ON_A_TERMINAL, _ELSEWHERE = 0.1, 10.0  # seconds between two lines


class ProgressLine:
    """Tells of rows done, of the rate, and of the time left."""

    def __init__(self, total: int, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._total = total
        self._stream = stream or sys.stderr
        self._is_terminal = self._stream.isatty()
        self._quiet = quiet
        self._began = self._said = monotonic()
        self.last = Progress()

    def __call__(self, done: Progress) -> None:
        """Hear of one more row."""
        self.last = done
        now = monotonic()
        if now - self._said >= (_ON_A_TERMINAL if self._is_terminal else _ELSEWHERE):
            self._said = now
            self._write(self._line(now))

    def rate(self) -> float:
        """Rows a second so far."""
        return self.last.rows / max(monotonic() - self._began, 0.001)

    def clear(self) -> None:
        """Take the line away, before anything else is said."""
        if self._is_terminal and not self._quiet:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, now: float) -> str:
        rows, rate = self.last.rows, self.last.rows / (now - self._began)
        left = _clock((self._total - rows) / rate) if rate else "?"
        said = f"{rows:,} of {self._total:,} rows, {rate:,.0f} a second, {left} left"
        if self.last.refused:
            said += f", {self.last.refused:,} refused"
        if not self._is_terminal:
            return said
        filled = _BAR * rows // max(self._total, 1)
        return f"[{'#' * filled}{' ' * (_BAR - filled)}] {said}"

    def _write(self, line: str) -> None:
        if self._quiet:
            return
        self._stream.write(f"\r{line}\x1b[K" if self._is_terminal else f"{line}\n")
        self._stream.flush()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
