"""What is said when a batch is done."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from jobshare_docs.batch.counting import Progress
from jobshare_docs.batch.left_over import left_over
from jobshare_docs.batch.report import NAME, files_of
from jobshare_docs.cli.reporting import say

_MOST_GAPS, _MOST_FILES = 3, 5
_OUTDATED = (
    "{pdf}: warning: was made from an earlier version of its document; make it anew with --resume"
    " --pdf, or delete it"
)
_LEFT_OVER = (
    "{files} in {out} {are} of no row of this run that could be made: of a row whose name changed,"
    " that is refused or gone, or of another run; delete them, or move them away, if nobody needs"
    " them:"
)


def tell_end(done: Progress, out: Path, rate: float, with_pdfs: bool, resumed: bool) -> bool:
    """Say what became of the rows; gives whether anything of them is missing.

    Only where a run is `resumed` there may be files of others, for which all names are compared.
    """
    say(_summary(done, rate, with_pdfs))
    for pdf in done.outdated:
        say(_OUTDATED.format(pdf=out / pdf))
    for line in (*(_left_over(out, done) if resumed else ()), *_news(done, out / NAME)):
        say(line)
    return bool(done.refused or done.lack_pdf or done.kept)


def _summary(done: Progress, rate: float, with_pdfs: bool) -> str:
    files = _several(done.made, "document")
    if with_pdfs:
        files = f"{done.made:,} documents and PDFs"
    unchanged = f", {done.unchanged:,} unchanged" if done.unchanged else ""
    rows = _several(done.rows, "row")
    return f"{files} made{unchanged}, of {rows} ({rate:,.0f} a second)"


def _news(done: Progress, report: Path) -> Iterator[str]:
    if done.warned:
        have = "has" if done.warned == 1 else "have"
        yield f"{_several(done.warned, 'row')} {have} warnings; {report} tells them"
    if done.kept:
        files = _several(len(done.kept), "document")
        stay = "stays as it is" if len(done.kept) == 1 else "stay as they are"
        yield f"{files} that somebody edited {stay}, in no archive; {report} says of which row"
    if done.refused:
        were = "was" if done.refused == 1 else "were"
        yield f"{_several(done.refused, 'row')} {were} refused; {report} says why"
        yield from _in_every(done)
    if done.lack_pdf:
        lack = "lacks" if done.lack_pdf == 1 else "lack"
        yield (
            f"{_several(done.lack_pdf, 'row')} {lack} a PDF; {report} says why, and --resume tries"
            " again"
        )


def _left_over(out: Path, done: Progress) -> Iterator[str]:
    found = left_over(out, chain(files_of(out / NAME), done.kept))
    if found:
        are = "is" if len(found) == 1 else "are"
        yield _LEFT_OVER.format(files=_several(len(found), "file"), out=out, are=are)
    for name in found[:_MOST_FILES]:
        yield f"  {name}"
    if found[_MOST_FILES:]:
        yield f"  ... and {len(found) - _MOST_FILES:,} more"


def _in_every(done: Progress) -> Iterator[str]:
    """What is wrong in every row; where some were made it is none of all."""
    if done.refused < done.rows or done.rows < 2:  # of one alone, the report tells all
        return
    for gap in done.in_every[:_MOST_GAPS]:
        yield f"in every row: {gap}"
    more = len(done.in_every) - _MOST_GAPS
    if more > 0:
        yield f"in every row: ... and {more} more"
    if done.in_every:
        yield "What all rows lack belongs into a file that --common names"


def _several(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
