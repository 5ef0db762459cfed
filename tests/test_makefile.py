"""What `make demo` and `make test` print on a fresh machine."""

import re
import subprocess
import sys
from pathlib import Path

MAKEFILE = Path(__file__).parent.parent / "Makefile"
INSTALLS = re.findall(r"-m pip (install .*)", MAKEFILE.read_text(encoding="utf-8"))


def test_pip_is_silent_but_for_its_errors() -> None:
    assert len(INSTALLS) == 3
    for install in INSTALLS:
        options = [word for word in install.split() if word in ("install", "--quiet")]
        assert options == ["install", "--quiet", "--quiet"]
        command = [sys.executable, "-m", "pip", *options, "-r", "no-such-file.txt"]
        failed = subprocess.run(command, capture_output=True, text=True, check=False)
        assert failed.returncode != 0
        assert "no-such-file.txt" in failed.stderr
