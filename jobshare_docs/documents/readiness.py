"""Whether an employee is ready to share a job: ten questions, and the one rule of the source."""

from typing import Any, NamedTuple

from jobshare_docs.answers.worksheet import Readiness as Answers
from jobshare_docs.documents.plain import Absent
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.policy.readiness_rows import Readiness as Rows

_Values = dict[str, Any]


def readiness(answers: Answers | None, rows: Rows, sentences: Sentences) -> _Values:
    """The questions with their answers, and what they come to."""
    answered = _Answered(rows, answers or Answers())
    return {
        "questions": [
            {"question": row.question, "topic": row.topic, "answer": answered.answer(row.key)}
            for row in rows.questions
        ],
        "split_job": answered.splits,
        "rule": {"says": rows.rule.says, "source": rows.rule.source, "as_of": rows.rule.as_of},
        "noes": answered.topics(False),
        "open": answered.topics(None),
        "verdicts": answered.verdicts(sentences),
    }


def no_readiness() -> _Values:
    """The same names with nothing behind them."""
    lists: _Values = {name: [] for name in ("questions", "noes", "open", "verdicts")}
    rule = Absent(dict.fromkeys(("says", "source", "as_of")))
    return Absent(lists | {"split_job": None, "rule": rule})


class _Answered(NamedTuple):
    """The policy's questions, and what an employee answers to them."""

    rows: Rows
    answers: Answers

    def answer(self, key: str) -> bool | None:
        """Yes, no, or still open."""
        given: bool | None = getattr(self.answers, key, None)
        return given

    def topics(self, answer: bool | None) -> list[str]:
        """What the questions with that answer are about."""
        return [row.topic for row in self.rows.questions if self.answer(row.key) is answer]

    @property
    def splits(self) -> bool:
        """Whether the answer is yes to the questions that the rule names, and no to all others.

        It is the one mix that the source judges (Guidelines, Are You Ready To Share Your Job).
        """
        yes_to = self.rows.rule.yes_to
        return all(self.answer(row.key) is (row.key in yes_to) for row in self.rows.questions)

    def verdicts(self, sentences: Sentences) -> list[str]:
        """What to consider, where the rule holds; else what to talk about and what is open."""
        key = "worksheet.readiness"
        if self.splits:
            return [sentences.filled(f"{key}.split", says=self.rows.rule.says)]
        if not self.topics(True) and not self.topics(False):
            return [sentences[f"{key}.none"]]
        topics = {"noes": self.topics(False), "open": self.topics(None)}
        said = [
            sentences.filled(f"{key}.{name}", topics="; ".join(those))
            for name, those in topics.items()
            if those
        ]
        return said or [sentences[f"{key}.all_yes"]]
