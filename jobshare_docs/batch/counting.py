"""How far a batch is, counted row by row."""

from dataclasses import dataclass, replace

from jobshare_docs.batch.work import Outcome


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows done, those refused, files made and those left as they were.

    `lack_pdf` counts the rows whose PDF could not be made, `warned` those made with warnings alone;
    `kept` are documents that somebody edited; `in_every` what is wrong in every row that is
    refused; `outdated` are PDFs older than their documents, known at the end.
    """

    rows: int = 0
    refused: int = 0
    made: int = 0
    unchanged: int = 0
    lack_pdf: int = 0
    warned: int = 0
    kept: tuple[str, ...] = ()
    in_every: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()

    def after(self, outcome: Outcome) -> "Progress":
        """The same with one more row."""
        is_whole = not (outcome.failed or outcome.kept or outcome.lacks_pdf)
        return replace(
            self,
            rows=self.rows + 1,
            refused=self.refused + outcome.failed,
            made=self.made + len(outcome.files) - outcome.unchanged,
            unchanged=self.unchanged + outcome.unchanged,
            lack_pdf=self.lack_pdf + outcome.lacks_pdf,
            warned=self.warned + (is_whole and bool(outcome.mistakes)),
            kept=self.kept + outcome.kept,
            in_every=self._in_every(outcome) if outcome.failed else self.in_every,
        )

    def _in_every(self, outcome: Outcome) -> tuple[str, ...]:
        if not self.refused:
            return outcome.gaps
        return tuple(gap for gap in self.in_every if gap in outcome.gaps)
