"""A file of the family: original untouched, shared only as a copy rebuilt from pixels."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, Record, fact
from familytrace.model.partial_date import PartialDate
from familytrace.model.telling import Telling
from familytrace.model.topics import Level, Topic

_LOCKED = (Topic.HOW, Level.LOCKED)

_COVERED: dict[str, tuple[Topic, Level]] = {
    "photo": (Topic.PHOTO, Level.IDENTIFYING),
    "id_copy": (Topic.IDS, Level.ENDANGERING),
    "official_document": (Topic.OFFICIAL, Level.ENDANGERING),
    "court": (Topic.OFFICIAL, Level.ENDANGERING),
    "letter": (Topic.SEARCH, Level.ENDANGERING),
    "medical": (Topic.HAPPENED, Level.ENDANGERING),
    "media_report": (Topic.HAPPENED, Level.PERSONAL),
    "statement_signed": (Topic.ME, Level.ENDANGERING),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """One file. Its topic and level follow from its kind (``evidence_covered``)."""

    kind: str | None = fact(
        N_("What is it"), Kind.CHOICE, Topic.HAPPENED, 0, choices="evidence_kind"
    )
    caption: Telling | None = fact(N_("What it shows"), Kind.TELLING, Topic.HAPPENED, 2)
    taken: PartialDate | None = fact(N_("When it was made"), Kind.DATE, Topic.HAPPENED, 2)
    attachment: str = fact(N_("Attached as"), Kind.TEXT, Topic.HAPPENED, 0, gate=True)
    attached_pages: int | None = fact(
        N_("Pages attached"), Kind.NUMBER, Topic.HAPPENED, 0, gate=True
    )
    shows_others: str | None = fact(
        N_("Shows other people"), Kind.CHOICE, *_LOCKED, choices="yes_no"
    )
    from_inside: str | None = fact(
        N_("Sent by somebody in the region"), Kind.CHOICE, *_LOCKED, choices="yes_no"
    )
    received_from: str = fact(N_("Who gave it to you"), Kind.TEXT, *_LOCKED)
    received: PartialDate | None = fact(N_("When you received it"), Kind.DATE, *_LOCKED)
    file_name: str = fact(N_("Name of the file"), Kind.TEXT, *_LOCKED)
    media_type: str = fact(N_("Kind of file"), Kind.TEXT, *_LOCKED)
    size: int | None = fact(N_("Size in bytes"), Kind.NUMBER, *_LOCKED)
    sha256: str = fact(N_("SHA-256 of the original"), Kind.TEXT, *_LOCKED)
    pages: int | None = fact(N_("Pages"), Kind.NUMBER, *_LOCKED)


def evidence_covered(evidence: Evidence) -> tuple[Topic, Level]:
    """Return the topic that covers a file and its level.

    Voice, video and pictures of screens may carry somebody inside: they never leave
    (design, section 4). Nor does a file sent from inside, or one of which the family
    said that it shows other people; who has not looked yet sees it in the preview.
    """
    sent_from_inside = evidence.from_inside == "yes" and evidence.kind != "photo"
    if sent_from_inside or evidence.shows_others == "yes" or evidence.kind is None:
        return _LOCKED
    return _COVERED.get(evidence.kind, _LOCKED)
