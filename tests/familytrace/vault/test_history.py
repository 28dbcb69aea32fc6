import pytest
from vault_for_tests import Hands

from familytrace.errors import HistoryBrokenError, OlderCopyError
from familytrace.model.person import PersonName
from familytrace.vault import connection, history
from familytrace.vault.keys import Anchor
from familytrace.vault.vault import Vault

TRIGGERS = ("history_is_kept", "history_is_only_blanked", "history_goes_on")


@pytest.fixture
def full(vault: Vault) -> Vault:
    for number in range(20):
        vault.save("c1", PersonName(id=f"n{number}", text=f"name {number}"))
    return vault


def meddle(vault: Vault, *statements: str) -> None:
    for trigger in TRIGGERS:
        vault.store.do(f"DROP TRIGGER {trigger}")
    for statement in statements:
        vault.store.do(statement)


def test_a_whole_chain_verifies_and_ends_at_its_head(full: Vault) -> None:
    assert history.verify(full.store) == full.head()
    assert full.head().number == 20


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM history WHERE number = 5",
        "UPDATE history SET payload = '{}' WHERE number = 5",
        "UPDATE history SET payload = NULL WHERE number = 5",
        "UPDATE history SET at = '1999' WHERE number = 5",
        "INSERT OR REPLACE INTO history SELECT * FROM history WHERE number = 5",
        "INSERT INTO history SELECT number + 100, step, at, case_id, noun, record_id, act, "
        "target, reason, salt, payload, digest, previous, mac FROM history WHERE number = 5",
    ],
)
def test_the_tables_own_guards_refuse_every_change(full: Vault, statement: str) -> None:
    with pytest.raises(connection.EngineError, match="history"):
        full.store.do(statement)
    assert history.verify(full.store) == full.head()


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE history SET payload = replace(payload, 'name', 'nome') WHERE number = 5", 5),
        ("UPDATE history SET at = '2001-01-01T00:00:00+00:00' WHERE number = 7", 7),
        ("UPDATE history SET case_id = 'c2' WHERE number = 1", 1),
        ("UPDATE history SET salt = NULL WHERE number = 9", 9),
        ("UPDATE history SET digest = randomblob(32) WHERE number = 20", 20),
        ("DELETE FROM history WHERE number = 12", 12),
        ("DELETE FROM history WHERE number <= 3", 1),
    ],
)
def test_what_slips_past_the_guards_is_found_at_its_entry(
    full: Vault, statement: str, number: int
) -> None:
    meddle(full, statement)
    with pytest.raises(HistoryBrokenError) as raised:
        history.verify(full.store)
    assert raised.value.details["number"] == number


def test_a_blanked_entry_still_verifies_and_cannot_be_guessed_back(full: Vault) -> None:
    full.store.do("UPDATE history SET payload = NULL, salt = NULL WHERE number = 5")
    assert history.verify(full.store) == full.head()
    assert full.history("c1")[4].erased


def test_a_cut_tail_is_found_by_the_anchor_alone(full: Vault) -> None:
    anchor = full.head()
    full.check_anchor(anchor)
    meddle(full, "DELETE FROM history WHERE number > 15")
    assert history.verify(full.store).number == 15
    with pytest.raises(OlderCopyError):
        full.check_anchor(anchor)


def test_a_history_may_be_ahead_of_its_anchor_but_not_another_one(full: Vault) -> None:
    early = full.head()
    full.save("c1", PersonName(text="more"))
    full.check_anchor(early)
    full.check_anchor(Anchor())
    with pytest.raises(OlderCopyError):
        full.check_anchor(Anchor(early.number, "00" * 32))


def test_the_newest_entry_alone_can_be_looked_at(full: Vault) -> None:
    history.check_head(full.store)
    meddle(full, "UPDATE history SET reason = 'other' WHERE number = 20")
    with pytest.raises(HistoryBrokenError):
        history.check_head(full.store)


def test_an_undone_step_is_itself_part_of_the_history(full: Vault, hands: Hands) -> None:
    full.undo("c1")
    newest = full.history("c1")[-1]
    assert (newest.act, newest.after, newest.number) == (history.Act.UNDO, None, 21)
    assert history.verify(full.store).number == 21
