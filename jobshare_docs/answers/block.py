"""What every block of the answers has in common."""

from pydantic import BaseModel, ConfigDict

from jobshare_docs.values import ProseText


class Block(BaseModel):
    """A mapping of named keys, each of which may be absent; an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Section(Block):
    """One of the sections of a proposal; `none` states that there is nothing to say."""

    none: ProseText | None = None
