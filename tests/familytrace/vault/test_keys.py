import json
from dataclasses import replace
from pathlib import Path

import pytest

from familytrace import canonical
from familytrace.errors import (
    KeysChangedError,
    KeysDamagedError,
    KeysMissingError,
    VaultTooNewError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from familytrace.vault import keys, slots
from familytrace.vault.keys import Anchor, KeyFile
from familytrace.vault.slots import Way

KEY = bytes(range(32))
SECRET = bytes(range(32, 64))
VAULT = "ab" * 16


def key_file(generation: int = 1) -> KeyFile:
    slot = slots.new_secret_slot(VAULT, KEY, Way.COMPUTER, SECRET)
    return KeyFile(VAULT, (slot,), generation, Anchor(7, "cd" * 32)).signed_with(KEY)


def test_a_key_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = key_file()
    keys.write(tmp_path, written)
    assert keys.read(tmp_path) == written
    assert (tmp_path / keys.KEYS).read_bytes() == (tmp_path / keys.KEYS_BACKUP).read_bytes()
    assert written.unlock(Way.COMPUTER, SECRET)[0] == KEY


def test_every_damaged_byte_is_found_and_the_other_copy_is_used(tmp_path: Path) -> None:
    written = key_file()
    keys.write(tmp_path, written)
    data = (tmp_path / keys.KEYS).read_bytes()
    for at in range(len(data)):
        damaged = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        with pytest.raises((KeysDamagedError, VaultTooNewError)):
            keys.from_bytes(damaged)
    (tmp_path / keys.KEYS).write_bytes(data[:50])
    assert keys.read(tmp_path) == written


def test_after_a_kill_the_higher_generation_wins(tmp_path: Path) -> None:
    older, newer = key_file(1), key_file(2)
    keys.write(tmp_path, older)
    (tmp_path / keys.KEYS).write_bytes(newer.to_bytes())
    assert keys.read(tmp_path) == newer
    assert keys.heal(tmp_path, newer)
    assert (tmp_path / keys.KEYS_BACKUP).read_bytes() == newer.to_bytes()
    assert not keys.heal(tmp_path, newer)


def test_no_key_file_and_two_damaged_ones_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(KeysMissingError):
        keys.read(tmp_path)
    (tmp_path / keys.KEYS).write_bytes(b"")
    (tmp_path / keys.KEYS_BACKUP).write_bytes(b"{}")
    with pytest.raises(KeysDamagedError):
        keys.read(tmp_path)


def test_a_key_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    plain = json.loads(key_file().to_bytes())
    (tmp_path / keys.KEYS).write_bytes(canonical.encode({**plain, "version": 2}))
    with pytest.raises(VaultTooNewError):
        keys.read(tmp_path)


def test_a_slot_taken_away_or_an_anchor_set_back_is_noticed() -> None:
    written = key_file()
    more = replace(
        written, slots=(*written.slots, slots.new_secret_slot(VAULT, KEY, Way.RECOVERY, b"r" * 16))
    )
    for changed in (more, replace(written, anchor=Anchor()), replace(written, generation=9)):
        same_bytes = keys.from_bytes(changed.to_bytes())
        with pytest.raises(KeysChangedError):
            same_bytes.unlock(Way.COMPUTER, SECRET)


def test_a_secret_that_does_not_fit_is_named_by_its_kind() -> None:
    written = key_file()
    with pytest.raises(WrongPassphraseError):
        written.unlock(Way.COMPUTER, b"x" * 32)
    with pytest.raises(WrongRecoveryCodeError):
        written.unlock(Way.RECOVERY, b"x" * 16)
