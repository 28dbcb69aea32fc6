"""familytrace vault create | check | backup | restore | passphrase"""

import argparse
from pathlib import Path
from typing import Any

from familytrace.cli.opening import add_secret_options, add_vault_options, opened, vault_folder
from familytrace.cli.terminal import progress, read_secret, say, warn
from familytrace.errors import HistoryBrokenError, VaultDamagedError
from familytrace.i18n import _
from familytrace.vault import backup, passphrase, recovery
from familytrace.vault.opened import new_folder_name
from familytrace.vault.restore import restore
from familytrace.vault.slots import Way
from familytrace.vault.vault import Vault


def add_to(commands: Any) -> None:
    """Add this group of commands."""
    group = commands.add_parser("vault", help=_("make, check, copy and restore a vault"))
    verbs = group.add_subparsers(metavar="VERB", required=True)
    _add_create(verbs)
    check = verbs.add_parser("check", help=_("check every page, entry and file"))
    add_vault_options(check)
    check.set_defaults(run=_check)
    save = verbs.add_parser("backup", help=_("copy the whole vault into one file"))
    add_vault_options(save)
    save.add_argument("--to", metavar="FILE", required=True)
    save.set_defaults(run=_backup)
    again = verbs.add_parser("restore", help=_("make a vault from a backup"))
    again.add_argument("file", metavar="FILE")
    again.add_argument("--vault", metavar="DIR", required=True)
    add_secret_options(again)
    again.set_defaults(run=_restore)
    change = verbs.add_parser("passphrase", help=_("change the words that open the vault"))
    add_vault_options(change)
    change.add_argument("--new-passphrase-file", metavar="FILE")
    change.set_defaults(run=_passphrase)


def _add_create(verbs: Any) -> None:
    create = verbs.add_parser("create", help=_("make a new vault"))
    create.add_argument("--vault", metavar="DIR", required=True)
    create.add_argument("--passphrase-file", metavar="FILE")
    create.add_argument(
        "--offer-words", action="store_true", help=_("choose six random words and show them")
    )
    create.set_defaults(run=_create)


def _create(args: argparse.Namespace) -> int:
    folder = Path(args.vault)
    if folder.is_dir() and not any(folder.glob("*")):
        folder = folder / new_folder_name()
    if args.offer_words:
        words = passphrase.offer("en")
        say(_("Words of the vault: {words}").format(words=words))
    else:
        words = read_secret(args.passphrase_file, _("Words for the new vault"))
    vault, code = Vault.create(folder, words)
    vault.close()
    say(_("Vault: {folder}").format(folder=folder))
    say(_("Recovery code: {code}").format(code=code))
    warn(_("Copy the recovery code by hand now. It is not shown again."))
    return 0


def _check(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        found = vault.check(progress(_("Checking")))
        vault.check_anchor()
    if found.broken_at is not None:
        raise HistoryBrokenError(number=found.broken_at)
    if not found.is_sound:
        raise VaultDamagedError
    say(
        _("The vault is sound: {entries} entries of history, {files} files.").format(
            entries=found.entries, files=found.files
        )
    )
    return 0


def _backup(args: argparse.Namespace) -> int:
    target = Path(args.to)
    with opened(args) as vault:
        made = backup.back_up(vault, target, progress(_("Copying")))
    say(
        _("Backup written and read again: {name}, {size} bytes.").format(
            name=target.name, size=made.size
        )
    )
    return 0


def _restore(args: argparse.Namespace) -> int:
    way: Way
    secret: str | bytes
    if args.recovery_file:
        way = Way.RECOVERY
        secret = recovery.from_code(read_secret(args.recovery_file, _("Recovery code")))
    else:
        way, secret = Way.PASSPHRASE, read_secret(args.passphrase_file, _("Words of the vault"))
    folder = Path(args.vault)
    if folder.is_dir():
        folder = folder / new_folder_name()
    restore(Path(args.file), folder, way, secret, progress(_("Restoring")))
    say(_("Vault: {folder}").format(folder=folder))
    return 0


def _passphrase(args: argparse.Namespace) -> int:
    vault_folder(args.vault)
    with opened(args) as vault:
        vault.change_passphrase(read_secret(args.new_passphrase_file, _("New words")))
    say(_("The vault opens with the new words now, and no longer with the old ones."))
    return 0
