"""A group's key is made in its vault and can be locked away as an age identity."""

from familytrace.actions.group_keys import create_key, key_backup, list_keys
from familytrace.package.age_file import public_of
from familytrace.vault.vault import Vault


def test_the_backup_is_an_age_identity_of_the_same_key(group: Vault) -> None:
    key = create_key(group, "second")
    secret = key_backup(group, key.id).splitlines()[-1]
    assert key.public == public_of(secret)


def test_the_newest_key_stands_first(group: Vault) -> None:
    newest = create_key(group, "second")
    assert newest == list_keys(group)[0]
