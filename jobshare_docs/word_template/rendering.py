"""What one render gathers beside its text: rounds, links and lists that its values ask for."""

from dataclasses import dataclass, field

from jobshare_docs.word_template.limits import Rounds
from jobshare_docs.word_template.word_lists import HouseLists, NewList

RENDERING = "_rendering"


@dataclass(slots=True)
class Rendering:
    """The state of one render.

    `links` are the addresses added to each part, with their ids; `lists` the lists added, of which
    the first has the number `house.first_free`.
    """

    house: HouseLists
    rounds: Rounds = field(default_factory=Rounds)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    lists: list[NewList] = field(default_factory=list)
    bullets: int = 0

    def link(self, part: str, address: str) -> str:
        """The relationship id of an address in a part, the same for the same address."""
        of_part = self.links.setdefault(part, {})
        return of_part.setdefault(address, f"rIdLink{len(of_part) + 1}")

    def list_number(self, marker: str, level: int) -> int:
        """The number of a list: bullets share one, every numbered list starts at one."""
        if marker == "bullet":
            self.bullets = self.bullets or self._new(NewList(marker, None))
            return self.bullets
        return self._new(NewList(marker, level))

    def _new(self, new: NewList) -> int:
        self.lists.append(new)
        return self.house.first_free + len(self.lists) - 1
