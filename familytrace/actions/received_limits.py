"""What may be done with a case that came in: told wherever such a case is shown."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from familytrace.i18n import N_, _
from familytrace.model.topics import PURPOSE_LABELS, Purpose
from familytrace.vault.senders import Received, received_packages, sender
from familytrace.vault.vault import Vault

SENDER_WORDS = {
    "verified": N_("Sender: verified by you."),
    "known": N_("Sender: a key you have seen before, not verified."),
    "unknown": N_("Sender: an unknown key. The signature does not say who it is."),
    "unsigned": N_("Sender: not signed. Nobody knows who made this."),
}


@dataclass(frozen=True, slots=True)
class ReceivedLimits:
    """What the family allows; whatever was not clearly agreed to is not allowed.

    ``sender`` is a key of ``SENDER_WORDS``. ``agreed`` is False when no agreement came with
    the package, ``taken_back`` True when a later notice ended it.
    """

    sender: str
    agreed: bool
    purpose: Purpose | None = None
    ends_on: date | None = None
    name_to_china: bool = False
    teller_to_china: bool = False
    wording_reviewed: bool = False
    taken_back: bool = False


def received_limits(vault: Vault, case_id: str) -> ReceivedLimits | None:
    """Return what a case came in with, or None for a case of our own."""
    packages = received_packages(vault.store)
    found = next((one for one in packages if one.case_id and one.case_id == case_id), None)
    if found is None:
        return None
    key = sender(vault.store, found.sender)
    state = "verified" if key and key.verified else str(found.body.get("sender"))
    return read_limits(
        state if state in SENDER_WORDS else "unsigned",
        found.body.get("consent"),
        taken_back=found.package_id in taken_back(packages),
    )


def taken_back(packages: Iterable[Received]) -> frozenset[str]:
    """Return the ids of the packages whose agreement a notice that came in has ended."""
    every = tuple(packages)
    back = {(one.sender, one.body.get("case")) for one in every if one.body.get("withdrawal")}
    return frozenset(
        one.package_id
        for one in every
        if one.case_id and (one.sender, one.body.get("case")) in back
    )


def read_limits(
    state: str, paper: Mapping[str, Any] | None, *, taken_back: bool = False
) -> ReceivedLimits:
    """Read the limits out of an agreement as plain data; ``state`` is the sender's."""
    if not paper:
        return ReceivedLimits(state, agreed=False, taken_back=taken_back)
    purpose = ends_on = None
    with suppress(ValueError):
        purpose = Purpose(str(paper.get("purpose")))
    with suppress(ValueError):
        ends_on = date.fromisoformat(str(paper.get("ends_on")))
    agreements = paper.get("agreements") or ()

    def all_say_yes(name: str) -> bool:
        return bool(agreements) and all(one.get(name) == "yes" for one in agreements)

    return ReceivedLimits(
        sender=state,
        agreed=True,
        purpose=purpose,
        ends_on=ends_on,
        name_to_china=all_say_yes("government_learns_relative"),
        teller_to_china=all_say_yes("government_learns_me"),
        wording_reviewed=all_say_yes("wording_reviewed"),
        taken_back=taken_back,
    )


def limits_in_words(
    limits: ReceivedLimits, day: Callable[[date], str] = date.isoformat
) -> dict[str, str]:
    """Return one sentence for each limit of an agreement, in the order to say them."""
    said: dict[str, str] = {}
    if limits.purpose is not None:
        said["purpose"] = _("Agreed for: {purpose}").format(
            purpose=_(PURPOSE_LABELS[limits.purpose])
        )
    if limits.ends_on is not None:
        said["until"] = _("Until: {day}").format(day=day(limits.ends_on))
    said["onward"] = _("May not be passed on without a new agreement.")
    if limits.name_to_china:
        said["name_allowed"] = _("The Chinese government may learn the name of the missing person.")
    else:
        said["name"] = _("The Chinese government must not learn the name from this.")
    if not limits.teller_to_china:
        said["teller"] = _("The Chinese government must not learn who told it.")
    if limits.agreed and not limits.wording_reviewed:
        said["wording"] = _("The words of the agreement were not checked by a native speaker.")
    return said
