"""One run of LibreOffice over many files, with a limit to its time."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jobshare_docs.libreoffice.profile import make_profile

_TO_START, _FOR_EACH = 120, 30  # seconds, for a slow machine
_AT_MOST = 200  # characters of what LibreOffice said
_OWN_FOLDERS = ("TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of one file: its PDF, or None and why, in words that fit after a colon."""

    file: Path
    pdf: Path | None
    reason: str = ""


def convert(
    files: Sequence[Path], folder: Path, office: Path, seconds: float | None = None
) -> list[Conversion]:
    """PDFs of Word files, made by one start of LibreOffice, in a folder of their own.

    `folder` is empty or not there yet, and takes the profile and every temporary file too; each
    PDF has its file's name, so two files must not have the same. `seconds` limits the whole run
    (None: two minutes and half a minute a file); what was made until then counts.
    """
    folder.mkdir(exist_ok=True)
    profile, temporary, made = folder / "profile", folder / "temporary", folder / "pdf"
    make_profile(profile)
    temporary.mkdir()
    made.mkdir()
    command = _command(office, profile, made, files)
    limit = _TO_START + _FOR_EACH * len(files) if seconds is None else seconds
    end = _ended(command, temporary, folder / "said.txt", limit)
    return [_conversion(file, made / f"{file.stem}.pdf", end) for file in files]


def _command(office: Path, profile: Path, made: Path, files: Iterable[Path]) -> list[str]:
    options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    return [
        str(office),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *options,
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(made.resolve())),
        *(str(file.resolve()) for file in files),
    ]


def _conversion(file: Path, pdf: Path, end: str) -> Conversion:
    """A PDF counts if it is whole: one cut short has no end."""
    with suppress(OSError):
        if b"%%EOF" in pdf.read_bytes()[-1024:]:
            return Conversion(file, pdf)
    return Conversion(file, None, end)


def _ended(command: list[str], temporary: Path, log: Path, seconds: float) -> str:
    """Run to the end, or to the limit; how it ended, in words."""
    with log.open("wb") as said:
        try:
            status = _status(command, temporary, said.fileno(), seconds)
        except subprocess.TimeoutExpired:
            return f"LibreOffice had not finished after {seconds:g} seconds and was stopped"
        except OSError as error:
            return f"'{command[0]}' cannot be started ({error.strerror or error})"
    last = _last_line(log)
    told = f" and said: {last}" if last else ""
    ended = f"broke off ({_named(status)})" if status else "ended without making it"
    return f"LibreOffice {ended}{told}"


def _named(status: int) -> str:
    """A status as people name it: less than nought is the signal that ended it."""
    with suppress(ValueError):
        if status < 0:
            return signal.Signals(-status).name
    return f"status {status}"


def _status(command: list[str], temporary: Path, log: int, seconds: float) -> int:
    """The exit status; after the limit or an interruption no child of the program is left."""
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
        return process.wait(timeout=seconds)
    finally:
        if process.poll() is None:
            _end(process)


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
    return said[-1][:_AT_MOST] if said else ""
