"""familytrace case list | show | import | export-json | attach | schema"""

import argparse
import json
from pathlib import Path
from typing import Any

from familytrace import canonical, files
from familytrace.actions.add_evidence import add_file
from familytrace.actions.find_case import find_case
from familytrace.actions.import_case import import_case
from familytrace.actions.show_case import case_document
from familytrace.cli.opening import add_vault_options, opened
from familytrace.cli.terminal import readable_allowed, say, table, warn
from familytrace.errors import ImportDocumentError, UsageError
from familytrace.i18n import _
from familytrace.model.choices import CHOICES, label
from familytrace.model.evidence import Evidence
from familytrace.model.schema import case_schema
from familytrace.model.telling import Telling

_LONGEST = 64 * 1024 * 1024


def add_to(commands: Any) -> None:
    """Add this group of commands."""
    group = commands.add_parser("case", help=_("list, show and take in cases"))
    verbs = group.add_subparsers(metavar="VERB", required=True)
    every = verbs.add_parser("list", help=_("list the cases, or those that fit some words"))
    every.add_argument("words", nargs="*", metavar="WORD")
    every.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    _finish(every, _list)
    show = verbs.add_parser("show", help=_("show a whole case on the screen"))
    show.add_argument("case", metavar="CASE")
    _finish(show, _show)
    come = verbs.add_parser("import", help=_("take in a case document"))
    come.add_argument("file", metavar="FILE.json")
    come.add_argument(
        "--confirm-consents",
        action="store_true",
        help=_("the agreements in the file were read with the family and count"),
    )
    _finish(come, _import)
    whole = verbs.add_parser("export-json", help=_("the whole case as JSON, for its owner"))
    whole.add_argument("case", metavar="CASE")
    whole.add_argument("--to", metavar="FILE")
    whole.add_argument("--yes-plain", action="store_true")
    _finish(whole, _export_json)
    _add_attach(verbs)
    schema = verbs.add_parser("schema", help=_("the JSON Schema of a case document"))
    schema.set_defaults(run=_schema)


def _add_attach(verbs: Any) -> None:
    attach = verbs.add_parser("attach", help=_("add a file to a case"))
    attach.add_argument("case", metavar="CASE")
    attach.add_argument("file", metavar="FILE")
    attach.add_argument("--kind", choices=sorted(CHOICES["evidence_kind"]), required=True)
    attach.add_argument("--caption", default="")
    _finish(attach, _attach)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    add_vault_options(parser)
    parser.set_defaults(run=run)


def _list(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        lines = vault.search(" ".join(args.words)) if args.words else vault.cases()
    if args.json:
        for line in lines:
            plain = {"id": line.id, "code": line.code, "title": line.title, "status": line.status}
            say(json.dumps(plain, ensure_ascii=False))
    elif lines:
        table(
            (line.code, line.title or _("No name yet"), label("status", line.status))
            for line in lines
        )
    else:
        warn(_("No case fits."))
    return 0


def _show(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        document = case_document(vault, find_case(vault, args.case))
    warn(_("This is everything, for the owner of the vault only. Do not pass it on."))
    say(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True))
    return 0


def _import(args: argparse.Namespace) -> int:
    plain = _read(Path(args.file))
    with opened(args) as vault:
        came = import_case(vault, plain, confirm_consents=args.confirm_consents)
        code = vault.load(came.case_id).file.code
    say(code)
    if came.aside:
        warn(_("{count} entries are not known here and were kept aside.").format(count=came.aside))
    if came.unconfirmed:
        warn(_("The agreements that came in do not count until you confirm them."))
    return 0


def _read(path: Path) -> object:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(reason=_("the file cannot be read")) from error
    if len(data) > _LONGEST:
        raise ImportDocumentError(reason=_("it is too long"))
    try:
        return canonical.decode(data, canonical=False)
    except canonical.CanonicalError as error:
        raise ImportDocumentError(reason=str(error)) from error


def _export_json(args: argparse.Namespace) -> int:
    with opened(args) as vault:
        document = case_document(vault, find_case(vault, args.case))
    warn(_("This is everything, for the owner of the vault only. Do not pass it on."))
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    if args.to is None:
        say(text.rstrip())
    else:
        readable_allowed(args.yes_plain)
        files.write_whole(Path(args.to), text.encode())
    return 0


def _attach(args: argparse.Namespace) -> int:
    path = Path(args.file)
    if not path.is_file():
        raise UsageError(reason=_("the file cannot be read"))
    caption = Telling(text=args.caption) if args.caption else None
    with opened(args) as vault:
        record = Evidence(kind=args.kind, caption=caption)
        saved = add_file(vault, find_case(vault, args.case), path, record)
    say(f"{saved.sha256}  {saved.media_type}")
    return 0


def _schema(_args: argparse.Namespace) -> int:
    say(json.dumps(case_schema(), indent=2, sort_keys=True))
    return 0
