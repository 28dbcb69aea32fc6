"""familytrace receive FILE... (--vault DIR | --key AGE-IDENTITY-FILE) [--to DIR]"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from familytrace import files
from familytrace.actions.receive_package import (
    ReceivedCase,
    keep,
    look_into,
    open_with_keys,
    summary,
)
from familytrace.actions.received_limits import SENDER_WORDS, limits_in_words, read_limits
from familytrace.cli.opening import add_secret_options, opened
from familytrace.cli.terminal import explain, progress, readable_allowed, say, warn
from familytrace.errors import FamilyTraceError, PackageTooBigError, UsageError
from familytrace.i18n import _
from familytrace.package.limits import SEALED
from familytrace.plain import to_plain


def add_to(commands: Any) -> None:
    """Add this command."""
    receive = commands.add_parser("receive", help=_("open packages that came in"))
    receive.add_argument("files", nargs="+", metavar="FILE")
    way = receive.add_mutually_exclusive_group(required=True)
    way.add_argument("--vault", metavar="DIR", help=_("keep what holds in this vault"))
    way.add_argument("--key", metavar="FILE", help=_("age identity file; nothing is kept"))
    receive.add_argument("--to", metavar="DIR", help=_("also write the content, readable"))
    receive.add_argument("--yes-plain", action="store_true")
    receive.add_argument("--json", action="store_true", help=_("one JSON object a file"))
    add_secret_options(receive)
    receive.set_defaults(run=_receive)


def _receive(args: argparse.Namespace) -> int:
    if args.to:
        readable_allowed(args.yes_plain)
    if args.key:
        secrets = _identities(Path(args.key))
        return _each(args, lambda data: open_with_keys(data, secrets))
    with opened(args) as vault:

        def take_in(data: bytes) -> ReceivedCase:
            received = look_into(vault, data)
            keep(vault, received)
            return received

        return _each(args, take_in)


def _each(args: argparse.Namespace, take_in: Callable[[bytes], ReceivedCase]) -> int:
    worst = 0
    told = progress(_("Opening"))
    for number, name in enumerate(args.files, 1):
        try:
            received = take_in(_read(Path(name)))
        except FamilyTraceError as error:
            if len(args.files) > 1:
                warn(_("File {number}:").format(number=number))
            worst = worst or explain(error)
        else:
            _tell(args, received)
        told(number, len(args.files))
    return worst


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > SEALED:
            raise PackageTooBigError
        return path.read_bytes()
    except OSError as error:
        raise UsageError(reason=_("the file cannot be read")) from error


def _identities(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(reason=_("the key file cannot be read")) from error
    found = tuple(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-1"))
    if not found:
        raise UsageError(reason=_("there is no key in the key file"))
    return found


def _tell(args: argparse.Namespace, received: ReceivedCase) -> None:
    if args.json:
        say(json.dumps(summary(received), ensure_ascii=False, sort_keys=True))
    else:
        say(_(SENDER_WORDS[received.opened.sender]))
        _tell_consent(received)
        if received.opened.sheet:
            say()
            say(received.opened.sheet.rstrip())
    if args.to:
        write_out(received, Path(args.to))


def _tell_consent(received: ReceivedCase) -> None:
    if received.consent is not None:
        limits = read_limits(received.opened.sender, to_plain(received.consent))
        for sentence in limits_in_words(limits).values():
            say(sentence)


def write_out(received: ReceivedCase, folder: Path) -> None:
    """Write the content of a package into a folder of its own, under fixed names."""
    target = folder / f"package-{received.opened.manifest.package[:8]}"
    files.make_private_folder(target)
    opened_ = received.opened
    texts = {
        "case.json": opened_.case,
        "consent.json": opened_.consent,
        "form.pdf": opened_.form_pdf,
        "sheet.txt": opened_.sheet.encode() if opened_.sheet else None,
    }
    for name, data in texts.items():
        if data:
            files.write_whole(target / name, data)
    for number, picture in enumerate(opened_.pictures, 1):
        files.write_whole(target / f"{number:04d}.jpg", picture)
    say(str(target))
