"""The rows of `readiness.yaml`: what the employee's private worksheet asks and reminds of."""

from jobshare_docs.blocks import Block
from jobshare_docs.policy.rows import Row
from jobshare_docs.values import Text


class QuestionRow(Row):
    """A question to answer with yes or no; `topic` is what it is about, in a few words."""

    key: Text
    topic: Text
    question: Text


class ReadinessRule(Row):
    """What to consider where the answer is yes to some questions and no to all others."""

    yes_to: tuple[Text, ...]
    says: Text


class FoundRow(Row):
    """Something that others found, in one sentence."""

    says: Text


class Readiness(Block):
    """`readiness.yaml`; `found_of_part_time` says whether what was found holds for that, too."""

    questions: tuple[QuestionRow, ...]
    rule: ReadinessRule
    advantages: tuple[FoundRow, ...]
    disadvantages: tuple[FoundRow, ...]
    found_of_part_time: FoundRow | None = None
    shareable: tuple[FoundRow, ...]
