"""Colour in the terminal: on the rota and on how things stand, and never the only sign."""

import os
import re
import subprocess
import sys

import pytest
from every_document import PROJECT

from jobshare_docs.cli.painting import shaded, state

pty = pytest.importorskip("pty", reason="needs the terminals of a Unix")

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
NURSE = str(PROJECT / "proposals" / "community-health-nurse")


def on_a_terminal(*arguments: str, **settings: str) -> str:
    """What a command prints on a terminal, standard error too."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "jobshare_docs", *arguments]
    environment = {name: said for name, said in os.environ.items() if name != "NO_COLOR"}
    running = subprocess.Popen(
        command, stdout=theirs, stderr=theirs, env={**environment, **settings}, cwd=PROJECT
    )
    os.close(theirs)
    printed = b""
    while piece := _read(ours):
        printed += piece
    os.close(ours)
    assert running.wait(60) == 0
    return printed.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how a terminal says that nobody writes to it any more
        return b""


def in_a_file(*arguments: str) -> str:
    command = [sys.executable, "-m", "jobshare_docs", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    return done.stdout + done.stderr


@pytest.mark.parametrize("command", ["schedule", "check"])
def test_on_a_terminal_the_same_words_are_coloured(command: str) -> None:
    bright, plain = on_a_terminal(command, NURSE), in_a_file(command, NURSE)
    assert ESCAPES.search(bright)
    assert not ESCAPES.search(plain)
    lines = [line.rstrip() for line in ESCAPES.sub("", bright).splitlines()]
    assert lines == [line.rstrip() for line in plain.splitlines()]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("command", ["schedule", "check"])
def test_no_color_is_kept_on_a_terminal_too(command: str) -> None:
    assert not ESCAPES.search(on_a_terminal(command, NURSE, NO_COLOR="1"))


def test_the_grid_is_shaded_by_who_works() -> None:
    grid = on_a_terminal("schedule", NURSE)
    assert "\x1b[30m\x1b[43mPN         \x1b[0m" in grid
    assert "\x1b[30m\x1b[46mDW         \x1b[0m" in grid


def test_each_partner_has_a_shade_and_both_have_another() -> None:
    shades = {shaded(frozenset(who), "X") for who in ("A", "B", "AB")}
    assert len(shades) == 3
    assert shaded(frozenset(), "\u2013") == "\u2013"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("complete", "32"),
        ("complete, 1 warning", "33"),
        ("2 missing, 1 warning", "31"),
        ("1 wrong", "31"),
        ("empty", "31"),
    ],
)
def test_a_state_is_green_yellow_or_red(text: str, code: str) -> None:
    assert state(text) == f"\x1b[{code}m{text}\x1b[0m"
