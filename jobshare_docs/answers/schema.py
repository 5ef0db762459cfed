"""The answers as JSON Schema, for editors that complete and check while one types."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.blocks.schema import Schema, SchemaOf
from jobshare_docs.policy.policy import Policy
from jobshare_docs.wording import sentence

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NONE = "One sentence that says there is nothing to say in this section, in place of all the rest."


def answers_schema(policy: Policy, comments: Mapping[str, str] = MappingProxyType({})) -> Schema:
    """The JSON Schema of an answers file under a policy.

    It refuses what no file may hold, such as unknown names; what an answer must be in detail, the
    readers tell. `comments` say, by dotted key, what belongs where the policy says nothing of it.
    """
    blocks = blocks_of(policy)
    asked = _Asked(policy, comments)
    writer = SchemaOf(asked, {block: name for name, block in blocks.items()})
    definitions = {name: writer.block(block, name) for name, block in blocks.items()}
    _name(definitions["schedule"]["properties"]["pattern"], policy.patterns)
    _name(definitions["reply"]["properties"]["options"]["items"], [r.key for r in policy.options])
    return {
        "$schema": _DRAFT,
        "title": "Answers of jobshare-docs",
        "description": f"A job-share or part-time arrangement under: {policy.identity.title}.",
        "type": ["object", "null"],
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in blocks},
        "additionalProperties": False,
        "$defs": definitions,
    }


def _name(schema: Schema, names: Iterable[str]) -> None:
    """Let a text be one of the names that the policy has."""
    schema["enum"] = [*names, None]


class _Asked:
    """What belongs under a dotted key: the policy's sentences, else the comments."""

    def __init__(self, policy: Policy, comments: Mapping[str, str]) -> None:
        self._comments = comments
        # A key may be asked for in several cases, each with its own words.
        texts: dict[str, dict[str, None]] = {}
        for row in (*policy.front, *policy.sections, *policy.terms):
            for item in row.items:
                texts.setdefault(f"{row.key}.{item.key}", {})[item.asks] = None
        self._texts = {key: sentence("; ".join(said)) for key, said in texts.items()}
        self._blocks = {key: row.asks for key, row in policy.blocks.items()}

    def __call__(self, key: str) -> str | None:
        block, _, item = key.partition(".")
        if item == "none":
            return _NONE
        said = self._texts.get(key) if item else self._blocks.get(block)
        return said or self._comments.get(key)
