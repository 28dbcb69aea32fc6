"""The other family: the same in all that may leave, different in all that was kept back."""

import random
from dataclasses import fields, replace
from typing import Any

from filled_cases import claims_of_one_class, value_of
from oracle import Terms, entries, is_coarsened, may_leave, record_may_leave

from familytrace.model.case import Case
from familytrace.model.facts import facts_of
from familytrace.model.records import CASE_NOUNS

_OTHER = 5
# Facts that decide by themselves whether an entry may leave: another value is another entry.
_DECIDING = {
    "relatives": frozenset({"in_region", "safe_to_name", "taken_too", "minor"}),
    "reporters": frozenset({"identity_mode"}),
    "testimonies": frozenset({"speaker"}),
    "evidence": frozenset({"kind", "media_type", "shows_others", "from_inside", "pages"}),
    "attempts": frozenset[str](),
    "claims": frozenset({"source"}),
}


def twin(case: Case, terms: Terms, opened: frozenset[str], seed: int) -> Case:
    """Return the case of a family that kept back other things, or nothing at all."""
    chance = random.Random(seed)
    parts: dict[str, Any] = {}
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        if noun.single:
            parts[noun.attribute] = _changed(held, noun.attribute, terms, opened, chance)
            continue
        kept = []
        for record in held:
            if _says_anything(record, noun.attribute, terms) or chance.random() < 0.5:
                kept.append(_changed(record, noun.attribute, terms, opened, chance))
        kept += _more(held, noun.attribute, terms, chance)
        parts[noun.attribute] = tuple(kept)
    coarse = [one for one in case.attempts if _is_summed_up(one, terms, opened)]
    hidden = {one.id for one in coarse} | {
        one.id
        for part, one in entries(case)
        if part in ("attempts", "letters") and not _says_anything(one, part, terms)
    }
    parts["attempts"] = _more_calls(parts["attempts"], {one.id for one in coarse}, chance)
    parts["responses"] = tuple(
        replace(one, answers=chance.choice(["", *sorted(hidden)])) if one.answers in hidden else one
        for one in parts["responses"]
    )
    return Case(id=case.id, **parts)


def _is_summed_up(attempt: Any, terms: Terms, opened: frozenset[str]) -> bool:
    coarse = is_coarsened(attempt, "attempts", terms, opened)
    return coarse and _says_anything(attempt, "attempts", terms)


def _more_calls(attempts: Any, coarse: set[str], chance: random.Random) -> tuple[Any, ...]:
    """Call once more in the same years, and tell of the calls in another order."""
    private = [one for one in attempts if one.id in coarse]
    others = [one for one in attempts if one.id not in coarse]
    private += [replace(one, id=f"{one.id}-again") for one in private if chance.random() < 0.5]
    chance.shuffle(private)
    return (*private, *others) if chance.random() < 0.5 else (*others, *private)


def _says_anything(record: Any, part: str, terms: Terms) -> bool:
    return any(
        may_leave(record, part, name, terms) and getattr(record, name) not in (None, "", (), False)
        for name in facts_of(record)
    )


def _changed(
    record: Any, part: str, terms: Terms, opened: frozenset[str], chance: random.Random
) -> Any:
    """Change every fact that is kept back, and why it is not known; nothing else."""
    coarse = is_coarsened(record, part, terms, opened) and _says_anything(record, part, terms)
    values: dict[str, Any] = {}
    unsaid = dict(record.unsaid)
    for name, fact in facts_of(record).items():
        decides = name in _DECIDING.get(part, ()) or (part, name) == ("file", "code")
        only_years = coarse and name not in ("date", "until", "target", "channel")
        if fact.gate or decides or (may_leave(record, part, name, terms) and not only_years):
            if unsaid.get(name) == "refused":
                del unsaid[name]
            continue
        variant = chance.choice((0, _OTHER, _OTHER + 1))
        values[name] = value_of(part, record.id, name, fact, variant)
        unsaid[name] = chance.choice(("unknown", "refused"))
    if part == "claims":
        values["source"] = chance.choice(claims_of_one_class(record))
    if part == "attempts" and "target" in values and not coarse:
        values.pop("channel", None)
    extra = {"later": "#99999999"} if chance.random() < 0.5 else {}
    return replace(record, extra=extra, unsaid=unsaid, **values)


def _more(held: tuple[Any, ...], part: str, terms: Terms, chance: random.Random) -> list[Any]:
    """Give further entries of which nothing may leave."""
    silent = [record for record in held if not _says_anything(record, part, terms)]
    return [
        replace(record, id=f"{record.id}-more")
        for record in silent
        if chance.random() < 0.5 and not record_may_leave_partly(record, part, terms)
    ]


def record_may_leave_partly(record: Any, part: str, terms: Terms) -> bool:
    """Tell whether some fact of an entry could leave if it were known."""
    return record_may_leave(record, part, terms) and any(
        may_leave(record, part, name, terms) for name in facts_of(record)
    )


def differences(one: Case, other: Case) -> int:
    """Count the entries and facts in which two cases differ."""
    first, second = entries(one), entries(other)
    changed = abs(len(first) - len(second))
    known = {(part, record.id): record for part, record in second}
    for part, record in first:
        match = known.get((part, record.id))
        if match is not None:
            changed += sum(
                getattr(record, f.name) != getattr(match, f.name) for f in fields(record)
            )
    return changed
