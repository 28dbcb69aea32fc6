"""familytrace export CASE --profile NAME --recipient NAME --purpose NAME --to PATH"""

import argparse
from pathlib import Path
from typing import Any

from familytrace.actions.export_case import (
    FORMATS,
    Order,
    Prepared,
    export_package,
    export_readable,
    prepare,
)
from familytrace.actions.find_case import find_case
from familytrace.actions.recipients import find_recipient
from familytrace.cli.opening import add_vault_options, opened
from familytrace.cli.terminal import progress, read_secret, readable_allowed, say, warn
from familytrace.forms.library import bundled_names, bundled_profile, load_profile
from familytrace.forms.profile import Profile
from familytrace.i18n import _, isolate
from familytrace.model.topics import TOPIC_LABELS, Purpose


def add_to(commands: Any) -> None:
    """Add this command."""
    export = commands.add_parser("export", help=_("hand a case to one recipient"))
    export.add_argument("case", metavar="CASE")
    export.add_argument("--profile", metavar="NAME", required=True, help=_("form, or form file"))
    export.add_argument("--recipient", metavar="NAME", required=True)
    export.add_argument("--purpose", choices=[one.value for one in Purpose], required=True)
    export.add_argument("--to", metavar="PATH", required=True)
    export.add_argument("--format", choices=FORMATS, default="package")
    export.add_argument("--language", default="en")
    export.add_argument("--second-language")
    export.add_argument(
        "--package-words-file", metavar="FILE", help=_("seal with words told by voice instead")
    )
    export.add_argument("--yes-plain", action="store_true")
    add_vault_options(export)
    export.set_defaults(run=_export)


def profile_named(name: str) -> tuple[Profile, bool]:
    """Return a form by name or file, and whether a user added it."""
    if name in bundled_names() or not Path(name).suffix:
        return bundled_profile(name), False
    return load_profile(Path(name)), True


def _export(args: argparse.Namespace) -> int:
    profile, added = profile_named(args.profile)
    with opened(args) as vault:
        order = Order(
            case_id=find_case(vault, args.case),
            recipient_id=find_recipient(vault, args.recipient).id,
            purpose=Purpose(args.purpose),
            profile=profile,
            language=args.language,
            second_language=args.second_language,
            added_by_user=added,
        )
        prepared = prepare(vault, order)
        tell(prepared)
        target, told = Path(args.to), progress(_("Rebuilding pictures"))
        if args.format == "package":
            words = None
            if args.package_words_file:
                words = read_secret(args.package_words_file, _("Words for the package"))
            written = export_package(vault, prepared, target, words=words, progress=told)
        else:
            readable_allowed(args.yes_plain)
            written = export_readable(vault, prepared, target, args.format, told)
    say(str(written.path))
    return 0


def tell(prepared: Prepared) -> None:
    """Say what is missing, kept back or cut; to the family, never in the file."""
    for gap in prepared.gaps:
        warn(f"{gap.number}: {gap.sentence}")
    for lacking in prepared.untranslated:
        warn(
            _("{number}: {label} is not yet in the language of the form.").format(
                number=lacking.number, label=isolate(lacking.label)
            )
        )
    back = prepared.kept_back
    for topic, count in back.by_topic:
        label = _(TOPIC_LABELS[topic])
        warn(_("Kept back: {label} ({count})").format(label=label, count=count))
    if back.locked:
        warn(_("Never leaves: {count} entries").format(count=back.locked))
    for label in back.cuts:
        warn(_("A protected name or number was cut out of: {label}").format(label=_(label)))
    if prepared.uncovered:
        count = len(prepared.uncovered)
        warn(_("{count} letters cannot be printed; the page shows numbers.").format(count=count))
