"""What may leave, said a second time and in another way than the gate says it.

The tables below restate design and reference by hand. A change in the gate that is not
meant shows up as a difference between the two.
"""

from dataclasses import dataclass
from typing import Any

from familytrace.model.case import Case
from familytrace.model.facts import Fact, Kind, facts_of
from familytrace.model.records import CASE_NOUNS
from familytrace.model.topics import Purpose, Topic

IN_PUBLIC = frozenset({Purpose.PUBLIC, Purpose.CAMPAIGN})
NEVER = {
    Purpose.PUBLIC: frozenset({Topic.HOW, Topic.IDS, Topic.THREATS}),
    Purpose.CAMPAIGN: frozenset({Topic.HOW, Topic.IDS, Topic.OTHERS}),
}
CHINA_READS = IN_PUBLIC | {Purpose.UN, Purpose.HOST_STATE}
OFFICIALS = frozenset(
    {
        "police_caller",
        "embassy_official",
        "government_letter",
        "government_statement_press",
        "court_document",
        "police_notice",
        "state_media",
    }
)
FILES = {
    "photo": (Topic.PHOTO, 2),
    "id_copy": (Topic.IDS, 3),
    "official_document": (Topic.OFFICIAL, 3),
    "court": (Topic.OFFICIAL, 3),
    "letter": (Topic.SEARCH, 3),
    "medical": (Topic.HAPPENED, 3),
    "media_report": (Topic.HAPPENED, 1),
    "statement_signed": (Topic.ME, 3),
}
PRIVATE = frozenset({None, "person_missing", "relative_in_region", "neighbour_colleague"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed, for what, by whom, and what the form asks."""

    topics: frozenset[Topic]
    purpose: Purpose
    asked: frozenset[str]
    speaker: str = "a"

    @property
    def open(self) -> frozenset[Topic]:
        """The topics that count for this purpose."""
        return self.topics - NEVER.get(self.purpose, frozenset({Topic.HOW}))

    @property
    def ceiling(self) -> int:
        """The most dangerous level that may leave."""
        return 2 if self.purpose in IN_PUBLIC else 3


def topics_needed(record: Any, part: str, fact: Fact) -> frozenset[Topic | None]:
    """Return all the topics that must be agreed before this fact may leave."""
    if part == "claims":
        home = Topic.OFFICIAL if record.source in OFFICIALS else Topic.HAPPENED
    elif part == "evidence":
        home = FILES.get(record.kind or "", (Topic.HOW, 4))[0]
    elif part in ("attempts", "letters"):
        home = Topic.SEARCH
    else:
        return frozenset({fact.topic})
    if fact.topic is Topic.HAPPENED:
        return frozenset({home})
    if fact.topic in (Topic.WORDS, Topic.ME):
        return frozenset({home, fact.topic})
    return frozenset({fact.topic})


def level_of(record: Any, part: str, name: str, fact: Fact) -> int:
    """Return how dangerous a fact is in this entry."""
    if part == "claims" and record.kind == "child_care" and name in ("facility_name", "place"):
        return 3
    if part == "reporters" and record.identity_mode == "code_name" and "name" in name:
        return 3 if name not in ("name", "name_other_letters") else 4
    return 4 if fact.level is None else int(fact.level)


def record_may_leave(record: Any, part: str, terms: Terms) -> bool:
    """Tell whether anything of an entry may leave at all."""
    if part == "evidence":
        topic, level = FILES.get(record.kind or "", (Topic.HOW, 4))
        from_inside = record.from_inside == "yes" and record.kind != "photo"
        picture = record.media_type in ("image/jpeg", "image/png", "application/pdf")
        if from_inside or record.shows_others == "yes" or not picture:
            return False
        return topic in terms.open and level <= terms.ceiling
    if part == "relatives":
        taken = record.taken_too == "yes"
        child = terms.purpose in IN_PUBLIC and record.minor != "no"
        return record.safe_to_name == "yes" and (record.in_region == "no" or taken) and not child
    if part == "reporters":
        mine = record.id == terms.speaker and record.identity_mode != "anonymous"
        return mine and Topic.ME in terms.open
    if part == "testimonies":
        return record.speaker == terms.speaker and Topic.WORDS in terms.open
    return True


def may_leave(record: Any, part: str, name: str, terms: Terms) -> bool:
    """Tell whether a fact may leave, private attempts aside."""
    fact = facts_of(record)[name]
    return (
        f"{part}.{name}" in terms.asked
        and record_may_leave(record, part, terms)
        and topics_needed(record, part, fact) <= terms.open
        and level_of(record, part, name, fact) <= terms.ceiling
        and not fact.gate
        and (part, name) != ("file", "code")
    )


def is_coarsened(record: Any, part: str, terms: Terms, opened: frozenset[str]) -> bool:
    """Tell whether only years may be seen of an attempt."""
    if part != "attempts" or terms.purpose not in CHINA_READS or record.id in opened:
        return False
    return record.target in PRIVATE or record.channel == "via_relative_in_region"


def entries(case: Case) -> list[tuple[str, Any]]:
    """Return every entry of a case with the part of the case it stands in."""
    found: list[tuple[str, Any]] = []
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        found += [(noun.attribute, record) for record in ((held,) if noun.single else held)]
    return found


def holds_words(fact: Fact) -> bool:
    """Tell whether a fact can hold words that somebody typed."""
    return fact.kind in (Kind.TEXT, Kind.LONG, Kind.TELLING, Kind.DATE, Kind.PLACE)
