"""The words that must not slip out in any text: who they are, in one list."""

import re
from collections.abc import Iterator
from typing import Literal

from familytrace.consent.redact import Opening, may_name
from familytrace.model.case import Case
from familytrace.model.person import Reporter
from familytrace.model.topics import Level, Topic
from familytrace.names.fold import fold
from familytrace.names.protected import Protected

Kind = Literal["name", "number", "account"]
_BETWEEN_NAMES = re.compile("[,;/|\\n\u060c\u061b\u3001\uff0c\uff1b]+")
_NUMBER = re.compile(r"\+?\d[\d\s().\-]{5,}\d")
_LABEL = re.compile("[^:\uff1a]*[:\uff1a]\\s*")
_SHORTEST_NUMBER = 7
_UNNAMED = ("code_name", "anonymous")


def protected_of(case: Case, opening: Opening) -> tuple[Protected, ...]:
    """Return every name, number and account that this disclosure may not hold.

    Whoever is named with agreement is not protected for also being a source, unless the
    family put the name on its own list.
    """
    named = set(map(fold, _named(case, opening)))
    own = (Protected(_kind(word.kind), word.text) for word in case.safety.protected)
    others = (
        word for word in _kept_back_words(case, opening) if fold(word.text.strip()) not in named
    )
    found = dict.fromkeys(
        Protected(word.kind, part.strip())
        for word in (*own, *others)
        for part in (_BETWEEN_NAMES.split(word.text) if word.kind == "name" else [word.text])
        if part.strip()
    )
    return tuple(found)


def own_names(case: Case, opening: Opening, part: str = "") -> tuple[str, ...]:
    """Return the names that may stand in a part of the case.

    The missing person's own may stand everywhere. Whoever is named with agreement may
    share a name with somebody who is protected, and keeps it in their own entry.
    """
    names = [name.text for name in case.names if Topic.WHO in opening.topics]
    if part in ("reporters", "relatives"):
        names += _named(case, opening)
    return tuple(filter(None, names))


def _named(case: Case, opening: Opening) -> list[str]:
    """Return the names of speakers and relatives that leave with agreement."""
    found = [
        name
        for one in case.reporters
        if Topic.ME in opening.topics and not _is_hidden(one, opening)
        for name in (one.name, one.name_other_letters)
    ]
    if Topic.OTHERS in opening.topics:
        found += [one.name for one in case.relatives if may_name(one, opening.purpose)]
    return [name for name in found if name]


def _is_hidden(reporter: Reporter, opening: Opening) -> bool:
    named = reporter.id in opening.named and reporter.identity_mode not in _UNNAMED
    return not named or opening.ceiling < Level.ENDANGERING


def _kept_back_words(case: Case, opening: Opening) -> Iterator[Protected]:
    """Everybody who is locked in, and whoever is not named."""
    yield from (Protected(kind, text) for kind, text in _kept_back(case, opening))


def _kept_back(case: Case, opening: Opening) -> Iterator[tuple[Kind, str]]:
    for claim in case.claims:
        yield "name", claim.source_name
        yield from _contacts(claim.source_contact)
    for attempt in case.attempts:
        yield "name", attempt.person
        yield from _contacts(attempt.address)
    yield from _people(case, opening)
    if Topic.WHO not in opening.topics:
        yield from (("name", name.text) for name in case.names)
    for document in case.documents:
        if Topic.IDS not in opening.topics:
            yield "number", document.number
    for evidence in case.evidence:
        yield "name", evidence.received_from
    yield "name", case.event.last_seen_by
    yield "name", case.event.witness_names


def _people(case: Case, opening: Opening) -> Iterator[tuple[Kind, str]]:
    for relative in case.relatives:
        yield from _contacts(relative.contact)
        if Topic.OTHERS not in opening.topics or not may_name(relative, opening.purpose):
            yield "name", relative.name
    for reporter in case.reporters:
        yield "name", reporter.trusted_person
        yield from _contacts(reporter.do_not_use)
        if _is_hidden(reporter, opening):
            yield "name", reporter.name
            yield "name", reporter.name_other_letters
        if reporter.id not in opening.named or opening.ceiling < Level.ENDANGERING:
            yield from _contacts(reporter.contact)


def _contacts(text: str) -> Iterator[tuple[Kind, str]]:
    """Give each number and account of a field where people write several, with labels."""
    for part in _BETWEEN_NAMES.split(text):
        numbers = [found for found in _NUMBER.findall(part) if _digits(found) >= _SHORTEST_NUMBER]
        yield from (("number", number) for number in numbers)
        if numbers or _digits(part) >= _SHORTEST_NUMBER:
            yield "number", part
        else:
            yield "account", part
            yield "account", _LABEL.sub("", part, count=1)


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _kind(code: str) -> Kind:
    """A code of a later version counts as a name: that search finds the most."""
    return "number" if code == "number" else "account" if code == "account" else "name"
