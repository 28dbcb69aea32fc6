"""What the pages of agreement, handing over and receiving are shown with: all invented."""

from pathlib import Path
from typing import Any

from familytrace import clock
from familytrace.actions.agree import agree, new_consent
from familytrace.actions.own_card import make_own_card
from familytrace.actions.recipients import (
    add_plain_recipient,
    add_recipient,
    digits_of,
    verify_recipient,
)
from familytrace.model.consent import Answer
from familytrace.model.recipient import Recipient
from familytrace.model.topics import Purpose, Topic

GROUP = "Sinaq Rights Group"
UN = "Sinaq UN desk"
TOPICS = frozenset({Topic.WHO, Topic.HAPPENED, Topic.SEARCH, Topic.OFFICIAL, Topic.PHOTO})


def add_group(vault: Any) -> Recipient:
    """Make the vault a group's vault too, and take its own card as a compared recipient."""
    made = make_own_card(
        vault,
        GROUP,
        contact="sinaq-group@example.org",
        keeps="Five years, then destroyed.",
        refuses=("No cases of children without a guardian.",),
    )
    added = add_recipient(vault, made.text)
    return verify_recipient(vault, added.id, " ".join(digits_of(added)), "by telephone")


def say(
    vault: Any,
    case_id: str,
    recipient: str,
    answer: Answer = Answer.YES,
    *,
    purpose: Purpose = Purpose.HELP,
    topics: frozenset[Topic] = TOPICS,
    **more: Any,
) -> Any:
    """Record an answer of the first person who tells the case."""
    import dataclasses

    speaker = vault.load(case_id).reporters[0].id
    made = new_consent(speaker, recipient, purpose)
    given = more.pop("given_at", clock.now())
    return agree(
        vault,
        case_id,
        dataclasses.replace(made, answer=answer, topics=topics, given_at=given, **more),
    )


def set_up(vault: Any, case_id: str) -> Recipient:
    """Add a compared group, a UN desk without a key, and three different answers."""
    group = add_group(vault)
    desk = add_plain_recipient(vault, UN)
    say(vault, case_id, group.id, Answer.NO, purpose=Purpose.PUBLIC)
    say(vault, case_id, desk.id, Answer.LATER, purpose=Purpose.UN)
    say(vault, case_id, group.id)
    return group


def note_copied(vault: Any) -> None:
    """Remember that the recovery code stands on paper."""
    with vault.store.transaction():
        vault.store.remember("recovery_copied", 1)


def sealed(vault: Any, case_id: str, recipient: str, folder: Path) -> Path:
    """Write a sealed package for a recipient into a folder."""
    from familytrace.actions.export_case import Order, export_package, prepare
    from familytrace.forms.library import bundled_profile

    order = Order(case_id, recipient, Purpose.HELP, bundled_profile("our-case-form"))
    return export_package(vault, prepare(vault, order), folder).path
