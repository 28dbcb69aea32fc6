"""A family's vault and a group's vault, both cheap to open, on one fixed day."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from familytrace import clock
from familytrace.actions.agree import agree, new_consent
from familytrace.actions.export_case import Order, export_package, prepare
from familytrace.actions.group_keys import MadeCard, card_of, create_key
from familytrace.actions.import_case import import_case
from familytrace.actions.recipients import add_recipient, verify_recipient
from familytrace.forms.library import bundled_profile
from familytrace.model.consent import Answer
from familytrace.model.recipient import Recipient
from familytrace.model.topics import Purpose, Topic
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.vault import Vault

CHEAP = Cost(64 * 1024 * 1024, 3)
CASES = Path(__file__).parents[2] / "data" / "cases"
DAY = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_that_day() -> Iterator[None]:
    before = clock.set_source(lambda: DAY)
    yield
    clock.set_source(before)


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Vault]:
    vault, _code = Vault.create(tmp_path / "family.familytrace", "one two three", cost=CHEAP)
    with vault:
        yield vault


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Vault]:
    vault, _code = Vault.create(tmp_path / "group.familytrace", "four five six", cost=CHEAP)
    with vault:
        create_key(vault, "inbox")
        yield vault


@pytest.fixture
def card(group: Vault) -> MadeCard:
    return card_of(group, name="Sinaq Group", contact="sinaq@example.org", keeps="five years")


@pytest.fixture
def verified(family: Vault, card: MadeCard) -> Recipient:
    added = add_recipient(family, card.text)
    return verify_recipient(family, added.id, " ".join(card.digits), "by telephone")


@pytest.fixture
def bring(family: Vault) -> Callable[[str], str]:
    def take_in(name: str) -> str:
        plain = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
        return import_case(family, plain, confirm_consents=True).case_id

    return take_in


@pytest.fixture
def send(
    family: Vault, verified: Recipient, bring: Callable[[str], str], tmp_path: Path
) -> Callable[[], bytes]:
    case_id = bring("T04")
    speaker = family.load(case_id).reporters[0].id
    asked = new_consent(speaker, verified.id, Purpose.HELP)
    topics = frozenset({Topic.OFFICIAL, Topic.SEARCH})
    agree(family, case_id, replace(asked, answer=Answer.YES, topics=topics))
    order = Order(case_id, verified.id, Purpose.HELP, bundled_profile("our-case-form"))

    def write() -> bytes:
        return export_package(family, prepare(family, order), tmp_path).path.read_bytes()

    return write
