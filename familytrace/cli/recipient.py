"""familytrace recipient make-card | add | list | verify; familytrace key create | list | backup"""

import argparse
from pathlib import Path
from typing import Any

from familytrace import files
from familytrace.actions.group_keys import card_of, create_key, key_backup, list_keys
from familytrace.actions.recipients import (
    add_plain_recipient,
    add_recipient,
    digits_of,
    find_recipient,
    list_recipients,
    verify_recipient,
)
from familytrace.cli.opening import add_vault_options, opened
from familytrace.cli.terminal import readable_allowed, say, table, warn
from familytrace.errors import CardError
from familytrace.i18n import _


def add_to(commands: Any) -> None:
    """Add both groups of commands."""
    group = commands.add_parser("recipient", help=_("organisations and their cards"))
    verbs = group.add_subparsers(metavar="VERB", required=True)
    card = verbs.add_parser("make-card", help=_("make your group's card"))
    card.add_argument("--name", required=True)
    card.add_argument("--contact", default="")
    card.add_argument("--keeps", default="", help=_("how long you keep cases"))
    card.add_argument(
        "--refuses",
        metavar="TEXT",
        action="append",
        default=[],
        help=_("a kind of case you do not take; may be given several times"),
    )
    card.add_argument(
        "--to",
        metavar="FILE",
        required=True,
        help=_("the card file to write; its name ends in .ftcard"),
    )
    _finish(card, _make_card)
    add = verbs.add_parser("add", help=_("take in a card, or a name to print for"))
    add.add_argument("card", nargs="?", metavar="FILE")
    add.add_argument("--name", help=_("without a card: print only"))
    _finish(add, _add)
    _finish(verbs.add_parser("list", help=_("list the recipients")), _list)
    verify = verbs.add_parser("verify", help=_("compare the digits that were read aloud"))
    verify.add_argument("name", metavar="NAME")
    verify.add_argument("--digits", help=_("the eight groups as you heard them"))
    verify.add_argument("--how", default="by telephone")
    _finish(verify, _verify)
    _add_keys(commands)


def _add_keys(commands: Any) -> None:
    group = commands.add_parser("key", help=_("the keys of your group"))
    verbs = group.add_subparsers(metavar="VERB", required=True)
    create = verbs.add_parser("create", help=_("make a key that families seal to"))
    create.add_argument("--label", default="group")
    _finish(create, _create_key)
    _finish(verbs.add_parser("list", help=_("list the keys")), _list_keys)
    backup = verbs.add_parser("backup", help=_("write a key to a file, to be locked away"))
    backup.add_argument("key", metavar="KEY")
    backup.add_argument("--to", metavar="FILE", required=True)
    backup.add_argument("--yes-plain", action="store_true")
    _finish(backup, _backup_key)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    add_vault_options(parser)
    parser.set_defaults(run=run)


def _make_card(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        made = card_of(
            vault,
            name=args.name,
            contact=args.contact,
            keeps=args.keeps,
            refuses=tuple(args.refuses),
        )
    files.write_whole(Path(args.to), made.text.encode())
    say(str(args.to))
    say(_("Read these digits aloud to families: {digits}").format(digits=" ".join(made.digits)))
    return 0


def _add(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        if args.card is None and args.name:
            recipient = add_plain_recipient(vault, args.name)
        else:
            try:
                text = Path(args.card or "").read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise CardError from error
            recipient = add_recipient(vault, text)
    say(recipient.name)
    if recipient.card:
        warn(_("Not verified. Ask somebody you know there to read the digits aloud."))
    return 0


def _list(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        recipients = list_recipients(vault)
    if recipients:
        table(
            (
                one.name,
                _("verified {day}").format(day=one.verified_on.isoformat())
                if one.verified_on
                else _("not verified"),
                " ".join(digits_of(one)),
            )
            for one in recipients
        )
    return 0


def _verify(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        recipient = find_recipient(vault, args.name)
        if args.digits is None:
            say(" ".join(digits_of(recipient)))
            warn(_("Compare these with what you hear, then give them with --digits."))
            return 0
        verify_recipient(vault, recipient.id, args.digits, args.how)
    say(_("Verified."))
    return 0


def _create_key(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        key = create_key(vault, args.label)
    say(key.public)
    warn(_("Back this key up now: without it nothing sealed to it can be opened."))
    return 0


def _list_keys(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        keys = list_keys(vault)
    if keys:
        table((key.id, key.label, key.public, key.withdrawn or "") for key in keys)
    return 0


def _backup_key(args: argparse.Namespace) -> int:
    readable_allowed(args.yes_plain)
    with opened(args) as vault:
        key = next((one for one in list_keys(vault) if args.key in (one.id, one.public)), None)
        text = key_backup(vault, key.id if key else args.key)
    files.write_whole(Path(args.to), text.encode())
    warn(_("Whoever has this file can open what is sealed to it. Lock it away."))
    return 0
