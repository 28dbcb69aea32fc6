"""Find and open the vault that a command names."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from familytrace.cli.terminal import read_secret
from familytrace.errors import UsageError
from familytrace.i18n import _
from familytrace.vault.opened import ENDING
from familytrace.vault.vault import Vault


def add_vault_options(parser: argparse.ArgumentParser) -> None:
    """Let a command name a vault and the words that open it."""
    parser.add_argument("--vault", metavar="DIR", required=True, help=_("the vault's folder"))
    add_secret_options(parser)


def add_secret_options(parser: argparse.ArgumentParser) -> None:
    """Let a command name where the words are; never the words themselves."""
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help=_("file with the words; - for standard input")
    )
    parser.add_argument(
        "--recovery-file",
        metavar="FILE",
        help=_("file with the recovery code instead; - for standard input"),
    )


def vault_folder(named: str) -> Path:
    """Return the vault's folder: the one named, or the only vault inside it."""
    folder = Path(named)
    if (folder / "cases.db").exists() or not folder.is_dir():
        return folder
    inside = sorted(folder.glob(f"*{ENDING}"))
    if len(inside) > 1:
        raise UsageError(reason=_("there are several vaults in this folder; name one"))
    return inside[0] if inside else folder


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Vault]:
    """Open the vault a command names and close it after."""
    folder = vault_folder(args.vault)
    if args.recovery_file:
        code = read_secret(args.recovery_file, _("Recovery code"))
        vault = Vault.open_with_recovery(folder, code)
    else:
        vault = Vault.open(folder, read_secret(args.passphrase_file, _("Words of the vault")))
    with vault:
        yield vault
