"""Whole cases made from the catalogue of facts: every fact filled, or as chance has it.

Each word that somebody could have typed is a number that stands nowhere else, so that it
can be looked for in everything that leaves, and so that no name or number that is kept
back hits another text by accident.
"""

import dataclasses
import random
from collections.abc import Callable, Iterator
from typing import Any

from oracle import entries

from familytrace.model.case import Case
from familytrace.model.choices import CHOICES
from familytrace.model.claim import Claim
from familytrace.model.facts import Fact, Kind, facts_of
from familytrace.model.partial_date import PartialDate
from familytrace.model.place import Place
from familytrace.model.records import CASE_NOUNS
from familytrace.model.safety import ProtectedWord
from familytrace.model.telling import Telling
from familytrace.model.topics import Level

Choose = Callable[[str, str, str, Fact], int]

_PLACES: dict[tuple[str, str, str, str], int] = {}
_EDTF = ("2018-03", "2017", "2016-23", "2018-03-14", "2019/2020", "201X", "2020-XX", "2021~")
_SMALL = 1000
_CODES = ("653201", "650103", "654201", "652901")
_PICTURE = {"media_type": "image/jpeg", "shows_others": "no", "from_inside": "no", "pages": 1}
_FILES = (
    "photo",
    "id_copy",
    "official_document",
    "court",
    "letter",
    "medical",
    "media_report",
    "statement_signed",
    "voice_message",
    "screenshot",
)
# The entries of the full case, with what decides how each of them is treated.
_FULL: dict[str, tuple[dict[str, Any], ...]] = {
    "file": ({},),
    "person": ({},),
    "event": ({},),
    "safety": ({},),
    "names": ({"main": True}, {"second_role": "patronymic"}),
    "documents": ({},),
    "relatives": (
        {"in_region": "no", "safe_to_name": "yes", "minor": "no", "taken_too": "no"},
        {"in_region": "yes", "safe_to_name": "yes", "minor": "no", "taken_too": "no"},
        {"in_region": "no", "safe_to_name": "yes", "minor": "yes", "taken_too": "no"},
        {"in_region": "yes", "safe_to_name": "yes", "minor": "no", "taken_too": "yes"},
        {"in_region": "no", "safe_to_name": "no", "minor": "no", "taken_too": "no"},
    ),
    "reporters": (
        {"id": "a", "identity_mode": "named"},
        {"id": "b", "identity_mode": "named"},
        {"id": "c", "identity_mode": "anonymous"},
    ),
    "claims": (
        {"kind": "status", "source": "relative_in_region"},
        {"kind": "sentence", "source": "embassy_official"},
        {"kind": "child_care", "source": "former_co_detainee"},
        {"kind": "detention", "source": "court_document"},
        {"kind": "health", "source": "reporter_direct"},
    ),
    "attempts": (
        {"target": "authority", "channel": "embassy_phone"},
        {"target": "relative_in_region", "channel": "wechat_voice"},
        {"target": "authority", "channel": "via_relative_in_region"},
        {"target": "media", "channel": "email"},
    ),
    "letters": ({},),
    "responses": ({"answers": "attempts-1"}, {"answers": "letters-0"}),
    "incidents": ({},),
    "testimonies": ({"speaker": "a"}, {"speaker": "b"}),
    "officials": ({},),
    "evidence": (
        *({"kind": kind, **_PICTURE} for kind in _FILES),
        {"kind": "photo", **_PICTURE, "shows_others": "yes"},
        {"kind": "medical", **_PICTURE, "from_inside": "yes"},
        {"kind": "photo", **_PICTURE, "media_type": "audio/mp4"},
        {"kind": "court", **_PICTURE, "media_type": "application/pdf", "pages": 3},
    ),
    "follow_ups": ({},),
}


def full_case() -> Case:
    """Return the case in which every fact of every kind of entry is known."""
    parts: dict[str, Any] = {}
    for noun in CASE_NOUNS:
        made = [
            filled(noun.record, noun.attribute, f"{noun.attribute}-{at}", lambda *_: 1, **fixed)
            for at, fixed in enumerate(_FULL[noun.attribute])
        ]
        parts[noun.attribute] = made[0] if noun.single else tuple(made)
    return Case(id="case", **parts)


def chance_case(seed: int) -> Case:
    """Return a case as chance has it: any entries, any facts known, refused or not asked."""
    chance = random.Random(seed)
    parts: dict[str, Any] = {}
    for noun in CASE_NOUNS:
        pattern = _FULL[noun.attribute]
        kept = list(enumerate(pattern)) if noun.single else _some(chance, pattern)
        made = [
            _unsaid(
                filled(
                    noun.record, noun.attribute, f"{noun.attribute}-{at}", _dice(chance), **fixed
                ),
                chance,
            )
            for at, fixed in kept
        ]
        parts[noun.attribute] = made[0] if noun.single else tuple(made)
    return Case(id=f"case-{seed}", **parts)


def _some(
    chance: random.Random, pattern: tuple[dict[str, Any], ...]
) -> list[tuple[int, dict[str, Any]]]:
    return [pair for pair in enumerate(pattern) if chance.random() < 0.8]


def _dice(chance: random.Random) -> Choose:
    return lambda *_: chance.choice((0, 1, 1, 2, 3))


def _unsaid(record: Any, chance: random.Random) -> Any:
    empty = [name for name in facts_of(record) if getattr(record, name) in (None, "", (), False)]
    said = {name: chance.choice(("", "unknown", "refused")) for name in empty}
    return dataclasses.replace(record, unsaid={name: why for name, why in said.items() if why})


def filled(record: type, part: str, entry: str, choose: Choose, **fixed: Any) -> Any:
    """Return an entry; ``choose`` picks the variant of each fact, 0 for not known.

    Facts that decide how an entry is treated are given in ``fixed``.
    """
    values = {
        name: value_of(part, entry, name, fact, choose(part, entry, name, fact))
        for name, fact in facts_of(record).items()
        if not fact.gate
    }
    return record(**{"id": entry, **values, **fixed})


def value_of(part: str, entry: str, name: str, fact: Fact, variant: int) -> Any:
    """Return a value of a fact; two variants above 0 never share a word."""
    if not variant or fact.kind is Kind.REFERENCE:
        return _nothing(fact)
    word = Words(part, entry, name, variant)
    match fact.kind:
        case Kind.TEXT | Kind.LONG:
            return word("text")
        case Kind.TELLING:
            return Telling(word("text"), "ug", word("translation"), "en", word("translator"))
        case Kind.DATE:
            return PartialDate(_EDTF[variant % len(_EDTF)], word("told"))
        case Kind.PLACE:
            code = _CODES[variant % len(_CODES)]
            return Place(word("told"), code, word("country"), word("detail"))
        case Kind.NUMBER:
            return int(word("number")[1:])
        case Kind.TICK:
            return variant % 2 == 1
        case Kind.PARTS:
            return (ProtectedWord("name", word("name")), ProtectedWord("number", word("number")))
    codes = list(CHOICES[fact.choices or ""])
    chosen = codes[(variant * 7 + len(name)) % len(codes)]
    return (chosen,) if fact.kind is Kind.CHOICES else chosen


def _nothing(fact: Fact) -> Any:
    if fact.kind in (Kind.TEXT, Kind.LONG, Kind.REFERENCE):
        return ""
    if fact.kind in (Kind.CHOICES, Kind.PARTS):
        return ()
    return False if fact.kind is Kind.TICK else None


class Words:
    """Makes the words of one fact: a sign and eight digits that stand nowhere else."""

    def __init__(self, part: str, entry: str, name: str, variant: int) -> None:
        self._at = (part, entry, name)
        self._variant = variant

    def __call__(self, inside: str) -> str:
        at = _PLACES.setdefault((*self._at, inside), len(_PLACES))
        return f"#{1_000_000 + at}{self._variant}"


@dataclasses.dataclass(frozen=True, slots=True)
class Canary:
    """One word of a case: where it stands, and how dangerous its own place is."""

    word: str
    part: str
    record: Any
    name: str
    level: int


def canaries(case: Case) -> Iterator[Canary]:
    """Give every word of a case that somebody could have typed."""
    for part, record in entries(case):
        for name in facts_of(record):
            for word, level in _words(getattr(record, name)):
                yield Canary(word, part, record, name, level)


def _words(value: Any) -> Iterator[tuple[str, int]]:
    if isinstance(value, str) and value.startswith("#"):
        yield value, 0
    elif isinstance(value, int) and value > _SMALL:
        yield str(value), 0
    elif isinstance(value, PartialDate):
        yield value.told, 0
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name, fact in facts_of(value).items():
            inner = int(fact.level) if fact.level is not None else int(Level.CODE)
            for word, _level in _words(getattr(value, name)):
                yield word, inner


def claims_of_one_class(claim: Claim) -> tuple[str | None, ...]:
    """Return the sources that a recipient cannot tell from this claim's own."""
    classes: tuple[tuple[str, ...], ...] = (
        ("relative_in_region", "former_co_detainee", "relative_elsewhere", "rumour"),
        ("embassy_official", "police_caller", "state_media", "government_letter"),
        ("court_document", "police_notice"),
        ("leaked_file", "photo_video"),
    )
    return next((kin for kin in classes if claim.source in kin), (claim.source,))
