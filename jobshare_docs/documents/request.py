"""The request in one sentence, made from the answers."""

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.wording import listed, long_date


def statement_of_request(
    arrangement: Arrangement, sentences: Sentences, wording: str = "request"
) -> str | None:
    """Who asks for what, on which basis, from when and until when; None without a title.

    `wording` names the sentences: `request` as the request itself says it, `asked` as a reply does.
    """
    position = arrangement.position
    names = [who.name for who in arrangement.people.values() if who.name]
    if position is None or not position.title or not names:
        return None
    incumbent = arrangement.people[arrangement.incumbent].name if arrangement.incumbent else None
    return sentences.filled(
        f"{wording}.{_shape(arrangement)}",
        position=position.title,
        people=listed(names),
        incumbent=incumbent or names[0],
        basis=sentences[f"basis.{arrangement.basis}"] if arrangement.basis else "",
        **_dates(arrangement, sentences),
    )


def _shape(arrangement: Arrangement) -> str:
    if arrangement.is_part_time:
        return "part_time"
    if arrangement.incumbent:
        return "share_held"
    return "share_open" if "B" in arrangement.people else "share_open_alone"


def _dates(arrangement: Arrangement, sentences: Sentences) -> dict[str, str]:
    starts = arrangement.implementation.preferred_date if arrangement.implementation else None
    ends = arrangement.purpose.ends if arrangement.purpose else None
    return {
        "from": sentences.filled("request.from", date=long_date(starts)) if starts else "",
        "until": sentences.filled("request.until", date=long_date(ends)) if ends else "",
    }
