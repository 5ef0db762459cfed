"""Whether a policy speaks only of what there is: answers, facts, kinds of documents, terms."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from jobshare_docs.answers.arrangement import BLOCKS, FACTS
from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.answers.questions import readers_of
from jobshare_docs.answers.worksheet import Readiness
from jobshare_docs.blocks import fields_of
from jobshare_docs.checks.policy_figures import figures
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.documents.outline import under
from jobshare_docs.names import unknown
from jobshare_docs.policy.clause_rows import Clauses, FactRow
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import Item, OutlineRow
from jobshare_docs.problems import Problem

_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_NOT_SAID = frozenset(("holds", "notes", "source", "as_of"))
_TAKEN_IN_A_SECTION = frozenset(("none", "given"))

# What templates name already.
_TAKEN = frozenset(
    (
        *BLOCKS,
        *("today", "draft", "job_share", "part_time", "statement_of_request", "reckoned", "policy"),
        *("employee", "partner_employee", "gives_up_full_time", "giving_up", "differences"),
        *("replacing", "signs_anew", "starting_apart", "awaited", "returning"),
        *("benefits", "changeover"),
    )
)

_Row = tuple[str, str, OutlineRow]
"""A row of the outline: the file it stands in, its dotted key there, and the row itself."""


def check_policy(policy: Policy) -> Iterator[Problem]:
    """What a policy says that nothing could come of, each with its file and line."""
    yield from _locale(policy)
    yield from _outline(policy)
    yield from _absent_blocks(policy)
    yield from _twice(policy)
    yield from _options(policy)
    yield from figures(policy)
    yield from _readiness(policy)
    yield from _facts(policy)


def _locale(policy: Policy) -> Iterator[Problem]:
    """A locale in which dates and money are written."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(policy.identity.locale)
    except (ValueError, UnknownLocaleError):
        message = (
            f"there is no locale '{policy.identity.locale}': write a language and a country, such"
            " as en_CA or fr_CA"
        )
        yield policy.error("policy", "locale", message)


def _rows(policy: Policy) -> Iterator[_Row]:
    groups = (
        ("outline", "sections", policy.sections),
        ("outline", "front", policy.front),
        ("terms", "terms", policy.terms),
    )
    for file, name, rows in groups:
        for number, row in enumerate(rows):
            yield file, f"{name}[{number}]", row


def _outline(policy: Policy) -> Iterator[Problem]:
    known = frozenset(key for key, _ in readers_of(blocks_of(policy)))
    for file, where, row in _rows(policy):
        if row in policy.sections and row.title is None:
            message = "a section needs its heading: write 'title:' and the heading"
            yield policy.error(file, where, message)
        if row.own:
            yield from _own_section(policy, file, where, row)
        elif row.key not in BLOCKS:
            hint = "; a section of your own says 'own: yes'"
            yield policy.error(file, f"{where}.key", unknown("block", row.key, BLOCKS) + hint)
            continue
        for number, item in enumerate(row.items):
            yield from _item(policy, file, f"{where}.items[{number}]", row, item, known)
            if _asked(item) in map(_asked, row.items[:number]):
                message = f"'{item.key}' is asked for before: keep one of the two"
                yield policy.error(file, f"{where}.items[{number}]", message)


def _asked(item: Item) -> tuple[object, ...]:
    """What is asked for and when, in whatever words."""
    return item.key, item.or_, item.when, item.for_


def _own_section(policy: Policy, file: str, where: str, row: OutlineRow) -> Iterator[Problem]:
    if row not in policy.sections:
        yield policy.error(file, f"{where}.own", "only a section can be one's own: take it away")
    places = {f"{where}.items[{number}].key": item.key for number, item in enumerate(row.items)}
    for place, key in {f"{where}.key": row.key, **places}.items():
        if not _KEY.fullmatch(key):
            message = f"'{key}' cannot be a key: write small letters, digits and _ alone"
            yield policy.error(file, place, message)
        elif key in (_TAKEN_IN_A_SECTION if key != row.key else _TAKEN):
            message = f"'{key}' is the name of something else already: choose another"
            yield policy.error(file, place, message)


def _item(
    policy: Policy, file: str, where: str, row: OutlineRow, item: Item, known: Collection[str]
) -> Iterator[Problem]:
    for key, name in ((item.key, "key"), (item.or_, "or")):
        if key and f"{row.key}.{key}" not in known:
            there = [one.removeprefix(f"{row.key}.") for one in known if one.startswith(row.key)]
            yield policy.error(file, f"{where}.{name}", unknown("item", key, there))
    if item.list_ and row.key in BLOCKS:
        message = "only an item of a section of the policy's own can be made a list: take it away"
        yield policy.error(file, f"{where}.list", message)
    yield from _unknown(policy, file, f"{where}.when", "fact", item.when, FACTS)
    yield from _unknown(policy, file, f"{where}.for", "kind of document", item.for_, CATALOGUE)


def _unknown(
    policy: Policy, file: str, key: str, kind: str, names: Iterable[str], known: Collection[str]
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if name not in known:
            yield policy.error(file, f"{key}[{number}]", unknown(kind, name, known))


def _absent_blocks(policy: Policy) -> Iterator[Problem]:
    """What a document is made of has to be asked for: in the outline, as a section or before."""
    for kind in CATALOGUE.values():
        for block in under(kind, policy).required:
            if block not in policy.blocks:
                message = f"no row has the key '{block}', which a {kind.name} needs: add one"
                yield policy.error("outline", "front", message)


def _twice(policy: Policy) -> Iterator[Problem]:
    """Rows of one key, of which only the last would be seen."""
    sections = [row.key for row in (*policy.sections, *policy.front)]
    patterns = [row.name for row in policy.pattern_rows]
    options = [row.key for row in policy.options]
    questions = [row.key for row in policy.readiness.questions]
    terms = [row.key for row in policy.terms]
    limits = [row.key for row in policy.limit_rows]
    for file, key, keys in (
        ("outline", "sections", sections),
        ("terms", "terms", terms),
        ("limits", "limits", limits),
        ("patterns", "patterns", patterns),
        ("options", "options", options),
        ("readiness", "questions", questions),
    ):
        for name, count in Counter(keys).items():
            if count > 1:
                place = f"{key}[{keys.index(name, keys.index(name) + 1)}]"
                yield policy.error(file, place, f"there is a row '{name}' before: keep one of them")


def _options(policy: Policy) -> Iterator[Problem]:
    for number, row in enumerate(policy.options):
        yield from _unknown(
            policy, "options", f"options[{number}].unless", "fact", row.unless, FACTS
        )


def _readiness(policy: Policy) -> Iterator[Problem]:
    asked = [row.key for row in policy.readiness.questions]
    known = list(fields_of(Readiness))
    for number, key in enumerate(asked):
        if key not in known:
            place = f"questions[{number}].key"
            yield policy.error(
                "readiness", place, unknown("item of worksheet.readiness", key, known)
            )
    yes_to = policy.readiness.rule.yes_to
    yield from _unknown(policy, "readiness", "rule.yes_to", "question", yes_to, asked)


def _facts(policy: Policy) -> Iterator[Problem]:
    """What an employer's clauses hold has to be said, in each way that letters say it."""
    for key in fields_of(Clauses):
        row = getattr(policy.clauses, key)
        if not isinstance(row, FactRow) or not row.holds:
            continue
        for name, field in fields_of(type(row)).items():
            if name not in _NOT_SAID and getattr(row, field.name) is None:
                message = f"this holds, so the letter says it: write '{name}:' and the sentence"
                yield policy.error("clauses", key, message)
