"""One run of LibreOffice over many files, with a limit to its time."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

from jobshare_docs.libreoffice.finding import patience
from jobshare_docs.libreoffice.profile import make_profile

_TO_START = 5  # so many times longer may the first take, with the start before it
_LOOKS = 0.1  # seconds between two looks at how far it is
_OF_NO_HELP = ("convert ", "/", "-", "[")  # what it is about to do, and where in it it broke off
_AT_MOST = 200  # characters of what LibreOffice said
_OWN_FOLDERS = ("TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of one file: its PDF, or None and why, in words that fit after a colon.

    `broke_off` tells that LibreOffice did not come to its own end, so that others may lack theirs.
    """

    file: Path
    pdf: Path | None
    reason: str = ""
    broke_off: bool = False


def convert(
    files: Sequence[Path],
    folder: Path,
    office: Path,
    seconds: float | None = None,
    stop: Event | None = None,
) -> list[Conversion]:
    """PDFs of Word files, made by one start of LibreOffice, in a folder of their own.

    `folder` is empty or not there yet, and takes the profile and every temporary file too; each
    PDF has its file's name, so two files must not have the same. It is ended where it takes longer
    than `seconds` for a file (None: as the person set it, else half a minute), and as soon as
    `stop` is set; what was made until then counts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    profile, temporary, made = folder / "profile", folder / "temporary", folder / "pdf"
    make_profile(profile)
    temporary.mkdir()
    made.mkdir()
    command = _command(office, profile, made, files)
    watch = _Watch(made, patience() if seconds is None else seconds, stop or Event())
    end, broke_off = _ended(command, temporary, folder / "said.txt", watch)
    pdfs = [(file, made / f"{file.stem}.pdf") for file in files]
    return [_conversion(file, pdf, end, broke_off) for file, pdf in pdfs]


class _Watch:
    """Tells when a run is to be ended: it was asked to, or has made nothing more for too long."""

    def __init__(self, made: Path, seconds: float, stop: Event) -> None:
        self.seconds = seconds
        self._made, self._stop = made, stop
        self._count = 0
        self._until = monotonic() + seconds * _TO_START

    def is_over(self) -> bool:
        """Whether it is; to be asked now and then."""
        count = sum(1 for _ in os.scandir(self._made))
        if count > self._count:
            self._count, self._until = count, monotonic() + self.seconds
        return self._stop.is_set() or monotonic() > self._until


def _command(office: Path, profile: Path, made: Path, files: Iterable[Path]) -> list[str]:
    options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    return [
        str(office),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *options,
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(made.resolve())),
        *(str(file.resolve()) for file in files),
    ]


def _conversion(file: Path, pdf: Path, end: str, broke_off: bool) -> Conversion:
    """A PDF counts if it is whole: one cut short has no end."""
    with suppress(OSError):
        if b"%%EOF" in pdf.read_bytes()[-1024:]:
            return Conversion(file, pdf)
    return Conversion(file, None, end, broke_off)


def _ended(command: list[str], temporary: Path, log: Path, watch: _Watch) -> tuple[str, bool]:
    """Run to the end, or until it is to be ended; how it ended, in words, and whether too soon."""
    with log.open("wb") as said:
        try:
            status = _status(command, temporary, said.fileno(), watch)
        except subprocess.TimeoutExpired:
            seconds = watch.seconds
            return f"LibreOffice had not finished after {seconds:g} seconds and was stopped", True
        except OSError as error:
            return f"'{command[0]}' cannot be started ({error.strerror or error})", True
    last = _last_line(log)
    told = f" and said: {last}" if last else ""
    ended = f"broke off ({_named(status)})" if status else "ended without making it"
    return f"LibreOffice {ended}{told}", bool(status)


def _named(status: int) -> str:
    """A status as people name it: less than nought is the signal that ended it."""
    with suppress(ValueError):
        if status < 0:
            return signal.Signals(-status).name
    return f"status {status}"


def _status(command: list[str], temporary: Path, log: int, watch: _Watch) -> int:
    """The exit status; where it is ended, or interrupted, no child of the program is left."""
    process = subprocess.Popen(  # noqa: S603  # a program that the person installed or named
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        env=_environment(temporary),
        cwd=temporary,
        start_new_session=True,  # so that its children can be ended with it
    )
    try:
        return _waited_for(process, watch)
    finally:
        if process.poll() is None:
            _end(process)


def _waited_for(process: "subprocess.Popen[bytes]", watch: _Watch) -> int:
    """The exit status; raises TimeoutExpired where the run is to be ended."""
    while True:
        try:
            return process.wait(timeout=_LOOKS)
        except subprocess.TimeoutExpired:
            if watch.is_over():
                raise


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program and its children: soffice is a script that starts others."""
    if sys.platform == "win32":
        system = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32" / "taskkill.exe"
        kill = [str(system), "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(kill, check=False, capture_output=True)  # noqa: S603  # by its number
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(temporary: Path) -> dict[str, str]:
    """Ours, with every temporary file led into one folder, no window, and UTC as the time."""
    environment = {**os.environ, **dict.fromkeys(_OWN_FOLDERS, str(temporary)), "TZ": "UTC"}
    if sys.platform == "linux":
        # Without UTF-8, LibreOffice cannot open a file with an accent in its name.
        environment |= {"SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"}
    return environment


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    said = [" ".join(line.split()) for line in lines if line.strip()]
    said = [line for line in said if not line.startswith(_OF_NO_HELP)]
    return said[-1][:_AT_MOST] if said else ""
